package services

import (
	"slices"
	"strings"

	"ankhai/forms/codes"
)

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
			if strings.Contains(s.tim, " "+w) || strings.Contains(s.timTruongHop, " "+w) {
				n++
			}
		}
		if n*2 <= len(term) {
			continue
		}
		score := n
		switch {
		case strings.Contains(s.tim, " "+whole) || codes.Fold(s.ID) == whole:
			score += 2*len(term) + 1 // the words in a row, and of the service itself
		case strings.Contains(s.timTruongHop, " "+whole):
			score += 2 * len(term)
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
