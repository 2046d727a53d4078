package ui

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	store "ankhai/storage"
)

// slowOffice writes cells only when it is let to, and steps out as it is told.
type slowOffice struct {
	*office.Office
	let  chan bool // each cell takes one; closed: all may be written
	fail error     // of the next write, once

	mu   sync.Mutex
	done []string // in their order
}

func (s *slowOffice) note(what string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.done = append(s.done, what)
}

func (s *slowOffice) noted() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.done)
}

func (s *slowOffice) PasteCells(ctx context.Context, id, formID, table string, rows int, cells []office.CellText) ([]string, error) {
	<-s.let
	s.note(cells[0].Text)
	if err := s.fail; err != nil {
		s.fail = nil
		return nil, err
	}
	return s.Office.PasteCells(ctx, id, formID, table, rows, cells)
}

func (s *slowOffice) Overview(ctx context.Context, m office.Month) (office.Overview, error) {
	s.note("xem tổng quan")
	return s.Office.Overview(ctx, m)
}

func (s *slowOffice) StepOut() {
	s.note("thôi làm việc")
	s.Office.StepOut()
}

// typist is a window over a real store whose works run elsewhere, and a person in it.
type typist struct {
	*testing.T
	o     *slowOffice
	s     *Shell
	w     fyne.Window
	queue chan func()
	id    string // of the dossier that is open
	grid  *xwidget.Grid
}

// typingIn opens a draft on the sample company.
func typingIn(t *testing.T) *typist {
	t.Helper()
	ctx := context.Background()
	o, err := office.Open(ctx, office.Config{Dir: t.TempDir(), Now: clock, Keys: uitest.DataKeys(t)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { o.Close() })
	if err := o.Rehearse(ctx); err != nil {
		t.Fatal(err)
	}
	draftSome(t, o)
	all, err := o.Dossiers(ctx)
	if err != nil {
		t.Fatal(err)
	}
	uitest.App(t)
	p := &typist{T: t, o: &slowOffice{Office: o, let: make(chan bool, 100)}, w: test.NewTempWindow(t, nil), queue: make(chan func(), 1000), id: all[0].ID}
	p.w.Resize(fyne.NewSize(1366, 768))
	p.s = New(p.o, p.w, &task.Runner{Window: p.w, Async: true, Patience: time.Hour, Do: func(f func()) { p.queue <- f }}, clock)
	p.s.Start()
	p.until("the overview", func() bool { return p.s.have })
	p.s.Go(office.Place{Screen: dossierScreen, ID: p.id})
	p.until("the dossier", func() bool { return len(uitest.Find[*xwidget.Grid](p.w.Content())) > 0 && p.says("Kiểm tra") })
	p.grid = uitest.Find[*xwidget.Grid](p.w.Content())[0]
	return p
}

// until serves the window until ok holds.
func (p *typist) until(what string, ok func() bool) {
	p.Helper()
	late := time.After(20 * time.Second)
	for !ok() {
		select {
		case f := <-p.queue:
			f()
		case <-late:
			p.Fatalf("%s does not come; the window says %q", what, uitest.Words(p.w.Content()))
		}
	}
}

func (p *typist) says(words string) bool {
	return slices.Contains(uitest.Buttons(p.w.Content()), words)
}

const nameColumn = 1

// name types a name into the first row and shows that it is seen at once.
func (p *typist) name(text string) {
	p.Helper()
	p.grid.Jump(0, nameColumn)
	uitest.Type(p.w.Canvas(), text)
	uitest.Keys(p.w.Canvas(), fyne.KeyReturn)
	if got := p.grid.Model().Text(0, nameColumn); got != text {
		p.Errorf("typed %q, the cell shows %q", text, got)
	}
}

// kept is the name in the store.
func (p *typist) kept() string {
	p.Helper()
	v, err := p.o.Dossier(context.Background(), p.id)
	if err != nil {
		p.Fatal(err)
	}
	return v.Docs[0].Form.Table.Column("HoTen").Get(v.Docs[0].Rows[0]).S
}

// Cells are kept in the order in which they were typed, however slow the disk is; that
// they are is told only then.
func TestTypedCellsKeepTheirOrder(t *testing.T) {
	p := typingIn(t)
	names := []string{"Nguyen Thi Mot", "Nguyen Thi Hai", "Nguyen Thi Ba", "Nguyen Thi Bon"}
	for _, n := range names {
		p.name(n)
	}
	if got := p.s.status.saved.Words; strings.Contains(got, "Đã lưu") {
		t.Errorf("nothing is kept, and the window says %q", got)
	}
	close(p.o.let)
	p.until("the last cell", func() bool { return strings.Contains(p.s.status.saved.Words, "Đã lưu") && p.kept() == names[3] })
	got := slices.DeleteFunc(p.o.noted(), func(s string) bool { return !strings.HasPrefix(s, "Nguyen") })
	if !slices.Equal(got, names) {
		t.Errorf("kept %q", got)
	}
}

// What was typed right before is kept when the window is closed: it closes after that.
func TestClosingWaitsForWhatWasTyped(t *testing.T) {
	p := typingIn(t)
	closed := false
	p.name("Nguyen Thi Cuoi")
	p.s.leave(func() { closed = true })
	if closed {
		t.Fatal("it closes before the cell is kept")
	}
	p.o.let <- true
	p.until("the end", func() bool { return closed })
	if got := p.kept(); got != "Nguyen Thi Cuoi" {
		t.Errorf("the store has %q", got)
	}
	p.name("Nguyen Thi Sau") // the program ends without a window that could wait
	p.o.let <- true
	if err := p.s.runner.Settle(); err != nil || p.kept() != "Nguyen Thi Sau" {
		t.Errorf("the store has %q, %v", p.kept(), err)
	}
}

// A window that could not keep something does not close, but tells; closed again it goes.
func TestClosingTellsWhatCouldNotBeKept(t *testing.T) {
	p := typingIn(t)
	was := p.kept()
	closed := 0
	p.o.fail = store.ErrDiskFull
	p.name("Nguyen Thi Mat")
	p.s.leave(func() { closed++ })
	close(p.o.let)
	p.until("the message", func() bool { return p.w.Canvas().Overlays().Top() != nil })
	if words := strings.Join(uitest.Words(p.w.Canvas().Overlays().Top()), "|"); !strings.Contains(words, "ổ đĩa đã đầy") {
		t.Errorf("the window says %s", words)
	}
	p.until("what is lost", func() bool { return strings.HasPrefix(p.s.status.said.Words, "Chưa lưu được") })
	if got := p.s.status.said.Words; !strings.Contains(got, "D02-LT dòng 1, Họ và tên: «Nguyen Thi Mat»") {
		t.Errorf("the status bar says %q", got)
	}
	p.grid = uitest.Find[*xwidget.Grid](p.w.Content())[0]
	if got := p.grid.Model().Text(0, nameColumn); got != was || closed > 0 {
		t.Errorf("the cell shows %q, the store has %q, closed %d", got, was, closed)
	}
	p.s.leave(func() { closed++ })
	p.until("the end", func() bool { return closed == 1 })
}

// Whatever is opened next shows what was typed right before, and who worked as somebody
// stops to only when what they typed is kept as theirs.
func TestLeavingAndLockingComeAfterWhatWasTyped(t *testing.T) {
	p := typingIn(t)
	if err := p.o.SetPassphrase(context.Background(), []byte("mat khau rat dai cua don vi")); err != nil {
		t.Fatal(err)
	}
	before := len(p.o.noted())
	p.name("Nguyen Thi Roi")
	p.s.Go(office.Place{Screen: "tong-quan"})
	p.s.Lock()
	if p.s.cover == nil {
		t.Error("the window is not covered at once")
	}
	p.o.let <- true
	p.until("stepping out", func() bool { return slices.Contains(p.o.noted(), "thôi làm việc") })
	got := p.o.noted()[before:]
	if got[0] != "Nguyen Thi Roi" {
		t.Errorf("the order was %q", got)
	}
	if p.kept() != "Nguyen Thi Roi" {
		t.Errorf("the store has %q", p.kept())
	}
}

// An undo asked for right behind a cell takes that cell back, and holds others off until
// it is seen.
func TestUndoRightBehindACell(t *testing.T) {
	p := typingIn(t)
	was := p.kept()
	p.name("Nguyen Thi Lam")
	p.grid.TypedShortcut(&fyne.ShortcutUndo{})
	if refused := p.grid.Model().(xwidget.Editor).SetAll([]xwidget.CellText{{Row: 1, Col: nameColumn, Text: "Khac"}}); len(refused) != 1 {
		t.Errorf("a cell is taken while rows may move: %q", refused)
	}
	close(p.o.let)
	p.until("the undo", func() bool { return p.grid.Model().Text(0, nameColumn) == was })
	if got := p.kept(); got != was {
		t.Errorf("the store has %q", got)
	}
	p.grid.TypedShortcut(&fyne.ShortcutRedo{})
	p.until("the redo", func() bool { return p.grid.Model().Text(0, nameColumn) == "Nguyen Thi Lam" })
	if err := p.s.runner.Settle(); err != nil || p.kept() != "Nguyen Thi Lam" {
		t.Errorf("the store has %q, %v", p.kept(), err)
	}
}

// Every work that the window asks the use cases for has its context from the runner: one
// that a screen makes itself would run on the window's goroutine, and beside the order
// of what is being kept.
func TestScreensWorkThroughTheRunner(t *testing.T) {
	own := map[string]bool{"task/keeping.go": true, "task/task.go": true, "uitest/host.go": true, "shots/shots.go": true,
		"xem/pane.go": true} // drawn by a program of its own
	files := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || own[filepath.ToSlash(path)] {
			return err
		}
		files++
		text, err := os.ReadFile(path)
		if strings.Contains(string(text), "context.Background()") {
			t.Errorf("%s makes a context of its own: Run, Quiet or Keep has one", path)
		}
		return err
	})
	if err != nil || files < 50 {
		t.Fatalf("%d files, %v", files, err)
	}
}

// The head of a form is kept like its rows.
func TestTypedHeadIsKept(t *testing.T) {
	p := typingIn(t)
	close(p.o.let)
	uitest.Find[*xwidget.Tabs](p.w.Content())[0].Choose(1)
	head := uitest.Find[*xwidget.Grid](p.w.Content())[0]
	row := 0
	for head.Model().Text(row, 0) != "Số điện thoại liên hệ" {
		row++
	}
	head.Jump(row, 1)
	uitest.Type(p.w.Canvas(), "0281234567")
	uitest.Keys(p.w.Canvas(), fyne.KeyReturn)
	p.until("the head", func() bool {
		return strings.Contains(p.s.status.saved.Words, "Đã lưu") || p.w.Canvas().Overlays().Top() != nil
	})
	v, err := p.o.Dossier(context.Background(), p.id)
	if err != nil {
		t.Fatal(err)
	}
	doc := v.Docs[0]
	if got := doc.Form.Head.Columns(); len(got) == 0 {
		t.Fatal("no head")
	}
	for _, c := range doc.Form.Head.Columns() {
		if c.Label == "Số điện thoại liên hệ" && c.Get(doc.Head).S != "0281234567" {
			t.Errorf("the store has %q", c.Get(doc.Head).S)
		}
	}
}
