package d01ts

import (
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/khung"
	"ankhai/forms/law"
)

// wire595 is D01-TS-595.xml, element by element in its order.
func wire595() form.Wire {
	return form.Wire{
		Version: "595", File: "D01-TS-595.xml", Root: "D01-TS", SignNode: "Cky",
		MaToKhai: "D01-TS", MoTa: "Bảng kê thông tin",
		Basis: "Lớp sinh tệp của một phần mềm I-VAN (2022), theo Quyết định 595/QĐ-BHXH; chưa thấy tệp thật, không có lược đồ chính thức công khai",
		From:  khung.Ngay("2017-07-01"), Conf: form.High,
		Body: []form.Elem{form.Box("NoiDung",
			form.HeadEl("TenBangKe", TenBangKe),
			form.HeadEl("KemTheo", KemTheo),
			form.Box("BangKe", form.Each("ThongTin",
				form.Seq("STT"),
				form.El("HoTen", HoTen),
				form.El("MasoBHXH", MaSoBHXH),
				form.El("TenLoaiVanBan", TenLoaiVanBan),
				form.El("SoVanBan", SoVanBan),
				ngayGio("NgayBanHanh", NgayBanHanh),
				ngayGio("NgayHieuLuc", NgayHieuLuc),
				form.El("CoQuanBanHanh", CoQuanBanHanh),
				form.El("TrichYeu", TrichYeu),
				form.El("NoiDungThamDinh", NoiDungThamDinh),
			)),
		)},
	}
}

// nuaDem is the hour that a program writes behind a day without an hour.
const nuaDem = "T00:00:00"

// ngayGio writes a day as the class of the observed program does, a moment of
// ISO 8601; that is how it looks in no other file, so it is not certain.
func ngayGio(name string, c form.DayColumn) form.Elem {
	return form.Fn(name, func(r form.WireRow) string {
		d := c.Get(*r.Row)
		if !d.Valid() {
			return ""
		}
		return d.ISO() + nuaDem
	}, func(r form.WireRow, s string) bool {
		if s = strings.TrimSuffix(strings.TrimSpace(s), nuaDem); s == "" {
			return true
		}
		d, ok := law.ParseDay(s)
		if ok {
			c.Set(r.Row, d)
		}
		return ok
	}).Of(form.Medium)
}
