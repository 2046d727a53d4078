package chedo

import (
	"fmt"

	"ankhai/forms/law"
)

// NhanCon is the allowance of who receives a child: adoption below six months of
// age, or a mother for whom another has carried. MangThaiHo is that of the woman
// who carried.
var (
	NhanCon = law.DangKy(law.MayTinh{
		Ten: "nhan-con", TieuDe: "Thai sản khi nhận con nuôi, nhận con do nhờ mang thai hộ", Nhom: law.NhomNganHan,
		CanCu: "Luật 41/2024/QH15 Điều 55, 56, 58, 59",
		Hoi: []law.CauHoi{
			{Ten: "truongHop", Nhan: "Trường hợp", Loai: law.Chon, Can: true, Chon: choices("conNuoi", "nhận con nuôi dưới 6 tháng tuổi", "nhoMangThaiHo", "nhận con do nhờ mang thai hộ")},
			{Ten: "ngaySinh", Nhan: "Ngày sinh của con", Loai: law.NgayHoi, Can: true},
			{Ten: "ngayNhan", Nhan: "Ngày nhận con", Loai: law.NgayHoi, Can: true},
			{Ten: "soCon", Nhan: "Số con nhận", Loai: law.So, DonVi: "con", Can: true, Tu: 1, Den: 9},
			{Ten: "thangDong12", Nhan: "Số tháng đóng BHXH bắt buộc trong 12 tháng trước khi nhận con", Loai: law.So, DonVi: "tháng", Can: true, Tu: 0, Den: 12},
			{Ten: "khongNghi", Nhan: "Không nghỉ việc", Loai: law.CoKhong},
			{Ten: "motLan", Nhan: "Hưởng trợ cấp một lần (chưa ai khác hưởng cho con này)", Loai: law.CoKhong, Can: true},
			hoiLuongThang(),
		},
		Tinh: tinhNhanCon,
	})
	MangThaiHo = law.DangKy(law.MayTinh{
		Ten: "mang-thai-ho", TieuDe: "Thai sản của người mang thai hộ khi sinh", Nhom: law.NhomNganHan,
		CanCu: "Luật 41/2024/QH15 Điều 54 khoản 3, Điều 58 khoản 2, Điều 59",
		Hoi: []law.CauHoi{
			{Ten: "tuNgay", Nhan: "Ngày bắt đầu nghỉ", Loai: law.NgayHoi, Can: true},
			{Ten: "ngaySinh", Nhan: "Ngày sinh con", Loai: law.NgayHoi, Can: true},
			{Ten: "ngayGiao", Nhan: "Ngày giao con (hoặc ngày con chết)", Loai: law.NgayHoi, Can: true},
			{Ten: "soCon", Nhan: "Số con", Loai: law.So, DonVi: "con", Can: true, Tu: 1, Den: 9},
			{Ten: "thangDong12", Nhan: "Số tháng đóng BHXH bắt buộc trong 12 tháng trước khi sinh", Loai: law.So, DonVi: "tháng", Can: true, Tu: 0, Den: 12},
			hoiLuongThang(),
		},
		Tinh: tinhMangThaiHo,
	})
)

func tinhNhanCon(v law.TraLoi) (law.KetQuaTinh, error) {
	b, born, on := law.LamBai(v.Sach), v.Ngay("ngaySinh"), v.Ngay("ngayNhan")
	limit := b.So("con-nuoi-thang-tuoi", on)
	end := themThang(born, limit.Amount)
	switch {
	case on < born:
		return law.KetQuaTinh{}, law.LoiVaos{{Ten: "ngayNhan", Say: "Ngày nhận con: không trước Ngày sinh của con"}}
	case on >= end:
		return law.KetQuaTinh{}, law.LoiVaos{{Ten: "ngayNhan", Say: fmt.Sprintf("Ngày nhận con: con đã đủ %d tháng tuổi nên không có chế độ", limit.Amount)}}
	}
	if need := b.So("thai-san-dieu-kien-thang", on); v.So("thangDong12") < need.Amount {
		return khongDu(b, need, "Số tháng đã đóng trong 12 tháng", v.So("thangDong12"), "tháng")
	}
	var total int64
	var parts []law.PhanKQ
	// An adopter who goes on working has the lump sum only; a mother for whom
	// another carried keeps the allowance beside her pay.
	if v.Dung("khongNghi") && v.Ma("truongHop") == "conNuoi" {
		b.Buoc(law.Buoc{Nhan: "Không nghỉ việc", CongThuc: "nhận con nuôi mà không nghỉ thì chỉ có trợ cấp một lần", CanCu: "Luật 41/2024/QH15 Điều 56 khoản 2"})
	} else {
		got, err := theoThoiGian(b, v, on, end, v.So("soCon"))
		if err != nil {
			return law.KetQuaTinh{}, err
		}
		total, parts = got, append(parts, phan("troCap", "Trợ cấp thai sản", got))
	}
	if v.Dung("motLan") {
		lump := lanThamChieu(b, on, v.So("soCon"), b.So("sinh-con-tro-cap-mot-lan", on), "Trợ cấp một lần khi nhận con")
		total, parts = total+lump, append(parts, phan("motLan", "Trợ cấp một lần khi nhận con", lump))
	}
	return b.Xong(total, dong, parts...)
}

// theoThoiGian is the allowance from one day up to another: whole months, and odd
// days by thirtieths; a month more for each further child of a mother for whom
// another carried.
func theoThoiGian(b *law.Bai, v law.TraLoi, from, end law.Day, soCon int64) (int64, error) {
	sum, n, err := binhQuan(b, v, from, from.Month())
	if err != nil {
		return 0, err
	}
	months, days := khoang(from, end)
	if v.Ma("truongHop") == "nhoMangThaiHo" && soCon > 1 {
		more := b.So("sinh-con-them-moi-con", from)
		months += (soCon - 1) * more.Amount
	}
	b.Buoc(law.Buoc{Nhan: "Thời gian hưởng", DonVi: "tháng", KetQua: months, CanCu: "Luật 41/2024/QH15 Điều 55 khoản 1, Điều 56 khoản 1",
		CongThuc: fmt.Sprintf("từ %s đến trước %s: %d tháng %d ngày", from, end, months, days)})
	got := thangBinhQuan(b, sum, n, months, "Luật 41/2024/QH15 Điều 59 khoản 1, khoản 3", "Trợ cấp các tháng tròn")
	got += ngayBinhQuan(b, sum, n, days, b.So("thai-san-ngay-chia-30", from), "Trợ cấp các ngày lẻ")
	return got, nil
}

func tinhMangThaiHo(v law.TraLoi) (law.KetQuaTinh, error) {
	b, from, born, given := law.LamBai(v.Sach), v.Ngay("tuNgay"), v.Ngay("ngaySinh"), v.Ngay("ngayGiao")
	if given < born || from > born {
		return law.KetQuaTinh{}, law.LoiVaos{{Ten: "ngayGiao", Say: "Ngày bắt đầu nghỉ, ngày sinh, ngày giao con: phải theo thứ tự trước sau"}}
	}
	if need := b.So("thai-san-dieu-kien-thang", born); v.So("thangDong12") < need.Amount {
		return khongDu(b, need, "Số tháng đã đóng trong 12 tháng", v.So("thangDong12"), "tháng")
	}
	least, longest := b.So("mang-thai-ho-ngay-toi-thieu", born), b.So("sinh-con-so-thang", born)
	end := given
	if early := born.Add(int(least.Amount)); end < early {
		end = early
	}
	if late := themThang(from, longest.Amount+(v.So("soCon")-1)*b.So("sinh-con-them-moi-con", born).Amount); end > late {
		end = late
	}
	b.Buoc(law.Buoc{Nhan: "Hưởng đến", DonVi: "ngày", KetQua: int64(end.Sub(from)), CanCu: law.Noi(least.Basis, longest.Basis), LuatTu: least.From.ISO(),
		CongThuc: fmt.Sprintf("đến ngày giao con %s, ít nhất %d ngày kể từ ngày sinh, nhiều nhất như nghỉ sinh: đến trước %s", given, least.Amount, end),
		Vao:      []law.Vao{law.VaoTu(least), law.VaoTu(longest)}})
	got, err := theoThoiGian(b, v, from, end, 1)
	if err != nil {
		return law.KetQuaTinh{}, err
	}
	lump := lanThamChieu(b, born, v.So("soCon"), b.So("sinh-con-tro-cap-mot-lan", born), "Trợ cấp một lần khi sinh con")
	return b.Xong(got+lump, dong, phan("troCap", "Trợ cấp thai sản", got), phan("motLan", "Trợ cấp một lần khi sinh con", lump))
}

// themThang is the same day n months later, or the last day of that month.
func themThang(d law.Day, n int64) law.Day {
	m := d.Month().Add(int(n))
	return min(law.DayOf(m.Year(), m.Num(), d.Dom()), m.Last())
}

// khoang counts whole months and odd days from a day up to another.
func khoang(from, end law.Day) (months, days int64) {
	for themThang(from, months+1) <= end {
		months++
	}
	return months, int64(end.Sub(themThang(from, months)))
}
