package d02lt

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// Nguoi is what a row says of a person: the way back from Dong. What the row
// does not say is empty. TrangThai is not in a row; it follows from the phương án.
func Nguoi(r form.Row) facts.NguoiLaoDong {
	return facts.NguoiLaoDong{
		HoTen: HoTen.Get(r), MaSoBHXH: MaSoBHXH.Get(r), SoCCCD: SoCCCD.Get(r),
		NgaySinh: facts.NgaySinh(NgaySinh.Get(r)), GioiTinh: facts.GioiTinhCua(GioiTinh.Get(r)),
		QuocTich: QuocTich.Get(r), MaKCB: NoiKCB.Get(r), TuThang: TuThang.Get(r),
		PhongBan: MaPhongBan.Get(r), ChucDanh: ChucDanh.Get(r), NoiLamViec: NoiLamViec.Get(r), Vung: VungLTT.Get(r),
		HopDong: facts.HopDong{So: HDSo.Get(r), NgayKy: HDNgayKy.Get(r), Loai: LoaiHD.Get(r), Tu: HDTu.Get(r), Den: HDDen.Get(r)},
		Luong: facts.Luong{
			Known:    MucLuong.Known(r) || HeSo.Known(r),
			MucLuong: MucLuong.Get(r), PhuCap: PhuCapLuong.Get(r), BoSung: BoSung.Get(r),
			HeSo: HeSo.Get(r), PhuCapCV: PhuCapCV.Get(r), TNVK: TNVK.Get(r), TNNghe: TNNghe.Get(r), BaoLuu: BaoLuu.Get(r),
		},
	}
}
