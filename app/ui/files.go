package ui

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/bangluong"
	"ankhai/app/ui/chukyso"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// maxFile bounds what is read into memory from a file that a person chose.
const maxFile = 64 << 20

func namesOf(files []fyne.URI) (out []string) {
	for _, f := range files {
		out = append(out, f.Name())
	}
	return out
}

func pathsOf(files []fyne.URI) (out []string) {
	for _, f := range files {
		out = append(out, f.Path())
	}
	return out
}

// taker is what takes a file dropped from path in where one is.
func (s *Shell) taker(path string) func(name string, data []byte) {
	judge := func(name string, data []byte) { s.signs.Take(name, path, data) }
	if s.at != nil {
		switch s.at.key {
		case c12Screen:
			return s.c12.Take
		case office.SignScreen:
			return judge
		case office.PostScreen:
			return s.post.Take
		}
	}
	if chukyso.Takes(path) { // no payroll is one of these
		return func(name string, data []byte) {
			s.Go(office.Place{Screen: office.SignScreen})
			judge(name, data)
		}
	}
	return s.TakePayroll
}

// TakeC12 takes a statement in on the screen of the reconciliation.
func (s *Shell) TakeC12(name string, data []byte) {
	s.Go(office.Place{Screen: c12Screen})
	s.c12.Take(name, data)
}

// TakeResult takes a file in that came back about a dossier.
func (s *Shell) TakeResult(name string, data []byte) {
	s.Go(office.Place{Screen: dossierScreen})
	s.dossier.Take(name, data)
}

// ChoosePayroll lets a person choose the month's workbook.
func (s *Shell) ChoosePayroll() {
	s.PickFile(bangluong.Kinds, func(name, _ string, data []byte) { s.TakePayroll(name, data) })
}

// TakePayroll takes the month's workbook in on its screen.
func (s *Shell) TakePayroll(name string, data []byte) {
	s.Go(office.Place{Screen: "bang-luong"})
	s.payroll.Take(name, data)
}

// read reads a file off the window's goroutine.
func (s *Shell) read(path string, done func(name string, data []byte)) {
	var data []byte
	s.Quiet(func(context.Context) error {
		f, err := os.Open(path)
		if err != nil {
			return fmt.Errorf("open chosen file: %w", err)
		}
		defer f.Close()
		data, err = io.ReadAll(io.LimitReader(f, maxFile+1))
		if err == nil && len(data) > maxFile {
			err = errFileTooBig
		}
		return err
	}, func(err error) {
		switch {
		case err == errFileTooBig:
			s.Say("Tệp lớn hơn 64 MB: chia nhỏ hoặc xoá trang thừa rồi chọn lại", true)
		case err != nil:
			s.Fail(err)
		default:
			done(filepath.Base(path), data)
		}
	})
}

var errFileTooBig = fmt.Errorf("file over %d bytes", maxFile)

// safeName takes everything from a name that could lead out of a folder or that
// Windows does not allow: names of results come from a gateway.
func safeName(name string) string {
	name = filepath.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '_'
		}
		return r
	}, name)
	if name == "" || name == "." || name == ".." {
		return "tep"
	}
	return name
}

// Show writes files where the system's viewer can read them, and opens them. They
// do not outlive the program.
func (s *Shell) Show(files []office.File) {
	for i := range files {
		files[i].Name = safeName(files[i].Name)
	}
	var paths []string
	s.Quiet(func(context.Context) (err error) {
		paths, err = s.office.ForViewing(files)
		return err
	}, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		for _, p := range paths {
			u := &url.URL{Scheme: "file", Path: filepath.ToSlash(p)}
			if err := fyne.CurrentApp().OpenURL(u); err != nil {
				s.Say("Không mở được chương trình xem. Tệp nằm ở "+p, true)
			}
		}
	})
}

// Preview shows files in a window beside this one. Where none of them has pages, as
// workbooks have not, it offers to open or to keep them.
func (s *Shell) Preview(title string, files []office.File) {
	for i := range files {
		files[i].Name = safeName(files[i].Name)
	}
	switch {
	case len(files) == 0:
		s.Say("Hồ sơ này không có bản in", false)
	case slices.ContainsFunc(files, hasPages):
		s.reader.Open(title, files)
	default:
		s.offer(title, files)
	}
}

// hasPages reports whether a file is of a kind that is shown page by page.
func hasPages(f office.File) bool {
	return slices.Contains([]string{".pdf", ".jpg", ".jpeg", ".png"}, strings.ToLower(filepath.Ext(f.Name)))
}

// offer lists files to be opened or kept.
func (s *Shell) offer(title string, files []office.File) {
	var shut func()
	col := xwidget.Column(10, xwidget.Sized(560, 1, xwidget.Spacer()))
	for _, f := range files {
		col.Add(xwidget.Row(8, xwidget.NewText(f.Name), xwidget.NewCaption(sizeSay(len(f.Bytes))), xwidget.Spacer(),
			xwidget.NewButton("Lưu", func() { s.SaveFile(f) }).Tiny(),
			xwidget.NewButton("Mở", func() { s.Show([]office.File{f}) }).Tiny()))
	}
	col.Add(xwidget.NewPara("Bấm Mở để xem bằng chương trình xem tệp của máy.").In(look.Muted))
	col.Add(xwidget.Row(0, xwidget.Spacer(), xwidget.NewStrong("Đóng", func() { shut() })))
	shut = s.Dialog(title, col)
}

func sizeSay(n int) string { return fmt.Sprintf("%d KB", (n+1023)/1024) }
