package han

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ankhai/forms/law"
	"ankhai/forms/law/lich"
	"ankhai/forms/services"
)

// Cau is a question: an event with its days and answers.
type Cau struct {
	SuKien string
	Moc    map[string]law.Day // "ngay" is the event's own day
	Chon   map[string]string
	HomNay law.Day    // 0: lateness is not told
	Lich   *lich.Lich // nil: what the law fixes and nothing more
	Sach   *law.Sach  // the figures; nil: the program's
}

// Loi is something wrong with a question: which part of it, and what to do.
type Loi struct {
	Ten string `json:"field"`
	Say string `json:"message"`
}

// DaChon is an answer that a reckoning rests on.
type DaChon struct {
	Ma      string `json:"id"`
	Ten     string `json:"name"`
	GiaTri  string `json:"value"`
	GiaTriN string `json:"valueName"`
	MacDinh bool   `json:"default"` // nobody has said
}

// kiem looks at the question and fills in what holds when nobody has said.
func (c Cau) kiem() (SuKien, []DaChon, []Loi) {
	s, ok := TimSuKien(c.SuKien)
	if !ok {
		var all []string
		for _, k := range data.suKien {
			all = append(all, k.Ma)
		}
		return s, nil, []Loi{{"su-kien", "Sự kiện: không có " + c.SuKien + ". Chọn một trong: " + strings.Join(all, ", ")}}
	}
	var bad []Loi
	d := c.Moc["ngay"]
	switch {
	case !d.Valid():
		bad = append(bad, Loi{"ngay", s.Ngay + ": phải có, dạng 01/11/2026"})
	case d < s.Tu:
		bad = append(bad, Loi{"ngay", s.Ngay + ": trước " + s.Tu.String() + " áp dụng luật cũ, chương trình chưa có các thời hạn đó"})
	}
	for _, k := range sorted(c.Moc) {
		if m, ok := s.moc(k); k != "ngay" && (!ok || m.Loai != MocNgay) {
			bad = append(bad, Loi{k, "Sự kiện «" + s.Ten + "» không hỏi ngày " + k})
		} else if day := c.Moc[k]; k != "ngay" && !day.Valid() {
			bad = append(bad, Loi{k, m.Ten + ": phải có dạng 01/11/2026"})
		}
	}
	for _, k := range sorted(c.Chon) {
		if m, ok := s.moc(k); !ok || m.Loai == MocNgay {
			bad = append(bad, Loi{k, "Sự kiện «" + s.Ten + "» không hỏi " + k})
		}
	}
	var chosen []DaChon
	for _, m := range s.Moc {
		a, loi := m.traLoi(c.Chon[m.Ma])
		if loi != "" {
			bad = append(bad, Loi{m.Ma, loi})
		}
		if m.Loai != MocNgay {
			chosen = append(chosen, a)
		}
	}
	return s, chosen, bad
}

// traLoi reads the answer to a choice; an empty one is the first.
func (m Moc) traLoi(v string) (DaChon, string) {
	a := DaChon{Ma: m.Ma, Ten: m.Ten, GiaTri: v}
	switch m.Loai {
	case MocChon:
		a.MacDinh = v == ""
		if a.MacDinh {
			a.GiaTri = m.Chon[0].Ma
		}
		g, ok := m.giaTri(a.GiaTri)
		if !ok {
			names := make([]string, len(m.Chon))
			for i, g := range m.Chon {
				names[i] = g.Ma + " (" + g.Ten + ")"
			}
			return a, m.Ten + ": không có " + v + ". Chọn một trong: " + strings.Join(names, ", ")
		}
		a.GiaTriN = g.Ten
	case MocDichVu:
		s, ok := services.Service(v)
		if !ok {
			return a, m.Ten + ": phải có, là mã dịch vụ như C4"
		}
		a.GiaTri, a.GiaTriN = s.ID, s.Ten
	}
	return a, ""
}

func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// lower writes a sentence's first letter small.
func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// noiSo is a number with its unit.
func noiSo(n int, d DonVi) string {
	return fmt.Sprintf("%d %s", n, map[DonVi]string{DonViNgay: "ngày", NgayLam: "ngày làm việc", KhongLe: "ngày không kể lễ, tết", DonViThg: "tháng"}[d])
}
