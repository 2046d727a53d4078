package m01bhyt

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// Nguoi is what a row says of the patient: the way back from Dong. A card number of
// fifteen characters ends in the mã số BHXH. What the row does not say is empty.
func Nguoi(r form.Row) facts.NguoiLaoDong {
	the := TheBHYT.Get(r)
	if len(the) > 10 {
		the = the[len(the)-10:]
	}
	return facts.NguoiLaoDong{HoTen: HoTen.Get(r), MaSoBHXH: the, NgaySinh: facts.NgaySinh(NgaySinh.Get(r)), MaKCB: NoiKCB.Get(r)}
}
