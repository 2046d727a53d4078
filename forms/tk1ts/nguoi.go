package tk1ts

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// Nguoi is what a row says of a person: the way back from Dong. What the row
// does not say is empty.
func Nguoi(r form.Row) facts.NguoiLaoDong {
	return facts.NguoiLaoDong{
		HoTen: HoTen.Get(r), MaSoBHXH: MaSoBHXH.Get(r), SoCCCD: SoCCCD.Get(r),
		NgaySinh: facts.NgaySinh(NgaySinh.Get(r)), GioiTinh: facts.GioiTinhCua(GioiTinh.Get(r)), DanToc: DanToc.Get(r), QuocTich: QuocTich.Get(r),
		DienThoai: DienThoai.Get(r), Email: Email.Get(r), MaKCB: NoiKCB.Get(r),
		DiaChi: DiaChiNhan.Get(r), MaXa: MaXaNhan.Get(r), MaTinh: MaTinhNhan.Get(r),
	}
}
