package tk1ts

import (
	"strconv"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

const ghiChu366 = "Trường hợp kê khai biểu mẫu điện tử thì các trường thông tin đã được kết nối với Cơ sở dữ liệu Quốc gia về đăng ký doanh nghiệp, " +
	"Cơ sở dữ liệu Quốc gia về bảo hiểm, các cơ sở dữ liệu chuyên nghành khác, ... trên Cổng dịch vụ công Quốc gia thì thông tin được tự động điền vào tờ khai điện tử. " +
	"Đơn vị, tổ chức chỉ điền thông tin chưa có trong cơ sở dữ liệu."

const mucII = "(áp dụng đối với (1) chủ hộ kinh doanh; (2) người quản lý doanh nghiệp không hưởng tiền lương, " +
	"(2) Người quản lý điều hành hợp tác xã, liên hiệp hợp tác xã không hưởng tiền lương, (4) tham gia BHXH tự nguyện, " +
	"(5) tham gia BHTNLĐ theo hình thức tự nguyện đăng ký tham gia lần đầu và (6) Các trường hợp đăng ký tham gia lại; " +
	"đăng ký thay đổi phương thức đóng, mức thu nhập làm căn cứ đóng)"

// paper366 is the sheet as the official template prints it, one a person; the
// wording and the numbering of the template are kept.
func paper366() form.Paper {
	return form.Paper{
		Version: "366", Basis: qd366 + " ngày 29/4/2026", From: ngay("2026-05-01"), PerRow: true,
		Parts: []form.Part{
			form.Corner{Right: []form.Line{
				form.L(form.Center, form.B("Mẫu TK1-TS").Sized(90)),
				form.L(form.Center, form.I("(Ban hành kèm theo Quyết định số: 366/QĐ-BHXH").Sized(90)),
				form.L(form.Center, form.I("ngày 29/4/2026 của BHXH Việt Nam)").Sized(90)),
			}},
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
					form.L(form.Center, noiNgay()...),
					form.L(form.Center, form.I("Tôi chịu trách nhiệm trước pháp luật")),
					form.L(form.Center, form.I("về nội dung kê khai.")),
					form.L(form.Center, form.B("Người kê khai")),
					form.L(form.Center, form.I("(Ký, ghi rõ họ, tên)")),
				},
			},
			form.Lines{Lines: []form.Line{
				{Segs: []form.Seg{form.BI("Ghi chú: "), form.I(ghiChu366).Sized(100)}, Align: form.Justify, Indent: 100, Before: 80},
			}},
		},
	}
}

func tieuDe() []form.Line {
	doc := form.B("Độc lập - Tự do - Hạnh phúc").Sized(140)
	doc.Style.Underline = true
	number := form.Field(MaSoBHXH, 34).Sized(140)
	number.Style.Bold = true
	return []form.Line{
		form.L(form.Center, form.B("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM").Sized(140)),
		form.L(form.Center, doc),
		{Segs: []form.Seg{form.B("TỜ KHAI").Sized(140)}, Align: form.Center, Before: 60},
		{Segs: []form.Seg{form.B("ĐĂNG KÝ, ĐIỀU CHỈNH THÔNG TIN THAM GIA BẢO HIỂM XÃ HỘI, BẢO HIỂM Y TẾ").Sized(118)}, Align: form.Center, Before: 20},
		{Segs: []form.Seg{form.B("Mã số BHXH: ").Sized(140), number}, Align: form.Center, Before: 20},
	}
}

func mucA() []form.Line {
	line := func(segs ...form.Seg) form.Line { return form.Line{Segs: segs, Align: form.Justify, Before: 12} }
	la := func(c form.CodeColumn, ma string) func(form.View) bool {
		return func(v form.View) bool { return c.Get(v.Row) == ma }
	}
	return []form.Line{
		{Segs: []form.Seg{form.B("A. Đăng ký tham gia")}, Before: 40},
		{Segs: []form.Seg{form.B("I. Thông tin chung")}, Before: 12},
		line(form.T("[01]. Họ và tên: "), form.Field(HoTen, 0), form.T("    [02]. Giới tính: - "),
			form.TickBox("Nam", la(GioiTinh, facts.Nam.Ma())), form.T("       - "), form.TickBox("Nữ", la(GioiTinh, facts.Nu.Ma()))),
		line(form.T("[03]. Ngày, tháng, năm sinh: "), form.FieldOf(ngaySinhIn, 24),
			form.T("    [04]. Số CCCD/ĐDCN/hộ chiếu: "), form.Field(SoCCCD, 0)),
		line(form.T("[05]. Dân tộc: "), ten(DanToc, codes.DanToc, 22), form.T("    [06]. Quốc tịch: "), ten(QuocTich, codes.QuocTich, 20),
			form.T("    [07]. Số điện thoại: "), form.Field(DienThoai, 0)),
		line(form.T("[08]. Địa chỉ email: "), form.Field(Email, 0)),
		line(form.T("[09] Nơi đăng ký khám, chữa bệnh ban đầu "), form.I("(không áp dụng đối với người tham gia BHXH tự nguyện, BHTNLĐ theo hình thức tự nguyện)"),
			form.T(": "), form.FieldOf(func(v form.View) string { return maVaTen(NoiKCB.Get(v.Row)) }, 0)),
		line(form.T("[10]. Đăng ký nhận kết quả giải quyết thủ tục hành chính:   - "), form.TickBox("Bản điện tử", la(HinhThucNhan, BanDienTu)),
			form.T("          - "), form.TickBox("Bản giấy", la(HinhThucNhan, BanGiay))),
		line(form.T("[11] Địa chỉ nhận bản giấy:")),
		line(form.T("[11.1]. số nhà, đường/phố, thôn/xóm: "), form.Field(DiaChiNhan, 0)),
		line(form.T("[11.2]. Xã, phường, đặc khu: "), ten(MaXaNhan, codes.Xa, 44), form.T("    [11.3]. Tỉnh, thành phố: "), ten(MaTinhNhan, codes.Tinh, 0)),
		line(form.B("II. Thông tin bổ sung "), form.I(mucII)),
		line(form.T("[12]. Mức tiền đóng: "), form.FieldOf(mucDongIn, 40), form.T("    [13]. Phương thức đóng: "), ten(PhuongThuc, codes.PhuongThuc, 0)),
		line(form.T("[14]. Nghề, công việc, thời gian và nơi làm việc "), form.I("(áp dụng đối với người tham gia BHTNLĐ tự nguyện)"),
			form.T(": "), form.Field(NgheNghiep, 0)),
		line(form.T("[15]. Đối tượng tham gia: "), form.Field(DoiTuong, 0)),
	}
}

func mucB() []form.Line {
	line := func(segs ...form.Seg) form.Line { return form.Line{Segs: segs, Align: form.Justify, Before: 12} }
	// the leaders of [16] and [17] flow over two lines while the item is open
	return []form.Line{
		{Segs: []form.Seg{form.B("B. Điều chỉnh thông tin")}, Before: 12},
		line(form.T("[16]. Nội dung đề nghị: "), form.Field(NoiDung, 270)),
		line(form.T("[17]. Giấy tờ kèm theo (nếu có): "), form.Field(HoSoKem, 260)),
	}
}

// noiNgay is "…, ngày … tháng … năm …" over the signature.
func noiNgay() []form.Seg {
	so := func(f func(form.View) int, places, rong int) form.Seg {
		return form.FieldOf(func(v form.View) string {
			n := f(v)
			if n == 0 {
				return ""
			}
			s := strconv.Itoa(n)
			return strings.Repeat("0", max(0, places-len(s))) + s
		}, rong)
	}
	out := []form.Seg{
		form.HeadField(NoiLap, 9), form.T(", ngày "),
		so(func(v form.View) int { return NgayLap.Get(v.Doc.Head).Dom() }, 2, 6), form.T(" tháng "),
		so(func(v form.View) int { return NgayLap.Get(v.Doc.Head).Month().Num() }, 2, 6), form.T(" năm "),
		so(func(v form.View) int { return NgayLap.Get(v.Doc.Head).Year() }, 4, 9),
	}
	for i := range out {
		out[i].Style.Italic = true
	}
	return out
}

// ngaySinhIn leaves dots for the parts of a birth that are not known.
func ngaySinhIn(v form.View) string {
	d := NgaySinh.Get(v.Row)
	if d == 0 {
		return ""
	}
	part := func(n int) string {
		if n == 0 {
			return "......"
		}
		s := strconv.Itoa(n)
		return strings.Repeat("0", max(0, 2-len(s))) + s
	}
	return part(d.Dom()) + "/" + part(d.Month().Num()) + "/" + part(d.Year())
}

func mucDongIn(v form.View) string {
	if n := MucDong.Get(v.Row); n > 0 {
		return form.Dots(n) + " đồng"
	}
	return ""
}

// ten prints the words of a code, the code itself where the list lacks it.
func ten(c form.CodeColumn, l form.List, dots int) form.Seg {
	return form.FieldOf(func(v form.View) string {
		ma := c.Get(v.Row)
		if s := l.Label(ma); s != "" {
			return s
		}
		return ma
	}, dots)
}

func maVaTen(ma string) string {
	if s := codes.KCB.Label(ma); s != "" {
		return s + " (" + ma + ")"
	}
	return ma
}
