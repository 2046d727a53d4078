package shots

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"ankhai/app/office"
	"ankhai/app/ui"
	"ankhai/app/ui/uitest"
)

// outside are the sights before the program is there: the first steps, the data that
// asks for its passphrase, the data that is damaged, the window that was locked.
type outside struct {
	empty  *office.Office
	locked *office.Office // has a passphrase
	shut   office.Config  // opens with a passphrase only
}

func newOutside(t *testing.T) outside {
	t.Helper()
	open := func(c office.Config) *office.Office {
		c.Now = clock
		o, err := office.Open(t.Context(), c)
		if err != nil {
			t.Fatal(err)
		}
		return o
	}
	out := outside{empty: open(office.Config{Dir: t.TempDir(), Keys: uitest.DataKeys(t)}),
		locked: open(office.Config{Dir: t.TempDir(), Keys: uitest.DataKeys(t)}), shut: office.Config{Dir: t.TempDir(), Now: clock}}
	t.Cleanup(func() { out.empty.Close(); out.locked.Close() })
	if err := out.locked.OpenSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := out.locked.SetPassphrase(t.Context(), []byte("bốn từ dễ nhớ")); err != nil {
		t.Fatal(err)
	}
	shut := out.shut
	shut.Keys.Passphrase = []byte("bốn từ dễ nhớ")
	o := open(shut)
	if _, err := o.NewRecovery(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	return out
}

func (out outside) visit(t *testing.T, sc screen, colour string, seen func(name string, c fyne.Canvas)) {
	v := open(t, out.empty, sc, colour, seen != nil)
	v.see("bat-dau", seen)
	in(office.NewEmployerScreen, "")(v)
	v.see("bat-dau-don-vi", seen)

	v = open(t, out.locked, sc, colour, seen != nil)
	v.s.Lock()
	v.see("man-hinh-khoa", seen)

	v.alone("mo-du-lieu", seen, func(a fyne.App) error {
		_, err := ui.Begin(t.Context(), a, out.shut, false)
		return err
	})
	v.alone("du-lieu-hong", seen, func(a fyne.App) error {
		_, err := ui.OpenRescue(a, office.Rescue{
			What:   []string{"bảng người lao động có 1 chỗ không đọc được (còn đọc được 1180 dòng)", "nhật ký không khớp chuỗi kiểm tra"},
			Newest: &office.Backup{Path: "ankhai-2026-11-21-0031.db", At: clock().Add(-24 * time.Hour), Bytes: 4_400_000},
			Lacks:  "Sau bản sao đó, đến 09:30 ngày 22/11/2026, có ít nhất 14 việc: 1 lần nhập bảng lương, 1 hồ sơ lập mới, 1 hồ sơ gửi.",
			Saves:  true,
		}, ui.Home{})
		return err
	})
}

// alone sees a window that something opens by itself.
func (v *visit) alone(name string, seen func(name string, c fyne.Canvas), open func(a fyne.App) error) {
	a := fyne.CurrentApp()
	before := len(a.Driver().AllWindows())
	if err := open(a); err != nil {
		v.t.Fatal(err)
	}
	for _, w := range a.Driver().AllWindows()[before:] {
		v.other = w
		v.gone = append(v.gone, w.Close)
	}
	if c, ok := v.other.Canvas().(software.WindowlessCanvas); ok && v.drawn {
		c.SetScale(v.scale)
	}
	if v.other.Canvas().Size().Width > v.room.Width {
		v.other.Resize(v.room)
	}
	v.see(name, seen)
	v.leave()
}

// What stands before the program has its room, too.
func TestOutsideHasItsRoom(t *testing.T) {
	out := newOutside(t)
	for _, sc := range append(desks, least) {
		t.Run(sc.String(), func(t *testing.T) { out.visit(t, sc, "sang", nil) })
	}
}
