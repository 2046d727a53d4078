package facts

// DonVi is an employer ("đơn vị sử dụng lao động") as the heads of TK3-TS and
// D02-LT name it (Quyết định 366/QĐ-BHXH).
type DonVi struct {
	MaSoThue     string `json:"maSoThue"`   // mã số thuế: 10, 10-3 or 12 digits; the key
	Ten          string `json:"ten"`        // tên đơn vị
	MaDonVi      string `json:"maDonVi"`    // mã đơn vị issued by BHXH, 7 characters as a rule
	CoQuanBHXH   string `json:"coQuanBHXH"` // mã cơ quan BHXH, 5 digits
	DiaChi       string `json:"diaChi"`     // địa chỉ liên hệ
	Email        string `json:"email"`
	DienThoai    string `json:"dienThoai"`
	NguoiDaiDien string `json:"nguoiDaiDien"` // người đại diện
	SoDinhDanh   string `json:"soDinhDanh"`   // số định danh cá nhân of the representative
	LoaiHinh     string `json:"loaiHinh"`     // loại hình đơn vị
	NganhNghe    string `json:"nganhNghe"`    // ngành nghề sản xuất, kinh doanh chính
	PhuongThuc   string `json:"phuongThuc"`   // phương thức đóng
	DoiTuong     string `json:"doiTuong"`     // đối tượng tham gia
	Vung         string `json:"vung"`         // mã vùng lương tối thiểu 01–04 of the main workplace
	NoiLamViec   string `json:"noiLamViec"`   // main workplace with xã, phường and tỉnh, thành phố: for workers whose own is not written
	Mau          string `json:"mau"`          // the stripe's colour "#rrggbb": wrong-company guard
	LuongHeSo    bool   `json:"luongHeSo"`    // pays by the State's coefficients
	ThucHanh     bool   `json:"thucHanh"`     // the sample company of practice mode
}
