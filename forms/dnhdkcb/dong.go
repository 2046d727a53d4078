package dnhdkcb

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Dong makes a row: a paper that comes with the letter, and what is to be said of
// it.
func Dong(tenTaiLieu, ghiChu string) form.Row {
	var r form.Row
	TenTaiLieu.Set(&r, tenTaiLieu)
	GhiChu.Set(&r, ghiChu)
	return r
}

// Dau makes the head out of what is known of the facility as an employer. Its
// licence and its grade stay unknown.
func Dau(dv facts.DonVi, noiLap string, ngayLap law.Day) form.Row {
	var r form.Row
	TenDonVi.Set(&r, dv.Ten)
	NguoiDaiDien.Set(&r, dv.NguoiDaiDien)
	NoiLap.Set(&r, noiLap)
	NgayLap.Set(&r, ngayLap)
	return r
}
