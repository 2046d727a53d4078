package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/storage/keys"
)

func (f *fake) Companies(context.Context) ([]facts.DonVi, error) {
	return append([]facts.DonVi{f.dv}, f.others...), nil
}
func (f *fake) Board(_ context.Context, m law.Month) (office.Board, error) {
	b := office.Board{Month: m}
	for _, dv := range append([]facts.DonVi{f.dv}, f.others...) {
		b.Rows = append(b.Rows, office.BoardRow{Employer: dv, Drafts: 1, ToSign: 1, Due: 20261130})
	}
	return b, nil
}
func (f *fake) HasPassphrase() bool { return f.passphrase != "" }
func (f *fake) TryPassphrase(_ context.Context, typed []byte) error {
	if string(typed) != f.passphrase {
		return keys.ErrPassphrase
	}
	return nil
}
func (f *fake) StepOut() { f.left++ }

var other = facts.DonVi{MaSoThue: "0300588569", Ten: "CÔNG TY CỔ PHẦN CƠ KHÍ THÀNH ĐẠT", MaDonVi: "YN0002A", CoQuanBHXH: "07906", Mau: "#A8470C"}

// several is a window on two employers.
func several(t *testing.T) (*fake, *Shell, fyne.Window) {
	t.Helper()
	f := newFake()
	f.others, f.passphrase = []facts.DonVi{other}, "bốn từ dễ nhớ"
	s, w := open(t, f, 1)
	s.runner.Clock = func(time.Duration, func()) {} // nothing comes by itself
	return f, s, w
}

func (f *fake) SetCompany(_ context.Context, mst string) error {
	f.switched = append(f.switched, mst)
	for i, dv := range f.others {
		if dv.MaSoThue == mst {
			f.others[i], f.dv = f.dv, dv
		}
	}
	return nil
}

// The board is on the rail where there are two employers, and only there; a number
// takes the employer at hand, and what is signed next is asked about.
func TestBoardGuardsTheEmployer(t *testing.T) {
	f, s, w := several(t)
	s.Go(office.Place{Screen: boardScreen})
	if !slices.Contains(uitest.Words(w.Content()), "Các đơn vị · tháng 11/2026") {
		t.Fatalf("the board is not shown: %q", uitest.Words(w.Content()))
	}
	did := 0
	s.Guarded("Ký", func() { did++ })
	if did != 1 {
		t.Fatal("asked though nothing was switched")
	}
	s.GoAt(other.MaSoThue, office.Place{Screen: "tong-quan"})
	if f.dv.MaSoThue != other.MaSoThue || s.company.Ten != other.Ten {
		t.Fatalf("at hand is %s", s.company.Ten)
	}
	s.Guarded("Ký", func() { did++ })
	if did != 1 {
		t.Fatal("not asked")
	}
	over := w.Canvas().Overlays().Top()
	if words := strings.Join(uitest.Words(over), "\n"); !strings.Contains(words, other.Ten) || !strings.Contains(words, other.MaSoThue) {
		t.Errorf("the question does not say whose: %s", words)
	}
	uitest.Golden(t, "dung-don-vi", w.Canvas())
	uitest.Press(t, over, "Không phải đơn vị này")
	if did != 1 {
		t.Error("did it though it was the wrong one")
	}
	s.Guarded("Ký", func() { did++ })
	uitest.Press(t, w.Canvas().Overlays().Top(), "Ký cho đơn vị này")
	s.Guarded("Gửi", func() { did++ })
	if did != 3 {
		t.Errorf("did %d, want 3: asked once", did)
	}
	f.others = nil
	s.Start()
	for _, p := range s.places {
		if p.key == boardScreen && !p.item.Hidden {
			t.Error("the board is there for one employer")
		}
	}
}

// Nothing can be read while it is locked, whatever work in the background shows, and
// everything is there again afterwards.
func TestLock(t *testing.T) {
	f, s, w := several(t)
	s.Dialog("Một hộp thoại", xwidget.NewText("có tên người trong đó"))
	s.Lock()
	s.Lock() // once is enough
	shown := func() string {
		var out []string
		for _, o := range append([]fyne.CanvasObject{w.Content()}, w.Canvas().Overlays().List()...) {
			out = append(out, uitest.Words(o)...)
		}
		return strings.Join(out, "\n")
	}
	if words := shown(); strings.Contains(words, f.dv.Ten) || strings.Contains(words, "tên người") || !strings.Contains(words, "Màn hình đang khoá") {
		t.Errorf("seen while locked: %s", words)
	}
	if f.left != 1 {
		t.Error("who worked works on")
	}
	uitest.Golden(t, "khoa-man-hinh", w.Canvas())
	s.Fail(context.DeadlineExceeded)
	s.cover.sweep() // as the clock does
	if n := len(w.Canvas().Overlays().List()); n != 0 {
		t.Errorf("%d dialogs over the lock", n)
	}
	uitest.Keys(w.Canvas(), fyne.KeyReturn)
	if !strings.Contains(shown(), "Chưa gõ gì") {
		t.Errorf("nothing typed: %s", shown())
	}
	uitest.Type(w.Canvas(), "sai rồi")
	uitest.Keys(w.Canvas(), fyne.KeyReturn)
	if s.cover == nil || s.cover.typed.Text != "" {
		t.Fatal("a wrong passphrase opened it, or stands there still")
	}
	uitest.Type(w.Canvas(), f.passphrase)
	uitest.Keys(w.Canvas(), fyne.KeyReturn)
	if words := shown(); s.cover != nil || !strings.Contains(words, f.dv.Ten) || !strings.Contains(words, "tên người") {
		t.Errorf("seen after: %s", words)
	}
	f.passphrase = ""
	s.Lock()
	if s.cover != nil {
		t.Error("locked without a passphrase that opens it")
	}
}

// The window locks itself when nobody touches it, and not before.
func TestLocksWhenIdle(t *testing.T) {
	uitest.App(t)
	w := test.NewTempWindow(t, nil)
	now := clock()
	var later []func()
	f := newFake()
	f.passphrase = "bốn từ dễ nhớ"
	s := New(f, w, &task.Runner{Window: w, Do: func(f func()) { f() }, Clock: func(_ time.Duration, f func()) { later = append(later, f) }}, func() time.Time { return now })
	s.Start()
	s.LockWhenIdle()
	tick := func(d time.Duration) {
		now = now.Add(d)
		due := later
		later = nil
		for _, f := range due {
			f()
		}
	}
	tick(10 * time.Minute)
	w.Content().(*fyne.Container).Objects[0].(*stirs).Cursor() // the pointer moved
	tick(10 * time.Minute)
	if s.cover != nil {
		t.Fatal("locked though somebody is there")
	}
	tick(6 * time.Minute)
	if s.cover == nil {
		t.Fatal("not locked after 15 minutes")
	}
	s.cover.lift()
	fyne.CurrentApp().Preferences().SetInt(lockPreference, never)
	tick(24 * time.Hour)
	if s.cover != nil {
		t.Error("locked though it never should")
	}
}

func (f *fake) LearnEmployer(_ context.Context, mst, _ string) (office.Learned, []office.Finding, error) {
	if mst != other.MaSoThue {
		return office.Learned{}, []office.Finding{{Field: "Mã số thuế", Say: "Mã số thuế: chữ số kiểm tra không đúng"}}, nil
	}
	return office.Learned{Asked: true, Say: "đang dùng I-VAN này", Employer: facts.DonVi{MaSoThue: mst, Ten: other.Ten, MaDonVi: other.MaDonVi},
		Unknown: []string{"Mã cơ quan BHXH", "Địa chỉ"}}, nil, nil
}

// Another employer is filled from its tax code, and what stays unknown is named.
func TestAddsAnEmployerFromItsTaxCode(t *testing.T) {
	_, s, w := several(t)
	s.askCompany(facts.DonVi{})
	over := w.Canvas().Overlays().Top()
	uitest.Type(w.Canvas(), "0300588560")
	uitest.Press(t, over, "Hỏi cổng")
	if words := strings.Join(uitest.Words(over), "|"); !strings.Contains(words, "chữ số kiểm tra") {
		t.Errorf("a wrong tax code: %s", words)
	}
	uitest.Keys(w.Canvas(), fyne.KeyBackspace)
	uitest.Type(w.Canvas(), "9")
	uitest.Press(t, over, "Hỏi cổng")
	var texts []string
	for _, e := range uitest.Find[*xwidget.Entry](over) {
		texts = append(texts, e.Text)
	}
	if want := []string{other.MaSoThue, other.Ten, other.MaDonVi, ""}; !slices.Equal(texts[:4], want) {
		t.Errorf("filled %q, want %q", texts[:4], want)
	}
	if words := strings.Join(uitest.Words(over), "|"); !strings.Contains(words, "Chưa biết: Mã cơ quan BHXH, Địa chỉ") {
		t.Errorf("what is unknown is not named: %s", words)
	}
	uitest.Golden(t, "them-don-vi", w.Canvas())
}

// Among many employers a person finds one by letters of its name or by its tax code; a
// menu of two hundred lines is no way.
func TestManyEmployersAreSearched(t *testing.T) {
	f := newFake()
	for i := range 40 {
		f.others = append(f.others, facts.DonVi{MaSoThue: fmt.Sprintf("03%08d", i), Ten: fmt.Sprintf("CÔNG TY DỆT KIM %d", i+1), Mau: "#A8470C"})
	}
	f.others = append(f.others, other)
	s, w := open(t, f, 1)
	s.top.menu()
	menu := w.Canvas().Overlays().Top()
	if got := len(s.top.employers(append([]facts.DonVi{f.dv}, f.others...))); menu == nil || got != 1 {
		t.Fatalf("the menu lists %d employers", got)
	}
	w.Canvas().Overlays().Remove(menu)
	s.top.employers(f.others)[0].Action()
	uitest.Golden(t, "chon-don-vi", w.Canvas())
	uitest.Type(w.Canvas(), "thanh dat")
	uitest.Keys(w.Canvas(), fyne.KeyReturn)
	if !slices.Equal(f.switched, []string{other.MaSoThue}) || s.company.Ten != other.Ten || w.Canvas().Overlays().Top() != nil {
		t.Errorf("switched to %q, at hand is %s", f.switched, s.company.Ten)
	}
}
