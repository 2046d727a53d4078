package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"github.com/ncruces/zenity"

	"ankhai/app/office"
)

// native asks with the system's own dialog, where there is one: people know it,
// and it shows their network drives. Fyne's own dialog is the way out.
func (s *Shell) native(ask func(ctx context.Context) (string, error), chosen func(path string), otherwise func()) {
	s.nativeSeveral(func(ctx context.Context) ([]string, error) {
		path, err := ask(ctx)
		if path == "" {
			return nil, err
		}
		return []string{path}, err
	}, func(paths []string) { chosen(paths[0]) }, otherwise)
}

func (s *Shell) nativeSeveral(ask func(ctx context.Context) ([]string, error), chosen func(paths []string), otherwise func()) {
	if !s.runner.Async || !zenity.IsAvailable() {
		otherwise()
		return
	}
	var paths []string
	s.Quiet(func(ctx context.Context) (err error) {
		paths, err = ask(ctx)
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, zenity.ErrCanceled):
		case err != nil || len(paths) == 0:
			otherwise()
		default:
			chosen(paths)
		}
	})
}

// PickFiles lets a person choose several files of the kinds and reads them; Fyne's
// own dialog gives one.
func (s *Shell) PickFiles(kinds []string, done func([]office.File)) {
	filter, key, owner := filterOf(kinds), folderKey(false, kinds[0]), s.owner()
	s.nativeSeveral(func(ctx context.Context) ([]string, error) {
		return zenity.SelectFileMultiple(append(s.asking(ctx, "Chọn tệp", owner), filter, startName(key, ""))...)
	}, func(paths []string) {
		keepFolder(key, paths[0])
		s.readAll(paths, nil, done)
	}, func() {
		s.pickHere(kinds, func(path string) { s.readAll([]string{path}, nil, done) })
	})
}

// readAll reads files one after the other.
func (s *Shell) readAll(paths []string, have []office.File, done func([]office.File)) {
	if len(paths) == 0 {
		done(have)
		return
	}
	s.read(paths[0], func(name string, data []byte) {
		s.readAll(paths[1:], append(have, office.File{Name: name, Bytes: data}), done)
	})
}

func filterOf(kinds []string) zenity.FileFilter {
	var patterns []string
	for _, k := range kinds {
		patterns = append(patterns, "*"+k)
	}
	return zenity.FileFilter{Name: strings.Join(patterns, ", "), Patterns: patterns, CaseFold: true}
}

// PickFile lets a person choose a file of the kinds and reads it.
func (s *Shell) PickFile(kinds []string, done func(name, path string, data []byte)) {
	s.pickPath(kinds, func(path string) {
		s.read(path, func(name string, data []byte) { done(name, path, data) })
	})
}

// pickPath lets a person choose a file of the kinds.
func (s *Shell) pickPath(kinds []string, take func(path string)) {
	filter, key, owner := filterOf(kinds), folderKey(false, kinds[0]), s.owner()
	s.native(func(ctx context.Context) (string, error) {
		return zenity.SelectFile(append(s.asking(ctx, "Chọn tệp", owner), filter, startName(key, ""))...)
	}, func(path string) {
		keepFolder(key, path)
		take(path)
	}, func() { s.pickHere(kinds, take) })
}

// pickHere chooses with Fyne's dialog.
func (s *Shell) pickHere(kinds []string, take func(path string)) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil {
			s.Fail(fmt.Errorf("choose file: %w", err))
			return
		}
		if r == nil {
			return
		}
		path := r.URI().Path()
		_ = r.Close()
		keepFolder(folderKey(false, kinds[0]), path)
		take(path)
	}, s.window)
	d.SetFilter(storage.NewExtensionFileFilter(append(kinds, upperAll(kinds)...)))
	startIn(d, lastFolder(folderKey(false, kinds[0])))
	s.showFiles(d, "Chọn")
}

// pickFolder lets a person choose a folder to write into.
func (s *Shell) pickFolder(take func(dir string)) {
	key, owner := folderKey(true, ""), s.owner()
	chosen := func(dir string) {
		keepFolder(key, filepath.Join(dir, "x")) // the folder itself is the last one
		take(dir)
	}
	s.native(func(ctx context.Context) (string, error) {
		return zenity.SelectFile(append(s.asking(ctx, "Chọn thư mục", owner), zenity.Directory(), startName(key, ""))...)
	}, chosen, func() {
		d := dialog.NewFolderOpen(func(at fyne.ListableURI, err error) {
			if err != nil {
				s.Fail(fmt.Errorf("choose folder: %w", err))
				return
			}
			if at != nil {
				chosen(at.Path())
			}
		}, s.window)
		startIn(d, lastFolder(key))
		s.showFiles(d, "Chọn")
	})
}

func upperAll(kinds []string) []string {
	out := make([]string, len(kinds))
	for i, k := range kinds {
		out[i] = strings.ToUpper(k)
	}
	return out
}

func (s *Shell) showFiles(d *dialog.FileDialog, yes string) {
	d.SetConfirmText(yes)
	d.SetDismissText("Để sau")
	d.SetView(dialog.ListView)
	d.Show()
	d.Resize(fyne.NewSize(760, 520)) // a file dialog has no size before it is shown
}

// SaveFile lets a person say where a file is kept.
func (s *Shell) SaveFile(f office.File) {
	s.SavePath(f.Name, func(path string) { s.keep(path, f) })
}

// SavePath lets a person say where something is written, under a name that may be
// changed.
func (s *Shell) SavePath(name string, take func(path string)) {
	s.savePath(name, take, zenity.ConfirmOverwrite())
}

func (s *Shell) savePath(name string, take func(path string), more ...zenity.Option) {
	key, owner := folderKey(true, name), s.owner()
	s.native(func(ctx context.Context) (string, error) {
		return zenity.SelectFileSave(append(append(s.asking(ctx, "Lưu tệp", owner), startName(key, safeName(name))), more...)...)
	}, func(path string) {
		keepFolder(key, path)
		take(path)
	}, func() { s.saveHere(name, take) })
}

// startName is where a dialog begins: the last folder of the kind, and a name in it.
func startName(key, name string) zenity.Option {
	if dir := lastFolder(key); dir != "" {
		return zenity.Filename(dir + string(filepath.Separator) + name)
	}
	return zenity.Filename(name)
}

// keep writes a file where the person said.
func (s *Shell) keep(path string, f office.File) {
	s.Quiet(func(context.Context) error {
		if err := os.WriteFile(path, f.Bytes, 0o600); err != nil {
			return fmt.Errorf("save %s: %w", safeName(f.Name), err)
		}
		return nil
	}, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.Say("Đã lưu "+filepath.Base(path), false)
	})
}

// saveHere asks with Fyne's dialog, which makes an empty file; what is taken to path
// makes its own.
func (s *Shell) saveHere(name string, take func(path string)) {
	d := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err != nil {
			s.Fail(fmt.Errorf("choose place: %w", err))
			return
		}
		if w == nil {
			return
		}
		path := w.URI().Path()
		if err := w.Close(); err != nil {
			s.Fail(fmt.Errorf("choose place: %w", err))
			return
		}
		if st, err := os.Stat(path); err == nil && st.Size() == 0 {
			_ = os.Remove(path) // if it stays, whoever needs a new file says so
		}
		keepFolder(folderKey(true, name), path)
		take(path)
	}, s.window)
	d.SetFileName(safeName(name))
	startIn(d, lastFolder(folderKey(true, name)))
	s.showFiles(d, "Lưu")
}
