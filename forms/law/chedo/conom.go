package chedo

import (
	"fmt"

	"ankhai/forms/law"
)

// ConOm is the allowance for days off to look after a sick child.
var ConOm = law.DangKy(law.MayTinh{
	Ten: "con-om", TieuDe: "Trợ cấp khi chăm sóc con ốm", Nhom: law.NhomNganHan,
	CanCu: "Luật 41/2024/QH15 Điều 44, Điều 45 khoản 2, khoản 5",
	Hoi: []law.CauHoi{
		{Ten: "tuNgay", Nhan: "Ngày bắt đầu nghỉ", Loai: law.NgayHoi, Can: true},
		{Ten: "ngaySinhCon", Nhan: "Ngày sinh của con", Loai: law.NgayHoi, Can: true},
		{Ten: "luong", Nhan: "Tiền lương làm căn cứ đóng BHXH của tháng liền trước", Loai: law.Tien, DonVi: dong, Can: true, Tu: 1},
		{Ten: "soNgay", Nhan: "Số ngày làm việc nghỉ", Loai: law.NuaNgay, DonVi: "ngày", Can: true, Tu: 0, Den: 366},
		{Ten: "daNghi", Nhan: "Số ngày đã hưởng trong năm cho con này", Loai: law.NuaNgay, DonVi: "ngày", Tu: 0, Den: 366},
	},
	Tinh: tinhConOm,
})

func tinhConOm(v law.TraLoi) (law.KetQuaTinh, error) {
	b, on, born := law.LamBai(v.Sach), v.Ngay("tuNgay"), v.Ngay("ngaySinhCon")
	small, old := b.So("con-om-tuoi-nho", on), b.So("con-om-tuoi-toi-da", on)
	if on < born {
		return law.KetQuaTinh{}, law.LoiVaos{{Ten: "tuNgay", Say: "Ngày bắt đầu nghỉ: không trước Ngày sinh của con"}}
	}
	age := tuoi(born, on)
	quota := b.So("con-om-so-ngay-duoi-7-tuoi", on)
	switch {
	case age >= old.Amount:
		b.Buoc(law.Buoc{Nhan: "Tuổi của con", DonVi: "tuổi", KetQua: age, CanCu: old.Basis,
			CongThuc: fmt.Sprintf("đủ %d tuổi vào ngày nghỉ, chế độ chỉ có khi con dưới %d tuổi", age, old.Amount)})
		b.LuuY("Con đã đủ %d tuổi nên không có trợ cấp", old.Amount)
		return b.Xong(0, dong)
	case age < small.Amount:
		quota = b.So("con-om-so-ngay-duoi-3-tuoi", on)
	}
	left := max(2*quota.Amount-v.So("daNghi"), 0)
	within := min(v.So("soNgay"), left)
	b.Buoc(law.Buoc{
		Nhan: "Số ngày còn được hưởng trong năm cho con này", DonVi: "ngày", KetQua: left / 2, CanCu: quota.Basis, LuatTu: quota.From.ISO(),
		CongThuc: fmt.Sprintf("con %d tuổi: %d − %s = %s", age, quota.Amount, law.VietNua(v.So("daNghi")), law.VietNua(left)), Vao: []law.Vao{law.VaoTu(quota)},
	})
	if over := v.So("soNgay") - within; over > 0 {
		b.LuuY("%s ngày vượt số ngày còn được hưởng trong năm nên không có trợ cấp", law.VietNua(over))
	}
	total := motPhan(b, v.So("luong"), within, b.So("om-dau-ty-le", on), b.So("om-dau-ngay-chia", on), "Trợ cấp chăm con ốm")
	return b.Xong(total, dong, phan("troCap", "Trợ cấp chăm con ốm", total))
}

// tuoi is the age in whole years on a day.
func tuoi(born, on law.Day) int64 {
	n := on.Year() - born.Year()
	if int(on)%10000 < int(born)%10000 {
		n--
	}
	return int64(n)
}
