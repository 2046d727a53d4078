package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/hoso"
)

// GiveEmployer hands the company at hand to another office in one encrypted file.
func (s *Shell) GiveEmployer() { s.files.Give(s.company.MaSoThue) }

// TakeEmployer takes a company in from a file that the person chooses, of either kind:
// the encrypted one, or an open export.
func (s *Shell) TakeEmployer() {
	s.pickPath([]string{office.BackupEnding, ".zip"}, func(path string) { s.tellApart(path, s.files.Take, s.files.Take) })
}

// dropped takes files in that were dropped anywhere on the window. A file of the data
// comes in also where there is no company yet.
func (s *Shell) dropped(files []fyne.URI) {
	if len(files) == 0 || s.cover != nil {
		return
	}
	s.tellApart(files[0].Path(), s.files.Dropped, func(string) { s.droppedAtHand(files) })
}

// tellApart finds out what a file is: an open export goes its own way.
func (s *Shell) tellApart(path string, backup, other func(path string)) {
	open := false
	s.Quiet(func(context.Context) error {
		open = office.IsOpenExport(path)
		return nil
	}, func(error) {
		switch {
		case open:
			s.lookAtOpen(path)
		case office.IsBackupName(path):
			backup(path)
		default:
			other(path)
		}
	})
}

// droppedAtHand takes files in for the company at hand: papers and results of the dossier
// that is seen, filled workbooks of the procedure, or what the place at hand reads.
func (s *Shell) droppedAtHand(files []fyne.URI) {
	if !s.have {
		return
	}
	if s.at != nil && s.at.key == dossierScreen && hoso.Takes(files[0].Name()) {
		for _, f := range files {
			s.read(f.Path(), s.dossier.Take)
		}
		return
	}
	if s.at != nil && s.at.key == serviceScreen && s.service.Takes(namesOf(files)) {
		s.readAll(pathsOf(files), nil, s.service.Take)
		return
	}
	if len(files) > 1 {
		s.Say("Mỗi lần một tệp: chỉ đọc "+files[0].Name(), true)
	}
	s.read(files[0].Path(), s.taker(files[0].Path()))
}
