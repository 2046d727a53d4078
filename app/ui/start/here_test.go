package start

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// folder is an empty one. Wine cannot remove it again.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "ankhai")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// lay makes empty files in a folder.
func lay(t *testing.T, dir string, names ...string) {
	t.Helper()
	for _, n := range names {
		p := filepath.Join(dir, filepath.FromSlash(n))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, nil, 0o755); err != nil {
			t.Fatal(err)
		}
	}
}

// The copy counts only with the renderer beside it, and the copy itself has none.
func TestSecond(t *testing.T) {
	windows := runtime.GOOS == "windows"
	dir := folder(t)
	h := here{filepath.Join(dir, "ankhai.exe")}
	lay(t, dir, "ankhai.exe", "sw/ankhai.exe")
	if got := h.Second(); got != "" {
		t.Errorf("without the renderer: %q", got)
	}
	lay(t, dir, "sw/opengl32.dll")
	if got := h.Second(); (got == filepath.Join(dir, "sw", "ankhai.exe")) != windows {
		t.Errorf("with the renderer: %q", got)
	}
	if got := (here{filepath.Join(dir, "sw", "ankhai.exe")}).Second(); got != "" {
		t.Errorf("of the copy: %q", got)
	}
	if got := (here{}).Second() + (here{}).Console(); got != "" {
		t.Errorf("of nowhere: %q", got)
	}
}

// The copy finds the console one folder up; a program elsewhere finds none there.
func TestConsole(t *testing.T) {
	name := "bhxh"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	dir := folder(t)
	if got := (here{filepath.Join(dir, "ankhai")}).Console(); got != "" {
		t.Errorf("none is there: %q", got)
	}
	lay(t, dir, name)
	for _, exe := range []string{"ankhai", "sw/ankhai"} {
		if got := (here{filepath.Join(dir, exe)}).Console(); got != filepath.Join(dir, name) {
			t.Errorf("%s: %q", exe, got)
		}
	}
	if got := (here{filepath.Join(dir, "other", "ankhai")}).Console(); got != "" {
		t.Errorf("above an ordinary folder: %q", got)
	}
}
