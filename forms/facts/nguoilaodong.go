package facts

import "ankhai/forms/law"

// GioiTinh is the sex printed on papers. The zero value is "not known".
type GioiTinh string

// The two values the forms take; on the wire 0 = nữ, 1 = nam.
const (
	Nam GioiTinh = "nam"
	Nu  GioiTinh = "nu"
)

// NgaySinh is a date of birth that papers may give only in part ("loại ngày
// sinh", CCNS on the wire: 0 full, 1 month and year, 2 year only). Missing
// parts of Day are 00: 19900000 is the year 1990, 19900500 is May 1990.
type NgaySinh law.Day

// HopDong is a labour contract (HĐLĐ) or a decision in its place.
type HopDong struct {
	So     string  `json:"so"`
	NgayKy law.Day `json:"ngayKy"`
	Loai   string  `json:"loai"` // "0" không xác định thời hạn, "1" xác định thời hạn, "2" khác; codes.LoaiHD
	Tu     law.Day `json:"tu"`   // hiệu lực từ ngày
	Den    law.Day `json:"den"`  // hiệu lực đến ngày
}

// TrangThai says how a person stands in the roster at the end of a month.
type TrangThai string

// The states of a person at one employer.
const (
	DangDong   TrangThai = "dangDong"   // đang tham gia
	ThaiSan    TrangThai = "thaiSan"    // nghỉ thai sản, báo TS
	NghiOm     TrangThai = "nghiOm"     // nghỉ ốm dài, báo OF
	KhongLuong TrangThai = "khongLuong" // nghỉ không lương, báo KL
	DaNghi     TrangThai = "daNghi"     // đã giảm hẳn hoặc chuyển đi
	ChuaRo     TrangThai = "chuaRo"     // a gap: nothing tells, or what tells contradicts itself
)

// NguoiLaoDong is a person of the roster as they stand at one month.
type NguoiLaoDong struct {
	ID        string   `json:"id"`   // the store's key, stable for life
	MaNV      string   `json:"maNV"` // the company's own number of the person
	HoTen     string   `json:"hoTen"`
	MaSoBHXH  string   `json:"maSoBHXH"`
	SoCCCD    string   `json:"soCCCD"` // ĐDCN/CCCD, or passport of a foreigner
	NgaySinh  NgaySinh `json:"ngaySinh"`
	GioiTinh  GioiTinh `json:"gioiTinh"`
	QuocTich  string   `json:"quocTich"` // ISO 3166 alpha-2
	DanToc    string   `json:"danToc"`   // codes.DanToc
	DienThoai string   `json:"dienThoai"`
	Email     string   `json:"email"`
	DiaChi    string   `json:"diaChi"` // số nhà, đường, thôn
	MaXa      string   `json:"maXa"`   // 5 digits, codes.Xa
	MaTinh    string   `json:"maTinh"` // 2 digits, codes.Tinh
	MaKCB     string   `json:"maKCB"`  // cơ sở KCB ban đầu, 5 characters, codes.KCB

	TrangThai  TrangThai `json:"trangThai"`
	TuThang    law.Month `json:"tuThang"` // the month since which the state and the pay below hold
	PhongBan   string    `json:"phongBan"`
	ChucDanh   string    `json:"chucDanh"`
	NoiLamViec string    `json:"noiLamViec"`
	HopDong    HopDong   `json:"hopDong"`
	Luong      Luong     `json:"luong"`
	Vung       string    `json:"vung"` // mã vùng lương tối thiểu 01–04
}

// Luong is the pay on which contributions are computed: either đồng, or the
// State's coefficients in thousandths (2,34 = 2340), never both.
type Luong struct {
	Known    bool  `json:"known"`    // false: nobody has said what the pay is
	MucLuong int64 `json:"mucLuong"` // đồng a month
	PhuCap   int64 `json:"phuCap"`   // phụ cấp lương, đồng
	BoSung   int64 `json:"boSung"`   // các khoản bổ sung, đồng
	HeSo     int64 `json:"heSo"`     // hệ số lương, thousandths
	PhuCapCV int64 `json:"phuCapCV"` // phụ cấp chức vụ, thousandths
	TNVK     int64 `json:"tnvk"`     // thâm niên vượt khung, 1/10 000
	TNNghe   int64 `json:"tnNghe"`   // thâm niên nghề, 1/10 000
	BaoLuu   int64 `json:"baoLuu"`   // hệ số chênh lệch bảo lưu, thousandths
}

// Khoa is the key by which what different forms say of one person finds each
// other: the mã số BHXH, or the paper's number of somebody who has none yet.
func (n NguoiLaoDong) Khoa() string {
	if n.MaSoBHXH != "" {
		return n.MaSoBHXH
	}
	return n.SoCCCD
}
