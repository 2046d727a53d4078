package facts

// HoGiaDinh is a household ("hộ gia đình") as one of its members last declared it:
// the phụ lục of TK1-TS, or Mẫu số 4. Dân tộc, which is sensitive, is not kept.
type HoGiaDinh struct {
	ChuHo     string      `json:"chuHo"` // full name of its head
	DienThoai string      `json:"dienThoai"`
	DiaChi    string      `json:"diaChi"` // số nhà, đường, thôn
	MaXa      string      `json:"maXa"`   // codes.Xa
	MaTinh    string      `json:"maTinh"` // codes.Tinh
	MaSo      string      `json:"maSo"`   // mã số hộ gia đình
	ThanhVien []ThanhVien `json:"thanhVien"`
}

// ThanhVien is a member of a household, its head among them.
type ThanhVien struct {
	HoTen    string   `json:"hoTen"`
	MaSoBHXH string   `json:"maSoBHXH"`
	SoCCCD   string   `json:"soCCCD"`
	NgaySinh NgaySinh `json:"ngaySinh"`
	GioiTinh GioiTinh `json:"gioiTinh"`
	QuanHe   string   `json:"quanHe"` // to the head: codes.QuanHe
	QuocTich string   `json:"quocTich"`
}

// Trong reports whether a person is a member: by their numbers, or by name and birth.
func (h HoGiaDinh) Trong(n NguoiLaoDong) bool {
	for _, v := range h.ThanhVien {
		if v.La(n) {
			return true
		}
	}
	return false
}

// La reports whether the member is a person.
func (v ThanhVien) La(n NguoiLaoDong) bool {
	switch {
	case v.MaSoBHXH != "" && n.MaSoBHXH != "":
		return v.MaSoBHXH == n.MaSoBHXH
	case v.SoCCCD != "" && n.SoCCCD != "":
		return v.SoCCCD == n.SoCCCD
	}
	return v.HoTen != "" && v.HoTen == n.HoTen && v.NgaySinh != 0 && v.NgaySinh == n.NgaySinh
}
