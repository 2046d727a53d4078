package hsdklandau

import (
	"path"
	"strconv"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// wire2024 is the file, element by element in the order of the observed class.
// It is signed and sent as it is, outside of any envelope.
func wire2024() form.Wire {
	return form.Wire{
		Version: "2024", File: "HSDK-LanDau.xml", Root: "Hoso", SignNode: "CKy_Dvi", Schema: "HSDK-LanDau", Mark: "MaIVan",
		MaToKhai: "HSDK-LanDau", MoTa: "Hồ sơ đăng ký lần đầu",
		Basis: lop + "; chưa thấy tệp thật, không có lược đồ chính thức công khai",
		From:  khung.Ngay("2024-01-01"), Conf: form.High,
		Body: []form.Elem{form.Box("NoiDung",
			form.HeadEl("TenCoQuan", TenCoQuan),
			form.HeadEl("MaCoQuan", CoQuanBHXH),
			form.HeadEl("LoaiDoiTuong", LoaiDoiTuong),
			form.HeadEl("TenDoiTuong", TenDonVi),
			form.HeadEl("MaSoThue", MaSoThue),
			form.HeadEl("DienThoai", DienThoai),
			form.HeadEl("Email", Email),
			form.HeadEl("NguoiLienHe", NguoiLienHe),
			form.HeadEl("DiaChi", DiaChi),
			form.HeadEl("DiaChiLienHe", DiaChiLienHe),
			form.HeadEl("DienThoaiLienHe", DienThoaiLienHe),
			form.HeadEl("NgayLap", NgayLap),
			form.HeadEl("NgayDangKy", NgayDangKy),
			form.HeadEl("MaIVan", MaIVAN),
			form.HeadEl("TenIVan", TenIVAN),
			form.HeadEl("PTNhanKetQua", HinhThucNhan).Of(form.Medium),
			form.Box("ToKhais", form.Each("FileToKhai",
				form.El("MaToKhai", MaToKhai),
				form.El("MoTaToKhai", MoTa),
				form.El("TenFile", TenFile),
				form.Fn("LoaiFile", func(r form.WireRow) string { return path.Ext(TenFile.Get(*r.Row)) }, nil),
				form.Fn("DoDaiFile", ghiDoDai, docDoDai),
				form.El("NoiDungFile", NoiDungFile),
			)),
		)},
	}
}

// ghiDoDai writes the length of the content itself, whatever the row says.
func ghiDoDai(r form.WireRow) string {
	return strconv.Itoa(len(NoiDungFile.Get(*r.Row)))
}

// docDoDai keeps what the file says, for the rule that holds it against the content.
func docDoDai(r form.WireRow, s string) bool {
	if s = strings.TrimSpace(s); s == "" {
		return true
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err == nil {
		DoDaiFile.Set(r.Row, n)
	}
	return err == nil && n >= 0
}
