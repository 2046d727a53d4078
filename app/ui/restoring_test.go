package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/uitest"
	store "ankhai/storage"
)

// conf is a data folder whose key lies beside it: tests touch nobody's home.
func conf(dir string) office.Config {
	return office.Config{Dir: dir, Now: clock, Keys: office.Sources{ConfigDir: func() (string, error) { return dir + "-cau-hinh", nil }}}
}

// desk opens a data folder of its own with the sample company.
func desk(t *testing.T, dir string) *office.Office {
	t.Helper()
	o, err := office.Open(t.Context(), conf(dir))
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// A backup is chosen in the window, put in the place of the data, and the window
// goes on with it.
func TestRestoreInTheWindow(t *testing.T) {
	dir := t.TempDir()
	o := desk(t, dir)
	if err := o.Rehearse(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, _, err := o.BackUpNow(t.Context()); err != nil {
		t.Fatal(err)
	}
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	was := dv.Ten
	dv.Ten = "CÔNG TY ĐỔI TÊN SAU KHI SAO LƯU"
	if found, err := o.PutCompany(t.Context(), dv); err != nil {
		t.Fatal(found, err)
	}
	uitest.App(t)
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1366, 768))
	s := New(o, w, &task.Runner{Window: w}, clock)
	last := o
	s.home = Home{conf(dir), func() (Office, error) { last = desk(t, dir); return last, nil }}
	s.Start()
	s.Restore()
	uitest.Press(t, w.Canvas().Overlays().Top(), "Chọn")
	uitest.Press(t, w.Canvas().Overlays().Top(), "Khôi phục")
	defer last.Close()
	if last == o {
		t.Fatal("the data folder was not opened again")
	}
	dv, err = last.Company(t.Context())
	if err != nil || dv.Ten != was {
		t.Errorf("after the restore the company is %q (%v), want %q", dv.Ten, err, was)
	}
	// A file that is no backup changes nothing, and the window still works.
	bad := filepath.Join(t.TempDir(), "x.ankhai")
	if err := os.WriteFile(bad, []byte("không phải"), 0o600); err != nil {
		t.Fatal(err)
	}
	n := New(last, w, &task.Runner{Window: w}, clock)
	n.home = s.home
	n.Start()
	n.putBack(bad, office.Sources{})
	if dv, err = last.Company(t.Context()); err != nil || dv.Ten != was {
		t.Errorf("after a file that is no backup: %q, %v", dv.Ten, err)
	}
	uitest.Press(t, w.Canvas().Overlays().Top(), "Đã rõ")
}

// A page that turns out to be broken while one works leads to the same ways out.
func TestDamageWhileWorking(t *testing.T) {
	dir := t.TempDir()
	o := desk(t, dir)
	if err := o.Rehearse(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, _, err := o.BackUpNow(t.Context()); err != nil {
		t.Fatal(err)
	}
	uitest.App(t)
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1366, 768))
	s := New(o, w, &task.Runner{Window: w}, clock)
	last := o
	s.home = Home{conf(dir), func() (Office, error) { last = desk(t, dir); return last, nil }}
	s.Start()
	s.Fail(fmt.Errorf("read: %w", store.ErrDamaged))
	uitest.Press(t, w.Canvas().Overlays().Top(), "Xem cách cứu…")
	uitest.Press(t, w.Content(), "Khôi phục bản sao này")
	defer last.Close()
	if last == o {
		t.Fatal("the data folder was not opened again")
	}
	if _, err := last.Company(t.Context()); err != nil {
		t.Error(err)
	}
}
