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
