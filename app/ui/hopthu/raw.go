package hopthu

import (
	"fmt"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
)

// mostShown is how many letters of an answer are drawn; the file has all of them.
const mostShown = 20_000

// rawOf is everything that was heard about a dossier as one text, word for word, each
// answer below the moment when it came.
func rawOf(id string, tries []office.Attempt) office.File {
	var b strings.Builder
	for _, a := range tries {
		for _, h := range a.Came {
			if h.Raw != "" {
				fmt.Fprintf(&b, "—— Lần gửi %d, lúc %s ——\n%s\n\n", a.N, wording.Luc(h.Time), h.Raw)
			}
		}
	}
	return office.File{Name: id + "-tra-loi.txt", Bytes: []byte(b.String())}
}

// raw shows a text as it came, to be chosen from, copied and kept.
func (p *Page) raw(title string, f office.File) {
	text, more := drawable(string(f.Bytes))
	words := widget.NewLabel(text)
	words.Wrapping, words.Selectable = fyne.TextWrapBreak, true
	col := xwidget.Column(12, xwidget.Sized(760, 320, xwidget.NewCard(container.NewVScroll(words)).Tight()))
	if more > 0 {
		col.Add(xwidget.NewCaption(fmt.Sprintf("Còn %s chữ nữa: bấm Lưu để có đủ.", wording.So(more))))
	}
	var shut func()
	var copied *xwidget.Button
	copied = xwidget.NewButton("Chép", func() {
		p.clipboard().SetContent(string(f.Bytes))
		copied.Set("Đã chép")
	})
	col.Add(xwidget.Row(8, xwidget.NewButton("Lưu…", func() { p.host.SaveFile(f) }), copied, xwidget.Spacer(), xwidget.NewStrong("Đóng", func() { shut() })))
	shut = p.host.Dialog(title, col)
}

// drawable is a text from outside without what would lead the eye astray: letters that
// control or turn the direction. more counts what is not shown.
func drawable(text string) (shown string, more int) {
	r := []rune(strings.ToValidUTF8(text, "\uFFFD"))
	if len(r) > mostShown {
		more, r = len(r)-mostShown, r[:mostShown]
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return '\uFFFD'
		}
		return r
	}, string(r)), more
}
