package wording

import (
	"ankhai/app/ui/xwidget/look"
	"ankhai/storage"
)

// Tone is the colour of a dossier's state, the same on every screen.
func Tone(s storage.State) look.Tone {
	switch s {
	case storage.Nhap, storage.Huy:
		return look.Plain
	case storage.DaKiem, storage.DaKy, storage.ChoGui, storage.DangGui:
		return look.Warn
	case storage.CoKetQua:
		return look.Good
	case storage.TraLai, storage.NghiVan:
		return look.Bad
	}
	return look.Info
}
