package services

import (
	"strings"

	"ankhai/forms/law"
)

// Mau is a mẫu as the services name it, whether or not the program has it filled
// in on screen.
type Mau struct {
	Ma         string         `json:"id"`
	Goi        string         `json:"label"` // as people call it: "Mẫu số 2" of MAU-SO-2
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

// GoiMau is what people call a mẫu, the ID itself where it is no mẫu of the services.
func GoiMau(ma string) string {
	if m, ok := MauCua(ma); ok {
		return m.Goi
	}
	return ma
}

// GoiMaus names mẫu as people call them, with a word between.
func GoiMaus(ma []string, between string) string {
	out := make([]string, len(ma))
	for i, m := range ma {
		out[i] = GoiMau(m)
	}
	return strings.Join(out, between)
}
