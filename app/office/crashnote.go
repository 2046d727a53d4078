package office

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// crashFile is where a fault of the program waits for the next start. It lies beside
// the store and not in it: the store may be what failed.
const crashFile = "su-co.json"

// CrashNote is a fault of the program as it may be shown to whoever mends it: when, on
// what system, where in the program. It holds nothing that anybody typed.
type CrashNote struct {
	At     time.Time `json:"luc"`
	System string    `json:"heThong"`
	Where  []string  `json:"cho"`
}

// Text is the note for a person to hand on.
func (n CrashNote) Text() string {
	return fmt.Sprintf("AnKhai, sự cố lúc %s, %s\n%s\n", n.At.Format("02/01/2006 15:04:05"), n.System, strings.Join(n.Where, "\n"))
}

// KeepCrash writes a fault of the program down in a data folder, for the next start to
// tell. An error that is no such fault is left alone.
func KeepCrash(dir string, now time.Time, err error) error {
	var c *Crash
	if !errors.As(err, &c) {
		return nil
	}
	data, err := json.Marshal(CrashNote{At: now, System: runtime.GOOS + "/" + runtime.GOARCH + " " + runtime.Version(), Where: c.Where})
	if err != nil {
		return fmt.Errorf("keep crash: %w", err)
	}
	return writeFile(filepath.Join(dir, crashFile), data, 0o600)
}

// CrashNote reads the fault of the last time, nil if there was none.
func (o *Office) CrashNote() (*CrashNote, error) {
	data, err := os.ReadFile(filepath.Join(o.dir, crashFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read crash note: %w", err)
	}
	var n CrashNote
	if json.Unmarshal(data, &n) != nil { // cut off, or somebody else's: it says nothing
		return nil, nil
	}
	return &n, nil
}

// takeCrash reads the fault of the last time and forgets it.
func (o *Office) takeCrash() (*CrashNote, error) {
	n, err := o.CrashNote()
	if err != nil || n == nil || o.viewOnly {
		return n, err
	}
	return n, os.Remove(filepath.Join(o.dir, crashFile))
}
