package storage

import (
	"path/filepath"
	"testing"
)

func TestBallastIsLaidInOnce(t *testing.T) {
	dir := t.TempDir()
	want(t, "before", HasBallast(dir), false)
	for range 2 {
		there, err := MakeBallast(dir)
		must(t, err)
		want(t, "there", there && HasBallast(dir), true)
	}
	want(t, "given back", dropBallast(dir), true)
	want(t, "once", dropBallast(dir), false)
	if _, err := MakeBallast(filepath.Join(dir, "không có")); err == nil {
		t.Error("ballast in no folder")
	}
}

// SQLite refuses to grow as a full disk would; the ballast does not help against
// that, so the write fails with words, and what was there stays.
func TestBallastIsTriedOnce(t *testing.T) {
	s := start(t)
	dir := filepath.Dir(s.Path())
	_, err := MakeBallast(dir)
	must(t, err)
	_, err = s.w.Exec("PRAGMA max_page_count = 1")
	must(t, err)
	wantErr(t, "write", s.PutSetting(ctx, "k", string(make([]byte, 1<<20))), ErrDiskFull)
	want(t, "ballast", HasBallast(dir), false)
	_, err = s.DonVi(ctx, mst)
	must(t, err)
}
