package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

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
	n.putBack(bad)
	if dv, err = last.Company(t.Context()); err != nil || dv.Ten != was {
		t.Errorf("after a file that is no backup: %q, %v", dv.Ten, err)
	}
	uitest.Press(t, w.Canvas().Overlays().Top(), "Đã rõ")
}

func rescued(t *testing.T, r office.Rescue, restore, salvage error) (v *rescue, w fyne.Window, ways *[]string) {
	t.Helper()
	uitest.App(t)
	w = test.NewTempWindow(t, nil)
	w.SetPadded(false)
	ways = new([]string)
	v = &rescue{runner: &task.Runner{Window: w}, reopen: func() (Office, error) { return newFake(), nil },
		opened: func(Office) { *ways = append(*ways, "opened") }}
	way := func(name string, err error) func(context.Context) error {
		return func(context.Context) error {
			*ways = append(*ways, name)
			return err
		}
	}
	w.SetContent(v.content(r, way("restore", restore), way("salvage", salvage)))
	w.Resize(fyne.NewSize(900, 560))
	return v, w, ways
}

func damaged() office.Rescue {
	return office.Rescue{
		What:   []string{"bảng người lao động có 1 chỗ không đọc được (còn đọc được 1180 dòng)", "nhật ký không khớp chuỗi kiểm tra"},
		Newest: &store.Backup{Path: "/x/ankhai-2026-11-21-0031.db", At: clock().Add(-24 * time.Hour), Bytes: 4_400_000},
		Lacks:  "Sau bản sao đó, đến 09:30 ngày 22/11/2026, có ít nhất 14 việc: 1 lần nhập bảng lương, 1 hồ sơ lập mới, 1 hồ sơ gửi. Hồ sơ đã gửi không bị gửi lại.",
		Saves:  true,
	}
}

func TestRescuePicture(t *testing.T) {
	_, w, _ := rescued(t, damaged(), nil, nil)
	uitest.Golden(t, "tep-hong", w.Canvas())
}

func TestWaysOutOfDamage(t *testing.T) {
	_, w, ways := rescued(t, damaged(), nil, nil)
	uitest.Press(t, w.Content(), "Khôi phục bản sao này")
	if len(*ways) != 2 || (*ways)[0] != "restore" || (*ways)[1] != "opened" {
		t.Errorf("went %v", *ways)
	}
	v, w, ways := rescued(t, damaged(), nil, errors.Join(store.ErrDiskFull))
	uitest.Press(t, w.Content(), "Cứu dữ liệu")
	if len(*ways) != 1 || v.say.Words != store.Say(store.ErrDiskFull) {
		t.Errorf("went %v, said %q", *ways, v.say.Words)
	}
	none := office.Rescue{What: []string{"x"}}
	_, w, _ = rescued(t, none, nil, nil)
	for _, b := range uitest.Buttons(w.Content()) {
		t.Errorf("a button %q where there is no way out", b)
	}
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
