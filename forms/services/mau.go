package services

import "ankhai/forms/law"

// Mau is a mẫu as the services name it, whether or not the program has it filled
// in on screen.
type Mau struct {
	Ma         string         `json:"id"`
	Ten        string         `json:"name"`
	VaiTro     string         `json:"role,omitempty"` // see ToKhai, BangKe
	CanCu      string         `json:"basis"`
	Confidence law.Confidence `json:"confidence"`
	GhiChu     string         `json:"note,omitempty"`
}

// What a mẫu is for where a rule across forms asks for its kind.
const (
	ToKhai = "to-khai" // a person's own sheet, by which a mã số is given
	BangKe = "bang-ke" // the list of papers that prove what is declared late
)

// Maus returns the mẫu that the services name. The caller must not change them.
func Maus() []Mau { return data.maus }

// MauCua returns the mẫu of an ID such as "D02-LT".
func MauCua(ma string) (Mau, bool) {
	for _, m := range data.maus {
		if m.Ma == ma {
			return m, true
		}
	}
	return Mau{}, false
}
