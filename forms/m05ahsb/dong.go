package m05ahsb

import (
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// VuViec is what is known of an accident or a disease. What is zero is not known.
type VuViec struct {
	Loai      string // TNLD or BNN
	TruongHop string // LanDau, TaiPhat or TiepTuc
	LanThu    int64
	NgayXayRa law.Day
	NoiXayRa  string

	BienBan   GiayTo // of the investigation
	GiaoThong GiayTo // of the traffic police
	GiayKham  GiayTo // of a disease

	NoiDieuTri              string
	NgayVaoVien, NgayRaVien law.Day

	GiamDinhSo   string
	NgayGiamDinh law.Day
	TyLeSuyGiam  int64 // 1/10 000
	PhuongTien   string

	NgayCap                 law.Day // of the person's paper of identity
	NoiCap                  string
	HinhThuc                string
	SoTaiKhoan, TenNganHang string
	NoiNhan                 string
}

// GiayTo is a paper: its number, day and who issued it.
type GiayTo struct {
	So   string
	Ngay law.Day
	Noi  string
}

// Dong makes a row out of what is known of a person and of what happened. What is
// not known stays unknown.
func Dong(n facts.NguoiLaoDong, v VuViec) form.Row {
	var r form.Row
	HoTen.Set(&r, n.HoTen)
	NgaySinh.Set(&r, law.Day(n.NgaySinh))
	GioiTinh.Set(&r, n.GioiTinh.Ma())
	MaSoBHXH.Set(&r, n.MaSoBHXH)
	SoCCCD.Set(&r, n.SoCCCD)
	NgayCap.Set(&r, v.NgayCap)
	NoiCap.Set(&r, v.NoiCap)
	ChucDanh.Set(&r, n.ChucDanh)
	NoiKCB.Set(&r, n.MaKCB)
	ID.Set(&r, n.Khoa())

	LoaiCheDo.Set(&r, v.Loai)
	TruongHop.Set(&r, v.TruongHop)
	if v.LanThu != 0 {
		LanThu.Set(&r, v.LanThu)
	}
	NgayXayRa.Set(&r, v.NgayXayRa)
	NoiXayRa.Set(&r, v.NoiXayRa)
	giay(&r, v.BienBan, BienBanSo, BienBanNgay, BienBanNoi)
	giay(&r, v.GiaoThong, GiaoThongSo, GiaoThongNgay, GiaoThongNoi)
	giay(&r, v.GiayKham, GiayKhamSo, GiayKhamNgay, GiayKhamNoi)
	NoiDieuTri.Set(&r, v.NoiDieuTri)
	NgayVaoVien.Set(&r, v.NgayVaoVien)
	NgayRaVien.Set(&r, v.NgayRaVien)
	GiamDinhSo.Set(&r, v.GiamDinhSo)
	NgayGiamDinh.Set(&r, v.NgayGiamDinh)
	if v.TyLeSuyGiam != 0 {
		TyLeSuyGiam.Set(&r, v.TyLeSuyGiam)
	}
	PhuongTien.Set(&r, v.PhuongTien)
	HinhThucTroCap.Set(&r, v.HinhThuc)
	if v.HinhThuc == TaiKhoan && v.SoTaiKhoan != "" {
		SoTaiKhoan.Set(&r, v.SoTaiKhoan)
		TenNganHang.Set(&r, v.TenNganHang)
		ChuTaiKhoan.Set(&r, strings.ToUpper(codes.Fold(n.HoTen)))
	}
	NoiNhan.Set(&r, v.NoiNhan)
	return r
}

func giay(r *form.Row, g GiayTo, so form.TextColumn, ngay form.DayColumn, noi form.TextColumn) {
	so.Set(r, g.So)
	ngay.Set(r, g.Ngay)
	noi.Set(r, g.Noi)
}

// Nguoi is what a row says of a person: the way back from Dong.
func Nguoi(r form.Row) facts.NguoiLaoDong {
	return facts.NguoiLaoDong{
		HoTen: HoTen.Get(r), MaSoBHXH: MaSoBHXH.Get(r), SoCCCD: SoCCCD.Get(r), NgaySinh: facts.NgaySinh(NgaySinh.Get(r)),
		GioiTinh: facts.GioiTinhCua(GioiTinh.Get(r)), ChucDanh: ChucDanh.Get(r), MaKCB: NoiKCB.Get(r),
	}
}

// Dau makes the head out of what is known of the employer.
func Dau(dv facts.DonVi, so string, ngayLap law.Day) form.Row {
	var r form.Row
	TenDonVi.Set(&r, dv.Ten)
	MaDonVi.Set(&r, dv.MaDonVi)
	DienThoai.Set(&r, dv.DienThoai)
	ThuTruong.Set(&r, dv.NguoiDaiDien)
	So.Set(&r, so)
	NgayLap.Set(&r, ngayLap)
	return r
}
