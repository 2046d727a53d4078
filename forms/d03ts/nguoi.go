package d03ts

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// Nguoi is what a row says of a person: the way back from Dong. What the row
// does not say is empty.
func Nguoi(r form.Row) facts.NguoiLaoDong {
	return facts.NguoiLaoDong{
		HoTen: HoTen.Get(r), MaSoBHXH: MaSoBHXH.Get(r), SoCCCD: SoCCCD.Get(r),
		NgaySinh: facts.NgaySinh(NgaySinh.Get(r)), GioiTinh: facts.GioiTinhCua(GioiTinh.Get(r)), QuocTich: QuocTich.Get(r),
		DiaChi: DiaChi.Get(r), MaXa: MaXa.Get(r), MaTinh: MaTinh.Get(r), MaKCB: NoiKCB.Get(r), PhongBan: MaPhongBan.Get(r),
	}
}
