package start

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// Here is this machine.
func Here() Machine {
	exe, err := os.Executable()
	if err != nil {
		exe = "" // no copy is found then
	}
	return here{exe: exe}
}

// OrExit is Ready on this machine with this program's words; where no window is to be
// opened it ends the program.
func OrExit(software bool) {
	if here, code := Ready(Here(), software, os.Args[1:]...); !here {
		os.Exit(code)
	}
}

// here is a machine by the path of the program that runs.
type here struct{ exe string }

// The names beside the program.
const (
	softwareDir  = "sw"           // the renderer in software with the second copy
	softwareFile = "opengl32.dll" // Mesa's, under the name that Windows loads
	consoleName  = "bhxh"
)

// Second is the copy in softwareDir. Windows looks for a DLL beside the program
// first, so the copy there draws with the DLL there.
func (h here) Second() string {
	dir := filepath.Dir(h.exe)
	if runtime.GOOS != "windows" || h.exe == "" || there(filepath.Join(dir, softwareFile)) {
		return ""
	}
	second := filepath.Join(dir, softwareDir, filepath.Base(h.exe))
	if !there(second) || !there(filepath.Join(dir, softwareDir, softwareFile)) {
		return ""
	}
	return second
}

// Console is the console program beside this one or, seen from softwareDir, beside the
// first copy. Nowhere else: what lies above an ordinary folder is not ours.
func (h here) Console() string {
	if h.exe == "" {
		return ""
	}
	name := consoleName
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	dir := filepath.Dir(h.exe)
	if p := filepath.Join(dir, name); there(p) {
		return p
	}
	if p := filepath.Join(filepath.Dir(dir), name); filepath.Base(dir) == softwareDir && there(p) {
		return p
	}
	return ""
}

// there reports whether a file is there.
func there(path string) bool {
	i, err := os.Stat(path)
	return err == nil && i.Mode().IsRegular()
}

// Start starts a program and does not wait for it.
func (here) Start(path string, args ...string) error {
	cmd := exec.Command(path, args...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Start(); err != nil {
		return err
	}
	return cmd.Process.Release()
}
