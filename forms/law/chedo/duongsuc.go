package chedo

import "ankhai/forms/law"

// choices makes the choices of a question, code and words in turn.
func choices(pairs ...string) (out []law.LuaChon) {
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, law.LuaChon{Ma: pairs[i], Nhan: pairs[i+1]})
	}
	return out
}

// DuongSucOmDau, DuongSucThaiSan and DuongSucTNLD are the allowances of
// convalescence.
var (
	DuongSucOmDau = law.DangKy(law.MayTinh{
		Ten: "duong-suc-om-dau", TieuDe: "Dưỡng sức sau ốm đau", Nhom: law.NhomNganHan, CanCu: "Luật 41/2024/QH15 Điều 46",
		Hoi: []law.CauHoi{
			{Ten: "tuNgay", Nhan: "Ngày bắt đầu nghỉ dưỡng sức", Loai: law.NgayHoi, Can: true},
			{Ten: "hetNghi", Nhan: "Ngày hết thời gian nghỉ ốm", Loai: law.NgayHoi, Can: true},
			{Ten: "ngayOm", Nhan: "Số ngày đã hưởng ốm đau trong năm", Loai: law.So, DonVi: "ngày", Can: true, Tu: 0, Den: 366},
			{Ten: "loai", Nhan: "Lý do", Loai: law.Chon, Can: true, Chon: choices("daiNgay", "bệnh cần chữa trị dài ngày", "phauThuat", "phải phẫu thuật", "khac", "trường hợp khác")},
			{Ten: "soNgay", Nhan: "Số ngày nghỉ dưỡng sức", Loai: law.So, DonVi: "ngày", Can: true, Tu: 1, Den: 30, GiupDo: "Tính cả lễ, tết, ngày nghỉ hằng tuần"},
			{Ten: "daNghi", Nhan: "Số ngày dưỡng sức đã hưởng trong năm", Loai: law.So, DonVi: "ngày", Tu: 0, Den: 30},
		},
		Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
			b, on := law.LamBai(v.Sach), v.Ngay("tuNgay")
			need := b.So("duong-suc-om-dau-dieu-kien", on)
			if v.So("ngayOm") < need.Amount {
				return khongDu(b, need, "Số ngày đã hưởng ốm đau trong năm", v.So("ngayOm"), "ngày")
			}
			name := map[string]string{"daiNgay": "dai-ngay", "phauThuat": "phau-thuat", "khac": "khac"}[v.Ma("loai")]
			return duongSuc(b, v, b.So("duong-suc-om-dau-"+name, on), b.So("duong-suc-ty-le", on))
		},
	})
	DuongSucThaiSan = law.DangKy(law.MayTinh{
		Ten: "duong-suc-thai-san", TieuDe: "Dưỡng sức sau thai sản", Nhom: law.NhomNganHan, CanCu: "Luật 41/2024/QH15 Điều 60",
		Hoi: []law.CauHoi{
			{Ten: "tuNgay", Nhan: "Ngày bắt đầu nghỉ dưỡng sức", Loai: law.NgayHoi, Can: true},
			{Ten: "hetNghi", Nhan: "Ngày hết thời gian nghỉ thai sản", Loai: law.NgayHoi, Can: true},
			{Ten: "loai", Nhan: "Lý do", Loai: law.Chon, Can: true, Chon: choices("doi", "sinh một lần từ hai con", "phauThuat", "sinh con phải phẫu thuật", "khac", "trường hợp khác")},
			{Ten: "soNgay", Nhan: "Số ngày nghỉ dưỡng sức", Loai: law.So, DonVi: "ngày", Can: true, Tu: 1, Den: 30, GiupDo: "Tính cả lễ, tết, ngày nghỉ hằng tuần"},
			{Ten: "daNghi", Nhan: "Số ngày dưỡng sức sau thai sản đã hưởng", Loai: law.So, DonVi: "ngày", Tu: 0, Den: 30},
			{Ten: "diLamSom", Nhan: "Đã trở lại làm việc trước khi hết thời gian nghỉ sinh", Loai: law.CoKhong},
		},
		Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
			b, on := law.LamBai(v.Sach), v.Ngay("tuNgay")
			name := map[string]string{"doi": "doi", "phauThuat": "phau-thuat", "khac": "khac"}[v.Ma("loai")]
			quota := b.So("duong-suc-thai-san-"+name, on)
			if v.Dung("diLamSom") {
				b.Buoc(law.Buoc{Nhan: "Điều kiện", CongThuc: "đã đi làm trước khi hết thời gian nghỉ sinh thì không có dưỡng sức", CanCu: "Luật 41/2024/QH15 Điều 60 khoản 4"})
				b.LuuY("Không có dưỡng sức vì đã đi làm trước khi hết thời gian nghỉ sinh")
				return b.Xong(0, dong)
			}
			return duongSuc(b, v, quota, b.So("duong-suc-ty-le", on))
		},
	})
	DuongSucTNLD = law.DangKy(law.MayTinh{
		Ten: "duong-suc-tnld", TieuDe: "Dưỡng sức sau tai nạn lao động, bệnh nghề nghiệp", Nhom: law.NhomTaiNan,
		CanCu: "Luật 84/2015/QH13 Điều 54",
		Hoi: []law.CauHoi{
			{Ten: "tuNgay", Nhan: "Ngày bắt đầu nghỉ dưỡng sức", Loai: law.NgayHoi, Can: true},
			{Ten: "hetNghi", Nhan: "Ngày trở lại làm việc", Loai: law.NgayHoi, Can: true},
			{Ten: "suyGiam", Nhan: "Mức suy giảm khả năng lao động", Loai: law.So, DonVi: "%", Can: true, Tu: 5, Den: 100},
			{Ten: "soNgay", Nhan: "Số ngày nghỉ dưỡng sức", Loai: law.So, DonVi: "ngày", Can: true, Tu: 1, Den: 30},
			{Ten: "daNghi", Nhan: "Số ngày dưỡng sức đã hưởng lần này", Loai: law.So, DonVi: "ngày", Tu: 0, Den: 30},
		},
		Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
			b, on := law.LamBai(v.Sach), v.Ngay("tuNgay")
			name := "duong-suc-tnld-51"
			switch {
			case v.So("suyGiam") < b.So("duong-suc-tnld-moc-15", on).Amount:
				b.Buoc(law.Buoc{Nhan: "Mức suy giảm", DonVi: "%", KetQua: v.So("suyGiam"), CongThuc: "dưới 15% thì luật không nêu số ngày dưỡng sức",
					CanCu: "Luật 84/2015/QH13 Điều 54"})
				b.LuuY("Mức suy giảm dưới 15%%: không có số ngày dưỡng sức theo luật")
				return b.Xong(0, dong)
			case v.So("suyGiam") < b.So("duong-suc-tnld-moc-31", on).Amount:
				name = "duong-suc-tnld-15"
			case v.So("suyGiam") < b.So("duong-suc-tnld-moc-51", on).Amount:
				name = "duong-suc-tnld-31"
			}
			return duongSuc(b, v, b.So(name, on), b.So("duong-suc-tnld-ty-le", on))
		},
	})
)

// duongSuc is days × rate × mức tham chiếu, within the days that are left.
func duongSuc(b *law.Bai, v law.TraLoi, quota, tyLe law.Value) (law.KetQuaTinh, error) {
	on, end := v.Ngay("tuNgay"), v.Ngay("hetNghi")
	if on < end {
		return law.KetQuaTinh{}, law.LoiVaos{{Ten: "tuNgay", Say: "Ngày bắt đầu nghỉ dưỡng sức: không trước ngày hết thời gian nghỉ"}}
	}
	if limit := b.So("duong-suc-han", on); int64(on.Sub(end)) > limit.Amount {
		return khongDu(b, limit, "Số ngày từ khi hết thời gian nghỉ", int64(on.Sub(end)), "ngày")
	}
	left := quota
	left.Amount = max(quota.Amount-v.So("daNghi"), 0)
	days := gioiHan(b, v.So("soNgay"), left, "Số ngày dưỡng sức còn được hưởng")
	total := tyLeThamChieu(b, on, days, tyLe, "ngày", "Trợ cấp dưỡng sức")
	return b.Xong(total, dong, phan("troCap", "Trợ cấp dưỡng sức", total))
}

// khongDu ends a computation whose condition does not hold: nothing is due, and
// why.
func khongDu(b *law.Bai, need law.Value, nhan string, is int64, donVi string) (law.KetQuaTinh, error) {
	b.Buoc(law.Buoc{
		Nhan: "Điều kiện: " + need.Title, DonVi: donVi, KetQua: is, CanCu: need.Basis, LuatTu: need.From.ISO(),
		CongThuc: nhan + " " + law.VietSo(is) + ", mốc " + law.VietSo(need.Amount), Vao: []law.Vao{law.VaoTu(need)},
	})
	b.LuuY("Chưa đủ điều kiện: %s là %s %s, mốc là %s", nhan, law.VietSo(is), donVi, law.VietSo(need.Amount))
	return b.Xong(0, dong)
}
