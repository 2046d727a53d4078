package payroll

import (
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// Thay is what changes, by fact: int64 for amounts in đồng (and coefficients in
// thousandths), text for the rest. Facts that stay as they are do not appear.
type Thay map[string]any

// Names of facts in Thay and in Unknown.
const (
	PhuongAn     = "phuongAn"
	TrangThai    = "trangThai"
	MucLuong     = "mucLuong"
	PhuCap       = "phuCap"
	BoSung       = "boSung"
	HeSo         = "heSo"
	PhuCapCV     = "phuCapCV"
	TNVK         = "tnvk"
	TNNghe       = "tnNghe"
	BaoLuu       = "baoLuu"
	ChucDanh     = "chucDanh"
	PhongBan     = "phongBan"
	NoiLamViec   = "noiLamViec"
	HoTen        = "hoTen"
	MaSoBHXH     = "maSoBHXH"
	SoCCCD       = "soCCCD"
	NgaySinh     = "ngaySinh"
	GioiTinh     = "gioiTinh"
	HopDong      = "hopDong"
	NoiDongTruoc = "noiDongTruoc" // where they paid before, for TD and TC
	TuNgay       = "tuNgay"       // first and last day of a leave
	DenNgay      = "denNgay"
	NgayChamDut  = "ngayChamDut"
	LyDoGiam     = "lyDoGiam"
	TuThang      = "tuThang" // the month from which it holds
)

// The reasons for a decrease that change what is declared.
const (
	Chet    = "chết"
	NghiHuu = "nghỉ hưu"
)

// DeXuat is a proposed line of D02-LT, or a sheet TK1-TS, for a person to accept or
// not.
type DeXuat struct {
	Loai       string // "" a line of D02-LT; DoiNhanThan a sheet TK1-TS
	PhuongAn   string // "" where TD or TC cannot be told, see Unknown; "" for a TK1-TS
	HoTen      string
	SoCCCD     string
	MaSoBHXH   string
	TuThang    law.Month
	Old, New   Thay
	Unknown    []string           // facts that somebody must still give
	LyDo       string             // why, in Vietnamese
	CanCu      string             // the article behind it
	Source     facts.Noi          // the payroll's line; blank for somebody who is absent from it
	Confidence int                // 0–100
	Nguoi      facts.NguoiLaoDong // as they will stand when the dossier is sent
	QuyetDinh  int64              // the decision by which it is so, 0 where nobody had to decide
}

// DoiNhanThan is the kind of a proposal that corrects what the agency knows of a
// person: a sheet TK1-TS.
const DoiNhanThan = "nhan-than"

// ChuaRo is a person about whom the payroll and the roster do not agree, or who
// cannot be told apart. Nothing is proposed until somebody has looked.
type ChuaRo struct {
	Loai     string // one of the constants below
	HoTen    string
	SoCCCD   string
	MaSoBHXH string
	TuThang  law.Month
	Old, New Thay // the values that differ
	LyDo     string
	Source   facts.Noi
	Other    facts.Noi // the second line, where two lines are meant

	Dong    VetDong   // the line, or the second of two
	DongDau *VetDong  // the first of two lines
	UngVien []UngVien // whom it may mean, likeliest first
	Duoc    []Viec    // what a person can decide about it
}

// The kinds of ChuaRo.
const (
	HaiNguoi    = "hai-nguoi"    // mã số and CCCD belong to two people of the roster
	KhacNguoi   = "khac-nguoi"   // the number is known, but of somebody else by name
	KhacMaSo    = "khac-ma-so"   // name and birth are known, the numbers are others
	GiongNguoi  = "giong-nguoi"  // nothing fits wholly, but it looks like somebody of the roster
	ChiCoTen    = "chi-co-ten"   // known by name alone
	HaiDong     = "hai-dong"     // the same person in two lines
	NhanThan    = "nhan-than"    // name, birth, sex or CCCD written otherwise: TK1-TS
	ChuaRoLuong = "luong"        // the pay is not known, so neither is a change of it
	MauThuan    = "trang-thai"   // note and days worked contradict each other
	TrungSo     = "trung-roster" // the roster itself has the number twice
)
