package c12

// Loai is a kind of cause: a stable key for programs.
type Loai string

// The kinds.
const (
	ChuaTinhTang   Loai = "chua-tinh-tang"     // an increase that is not in the statement
	ConTinhGiam    Loai = "con-tinh-giam"      // somebody who left, or is on leave, and is still counted
	ChuaTinhLuong  Loai = "chua-tinh-luong"    // another pay that is not in the statement
	ThieuNguoi     Loai = "thieu-nguoi"        // somebody without any change is missing
	ThuaNguoi      Loai = "thua-nguoi"         // somebody who left in an earlier month is counted
	HaiLan         Loai = "tinh-hai-lan"       // an increase is counted twice
	ChuaDieuChinh  Loai = "chua-dieu-chinh"    // an adjustment of earlier months is not in the statement
	BHYTGiamCham   Loai = "bhyt-giam-cham"     // BHYT of the month is asked of somebody who left and was reported late
	BHYTDaGiam     Loai = "bhyt-da-giam"       // BHYT of late months was taken off, which we keep as due
	BHYTKhongLuong Loai = "bhyt-khong-luong"   // BHYT of an unpaid month is asked
	TranKhac       Loai = "tran-khac"          // the ceiling or floor of another month
	SaiBHTN        Loai = "sai-bhtn"           // BHTN not asked of somebody who pays it, or the other way round
	TNLDThap       Loai = "tnld-thap"          // the lower rate of TNLĐ, BNN
	SaiTyLe        Loai = "sai-ty-le"          // another rate of a fund
	LamTron        Loai = "lam-tron"           // another rule of rounding
	CaNhom         Loai = "ca-nhom"            // several events at once: a dossier, or what came after the month
	LaiCham        Loai = "lai-cham"           // the surcharge for paying late
	KyTruoc        Loai = "ky-truoc-khong-noi" // section A is not section Đ of the month before
)

// phan tells which of a person's kinds exclude each other: those of this month's due,
// and those of earlier months.
func (l Loai) phan() int {
	switch l {
	case ChuaDieuChinh:
		return 1
	case BHYTDaGiam:
		return 2
	}
	return 0
}

// The prices of causes, in tenths: the lower, the likelier. They order answers and
// decide nothing else.
const (
	giaChac     = 10 // the report did not reach the agency in time
	giaGan      = 20 // it came in the last days of the month
	giaDinhChot = 15 // all late ones at once
	giaHoSo     = 30 // one whole dossier
	giaTrongKy  = 40 // it came in time and was not counted
	giaHiem     = 60 // nothing that we know of speaks for it
	giaLa       = 80
	giaThem     = 15 // of every further cause
	giaKemPhu   = 10 // of every row of heads or pay that an answer does not explain as well
)
