package m12hsb

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// Nguoi is what a row says of the person: the way back from Dong. What the row
// does not say is empty.
func Nguoi(r form.Row) facts.NguoiLaoDong {
	return facts.NguoiLaoDong{
		HoTen: HoTen.Get(r), MaSoBHXH: MaSoBHXH.Get(r), NgaySinh: facts.NgaySinh(NgaySinh.Get(r)), GioiTinh: facts.GioiTinhCua(GioiTinh.Get(r)),
		ChucDanh: ChucDanh.Get(r), DiaChi: DiaChi.Get(r), MaXa: MaXa.Get(r), MaTinh: MaTinh.Get(r), MaKCB: NoiKCB.Get(r),
	}
}
