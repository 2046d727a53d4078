package xwidget_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/wordbook"
)

// Options, hints and boxes are shown in the person's language; what is chosen keeps
// its own words, and codes and names are left alone.
func TestFieldsInEnglish(t *testing.T) {
	wordbook.Choose(wordbook.English)
	t.Cleanup(func() { wordbook.Choose(wordbook.Vietnamese) })
	chosen := ""
	s := xwidget.NewSelect([]string{"Hồ sơ", "Người lao động", "Phạm Văn Ẵm"}, func(words string) { chosen = words })
	e := xwidget.NewEntry()
	box := xwidget.NewCheck("Người lập", nil)
	w := uitest.Window(t, 400, 300, xwidget.Column(8, s, e, box))
	e.SetPlaceHolder("Ghi chú")
	w.Canvas().Focus(s)
	uitest.Keys(w.Canvas(), fyne.KeySpace)
	if got := strings.Join(uitest.Menu(w.Canvas()), "|"); got != "Dossiers|Workers|Phạm Văn Ẵm" {
		t.Errorf("the options are %s", got)
	}
	uitest.Choose(t, w.Canvas(), "Workers")
	if chosen != "Người lao động" || s.Selected != chosen {
		t.Errorf("chosen %q, %q", chosen, s.Selected)
	}
	if e.PlaceHolder != "Notes" && e.PlaceHolder != "Note" || box.Text != "Preparer" {
		t.Errorf("the hint is %q, the box %q", e.PlaceHolder, box.Text)
	}
	wordbook.Choose(wordbook.Vietnamese)
	e.Refresh()
	box.Refresh()
	if e.PlaceHolder != "Ghi chú" || box.Text != "Người lập" {
		t.Errorf("back, the hint is %q, the box %q", e.PlaceHolder, box.Text)
	}
}

// A list of words of the program's own is shown in the person's language and found by
// it and by Vietnamese; what is taken is the code.
func TestPickListInEnglish(t *testing.T) {
	wordbook.Choose(wordbook.English)
	t.Cleanup(func() { wordbook.Choose(wordbook.Vietnamese) })
	took := ""
	list := xwidget.NewPickList([]xwidget.Choice{{Code: "a", Words: "Hồ sơ"}, {Code: "b", Words: "Người lao động"}}, func(code string) { took = code })
	list.Spoken()
	w := uitest.Window(t, 400, 300, list)
	for _, term := range []string{"work", "nguoi lao"} {
		list.Start()
		uitest.Type(w.Canvas(), term)
		if list.Rows() != 1 || !drawn(list, "Workers") || drawn(list, "Người lao động") {
			t.Errorf("%q finds %d", term, list.Rows())
		}
		uitest.Find[*xwidget.SearchEntry](list)[0].SetText("")
	}
	uitest.Type(w.Canvas(), "dossier")
	uitest.Keys(w.Canvas(), fyne.KeyReturn)
	if took != "a" {
		t.Errorf("took %q", took)
	}
}

// drawn reports whether words stand on an object as they are drawn.
func drawn(o fyne.CanvasObject, words string) (yes bool) {
	uitest.Walk(o, func(o fyne.CanvasObject) {
		t, ok := o.(*canvas.Text)
		yes = yes || ok && t.Visible() && t.Text == words
	})
	return yes
}
