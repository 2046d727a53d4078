package wording

import (
	"ankhai/app/office"
	"ankhai/app/ui/xwidget/look"
)

// Tone is the colour of a dossier's state, the same on every screen.
func Tone(s office.State) look.Tone {
	switch s {
	case office.Nhap, office.Huy:
		return look.Plain
	case office.DaKiem, office.DaKy, office.ChoGui, office.DangGui:
		return look.Warn
	case office.CoKetQua:
		return look.Good
	case office.TraLai, office.NghiVan:
		return look.Bad
	}
	return look.Info
}
