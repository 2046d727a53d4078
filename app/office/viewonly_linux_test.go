package office

import (
	"errors"
	"strings"
	"syscall"
	"testing"

	"ankhai/storage"
)

// A data folder on a disk that cannot be written is looked at, and says so.
func TestReadOnlyFolderIsLookedAt(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=32m"); errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EACCES) {
		t.Skip("no right to mount a disk here")
	} else if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	c := &turning{testDay}
	if err := keptDesk(t, c, dir).Close(); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	o, err := Open(t.Context(), Config{Dir: dir, Now: testNow, Keys: testKeys(dir), KeepBackups: true})
	if err != nil {
		t.Fatal(err)
	}
	defer o.Close()
	if !o.ViewOnly() {
		t.Fatal("it does not know that it only looks")
	}
	dv, err := o.Company(t.Context())
	if err != nil || dv.MaSoThue == "" {
		t.Errorf("company: %v %v", dv, err)
	}
	if _, err := o.PutCompany(t.Context(), dv); !errors.Is(err, storage.ErrReadOnly) {
		t.Errorf("a change: %v", err)
	}
	if err := o.BackUpIfDue(t.Context()); err != nil {
		t.Errorf("a backup that cannot be: %v", err)
	}
	if s := backups(t, o); !strings.Contains(s.Trouble, "Chỉ xem") {
		t.Errorf("backups say %q", s.Trouble)
	}
	if x := o.examineFolder(); x.OK {
		t.Errorf("the doctor: %+v", x)
	}
}
