package han

import (
	"slices"
	"strings"

	"ankhai/forms/law"
)

// SuKien is a kind of event.
type SuKien struct {
	Ma     string  `json:"id"` // "sinh-con"
	Ten    string  `json:"name"`
	Ngay   string  `json:"date"` // what its own day is, in words
	GiupDo string  `json:"help,omitempty"`
	Tu     law.Day `json:"-"` // events before are under the former law
	Moc    []Moc   `json:"ask"`
}

// Moc is something more that is asked about an event: a day, or a choice.
type Moc struct {
	Ma   string   `json:"id"`
	Ten  string   `json:"name"`
	Loai string   `json:"kind"` // "ngay", "chon", "dich-vu"
	Chon []GiaTri `json:"choices,omitempty"`
}

// GiaTri is one answer of a choice. The first is what holds when nobody has said;
// an answer tells that it does.
type GiaTri struct {
	Ma  string `json:"id"`
	Ten string `json:"name"`
}

// The kinds of Moc.
const (
	MocNgay   = "ngay"
	MocChon   = "chon"
	MocDichVu = "dich-vu"
)

// SuKiens lists the events. The caller must not change them.
func SuKiens() []SuKien { return data.suKien }

// TimSuKien returns the event of a code.
func TimSuKien(ma string) (SuKien, bool) {
	for _, s := range data.suKien {
		if strings.EqualFold(s.Ma, ma) {
			return s, true
		}
	}
	return SuKien{}, false
}

// moc returns what is asked under a code.
func (s SuKien) moc(ma string) (Moc, bool) {
	i := slices.IndexFunc(s.Moc, func(m Moc) bool { return m.Ma == ma })
	if i < 0 {
		return Moc{}, false
	}
	return s.Moc[i], true
}

// ten is what a day of the event is called.
func (s SuKien) ten(moc string) string {
	switch moc {
	case "ngay":
		return s.Ngay
	case truocNgay:
		return "Ngày liền trước " + lower(s.Ngay)
	case sauHetNghi:
		return "Ngày liền sau thời gian nghỉ"
	}
	m, _ := s.moc(moc)
	return m.Ten
}

func (m Moc) giaTri(ma string) (GiaTri, bool) {
	for _, g := range m.Chon {
		if g.Ma == ma {
			return g, true
		}
	}
	return GiaTri{}, false
}
