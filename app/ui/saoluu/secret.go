package saoluu

import (
	"path/filepath"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Door is what asking for a secret needs of the window.
type Door interface {
	Dialog(title string, content fyne.CanvasObject) (shut func())
	Focus(fyne.Focusable)
}

// Lock is a file that a secret opens, and which kinds would do.
type Lock struct {
	Path                 string
	One                  bool // it holds one employer, under a passphrase of its own
	Passphrase, Recovery bool
}

// lockWords are what is asked for.
type lockWords struct{ title, say, label string }

var (
	ofBackup   = lockWords{"Mở bản sao", "Bản sao này khoá bằng khoá khác với dữ liệu ở đây. Gõ mật khẩu dữ liệu của nơi đã sao lưu, hoặc khoá khôi phục đã in ở đó.", "Mật khẩu dữ liệu"}
	ofEmployer = lockWords{"Mở tệp giao đơn vị", "Gõ mật khẩu mà người giao đã báo. Chưa có gì ở đây thay đổi: nội dung tệp được nêu ra trước.", "Mật khẩu của tệp"}
)

// AskSecret asks for what opens a file, as often as the person likes. try tries what was
// typed, which is the caller's from then on, and tells what came of it: words that say what
// is wrong, or "" where the dialog is done with.
func AskSecret(at Door, l Lock, try func(src office.Sources, told func(wrong string))) {
	pass, key := xwidget.NewPassword(), xwidget.NewCode()
	key.SetPlaceHolder("7 nhóm, mỗi nhóm 5 ký tự")
	fault, faults := faultLine()
	var shut func()
	var yes *xwidget.Button
	open := func() {
		if pass.Text == "" && key.Text == "" {
			fault.Set("Chưa gõ gì.")
			return
		}
		if yes.Disabled() {
			return
		}
		yes.Disable()
		fault.Set("")
		try(office.Sources{Passphrase: []byte(pass.Text), Recovery: []byte(key.Text)}, func(wrong string) {
			yes.Enable()
			pass.SetText("")
			fault.Set(wrong) // a mistyped recovery key stays to be mended
			if wrong == "" {
				key.SetText("")
				shut()
			}
		})
	}
	yes = xwidget.NewStrong("Mở", open)
	pass.OnSubmitted = func(string) { open() }
	key.OnSubmitted = pass.OnSubmitted
	words := ofBackup
	if l.One {
		words = ofEmployer
	}
	col := sheet(xwidget.NewText(filepath.Base(l.Path)).Strong(), xwidget.NewPara(words.say).In(look.Muted))
	first, name := key, "Khoá khôi phục"
	if l.Passphrase {
		first, name = pass, "hoặc khoá khôi phục"
		col.Add(labelled(words.label, pass))
	}
	if l.Recovery {
		col.Add(labelled(name, key))
	}
	col.Add(faults)
	col.Add(xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), yes))
	shut = at.Dialog(words.title, col)
	at.Focus(first)
}
