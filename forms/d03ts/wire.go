package d03ts

import (
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// wire595 is D03-TS-595.xml, element by element in its order.
func wire595() form.Wire {
	return form.Wire{
		Version: "595", File: "D03-TS-595.xml", Root: "D03-TS", SignNode: "Cky",
		MaToKhai: "D03-TS", MoTa: "Danh sách người chỉ tham gia BHYT",
		Basis: "Lớp sinh tệp của một phần mềm I-VAN (2022), theo Quyết định 595/QĐ-BHXH; chưa thấy tệp thật, không có lược đồ chính thức công khai",
		From:  khung.Ngay("2017-07-01"), Conf: form.High,
		Body: []form.Elem{
			form.Box("ThongTinKhac",
				form.HeadEl("SoTheBHYT", SoTheBHYT),
				form.HeadEl("LuongCoSo", LuongCoSo),
				dau(tyLe("TyleNSNN", TyLeNSNN)),
				form.HeadEl("LoaiDoiTuong", LoaiDoiTuong),
				form.HeadEl("NguonDong", NguonDong).Of(form.Low),
				form.HeadEl("TenDoiTuong", TenDoiTuong),
				form.HeadEl("HinhThucTinh", HinhThucTinh).Of(form.Low),
			),
			form.Box("NoiDung", form.Each("LaoDong", laoDong595()...)),
		},
	}
}

func laoDong595() []form.Elem {
	tinhKCB, maKCB := khung.NoiKCB(NoiKCB)
	return []form.Elem{
		form.Seq("STT"),
		form.El("HoTen", HoTen),
		form.El("MasoBHXH", MaSoBHXH),
		form.El("NgaySinh", NgaySinh),
		form.El("GioiTinh", GioiTinh),
		tinhKCB, maKCB,
		form.El("NgayBienLai", NgayBienLai),
		form.El("SoBienLai", SoBienLai),
		form.El("Tiendong", TienDong),
		form.El("Sothang", SoThang),
		form.El("Ghichu", GhiChu),
		khung.CCNS(NgaySinh),
		form.El("PA", PhuongAn),
		form.El("MavungSS", VungSS),
		form.El("MucHuong", MucHuong),
		form.El("ID", ID),
		form.El("Loai", Loai).Of(form.Medium),
		form.El("MaPhongBan", MaPhongBan),
		tyLe("TyleNSDP", TyLeNSDP),
		tyLe("HotroKhac", HoTroKhac),
		form.El("Matinh_DangSS", MaTinh),
		form.El("Mahuyen_DangSS", MaHuyen),
		form.El("Maxa_DangSS", MaXa),
		form.El("Diachi_DangSS", DiaChi),
		form.El("NgayChet", NgayChet),
		form.El("CoGiamChet", CoGiamChet),
		form.El("TuNgay", TuNgay),
	}
}

// tyLe writes "0" for none and "50", not "50.0", as the sample does.
func tyLe(name string, c form.RateColumn) form.Elem {
	return form.Fn(name, func(r form.WireRow) string {
		v := c.Column.Get(*r.Row)
		if v.N == 0 {
			return "0"
		}
		return strings.TrimSuffix(c.Wire(v), ".0")
	}, func(r form.WireRow, s string) bool {
		v, ok := c.FromWire(s)
		if ok && v.Known() {
			c.Put(r.Row, v)
		}
		return ok
	})
}

// dau turns an element about the row into one about the head.
func dau(e form.Elem) form.Elem {
	write, read := e.Write, e.Read
	e.Write = func(r form.WireRow) string { return write(form.WireRow{Doc: r.Doc, Row: &r.Doc.Head}) }
	e.Read = func(r form.WireRow, s string) bool { return read(form.WireRow{Doc: r.Doc, Row: &r.Doc.Head}, s) }
	return e
}
