package bangluong

import (
	"errors"
	"strings"
	"testing"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// A doubtful line comes with whom it may mean; each button answers it, for the chosen
// candidate, and the answer can be taken back.
func TestDoubtfulLineIsDecided(t *testing.T) {
	f := &fake{has: true}
	p, h, w := open(t, f)
	p.tabs.Choose(1)
	uitest.Golden(t, "can-xem", w.Canvas())
	code := result().Undecided[0].Ma()
	for _, x := range []struct{ press, want string }{
		{"Là người này", code + " la-nguoi NLD000012 false false"},
		{"Là người này, bảng lương đúng", code + " la-nguoi NLD000012 true false"},
		{"Người mới", code + " la-moi  false false"},
		{"Không phải ai trong số này", code + " hai-nguoi  false false"},
		{"Bỏ qua dòng", code + " bo-dong  false false"},
	} {
		uitest.Press(t, w.Content(), x.press)
		if got := f.answers[len(f.answers)-1]; got != x.want {
			t.Errorf("%s: answered %q, want %q", x.press, got, x.want)
		}
	}
	if p.tabs.At() != 1 || !strings.Contains(h.Last(), "Đã ghi: dòng của Lê Thị Cha bỏ dòng này") {
		t.Errorf("leaf %d, said %q", p.tabs.At(), h.Last())
	}
	grids := uitest.Find[*xwidget.Grid](w.Content())
	grids[1].Jump(1, 0) // the second candidate
	uitest.Press(t, w.Content(), "Là người này")
	if got, want := f.answers[len(f.answers)-1], code+" la-nguoi NLD000031 false false"; got != want {
		t.Errorf("answered %q, want %q", got, want)
	}

	p.tabs.Choose(3)
	uitest.Golden(t, "da-quyet-dinh", w.Canvas())
	uitest.Press(t, w.Content(), "Bỏ quyết định")
	if got := f.answers[len(f.answers)-1]; got != "undo 6" {
		t.Errorf("took back %q", got)
	}
	if p.tabs.Choose(3); p.tabs.At() == 3 {
		t.Error("a leaf of decisions where there are none")
	}
}

// Of two lines of one person either can be left out, or they are two people.
func TestTwoLinesAreDecided(t *testing.T) {
	f := &fake{has: true, twice: true}
	p, _, w := open(t, f)
	p.tabs.Choose(1)
	code := twoLines().Ma()
	for _, x := range []struct{ press, want string }{
		{"Bỏ dòng A5", code + " bo-dong  false true"},
		{"Bỏ dòng A9", code + " bo-dong  false false"},
		{"Là hai người", code + " hai-nguoi  false false"},
	} {
		uitest.Find[*xwidget.Grid](w.Content())[0].Jump(0, 0)
		uitest.Press(t, w.Content(), x.press)
		if got := f.answers[len(f.answers)-1]; got != x.want {
			t.Errorf("%s: answered %q, want %q", x.press, got, x.want)
		}
	}
}

func TestRefusedDecisionIsTold(t *testing.T) {
	f := &fake{has: true}
	p, h, w := open(t, f)
	p.tabs.Choose(1)
	f.fail = errors.New("full")
	uitest.Press(t, w.Content(), "Người mới")
	if len(h.Failed) != 1 {
		t.Errorf("told %d failures", len(h.Failed))
	}
}
