package xwidget_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

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
