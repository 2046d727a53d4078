package services

import (
	"slices"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/law"
)

// DichVu is one of the 30 dịch vụ công.
type DichVu struct {
	ID         string         `json:"id"`    // "E5"
	Nhom       string         `json:"group"` // "A" to "E"
	Ten        string         `json:"name"`
	NguoiNop   string         `json:"filer"`
	Mau        []string       `json:"forms"`
	ThuTuc     []string       `json:"procedures"`
	Kenh       string         `json:"channel"`
	Han        string         `json:"deadline"`
	GiaiQuyet  string         `json:"processing"`
	KetQua     string         `json:"result"`
	CanCu      string         `json:"basis"`
	Confidence law.Confidence `json:"confidence"` // of deadlines and channel
	Giong      string         `json:"sameAs"`     // the service it repeats, often ""
	GiayTo     []GiayTo       `json:"papers"`
	TruongHop  []TruongHop    `json:"cases"`

	tim string // folded words to search in
}

// GiayTo is a paper that goes with a service.
type GiayTo struct {
	Ten     string `json:"name"`
	BatBuoc bool   `json:"required"`
	Khi     string `json:"when"` // the case in which it is asked for; "" always
}

// TruongHop is a case of a service in the user's words, with what it takes.
type TruongHop struct {
	ID       string   `json:"id"` // "E5.02"
	Ten      string   `json:"name"`
	ThuTuc   []string `json:"procedures"`
	PhuongAn []string `json:"phuongAn"`
	Mau      []string `json:"forms"`
	GiayTo   string   `json:"papers"`
}

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

// Search returns the services that fit words in plain language, with or without
// diacritics, the best first: those that have all the words before those that
// have most of them. No words give all services.
func Search(words string) []DichVu {
	term := strings.Fields(codes.Fold(words))
	if len(term) == 0 {
		return slices.Clone(data.services)
	}
	type hit struct{ score, i int }
	var hits []hit
	whole := strings.Join(term, " ")
	for i, s := range data.services {
		n := 0
		for _, w := range term {
			if strings.Contains(s.tim, " "+w) {
				n++
			}
		}
		if n*2 <= len(term) {
			continue
		}
		score := n
		if strings.Contains(s.tim, " "+whole) || codes.Fold(s.ID) == whole {
			score += 2 * len(term) // the words in a row
		}
		hits = append(hits, hit{score, i})
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return b.score - a.score })
	out := make([]DichVu, len(hits))
	for k, h := range hits {
		out[k] = data.services[h.i]
	}
	return out
}
