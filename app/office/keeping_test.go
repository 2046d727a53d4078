package office

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"ankhai/storage"
	"ankhai/storage/place"
)

// turning is a clock that the test turns.
type turning struct{ time.Time }

func (c *turning) now() time.Time { return c.Time }

// keptDesk is the sample company's desk under such a clock.
func keptDesk(t *testing.T, c *turning, dir string) *Office {
	t.Helper()
	o, err := Open(t.Context(), Config{Dir: dir, Now: c.now, Keys: testKeys(dir)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { o.Close() })
	dv, err := o.SampleCompany(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.PutCompany(t.Context(), dv); err != nil {
		t.Fatal(err)
	}
	return o
}

func backups(t *testing.T, o *Office) BackupState {
	t.Helper()
	s, err := o.Backups(context.WithoutCancel(t.Context()))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestBackupsKeepThemselves(t *testing.T) {
	c := &turning{testDay}
	nobody := t.TempDir()
	empty, err := Open(t.Context(), Config{Dir: nobody, Now: c.now, Keys: testKeys(nobody)})
	if err != nil {
		t.Fatal(err)
	}
	defer empty.Close()
	if err := empty.BackUpIfDue(t.Context()); err != nil || len(backups(t, empty).All) != 0 {
		t.Errorf("a folder with nobody in it was backed up: %v", err)
	}
	o := keptDesk(t, c, t.TempDir())
	if s := backups(t, o); s.Level != Yellow || s.Say != "Chưa có bản sao lưu nào" {
		t.Errorf("at first: %s %q", s.Level, s.Say)
	}
	for _, step := range []struct {
		after time.Duration
		want  int // backups there are then
		level Level
	}{{0, 1, Green}, {23 * time.Hour, 1, Green}, {time.Hour, 2, Green}, {9 * 24 * time.Hour, 3, Green}, {-30 * 24 * time.Hour, 4, Green}} {
		c.Time = c.Add(step.after)
		if err := o.BackUpIfDue(t.Context()); err != nil {
			t.Fatal(err)
		}
		if s := backups(t, o); len(s.All) != step.want || s.Level != step.level {
			t.Errorf("%s later: %d backups, light %s, want %d, %s (%s)", step.after, len(s.All), s.Level, step.want, step.level, s.Say)
		}
	}
	for _, step := range []struct {
		after time.Duration
		level Level
		say   string
	}{{20 * time.Hour, Green, "hôm qua"}, {2 * 24 * time.Hour, Yellow, "3 ngày trước"}, {5 * 24 * time.Hour, Red, "8 ngày trước"}} {
		c.Time = c.Add(step.after)
		if s := backups(t, o); s.Level != step.level || !strings.Contains(s.Say, step.say) {
			t.Errorf("without a new one: light %s, %q, want %s, %q", s.Level, s.Say, step.level, step.say)
		}
	}
}

func TestBackupInTheBackground(t *testing.T) {
	c := &turning{testDay}
	dir := t.TempDir()
	if err := keptDesk(t, c, dir).Close(); err != nil {
		t.Fatal(err)
	}
	o, err := Open(t.Context(), Config{Dir: dir, Now: c.now, Keys: testKeys(dir), KeepBackups: true})
	if err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(20 * time.Second); len(backups(t, o).All) == 0 && time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
	}
	if n := len(backups(t, o).All); n != 1 {
		t.Errorf("%d backups made beside the work, want 1", n)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	// Closing at once gives a backup up without a trace of trouble.
	c.Time = c.AddDate(0, 0, 3)
	if o, err = Open(t.Context(), Config{Dir: dir, Now: c.now, Keys: testKeys(dir), KeepBackups: true}); err != nil {
		t.Fatal(err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	o = openDesk(t, dir)
	if s := backups(t, o); s.Trouble != "" {
		t.Errorf("trouble: %s", s.Trouble)
	}
}

// A window that stays open for days has a backup of each of them.
func TestBackupsOfALongDay(t *testing.T) {
	var now atomic.Int64
	now.Store(testDay.Unix())
	dir := t.TempDir()
	if err := keptDesk(t, &turning{testDay}, dir).Close(); err != nil {
		t.Fatal(err)
	}
	o, err := Open(t.Context(), Config{Dir: dir, Now: func() time.Time { return time.Unix(now.Load(), 0).UTC() }, Keys: testKeys(dir)})
	if err != nil {
		t.Fatal(err)
	}
	o.stop = o.keepBackups(20 * time.Millisecond)
	defer o.Close()
	for want := 1; want <= 3; want++ {
		for end := time.Now().Add(20 * time.Second); len(backups(t, o).All) < want && time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		}
		if n := len(backups(t, o).All); n != want {
			t.Fatalf("%d backups on day %d", n, want)
		}
		now.Add(24 * 60 * 60)
	}
}

func TestSecondPlaceIsSaidAndTriedAgain(t *testing.T) {
	c := &turning{testDay}
	o := keptDesk(t, c, t.TempDir())
	other := filepath.Join(t.TempDir(), "ổ ngoài")
	if err := os.Mkdir(other, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := o.SetBackupPlace(t.Context(), other); err != nil {
		t.Fatal(err)
	}
	if err := o.SetBackupPlace(t.Context(), filepath.Join(o.Dir(), "trong")); !errors.Is(err, ErrSamePlace) {
		t.Errorf("a place in the data folder: %v", err)
	}
	away := other + "-rút-ra"
	if err := os.Rename(other, away); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(other, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	c.Time = c.AddDate(0, 0, 1)
	if err := o.BackUpIfDue(t.Context()); err != nil {
		t.Errorf("trouble with the second place failed the backup: %v", err)
	}
	if s := backups(t, o); s.Level != Yellow || !strings.Contains(s.Trouble, other) || len(s.All) != 2 {
		t.Errorf("with the disk away: %s %q", s.Level, s.Trouble)
	}
	if err := os.Remove(other); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(away, other); err != nil {
		t.Fatal(err)
	}
	if err := o.BackUpIfDue(t.Context()); err != nil { // nothing is due but the second place
		t.Fatal(err)
	}
	if s := backups(t, o); s.Level != Green || s.Trouble != "" || len(s.All) != 2 {
		t.Errorf("with the disk back: %s %q", s.Level, s.Trouble)
	}
	there, err := filepath.Glob(filepath.Join(other, "ankhai-*", "ankhai-*.db"))
	if err != nil || len(there) != 2 {
		t.Errorf("in the second place: %v %v", there, err)
	}
}

func TestClockThatCannotBeRight(t *testing.T) {
	last := testDay
	for _, x := range []struct {
		now, last time.Time
		want      string // a part of the words; "" = nothing to say
	}{
		{testDay, last, ""}, {testDay, time.Time{}, ""}, {testDay.AddDate(0, 0, -1), last, ""}, {testDay.AddDate(1, 0, 0), last, ""},
		{testDay.AddDate(-10, 0, 0), last, "trước khi có chương trình này"}, {testDay.AddDate(30, 0, 0), last, "quá xa về sau"},
		{testDay, testDay.AddDate(0, 2, 0), "trước việc ghi gần nhất"}, {testDay.AddDate(3, 0, 0), last, "hơn hai năm sau"},
	} {
		got := clockDoubt(x.now, x.last)
		if (got == "") != (x.want == "") || !strings.Contains(got, x.want) {
			t.Errorf("clock at %s after %s: %q, want %q", x.now, x.last, got, x.want)
		}
	}
	c := &turning{testDay.AddDate(1, 0, 0)}
	dir := t.TempDir()
	if err := keptDesk(t, c, dir).Close(); err != nil {
		t.Fatal(err)
	}
	o := openDesk(t, dir) // a year back
	if say := o.ClockDoubt(); !strings.Contains(say, "trước việc ghi gần nhất") {
		t.Errorf("a clock a year back: %q", say)
	}
	if err := o.SetGateway(t.Context(), "0100109106", Practice); err != nil {
		t.Errorf("nothing may be blocked by it: %v", err)
	}
}

func TestFoldersThatLoseData(t *testing.T) {
	synced := func(string) (place.Place, error) { return place.Place{Kind: place.Synced, Who: "OneDrive"}, nil }
	dir := filepath.Join(t.TempDir(), "mới")
	_, err := Open(t.Context(), Config{Dir: dir, Now: testNow, Keys: testKeys(dir), Judge: synced})
	if !errors.Is(err, ErrFolder) || !strings.Contains(Say(err), "OneDrive") {
		t.Fatalf("a new folder in OneDrive: %v, %q", err, Say(err))
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("it was made: %v", err)
	}
	if err := openDesk(t, dir).Close(); err != nil {
		t.Fatal(err)
	}
	o, err := Open(t.Context(), Config{Dir: dir, Now: testNow, Keys: testKeys(dir), Judge: synced})
	if err != nil {
		t.Fatalf("one that has data: %v", err)
	}
	defer o.Close()
	if x := o.examineFolder(); x.OK || !strings.Contains(x.Say, "OneDrive") || x.Remedy == "" {
		t.Errorf("the doctor: %+v", x)
	}
}

func TestRescueOffersTheNewestGoodBackup(t *testing.T) {
	c := &turning{testDay}
	dir := t.TempDir()
	o := keptDesk(t, c, dir)
	for range 2 {
		if _, _, err := o.BackUpNow(t.Context()); err != nil {
			t.Fatal(err)
		}
		c.Time = c.AddDate(0, 0, 1)
	}
	newest := backups(t, o).All[0]
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{dataPath(dir), newest.Path} {
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		clear(data[4096:])
		if err := os.WriteFile(p, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	conf := Config{Dir: dir, Now: c.now, Keys: testKeys(dir)}
	_, err := Open(t.Context(), conf)
	if !Damaged(err, dir) {
		t.Fatalf("opening: %v", err)
	}
	r, err := LookForRescue(t.Context(), conf)
	if err != nil || r.Newest == nil || r.Newest.N != 1 {
		t.Fatalf("rescue: %+v %v", r, err)
	}
	has(t, r.Say(), "Tệp dữ liệu bị hỏng", filepath.Base(newest.Path)+" cũng không đọc được", "bhxh backup restore "+r.Newest.Path)
	if _, err := r.RestoreNewest(t.Context()); err != nil {
		t.Fatal(err)
	}
	o = openDesk(t, dir)
	if _, err := o.Company(t.Context()); err != nil {
		t.Error(err)
	}
	if Damaged(storage.ErrForeign, t.TempDir()) {
		t.Error("a file of others in a folder without backups is no damage")
	}
}
