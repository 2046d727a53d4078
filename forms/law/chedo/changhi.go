package chedo

import (
	"fmt"

	"ankhai/forms/law"
)

// ChaNghi is the father's leave at birth.
var ChaNghi = law.DangKy(law.MayTinh{
	Ten: "cha-nghi", TieuDe: "Thai sản của cha khi vợ sinh con", Nhom: law.NhomNganHan,
	CanCu: "Luật 41/2024/QH15 Điều 53 khoản 2, khoản 3, Điều 58 khoản 1, Điều 59 khoản 2",
	Hoi: []law.CauHoi{
		{Ten: "ngaySinh", Nhan: "Ngày vợ sinh con", Loai: law.NgayHoi, Can: true},
		{Ten: "tuNgay", Nhan: "Ngày bắt đầu nghỉ (lần cuối, nếu nghỉ nhiều lần)", Loai: law.NgayHoi, Can: true},
		{Ten: "soCon", Nhan: "Số con sinh lần này", Loai: law.So, DonVi: "con", Can: true, Tu: 1, Den: 9},
		{Ten: "phauThuat", Nhan: "Sinh phải phẫu thuật", Loai: law.CoKhong},
		{Ten: "duoi32Tuan", Nhan: "Con sinh dưới 32 tuần tuổi", Loai: law.CoKhong},
		{Ten: "conThuHai", Nhan: "Lần sinh này là sinh con thứ hai", Loai: law.CoKhong, Can: true},
		{Ten: "soNgay", Nhan: "Số ngày làm việc nghỉ", Loai: law.So, DonVi: "ngày", Can: true, Tu: 0, Den: 60},
		hoiLuongThang(),
		{Ten: "motLan", Nhan: "Mẹ không đủ điều kiện nên cha hưởng trợ cấp một lần", Loai: law.CoKhong},
		{Ten: "thangDong12", Nhan: "Số tháng cha đóng trong 12 tháng trước khi sinh (khi hưởng trợ cấp một lần)", Loai: law.So, DonVi: "tháng", Tu: 0, Den: 12},
	},
	Tinh: tinhChaNghi,
})

func tinhChaNghi(v law.TraLoi) (law.KetQuaTinh, error) {
	b, born, on := law.LamBai(v.Sach), v.Ngay("ngaySinh"), v.Ngay("tuNgay")
	if on < born {
		return law.KetQuaTinh{}, law.LoiVaos{{Ten: "tuNgay", Say: "Ngày bắt đầu nghỉ: không trước Ngày vợ sinh con"}}
	}
	limit := b.So("cha-nghi-han", born)
	quota := ngayCuaCha(b, v, born)
	days := gioiHan(b, v.So("soNgay"), quota, "Số ngày cha được nghỉ")
	if int64(on.Sub(born)) >= limit.Amount {
		b.Buoc(law.Buoc{Nhan: "Hạn bắt đầu nghỉ", DonVi: "ngày", KetQua: int64(on.Sub(born)), CanCu: limit.Basis, LuatTu: limit.From.ISO(),
			CongThuc: fmt.Sprintf("nghỉ từ ngày thứ %d, hạn là %d ngày kể từ ngày vợ sinh", on.Sub(born)+1, limit.Amount), Vao: []law.Vao{law.VaoTu(limit)}})
		b.LuuY("Bắt đầu nghỉ sau %d ngày kể từ ngày vợ sinh nên không có trợ cấp theo ngày", limit.Amount)
		days = 0
	}
	var parts []law.PhanKQ
	total := int64(0)
	if days > 0 {
		sum, n, err := binhQuan(b, v, on, on.Month())
		if err != nil {
			return law.KetQuaTinh{}, err
		}
		total = ngayBinhQuan(b, sum, n, days, b.So("thai-san-ngay-chia-24", on), "Trợ cấp khi cha nghỉ")
	}
	parts = append(parts, phan("troCap", "Trợ cấp khi cha nghỉ", total))
	if v.Dung("motLan") {
		lump, need := int64(0), b.So("thai-san-dieu-kien-thang", born)
		if v.So("thangDong12") >= need.Amount {
			lump = lanThamChieu(b, born, v.So("soCon"), b.So("sinh-con-tro-cap-mot-lan", born), "Trợ cấp một lần khi sinh con")
		} else {
			b.LuuY("Cha đóng %d tháng trong 12 tháng, cần từ đủ %d tháng để hưởng trợ cấp một lần (%s)", v.So("thangDong12"), need.Amount, need.Basis)
		}
		parts, total = append(parts, phan("motLan", "Trợ cấp một lần khi sinh con", lump)), total+lump
	}
	return b.Xong(total, dong, parts...)
}

// ngayCuaCha is how many working days the father may take: the greatest that the
// case gives.
func ngayCuaCha(b *law.Bai, v law.TraLoi, born law.Day) law.Value {
	n := v.So("soCon")
	name := "cha-nghi-thuong"
	switch {
	case n >= 2 && v.Dung("phauThuat"):
		name = "cha-nghi-sinh-doi-phau-thuat"
	case n >= 2:
		name = "cha-nghi-sinh-doi"
	case v.Dung("phauThuat"), v.Dung("duoi32Tuan"):
		name = "cha-nghi-phau-thuat"
	}
	quota := b.So(name, born)
	if n >= 3 {
		more := b.So("cha-nghi-them-moi-con", born)
		quota.Amount += (n - 2) * more.Amount
	}
	if v.Dung("conThuHai") {
		if second, ok := v.Sach.Get("cha-nghi-con-thu-hai", born); ok && second.Amount > quota.Amount {
			quota = second
			b.LuuY("Vợ sinh con thứ hai, cha được %d ngày: %s. %s", second.Amount, second.Basis, second.Note)
		}
	}
	return quota
}
