package chedo

import (
	"fmt"

	"ankhai/forms/law"
)

// HanMucOmDau is how many days of sickness a person still has in a calendar year,
// HanMucConOm how many for one sick child.
var (
	HanMucOmDau = law.DangKy(law.MayTinh{
		Ten: "han-muc-om-dau", TieuDe: "Số ngày ốm đau còn được hưởng trong năm", Nhom: law.NhomNganHan,
		CanCu:  "Luật 41/2024/QH15 Điều 43 khoản 1",
		GhiChu: "Không tính cho sĩ quan, quân nhân chuyên nghiệp, sĩ quan, hạ sĩ quan nghiệp vụ (Điều 2 khoản 1 điểm d): thời gian của họ theo chỉ định điều trị (Điều 43 khoản 3).",
		Hoi: []law.CauHoi{
			{Ten: "ngay", Nhan: "Ngày bắt đầu nghỉ", Loai: law.NgayHoi, Can: true},
			hoiThangDong("Tổng số tháng đã đóng BHXH bắt buộc"),
			{Ten: "nangNhoc", Nhan: "Nghề nặng nhọc, độc hại, nguy hiểm hoặc vùng đặc biệt khó khăn", Loai: law.CoKhong, Can: true},
			{Ten: "daNghi", Nhan: "Số ngày đã hưởng ốm đau trong năm", Loai: law.NuaNgay, DonVi: "ngày", Can: true, Tu: 0, Den: 366},
		},
		Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
			b, on := law.LamBai(v.Sach), v.Ngay("ngay")
			name := "om-dau-so-ngay-"
			if v.Dung("nangNhoc") {
				name += "nang-nhoc-"
			}
			quota := b.So(name+namDong(b, v.So("thangDong"), on), on)
			return conLai(b, quota, v.So("daNghi"), fmt.Sprintf("Số ngày ốm đau còn được hưởng năm %d", on.Year()))
		},
	})
	HanMucConOm = law.DangKy(law.MayTinh{
		Ten: "han-muc-con-om", TieuDe: "Số ngày chăm con ốm còn được hưởng trong năm", Nhom: law.NhomNganHan,
		CanCu: "Luật 41/2024/QH15 Điều 44", GhiChu: "Tính cho một con và một người; cha và mẹ cùng tham gia thì mỗi người có số ngày của mình (Điều 44 khoản 2).",
		Hoi: []law.CauHoi{
			{Ten: "ngay", Nhan: "Ngày bắt đầu nghỉ", Loai: law.NgayHoi, Can: true},
			{Ten: "ngaySinhCon", Nhan: "Ngày sinh của con", Loai: law.NgayHoi, Can: true},
			{Ten: "daNghi", Nhan: "Số ngày đã hưởng trong năm cho con này", Loai: law.NuaNgay, DonVi: "ngày", Can: true, Tu: 0, Den: 366},
		},
		Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
			b, on, born := law.LamBai(v.Sach), v.Ngay("ngay"), v.Ngay("ngaySinhCon")
			if on < born {
				return law.KetQuaTinh{}, law.LoiVaos{{Ten: "ngay", Say: "Ngày bắt đầu nghỉ: không trước Ngày sinh của con"}}
			}
			quota, _ := ngayConOm(b, born, on)
			return conLai(b, quota, v.So("daNghi"), fmt.Sprintf("Số ngày chăm con ốm còn được hưởng năm %d", on.Year()))
		},
	})
)

func hoiThangDong(nhan string) law.CauHoi {
	return law.CauHoi{Ten: "thangDong", Nhan: nhan, Loai: law.So, DonVi: "tháng", Can: true, Tu: 0, Den: 720,
		GiupDo: "Mốc 15 năm, 30 năm tính theo năm đủ 12 tháng"}
}

// namDong tells the years paid and names their band in the names of figures.
func namDong(b *law.Bai, thang int64, on law.Day) string {
	band := muc(b, thang/12, on)
	from15, from30 := b.So("om-dau-moc-15-nam", on), b.So("om-dau-moc-30-nam", on)
	paid := fmt.Sprintf("%d tháng", thang)
	if thang >= 12 {
		paid += " = " + namThang(thang)
	}
	b.Buoc(law.Buoc{
		Nhan: "Thời gian đã đóng", DonVi: "năm", KetQua: thang / 12, CanCu: from15.Basis, LuatTu: from15.From.ISO(),
		CongThuc: fmt.Sprintf("%s: %s", paid,
			map[string]string{"duoi-15-nam": "dưới 15 năm", "15-nam": "từ đủ 15 năm đến dưới 30 năm", "30-nam": "từ đủ 30 năm"}[band]),
		Vao: []law.Vao{law.VaoTu(from15), law.VaoTu(from30)},
	})
	return band
}

// ngayConOm is how many days a year there are for a child of that age, none from
// the age at which the benefit ends.
func ngayConOm(b *law.Bai, born, on law.Day) (quota law.Value, age int64) {
	small, old := b.So("con-om-tuoi-nho", on), b.So("con-om-tuoi-toi-da", on)
	age = tuoi(born, on)
	step := func(limit law.Value, how string) {
		b.Buoc(law.Buoc{Nhan: "Tuổi của con", DonVi: "tuổi", KetQua: age, CanCu: limit.Basis, LuatTu: limit.From.ISO(),
			CongThuc: fmt.Sprintf("sinh %s, ngày %s được %d tuổi: %s", born, on, age, how), Vao: []law.Vao{law.VaoTu(limit)}})
	}
	switch {
	case age >= old.Amount:
		step(old, fmt.Sprintf("chế độ chỉ có khi con dưới %d tuổi", old.Amount))
		b.LuuY("Con đã đủ %d tuổi nên không còn chế độ chăm con ốm", old.Amount)
		quota = b.So("con-om-so-ngay-duoi-7-tuoi", on)
		quota.Amount, quota.Title = 0, "Số ngày cho con đã quá tuổi"
		return quota, age
	case age >= small.Amount:
		step(old, fmt.Sprintf("từ đủ %d tuổi đến dưới %d tuổi", small.Amount, old.Amount))
		return b.So("con-om-so-ngay-duoi-7-tuoi", on), age
	}
	step(small, fmt.Sprintf("dưới %d tuổi", small.Amount))
	quota = b.So("con-om-so-ngay-duoi-3-tuoi", on)
	turns := themThang(born, 12*small.Amount)
	if tuoi(born, turns) < small.Amount { // born on 29/02
		turns = turns.Add(1)
	}
	if turns.Year() == on.Year() {
		b.LuuY("Từ %s con đủ %d tuổi: tối đa %d ngày một năm (%s)", turns, small.Amount, b.So("con-om-so-ngay-duoi-7-tuoi", turns).Amount, quota.Basis)
	}
	return quota, age
}

// conLai is what is left of a year's quota, in halves of days.
func conLai(b *law.Bai, quota law.Value, used int64, nhan string) (law.KetQuaTinh, error) {
	allowed := 2 * quota.Amount
	left := max(allowed-used, 0)
	b.Buoc(law.Buoc{Nhan: "Số ngày được hưởng", DonVi: "ngày", KetQua: quota.Amount, CanCu: quota.Basis, LuatTu: quota.From.ISO(),
		CongThuc: quota.Title + " = " + law.VietSo(quota.Amount), Vao: []law.Vao{law.VaoTu(quota)}})
	how := fmt.Sprintf("%d − %s = %s", quota.Amount, law.VietNua(used), law.VietNua(left))
	if used > allowed {
		how = fmt.Sprintf("%d − %s: đã quá, còn 0", quota.Amount, law.VietNua(used))
		b.LuuY("Đã ghi %s ngày, quá số ngày được hưởng %d", law.VietNua(used), quota.Amount)
	}
	b.Buoc(law.Buoc{Nhan: nhan, DonVi: law.DonViNuaNgay, KetQua: left, CanCu: quota.Basis, LuatTu: quota.From.ISO(), CongThuc: how})
	part := func(ten, nhan string, n int64) law.PhanKQ {
		return law.PhanKQ{Ten: ten, Nhan: nhan, GiaTri: n, DonVi: law.DonViNuaNgay}
	}
	return b.Xong(left, law.DonViNuaNgay, part("duocHuong", "Được hưởng", allowed), part("daHuong", "Đã hưởng", used))
}
