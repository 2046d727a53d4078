package sandbox

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Where somebody stands (Nguoi.tinhTrang). An increase of one who is active at
// another unit, on pension or on unemployment benefit is returned by itself
// (Quyết định 366/QĐ-BHXH, Điều 5, 1.3.2 a).
const (
	ChuaThamGia = "chua-tham-gia"
	DangDong    = "dang-dong"
	DaNghi      = "da-nghi"
	HuuTri      = "huu-tri"
	ThatNghiep  = "that-nghiep"
)

// standings are the values that dang-ky.json may give.
var standings = []string{ChuaThamGia, DangDong, DaNghi, HuuTri, ThatNghiep}

// RegisterPerson is somebody as the gateway knows him. What is empty is not known
// and is not compared.
type RegisterPerson struct {
	MaSoBHXH  string `json:"maSoBHXH,omitempty"`
	SoCCCD    string `json:"soCCCD,omitempty"`
	HoTen     string `json:"hoTen,omitempty"`
	NgaySinh  string `json:"ngaySinh,omitempty"` // 15/08/1995, 08/1995 or 1995
	GioiTinh  string `json:"gioiTinh,omitempty"` // 1 male, 0 female
	TinhTrang string `json:"tinhTrang"`
	MaDonVi   string `json:"maDonVi,omitempty"` // where DangDong, or was last
	TuThang   string `json:"tuThang,omitempty"` // 2026-11
	DenThang  string `json:"denThang,omitempty"`
	ChiTNLD   bool   `json:"chiTNLD,omitempty"` // in the accident fund only: may be increased elsewhere

	BienDong []Movement `json:"bienDong,omitempty"` // what accepted D02 said, oldest first

	id int64
}

// Movement is a row of an accepted D02-TS, as it was written there.
type Movement struct {
	Khoa     string            `json:"khoa"`  // of the package
	Thang    string            `json:"thang"` // month of its acceptance into the register, 2026-11
	MaDonVi  string            `json:"maDonVi"`
	PA       string            `json:"pa"`
	TuThang  string            `json:"tuThang,omitempty"`
	DenThang string            `json:"denThang,omitempty"`
	O        map[string]string `json:"o,omitempty"` // the pay cells by their element
}

// sameName compares names without regard to case, form of Unicode and blanks.
func sameName(a, b string) bool { return foldName(a) == foldName(b) }

func foldName(s string) string {
	s = strings.NewReplacer("Ð", "Đ").Replace(norm.NFC.String(s)) // the Icelandic letter is a slip
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}

// sameBirth compares days of birth as far as the less exact one goes.
func sameBirth(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || strings.HasSuffix(b, "/"+a)
}
