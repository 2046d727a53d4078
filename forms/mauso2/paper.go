package mauso2

import (
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// paper188 is the sheet as the official template prints it, one a person; the
// wording and the numbering of the template are kept.
func paper188() form.Paper {
	ke := strings.Repeat(".", 58)
	return form.Paper{
		Version: "188", Basis: nd188, From: khung.Ngay("2025-08-15"), PerRow: true, Size: 125,
		Parts: []form.Part{
			form.Corner{Right: khung.Goc("số 2", "", "", 130)},
			form.Lines{Lines: tieuDe()},
			form.Lines{Lines: append(mucI(), mucII()...)},
			form.Sign{Right: []form.Line{
				form.L(form.Center, khung.NoiNgay(NoiLap, NgayLap)...),
				form.L(form.Center, form.B("NGƯỜI KÊ KHAI")),
				form.L(form.Center, form.I("(Ký, ghi rõ họ, tên)").Sized(110)),
				{Segs: []form.Seg{form.T(ke)}, Align: form.Center, Before: 20},
				{Segs: []form.Seg{form.T(ke)}, Align: form.Center, Before: 20},
			}},
			form.Lines{Lines: ghiChu()},
		},
	}
}

func tieuDe() []form.Line {
	ma := form.Field(MaSoBHXH, 17).Sized(130)
	ma.Style.Bold = true
	giua := func(before int, segs ...form.Seg) form.Line {
		return form.Line{Segs: segs, Align: form.Center, Before: before}
	}
	return append(khung.QuocHieu(130),
		giua(60, form.B("TỜ KHAI").Sized(130)),
		giua(0, form.B("THAM GIA, ĐIỀU CHỈNH THÔNG TIN BẢO HIỂM Y TẾ").Sized(130)),
		giua(0, form.B("Mã số bảo hiểm y tế:").Sized(130), ma),
		form.Line{},
	)
}

func mucI() []form.Line {
	line := khung.Dong
	return []form.Line{
		line(form.B("I. Đăng ký tham gia bảo hiểm y tế lần đầu")),
		line(form.T("[01]. Họ và tên "), form.I("(viết chữ in hoa)"), form.T(": "),
			form.FieldOf(func(v form.View) string { return strings.ToUpper(HoTen.Get(v.Row)) }, 39), form.T("  [02]. Giới tính: "),
			form.FieldOf(func(v form.View) string { return strings.ToLower(khung.LoiCua(GioiTinh)(v)) }, 0)),
		line(form.T("[03]. Ngày, tháng, năm sinh: "), form.FieldOf(khung.NgaySinh(NgaySinh), 30), form.T("  [04]. Dân tộc: "), khung.Ten(DanToc, 0)),
		line(form.T("[05]. Quốc tịch: "), khung.Ten(QuocTich, 34), form.T("  [06]. Số CCCD/ĐDCN/Hộ chiếu: "), form.Field(SoCCCD, 0)),
		line(form.T("[07]. Điện thoại: "), form.Field(DienThoai, 34), form.T("  [08]. Email (nếu có): "), form.Field(Email, 0)),
		line(form.T("[09]. Nơi đăng ký khám, chữa bệnh ban đầu: "), form.FieldOf(khung.TenVaMa(NoiKCB), 0)),
		line(form.T("[10]. Đăng ký nhận kết quả giải quyết thủ tục hành chính:")),
		line(form.T("[10.1]. Nhận thẻ bảo hiểm y tế bản điện tử: - VssID  "), form.TickBox("", kenh(QuaVssID)),
			form.T("          - Email  "), form.TickBox("", kenh(QuaEmail))),
		line(form.T("[10.2]. Nhận thẻ bảo hiểm y tế bản giấy, địa chỉ:  "), form.TickBox("", khung.La(HinhThucNhan, BanGiay))),
		line(form.T("[10.2a]. Số nhà, đường/phố, thôn/xóm: "), form.Field(DiaChiNhan, 0)),
		line(form.T("[10.2b]. Xã, phường, đặc khu: "), khung.Ten(MaXaNhan, 36), form.T("  [10.2c]. Tỉnh, thành phố: "), khung.Ten(MaTinhNhan, 0)),
	}
}

func mucII() []form.Line {
	line := khung.Dong
	// the leaders of [11] and [12] flow over two and three lines while open
	return []form.Line{
		line(form.B("II. Điều chỉnh thông tin ghi trên thẻ bảo hiểm y tế")),
		line(form.T("[11]. Nội dung đề nghị điều chỉnh: "), form.Field(NoiDung, 245)),
		line(form.T("[12]. Hồ sơ kèm theo (nếu có): "), form.Field(HoSoKem, 405)),
	}
}

func kenh(ma string) func(form.View) bool {
	return func(v form.View) bool { return HinhThucNhan.Get(v.Row) == BanDienTu && KenhNhan.Get(v.Row) == ma }
}

func ghiChu() []form.Line {
	out := []form.Line{{Segs: []form.Seg{form.BI("Ghi chú:").Sized(105)}, Before: 40}}
	for _, s := range []string{
		"- Người tham gia tra cứu mã số bảo hiểm y tế tại địa chỉ: https://baohiemxahoi.gov.vn",
		"- Trường hợp triển khai tờ khai điện tử:",
		"+ Các trường thông tin đã được kết nối với Cơ sở dữ liệu Quốc gia về dân cư, Cơ sở dữ liệu Quốc gia về cư trú, Cơ sở dữ liệu Quốc gia về bảo hiểm, các cơ sở dữ liệu khác, ... trên Cổng dịch vụ công Quốc gia thì thông tin được tự động điền vào tờ khai điện tử. Cá nhân chỉ điền thông tin chưa có trong cơ sở dữ liệu.",
		"+ Trường hợp người kê khai sử dụng Tài khoản định danh điện tử (VneID) mức độ 2 để đăng nhập vào Cổng dịch vụ công Quốc gia để giải quyết các thủ tục trên môi trường điện tử thì không phải ký tên vào tờ khai.",
	} {
		out = append(out, form.Line{Segs: []form.Seg{form.I(s).Sized(100)}, Align: form.Justify})
	}
	return out
}
