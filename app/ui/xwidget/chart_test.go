package xwidget_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// stacked has bars of two parts over a scale; the third month is not known.
func stacked() (*xwidget.Chart, *[]int) {
	c := xwidget.NewChart("Người lao động đóng", "")
	c.SecondName, c.Axis = "Đơn vị đóng", wording.Gon
	var told []int
	c.OnChosen = func(i int) { told = append(told, i) }
	var ps []xwidget.ChartPoint
	for i := range 6 {
		n := int64(80_000_000 + 2_000_000*i)
		ps = append(ps, xwidget.ChartPoint{Label: string(rune('1' + i)), Title: "Tháng " + string(rune('1'+i)), Bar: n, Second: 2 * n, Known: i != 2, BarSay: wording.Gon(n), SecondSay: wording.Gon(2 * n)})
	}
	c.Set(ps)
	return c, &told
}

// A month is brought to hand by keys, by a tap, and for a while by the pointer; an
// unknown one says so.
func TestChartByKeysAndPointer(t *testing.T) {
	uitest.App(t)
	c, told := stacked()
	w := uitest.Window(t, 600, 220, c)
	if c.At() != 5 || c.Chosen() != -1 {
		t.Errorf("at first %d, %d", c.At(), c.Chosen())
	}
	w.Canvas().Focus(c)
	uitest.Keys(w.Canvas(), fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
	uitest.Golden(t, "chart", w.Canvas())
	uitest.Keys(w.Canvas(), fyne.KeyHome, fyne.KeyLeft, fyne.KeyEnd, fyne.KeyRight)
	if got := *told; len(got) != 7 || got[2] != 2 || got[3] != 0 || got[4] != 0 || got[6] != 5 {
		t.Errorf("told %v", got)
	}
	test.TapAt(c, fyne.NewPos(120, 100))
	if c.Chosen() != 0 {
		t.Errorf("the tap chose %d", c.Chosen())
	}
	c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(10, 100)}) // on the scale
	c.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(590, 100)}})
	if c.At() != 5 || c.Chosen() != 0 {
		t.Errorf("under the pointer %d, chosen %d", c.At(), c.Chosen())
	}
	c.MouseOut()
	if c.At() != 0 {
		t.Errorf("afterwards %d", c.At())
	}
	fyne.CurrentApp().Settings().SetTheme(look.Theme{Dark: true})
	c.Refresh()
	uitest.Golden(t, "chart-dark", w.Canvas())
}

// An empty chart, one without room, and one of nothing but zeros are drawn.
func TestChartsOfNothing(t *testing.T) {
	uitest.App(t)
	c := xwidget.NewChart("Người", "Quỹ")
	c.Axis = wording.Gon
	w := uitest.Window(t, 300, 160, c)
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	c.Set([]xwidget.ChartPoint{{Label: "1", Known: true}, {Label: "2"}})
	w.Resize(fyne.NewSize(40, 20))
	c.Resize(fyne.NewSize(0, 0))
	if c.At() != 0 {
		t.Error(c.At())
	}
}
