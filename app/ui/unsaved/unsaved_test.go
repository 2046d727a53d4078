package unsaved_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
)

// store is the data of the office, and window does everything when it is told to.
type store struct {
	kept map[string]string // form of employer -> fields
	fail error
	puts int
}

func (s *store) KeepUnsaved(_ context.Context, u office.Unsaved) error {
	s.puts++
	if s.fail != nil {
		return s.fail
	}
	delete(s.kept, u.Form+"@"+u.Of)
	var words []string
	for _, f := range u.Fields {
		words = append(words, f.Name+"="+f.Value)
	}
	if len(words) > 0 {
		s.kept[u.Form+"@"+u.Of] = strings.Join(words, " ")
	}
	return nil
}

func (s *store) Unsaved(context.Context) ([]office.Unsaved, error) { return nil, nil }

type window struct {
	later []func()
	slow  bool
}

func (w *window) Quiet(work func(context.Context) error, done func(error)) {
	do := func() { done(work(context.Background())) }
	if w.slow {
		w.later = append(w.later, do)
		return
	}
	do()
}

func (w *window) Now() time.Time { return time.Date(2026, 11, 26, 7, 5, 0, 0, time.UTC) }

// desk is a keeper with a form of two fields.
type desk struct {
	s           *store
	w           *window
	k           *unsaved.Keeper
	name, phone *xwidget.Entry
	pin         *xwidget.Entry
}

func newDesk(t *testing.T) *desk {
	uitest.App(t)
	d := &desk{s: &store{kept: map[string]string{}}, w: &window{}}
	d.k = unsaved.New(d.s, d.w)
	d.k.Take("0100109106", nil)
	return d
}

// open opens the form as it is stored.
func (d *desk) open() *unsaved.Open {
	d.name, d.phone, d.pin = xwidget.NewEntry(), xwidget.NewCode(), xwidget.NewPassword()
	d.name.SetText("CÔNG TY MAY")
	return d.k.Open(unsaved.Form{Name: "don-vi", Title: "Đơn vị", Fields: []unsaved.Field{
		unsaved.Text("ten", "Tên", d.name), unsaved.Text("so", "Số điện thoại", d.phone), unsaved.Text("pin", "Mã PIN", d.pin)}})
}

// What is typed is kept at the next look, only what differs and never a secret, and is
// there when the form opens again.
func TestTypedAndOpenedAgain(t *testing.T) {
	d := newDesk(t)
	d.open()
	d.k.Look()
	if d.s.puts != 0 {
		t.Error("something was kept before anybody typed")
	}
	d.phone.SetText("0900")
	d.pin.SetText("123456")
	d.k.Look()
	d.k.Look()
	if got := d.s.kept["don-vi@0100109106"]; got != "so=0900" || d.s.puts != 1 {
		t.Fatalf("kept %q in %d times", got, d.s.puts)
	}
	o := d.open()
	if d.phone.Text != "0900" || d.name.Text != "CÔNG TY MAY" || d.pin.Text != "" {
		t.Errorf("opened with %q, %q, %q", d.name.Text, d.phone.Text, d.pin.Text)
	}
	words := strings.Join(uitest.Words(o.Top()), "|")
	if !o.Top().Visible() || !strings.Contains(words, "nhập dở lúc 26/11/2026 14:05") {
		t.Errorf("the offer says %q", words)
	}
	uitest.Press(t, o.Top(), "Nhập tiếp")
	if o.Top().Visible() || d.phone.Text != "0900" {
		t.Error("typing does not go on")
	}
	o.Stored()
	if len(d.s.kept) != 0 {
		t.Errorf("stored, and %v is kept", d.s.kept)
	}
	if d.open().Top().Visible() {
		t.Error("what was stored is offered")
	}
}

// «Bỏ» brings back what is stored; taking a change back by hand forgets it, too.
func TestDiscard(t *testing.T) {
	d := newDesk(t)
	d.open()
	d.name.SetText("CÔNG TY KHÁC")
	d.k.Look()
	o := d.open()
	uitest.Press(t, o.Top(), "Bỏ")
	if d.name.Text != "CÔNG TY MAY" || len(d.s.kept) != 0 || o.Top().Visible() {
		t.Errorf("after that %q, kept %v", d.name.Text, d.s.kept)
	}
	d.name.SetText("CÔNG TY KHÁC")
	d.k.Look()
	d.name.SetText("CÔNG TY MAY")
	d.k.Look()
	if len(d.s.kept) != 0 || len(d.k.All()) != 0 {
		t.Errorf("nothing differs, and %v is kept", d.s.kept)
	}
}

// What is typed stays with the employer of its form, whoever is at hand afterwards.
func TestEmployers(t *testing.T) {
	d := newDesk(t)
	d.open()
	d.name.SetText("CÔNG TY KHÁC")
	d.k.Look()
	d.k.Take("0300588569", nil)
	if d.open().Top().Visible() || d.name.Text != "CÔNG TY MAY" {
		t.Error("one employer's words are offered to another")
	}
	d.name.SetText("CỦA ĐƠN VỊ HAI")
	d.k.Look()
	if len(d.s.kept) != 2 || d.s.kept["don-vi@0300588569"] != "ten=CỦA ĐƠN VỊ HAI" {
		t.Errorf("kept %v", d.s.kept)
	}
}

// Saves come one after the other, the latest words last; one that failed is tried again,
// and who waits for the end is not kept waiting by it.
func TestOrderAndFailure(t *testing.T) {
	d := newDesk(t)
	d.open()
	d.w.slow = true
	for _, s := range []string{"A", "AB", "ABC"} {
		d.name.SetText(s)
		d.k.Look()
	}
	if len(d.w.later) != 1 {
		t.Fatalf("%d saves at once", len(d.w.later))
	}
	ended := false
	d.k.Flush(func() { ended = true })
	for len(d.w.later) > 0 {
		do := d.w.later[0]
		d.w.later = d.w.later[1:]
		do()
	}
	if d.s.kept["don-vi@0100109106"] != "ten=ABC" || d.s.puts != 2 || !ended {
		t.Errorf("kept %v in %d times, ended %v", d.s.kept, d.s.puts, ended)
	}
	d.w.slow, d.s.fail, ended = false, errors.New("disk full"), false
	d.name.SetText("ABCD")
	d.k.Flush(func() { ended = true })
	if !ended {
		t.Error("a full disk holds the window open")
	}
	d.s.fail = nil
	d.k.Look()
	if d.s.kept["don-vi@0100109106"] != "ten=ABCD" {
		t.Errorf("after the disk had room %v is kept", d.s.kept)
	}
}

// Boxes and choices are kept as well; a choice that is no longer offered is left.
func TestOtherFields(t *testing.T) {
	d := newDesk(t)
	var box *xwidget.Check
	var pick *xwidget.Select
	open := func(options ...string) {
		box, pick = xwidget.NewCheck("Người lập", nil), xwidget.NewSelect(options, nil)
		d.k.Open(unsaved.Form{Name: "nguoi", Machine: true, Fields: []unsaved.Field{unsaved.Tick("lap", "Người lập", box), unsaved.Option("vai", "Vai", pick)}})
	}
	open("một", "hai")
	box.SetChecked(true)
	pick.SetSelected("hai")
	d.k.Look()
	if d.s.kept["nguoi@"] != "lap=x vai=hai" {
		t.Errorf("kept %v", d.s.kept)
	}
	open("một", "hai")
	if !box.Checked || pick.Selected != "hai" {
		t.Errorf("opened with %v, %q", box.Checked, pick.Selected)
	}
	open("một")
	if pick.Selected != "" {
		t.Errorf("chosen: %q", pick.Selected)
	}
}
