package print

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ankhai/forms/form"
)

// made is the time that stands in every PDF of the tests.
var made = time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)

// A form of the tests: a list like D02-LT, a sheet per person like TK1-TS.
var (
	tenDonVi = form.Text("TenDonVi", "Tên đơn vị")
	maDonVi  = form.Text("MaDonVi", "Mã đơn vị")
	hoTen    = form.Text("HoTen", "Họ và tên")
	maSo     = form.Text("MaSoBHXH", "Mã số BHXH")
	ngaySinh = form.Birth("NgaySinh", "Ngày sinh")
	chucVu   = form.Text("ChucVu", "Chức vụ")
	mucLuong = form.Money("MucLuong", "Mức lương")
	tuThang  = form.Month("TuThang", "Từ tháng")
	nu       = form.Flag("Nu", "Nữ")
	email    = form.Text("Email", "Email")
	ghiChu   = form.Text("GhiChu", "Ghi chú")

	thu = form.Register(form.Form{
		ID: "THU-IN", Title: "Mẫu thử để in", From: 20260501,
		Head:  &form.Table{Groups: []form.Group{form.Cols("", tenDonVi, maDonVi)}},
		Table: &form.Table{Groups: []form.Group{form.Cols("", hoTen, maSo, ngaySinh, chucVu, mucLuong, tuThang, nu, email, ghiChu)}},
	})
)

// danhSach is a list with the heads of D02-LT of Quyết định 366/QĐ-BHXH.
func danhSach() *form.Paper {
	none := func(form.View) string { return "" }
	stt := func(v form.View) string { return fmt.Sprint(v.N) }
	return &form.Paper{Version: "366", From: 20260501, Landscape: true, Parts: []form.Part{
		form.Corner{
			Left: []form.Line{
				form.L(form.Left, form.T("Tên đơn vị: "), form.HeadField(tenDonVi, 36)),
				form.L(form.Left, form.T("Mã đơn vị: "), form.HeadField(maDonVi, 24)),
			},
			Right: []form.Line{
				form.L(form.Center, form.B("Mẫu D02-LT").Sized(80)),
				form.L(form.Center, form.I("(Ban hành kèm theo Quyết định số: 366/QĐ-BHXH\nngày 29/4/2026 của BHXH Việt Nam)").Sized(80)),
			},
		},
		form.Lines{Lines: []form.Line{
			{Align: form.Center, Before: 50, Segs: []form.Seg{form.B("DANH SÁCH THAM GIA, ĐIỀU CHỈNH ĐÓNG BẢO HIỂM XÃ HỘI, BẢO HIỂM Y TẾ, BẢO HIỂM THẤT NGHIỆP").Sized(130)}},
			{Align: form.Center, Before: 15, Segs: []form.Seg{form.I("Số:       /………; ngày … tháng … năm …")}},
			{},
		}},
		form.Grid{MinRows: 7, Cols: []form.GridCol{
			form.CellOf("STT", "A", 26, form.Center, stt),
			form.Cell("Họ và tên", "B", 86, form.Left, hoTen),
			form.Cell("Mã số BHXH", "1", 38, form.Center, maSo),
			form.Cell("Ngày/ tháng/ năm sinh", "2", 39, form.Center, ngaySinh),
			form.Cell("Chức vụ, chức danh nghề, nghề nghiệp, nơi làm việc", "3", 53, form.Left, chucVu),
			form.Heading("Tiền lương",
				form.Cell("Hệ số lương/ Tiền lương", "4", 40, form.Right, mucLuong),
				form.CellOf("Hệ số chênh lệch bảo lưu", "5", 36, form.Right, none),
				form.Heading("Phụ cấp",
					form.CellOf("Chức vụ", "6", 36, form.Right, none),
					form.CellOf("Thâm niên VK (%)", "7", 40, form.Right, none),
					form.CellOf("Thâm niên nghề (%)", "8", 39, form.Right, none)),
				form.CellOf("Các khoản phụ cấp lương và thu nhập bổ sung", "9", 46, form.Right, none)),
			form.Heading("Loại HĐLĐ",
				form.CellOf("Không xác định thời hạn", "10", 40, form.Center, none),
				form.CellOf("Xác định thời hạn", "11", 39, form.Center, none),
				form.CellOf("HĐ, thỏa thuận khác", "12", 39, form.Center, none)),
			form.CellOf("Ngày Quyết định, HĐLĐ, HĐLV có hiệu lực", "13", 39, form.Center, none),
			form.Cell("Từ\ntháng/ năm", "14", 41, form.Center, tuThang),
			form.CellOf("Đến\ntháng/ năm", "15", 41, form.Center, none),
			form.CellOf("Nơi đăng ký KCB ban đầu", "16", 37, form.Center, none),
			form.CellOf("Hình thức nhận kết quả", "17", 35, form.Center, none),
			form.CellOf("Loại tăng, giảm, điều chỉnh", "18", 40, form.Center, none),
			form.Cell("Ghi chú", "19", 44, form.Left, ghiChu),
		}},
		form.Sign{Right: []form.Line{
			{Align: form.Center, Before: 60, Segs: []form.Seg{form.B("ĐƠN VỊ LẬP DANH SÁCH")}},
			form.L(form.Center, form.I("(Ký, ghi rõ họ tên, đóng dấu)")),
		}},
		form.Lines{Lines: []form.Line{{Align: form.Justify, Indent: 100, Segs: []form.Seg{
			form.BI("Ghi chú: "), form.I("Trường hợp kê khai biểu mẫu điện tử thì các trường thông tin đã được kết nối với Cơ sở dữ liệu Quốc gia về đăng ký doanh nghiệp, Cơ sở dữ liệu Quốc gia về bảo hiểm, các cơ sở dữ liệu chuyên nghành khác, ... trên Cổng dịch vụ công Quốc gia thì thông tin được tự động điền vào tờ khai điện tử. Đơn vị, tổ chức chỉ điền thông tin chưa có trong cơ sở dữ liệu.").Sized(90),
		}}}},
	}}
}

// toKhai is a sheet per person with leaders and boxes, as TK1-TS has them.
func toKhai() *form.Paper {
	la := func(yes bool) func(form.View) bool {
		return func(v form.View) bool { return nu.Col().Known(v.Row) && nu.Get(v.Row) == yes }
	}
	none := func(form.View) string { return "" }
	gap := func(l form.Line) form.Line { l.Before = 15; return l }
	line := func(segs ...form.Seg) form.Line { return gap(form.L(form.Justify, segs...)) }
	under := form.B("Độc lập - Tự do - Hạnh phúc").Sized(130)
	under.Style.Underline = true
	return &form.Paper{Version: "366", From: 20260501, PerRow: true, Parts: []form.Part{
		form.Corner{Right: []form.Line{
			form.L(form.Center, form.B("Mẫu TK1-TS").Sized(90)),
			form.L(form.Center, form.I("(Ban hành kèm theo Quyết định số: 366/QĐ-BHXH ngày 29/4/2026 của BHXH Việt Nam)").Sized(90)),
		}},
		form.Lines{Lines: []form.Line{
			form.L(form.Center, form.B("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM").Sized(130)),
			form.L(form.Center, under),
			{Align: form.Center, Before: 60, Segs: []form.Seg{form.B("TỜ KHAI").Sized(140)}},
			gap(form.L(form.Center, form.B("Mã số BHXH: ").Sized(140), form.Field(maSo, 34))),
			gap(form.L(form.Left, form.B("A. Đăng ký tham gia"))),
			line(form.T("[01]. Họ và tên: "), form.Field(hoTen, 0), form.T(" [02]. Giới tính: - "),
				form.TickBox("Nam", la(false)), form.T("       - "), form.TickBox("Nữ", la(true))),
			line(form.T("[03]. Ngày, tháng, năm sinh: "), form.Field(ngaySinh, 0), form.T(" [04]. Số CCCD/ĐDCN/hộ chiếu: "), form.FieldOf(none, 0)),
			line(form.T("[08]. Địa chỉ email: "), form.Field(email, 0)),
			line(form.T("[09] Nơi đăng ký khám, chữa bệnh ban đầu "), form.I("(không áp dụng đối với người tham gia BHXH tự nguyện, BHTNLĐ theo hình thức tự nguyện)"), form.T(": "), form.FieldOf(none, 0)),
			line(form.B("II. Thông tin bổ sung "), form.I("(áp dụng đối với (1) chủ hộ kinh doanh; (2) người quản lý doanh nghiệp không hưởng tiền lương, (2) Người quản lý điều hành hợp tác xã, liên hiệp hợp tác xã không hưởng tiền lương)")),
			line(form.T("[16]. Nội dung đề nghị: "), form.Field(ghiChu, 280)),
		}},
		form.Sign{
			Left: []form.Line{
				{Align: form.Center, Before: 40, Segs: []form.Seg{form.B("XÁC NHẬN CỦA ĐƠN VỊ")}},
				form.L(form.Center, form.I("(áp dụng đối với người lao động đang tham gia BHXH bắt buộc thay đổi họ, tên đệm, tên; ngày, tháng, năm sinh)")),
			},
			Right: []form.Line{
				form.L(form.Center, form.I("………, ngày …… tháng …… năm ………")),
				form.L(form.Center, form.I("Tôi chịu trách nhiệm trước pháp luật\nvề nội dung kê khai.")),
				form.L(form.Center, form.B("Người kê khai")),
				form.L(form.Center, form.I("(Ký, ghi rõ họ, tên)")),
			},
		},
	}}
}

// people makes a document with n invented people.
func people(n int) *form.Doc {
	d := form.New(thu)
	tenDonVi.Set(&d.Head, "Công ty TNHH Thử Nghiệm Ươm Mầm")
	maDonVi.Set(&d.Head, "YN0001A")
	ho := []string{"Nguyễn Thị Ánh Tuyết", "Trần Văn Dũng", "Lê Hoàng Bảo Ngọc", "Phạm Đức Ưởng", "Võ Thuỳ Ẩn"}
	viec := []string{"Công nhân may", "Kế toán trưởng, phòng Tài chính - Kế toán", "Lái xe", "Nhân viên kho"}
	for i := range n {
		var r form.Row
		hoTen.Set(&r, ho[i%len(ho)])
		maSo.Set(&r, fmt.Sprintf("01%08d", i+1))
		ngaySinh.Set(&r, 19950815)
		chucVu.Set(&r, viec[i%len(viec)])
		mucLuong.Set(&r, int64(5_310_000+i*1000))
		tuThang.Set(&r, 202611)
		nu.Set(&r, i%2 == 0)
		ghiChu.Set(&r, fmt.Sprintf("Dòng %d", i+1))
		d.Rows = append(d.Rows, r)
	}
	return d
}

// must prints, or fails the test.
func must(t testing.TB, d *form.Doc, p *form.Paper, o Options) []byte {
	t.Helper()
	if o.Made.IsZero() {
		o.Made = made
	}
	b, err := PDF(d, p, o)
	if err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("PRINT_KEEP"); dir != "" { // to look at
		name := strings.ReplaceAll(t.Name(), "/", "_") + ".pdf"
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

// tool runs another program over the PDF and returns its output.
func tool(t *testing.T, pdf []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CI") == "true" && name != "qpdf" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("%s is not installed", name)
	}
	file := filepath.Join(t.TempDir(), "in.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "IN" {
			args[i] = file
		}
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// text is what pdftotext reads, as laid out.
func text(t *testing.T, pdf []byte) string {
	t.Helper()
	return tool(t, pdf, "pdftotext", "-layout", "-enc", "UTF-8", "IN", "-")
}
