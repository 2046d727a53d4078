package nd14tk

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// Nguoi is what a row says of the teacher: the way back from Dong. What the row
// does not say is empty.
func Nguoi(r form.Row) facts.NguoiLaoDong {
	return facts.NguoiLaoDong{HoTen: HoTen.Get(r), SoCCCD: SoCCCD.Get(r), NgaySinh: facts.NgaySinh(NgaySinh.Get(r))}
}
