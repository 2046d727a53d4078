//go:build !windows

package ime

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"ankhai/signing/signtest/wine"
)

// A window of Fyne's on Windows, and the four ways in which input methods take a
// letter back. The two that send a character need the repair; all four work with it.
func TestInputMethodsUnderWine(t *testing.T) {
	wine.Asked(t)
	dir := t.TempDir()
	window, method := filepath.Join(dir, "o-go.exe"), filepath.Join(dir, "gia-lap.exe")
	const compiler = "x86_64-w64-mingw32-gcc" // Debian: gcc-mingw-w64-x86-64
	build := exec.Command("go", "build", "-tags", "migrated_fynedo", "-ldflags", "-H=windowsgui", "-o", window, "./testdata/o-go")
	build.Env = append(os.Environ(), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=1", "CC="+compiler)
	for _, c := range []*exec.Cmd{build, exec.Command(compiler, "-O1", "-Wall", "-o", method, "testdata/gia-lap/gia-lap.c")} {
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", c.Args[0], err, out)
		}
	}
	display := "DISPLAY=" + wine.Display(t)
	const right = "tiếng"
	for _, c := range []struct{ way, unrepaired string }{
		{"phim", right}, {"unicode", "tieêngếng"}, {"gui", "tieêngếng"}, {"day", "tieêngếng"},
	} {
		for mode, want := range map[string]string{"sua": right, "khong": c.unrepaired} {
			t.Run(c.way+" "+mode, func(t *testing.T) {
				out := filepath.Join(t.TempDir(), "chu.txt")
				w := wine.Command(t, window, wine.Path(out), mode)
				w.Env = append(w.Env, display)
				if err := w.Start(); err != nil {
					t.Fatal(err)
				}
				defer func() {
					_ = w.Process.Kill() // it has done its work
					_ = w.Wait()
				}()
				if !appears(out + ".san-sang") {
					t.Fatal("the window never had the keys")
				}
				m := wine.Command(t, method, c.way)
				m.Env = append(m.Env, display)
				if said, err := m.CombinedOutput(); err != nil {
					t.Fatalf("%v: %s", err, said)
				}
				got, err := os.ReadFile(out)
				if err != nil {
					t.Fatal(err)
				}
				if string(got) != want {
					t.Errorf("typed %q, want %q", got, want)
				}
			})
		}
	}
}

// appears waits for a file.
func appears(path string) bool {
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		if _, err := os.Stat(path); err == nil {
			return true
		}
	}
	return false
}
