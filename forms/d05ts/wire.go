package d05ts

import (
	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// wire595 is D05-TS-595.xml, element by element in its order.
func wire595() form.Wire {
	return form.Wire{
		Version: "595", File: "D05-TS-595.xml", Root: "D05-TS", SignNode: "Cky",
		MaToKhai: "D05-TS", MoTa: "Danh sách người tham gia BHXH tự nguyện",
		Basis: "Mã nguồn sinh tệp của một phần mềm I-VAN (2022), theo Quyết định 595/QĐ-BHXH; chưa thấy tệp thật, không có lược đồ chính thức công khai",
		From:  khung.Ngay("2017-07-01"), Conf: form.High,
		Body: []form.Elem{
			form.Box("ThongTinKhac", form.HeadElOr("SoSoBHXH", SoSoBHXH, "0")),
			form.Box("NoiDung", form.Each("LaoDong",
				form.Seq("STT"),
				form.El("HoTen", HoTen),
				form.El("MasoBHXH", MaSoBHXH),
				form.El("MucTien", ThuNhap),
				form.El("Tuthang", TuThang),
				form.El("Sothang", SoThang),
				form.El("Tongtien", PhaiDong),
				form.El("TienTudong", NguoiDong),
				form.El("TienHotro", TienNSNN),
				form.El("Ghichu", GhiChu),
				form.El("PA", PhuongAn),
				form.Percent("Tyle", TyLeDong, ""),
				form.Percent("TyleNSNN", TyLeNSNN, ""),
				form.El("Heso", HeSo).Of(form.Medium),
				form.El("Phuongthuc", PhuongThuc),
				form.Fn("CCNS", ghiCCNS, docCCNS),
				form.El("ID", ID),
				form.El("Loai", Loai).Of(form.Medium),
				form.Percent("TyleNSDP", TyLeThem, "0").Of(form.Inferred),
				form.ElOr("TienNSDP", TienThem, "0").Of(form.Inferred),
				form.Percent("TyleHotroKhac", TyLeKhac, "0"),
				form.ElOr("TienHotroKhac", TienKhac, "0"),
				form.El("Matinh_DangSS", MaTinh),
				form.El("Mahuyen_DangSS", MaHuyen),
				form.El("Maxa_DangSS", MaXa),
				form.El("Diachi_DangSS", DiaChi),
			)),
		},
	}
}

// ghiCCNS says how much of the date of birth is known, by the date or, in a row
// that was read from a file, as the file said.
func ghiCCNS(r form.WireRow) string {
	if NgaySinh.Known(*r.Row) {
		return facts.NgaySinh(NgaySinh.Get(*r.Row)).CCNS()
	}
	return CCNS.Get(*r.Row)
}

func docCCNS(r form.WireRow, s string) bool {
	CCNS.Set(r.Row, s)
	return s == "" || codes.CCNS.Has(s)
}
