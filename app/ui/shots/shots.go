// Package shots draws the main screens to PNG files where there is no display:
// for the console's demo, for a look at a change, for the guide.
//
// It uses Fyne's headless driver, which needs neither cgo nor OpenGL. main and
// app/cli/bhxh may import it; nothing of the window does.
package shots

import (
	"context"
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"ankhai/app/office"
	"ankhai/app/ui"
	"ankhai/app/ui/task"
)

// screens are the pictures, in order, and the door to each.
var screens = []struct {
	name string
	to   office.Place
}{
	{"1-tong-quan", office.Place{Screen: "tong-quan"}},
	{"2-nguoi-lao-dong", office.Place{Screen: "nguoi-lao-dong"}},
	{"3-bang-luong", office.Place{Screen: "bang-luong"}},
	{"4-ho-so", office.Place{Screen: "ho-so"}},
}

// Draw draws every screen of an office at 1366 × 768 px and a scale into PNG
// files of a folder. The fourth is a dossier, the one with the given ID or the
// newest, and the list of them comes after it; where there is none, the fourth is
// the list. It answers the paths. It must not run beside a real window.
func Draw(dir string, o ui.Office, dossier string, scale float32, now func() time.Time) ([]string, error) {
	a := test.NewApp()
	defer test.NewApp()
	if err := ui.Dress(a); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("make folder for pictures: %w", err)
	}
	w := test.NewWindow(nil)
	defer w.Close()
	w.SetPadded(false)
	if c, ok := w.Canvas().(software.WindowlessCanvas); ok {
		c.SetScale(scale)
	}
	w.Resize(fyne.NewSize(1366, 768))
	s := ui.New(o, w, &task.Runner{Window: w}, now)
	s.Start()
	w.Resize(fyne.NewSize(1366, 768))

	if dossier == "" {
		ds, err := o.Dossiers(context.Background())
		if err != nil && !errors.Is(err, office.ErrNoCompany) {
			return nil, err
		}
		if len(ds) > 0 {
			dossier = ds[0].ID
		}
	}
	all := screens
	if dossier != "" {
		all = append(slices.Clone(all), all[3])
		all[3].to.ID, all[4].name = dossier, "5-danh-sach-ho-so"
	}
	var paths []string
	for _, sc := range all {
		s.Go(sc.to)
		path := filepath.Join(dir, sc.name+".png")
		if err := write(path, w.Canvas()); err != nil {
			return paths, err
		}
		paths = append(paths, path)
	}
	return paths, nil
}

func write(path string, c fyne.Canvas) error {
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("make picture: %w", err)
	}
	err = png.Encode(f, c.Capture())
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return fmt.Errorf("write picture %s: %w", filepath.Base(path), err)
	}
	return nil
}
