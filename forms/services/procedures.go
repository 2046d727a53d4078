package services

import (
	"strings"

	"ankhai/forms/law"
)

// ThuTuc is a procedure: what its dossier must and may hold.
type ThuTuc struct {
	Ma         string         `json:"code"` // "600", "630a"
	Ten        string         `json:"name"`
	BatBuoc    []string       `json:"required"` // forms that must be in the dossier
	DuocKem    []string       `json:"allowed"`  // forms that may be
	DinhKem    bool           `json:"attachments"`
	TuongLai   bool           `json:"future"`   // months after the present one may be declared
	Goc        string         `json:"parent"`   // the code that the portal uses, where this one is a client's own split
	PhuongAn   []string       `json:"phuongAn"` // the only phương án it takes; none = all
	Confidence law.Confidence `json:"confidence"`
	GhiChu     string         `json:"note"`
}

// Cho reports whether a form may stand in a dossier of the procedure.
func (t ThuTuc) Cho(mau string) bool {
	for _, list := range [][]string{t.BatBuoc, t.DuocKem} {
		for _, m := range list {
			if m == mau {
				return true
			}
		}
	}
	return false
}

// HetHieuLuc reports whether the procedure takes no forms any more.
func (t ThuTuc) HetHieuLuc() bool { return !t.DinhKem && len(t.BatBuoc)+len(t.DuocKem) == 0 }

// Procedures returns the procedures by code. The caller must not change them.
func Procedures() []ThuTuc { return data.procedures }

// Procedure returns the procedure of a code; tails such as -595 are ignored.
func Procedure(code string) (ThuTuc, bool) {
	code = strings.ToLower(strings.TrimSpace(code))
	for _, tail := range []string{"-595", "_595", "-959", "_959", "-166", "_166"} {
		code = strings.TrimSuffix(code, tail)
	}
	for _, t := range data.procedures {
		if t.Ma == code {
			return t, true
		}
	}
	return ThuTuc{}, false
}
