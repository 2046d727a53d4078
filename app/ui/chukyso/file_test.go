package chukyso

import (
	"slices"
	"strings"
	"syscall"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// ofOthers is a declaration of another program: one thing blocks, one reminds.
func ofOthers() office.FileCheck {
	return office.FileCheck{What: "Tờ khai D02-LT, theo tệp D02-TS-595.xml, 29 dòng", Known: true, Say: "1 chỗ phải sửa trước khi nộp", Level: office.Red,
		Faults: []office.FileFault{
			{Place: "Dòng 1, Trần Thị Thu Mai, Từ tháng", Say: "Từ tháng: giá trị không đúng dạng", Code: "XML-value", Basis: "Quyết định 595/QĐ-BHXH", Bad: true, Places: 1},
			{Place: "Loại kê khai · 12 dòng: 18, 19, 20, 21, 22…", Say: "Loại kê khai: phải có", Code: "D02-LT-50", Basis: "Tệp điện tử D02-TS-595.xml", Places: 12}},
		Checked: []string{"D02-TS-595.xml: đủ và đúng thứ tự các phần, mọi ô và mọi dòng theo quy tắc của D02-LT."},
		Open:    []string{"Phần đầu của mẫu, vì tệp này không mang theo."}}
}

// One drop answers both questions, each in a line; the leaves tell them at length.
func TestFileOfAnotherProgram(t *testing.T) {
	f := desk()
	f.content = ofOthers()
	p, _, w := open(t, f)
	p.Take("D02-TS-595.xml", "/nop/D02-TS-595.xml", []byte("<a/>"))
	uitest.Golden(t, "tep-la", w.Canvas())
	wants(t, words(w.Content()), "Cách điền|1 chỗ phải sửa trước khi nộp", "Chữ ký|Hợp lệ, nhưng", "Dòng 1, Trần Thị Thu Mai, Từ tháng|Từ tháng: giá trị không đúng dạng",
		"Quyết định 595/QĐ-BHXH · XML-value", "Đã xét|– D02-TS-595.xml", "Chưa xét|– Phần đầu của mẫu")
	uitest.Find[*xwidget.Tabs](w.Content())[0].Choose(signatureLeaf)
	wants(t, words(w.Content()), "Người ký|CÔNG TY CỔ PHẦN MAY BÌNH MINH")
	uitest.Golden(t, "tep-la-chu-ky", w.Canvas())
	// the leaf stays where it is while the same file is asked about again
	p.judged.online.SetChecked(true)
	wants(t, words(w.Content()), "Người ký|CÔNG TY CỔ PHẦN MAY BÌNH MINH")

	f.content = office.FileCheck{What: "Tệp PDF", Say: "Tệp PDF không có ô để kiểm, chỉ xét chữ ký."}
	p.Take("a.pdf", "/nop/a.pdf", []byte("%PDF-"))
	wants(t, words(w.Content()), "Cách điền|Tệp PDF không có ô để kiểm", "Người ký")
	if len(uitest.Find[*xwidget.Tabs](w.Content())) != 0 {
		t.Error("a PDF has leaves")
	}

	f.content = ofOthers()
	fyne.CurrentApp().Settings().SetTheme(look.Theme{Dark: true})
	defer fyne.CurrentApp().Settings().SetTheme(look.Theme{})
	w.Canvas().(software.WindowlessCanvas).SetScale(1.5)
	w.Resize(fyne.NewSize(715, 436))
	p.Content().Refresh()
	p.OnShow()
	p.Take("D02-TS-595.xml", "/nop/D02-TS-595.xml", []byte("<a/>"))
	uitest.Golden(t, "tep-la-toi-150", w.Canvas())
}

// An XML is signed with a key that is chosen; the copy lies beside it, and is judged.
func TestSignXML(t *testing.T) {
	f := desk()
	p, h, w := open(t, f)
	h.File.Name, h.File.Path, h.File.Data = "D02.xml", "/nop/D02.xml", []byte("<D02-TS><Cky/></D02-TS>")
	uitest.Press(t, w.Content(), "Ký một tệp…")
	if h.Titles[0] != "Ký D02.xml" || f.calls[1] != "keys "+office.AnyEmployer {
		t.Fatalf("dialogs %q, called %v", h.Titles, f.calls)
	}
	signIn(t, h, "bi-mat")
	if got := strings.Join(f.calls[2:], ", "); got != "open p12:/home/ketoan/chu-ky/binh-minh.p12, sign D02.xml, keep /nop/D02.xml, verify D02-daky.xml false" {
		t.Errorf("called %s", got)
	}
	if f.secret != "bi-mat" || strings.Trim(string(f.lived), "\x00") != "" {
		t.Errorf("secret %q is %q after", f.secret, f.lived)
	}
	wants(t, words(w.Content()), "D02-daky.xml", "Đã ký. Bản đã ký là D02-daky.xml, nằm cạnh tệp gốc; tệp gốc không đổi.", "Người ký")
	uitest.Golden(t, "da-ky", w.Canvas())
	uitest.Press(t, w.Content(), "Xem")
	if len(h.Shown) != 1 || h.Shown[0][0].Name != "D02-daky.xml" || !strings.HasPrefix(string(h.Shown[0][0].Bytes), "ký ") {
		t.Errorf("shown %+v", h.Shown)
	}
	// a folder that cannot be written: it is said, and the signature is not lost
	f.unkept = syscall.EROFS
	p.Take("D02.xml", "/cd/D02.xml", h.File.Data)
	uitest.Press(t, w.Content(), "Ký tệp này…")
	signIn(t, h, "bi-mat")
	wants(t, words(w.Content()), "Bản đã ký chưa có trên đĩa")
	uitest.Press(t, w.Content(), "Lưu…")
	if len(h.Failed) != 1 || len(h.Kept) != 1 || h.Kept[0].Name != "D02-daky.xml" {
		t.Errorf("failed %v, kept %+v", h.Failed, h.Kept)
	}
	// one whose place is not known is saved where the person says
	p.Take("D02.xml", "", h.File.Data)
	uitest.Press(t, w.Content(), "Ký tệp này…")
	signIn(t, h, "bi-mat")
	if len(h.Kept) != 2 {
		t.Errorf("kept %+v", h.Kept)
	}
	// what has no place for a signature says so before a key is asked for
	dialogs := len(h.Dialogs)
	p.Take("a.xml", "", []byte("<a/>"))
	uitest.Press(t, w.Content(), "Ký tệp này…")
	if len(h.Dialogs) != dialogs || len(h.Failed) != 2 {
		t.Errorf("%d dialogs, failed %v", len(h.Dialogs), h.Failed)
	}
}

// signIn types the password of the first key of the dialog at hand.
func signIn(t *testing.T, h *uitest.Host, secret string) {
	t.Helper()
	uitest.Find[*xwidget.Entry](h.Top())[0].SetText(secret)
	uitest.Press(t, h.Top(), "Ký bằng tệp này")
}

// Of a PDF it is asked how it is signed; what was typed is offered again until it is.
func TestSignPDF(t *testing.T) {
	f := desk()
	_, h, w := open(t, f)
	h.File.Name, h.File.Path, h.File.Data = "giay-de-nghi.pdf", "/nop/giay-de-nghi.pdf", []byte("%PDF-1.7")
	ask := func() {
		h.File.Name, h.File.Data = "giay-de-nghi.pdf", []byte("%PDF-1.7")
		uitest.Press(t, w.Content(), "Ký một tệp…")
	}
	ask()
	d := h.Top()
	uitest.Press(t, d, "Chọn chữ ký số…")
	signIn(t, h, "mk")
	if f.how.StampPage != 0 || f.how.Logo != nil || f.how.Certify != 0 || f.how.Reason+f.how.Place+f.how.TimeStamp != "" {
		t.Errorf("signed %+v", f.how)
	}
	ask()
	d = h.Top()
	picks, fields := uitest.Find[*xwidget.Select](d), uitest.Find[*xwidget.Entry](d)
	if !picks[1].Disabled() || !fields[2].Disabled() {
		t.Error("without a stamp its corner and its page are open")
	}
	fields[0].SetText("Kê khai tháng 11")
	fields[1].SetText("Hà Nội")
	picks[0].SetSelectedIndex(otherPage)
	picks[1].SetSelectedIndex(2)
	picks[2].SetSelectedIndex(1)
	h.File.Name, h.File.Data = "dau.png", []byte("png")
	uitest.Press(t, d, "Chọn ảnh…")
	dialogs := len(h.Dialogs)
	uitest.Press(t, d, "Chọn chữ ký số…")
	if h.Last() != "! Ghi số trang sẽ vẽ con dấu, từ 1" || len(h.Dialogs) != dialogs {
		t.Errorf("said %q", h.Last())
	}
	fields[2].SetText("3")
	picture := uitest.Window(t, 580, 440, xwidget.NewPanel(look.Surface, xwidget.Inset(18, 14, 18, 16, d)))
	uitest.Golden(t, "ky-pdf", picture.Canvas())
	h.Typing.Look()
	uitest.Press(t, d, "Chọn chữ ký số…")
	ask() // the key was not chosen after all
	d = h.Top()
	if got := uitest.Find[*xwidget.Entry](d)[0].Text; got != "Kê khai tháng 11" {
		t.Errorf("offers %q again", got)
	}
	uitest.Press(t, d, "Chọn chữ ký số…")
	signIn(t, h, "mk")
	if f.how.StampPage != 3 || f.how.StampCorner != office.StampTopRight || f.how.Certify != 1 || f.how.Reason != "Kê khai tháng 11" || f.how.Place != "Hà Nội" {
		t.Errorf("signed %+v", f.how)
	}
	ask()
	if got := uitest.Find[*xwidget.Entry](h.Top())[0].Text; got != "" {
		t.Errorf("signed, and %q is offered again", got)
	}
}

// Tables of giám định become a package, or it is said what is in the way.
func TestPack(t *testing.T) {
	f := desk()
	f.content = office.FileCheck{What: "Bảng XML1 của hồ sơ giám định BHYT, 1 dòng", Known: true, Table: true, Say: "Không thấy lỗi nào", Level: office.Green}
	p, h, w := open(t, f)
	p.Take("xml1.xml", "/kcb/xml1.xml", []byte("<TONG_HOP/>"))
	h.Files = []office.File{{Name: "xml1.xml"}, {Name: "xml2.xml"}}
	f.content = ofOthers()
	uitest.Press(t, w.Content(), "Đóng gói cùng các bảng khác…")
	d := h.Top()
	picture := uitest.Window(t, 580, 230, xwidget.NewPanel(look.Surface, xwidget.Inset(18, 14, 18, 16, d)))
	uitest.Golden(t, "dong-goi", picture.Canvas())
	uitest.Press(t, d, "Đóng gói")
	wants(t, words(h.Top()), "1 chỗ phải sửa trước khi nộp")
	if !slices.Contains(h.Titles, "Chưa đóng gói được") || h.Closed != 0 {
		t.Errorf("dialogs %q, %d closed", h.Titles, h.Closed)
	}
	f.packed = []byte("<GIAMDINHHS/>")
	facility := uitest.Find[*xwidget.Entry](d)[0]
	facility.SetText("79024")
	facility.OnSubmitted("")
	wants(t, words(w.Content()), "GIAMDINHHS.xml", "Đã đóng gói, chưa ký, chưa có trên đĩa")
	if f.calls[len(f.calls)-2] != "pack 79024 2" || h.Closed != 1 {
		t.Errorf("called %v, %d closed", f.calls, h.Closed)
	}
}

// All of it works from the keyboard.
func TestFileByKeyboard(t *testing.T) {
	f := desk()
	f.content = ofOthers()
	_, h, w := open(t, f)
	h.File.Name, h.File.Path, h.File.Data = "D02.xml", "/nop/D02.xml", []byte("<D02-TS><Cky/></D02-TS>")
	reach := func(words string) {
		t.Helper()
		for range 80 {
			w.Canvas().FocusNext()
			if b, ok := w.Canvas().Focused().(*xwidget.Button); ok && b.Words == words {
				uitest.Keys(w.Canvas(), fyne.KeyReturn)
				return
			}
		}
		t.Fatalf("Tab does not reach %q", words)
	}
	reach("Chọn tệp…")
	wants(t, words(w.Content()), "1 chỗ phải sửa trước khi nộp")
	reach("Ký tệp này…")
	if h.Titles[0] != "Ký D02.xml" {
		t.Errorf("dialogs %q", h.Titles)
	}
}
