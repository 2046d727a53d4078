package services

import (
	"slices"
	"strings"

	"ankhai/forms/law"
)

// GiayTo is a paper that goes with a service.
type GiayTo struct {
	ID      string `json:"id"` // stable: "C4-g3"
	Ten     string `json:"name"`
	BatBuoc bool   `json:"required"`    // always, in its cases
	Tuy     bool   `json:"conditional"` // only where Khi is so, which the program cannot see
	Khi     string `json:"when"`        // the case in words; "" always
	// TruongHop are the cases in which it is asked for; none = all of the service.
	TruongHop []string `json:"cases"`
	// Nhom makes papers of a service alternatives: one of those with the same letter
	// is enough.
	Nhom       string         `json:"group,omitempty"`
	Cach       Cach           `json:"how"`
	TheNao     string         `json:"given"`           // what counts as given, in words
	Mau        []string       `json:"forms,omitempty"` // the forms of which any is this paper
	Confidence law.Confidence `json:"confidence"`
	CanCu      string         `json:"basis"`
}

// Cach is how a paper is given.
type Cach string

// The ways.
const (
	Tep       Cach = "tep"        // a file in the dossier
	LaMau     Cach = "mau"        // one of the dossier's own forms
	Ke        Cach = "ke"         // kept where it is and only named in a form
	CoSan     Cach = "co-san"     // the agency has it; a copy only of what is on paper
	XuatTrinh Cach = "xuat-trinh" // shown at the counter
)

var cachWords = map[Cach]string{
	Tep: "kèm tệp", LaMau: "mẫu trong hồ sơ", Ke: "kê trong mẫu, không kèm", CoSan: "cơ quan BHXH đã có, kèm khi còn bản giấy", XuatTrinh: "xuất trình",
}

// Say is the way in Vietnamese.
func (c Cach) Say() string { return cachWords[c] }

// Cho reports whether the paper belongs to a case.
func (g GiayTo) Cho(truongHop string) bool {
	return len(g.TruongHop) == 0 || slices.Contains(g.TruongHop, truongHop)
}

// TruongHop is a case of a service in the user's words, with what it takes.
type TruongHop struct {
	ID         string         `json:"id"` // "E5.02"
	Ten        string         `json:"name"`
	VaiNop     []VaiTro       `json:"filers"`
	ThuTuc     []string       `json:"procedures"` // none: the service's own, see ThuTuc.Rieng
	PhuongAn   []string       `json:"phuongAn"`
	Mau        []string       `json:"forms"`        // must be in the dossier
	MauKem     []string       `json:"allowedForms"` // may be
	GiayTo     string         `json:"papers"`       // in one line, for reading
	GiayToID   []string       `json:"paperIds"`
	Confidence law.Confidence `json:"confidence"`
	GhiChu     string         `json:"note"`

	doiHoi []string // a column, "khac" or "la", a value: what every row must be
}

// Nhan reports whether the case is drafted under a procedure.
func (t TruongHop) Nhan(thuTuc ThuTuc) bool {
	if len(t.ThuTuc) == 0 {
		return thuTuc.Rieng && strings.HasPrefix(t.ID, thuTuc.Ma+".")
	}
	return slices.Contains(t.ThuTuc, thuTuc.Ma)
}

// ChonGiay are the papers of which one is enough.
type ChonGiay []GiayTo

// BatBuoc reports whether one of them must be there.
func (c ChonGiay) BatBuoc() bool { return c[0].BatBuoc }

// Ten names them, «Giấy ra viện hoặc Bản tóm tắt hồ sơ bệnh án».
func (c ChonGiay) Ten() string {
	names := make([]string, len(c))
	for i, g := range c {
		names[i] = g.Ten
	}
	return strings.Join(names, " hoặc ")
}

// GiayCua lists the papers of a case, alternatives together, in the order of the
// service's list.
func (s DichVu) GiayCua(truongHop string) []ChonGiay {
	var out []ChonGiay
	at := map[string]int{}
	for _, g := range s.GiayTo {
		if !g.Cho(truongHop) {
			continue
		}
		if k, ok := at[g.Nhom]; ok && g.Nhom != "" {
			out[k] = append(out[k], g)
			continue
		}
		at[g.Nhom] = len(out)
		out = append(out, ChonGiay{g})
	}
	return out
}

// Case returns the case of an ID such as "C4.02", with its service.
func Case(id string) (DichVu, TruongHop, bool) {
	sid, _, _ := strings.Cut(id, ".")
	if s, ok := Service(sid); ok {
		for _, t := range s.TruongHop {
			if strings.EqualFold(t.ID, id) {
				return s, t, true
			}
		}
	}
	return DichVu{}, TruongHop{}, false
}
