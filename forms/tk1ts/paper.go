package tk1ts

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const mucII = "(áp dụng đối với (1) chủ hộ kinh doanh; (2) người quản lý doanh nghiệp không hưởng tiền lương, " +
	"(2) Người quản lý điều hành hợp tác xã, liên hiệp hợp tác xã không hưởng tiền lương, (4) tham gia BHXH tự nguyện, " +
	"(5) tham gia BHTNLĐ theo hình thức tự nguyện đăng ký tham gia lần đầu và (6) Các trường hợp đăng ký tham gia lại; " +
	"đăng ký thay đổi phương thức đóng, mức thu nhập làm căn cứ đóng)"

// paper366 is the sheet as the official template prints it, one a person; the
// wording and the numbering of the template are kept.
func paper366() form.Paper {
	return form.Paper{
		Version: "366", Basis: qd366 + " ngày 29/4/2026", From: khung.Ngay("2026-05-01"), PerRow: true,
		Parts: []form.Part{
			form.Corner{Right: khung.Goc366("TK1-TS", 90)},
			form.Lines{Lines: tieuDe()},
			form.Lines{Lines: mucA()},
			form.Lines{Lines: mucB()},
			form.Sign{
				Left: []form.Line{
					form.L(form.Center, form.B("XÁC NHẬN CỦA ĐƠN VỊ")),
					form.L(form.Center, form.I("(áp dụng đối với người lao động đang tham")),
					form.L(form.Center, form.I("gia BHXH bắt buộc thay đổi họ, tên đệm,")),
					form.L(form.Center, form.I("tên; ngày, tháng, năm sinh)")),
				},
				Right: []form.Line{
					form.L(form.Center, khung.NoiNgay(NoiLap, NgayLap)...),
					form.L(form.Center, form.I("Tôi chịu trách nhiệm trước pháp luật")),
					form.L(form.Center, form.I("về nội dung kê khai.")),
					form.L(form.Center, form.B("Người kê khai")),
					form.L(form.Center, form.I("(Ký, ghi rõ họ, tên)")),
				},
			},
			khung.ChanGhiChu(khung.GhiChu366, 100),
		},
	}
}

func tieuDe() []form.Line {
	number := form.Field(MaSoBHXH, 34).Sized(140)
	number.Style.Bold = true
	return append(khung.QuocHieu(140), []form.Line{
		{Segs: []form.Seg{form.B("TỜ KHAI").Sized(140)}, Align: form.Center, Before: 60},
		{Segs: []form.Seg{form.B("ĐĂNG KÝ, ĐIỀU CHỈNH THÔNG TIN THAM GIA BẢO HIỂM XÃ HỘI, BẢO HIỂM Y TẾ").Sized(118)}, Align: form.Center, Before: 20},
		{Segs: []form.Seg{form.B("Mã số BHXH: ").Sized(140), number}, Align: form.Center, Before: 20},
	}...)
}

func mucA() []form.Line {
	line := khung.Dong
	return []form.Line{
		{Segs: []form.Seg{form.B("A. Đăng ký tham gia")}, Before: 40},
		{Segs: []form.Seg{form.B("I. Thông tin chung")}, Before: 12},
		line(form.T("[01]. Họ và tên: "), form.Field(HoTen, 0), form.T("    [02]. Giới tính: - "),
			form.TickBox("Nam", khung.La(GioiTinh, facts.Nam.Ma())), form.T("       - "), form.TickBox("Nữ", khung.La(GioiTinh, facts.Nu.Ma()))),
		line(form.T("[03]. Ngày, tháng, năm sinh: "), form.FieldOf(khung.NgaySinh(NgaySinh), 24),
			form.T("    [04]. Số CCCD/ĐDCN/hộ chiếu: "), form.Field(SoCCCD, 0)),
		line(form.T("[05]. Dân tộc: "), khung.Ten(DanToc, 22), form.T("    [06]. Quốc tịch: "), khung.Ten(QuocTich, 20),
			form.T("    [07]. Số điện thoại: "), form.Field(DienThoai, 0)),
		line(form.T("[08]. Địa chỉ email: "), form.Field(Email, 0)),
		line(form.T("[09] Nơi đăng ký khám, chữa bệnh ban đầu "), form.I("(không áp dụng đối với người tham gia BHXH tự nguyện, BHTNLĐ theo hình thức tự nguyện)"),
			form.T(": "), form.FieldOf(khung.TenVaMa(NoiKCB), 0)),
		line(form.T("[10]. Đăng ký nhận kết quả giải quyết thủ tục hành chính:   - "), form.TickBox("Bản điện tử", khung.La(HinhThucNhan, BanDienTu)),
			form.T("          - "), form.TickBox("Bản giấy", khung.La(HinhThucNhan, BanGiay))),
		line(form.T("[11] Địa chỉ nhận bản giấy:")),
		line(form.T("[11.1]. số nhà, đường/phố, thôn/xóm: "), form.Field(DiaChiNhan, 0)),
		line(form.T("[11.2]. Xã, phường, đặc khu: "), khung.Ten(MaXaNhan, 44), form.T("    [11.3]. Tỉnh, thành phố: "), khung.Ten(MaTinhNhan, 0)),
		line(form.B("II. Thông tin bổ sung "), form.I(mucII)),
		line(form.T("[12]. Mức tiền đóng: "), form.FieldOf(khung.Tien(MucDong), 40), form.T("    [13]. Phương thức đóng: "), khung.Ten(PhuongThuc, 0)),
		line(form.T("[14]. Nghề, công việc, thời gian và nơi làm việc "), form.I("(áp dụng đối với người tham gia BHTNLĐ tự nguyện)"),
			form.T(": "), form.Field(NgheNghiep, 0)),
		line(form.T("[15]. Đối tượng tham gia: "), form.Field(DoiTuong, 0)),
	}
}

func mucB() []form.Line {
	line := khung.Dong
	// the leaders of [16] and [17] flow over two lines while the item is open
	return []form.Line{
		{Segs: []form.Seg{form.B("B. Điều chỉnh thông tin")}, Before: 12},
		line(form.T("[16]. Nội dung đề nghị: "), form.Field(NoiDung, 270)),
		line(form.T("[17]. Giấy tờ kèm theo (nếu có): "), form.Field(HoSoKem, 260)),
	}
}
