package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/app/ui/xwidget/wordbook"
)

// lockPreference keeps after how many minutes of nobody the window locks itself.
const lockPreference = "khoa.sauPhut"

// The minutes to choose from; never is what is kept for «Không tự khoá».
var lockMinutes = []int{5, 15, 30, 60}

const (
	never       = -1
	usualLock   = 15
	lookForIdle = 10 * time.Second
)

// locked is the window while it shows nothing: what was there is kept aside.
type locked struct {
	s        *Shell
	content  fyne.CanvasObject
	overlays []fyne.CanvasObject
	windows  []fyne.Window // others that were open
	menu     *fyne.MainMenu
	keys     func(*fyne.KeyEvent)
	typed    *xwidget.Entry
	fault    *xwidget.Text
	button   *xwidget.Button
}

// Lock covers the window until the data's passphrase is typed. Work in the background
// goes on; whoever worked as somebody has to say so again, once what they typed is kept
// as theirs.
func (s *Shell) Lock() {
	if s.cover != nil {
		return
	}
	if !s.office.HasPassphrase() {
		s.Say("Muốn khoá màn hình thì đặt mật khẩu dữ liệu trước", true)
		s.keys.Show()
		return
	}
	s.typed.Look()
	s.Keep(func(context.Context) error { s.office.StepOut(); return nil }, func(error) {})
	c := s.window.Canvas()
	l := &locked{s: s, content: s.window.Content(), menu: s.window.MainMenu(), keys: c.OnTypedKey(),
		typed: xwidget.NewPassword(), fault: xwidget.NewPara("").In(look.Error)}
	s.cover = l
	l.sweep()
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if w != s.window {
			l.windows = append(l.windows, w)
			w.Hide()
		}
	}
	if l.menu != nil {
		quit := fyne.NewMenuItem("Thoát", s.quit)
		quit.IsQuit = true
		s.window.SetMainMenu(fyne.NewMainMenu(xwidget.Menu("Tệp", quit)))
	}
	c.SetOnTypedKey(nil)
	l.typed.OnSubmitted = func(string) { l.open() }
	l.button = xwidget.NewStrong("Mở khoá", l.open)
	col := xwidget.Column(12, xwidget.Sized(420, 1, xwidget.Spacer()), xwidget.NewTitle("Màn hình đang khoá"),
		xwidget.NewPara("Gõ mật khẩu dữ liệu để làm tiếp. Việc đang chạy vẫn chạy; chưa có gì bị mất.").In(look.Muted),
		l.typed, l.fault, xwidget.Row(8, xwidget.Spacer(), l.button))
	s.window.SetTitle("AnKhai")
	s.window.SetContent(xwidget.NewPanel(look.Page, xwidget.Sized(900, 480, newMiddle(xwidget.Sized(460, 0, xwidget.NewCard(col))))))
	c.Focus(l.typed)
	l.watch()
}

// sweep takes away what lies over the window: dialogs, menus, and what work in the
// background puts there.
func (l *locked) sweep() {
	o := l.s.window.Canvas().Overlays()
	for _, x := range o.List() {
		o.Remove(x)
		l.overlays = append(l.overlays, x)
	}
}

// watch sweeps as long as it is locked.
func (l *locked) watch() {
	l.s.After(200*time.Millisecond, func() {
		if l.s.cover == l {
			l.sweep()
			l.watch()
		}
	})
}

// open tries what was typed.
func (l *locked) open() {
	if l.button.Disabled() {
		return
	}
	typed := []byte(l.typed.Text)
	l.button.Disable()
	l.fault.Set("")
	l.s.Quiet(func(ctx context.Context) error { return l.s.office.TryPassphrase(ctx, typed) }, func(err error) {
		l.button.Enable()
		l.typed.SetText("")
		if err != nil {
			words := office.Say(err)
			if len(typed) == 0 {
				words = "Chưa gõ gì. Gõ mật khẩu dữ liệu."
			}
			l.fault.Set(words)
			l.s.window.Canvas().Focus(l.typed)
			return
		}
		l.lift()
	})
}

// lift shows everything again as it was.
func (l *locked) lift() {
	s := l.s
	l.sweep()
	s.cover = nil
	s.stirred = s.now()
	s.window.SetTitle(wordbook.Line(Name, titleRoom))
	s.window.SetContent(l.content)
	if l.menu != nil {
		s.window.SetMainMenu(l.menu)
	}
	s.window.Canvas().SetOnTypedKey(l.keys)
	for _, x := range l.overlays {
		if x.Visible() { // a work that has ended meanwhile has closed its dialog
			s.window.Canvas().Overlays().Add(x)
		}
	}
	for _, w := range l.windows {
		w.Show()
	}
	if s.at != nil {
		s.at.page.OnShow()
	}
}

// LockWhenIdle locks the window when nobody has touched it for as long as is chosen.
func (s *Shell) LockWhenIdle() {
	s.stirred = s.now()
	var look func()
	var before trace
	look = func() {
		if s.over {
			return
		}
		if now := s.trace(); now != before {
			before, s.stirred = now, s.now()
		}
		if after := lockAfter(); s.cover == nil && after > 0 && s.office.HasPassphrase() && s.now().Sub(s.stirred) >= after {
			s.Lock()
		}
		s.After(lookForIdle, look)
	}
	s.After(lookForIdle, look)
}

// lockAfter is how long nobody may touch the window; 0 = for ever.
func lockAfter() time.Duration {
	n := fyne.CurrentApp().Preferences().IntWithFallback(lockPreference, usualLock)
	return time.Duration(max(n, 0)) * time.Minute
}

// trace tells apart two moments between which somebody has used the keyboard.
type trace struct {
	focused fyne.Focusable
	offset  int
	row     int
	col     int
}

func (s *Shell) trace() (t trace) {
	t.focused = s.window.Canvas().Focused()
	if e, ok := t.focused.(interface{ CursorTextOffset() int }); ok {
		t.offset = e.CursorTextOffset()
	}
	if g, ok := t.focused.(interface{ Active() (row, col int) }); ok {
		t.row, t.col = g.Active()
	}
	return t
}

// stirs lies below everything and hears every move of the pointer: the driver asks all
// objects under it which cursor they want.
type stirs struct {
	widget.BaseWidget
	content fyne.CanvasObject
	heard   func()
}

var _ desktop.Cursorable = (*stirs)(nil)

func newStirs(content fyne.CanvasObject, heard func()) *stirs {
	w := &stirs{content: content, heard: heard}
	w.ExtendBaseWidget(w)
	return w
}

// Cursor is the usual one.
func (w *stirs) Cursor() desktop.Cursor {
	w.heard()
	return desktop.DefaultCursor
}

// CreateRenderer shows the content alone.
func (w *stirs) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(w.content) }

// middle is a layout that puts its object in the middle.
type middle struct{}

func newMiddle(o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: middle{}, Objects: []fyne.CanvasObject{o}}
}

func (middle) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (middle) Layout(o []fyne.CanvasObject, size fyne.Size) {
	w := min(size.Width, o[0].MinSize().Width)
	h := xwidget.HeightFor(o[0], w)
	o[0].Resize(fyne.NewSize(w, h))
	o[0].Move(fyne.NewPos((size.Width-w)/2, max(0, (size.Height-h)/3)))
}

// lockMenu are the commands of locking.
func (s *Shell) lockMenu() []*fyne.MenuItem {
	now := fyne.NewMenuItem("Khoá màn hình", s.Lock)
	now.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyL, Modifier: fyne.KeyModifierShortcutDefault}
	after := fyne.NewMenuItem("Tự khoá khi không ai dùng", nil)
	after.ChildMenu = fyne.NewMenu("")
	choose := func(words string, n int) {
		it := fyne.NewMenuItem(words, nil)
		it.Action = func() {
			fyne.CurrentApp().Preferences().SetInt(lockPreference, n)
			for _, x := range after.ChildMenu.Items {
				x.Checked = x == it
			}
			s.Say("Tự khoá màn hình: "+words, false)
		}
		it.Checked = fyne.CurrentApp().Preferences().IntWithFallback(lockPreference, usualLock) == n
		after.ChildMenu.Items = append(after.ChildMenu.Items, it)
	}
	for _, n := range lockMinutes {
		choose("sau "+minutes(n), n)
	}
	choose("không tự khoá", never)
	return []*fyne.MenuItem{now, after}
}

func minutes(n int) string {
	if n == 60 {
		return "1 giờ"
	}
	return wording.So(n) + " phút"
}
