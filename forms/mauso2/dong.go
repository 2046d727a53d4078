package mauso2

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Dong makes a row out of what is known of a person; noiDung is item [11], what
// is to change on the card, "" for somebody who joins. What is not known stays
// unknown; the dân tộc of a foreigner is left out as the form asks.
func Dong(n facts.NguoiLaoDong, noiDung string) form.Row {
	var r form.Row
	MaSoBHXH.Set(&r, n.MaSoBHXH)
	HoTen.Set(&r, n.HoTen)
	GioiTinh.Set(&r, n.GioiTinh.Ma())
	NgaySinh.Set(&r, law.Day(n.NgaySinh))
	QuocTich.Set(&r, n.QuocTich)
	if !nuocNgoai.Test(r) {
		DanToc.Set(&r, n.DanToc)
	}
	SoCCCD.Set(&r, n.SoCCCD)
	DienThoai.Set(&r, n.DienThoai)
	Email.Set(&r, n.Email)
	NoiKCB.Set(&r, n.MaKCB)
	DiaChiNhan.Set(&r, n.DiaChi)
	MaXaNhan.Set(&r, n.MaXa)
	MaTinhNhan.Set(&r, n.MaTinh)
	NoiDung.Set(&r, noiDung)
	ID.Set(&r, n.Khoa())
	return r
}

// Dau makes the head: where and when the sheet is signed.
func Dau(noiLap string, ngayLap law.Day) form.Row {
	var r form.Row
	NoiLap.Set(&r, noiLap)
	NgayLap.Set(&r, ngayLap)
	return r
}

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
