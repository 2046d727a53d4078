package d01ts

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// Nguoi is what a row says of a person: a name and a number. What the row does
// not say is empty.
func Nguoi(r form.Row) facts.NguoiLaoDong {
	return facts.NguoiLaoDong{HoTen: HoTen.Get(r), MaSoBHXH: MaSoBHXH.Get(r)}
}
