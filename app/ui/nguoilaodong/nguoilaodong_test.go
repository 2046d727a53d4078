package nguoilaodong

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

type fake struct {
	people []facts.NguoiLaoDong
	err    error
}

func (f *fake) People(context.Context, law.Month) ([]facts.NguoiLaoDong, error) {
	return slices.Clone(f.people), f.err
}

func (f *fake) History(_ context.Context, id string) ([]facts.NguoiLaoDong, error) {
	for _, p := range f.people {
		if p.ID == id {
			was := p
			was.TuThang, was.Luong.MucLuong = 202401, 5_000_000
			return []facts.NguoiLaoDong{was, p}, nil
		}
	}
	return nil, nil
}

func open(t *testing.T, f *fake) (*Page, *uitest.Host, fyne.Window) {
	t.Helper()
	uitest.App(t)
	h := uitest.NewHost()
	p := New(f, h)
	w := uitest.Window(t, 1170, 690, p.Content())
	h.Win = w
	p.OnShow()
	return p, h, w
}

// One types without diacritics, in any order, and sees the people at once.
func TestFindWhileTyping(t *testing.T) {
	p, _, w := open(t, &fake{people: uitest.People(400)})
	uitest.Type(w.Canvas(), "uong tran")
	if p.grid.Model().Rows() == 0 {
		t.Fatal("nobody found")
	}
	for row := range p.grid.Model().Rows() {
		if name := p.grid.Model().Text(row, 0); !strings.Contains(name, "Ưởng") || !strings.HasPrefix(name, "Trần") {
			t.Errorf("found %q", name)
		}
	}
	uitest.Keys(w.Canvas(), fyne.KeyDown, fyne.KeyDown)
	if row, _ := p.grid.Active(); row != 1 {
		t.Errorf("the keys went to row %d of the list, want 1", row)
	}
	p.Find("khong co ai nhu the")
	if p.grid.Model().Rows() != 0 || !strings.Contains(p.grid.Empty, "Không tìm thấy ai") {
		t.Errorf("%d rows, empty says %q", p.grid.Model().Rows(), p.grid.Empty)
	}
}

func TestFindByNumber(t *testing.T) {
	f := &fake{people: uitest.People(50)}
	p, _, _ := open(t, f)
	p.Find(f.people[21].SoCCCD)
	if p.grid.Model().Rows() != 1 || p.grid.Model().Text(0, 0) != f.people[21].HoTen {
		t.Errorf("found %d people", p.grid.Model().Rows())
	}
}

// What is missing is named, in the list and beside it.
func TestMissingIsNamed(t *testing.T) {
	p, _, w := open(t, &fake{people: uitest.People(120)})
	uitest.Press(t, w.Content(), p.parts[Lacking].Words)
	n := p.grid.Model().Rows()
	if n == 0 || n > 10 {
		t.Fatalf("%d people lack something", n)
	}
	p.grid.Jump(0, 0)
	words := strings.Join(uitest.Words(w.Content()), "|")
	if !strings.Contains(words, "Còn thiếu") {
		t.Errorf("the detail does not say what is missing: %s", words)
	}
	found := false
	for col := range p.grid.Model().Columns() {
		found = found || p.grid.Model().Mark(0, col) == xwidget.MarkNotice
	}
	if !found {
		t.Error("no cell of the row is marked")
	}
}

func TestHistoryIsTold(t *testing.T) {
	_, _, w := open(t, &fake{people: uitest.People(3)})
	words := strings.Join(uitest.Words(w.Content()), "|")
	if !strings.Contains(words, "Lương 5.000.000 → ") || !strings.Contains(words, "Vào danh sách") {
		t.Errorf("history says %s", words)
	}
}

func TestFailureIsTold(t *testing.T) {
	_, h, _ := open(t, &fake{err: errors.New("disk")})
	if len(h.Failed) != 1 {
		t.Errorf("told %d failures, want 1", len(h.Failed))
	}
}

func TestPicture(t *testing.T) {
	_, _, w := open(t, &fake{people: uitest.People(1248)})
	uitest.Golden(t, "nguoi-lao-dong", w.Canvas())
}

// Typing stays instant with 50 000 people: each key within a tenth of a second.
func TestFiftyThousand(t *testing.T) {
	p, _, w := open(t, &fake{people: uitest.People(50_000)})
	start := time.Now()
	uitest.Type(w.Canvas(), "nguyen dung")
	took := time.Since(start) / 11
	t.Logf("%v a key over 50 000 people, %d found", took, p.grid.Model().Rows())
	if took > 100*time.Millisecond {
		t.Errorf("%v a key, want at most 100ms", took)
	}
}
