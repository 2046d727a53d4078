package chedo

import (
	"fmt"

	"ankhai/forms/law"
)

// The smaller cases of maternity.
var (
	KhamThai = law.DangKy(law.MayTinh{
		Ten: "kham-thai", TieuDe: "Thai sản khi khám thai", Nhom: law.NhomNganHan, CanCu: "Luật 41/2024/QH15 Điều 51, Điều 59 khoản 2",
		Hoi: []law.CauHoi{
			{Ten: "tuNgay", Nhan: "Ngày nghỉ khám thai", Loai: law.NgayHoi, Can: true},
			{Ten: "lanThu", Nhan: "Lần khám thứ mấy", Loai: law.So, Can: true, Tu: 1, Den: 20},
			{Ten: "soNgay", Nhan: "Số ngày làm việc nghỉ lần này", Loai: law.So, DonVi: "ngày", Can: true, Tu: 1, Den: 10},
			hoiLuongThang(),
		},
		Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
			b, on := law.LamBai(v.Sach), v.Ngay("tuNgay")
			if times := b.So("kham-thai-so-lan", on); v.So("lanThu") > times.Amount {
				return khongDu(b, times, "Lần khám thứ", v.So("lanThu"), "lần")
			}
			return theoNgay(b, v, on, gioiHan(b, v.So("soNgay"), b.So("kham-thai-so-ngay", on), "Số ngày được nghỉ lần này"),
				b.So("thai-san-ngay-chia-24", on), "Trợ cấp khám thai")
		},
	})
	SayThai = law.DangKy(law.MayTinh{
		Ten: "say-thai", TieuDe: "Thai sản khi sảy thai, phá thai, thai chết, thai ngoài tử cung", Nhom: law.NhomNganHan,
		CanCu: "Luật 41/2024/QH15 Điều 52, Điều 59 khoản 3",
		Hoi: []law.CauHoi{
			{Ten: "tuNgay", Nhan: "Ngày bắt đầu nghỉ", Loai: law.NgayHoi, Can: true},
			{Ten: "tuanThai", Nhan: "Tuổi thai", Loai: law.So, DonVi: "tuần", Can: true, Tu: 0, Den: 45},
			{Ten: "soNgay", Nhan: "Số ngày nghỉ theo chỉ định, kể cả ngày nghỉ", Loai: law.So, DonVi: "ngày", Can: true, Tu: 1, Den: 366},
			hoiLuongThang(),
		},
		Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
			b, on := law.LamBai(v.Sach), v.Ngay("tuNgay")
			return theoNgay(b, v, on, gioiHan(b, v.So("soNgay"), b.So("say-thai-so-ngay-"+tuanThai(b, v.So("tuanThai"), on), on), "Số ngày được nghỉ"),
				b.So("thai-san-ngay-chia-30", on), "Trợ cấp thai sản")
		},
	})
	TranhThai = law.DangKy(law.MayTinh{
		Ten: "tranh-thai", TieuDe: "Thai sản khi thực hiện biện pháp tránh thai", Nhom: law.NhomNganHan,
		CanCu: "Luật 41/2024/QH15 Điều 57, Điều 59 khoản 3",
		Hoi: []law.CauHoi{
			{Ten: "tuNgay", Nhan: "Ngày bắt đầu nghỉ", Loai: law.NgayHoi, Can: true},
			{Ten: "bienPhap", Nhan: "Biện pháp", Loai: law.Chon, Can: true, Chon: choices("datVong", "đặt dụng cụ tránh thai trong tử cung", "trietSan", "triệt sản")},
			{Ten: "soNgay", Nhan: "Số ngày nghỉ, kể cả ngày nghỉ hằng tuần", Loai: law.So, DonVi: "ngày", Can: true, Tu: 1, Den: 60},
			hoiLuongThang(),
		},
		Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
			b, on := law.LamBai(v.Sach), v.Ngay("tuNgay")
			name := map[string]string{"datVong": "dat-vong", "trietSan": "triet-san"}[v.Ma("bienPhap")]
			return theoNgay(b, v, on, gioiHan(b, v.So("soNgay"), b.So("tranh-thai-"+name, on), "Số ngày được nghỉ"),
				b.So("thai-san-ngay-chia-30", on), "Trợ cấp thai sản")
		},
	})
	ThaiSanTuNguyen = law.DangKy(law.MayTinh{
		Ten: "thai-san-tu-nguyen", TieuDe: "Trợ cấp thai sản của BHXH tự nguyện", Nhom: law.NhomTuNguyen, CanCu: "Luật 41/2024/QH15 Điều 94, 95",
		Hoi: []law.CauHoi{
			{Ten: "ngaySinh", Nhan: "Ngày sinh con", Loai: law.NgayHoi, Can: true},
			{Ten: "soCon", Nhan: "Số con, kể cả thai từ 22 tuần chết", Loai: law.So, DonVi: "con", Can: true, Tu: 1, Den: 9},
			{Ten: "thangDong12", Nhan: "Số tháng đóng tự nguyện, bắt buộc trong 12 tháng trước khi sinh", Loai: law.So, DonVi: "tháng", Can: true, Tu: 0, Den: 12},
			{Ten: "huongBatBuoc", Nhan: "Cũng đủ điều kiện thai sản của BHXH bắt buộc", Loai: law.CoKhong},
		},
		Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
			b, on := law.LamBai(v.Sach), v.Ngay("ngaySinh")
			each := b.So("thai-san-tu-nguyen", on)
			if need := b.So("thai-san-dieu-kien-thang", on); v.So("thangDong12") < need.Amount {
				need.Basis = "Luật 41/2024/QH15 Điều 94 khoản 1"
				return khongDu(b, need, "Số tháng đã đóng trong 12 tháng", v.So("thangDong12"), "tháng")
			}
			if v.Dung("huongBatBuoc") {
				b.Buoc(law.Buoc{Nhan: "Hai chế độ", CongThuc: "đủ cả hai thì chỉ hưởng chế độ của BHXH bắt buộc", CanCu: "Luật 41/2024/QH15 Điều 94 khoản 4"})
				b.LuuY("Người này hưởng thai sản của BHXH bắt buộc: dùng máy tính sinh-con")
				return b.Xong(0, dong)
			}
			total := v.So("soCon") * each.Amount
			b.Buoc(law.Buoc{Nhan: "Trợ cấp thai sản", KetQua: total, CanCu: each.Basis, LuatTu: each.From.ISO(),
				CongThuc: fmt.Sprintf("%d con × %s = %s", v.So("soCon"), law.VietSo(each.Amount), law.VietSo(total)), Vao: []law.Vao{law.VaoTu(each)}})
			return b.Xong(total, dong, phan("troCap", "Trợ cấp thai sản", total))
		},
	})
)

// tuanThai names the band of weeks in the names of figures.
func tuanThai(b *law.Bai, week int64, on law.Day) string {
	switch {
	case week >= b.So("say-thai-moc-22-tuan", on).Amount:
		b.LuuY("Thai từ đủ 22 tuần mà đủ điều kiện đóng trước khi sinh thì được nghỉ như sinh con (Điều 52 khoản 2): dùng máy tính sinh-con")
		return "tu-22-tuan"
	case week >= b.So("say-thai-moc-13-tuan", on).Amount:
		return "duoi-22-tuan"
	case week >= b.So("say-thai-moc-5-tuan", on).Amount:
		return "duoi-13-tuan"
	}
	return "duoi-5-tuan"
}

// theoNgay is an allowance by the day of the average wage.
func theoNgay(b *law.Bai, v law.TraLoi, on law.Day, days int64, chia law.Value, nhan string) (law.KetQuaTinh, error) {
	sum, n, err := binhQuan(b, v, on, on.Month())
	if err != nil {
		return law.KetQuaTinh{}, err
	}
	total := ngayBinhQuan(b, sum, n, days, chia, nhan)
	return b.Xong(total, dong, phan("troCap", nhan, total))
}
