package tk1ts

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// wire595 is TK1-TS-595.xml, element by element in its order.
func wire595() form.Wire {
	tinhKCB, maKCB := khung.NoiKCB(NoiKCB)
	row := []form.Elem{
		form.Seq("STT"),
		form.El("HoTen", HoTen),
		form.El("NgaySinh", NgaySinh),
		form.El("GioiTinh", GioiTinh),
		form.El("QuocTich", QuocTich),
		form.El("DanToc", DanToc),
		form.El("Matinh_KS", MaTinhKS),
		form.El("Mahuyen_KS", MaHuyenKS).Of(form.Medium),
		form.El("Maxa_KS", MaXaKS),
		form.El("Diachi_NN", DiaChiNhan),
		form.El("Matinh_NN", MaTinhNhan),
		form.El("Mahuyen_NN", MaHuyenNhan).Of(form.Medium),
		form.El("Maxa_NN", MaXaNhan),
		form.El("Ten_ChaMe_Giamho", ChaMe),
		form.El("MasoBHXH", MaSoBHXH),
		form.El("Dienthoai_LH", DienThoai),
		form.El("CMND", SoCCCD),
		form.El("Maho_Giadinh", MaHoGiaDinh),
		form.ElOr("Mucdong", MucDong, "0"),
		form.El("Phuongthuc", PhuongThuc),
		tinhKCB, maKCB,
		form.El("Noidung_Thaydoi", NoiDung),
		form.El("HosoKemtheo", HoSoKem),
		khung.CCNS(NgaySinh),
		form.El("ID", ID),
		form.El("Diachi_KS", DiaChiKS),
		form.El("Email_LH", Email),
		form.Box("PhuLuc", phuLuc595()...).HollowIf(khongHo),
	}
	return form.Wire{
		Version: "595", File: "TK1-TS-595.xml", Root: "TK1-TS", SignNode: "Cky",
		MaToKhai: "TK1-TS", MoTa: "Tờ khai tham gia, điều chỉnh thông tin BHXH, BHYT",
		Basis: "Tệp của phần mềm I-VAN đang dùng (05/2023), theo Quyết định 595/QĐ-BHXH; không có lược đồ chính thức công khai",
		From:  khung.Ngay("2017-07-01"), Conf: form.High,
		Body: []form.Elem{form.Box("NoiDung", form.Each("LaoDong", row...))},
	}
}

func phuLuc595() []form.Elem {
	return []form.Elem{
		form.El("Hoten_Chuho", ChuHo),
		form.El("DienThoai", HoDT),
		form.El("SoGiayTo", HoSoGiay).Of(form.Medium),
		form.El("LoaiGiayTo", HoLoaiGiay).Of(form.Low),
		form.El("MaTinh", HoTinh),
		form.El("MaHuyen", HoHuyen).Of(form.Medium),
		form.El("MaXa", HoXa),
		form.El("MaThon", HoThon),
		form.El("Maso_HoGiadinh", HoMaSo),
		form.El("Diachi_HK", HoDiaChi),
		form.Box("DSThanhVien", form.EachOf("ThanhVien", ThanhVien,
			form.Seq("STT"),
			form.El("HoTen", TVHoTen),
			form.El("MasoBHXH", TVMaSo),
			form.El("NgaySinh", TVNgaySinh),
			form.El("GioiTinh", TVGioiTinh),
			form.El("Matinh_KS", TVTinhKS),
			form.El("Mahuyen_KS", TVHuyenKS).Of(form.Medium),
			form.El("Maxa_KS", TVXaKS),
			form.El("MoiQuanHe", TVQuanHe),
			form.El("CMND", TVSoCCCD),
			form.El("Ghichu", TVGhiChu),
			khung.CCNS(TVNgaySinh),
			form.El("NguoiThamGia", TVThamGia).Of(form.Medium),
			form.El("DanToc", TVDanToc),
			form.El("QuocTich", TVQuocTich),
			form.El("DiachiDK_KS", TVDiaChiKS),
		)),
	}
}

// khongHo reports whether nothing is said of the person's household.
func khongHo(r form.WireRow) bool {
	for _, c := range []form.Handle{ChuHo, HoDT, HoSoGiay, HoLoaiGiay, HoTinh, HoHuyen, HoXa, HoThon, HoMaSo, HoDiaChi} {
		if c.Col().Known(*r.Row) {
			return false
		}
	}
	return len(r.Doc.Of(ThanhVien, *r.Row)) == 0
}
