package xwidget_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

func events() []xwidget.EventItem {
	return []xwidget.EventItem{
		{When: "20/11 14:33", Title: "Đã tiếp nhận", Say: "số hồ sơ 00123/2026/07906", Raw: strings.Repeat(`{"soHoSo":"00123/2026/07906","buoc":1} `, 14), Tone: look.Good},
		{When: "20/11 14:32", Who: "Nguyễn Thị Hồng, người ký", Title: "Đã gửi", Say: "biên nhận 2026-0001", Tone: look.Info},
		{When: "20/11 14:05", Who: "Trần Văn Dũng", Title: "Đã ký", Tone: look.Info},
		{When: "19/11 09:10", Who: "Nguyễn Thị Hồng", Title: "Lập hồ sơ", Say: "từ đề xuất của bảng lương tháng 11", Tone: look.Plain},
	}
}

// walk is a stepper above a timeline.
func walk() (*xwidget.Stepper, *xwidget.Timeline, fyne.CanvasObject) {
	s := xwidget.NewStepper([]string{"Chọn bảng lương", "Xem cột và lỗi", "Duyệt đề xuất", "Lập hồ sơ"}, nil)
	s.Set(1, 2)
	l := xwidget.NewTimeline(events())
	scroll := xwidget.NewScroll(l)
	l.OnActive, l.OnResized = scroll.Reveal, scroll.Reflow
	return s, l, xwidget.NewPanel(look.Surface, xwidget.Inset(14, 14, 14, 14, xwidget.Dock(xwidget.Inset(0, 0, 0, 12, s), nil, nil, nil, scroll)))
}

func TestTimelineAndStepperByKeys(t *testing.T) {
	s, l, content := walk()
	w := uitest.Window(t, 640, 330, content)
	c := w.Canvas()
	var went []int
	s.OnGo = func(i int) { went = append(went, i); s.Set(i, 2) }
	c.Focus(s)
	uitest.Keys(c, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn) // the fourth is closed
	uitest.Type(c, "149")
	if len(went) != 2 || went[0] != 2 || went[1] != 0 || s.Now() != 0 {
		t.Errorf("went to %v", went)
	}
	s.Set(1, 2)
	c.Focus(l)
	uitest.Keys(c, fyne.KeyDown)
	uitest.Golden(t, "timeline", c)
	clip := test.NewClipboard()
	l.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip})
	if clip.Content() != "20/11 14:32\nNguyễn Thị Hồng, người ký\nĐã gửi\nbiên nhận 2026-0001" {
		t.Errorf("copied %q", clip.Content())
	}
	before := l.HeightFor(600)
	uitest.Keys(c, fyne.KeyHome, fyne.KeyReturn)
	if l.HeightFor(600) <= before {
		t.Error("Enter does not open the answer")
	}
	uitest.Keys(c, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyDown)
	if l.HeightFor(600) != before || l.At() != 3 {
		t.Errorf("closed again it stands at %d", l.At())
	}
	uitest.Keys(c, desktop.KeyMenu)
	if c.Overlays().Top() == nil {
		t.Error("the menu key opens no menu")
	}
}

func TestTimelineDarkLargePicture(t *testing.T) {
	a := uitest.App(t)
	a.Settings().SetTheme(look.Theme{Dark: true})
	s, _, content := walk()
	w := test.NewTempWindow(t, content)
	w.SetPadded(false)
	w.Canvas().(software.WindowlessCanvas).SetScale(1.5)
	w.Resize(fyne.NewSize(560, 330))
	w.Canvas().Focus(s)
	uitest.Golden(t, "timeline-dark-150", w.Canvas())
}

func TestMenuByTheRightButtonAndByKeys(t *testing.T) {
	chosen := 0
	area := xwidget.WithMenu(xwidget.NewText("Dòng 12"), func() []*fyne.MenuItem {
		return []*fyne.MenuItem{fyne.NewMenuItem("Vì sao", func() { chosen++ }), fyne.NewMenuItem("Chép", func() { chosen += 10 })}
	})
	w := uitest.Window(t, 300, 160, xwidget.NewPanel(look.Surface, xwidget.Inset(20, 20, 20, 20, area)))
	c := w.Canvas()
	test.TapSecondary(area)
	uitest.Keys(c, fyne.KeyDown, fyne.KeyReturn)
	area.Open()
	uitest.Golden(t, "contextmenu", c)
	uitest.Keys(c, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if chosen != 11 {
		t.Errorf("chosen %d", chosen)
	}
	e := xwidget.NewEntry()
	c = field(t, e)
	e.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	uitest.Keys(c, fyne.KeyF10)
	if c.Overlays().Top() == nil {
		t.Error("Shift+F10 opens no menu in a field")
	}
}
