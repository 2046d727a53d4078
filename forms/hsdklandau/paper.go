package hsdklandau

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
	"ankhai/forms/law"
)

// tomTat is a summary of the file: the dossier has no paper of its own.
func tomTat() form.Paper {
	return form.Paper{
		Version: "tóm tắt", Basis: "Bản tóm tắt của tệp HSDK-LanDau.xml; không có mẫu giấy chính thức", From: khung.Ngay("2024-01-01"),
		Parts: []form.Part{
			form.Lines{Lines: append(khung.QuocHieu(130), []form.Line{
				{Segs: []form.Seg{form.B("HỒ SƠ ĐĂNG KÝ LẦN ĐẦU QUA TỔ CHỨC I-VAN").Sized(140)}, Align: form.Center, Before: 80},
				{Segs: []form.Seg{form.B("(đơn vị chưa có mã)").Sized(120)}, Align: form.Center, Before: 10},
				{Segs: []form.Seg{form.I("(Tóm tắt nội dung tệp điện tử HSDK-LanDau.xml)")}, Align: form.Center, Before: 10},
				{Segs: []form.Seg{form.B("Kính gửi: "), form.HeadField(TenCoQuan, 60), form.T(" (mã "), form.HeadField(CoQuanBHXH, 10), form.T(")")}, Align: form.Center, Before: 40},
			}...)},
			form.Lines{Lines: dongDau()},
			form.Grid{MinRows: 3, Size: 105, Cols: []form.GridCol{
				form.Ordinal("STT", "", 40),
				form.Cell("Tên tệp", "", 230, form.Left, TenFile),
				form.Cell("Mô tả", "", 330, form.Left, MoTa),
				form.Cell("Mã tờ khai", "", 120, form.Center, MaToKhai),
				form.Cell("Độ dài (ký tự base64)", "", 120, form.Right, DoDaiFile),
			}},
			form.Sign{Right: []form.Line{
				form.L(form.Center, khung.DongNgay(nil, func(v form.View) law.Day { return NgayLap.Get(v.Doc.Head) })...),
				form.L(form.Center, form.B("ĐẠI DIỆN ĐƠN VỊ")),
				form.L(form.Center, form.I("(Ký, ghi rõ họ tên, đóng dấu)")),
			}},
		},
	}
}

func dongDau() []form.Line {
	line := khung.Dong
	return []form.Line{
		line(form.T("1. Tên đơn vị: "), form.HeadField(TenDonVi, 0)),
		line(form.T("2. Mã số thuế: "), form.HeadField(MaSoThue, 24), form.T("    Điện thoại: "), form.HeadField(DienThoai, 0)),
		line(form.T("3. Email: "), form.HeadField(Email, 0)),
		line(form.T("4. Địa chỉ: "), form.HeadField(DiaChi, 0)),
		line(form.T("5. Người liên hệ: "), form.HeadField(NguoiLienHe, 34), form.T("    Điện thoại liên hệ: "), form.HeadField(DienThoaiLienHe, 0)),
		line(form.T("6. Địa chỉ liên hệ: "), form.HeadField(DiaChiLienHe, 0)),
		line(form.T("7. Tổ chức I-VAN: "), form.HeadField(TenIVAN, 44), form.T(" (mã "), form.HeadField(MaIVAN, 8), form.T(")")),
		line(form.T("8. Ngày đăng ký: "), form.HeadField(NgayDangKy, 16), form.T("    Phương thức nhận kết quả: "), form.HeadField(HinhThucNhan, 0)),
		line(form.T("9. Tờ khai và giấy tờ kèm theo:")),
	}
}
