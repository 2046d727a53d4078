package hdkcb

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// Dong makes a row: an annex of a kind (see PhuLucDichVu and its neighbours).
func Dong(loai, ten string) form.Row {
	var r form.Row
	LoaiPhuLuc.Set(&r, loai)
	TenPhuLuc.Set(&r, ten)
	return r
}

// Dau makes the head out of what is known of the facility as an employer; side A
// and all that the parties agree on stay unknown.
func Dau(dv facts.DonVi) form.Row {
	var r form.Row
	TenDonVi.Set(&r, dv.Ten)
	NguoiDaiDien.Set(&r, dv.NguoiDaiDien)
	return r
}
