package codes

// The lists. What each of them rests on is in data/danh-muc.tsv.
var (
	PhuongAn   = need("phuong-an")           // phương án of D02, compulsory BHXH
	PhuongAnTN = need("phuong-an-tu-nguyen") // phương án of D05, voluntary BHXH
	PhuongAnYT = need("phuong-an-bhyt")      // phương án of those who only take part in BHYT
	LoaiKeKhai = need("loai-ke-khai")        // loại kê khai of D02
	LyDoGiam   = need("ly-do-giam")          // why somebody leaves for good, GH1–GH4
	LoaiHD     = need("loai-hop-dong")       // loại hợp đồng
	ViTri      = need("vi-tri-viec-lam")     // vị trí việc làm
	GioiTinh   = need("gioi-tinh")           // giới tính on the wire
	CCNS       = need("ccns")                // loại ngày sinh
	Tinh       = need("tinh")                // 34 provinces since 01/07/2025
	TinhCu     = need("tinh-cu")             // 63 provinces before; group: the new province
	Xa         = need("xa")                  // 3 321 communes since 01/07/2025; group: the province
	VungLuong  = need("vung-luong")          // the same communes; group: the wage region
	VungLTT    = need("ma-vung")             // wage regions 01–04
	KCB        = need("kcb")                 // cơ sở khám chữa bệnh; group: the old province
	DanToc     = need("dan-toc")
	QuocTich   = need("quoc-tich") // ISO 3166-1 alpha-2
	QuanHe     = need("quan-he")   // relation to the head of the household
	MucHuong   = need("muc-huong") // benefit level on a BHYT card, 1–5
	DoiTuong   = need("doi-tuong-bhyt")
	VungSS     = need("noi-sinh-song") // K1–K3
	PhuongThuc = need("phuong-thuc-dong")
	NganHang   = need("ngan-hang") // banks, by the short names of an open data set; BHXH's own codes are not known
	IVAN       = need("i-van")     // organisations through which dossiers travel
)

// Groups of phương án, see Nhom.
const (
	NhomTang      = "tang"       // tăng lao động: TM TD TC TH ON
	NhomGiam      = "giam"       // giảm hẳn or moved away: GH GD GC
	NhomGiamTam   = "giam-tam"   // away for a time: OF TS KL
	NhomDieuChinh = "dieu-chinh" // pay or title changed: DC CD DL DN
	NhomTruyDong  = "truy-dong"  // paid afterwards: AD AT
	NhomThoaiThu  = "thoai-thu"  // given back: SB
	NhomTangQuy   = "tang-quy"   // joins one fund: TT TN TL TV
	NhomGiamQuy   = "giam-quy"   // leaves one fund: TU GN GL GV
)

// Nhom returns the group of a phương án of D02, "" for an unknown one.
func Nhom(pa string) string {
	i, _ := PhuongAn.Get(pa)
	return i.Nhom
}

// VungCuaXa returns the wage region, "01" to "04", of a commune as it is since
// 01/01/2026. Workplaces that moved to a lower region then may keep the former
// level (Nghị định 293/2025/NĐ-CP Điều 5 khoản 5); the list does not know them.
func VungCuaXa(maXa string) (vung string, ok bool) {
	i, ok := VungLuong.Get(maXa)
	return i.Nhom, ok
}

// TinhCuaKCB returns the province since 01/07/2025, as in Tinh, in which a cơ sở khám
// chữa bệnh lies, "" for one that the list does not have.
func TinhCuaKCB(ma string) string {
	k, _ := KCB.Get(ma)
	t, _ := TinhCu.Get(k.Nhom)
	return t.Nhom
}
