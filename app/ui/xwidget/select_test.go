package xwidget_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/app/ui/xwidget/telex"
)

// hospitals are n choices as the lists of the agency have them.
func hospitals(n int) []xwidget.Choice {
	kinds := []string{"Bệnh viện đa khoa", "Trung tâm y tế", "Phòng khám đa khoa", "Trạm y tế xã"}
	places := []string{"Đống Đa", "Hữu Nghị", "Củ Chi", "Krông Búk", "Hoà Bình", "Thuận Thành", "Ba Vì"}
	out := make([]xwidget.Choice, n)
	for i := range out {
		out[i] = xwidget.Choice{Code: fmt.Sprintf("%05d", i+1001), Words: fmt.Sprintf("%s %s %d", kinds[i%len(kinds)], places[i%len(places)], i+1)}
	}
	out[40].Also = "Xanh Pôn"
	return out
}

func TestSelectFewAndMany(t *testing.T) {
	few := xwidget.NewSelect([]string{"chưa ghi", "không", "có"}, nil)
	c := field(t, few)
	uitest.Keys(c, fyne.KeyDown, fyne.KeyDown)
	if few.Selected != "không" {
		t.Errorf("Down twice chose %q", few.Selected)
	}
	uitest.Type(c, "c")
	if few.Selected != "có" {
		t.Errorf("c chose %q", few.Selected)
	}
	uitest.Keys(c, fyne.KeySpace)
	uitest.Keys(c, fyne.KeyDown, fyne.KeyReturn) // the first line of the menu
	if few.Selected != "chưa ghi" {
		t.Errorf("the menu chose %q", few.Selected)
	}
	var months []string
	for i := 1; i <= 24; i++ {
		months = append(months, fmt.Sprintf("Tháng %d", i))
	}
	many := xwidget.NewSelect(months, nil)
	c = field(t, many)
	uitest.Type(c, "thang 17")
	uitest.Keys(c, fyne.KeyReturn)
	if many.SelectedIndex() != 16 || c.Focused() != fyne.Focusable(many) {
		t.Errorf("chose %q, the keys are in %T", many.Selected, c.Focused())
	}
}

func TestSelectSearchOverManyCodes(t *testing.T) {
	var chosen string
	s := xwidget.NewSelectSearch(hospitals(12000), func(code string) { chosen = code })
	w := uitest.Window(t, 520, 380, xwidget.Inset(12, 12, 12, 12, xwidget.Column(8, xwidget.NewText("Nơi khám bệnh ban đầu"), s)))
	c := w.Canvas()
	c.Focus(s)
	uitest.Golden(t, "selectsearch-closed", c)
	xwidget.SetTyping(telex.Telex, false)
	uitest.Type(c, "dong da")
	uitest.Golden(t, "selectsearch-open", c)
	uitest.Keys(c, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	if chosen == "" || s.Code() != chosen || c.Focused() != fyne.Focusable(s) {
		t.Fatalf("chose %q, shows %q", chosen, s.Selected)
	}
	uitest.Type(c, "xanh poon") // another name, typed with its marks
	uitest.Keys(c, fyne.KeyReturn)
	if chosen != "01041" {
		t.Errorf("by another name: %q", chosen)
	}
	uitest.Type(c, "01500")
	uitest.Keys(c, fyne.KeyReturn)
	if chosen != "01500" {
		t.Errorf("by its code: %q", chosen)
	}
	uitest.Keys(c, fyne.KeySpace, fyne.KeyReturn) // nothing typed, nothing pointed at
	uitest.Keys(c, fyne.KeyEscape)
	if chosen != "01500" || c.Focused() != fyne.Focusable(s) || c.Overlays().Top() != nil {
		t.Errorf("Esc left %q open or changed to %q", s.Selected, chosen)
	}
}

func TestSelectSearchDarkLargePicture(t *testing.T) {
	a := uitest.App(t)
	a.Settings().SetTheme(look.Theme{Dark: true})
	s := xwidget.NewSelectSearch(hospitals(400), nil)
	w := test.NewTempWindow(t, xwidget.Inset(12, 12, 12, 12, xwidget.Column(8, s)))
	w.SetPadded(false)
	w.Canvas().(software.WindowlessCanvas).SetScale(1.5)
	w.Resize(fyne.NewSize(440, 330))
	w.Canvas().Focus(s)
	uitest.Type(w.Canvas(), "cu chi")
	uitest.Golden(t, "selectsearch-dark-150", w.Canvas())
}

// From a key to the rows on the screen, over 12,000 items.
func BenchmarkSelectSearchKey(b *testing.B) {
	a := test.NewTempApp(b)
	a.Settings().SetTheme(look.Theme{})
	s := xwidget.NewSelectSearch(hospitals(12000), nil)
	w := test.NewTempWindow(b, s)
	w.Resize(fyne.NewSize(520, 380))
	w.Canvas().Focus(s)
	uitest.Keys(w.Canvas(), fyne.KeySpace)
	n := 0
	for b.Loop() {
		uitest.Type(w.Canvas(), "hoa binh")
		uitest.Keys(w.Canvas(), fyne.KeyEscape)
		n += 9
		if w.Canvas().Overlays().Top() == nil {
			uitest.Keys(w.Canvas(), fyne.KeySpace)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(n)/1000, "ms/key")
}
