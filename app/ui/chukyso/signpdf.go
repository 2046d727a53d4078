package chukyso

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Where the stamp of a PDF stands.
const (
	noStamp = iota
	lastPage
	firstPage
	otherPage
)

var stampWords = []string{"Không vẽ con dấu", "Trang cuối", "Trang đầu", "Trang khác"}

// corners are the corners of a page, in the order of cornerWords.
var corners = []office.StampCorner{office.StampBottomRight, office.StampBottomLeft, office.StampTopRight, office.StampTopLeft}

var cornerWords = []string{"Dưới, bên phải", "Dưới, bên trái", "Trên, bên phải", "Trên, bên trái"}

// afterWords are what may happen to a PDF once it is signed, in the order of
// office.PDFSignature.Certify.
var afterWords = []string{"Cho người khác ký tiếp", "Khoá: không cho đổi gì nữa", "Chỉ cho điền ô và ký tiếp", "Cho điền ô, ký tiếp và ghi chú"}

// pdfForm asks how a PDF is signed.
type pdfForm struct {
	p                     *Page
	file                  chosen
	reason, place         *xwidget.Entry
	stamp, corner, after  *xwidget.Select
	page, clock           *xwidget.Entry
	picture               []byte
	pictureName           *xwidget.Text
	choosePicture, remove *xwidget.Button
	shut                  func()
	typed                 *unsaved.Open
}

// askPDF asks how a PDF is signed, and then for the key.
func (p *Page) askPDF(file chosen) {
	f := &pdfForm{p: p, file: file, reason: xwidget.NewEntry(), place: xwidget.NewEntry(), page: xwidget.NewCode(), clock: xwidget.NewCode(),
		pictureName: xwidget.NewText("không có").In(look.Muted)}
	f.reason.PlaceHolder, f.place.PlaceHolder = "không bắt buộc, ví dụ: Kê khai tháng 11", "không bắt buộc, ví dụ: Hà Nội"
	f.page.PlaceHolder, f.clock.PlaceHolder = "số trang", "không bắt buộc: địa chỉ máy chủ, http://…"
	f.corner, f.after = xwidget.NewSelect(cornerWords, nil), xwidget.NewSelect(afterWords, nil)
	f.choosePicture, f.remove = xwidget.NewButton("Chọn ảnh…", f.pick).Tiny(), xwidget.NewButton("Bỏ ảnh", f.drop).Tiny()
	f.stamp = xwidget.NewSelect(stampWords, func(string) { f.stamped() })
	f.stamp.SetSelectedIndex(noStamp)
	f.corner.SetSelectedIndex(0)
	f.after.SetSelectedIndex(0)
	f.typed = p.host.Typed(unsaved.Form{Name: "ky-pdf", Title: "Ký tệp PDF", Machine: true, Go: office.Place{Screen: office.SignScreen}, Fields: []unsaved.Field{
		unsaved.Text("lyDo", "Lý do ký", f.reason), unsaved.Text("noiKy", "Nơi ký", f.place), unsaved.Option("conDau", "Con dấu", f.stamp), unsaved.Text("trang", "Trang", f.page),
		unsaved.Option("goc", "Góc trang", f.corner), unsaved.Option("sauKy", "Sau khi ký", f.after), unsaved.Text("dauThoiGian", "Dấu thời gian", f.clock)}})
	f.shut = p.host.Dialog("Ký "+file.name, xwidget.Column(8, xwidget.Sized(dialogWidth, 1, xwidget.Spacer()), f.typed.Top(),
		line("Lý do ký", f.reason), line("Nơi ký", f.place),
		line("Con dấu", xwidget.Dock(nil, nil, nil, xwidget.Inset(8, 0, 0, 0, xwidget.Sized(96, 0, f.page)), f.stamp)), line("Góc trang", f.corner),
		line("Ảnh trên con dấu", xwidget.Row(8, f.choosePicture, f.remove, f.pictureName)),
		line("Sau khi ký", f.after), line("Dấu thời gian", f.clock),
		xwidget.NewPara("Tệp gốc không đổi: bản đã ký là một tệp mới, nằm cạnh nó.").In(look.Muted),
		xwidget.Inset(0, 6, 0, 0, xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { f.shut() }), xwidget.NewStrong("Chọn chữ ký số…", f.goOn)))))
	p.host.Focus(f.reason)
}

// line is a field with its label.
func line(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return xwidget.Dock(nil, nil, xwidget.Sized(130, 0, xwidget.Row(0, xwidget.NewText(label))), nil, o)
}

// stamped leaves open what the stamp needs.
func (f *pdfForm) stamped() {
	at := f.stamp.SelectedIndex()
	openIf(f.page, at == otherPage)
	openIf(f.corner, at != noStamp)
	openIf(f.choosePicture, at != noStamp)
	openIf(f.remove, at != noStamp && f.picture != nil)
}

func openIf(w fyne.Disableable, yes bool) {
	if w.Disable(); yes {
		w.Enable()
	}
}

// pick takes a picture for the stamp, the seal of the firm most often.
func (f *pdfForm) pick() {
	f.p.host.PickFile([]string{".png", ".jpg", ".jpeg"}, func(name, _ string, data []byte) {
		f.picture = data
		f.pictureName.In(look.Text).Set(name)
		f.stamped()
	})
}

func (f *pdfForm) drop() {
	f.picture = nil
	f.pictureName.In(look.Muted).Set("không có")
	f.stamped()
}

// goOn closes the dialog and asks for the key.
func (f *pdfForm) goOn() {
	how := office.PDFSignature{Reason: strings.TrimSpace(f.reason.Text), Place: strings.TrimSpace(f.place.Text),
		Certify: f.after.SelectedIndex(), TimeStamp: strings.TrimSpace(f.clock.Text)}
	switch f.stamp.SelectedIndex() {
	case lastPage:
		how.StampPage = -1
	case firstPage:
		how.StampPage = 1
	case otherPage:
		n, err := strconv.Atoi(strings.TrimSpace(f.page.Text))
		if err != nil || n < 1 {
			f.p.host.Say("Ghi số trang sẽ vẽ con dấu, từ 1", true)
			f.p.host.Focus(f.page)
			return
		}
		how.StampPage = n
	}
	if how.StampPage != 0 {
		how.StampCorner, how.Logo = corners[f.corner.SelectedIndex()], f.picture
	}
	f.shut()
	f.p.askKey(f.file, how, f.typed.Stored)
}
