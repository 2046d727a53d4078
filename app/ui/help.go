package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// helpMenu is the menu of the help. A focused field swallows F1, and no menu takes a
// key without Ctrl; so Ctrl+F1 works everywhere.
func (s *Shell) helpMenu() *fyne.Menu {
	here := fyne.NewMenuItem("Về màn hình này  F1", s.Help)
	here.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyF1, Modifier: fyne.KeyModifierShortcutDefault}
	return fyne.NewMenu("Trợ giúp", here,
		fyne.NewMenuItem("Tra mã, lời báo…", s.help.Codes),
		fyne.NewMenuItem("Một tháng làm BHXH…", s.help.Month),
		fyne.NewMenuItem("Phím tắt…", s.help.Keys), fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("Tập nộp hồ sơ đầu tiên", s.help.Practise), fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("Khám máy…", s.checkup.Show))
}

// Help opens the help on the place at hand.
func (s *Shell) Help() {
	screen := "bat-dau"
	if s.have && s.at != nil {
		screen = s.at.key
	}
	s.help.Show(screen)
}

// key takes the keys that nothing on the window has a use for.
func (s *Shell) key(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyF1:
		if s.help != nil { // not while the data is rescued
			s.Help()
		}
	case fyne.KeyEscape:
		s.leaveDialog()
	}
}
