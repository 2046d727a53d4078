package office

import (
	"slices"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/storage"
)

// ClaimText is a period as a person types it.
type ClaimText struct {
	Kind, From, Until, Days string
	Child, Case             string
	State                   string // "" is granted: a period that was had
}

// Read reads it; what cannot be read stays empty or as it is, so that AddClaim names its
// fault with the others.
func (t ClaimText) Read() (d facts.DotHuong, state storage.BenefitState) {
	var ok bool
	if d.CheDo, ok = facts.DocCheDo(t.Kind); !ok {
		d.CheDo = facts.CheDo(t.Kind)
	}
	d.TuNgay, _ = law.ParseDay(t.From)
	d.DenNgay, _ = law.ParseDay(t.Until)
	d.NuaNgay, _ = ParseDays(t.Days)
	if d.NgaySinhCon, ok = law.ParseDay(t.Child); !ok && t.Child != "" {
		d.NgaySinhCon = -1 // said, and no day
	}
	if d.TruongHop, ok = facts.DocTruongHop(t.Case); !ok {
		d.TruongHop = t.Case
	}
	if t.State == "" {
		return d, storage.DaDuyet
	}
	if state, ok = ParseBenefitState(t.State); !ok {
		state = storage.BenefitState(t.State)
	}
	return d, state
}

// GrantedDays reads how many days the agency granted of a period; say is what is wrong
// with them.
func GrantedDays(b storage.Benefit, text string) (halves int64, say string) {
	d := b.DotHuong
	d.NuaNgay, _ = ParseDays(text)
	faults := d.Loi()
	if i := slices.IndexFunc(faults, func(s string) bool { return strings.HasPrefix(s, "Số ngày") }); i >= 0 {
		return 0, faults[i]
	}
	return d.NuaNgay, ""
}
