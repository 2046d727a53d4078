package storage

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"ankhai/forms/facts"
)

// smallDisk mounts a disk of its own; without the right to mount there is none.
func smallDisk(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EACCES) {
		t.Skip("no right to mount a disk here")
	} else if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

func TestRealDiskThatFillsUp(t *testing.T) {
	dir := smallDisk(t, "4m")
	ballast := filepath.Join(dir, "ballast")
	must(t, os.WriteFile(ballast, bytes.Repeat([]byte{1}, 1<<20), 0o600))
	s := openAt(t, filepath.Join(dir, "ankhai.db"))
	must(t, s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst}))
	id := draft(t, s, 1).ID
	kept := 0
	var err error
	for range 200 {
		if _, err = s.PutAttachment(ctx, id, Attachment{Name: fmt.Sprint(kept), Bytes: make([]byte, 50_000)}); err != nil {
			break
		}
		kept++
	}
	wantErr(t, "when the disk is full", err, ErrDiskFull)
	list, err := s.Attachments(ctx, id)
	must(t, err)
	want(t, "attachments kept", len(list), kept)
	_, err = Open(ctx, filepath.Join(dir, "second.db"), Options{Key: testKey, Now: time.Now})
	wantErr(t, "a new file on a full disk", err, ErrDiskFull)
	must(t, os.Remove(ballast))
	_, err = s.PutAttachment(ctx, id, Attachment{Name: "sau", Bytes: make([]byte, 50_000)})
	must(t, err)
	must(t, s.Close())
	s = openAt(t, s.Path())
	list, err = s.Attachments(ctx, id)
	must(t, err)
	want(t, "after reopening", len(list), kept+1)
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	dir := smallDisk(t, "8m")
	path := filepath.Join(dir, "ankhai.db")
	s := openAt(t, path)
	must(t, s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst}))
	must(t, s.Close())
	must(t, syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""))
	_, err := Open(ctx, path, Options{Key: testKey, Now: time.Now})
	wantErr(t, "open", err, ErrReadOnly)
	_, err = Open(ctx, filepath.Join(dir, "sub", "new.db"), Options{Key: testKey, Now: time.Now})
	wantErr(t, "make", err, ErrReadOnly)
	_, err = Lock(dir + "/sub")
	wantErr(t, "lock", err, ErrReadOnly)
	ro, err := Open(ctx, path, Options{Key: testKey, Now: time.Now, ReadOnly: true})
	must(t, err)
	defer ro.Close()
	_, err = ro.DonVi(ctx, mst)
	must(t, err)
	wantErr(t, "write", ro.PutSetting(ctx, "k", 1), ErrReadOnly)
	must(t, ro.Backup(ctx, filepath.Join(t.TempDir(), "b")))
}

// A disk that is really full: the last write still goes through on the ballast,
// what was being edited is kept, and the next one says that the disk is full.
func TestRealDiskFullCommitsOnTheBallast(t *testing.T) {
	dir := smallDisk(t, "24m")
	s := openAt(t, filepath.Join(dir, "ankhai.db"))
	must(t, s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst}))
	there, err := MakeBallast(dir)
	must(t, err)
	want(t, "ballast", there, true)
	d := draft(t, s, 3)
	fill := filepath.Join(dir, "day")
	for size := 8 << 20; size > 1024; size /= 2 { // until not even a kilobyte is left
		for os.WriteFile(fmt.Sprint(fill, size, len(glob(t, fill+"*"))), bytes.Repeat([]byte{1}, size), 0o600) == nil {
		}
	}
	for i := 0; HasBallast(dir) && i < 500; i++ {
		must(t, s.EditCells(ctx, d.ID, "THU-01", []CellEdit{{Row: i % 3, Tag: "HoTen"}}))
	}
	want(t, "ballast after the disk was full", HasBallast(dir), false)
	// The draft is as it was typed last, also after the program was started again.
	before, err := s.Doc(ctx, d.ID, "THU-01")
	must(t, err)
	must(t, s.Close())
	s = openAt(t, s.Path())
	after, err := s.Doc(ctx, d.ID, "THU-01")
	must(t, err)
	want(t, "the draft", after.Rows, before.Rows)
	there, err = MakeBallast(dir)
	must(t, err)
	want(t, "ballast while the disk is full", there, false)
	for _, f := range glob(t, fill+"*") {
		must(t, os.Remove(f))
	}
	there, err = MakeBallast(dir)
	must(t, err)
	want(t, "ballast when there is room again", there, true)
}

// The program was killed and the disk can only be read since: what waits in the
// write-ahead log is seen nevertheless, through a copy of one's own.
func TestFolderThatCannotBeWrittenAfterACrash(t *testing.T) {
	from := start(t)
	must(t, from.PutPeople(ctx, mst, invented(20, 202611), "thử"))
	data, err := os.ReadFile(from.Path())
	must(t, err)
	log, err := os.ReadFile(from.Path() + "-wal")
	must(t, err)
	if len(log) == 0 {
		t.Fatal("no log waits")
	}
	old := oldFile(t, 1)
	older, err := os.ReadFile(old)
	must(t, err)
	dir := smallDisk(t, "8m")
	path, before := filepath.Join(dir, "ankhai.db"), filepath.Join(dir, "cu.db")
	must(t, os.WriteFile(path, data, 0o600))
	must(t, os.WriteFile(path+"-wal", log, 0o600))
	must(t, os.WriteFile(before, older, 0o600))
	must(t, syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""))
	tmp := t.TempDir()
	t.Setenv("TMPDIR", tmp)
	for _, p := range []string{path, before} {
		ro, err := Open(ctx, p, Options{Key: testKey, Now: time.Now, ReadOnly: true})
		must(t, err)
		_, err = ro.DonVi(ctx, mst)
		must(t, err)
		wantErr(t, "write", ro.PutSetting(ctx, "k", 1), ErrReadOnly)
		if p == path {
			roster, err := ro.Roster(ctx, mst, 202611)
			must(t, err)
			want(t, "people from the log", len(roster), 20)
		}
		must(t, ro.Close())
	}
	want(t, "left in the temporary folder", len(glob(t, filepath.Join(tmp, "*"))), 0)
}
