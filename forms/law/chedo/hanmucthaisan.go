package chedo

import (
	"fmt"

	"ankhai/forms/law"
)

// HanMucThaiSan is how many days of a maternity leave other than the mother's own are
// left, each kind by its own count: visits, weeks, children.
var HanMucThaiSan = law.DangKy(law.MayTinh{
	Ten: "han-muc-thai-san", TieuDe: "Số ngày nghỉ thai sản còn được hưởng", Nhom: law.NhomNganHan,
	CanCu: "Luật 41/2024/QH15 Điều 51, Điều 52, Điều 53 khoản 2, Điều 57", GhiChu: "Nghỉ sinh con tính theo tháng: dùng máy tính thang-nghi-sinh.",
	Hoi: []law.CauHoi{
		{Ten: "cheDo", Nhan: "Chế độ", Loai: law.Chon, Can: true, Chon: choices("khamThai", "khám thai (cho một lần mang thai)", "sayThai", "sảy thai, phá thai, thai chết, thai ngoài tử cung",
			"chaNghi", "cha nghỉ khi vợ sinh con", "datVong", "đặt dụng cụ tránh thai trong tử cung", "trietSan", "triệt sản")},
		{Ten: "ngay", Nhan: "Ngày bắt đầu nghỉ; của cha: ngày vợ sinh con", Loai: law.NgayHoi, Can: true},
		{Ten: "tuanThai", Nhan: "Tuổi thai (khi sảy thai)", Loai: law.So, DonVi: "tuần", Tu: 0, Den: 45},
		{Ten: "soCon", Nhan: "Số con sinh lần này (khi cha nghỉ)", Loai: law.So, DonVi: "con", Tu: 1, Den: 9},
		{Ten: "phauThuat", Nhan: "Sinh phải phẫu thuật", Loai: law.CoKhong},
		{Ten: "duoi32Tuan", Nhan: "Con sinh dưới 32 tuần tuổi", Loai: law.CoKhong},
		{Ten: "conThuHai", Nhan: "Lần sinh này là sinh con thứ hai", Loai: law.CoKhong},
		{Ten: "daNghi", Nhan: "Số ngày đã nghỉ cho lần này", Loai: law.NuaNgay, DonVi: "ngày", Can: true, Tu: 0, Den: 60},
		{Ten: "lanKham", Nhan: "Số lần đã nghỉ khám thai", Loai: law.So, DonVi: "lần", Tu: 0, Den: 20},
	},
	Tinh: tinhHanMucThaiSan,
})

func tinhHanMucThaiSan(v law.TraLoi) (law.KetQuaTinh, error) {
	b, on, kind := law.LamBai(v.Sach), v.Ngay("ngay"), v.Ma("cheDo")
	lacks := func(kinds, ten, say string) bool { return kind == kinds && !v.Co(ten) }
	for _, x := range [][3]string{{"sayThai", "tuanThai", "Tuổi thai: phải có khi sảy thai, phá thai"}, {"chaNghi", "soCon", "Số con sinh lần này: phải có khi cha nghỉ"},
		{"chaNghi", "conThuHai", "Lần sinh này là sinh con thứ hai: phải trả lời khi cha nghỉ"}, {"khamThai", "lanKham", "Số lần đã nghỉ khám thai: phải có khi khám thai"}} {
		if lacks(x[0], x[1], x[2]) {
			return law.KetQuaTinh{}, law.LoiVaos{{Ten: x[1], Say: x[2]}}
		}
	}
	switch kind {
	case "khamThai":
		return khamThaiConLai(b, v, on)
	case "sayThai":
		return conLai(b, b.So("say-thai-so-ngay-"+tuanThai(b, v.So("tuanThai"), on), on), v.So("daNghi"), "Số ngày nghỉ còn được hưởng, kể cả ngày nghỉ")
	case "chaNghi":
		return conLai(b, ngayCuaCha(b, v, on), v.So("daNghi"), "Số ngày làm việc cha còn được nghỉ")
	}
	name := map[string]string{"datVong": "dat-vong", "trietSan": "triet-san"}[kind]
	return conLai(b, b.So("tranh-thai-"+name, on), v.So("daNghi"), "Số ngày nghỉ còn được hưởng, kể cả ngày nghỉ hằng tuần")
}

// khamThaiConLai counts visits, each of so many days.
func khamThaiConLai(b *law.Bai, v law.TraLoi, on law.Day) (law.KetQuaTinh, error) {
	times, days := b.So("kham-thai-so-lan", on), b.So("kham-thai-so-ngay", on)
	left := max(times.Amount-v.So("lanKham"), 0)
	b.Buoc(law.Buoc{Nhan: "Số lần khám thai còn được nghỉ", DonVi: "lần", KetQua: left, CanCu: times.Basis, LuatTu: times.From.ISO(),
		CongThuc: fmt.Sprintf("%d − %d = %d", times.Amount, v.So("lanKham"), left), Vao: []law.Vao{law.VaoTu(times)}})
	if v.So("lanKham") > times.Amount {
		b.LuuY("Đã ghi %d lần khám thai, quá %d lần", v.So("lanKham"), times.Amount)
	}
	b.Buoc(law.Buoc{Nhan: "Số ngày làm việc còn được nghỉ", DonVi: law.DonViNuaNgay, KetQua: 2 * left * days.Amount, CanCu: days.Basis, LuatTu: days.From.ISO(),
		CongThuc: fmt.Sprintf("%d lần × %d ngày = %d", left, days.Amount, left*days.Amount), Vao: []law.Vao{law.VaoTu(days)}})
	return b.Xong(2*left*days.Amount, law.DonViNuaNgay, law.PhanKQ{Ten: "duocHuong", Nhan: "Được hưởng", GiaTri: 2 * times.Amount * days.Amount, DonVi: law.DonViNuaNgay},
		law.PhanKQ{Ten: "daHuong", Nhan: "Đã hưởng", GiaTri: v.So("daNghi"), DonVi: law.DonViNuaNgay}, law.PhanKQ{Ten: "soLan", Nhan: "Số lần còn lại", GiaTri: left, DonVi: "lần"})
}

// ThangNghiSinh is how many months a mother's leave at birth has.
var ThangNghiSinh = law.DangKy(law.MayTinh{
	Ten: "thang-nghi-sinh", TieuDe: "Số tháng nghỉ khi sinh con", Nhom: law.NhomNganHan,
	CanCu: "Luật 41/2024/QH15 Điều 53 khoản 1; Bộ luật Lao động 45/2019/QH14 Điều 139",
	Hoi: []law.CauHoi{
		{Ten: "ngaySinh", Nhan: "Ngày sinh con", Loai: law.NgayHoi, Can: true},
		{Ten: "soCon", Nhan: "Số con sinh lần này, kể cả thai chết lưu khi mang thai đôi trở lên", Loai: law.So, DonVi: "con", Can: true, Tu: 1, Den: 9},
		{Ten: "conThuHai", Nhan: "Lần sinh này là sinh con thứ hai", Loai: law.CoKhong, Can: true},
		hoiConThuHaiSinhDoi(),
	},
	Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
		b := law.LamBai(v.Sach)
		n, err := thangNghi(b, v, v.Ngay("ngaySinh"))
		if err != nil {
			return law.KetQuaTinh{}, err
		}
		return b.Xong(n, "tháng")
	},
})
