package d02lt

import (
	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Conditions that more than one rule needs.
var (
	tang     = PhuongAn.In("TM", "TD", "TC", "TH", "ON").Named("báo tăng lao động")
	moi      = PhuongAn.In("TM", "TD", "TC", "TH").Named("báo tăng người mới nhận")
	coMaSo   = form.Not(PhuongAn.In("TM", "TH")).Named("phương án không phải tăng mới")
	giam     = PhuongAn.In("GH", "GD", "GC").Named("báo giảm hẳn hoặc chuyển đi")
	tam      = PhuongAn.In("OF", "TS", "KL").Named("báo nghỉ ốm, thai sản, không lương")
	dieuChin = PhuongAn.In("DC", "CD").Named("điều chỉnh lương, chức danh")
	truy     = PhuongAn.In("AD", "AT", "SB").Named("truy đóng hoặc bổ sung giảm")
	chiBHYT  = PhuongAn.In("TT", "TU").Named("chỉ tăng, giảm BHYT")
	coLuong  = form.Any(tang, PhuongAn.In("DC", "AD", "AT", "SB")).Named("báo tăng, điều chỉnh lương hoặc truy đóng")
	bangDong = form.All(MucLuong.Filled(), HeSo.Empty()).Named("lương tính bằng đồng")
	xacDinh  = LoaiHD.In("1").Named("hợp đồng xác định thời hạn")
	voHan    = LoaiHD.In("0").Named("hợp đồng không xác định thời hạn")
)

// nghin is how many thousandths a coefficient of one has.
const nghin = 10 * 10 * 10

// NuocNgoai reports whether a row is of a person without Vietnamese nationality;
// ok is false while that is not known.
func NuocNgoai(r form.Row) (yes, ok bool) {
	return nuocNgoai(QuocTich.Get(r), SoCCCD.Get(r))
}

// nuocNgoai takes a 12 digit số ĐDCN/CCCD for a Vietnamese where the
// nationality is not written.
func nuocNgoai(quocTich, soCCCD string) (yes, ok bool) {
	if quocTich != "" {
		return quocTich != "VN", true
	}
	_, _, _, ok = facts.DocCCCD(soCCCD)
	return false, ok
}

// TyLe returns the whole rate of contribution of a month in 1/10 000, employer
// and employee together; 0 when one of its parts is not known.
func TyLe(nuocNgoai bool, thang law.Month) int64 { return law.TongTyLe(nil, nuocNgoai, thang) }

// tongLuong is what column 4 and column 9 make together, in đồng.
func tongLuong(r form.Row) int64 { return MucLuong.Get(r) + PhuCapLuong.Get(r) + BoSung.Get(r) }

// huong is whether a phương án brings people in (+1), takes them out (-1), or
// neither: those of one fund alone may stand beside another of the same month.
func huong(pa string) int {
	switch codes.Nhom(pa) {
	case codes.NhomTang, codes.NhomTruyDong:
		return 1
	case codes.NhomGiam, codes.NhomGiamTam, codes.NhomThoaiThu:
		return -1
	}
	return 0
}
