package codes

import (
	"slices"
	"strings"
	"unicode"
)

// Found is what a list makes of what a person typed for one of its entries.
type Found struct {
	// Sure is the one entry that was meant: its code, its whole name, a name it had
	// before, or words that fit nothing else.
	Sure *Item
	// Fits are the entries that may be meant, best first, where none is sure.
	Fits []Item
	// Was is the former entry that the text names, where there is one: an abolished
	// commune or province. Several Fits are then what it was divided into.
	Was *Item
}

// Find reads what a person typed, with or without diacritics: a code of the list,
// one that it had before, or words. Part of a code is never sure: it may be a slip.
// Words choose among the entries still in force that in lets through (nil: all).
func (l *List) Find(text string, in func(Item) bool) Found {
	may := func(i Item) bool { return i.Den == 0 && (in == nil || in(i)) }
	term := Fold(text)
	if term == "" {
		return Found{}
	}
	if i, ok := l.Get(strings.TrimSpace(text)); ok {
		return Found{Sure: &i}
	}
	if old := cu[l.file]; old != nil {
		if was, ok := old.Get(strings.TrimSpace(text)); ok {
			return sureIfOne(l.Thay(was.Ma), &was)
		}
	}
	whole := l.whole(term, may)
	for _, i := range l.byCode(text) { // "ao" is the code of Angola, and Áo
		if !slices.ContainsFunc(whole, func(w Item) bool { return w.Ma == i.Ma }) {
			whole = append([]Item{i}, whole...)
		}
	}
	if len(whole) > 0 {
		return sureIfOne(whole, l.formerly(term, whole))
	}
	worded := strings.ContainsFunc(term, unicode.IsLetter)
	var fits []Item
	best := rankNone
	for _, h := range l.hits(strings.ReplaceAll(term, ",", " ")) {
		if i := l.load().items[h.at()]; may(i) {
			best = min(best, h.rank())
			fits = append(fits, i)
		}
	}
	if len(fits) == 1 && worded && byWords(best) {
		return Found{Sure: &fits[0]}
	}
	if len(fits) > 0 {
		return Found{Fits: fits}
	}
	return l.findFormer(term, worded, may)
}

// byCode finds the entries whose code differs in capitals only.
func (l *List) byCode(text string) (out []Item) {
	for _, i := range l.load().items {
		if strings.EqualFold(i.Ma, strings.TrimSpace(text)) {
			out = append(out, i)
		}
	}
	return out
}

// byWords reports whether a rank comes of words, not of part of a code or of the
// inside of words.
func byWords(rank int) bool {
	return rank != rankCodeStart && rank != rankInside
}

func sureIfOne(fits []Item, was *Item) Found {
	if len(fits) == 1 {
		return Found{Sure: &fits[0], Was: was}
	}
	return Found{Fits: fits, Was: was}
}

// whole are the entries whose name is said whole, else those of which another name
// is.
func (l *List) whole(term string, may func(Item) bool) []Item {
	for _, names := range l.names() {
		var out []Item
		for _, k := range names.said(term) {
			if i := l.load().items[k]; may(i) {
				out = append(out, i)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// formerly is the former entry with this whole name, nil unless it became exactly
// these.
func (l *List) formerly(term string, now []Item) *Item {
	old := cu[l.file]
	if old == nil {
		return nil
	}
	for _, was := range old.whole(term, func(Item) bool { return true }) {
		if sameCodes(strings.Fields(was.Nhom), now) {
			return &was
		}
	}
	return nil
}

func sameCodes(codes []string, items []Item) bool {
	if len(codes) != len(items) {
		return false
	}
	for _, i := range items {
		found := false
		for _, ma := range codes {
			found = found || ma == i.Ma
		}
		if !found {
			return false
		}
	}
	return true
}

// findFormer looks among the entries that the list had before.
func (l *List) findFormer(term string, worded bool, may func(Item) bool) Found {
	old := cu[l.file]
	if old == nil || !worded {
		return Found{}
	}
	all := func(Item) bool { return true }
	was := old.whole(term, all)
	sure := len(was) > 0
	if !sure {
		for _, h := range old.hits(strings.ReplaceAll(term, ",", " ")) {
			sure = byWords(h.rank())
			was = append(was, old.load().items[h.at()])
		}
		sure = sure && len(was) == 1
	}
	var fits []Item
	seen := map[string]bool{}
	for _, w := range was {
		for _, ma := range strings.Fields(w.Nhom) {
			if i, ok := l.Get(ma); ok && !seen[ma] && may(i) {
				seen[ma] = true
				fits = append(fits, i)
			}
		}
	}
	switch {
	case len(was) == 1 && sure:
		return sureIfOne(fits, &was[0])
	case sure:
		return sureIfOne(fits, nil)
	}
	return Found{Fits: fits}
}
