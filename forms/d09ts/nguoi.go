package d09ts

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// Nguoi is what a row says of a person, for the comparison with the roster. What
// the row does not say is empty.
func Nguoi(r form.Row) facts.NguoiLaoDong {
	return facts.NguoiLaoDong{
		HoTen: HoTen.Get(r), MaSoBHXH: MaSoBHXH.Get(r), NgaySinh: facts.NgaySinh(NgaySinh.Get(r)),
		DiaChi: DiaChi.Get(r), MaKCB: NoiKCB.Get(r), ChucDanh: ChucDanh.Get(r),
		Luong: facts.Luong{Known: LuongBHXH.Known(r), MucLuong: LuongBHXH.Get(r)},
	}
}
