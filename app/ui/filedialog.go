package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/storage"
	"github.com/ncruces/zenity"
)

// asking are the options that every dialog of the system has: what it is for, and our
// window as its owner, so that it cannot get lost behind it.
func (s *Shell) asking(ctx context.Context, title string, owner any) []zenity.Option {
	out := []zenity.Option{zenity.Context(ctx), zenity.Title(title), zenity.Modal()}
	if owner != nil {
		out = append(out, zenity.Attach(owner))
	}
	return out
}

// owner is the system's name for our window, nil where a dialog cannot be tied to it. It
// must be asked for on the window's goroutine.
func (s *Shell) owner() (id any) {
	n, ok := s.window.(driver.NativeWindow)
	if !ok {
		return nil
	}
	n.RunNative(func(at any) {
		switch w := at.(type) {
		case driver.WindowsWindowContext:
			id = w.HWND
		case driver.X11WindowContext:
			id = int(w.WindowHandle)
		}
	})
	return id
}

// folderKey is where the last folder of a kind of file is kept: workbooks are looked
// for elsewhere than certificates, and what is saved goes elsewhere than either.
func folderKey(saving bool, name string) string {
	kind := strings.ToLower(filepath.Ext(name))
	if saving {
		return "thu-muc.luu" + kind
	}
	return "thu-muc.mo" + kind
}

// lastFolder is where files of a kind were last chosen, "" where that is not known or
// not there any more. Only the folder is kept, never a name.
func lastFolder(key string) string {
	dir := fyne.CurrentApp().Preferences().String(key)
	if st, err := os.Stat(dir); dir == "" || err != nil || !st.IsDir() {
		return ""
	}
	return dir
}

// keepFolder remembers where a file was chosen.
func keepFolder(key, path string) {
	if filepath.IsAbs(path) {
		fyne.CurrentApp().Preferences().SetString(key, filepath.Dir(path))
	}
}

// startIn opens Fyne's own dialog in a folder, where it can.
func startIn(d *dialog.FileDialog, dir string) {
	if dir == "" {
		return
	}
	if at, err := storage.ListerForURI(storage.NewFileURI(dir)); err == nil {
		d.SetLocation(at)
	}
}
