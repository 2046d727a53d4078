package services

import (
	"slices"
	"strings"

	"ankhai/forms/law"
)

// ThuTuc is a procedure: what its dossier must and may hold.
type ThuTuc struct {
	Ma         string         `json:"code"` // "600", "630a"
	Ten        string         `json:"name"`
	BatBuoc    []string       `json:"required"` // forms that must be in the dossier
	MotTrong   []string       `json:"oneOf"`    // forms of which one must be
	DuocKem    []string       `json:"allowed"`  // forms that may be
	DinhKem    bool           `json:"attachments"`
	TuongLai   bool           `json:"future"`   // months after the present one may be declared
	Goc        string         `json:"parent"`   // the code that the portal uses, where this one is a client's own split
	PhuongAn   []string       `json:"phuongAn"` // the only phương án it takes; none = all
	Confidence law.Confidence `json:"confidence"`
	GhiChu     string         `json:"note"`

	// Rieng: no official code is known; Ma is AnKhai's own, as a rule the service's ID.
	Rieng bool `json:"own"`
	// TepRieng: what is signed is a file of its own, in no package (BHXHDienTu.xml),
	// which is handed to the I-VAN; of no service.
	TepRieng bool `json:"ownFile"`
	// KhongQuaIVAN: the dossier is handed in by other roads than an I-VAN; Kenh says
	// by which, and DichVu whose it is.
	KhongQuaIVAN bool   `json:"noIVAN"`
	HuongDan     bool   `json:"guide"` // nothing is filed, see DichVu.HuongDan
	Kenh         string `json:"channel"`
	DichVu       string `json:"service"`
}

// Cho reports whether a form may stand in a dossier of the procedure.
func (t ThuTuc) Cho(mau string) bool {
	return slices.Contains(t.BatBuoc, mau) || slices.Contains(t.MotTrong, mau) || slices.Contains(t.DuocKem, mau)
}

// mau lists every form of the procedure, those it must have first.
func (t ThuTuc) mau() []string {
	return slices.Concat(t.BatBuoc, t.MotTrong, t.DuocKem)
}

// HetHieuLuc reports whether the procedure takes no forms any more.
func (t ThuTuc) HetHieuLuc() bool { return !t.DinhKem && !t.HuongDan && len(t.mau()) == 0 }

// Procedures returns the procedures, those with official codes first, then the
// services' own. The caller must not change them.
func Procedures() []ThuTuc { return data.procedures }

// Procedure returns the procedure of a code, or of a service's ID for what has no
// official code ("B3"); tails such as -595 are ignored.
func Procedure(code string) (ThuTuc, bool) {
	code = strings.TrimSpace(code)
	for _, tail := range []string{"-595", "_595", "-959", "_959", "-166", "_166"} {
		code = strings.TrimSuffix(code, tail)
	}
	for _, t := range data.procedures {
		if strings.EqualFold(t.Ma, code) {
			return t, true
		}
	}
	return ThuTuc{}, false
}

// maRieng is said of every code that is ours.
const maRieng = "Mã của AnKhai, không phải mã chính thức. "

// rieng makes the procedure of a service's cases that go under no known code; ok
// is false where there are none.
func rieng(s DichVu) (p ThuTuc, ok bool) {
	p = ThuTuc{
		Ma: s.ID, Ten: s.Ten, DinhKem: !s.HuongDan, Rieng: true, KhongQuaIVAN: true, HuongDan: s.HuongDan,
		Kenh: s.Kenh, DichVu: s.ID, Confidence: s.DoChac["mau"], GhiChu: maRieng + s.CoTheNopCau,
	}
	if p.Confidence == "" {
		p.Confidence = s.Confidence
	}
	var all []string
	first := true
	for _, c := range s.TruongHop {
		if len(c.ThuTuc) > 0 {
			continue
		}
		ok = true
		all = append(append(all, c.Mau...), c.MauKem...)
		if len(c.Mau) == 0 {
			continue
		}
		if first {
			p.BatBuoc, first = slices.Clone(c.Mau), false
			continue
		}
		p.BatBuoc = slices.DeleteFunc(p.BatBuoc, func(m string) bool { return !slices.Contains(c.Mau, m) })
	}
	for _, c := range s.TruongHop {
		for _, m := range c.Mau {
			if len(c.ThuTuc) == 0 && len(p.BatBuoc) == 0 && !slices.Contains(p.MotTrong, m) {
				p.MotTrong = append(p.MotTrong, m)
			}
		}
	}
	for _, m := range all {
		if !p.Cho(m) {
			p.DuocKem = append(p.DuocKem, m)
		}
	}
	return p, ok
}
