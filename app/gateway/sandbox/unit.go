package sandbox

// The states of a unit with this I-VAN (DonVi.trangThai).
const (
	ChuaDangKy = "chuaDangKy"
	ChoXacNhan = "choXacNhan"
	DangDung   = "dangDung"
	DaNgung    = "daNgung"
)

// How the gateway came to know a unit.
const (
	TuDangKy = "dang-ky" // dang-ky.json, or Options: then units that are not named there are refused
	TuHoSo   = "ho-so"   // it sent a dossier, and the register names no unit
	TuCong   = "cong"    // it registered with the gateway
)

// RegisterUnit is a unit as the gateway knows it.
type RegisterUnit struct {
	MaDonVi   string   `json:"maDonVi,omitempty"` // empty until it is given
	MaSoThue  string   `json:"maSoThue"`
	TenDonVi  string   `json:"tenDonVi,omitempty"`
	CoQuan    string   `json:"coQuan,omitempty"`
	DiaChi    string   `json:"diaChi,omitempty"`
	Email     string   `json:"email,omitempty"`
	DienThoai string   `json:"dienThoai,omitempty"`
	TrangThai string   `json:"trangThai,omitempty"` // empty in dang-ky.json: dangDung
	TuNgay    string   `json:"tuNgay,omitempty"`    // 2026-11-22
	DenNgay   string   `json:"denNgay,omitempty"`
	Nguon     string   `json:"nguon,omitempty"`    // how the gateway came to know it
	ChungThu  []string `json:"chungThu,omitempty"` // serial numbers that it registered

	id int64
}

// serves says that dossiers of the unit are taken.
func (u *RegisterUnit) serves() bool { return u.TrangThai == DangDung || u.TrangThai == "" }
