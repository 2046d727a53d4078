package m01bhsb

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// YeuCau is what is known of a claim ("yêu cầu hưởng"). What is zero is not known.
type YeuCau struct {
	CheDo   string // group, see CacNhom
	TuNgay  law.Day
	DenNgay law.Day
	NuaNgay int64 // days asked for in halves; 0: counted, where the calendar can

	TuNgayDonVi  law.Day // first day really away
	NgayNghiTuan string  // weekly rest, "7;8"

	SoSeri    string // of the certificate
	TuyenBV   string
	MaBenh    string
	TenBenh   string
	NangNhoc  bool // heavy work or an area of special hardship
	DuongThai bool

	Con []facts.NguoiLaoDong // children: birth, mã số BHXH; the card number is TheBHYTCon
	// SoCon is how many children where Con does not list them.
	SoCon         int64
	NgaySinhCon   law.Day
	TheBHYTCon    string
	SinhConThuHai bool
	PhauThuat     bool // operation, or born before 32 weeks
	TuoiThai      int64
	NgayNhanCon   law.Day
	NgayDiLam     law.Day
	BienPhap      string

	Me facts.NguoiLaoDong // the mother, for the claim of a father

	NgayTroLai   law.Day
	TruongHop    string
	TyLeSuyGiam  int64 // 1/10 000
	NgayGiamDinh law.Day

	HinhThuc    string // TaiKhoan or QuaDonVi
	SoTaiKhoan  string
	ChuTaiKhoan string // "" with an account: the person's own name without marks, as banks write it
	MaNganHang  string
	GhiChu      string
}

// Dong makes a row of part 1 out of what is known of a person and a claim. What is
// not known stays unknown. The days are counted only where the calendar knows all
// of them.
func Dong(n facts.NguoiLaoDong, y YeuCau) form.Row {
	var r form.Row
	dienNguoi(&r, n)
	Phan.Set(&r, PhatSinh)
	CheDo.Set(&r, y.CheDo)
	GhiChu.Set(&r, y.GhiChu)
	SoSeri.Set(&r, y.SoSeri)
	TuyenBV.Set(&r, y.TuyenBV)
	MaBenh.Set(&r, y.MaBenh)
	TenBenh.Set(&r, y.TenBenh)
	dat(&r, NangNhoc, y.NangNhoc)
	dat(&r, NghiDuongThai, y.DuongThai)
	if y.CheDo != "chaMotLan" {
		dienNgay(&r, y)
	}
	dienCon(&r, y)
	NgayTroLai.Set(&r, y.NgayTroLai)
	TruongHop.Set(&r, y.TruongHop)
	NgayGiamDinh.Set(&r, y.NgayGiamDinh)
	if y.TyLeSuyGiam != 0 {
		TyLeSuyGiam.Set(&r, y.TyLeSuyGiam)
	}
	dienTra(&r, n, y)
	return r
}

// DongDieuChinh makes a row of part 2: what the period of tuNgayDaDuyet, decided in
// a batch of a month, should be instead.
func DongDieuChinh(n facts.NguoiLaoDong, y YeuCau, tuNgayDaDuyet law.Day, dot int64, thang law.Month, lyDo string) form.Row {
	y.TuNgayDonVi, y.NgayNghiTuan = 0, ""
	r := Dong(n, y)
	Phan.Set(&r, DieuChinh)
	TuNgayDonVi.Put(&r, form.Value{})
	TuNgayDaDuyet.Set(&r, tuNgayDaDuyet)
	ThangDaGQ.Set(&r, thang)
	LyDoDieuChinh.Set(&r, lyDo)
	if dot != 0 {
		DotDaGQ.Set(&r, dot)
	}
	return r
}

func dienNguoi(r *form.Row, n facts.NguoiLaoDong) {
	HoTen.Set(r, n.HoTen)
	MaSoBHXH.Set(r, n.MaSoBHXH)
	SoCCCD.Set(r, n.SoCCCD)
	MaNV.Set(r, n.MaNV)
	ID.Set(r, n.Khoa())
}

func dienNgay(r *form.Row, y YeuCau) {
	TuNgay.Set(r, y.TuNgay)
	DenNgay.Set(r, y.DenNgay)
	TuNgayDonVi.Set(r, y.TuNgayDonVi)
	n, _ := NhomCua(y.CheDo)
	if n.NgayLam {
		NgayNghiTuan.Set(r, y.NgayNghiTuan)
	}
	if y.NuaNgay != 0 {
		TongSo.Set(r, y.NuaNgay*nghin/2)
	} else if days, ok := SoNgay(y.CheDo, y.TuNgay, y.DenNgay, y.NgayNghiTuan); ok {
		TongSo.Set(r, days*nghin)
	}
}

func dienCon(r *form.Row, y YeuCau) {
	NgaySinhCon.Set(r, y.NgaySinhCon)
	TheBHYTCon.Set(r, y.TheBHYTCon)
	so, maSo := y.SoCon, ""
	for i, c := range y.Con {
		if i == 0 && y.NgaySinhCon == 0 && law.Day(c.NgaySinh).Valid() {
			NgaySinhCon.Set(r, law.Day(c.NgaySinh))
		}
		if c.MaSoBHXH != "" {
			maSo = noi(";", maSo, c.MaSoBHXH)
		}
	}
	MaSoBHXHCon.Set(r, maSo)
	if so == 0 {
		so = int64(len(y.Con))
	}
	if so != 0 {
		SoCon.Set(r, so)
		if y.CheDo == "sinhCon" || y.CheDo == "mangThaiHo" {
			DieuKienSinhCon.Set(r, "SC"+so10(int(min(so, 3))))
		}
	}
	dat(r, SinhConThuHai, y.SinhConThuHai)
	dat(r, PhauThuat32, y.PhauThuat)
	dat(r, MangThaiHo, y.CheDo == "mangThaiHo" || y.CheDo == "nhoMangThaiHo")
	if y.TuoiThai != 0 {
		TuoiThai.Set(r, y.TuoiThai)
	}
	NgayNhanCon.Set(r, y.NgayNhanCon)
	NgayDiLam.Set(r, y.NgayDiLam)
	BienPhap.Set(r, y.BienPhap)
	MaSoBHXHMe.Set(r, y.Me.MaSoBHXH)
	SoCCCDMe.Set(r, y.Me.SoCCCD)
}

func dienTra(r *form.Row, n facts.NguoiLaoDong, y YeuCau) {
	HinhThucTroCap.Set(r, y.HinhThuc)
	if y.HinhThuc != TaiKhoan {
		return
	}
	SoTaiKhoan.Set(r, y.SoTaiKhoan)
	MaNganHang.Set(r, y.MaNganHang)
	ChuTaiKhoan.Set(r, y.ChuTaiKhoan)
	if y.ChuTaiKhoan == "" && y.SoTaiKhoan != "" {
		ChuTaiKhoan.Set(r, inHoa(n.HoTen))
	}
}

// dat answers a flag with yes; a no that nobody said stays unknown.
func dat(r *form.Row, c form.FlagColumn, yes bool) {
	if yes {
		c.Set(r, true)
	}
}

// Dau makes the head out of what is known of the employer, for a batch of a month.
func Dau(dv facts.DonVi, thang law.Month, dot int64, ngayLap law.Day) form.Row {
	var r form.Row
	TenDonVi.Set(&r, dv.Ten)
	MaDonVi.Set(&r, dv.MaDonVi)
	MaSoThue.Set(&r, dv.MaSoThue)
	DiaChi.Set(&r, dv.DiaChi)
	DienThoai.Set(&r, dv.DienThoai)
	ThuTruong.Set(&r, dv.NguoiDaiDien)
	Thang.Set(&r, thang)
	if dot != 0 {
		Dot.Set(&r, dot)
	}
	NgayLap.Set(&r, ngayLap)
	return r
}
