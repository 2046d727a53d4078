package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/office"
	"ankhai/app/ui/giaodien"
	"ankhai/app/ui/task"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget/look"
)

// The window in all three sets of colours, at the size of a cheap laptop.
func TestColoursOfTheWindowPictures(t *testing.T) {
	s, w := open(t, newFake(), 1)
	for _, nen := range []string{"toi", "tuong-phan"} {
		s.paint(nen)
		uitest.Golden(t, "tong-quan-"+nen, w.Canvas())
		s.Go(office.Place{Screen: settingsScreen})
		uitest.Golden(t, "cai-dat-"+nen, w.Canvas())
		s.Go(office.Place{Screen: "ho-so"})
		uitest.Golden(t, "ho-so-"+nen, w.Canvas())
		s.Go(office.Place{Screen: "tong-quan"})
	}
}

// The search stands over the window; a person, a service, a fault and an employer that
// were found are gone to.
func TestFindEverything(t *testing.T) {
	f := newFake()
	hit := func(kind office.FindKind, title, screen, id string) office.FoundGroup {
		return office.FoundGroup{Kind: kind, Title: title, Hits: []office.Findable{{Kind: kind, Title: title, Go: office.Place{Screen: screen, ID: id}}}}
	}
	f.finds = []office.FoundGroup{
		hit(office.FindPerson, "Nguyễn Thị Ánh Ẩn", "nguoi-lao-dong", "N00000"), hit(office.FindService, "Đăng ký đóng", "thu-tuc", "E5"),
		hit(office.FindError, "HS-04", office.RuleScreen, "HS-04"), hit(office.FindEmployer, "CÔNG TY KHÁC", office.EmployerScreen, "0300588569"),
		hit(office.FindCalculator, "Trợ cấp ốm đau", "cong-cu", "om-dau"),
	}
	s, w := open(t, f, 1)
	walk := func(down int) {
		s.Find()
		uitest.Type(w.Canvas(), "x")
		for range down {
			uitest.Keys(w.Canvas(), fyne.KeyDown)
		}
		uitest.Keys(w.Canvas(), fyne.KeyReturn)
	}
	s.Find()
	uitest.Golden(t, "tim-moi-thu", w.Canvas())
	uitest.Keys(w.Canvas(), fyne.KeyEscape)
	if w.Canvas().Overlays().Top() != nil {
		t.Fatal("Esc does not close the search")
	}
	walk(0)
	if words := strings.Join(uitest.Words(w.Content()), "|"); s.at.key != "nguoi-lao-dong" || !strings.Contains(words, "Nguyễn Thị Ánh Ẩn") {
		t.Errorf("at %s; %s", s.at.key, words)
	}
	walk(1)
	if words := strings.Join(uitest.Words(w.Content()), "|"); s.at.key != "thu-tuc" || !strings.Contains(words, "E5") {
		t.Errorf("at %s; %s", s.at.key, words)
	}
	walk(2)
	if words := strings.Join(uitest.Words(w.Canvas().Overlays().Top()), "|"); !strings.Contains(words, "Căn cứ: Quyết định 366/QĐ-BHXH") {
		t.Errorf("the rule says %s", words)
	}
	w.Canvas().Overlays().Top().Hide()
	walk(3)
	if len(f.switched) != 1 || f.switched[0] != "0300588569" {
		t.Errorf("switched to %v", f.switched)
	}
	walk(4)
	if s.at.key != "cong-cu" {
		t.Errorf("at %s", s.at.key)
	}
}

// The window itself is searched too: its places, commands and settings.
func TestDeedsOfTheWindow(t *testing.T) {
	s, _ := open(t, newFake(), 1)
	said := map[string]string{}
	for _, d := range s.deeds() {
		said[d.Title] = d.Say
		if d.Do == nil {
			t.Errorf("«%s» does nothing", d.Title)
		}
	}
	for title, key := range map[string]string{"Tổng quan": "Ctrl+1", "Bảng lương": "Ctrl+3", "Cài đặt": "Ctrl+,", "Chọn bảng lương": "Ctrl+O", "Nền: Tối": "", "Giao diện": "", "Sao lưu": ""} {
		if got, ok := said[title]; !ok || got != key {
			t.Errorf("«%s» has the key %q (there: %v), want %q", title, got, ok, key)
		}
	}
	for _, d := range s.deeds() {
		if d.Title == "Sao lưu" {
			f := s.setting
			d.Do()
			if s.at.page != f {
				t.Error("a setting does not lead to the settings")
			}
		}
	}
}

// Every place of the rail has its key in the menu, the settings the comma, and the
// search Ctrl+K.
func TestKeysOfThePlaces(t *testing.T) {
	s, _ := open(t, newFake(), 1)
	keys := map[string]fyne.KeyName{}
	for _, m := range s.menu().Items {
		for _, it := range m.Items {
			if k, ok := it.Shortcut.(*desktop.CustomShortcut); ok {
				keys[it.Label] = k.KeyName
			}
		}
	}
	for _, p := range s.places {
		if keys[p.page.Title()] == "" {
			t.Errorf("«%s» has no key", p.page.Title())
		}
	}
	if keys["Tìm mọi thứ…"] != fyne.KeyK || keys["Cài đặt"] != fyne.KeyComma {
		t.Errorf("keys %v", keys)
	}
}

// The window comes back with its size, where one was, and as it looked.
func TestTheWindowRemembers(t *testing.T) {
	f := newFake()
	f.dir = t.TempDir()
	a := test.NewTempApp(t)
	giaodien.Nen.Set("toi")
	again := func() (*Shell, fyne.Window) {
		w, err := frame(a)
		if err != nil {
			t.Fatal(err)
		}
		s := New(f, w, &task.Runner{Window: w}, clock)
		s.reread(s.comeBack)
		return s, w
	}
	s, w := again()
	if s.at.key != "tong-quan" || a.Settings().Theme() != (look.Theme{Dark: true}) {
		t.Errorf("at %s, %+v", s.at.key, a.Settings().Theme())
	}
	s.Go(office.Place{Screen: "ho-so"})
	w.Resize(fyne.NewSize(1400, 900))
	w.Close()
	s, w = again()
	defer w.Close()
	if got := w.Canvas().Size(); s.at.key != "ho-so" || got != fyne.NewSize(1400, 900) {
		t.Errorf("at %s, %v", s.at.key, got)
	}
}

// Twelve places fit below each other in the lowest window.
func TestRailInALowWindow(t *testing.T) {
	test.NewTempApp(t)
	var items []fyne.CanvasObject
	for range 12 {
		items = append(items, widget.NewLabel(""))
	}
	railLayout{}.Layout(items, fyne.NewSize(180, 388))
	last := items[11]
	if bottom := last.Position().Y + last.Size().Height; bottom > 388 || last.Size().Height < railLow {
		t.Errorf("the last place ends at %v, %v high", bottom, last.Size().Height)
	}
	if m := (railLayout{}).MinSize(items).Height; m > 388 {
		t.Errorf("twelve places need %v px", m)
	}
}

// In the top bar the search is a door, for the pointer and for the keys.
func TestSearchInTheTopBar(t *testing.T) {
	s, w := open(t, newFake(), 1)
	door := s.top.search
	w.Canvas().Focus(door)
	uitest.Keys(w.Canvas(), fyne.KeyReturn)
	if w.Canvas().Overlays().Top() == nil {
		t.Error("Enter on the search opens nothing")
	}
}

// Larger things do not push the window over the edge of the screen.
func TestWindowStaysWhereThingsGrow(t *testing.T) {
	t.Setenv("FYNE_SCALE", "")
	s, w := open(t, newFake(), 1)
	giaodien.CoChu.Set("130")
	s.Wear()
	if got := w.Canvas().Size(); got.Width > 1366/1.29 || got.Width < 1366/1.31 || got.Height > 768/1.29 {
		t.Errorf("1366 × 768 at 130 %% is %v", got)
	}
	giaodien.CoChu.Set("200")
	s.Wear()
	if got := w.Canvas().Size(); got != fyne.NewSize(leastWide, leastHigh) {
		t.Errorf("at 200 %% it is %v", got)
	}
}
