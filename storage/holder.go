package storage

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Holder is the copy of the program that works in a data folder.
type Holder struct {
	PID     int       `json:"pid"`
	Program string    `json:"program"`
	Since   time.Time `json:"since"`
}

// holderFile says who holds the lock, for whoever comes second. The lock itself is
// the operating system's; this file only speaks.
const holderFile = "ankhai.dang-mo"

// LockedError is ErrLocked with what is known of the copy that runs.
type LockedError struct{ Holder }

// Error counts as ErrLocked.
func (e *LockedError) Error() string { return ErrLocked.Error() }

// Unwrap is ErrLocked.
func (e *LockedError) Unwrap() error { return ErrLocked }

func (e *LockedError) say() string {
	if e.PID == 0 {
		return sentenceOf(ErrLocked)
	}
	what := "một cửa sổ AnKhai"
	if e.Program != "ankhai" {
		what = "lệnh " + e.Program
	}
	return fmt.Sprintf("Chưa mở được dữ liệu: %s khác đang dùng thư mục này (tiến trình %d, từ %s). Chuyển sang đó, hoặc đóng nó rồi mở lại.",
		what, e.PID, e.Since.In(vietnam).Format("15:04 ngày 02/01/2006"))
}

func sentenceOf(kind error) string {
	for _, s := range sentences {
		if s.kind == kind {
			return s.say
		}
	}
	return ""
}

// signHolder and unsignHolder keep the file; a folder that takes none has none.
func signHolder(dir string) {
	program := filepath.Base(os.Args[0])
	program = program[:len(program)-len(filepath.Ext(program))]
	text, err := json.Marshal(Holder{os.Getpid(), program, time.Now().UTC().Truncate(time.Second)})
	if err == nil {
		_ = os.WriteFile(filepath.Join(dir, holderFile), text, 0o600) // it only speaks
	}
}

func unsignHolder(dir string) { _ = os.Remove(filepath.Join(dir, holderFile)) } // likewise

// holderOf reads the file; the zero Holder if nobody can tell.
func holderOf(dir string) (h Holder) {
	text, err := os.ReadFile(filepath.Join(dir, holderFile))
	if err != nil || len(text) > 4096 || json.Unmarshal(text, &h) != nil {
		return Holder{}
	}
	return h
}
