package facts

import "ankhai/forms/law"

// Noi is where a value was read: the workbook's sheet and the cell's address.
type Noi struct {
	Sheet string `json:"sheet"`
	O     string `json:"cell"` // "E17"
}

// String writes the place as "Sheet!E17".
func (n Noi) String() string {
	if n.Sheet == "" {
		return n.O
	}
	return n.Sheet + "!" + n.O
}

// DongLuong is one person's line of a month's payroll, whatever the layout of
// the workbook it came from. Empty means the workbook did not say.
type DongLuong struct {
	Noi        Noi      `json:"noi"` // the line's first cell
	MaNV       string   `json:"maNV"`
	HoTen      string   `json:"hoTen"`
	MaSoBHXH   string   `json:"maSoBHXH"`
	SoCCCD     string   `json:"soCCCD"`
	NgaySinh   NgaySinh `json:"ngaySinh"`
	GioiTinh   GioiTinh `json:"gioiTinh"`
	QuocTich   string   `json:"quocTich"`
	DanToc     string   `json:"danToc"`
	DienThoai  string   `json:"dienThoai"`
	Email      string   `json:"email"`
	PhongBan   string   `json:"phongBan"`
	ChucDanh   string   `json:"chucDanh"`
	NoiLamViec string   `json:"noiLamViec"`
	DiaChi     string   `json:"diaChi"`
	MaXa       string   `json:"maXa"`
	MaTinh     string   `json:"maTinh"`
	MaKCB      string   `json:"maKCB"`
	Vung       string   `json:"vung"`
	HopDong    HopDong  `json:"hopDong"`
	Luong      Luong    `json:"luong"`

	NgayCong     int32     `json:"ngayCong"` // ngày công paid, tenths of a day; NgayCongBiet says if known
	NgayCongBiet bool      `json:"ngayCongBiet"`
	KhongLuong   int32     `json:"khongLuong"` // ngày nghỉ không lương, tenths of a day; 0 also when not said
	PhuongAn     string    `json:"phuongAn"`   // where the workbook itself names one (layouts L1, L4)
	TuThang      law.Month `json:"tuThang"`
	DenThang     law.Month `json:"denThang"`
	GhiChu       string    `json:"ghiChu"`
	ChamCong     ChamCong  `json:"chamCong,omitzero"` // of the timesheet, where one was read
	Goc          *DongGoc  `json:"goc,omitempty"`     // as it was written, where something should be looked at
}
