package office

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A window that was closed leaves nothing; one that ended suddenly leads back, once,
// and names the drafts that were kept.
func TestLeftOff(t *testing.T) {
	o := sampleDesk(t)
	ctx := t.Context()
	if l, err := o.LeftOff(ctx); err != nil || l.Sudden || l.Crash != nil {
		t.Errorf("a first start: %+v %v", l, err)
	}
	made, err := o.Draft(ctx, "600", SampleMonth, raises(t, o))
	if err != nil {
		t.Fatal(err)
	}
	at := Spot{Screen: "ho-so", Month: SampleMonth, Dossier: made[0].ID, Leaf: 1, Row: 3, Col: 5}
	if err := o.StandAt(ctx, at); err != nil {
		t.Fatal(err)
	}
	l, err := o.LeftOff(ctx)
	if err != nil || !l.Sudden || l.Spot != at || len(l.Kept) != 1 || l.Kept[0].ID != made[0].ID {
		t.Errorf("after a sudden end: %+v %v", l, err)
	}
	if l, err := o.LeftOff(ctx); err != nil || l.Sudden {
		t.Errorf("asked twice: %+v %v", l, err)
	}
	if err := errors.Join(o.StandAt(ctx, at), o.Leave(ctx)); err != nil {
		t.Fatal(err)
	}
	if l, err := o.LeftOff(ctx); err != nil || l.Sudden {
		t.Errorf("after it was closed: %+v %v", l, err)
	}
	if err := o.StandAt(ctx, at); err != nil {
		t.Fatal(err)
	}
	if l, err := o.LeftOff(ctx); err != nil || l.Sudden {
		t.Errorf("a spot that came after it was closed: %+v %v", l, err)
	}
	o.left.Store(false)
	at.Dossier = "HS999999"
	if err := o.StandAt(ctx, at); err != nil {
		t.Fatal(err)
	}
	if l, err := o.LeftOff(ctx); err != nil || !l.Sudden || l.Dossier != "" {
		t.Errorf("a dossier that is gone: %+v %v", l, err)
	}
}

// A spot that is being kept at the moment of leaving does not come after it.
func TestLeavingWhileASpotIsKept(t *testing.T) {
	o := sampleDesk(t)
	ctx := t.Context()
	for i := range 30 {
		o.left.Store(false)
		kept := make(chan error, 1)
		go func() { kept <- o.StandAt(ctx, Spot{Screen: "ho-so", Month: SampleMonth, Row: i}) }()
		if err := errors.Join(o.Leave(ctx), <-kept); err != nil {
			t.Fatal(err)
		}
		if l, err := o.LeftOff(ctx); err != nil || l.Sudden {
			t.Fatalf("left as the %dth spot was kept: %+v %v", i+1, l, err)
		}
	}
}

// A fault of the program waits for the next start without a word of anybody's data.
func TestCrashNote(t *testing.T) {
	o := openDesk(t, t.TempDir())
	fault := Guard(func() error { panic("Đặng Thị Ẩn, lương 12.000.000") })
	if err := KeepCrash(o.Dir(), time.Date(2026, 11, 26, 8, 0, 0, 0, time.UTC), fault); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(filepath.Join(o.Dir(), crashFile))
	if err != nil || strings.Contains(string(raw), "Ẩn") || strings.Contains(string(raw), "000.000") {
		t.Errorf("%s %v", raw, err)
	}
	l, err := o.LeftOff(t.Context())
	if err != nil || l.Crash == nil || !strings.Contains(l.Crash.Text(), "leftoff_test.go") || !strings.Contains(l.Crash.Text(), "26/11/2026 08:00:00") {
		t.Errorf("%+v %v", l.Crash, err)
	}
	if n, err := o.CrashNote(); n != nil || err != nil {
		t.Errorf("it is told twice: %v %v", n, err)
	}
	if err := KeepCrash(o.Dir(), testNow(), errors.New("disk full")); err != nil {
		t.Fatal(err)
	}
	if n, _ := o.CrashNote(); n != nil {
		t.Error("what is no fault of the program was kept")
	}
	if err := os.WriteFile(filepath.Join(o.Dir(), crashFile), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if n, err := o.CrashNote(); n != nil || err != nil {
		t.Errorf("a note cut off: %v %v", n, err)
	}
}
