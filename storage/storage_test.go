package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// The form of these tests, in two versions: the later one has a column more.
var (
	donVi   = form.Text("DonVi", "Đơn vị")
	hoTen   = form.Text("HoTen", "Họ và tên", form.Must)
	maSo    = form.Text("MaSo", "Mã số BHXH")
	sinh    = form.Birth("NgaySinh", "Ngày sinh")
	luong   = form.Money("MucLuong", "Mức lương")
	heSo    = form.Decimal("HeSo", "Hệ số")
	tu      = form.Month("TuThang", "Từ tháng")
	ghiChu  = form.Text("GhiChu", "Ghi chú")
	cot     = wide()
	than    = form.Text("HoTen", "Họ và tên người thân")
	moi     = form.Flag("Moi", "Cột của mẫu mới")
	mauCu   = form.Register(thu(20250101))
	mauMoi  = form.Register(thu(20260501, moi))
	ctx     = context.Background()
	thisDay = time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
)

func wide() (out []form.Handle) {
	for i := range 12 {
		out = append(out, form.Text(fmt.Sprintf("Cot%02d", i), fmt.Sprintf("Cột %d", i)))
	}
	return out
}

func thu(from law.Day, more ...form.Handle) form.Form {
	until := law.Day(0)
	if from < 20260501 {
		until = 20260430
	}
	return form.Form{
		ID: "THU-01", Version: from.ISO(), Title: "Mẫu thử", From: from, Until: until,
		Head: &form.Table{Tag: "DauMau", Groups: []form.Group{form.Cols("", donVi)}},
		Table: &form.Table{Tag: "LaoDong", Groups: []form.Group{
			form.Cols("", hoTen, maSo, sinh, luong, heSo, tu, ghiChu), form.Cols("Thêm", cot...), form.Cols("Mới", more...)}},
		Subs: []*form.Table{{Tag: "NguoiThan", Groups: []form.Group{form.Cols("", than)}}},
	}
}

const mst = "0100109106"

// start opens a store in a fresh folder, with an employer.
func start(t testing.TB) *Store {
	t.Helper()
	s := openAt(t, filepath.Join(t.TempDir(), "dữ liệu #1", "ankhai.db"))
	if err := s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst, Ten: "Công ty thử nghiệm"}); err != nil {
		t.Fatal(err)
	}
	return s
}

// startPlain opens a store whose pages are as they are, as 0.1.0 had it.
func startPlain(t testing.TB) *Store {
	t.Helper()
	s, err := openWith(filepath.Join(t.TempDir(), "ankhai.db"), Options{})
	must(t, err)
	t.Cleanup(func() { s.Close() })
	must(t, s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst, Ten: "Công ty thử nghiệm"}))
	return s
}

func openAt(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(ctx, path, Options{Key: testKey, Now: func() time.Time { return thisDay }, Who: "thu"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// must fails the test on an error.
func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func want(t testing.TB, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func wantErr(t testing.TB, what string, got, kind error) {
	t.Helper()
	if !errors.Is(got, kind) {
		t.Errorf("%s: got error %v, want %v", what, got, kind)
	}
	if Say(kind) == "" {
		t.Errorf("%s: %v has no words", what, kind)
	}
}

func TestOpenSetsThePragmasOnEveryConnection(t *testing.T) {
	s := start(t)
	for name, db := range map[string]*sql.DB{"writer": s.w, "reader": s.r} {
		for pragma, is := range map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1",
			"temp_store": "2", "secure_delete": "1", "trusted_schema": "0", "busy_timeout": "10000",
			"application_id": fmt.Sprint(applicationID), "user_version": fmt.Sprint(len(migrations()))} {
			var got string
			must(t, db.QueryRow("PRAGMA "+pragma).Scan(&got))
			want(t, name+" "+pragma, got, is)
		}
	}
	if _, err := s.r.Exec(`DELETE FROM settings`); err == nil {
		t.Error("a reader may write")
	}
	var loose int
	must(t, s.r.QueryRow(`SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`).Scan(&loose))
	want(t, "tables that are not STRICT", loose, 0)
}

func TestFilesAreForTheirOwnerOnly(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no modes")
	}
	s := start(t)
	for path, mode := range map[string]os.FileMode{filepath.Dir(s.Path()): 0o700, s.Path(): 0o600, s.Path() + "-wal": 0o600} {
		st, err := os.Stat(path)
		must(t, err)
		want(t, filepath.Base(path), st.Mode().Perm(), mode)
	}
	must(t, s.Close())
	must(t, os.Chmod(s.Path(), 0o644))
	s = openAt(t, s.Path())
	st, err := os.Stat(s.Path())
	must(t, err)
	want(t, "mode after opening", st.Mode().Perm(), os.FileMode(0o600))
}

func TestForeignFilesAreRefusedAndLeftAlone(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "van-ban.db")
	must(t, os.WriteFile(text, []byte(strings.Repeat("không phải cơ sở dữ liệu ", 50)), 0o600))
	other := filepath.Join(dir, "other.db")
	db, err := sql.Open("sqlite", other)
	must(t, err)
	_, err = db.Exec(`CREATE TABLE t (a); INSERT INTO t VALUES (1); PRAGMA user_version = 3`)
	must(t, err)
	must(t, db.Close())
	for _, path := range []string{text, other} {
		before, err := os.ReadFile(path)
		must(t, err)
		_, err = Open(ctx, path, Options{Key: testKey, Now: time.Now})
		wantErr(t, filepath.Base(path), err, ErrForeign)
		_, err = VerifyBackup(ctx, path, Options{Key: testKey})
		wantErr(t, "backup "+filepath.Base(path), err, ErrForeign)
		after, err := os.ReadFile(path)
		must(t, err)
		want(t, filepath.Base(path)+" untouched", string(after) == string(before), true)
	}
	_, err = Open(ctx, dir, Options{Key: testKey, Now: time.Now})
	wantErr(t, "a folder", err, ErrForeign)
}

func TestNewerVersionIsRefused(t *testing.T) {
	s := start(t)
	_, err := s.w.Exec(fmt.Sprintf("PRAGMA user_version = %d", len(migrations())+1))
	must(t, err)
	must(t, s.Close())
	_, err = Open(ctx, s.Path(), Options{Key: testKey, Now: time.Now})
	wantErr(t, "open", err, ErrNewer)
	if !strings.Contains(Say(err), "phiên bản AnKhai mới hơn") {
		t.Errorf("words: %q", Say(err))
	}
	_, err = Open(ctx, s.Path(), Options{Key: testKey, Now: time.Now, ReadOnly: true})
	wantErr(t, "open to read", err, ErrNewer)
}

func TestReadOnlyStoreReadsAndRefusesToWrite(t *testing.T) {
	s := start(t)
	ro, err := Open(ctx, s.Path(), Options{Key: testKey, Now: time.Now, ReadOnly: true})
	must(t, err)
	defer ro.Close()
	_, err = ro.DonVi(ctx, mst)
	must(t, err)
	wantErr(t, "write", ro.PutDonVi(ctx, facts.DonVi{MaSoThue: "1"}), ErrReadOnly)
	_, err = Open(ctx, filepath.Join(t.TempDir(), "none.db"), Options{Key: testKey, Now: time.Now, ReadOnly: true})
	if !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no file: got %v", err)
	}
}

// SQLite itself refuses to grow: the same answer as a full disk.
func TestDiskFullLosesNothing(t *testing.T) {
	s := start(t)
	must(t, s.PutSetting(ctx, "truoc", 1))
	var pages int
	must(t, s.w.QueryRow("PRAGMA page_count").Scan(&pages))
	_, err := s.w.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages+2))
	must(t, err)
	err = s.PutSetting(ctx, "lon", strings.Repeat("x", 1<<20))
	wantErr(t, "big setting", err, ErrDiskFull)
	if !strings.Contains(Say(err), "ổ đĩa đã đầy") {
		t.Errorf("words: %q", Say(err))
	}
	var n int
	must(t, s.Setting(ctx, "truoc", &n))
	want(t, "setting from before", n, 1)
	_, err = s.w.Exec("PRAGMA max_page_count = 1000000")
	must(t, err)
	must(t, s.PutSetting(ctx, "lon", strings.Repeat("x", 1<<20)))
}

func TestEmployersAndSettings(t *testing.T) {
	s := start(t)
	must(t, s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst, Ten: "Tên mới"}))
	must(t, s.PutDonVi(ctx, facts.DonVi{MaSoThue: "0300588569", Ten: "Hai"}))
	all, err := s.DonVis(ctx)
	must(t, err)
	want(t, "employers", []string{all[0].Ten, all[1].Ten}, []string{"Tên mới", "Hai"})
	_, err = s.DonVi(ctx, "9")
	wantErr(t, "unknown employer", err, ErrNotFound)
	cur, err := s.Current(ctx)
	must(t, err)
	want(t, "nobody chosen", cur, "")
	wantErr(t, "choose unknown", s.SetCurrent(ctx, "9"), ErrNotFound)
	must(t, s.SetCurrent(ctx, mst))
	cur, err = s.Current(ctx)
	must(t, err)
	want(t, "chosen", cur, mst)
	if err := s.PutDonVi(ctx, facts.DonVi{}); err == nil {
		t.Error("an employer without tax code was kept")
	}
}

func TestContextThatIsOver(t *testing.T) {
	s := start(t)
	c, cancel := context.WithCancel(ctx)
	cancel()
	if err := s.PutSetting(c, "k", 1); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	wantErr(t, "nothing was written", s.Setting(ctx, "k", new(int)), ErrNotFound)
}
