package ui

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ankhai/app/office"
	"ankhai/app/ui/giaodien"
	"ankhai/app/ui/ime"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/wordbook"
	"ankhai/assets"
)

// Name is the program's name on the window's frame.
const Name = "AnKhai – Kê khai bảo hiểm xã hội"

// opening is the size of a new window. With its frame and the taskbar it fits on
// a laptop of 1920 × 1080 px at 150 %, where a larger one would hang over the edge.
var opening = fyne.NewSize(1240, 640)

// drawerFolder keeps what the drawing program compiled on this machine; it holds
// nothing of anybody's.
func drawerFolder() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return "" // it is compiled at every start then
	}
	return filepath.Join(dir, "AnKhai", "pdf")
}

// warmAfter is how long after the start the drawing program is made ready, once the
// first screen is there.
const warmAfter = 4 * time.Second

// Open opens the main window of an app and starts the first place.
func Open(a fyne.App, o Office, h Home) (*Shell, error) {
	w, err := frame(a)
	if err != nil {
		return nil, err
	}
	s := New(o, w, runner(a, w), h.Now)
	s.home = h
	w.SetMainMenu(s.menu())
	w.SetCloseIntercept(s.quit)
	w.CenterOnScreen()
	w.Show()
	s.onMet = func() { s.FindBack(s.NoteSpots) }
	s.reread(s.comeBack)
	s.LetSend()
	s.After(warmAfter, func() { s.Quiet(func(context.Context) error { return s.drawer.Warm() }, func(error) {}) })
	s.offerTyping(runtime.GOOS)
	s.LockWhenIdle()
	s.KeepTyped()
	return s, nil
}

// OpenRescue opens the window with the ways out of a damaged data file instead of
// the program; the program follows in the same window, with the same runner.
func OpenRescue(a fyne.App, r office.Rescue, h Home) (*task.Runner, error) {
	w, err := frame(a)
	if err != nil {
		return nil, err
	}
	s := &Shell{window: w, runner: runner(a, w), now: h.Now, home: h}
	s.showRescue(r)
	w.CenterOnScreen()
	w.Show()
	return s.runner, nil
}

// titleRoom is how many letters of two languages the title of the window has room for.
const titleRoom = 100

// frame is the empty main window.
func frame(a fyne.App) (fyne.Window, error) {
	if err := Dress(a); err != nil {
		return nil, err
	}
	w := a.NewWindow(wordbook.Line(Name, titleRoom))
	w.SetPadded(false)
	w.SetMaster()
	w.Resize(sizeLeft())
	return w, nil
}

// runner does the work of a window. It knows when the window is in front; then input
// methods are let in, too: Windows has made the window by then.
func runner(a fyne.App, w fyne.Window) *task.Runner {
	r := task.New(w)
	a.Lifecycle().SetOnEnteredForeground(func() {
		r.InFront(true)
		ime.RepairAll(a)
	})
	a.Lifecycle().SetOnExitedForeground(func() { r.InFront(false) })
	return r
}

// Dress gives an app our theme, icon and language.
func Dress(a fyne.App) error {
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.IconPNG))
	return giaodien.Wear(a)
}

// menu holds every command with a shortcut: a focused field or grid swallows the
// shortcuts of a canvas, but never those of the menu.
func (s *Shell) menu() *fyne.MainMenu {
	command := func(words string, key fyne.KeyName, do func()) *fyne.MenuItem {
		it := fyne.NewMenuItem(words, do)
		it.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
		return it
	}
	quit := command("Thoát", fyne.KeyQ, s.quit)
	quit.IsQuit = true
	file := fyne.NewMenu("Tệp", command("Chọn bảng lương…", fyne.KeyO, s.ChoosePayroll), fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("Xuất Excel hồ sơ đang mở…", func() { s.onDossier(s.dossier.ToExcel) }),
		fyne.NewMenuItem("Xuất mẫu Excel của cơ quan BHXH…", func() { s.onDossier(s.dossier.ToOfficial) }),
		fyne.NewMenuItem("Nhập Excel vào hồ sơ đang mở…", func() { s.onDossier(s.dossier.FromExcel) }), fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("Danh sách, báo cáo, bảng lương ra Excel…", s.people.Reports),
		fyne.NewMenuItem("Xuất dữ liệu mở của đơn vị…", s.OpenExport), fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("Giao đơn vị cho nơi khác…", s.GiveEmployer),
		fyne.NewMenuItem("Nhận đơn vị từ tệp…", s.TakeEmployer), fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("Nội dung nhập dở…", s.ShowTyped),
		fyne.NewMenuItem("Khoá dữ liệu…", s.keys.Show), fyne.NewMenuItemSeparator(), quit)
	to := fyne.NewMenu("Đi tới")
	for _, p := range s.places {
		to.Items = append(to.Items, s.placeItem(p))
	}
	to.Items = append(to.Items, fyne.NewMenuItemSeparator(), command("Tìm mọi thứ…", fyne.KeyK, s.Find),
		command("Tháng trước", fyne.KeyPageUp, func() { s.step(-1) }), command("Tháng sau", fyne.KeyPageDown, func() { s.step(1) }))
	view := fyne.NewMenu("Hiển thị",
		fyne.NewMenuItem("Nền sáng", func() { s.paint("sang") }),
		fyne.NewMenuItem("Nền tối", func() { s.paint("toi") }),
		fyne.NewMenuItem("Tương phản cao", func() { s.paint("tuong-phan") }),
		fyne.NewMenuItem("Theo hệ thống", func() { s.paint("he-thong") }))
	typing := fyne.NewMenuItem("Đổi kiểu gõ tiếng Việt", s.typing.next)
	typing.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyV, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
	view.Items = append(view.Items, fyne.NewMenuItemSeparator(), typing, fyne.NewMenuItemSeparator())
	for _, l := range giaodien.Ngu.Values() {
		it := fyne.NewMenuItem(giaodien.Title(l), func() { s.speak(l) })
		it.Checked = l == giaodien.Ngu.Get()
		view.Items = append(view.Items, it)
	}
	file.Items = slices.Insert(file.Items, len(file.Items)-2, s.lockMenu()...)
	help := s.helpMenu()
	all := []*fyne.Menu{file, to, fyne.NewMenu("Ký duyệt", s.twoPersons(s.office)...), view, help}
	for i, m := range all {
		all[i] = xwidget.Menu(m.Label, m.Items...)
	}
	return fyne.NewMainMenu(all...)
}

// onDossier does something with the dossier that is seen, and only then.
func (s *Shell) onDossier(do func()) {
	if s.at == nil || s.at.key != "ho-so" {
		s.Say("Mở một hồ sơ ở mục Hồ sơ rồi chọn lại", true)
		return
	}
	do()
}

// digits are the keys of the places but the settings, in their order.
var digits = []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9, fyne.Key0}

// keyOf is the key of a place with its words: Ctrl+1 to Ctrl+9 and Ctrl+0, then the
// same with Shift; the comma of the settings, as everywhere. nil where there are more.
func (s *Shell) keyOf(of *place) (key *desktop.CustomShortcut, words string) {
	const ctrl = fyne.KeyModifierShortcutDefault
	if of.key == settingsScreen {
		return &desktop.CustomShortcut{KeyName: fyne.KeyComma, Modifier: ctrl}, "Ctrl+,"
	}
	n := 0
	for _, p := range s.places {
		if p == of {
			break
		}
		if p.key != settingsScreen {
			n++
		}
	}
	switch {
	case n < len(digits):
		return &desktop.CustomShortcut{KeyName: digits[n], Modifier: ctrl}, "Ctrl+" + string(digits[n])
	case n < 2*len(digits):
		d := digits[n-len(digits)]
		return &desktop.CustomShortcut{KeyName: d, Modifier: ctrl | fyne.KeyModifierShift}, "Ctrl+Shift+" + string(d)
	}
	return nil, ""
}

// placeItem leads to a place of the rail.
func (s *Shell) placeItem(p *place) *fyne.MenuItem {
	it := fyne.NewMenuItem(p.page.Title(), func() { s.Go(office.Place{Screen: p.key}) })
	if key, _ := s.keyOf(p); key != nil {
		it.Shortcut = key
	}
	return it
}

// paint chooses the colours.
func (s *Shell) paint(nen string) {
	giaodien.Nen.Set(nen)
	s.Wear()
}

// speak chooses the language of the window.
func (s *Shell) speak(l string) {
	giaodien.Ngu.Set(l)
	s.Wear()
}

// Wear puts on what was chosen for the look and draws the window anew. A window whose
// things grow stays as large as it was, as far as they fit.
func (s *Shell) Wear() {
	a, spoke := fyne.CurrentApp(), wordbook.Chosen()
	if err := giaodien.Wear(a); err != nil {
		s.Fail(err)
	}
	if spoke != wordbook.Chosen() {
		s.spoken++
		s.window.SetTitle(wordbook.Line(Name, titleRoom))
		if s.window.MainMenu() != nil {
			s.window.SetMainMenu(s.menu())
		}
	}
	if was, is := s.scale, giaodien.Scale(); was != is {
		s.scale = is
		size := s.window.Canvas().Size()
		s.window.Resize(fyne.NewSize(max(leastWide, size.Width*was/is), max(leastHigh, size.Height*was/is)))
	}
	s.root.Refresh()
	if s.at != nil {
		s.at.spoken = s.spoken
		s.at.page.OnShow()
	}
}
