package chedo

import (
	"fmt"

	"ankhai/forms/law"
)

// TuoiNghiHuu finds when a person reaches the retirement age and from when a
// pension is paid.
var TuoiNghiHuu = law.DangKy(law.MayTinh{
	Ten: "tuoi-nghi-huu", TieuDe: "Tuổi nghỉ hưu", Nhom: law.NhomDaiHan,
	CanCu: "Bộ luật Lao động 45/2019/QH14 Điều 169; Nghị định 135/2020/NĐ-CP; Nghị định 158/2025/NĐ-CP Điều 12 khoản 2",
	Hoi: []law.CauHoi{
		{Ten: "thangSinh", Nhan: "Tháng, năm sinh", Loai: law.ThangHoi, Can: true, GiupDo: "Chỉ biết năm sinh thì ghi tháng 01 của năm đó"},
		{Ten: "gioiTinh", Nhan: "Giới tính", Loai: law.Chon, Can: true, Chon: choices("nam", "nam", "nu", "nữ")},
		{Ten: "nangNhoc", Nhan: "Đủ điều kiện nghỉ sớm vì nghề nặng nhọc, độc hại, vùng đặc biệt khó khăn (Điều 169 khoản 3)", Loai: law.CoKhong},
	},
	Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
		b := law.LamBai(v.Sach)
		early, born, nu := int64(0), v.Thang("thangSinh"), v.Ma("gioiTinh") == "nu"
		if plain, ok := tuoiHuu(born, nu, 0); ok && v.Dung("nangNhoc") {
			early = b.So("tuoi-nghi-huu-nang-nhoc-giam", born.Add(int(plain.Amount)).First()).Amount
		}
		age, ok := tuoiHuu(born, nu, early)
		if !ok {
			b.Thieu("tuoi-nghi-huu", "Tuổi nghỉ hưu: chưa có số liệu cho người sinh tháng "+born.String())
			return b.Xong(0, "tháng tuổi")
		}
		reach := born.Add(int(age.Amount - early))
		b.Buoc(law.Buoc{
			Nhan: "Tuổi nghỉ hưu", DonVi: "tháng tuổi", KetQua: age.Amount - early, CanCu: age.Basis, LuatTu: age.From.ISO(),
			CongThuc: fmt.Sprintf("%s của người đủ tuổi trong năm %d: %s", age.Title, reach.Year(), namThang(age.Amount-early)), Vao: []law.Vao{law.VaoTu(age)},
		})
		b.Buoc(law.Buoc{Nhan: "Tháng đủ tuổi và tháng bắt đầu hưởng", DonVi: "yyyymm", KetQua: int64(reach), CanCu: "Nghị định 135/2020/NĐ-CP Điều 3",
			CongThuc: fmt.Sprintf("sinh %s + %s = đủ tuổi trong tháng %s, hưởng từ tháng %s", born, namThang(age.Amount-early), reach, reach.Add(1))})
		return b.Xong(age.Amount-early, "tháng tuổi", law.PhanKQ{Ten: "duTuoi", Nhan: "Tháng đủ tuổi", GiaTri: int64(reach), DonVi: "yyyymm"},
			law.PhanKQ{Ten: "huongTu", Nhan: "Tháng bắt đầu hưởng lương hưu", GiaTri: int64(reach.Add(1)), DonVi: "yyyymm"})
	},
})

// tuoiHuu is the age, in months, of who is born in a month, of the year in which
// that age less early is reached.
func tuoiHuu(born law.Month, nu bool, early int64) (law.Value, bool) {
	name := "tuoi-nghi-huu-nam"
	if nu {
		name = "tuoi-nghi-huu-nu"
	}
	for i, age := range law.History(name) {
		m := born.Add(int(age.Amount - early))
		if i == 0 && m.Last() < age.From {
			return law.Value{}, false
		}
		if age.Until == 0 || m.First() <= age.Until {
			return age, true
		}
	}
	return law.Value{}, false
}
