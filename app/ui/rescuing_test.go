package ui

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	store "ankhai/storage"
	"ankhai/storage/keys"
)

// rescued is a window on damaged data, in which the ways out end as they are told to.
func rescued(t *testing.T, r office.Rescue, restore, salvage error) (v *rescue, w fyne.Window, went *[]string) {
	t.Helper()
	uitest.App(t)
	w = test.NewTempWindow(t, nil)
	w.SetPadded(false)
	went = new([]string)
	v = &rescue{door: &Shell{window: w}, runner: &task.Runner{Window: w}, reopen: func() (Office, error) { return newFake(), nil },
		opened: func(Office) { *went = append(*went, "opened") },
		pick:   func(take func(path string)) { take("/usb/an-khai.ankhai") }}
	way := func(name string, err error) func(context.Context) error {
		return func(context.Context) error {
			*went = append(*went, name)
			return err
		}
	}
	v.ways = ways{newest: way("restore", restore), salvage: way("salvage", salvage), file: func(_ context.Context, path string, src office.Sources) error {
		*went = append(*went, path+" "+string(src.Passphrase))
		return restore
	}}
	w.SetContent(v.content(r))
	w.Resize(fyne.NewSize(900, 560))
	return v, w, went
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
	_, w, went := rescued(t, damaged(), nil, nil)
	uitest.Press(t, w.Content(), "Khôi phục bản sao này")
	if !slices.Equal(*went, []string{"restore", "opened"}) {
		t.Errorf("went %v", *went)
	}
	v, w, went := rescued(t, damaged(), nil, errors.Join(store.ErrDiskFull))
	uitest.Press(t, w.Content(), "Cứu dữ liệu")
	if len(*went) != 1 || v.say.Words != store.Say(store.ErrDiskFull) {
		t.Errorf("went %v, said %q", *went, v.say.Words)
	}
	_, w, went = rescued(t, office.Rescue{What: []string{"x"}}, nil, nil)
	if got := uitest.Buttons(w.Content()); !slices.Equal(got, []string{fromFile}) {
		t.Errorf("buttons %q where no other way is out", got)
	}
	uitest.Golden(t, "tep-hong-khong-con", w.Canvas())
	uitest.Press(t, w.Content(), fromFile)
	if !slices.Equal(*went, []string{"/usb/an-khai.ankhai ", "opened"}) {
		t.Errorf("went %q", *went)
	}
}

// A backup that lies elsewhere and was made under another key is opened with what was
// typed, in the window that has no program yet.
func TestRescueByALockedFile(t *testing.T) {
	v, w, went := rescued(t, damaged(), nil, nil)
	way := v.ways.file
	v.ways.file = func(ctx context.Context, path string, src office.Sources) error {
		switch string(src.Passphrase) {
		case "":
			return &keys.NeedError{Have: []keys.Kind{keys.KindPassphrase, keys.KindRecovery}}
		case "bốn từ bất kỳ":
			return way(ctx, path, src)
		}
		return keys.ErrPassphrase
	}
	uitest.Press(t, w.Content(), fromFile)
	top := w.Canvas().Overlays().Top()
	for _, typed := range []string{"sai mất rồi", "bốn từ bất kỳ"} {
		uitest.Find[*xwidget.Entry](top)[0].SetText(typed)
		uitest.Press(t, top, "Mở")
	}
	if !slices.Equal(*went, []string{"/usb/an-khai.ankhai bốn từ bất kỳ", "opened"}) || w.Canvas().Overlays().Top() != nil {
		t.Errorf("went %q", *went)
	}
	v.ways.file = func(context.Context, string, office.Sources) error { return office.ErrNotBackup }
	uitest.Press(t, w.Content(), fromFile)
	if v.say.Words != office.Say(office.ErrNotBackup) {
		t.Errorf("says %q", v.say.Words)
	}
}
