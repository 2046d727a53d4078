package services

import (
	"slices"
	"strings"

	"ankhai/forms/law"
)

// DichVu is one of the 30 dịch vụ công.
type DichVu struct {
	ID         string         `json:"id"`    // "E5"
	Nhom       string         `json:"group"` // "A" to "E"
	Ten        string         `json:"name"`
	TenNay     string         `json:"currentName"` // where the title has changed since 2023
	NguoiNop   string         `json:"filer"`
	VaiNop     []VaiTro       `json:"filers"`
	Mau        []string       `json:"forms"`
	ThuTuc     []string       `json:"procedures"`
	Kenh       string         `json:"channel"`
	KenhLoai   []Kenh         `json:"channels"`
	CapTruoc   string         `json:"levelBefore"` // cấp thực hiện to 2024
	CapSau     string         `json:"levelAfter"`  // since 01/07/2025
	Han        string         `json:"deadline"`
	GiaiQuyet  string         `json:"processing"`
	KetQua     string         `json:"result"`
	CanCu      string         `json:"basis"`
	TTHC       string         `json:"nationalCode"` // of Quyết định 838/QĐ-BHXH 05/06/2024; renumbered since or not: not known
	ThayDoi    string         `json:"changed"`      // what changed since 2023
	Confidence law.Confidence `json:"confidence"`   // of deadlines and channel together
	// DoChac is how sure each fact is, by Facts' keys.
	DoChac    map[string]law.Confidence `json:"sure"`
	Giong     string                    `json:"sameAs"` // the service it repeats, often ""
	GiayTo    []GiayTo                  `json:"papers"`
	TruongHop []TruongHop               `json:"cases"`

	// CoTheNop: an employer can file it through an I-VAN under a known procedure.
	CoTheNop    bool   `json:"employerFiles"`
	CoTheNopCau string `json:"employerFilesSay"` // the same in an honest sentence
	HuongDan    bool   `json:"guide"`            // nothing is filed: papers are shown

	tim          string // folded words to search in: title, keywords, forms
	timTruongHop string // and those of its cases
}

// Facts are the keys of DichVu.DoChac, in the order in which they are read.
var Facts = []string{"mau", "giay-to", "han", "giai-quyet", "kenh", "cap", "tthc", "thay-doi"}

// Services returns the services in their official order. The caller must not
// change them.
func Services() []DichVu { return data.services }

// Service returns the service of an ID such as "E5".
func Service(id string) (DichVu, bool) {
	for _, s := range data.services {
		if strings.EqualFold(s.ID, id) {
			return s, true
		}
	}
	return DichVu{}, false
}

// CuaThuTuc returns the service that a procedure is of, the one that names it first.
func CuaThuTuc(ma string) (DichVu, bool) {
	p, ok := Procedure(ma)
	if !ok {
		return DichVu{}, false
	}
	if p.Rieng {
		return Service(p.DichVu)
	}
	// What E5 shares with D1 (604, 600o) is the employer's own declaration.
	if e, ok := Service("E5"); ok && slices.Contains(e.ThuTuc, p.Ma) {
		return e, true
	}
	for _, s := range data.services {
		if slices.Contains(s.ThuTuc, p.Ma) {
			return s, true
		}
	}
	return DichVu{}, false
}

// NhomTen returns the name of a group of services.
func NhomTen(nhom string) string {
	return map[string]string{
		"A": "Khám, chữa bệnh BHYT",
		"B": "Chi trả lương hưu, trợ cấp",
		"C": "Giải quyết hưởng chế độ",
		"D": "Cấp sổ BHXH, thẻ BHYT",
		"E": "Thu BHXH, BHYT, BHTN",
	}[nhom]
}
