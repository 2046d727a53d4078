package start

import (
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// Tell shows a message box of Windows.
func (here) Tell(title, words, offer string) bool {
	const yes = 6 // IDYES
	flags := uint32(windows.MB_OK | windows.MB_ICONWARNING | windows.MB_SETFOREGROUND)
	if offer != "" {
		words += "\n\n" + offer
		flags = windows.MB_YESNO | windows.MB_ICONWARNING | windows.MB_SETFOREGROUND
	}
	w, err1 := windows.UTF16PtrFromString(words)
	t, err2 := windows.UTF16PtrFromString(title)
	if err1 != nil || err2 != nil { // a NUL in the words of a driver
		return false
	}
	answer, err := windows.MessageBox(0, w, t, flags)
	return err == nil && answer == yes
}

// openConsole opens a window of the command line that shows the commands of the
// console program and stays.
func openConsole(m Machine, console string) error {
	system, err := windows.GetSystemDirectory()
	if err != nil {
		return err
	}
	if err := os.Chdir(filepath.Dir(console)); err != nil {
		return err
	}
	return m.Start(filepath.Join(system, "cmd.exe"), "/c", "start", "AnKhai", filepath.Join(system, "cmd.exe"), "/k", filepath.Base(console), "--help")
}
