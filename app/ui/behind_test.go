package ui

import (
	"context"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/facts"
)

// started is a work that goes on behind the window.
func started(t *testing.T, s *Shell, title string, cancel func()) *task.Job {
	t.Helper()
	j, ok := s.runner.Begin(title, cancel)
	if !ok {
		t.Fatalf("%s does not begin", title)
	}
	var shut func()
	j.Dialog(func() { shut = s.Dialog(title, xwidget.NewText(title)) }, func() { shut() })
	j.ComeBack()
	j.GoBehind()
	return j
}

// chipWords are the words of the status bar about works behind the window, "" for none.
func chipWords(s *Shell) string {
	if !s.behind.chip.Visible() {
		return ""
	}
	return s.behind.words.Words
}

// A work behind the window stands in the status bar with its count, is brought back from
// there, and its end is one click away.
func TestWorkBehindTheWindow(t *testing.T) {
	s, w := open(t, newFake(), 1)
	cancelled := false
	j := started(t, s, "Đang lập phiếu người lao động", func() { cancelled = true })
	j.At(30, 120)
	if got := chipWords(s); got != "Lập phiếu người lao động · 30 / 120" {
		t.Errorf("the bar says %q", got)
	}
	uitest.Golden(t, "viec-trong-nen", w.Canvas())
	s.behind.open()
	if w.Canvas().Overlays().Top() == nil || j.Behind() {
		t.Error("it does not come back")
	}
	j.GoBehind()
	s.Go(office.Place{Screen: "thu-tuc"})
	done := false
	j.End(nil, func() { done = true })
	if done || chipWords(s) != "Đã xong: lập phiếu người lao động" {
		t.Errorf("done %v, the bar says %q", done, chipWords(s))
	}
	s.behind.button.Tapped(&fyne.PointEvent{})
	if !done || chipWords(s) != "" || s.at.key != "tong-quan" || cancelled {
		t.Errorf("done %v, the bar says %q, at %s", done, chipWords(s), s.at.key)
	}
	j = started(t, s, "Đang sao lưu", func() { cancelled = true })
	s.behind.button.Tapped(&fyne.PointEvent{})
	if !cancelled || chipWords(s) != "Sao lưu · đang dừng" {
		t.Errorf("cancelled %v, the bar says %q", cancelled, chipWords(s))
	}
	ended := error(nil)
	j.End(context.Canceled, func() { ended = context.Canceled })
	if !task.Cancelled(ended) || chipWords(s) != "" {
		t.Error("what was given up waits to be looked at")
	}
}

// Where the person stands as at the beginning and does nothing else, the end is shown at
// once; a dialog or a field at hand is not disturbed.
func TestEndOfAWorkBehindTheWindow(t *testing.T) {
	s, w := open(t, newFake(), 1)
	end := func() (shown bool) {
		started(t, s, "Đang lập báo cáo", func() {}).End(nil, func() { shown = true })
		return shown
	}
	if !end() {
		t.Error("the end waits, and the person stands by")
	}
	shut := s.Dialog("Khác", xwidget.NewText("x"))
	if end() {
		t.Error("the end comes over a dialog")
	}
	shut()
	field := xwidget.NewEntry()
	s.stack.Objects = []fyne.CanvasObject{field}
	w.Canvas().Focus(field)
	if end() {
		t.Error("the end comes while somebody types")
	}
	if got := chipWords(s); got != "2 việc trong nền" {
		t.Errorf("the bar says %q", got)
	}
}

// Several works and ends are a list.
func TestSeveralWorksBehindTheWindow(t *testing.T) {
	s, w := open(t, newFake(), 1)
	started(t, s, "Đang sao lưu", func() {}).At(1, 4)
	started(t, s, "Đang lập báo cáo", func() {})
	failed := started(t, s, "Đang đọc luong.xlsx", func() {})
	s.Go(office.Place{Screen: "thu-tuc"})
	looked := false
	failed.End(errors.New("disk"), func() { looked = true })
	s.behind.open()
	uitest.Golden(t, "viec-trong-nen-danh-sach", w.Canvas())
	words := strings.Join(uitest.Words(w.Canvas().Overlays().Top()), "|")
	if !strings.Contains(words, "Sao lưu · 1 / 4") || !strings.Contains(words, "Lập báo cáo") || !strings.Contains(words, "Chưa xong: đọc tệp") {
		t.Errorf("the list says %s", words)
	}
	uitest.Press(t, w.Canvas().Overlays().Top(), "Xem")
	if !looked || w.Canvas().Overlays().Top() != nil {
		t.Error("what came of it is not shown")
	}
}

// A work stays with the employer at hand when it began, and its end leads back there.
func TestWorkStaysWithItsEmployer(t *testing.T) {
	f := newFake()
	f.others = []facts.DonVi{{MaSoThue: "0300588569", Ten: "CÔNG TY KHÁC"}}
	s, _ := open(t, f, 1)
	first := f.dv.MaSoThue
	j := started(t, s, "Đang lập hồ sơ", func() {})
	s.switchTo("0300588569")
	if j.Employer != first {
		t.Errorf("the work is %s's", j.Employer)
	}
	done := false
	j.End(nil, func() { done = true })
	if done {
		t.Fatal("the end is shown at another employer")
	}
	s.behind.open()
	if !done || !slices.Equal(f.switched, []string{"0300588569", first}) || !s.fresh {
		t.Errorf("done %v, employers at hand %v", done, f.switched)
	}
}

// Closing the window while works run asks, stops them, and waits for each.
func TestLeavingWhileWorksRun(t *testing.T) {
	s, w := open(t, newFake(), 1)
	door := &closing{Window: w}
	s.window = door
	stopped := 0
	a, b := started(t, s, "Đang sao lưu", func() { stopped++ }), started(t, s, "Đang lập báo cáo", func() { stopped++ })
	s.quit()
	uitest.Golden(t, "con-viec", w.Canvas())
	uitest.Press(t, w.Canvas().Overlays().Top(), "Để chạy tiếp")
	if door.closed || stopped != 0 {
		t.Fatal("it closes, and the person said no")
	}
	s.quit()
	uitest.Press(t, w.Canvas().Overlays().Top(), "Dừng việc và đóng")
	if door.closed || stopped != 2 {
		t.Fatalf("closed %v, stopped %d", door.closed, stopped)
	}
	a.End(context.Canceled, func() {})
	if door.closed {
		t.Fatal("it closes before the second work has ended")
	}
	b.End(nil, func() {})
	if !door.closed {
		t.Error("it stays open")
	}
}

// A locked window with works tells that they run, and closes for nobody.
func TestLeavingALockedWindow(t *testing.T) {
	f := newFake()
	f.passphrase = "bon tu bat ky"
	s, w := open(t, f, 1)
	door := &closing{Window: w}
	s.window = door
	j := started(t, s, "Đang sao lưu", func() {})
	s.Lock()
	s.quit()
	if words := strings.Join(uitest.Words(w.Content()), "|"); door.closed || !strings.Contains(words, "Còn việc đang chạy") {
		t.Errorf("closed %v, says %s", door.closed, words)
	}
	shown := false
	j.End(nil, func() { shown = true })
	if shown {
		t.Error("the end is shown behind the lock")
	}
	s.quit()
	if !door.closed {
		t.Error("nothing runs, and it stays open")
	}
}

// Every title of a work is in the list of kinds, and every line of the list is a work's.
func TestEveryWorkHasItsKind(t *testing.T) {
	runs := []string{"Run", "run", "Begin", "keep", "runMoveIn"}
	said := map[string]bool{}
	fset := token.NewFileSet()
	err := filepath.WalkDir(".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.HasPrefix(path, "task/") {
			return err
		}
		f, err := parser.ParseFile(fset, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && strings.HasPrefix(lit.Value, `"Đang `) {
				words, _ := strconv.Unquote(lit.Value)
				said[words] = true
			}
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			if sel, ok := call.Fun.(*ast.SelectorExpr); !ok || !slices.Contains(runs, sel.Sel.Name) {
				return true
			}
			ast.Inspect(call.Args[0], func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && strings.HasPrefix(lit.Value, `"Đang `) {
					if title, _ := strconv.Unquote(lit.Value); !task.Known(title) {
						t.Errorf("%s: the work %q has no kind", fset.Position(lit.Pos()), title)
					}
				}
				return true
			})
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, title := range task.Titles() {
		found := false
		for words := range said {
			before, _, _ := strings.Cut(title, "%s")
			found = found || strings.HasPrefix(words, before)
		}
		if !found {
			t.Errorf("no work is called %q", title)
		}
	}
}
