package dong

import "ankhai/forms/law"

const dong = "đồng"

// hoiNguoi are the questions about one person in one month.
func hoiNguoi() []law.CauHoi {
	return []law.CauHoi{
		{Ten: "nhom", Nhan: "Đối tượng (Điều 2 Luật BHXH)", Loai: law.Chon, Can: true, Chon: chonNhom()},
		{Ten: "luong", Nhan: "Tiền lương, phụ cấp, khoản bổ sung làm căn cứ đóng", Loai: law.Tien, DonVi: dong, Can: true, Tu: 1},
		{Ten: "vung", Nhan: "Vùng lương tối thiểu nơi làm việc", Loai: law.Chon, Chon: chonVung(), GiupDo: "Cần khi đóng BHTN"},
		{Ten: "bhtn", Nhan: "Thuộc diện BHTN", Loai: law.CoKhong, GiupDo: "Cần trả lời với đối tượng b, c, i"},
		{Ten: "tnldThap", Nhan: "Đơn vị được chấp thuận mức đóng TNLĐ thấp hơn", Loai: law.CoKhong},
		{Ten: "khongLuong", Nhan: "Số ngày làm việc không hưởng lương trong tháng", Loai: law.So, DonVi: "ngày", Tu: 0, Den: 31},
		{Ten: "thoaThuan", Nhan: "Có thoả thuận vẫn đóng cho tháng nghỉ không lương", Loai: law.CoKhong},
		{Ten: "luongThangTruoc", Nhan: "Căn cứ đóng của tháng gần nhất (khi thoả thuận vẫn đóng)", Loai: law.Tien, DonVi: dong, Tu: 1},
		{Ten: "ngayOm", Nhan: "Số ngày làm việc nghỉ hưởng ốm đau trong tháng", Loai: law.So, DonVi: "ngày", Tu: 0, Den: 31},
		{Ten: "thangDau", Nhan: "Là tháng đầu làm việc hoặc tháng đầu trở lại", Loai: law.CoKhong},
		{Ten: "thaiSan", Nhan: "Nghỉ thai sản trong tháng", Loai: law.Chon, Chon: choices("khong", "không", "sinh", "sinh con, nhận con nuôi, mang thai hộ", "khac", "khám thai, sảy thai, cha nghỉ, tránh thai")},
		{Ten: "ngayThaiSan", Nhan: "Số ngày làm việc nghỉ thai sản khác trong tháng", Loai: law.So, DonVi: "ngày", Tu: 0, Den: 31},
		hoiBHYT(),
	}
}

// DongThang is the contribution of one person in one month, of every kind.
var DongThang = law.DangKy(law.MayTinh{
	Ten: "dong-thang", TieuDe: "Mức đóng một người một tháng", Nhom: law.NhomDong,
	CanCu: "Luật 41/2024/QH15 Điều 31 đến 34, Điều 53 khoản 8; Nghị định 158/2025/NĐ-CP Điều 7, 9",
	Hoi:   append(append([]law.CauHoi{{Ten: "thang", Nhan: "Tháng đóng", Loai: law.ThangHoi, Can: true}}, hoiNguoi()...), hoiLamTron()),
	Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
		if say := kiemThang(v.Thang("thang")); say != "" {
			return law.KetQuaTinh{}, law.LoiVaos{{Ten: "thang", Say: say}}
		}
		b := law.LamBai(v.Sach)
		m, faults := tinhThang(b, v, v.Thang("thang"), v.ThietLap(diemLamTron))
		if len(faults) > 0 {
			return law.KetQuaTinh{}, faults
		}
		return b.Xong(m.tong(), dong, m.parts()...)
	},
})

// kiemThang refuses months before social insurance was paid to a fund.
func kiemThang(m law.Month) string {
	if m < 199501 {
		return "Tháng đóng: từ 01/1995, khi quỹ BHXH bắt đầu thu"
	}
	return ""
}

// tinhThang hands one person's answers to the engine, which has no questions.
func tinhThang(b *law.Bai, v law.TraLoi, thang law.Month, lamTron law.Chot) (mucDong, law.LoiVaos) {
	in := nguoi{
		nhom: timNhom(v.Ma("nhom")), thang: thang, luong: v.So("luong"), luongTruoc: v.So("luongThangTruoc"), bhtn: true,
		tnldThap: v.Dung("tnldThap"), sach: v.Sach, lamTron: lamTron,
		nghi: nghi{thaiSan: v.Ma("thaiSan"), khongLuong: v.So("khongLuong"), ngayOm: v.So("ngayOm"), ngayThaiSan: v.So("ngayThaiSan"),
			thangDau: v.Dung("thangDau"), thoaThuan: v.Dung("thoaThuan"), bhyt: v.ThietLap(diemBHYT)},
	}
	in.vung, _ = law.SoVung(v.Ma("vung"))
	var faults law.LoiVaos
	if in.nhom.bhtn && in.nhom.hoiBHTN {
		if !v.Co("bhtn") {
			faults = append(faults, law.LoiVao{Ten: "bhtn", Say: "Thuộc diện BHTN: phải trả lời với đối tượng " + in.nhom.ma})
		}
		in.bhtn = v.Dung("bhtn")
	}
	if v.Dung("bhtn") && in.nhom == nguoiNuocNgoai {
		faults = append(faults, law.LoiVao{Ten: "bhtn", Say: khongBHTN})
	}
	out, bad := muc(b, &in)
	return out, append(faults, bad...)
}

// khongBHTN refuses a foreigner in unemployment insurance.
const khongBHTN = "Thuộc diện BHTN: người lao động nước ngoài không tham gia bảo hiểm thất nghiệp (Luật Việc làm 74/2025/QH15)"
