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
	fits, words := l.fitting(term, may)
	switch {
	case len(fits) == 1 && worded && words:
		return Found{Sure: &fits[0]}
	case len(fits) > 0:
		return Found{Fits: fits, Was: l.formerly(term, fits)}
	}
	return l.findFormer(term, worded, may)
}

// fitting are the entries whose code begins so, or whose names have such words, best
// first; words says that the best of them fits by words. What only stands inside a
// word was hardly meant.
func (l *List) fitting(term string, may func(Item) bool) (fits []Item, words bool) {
	for _, h := range l.hits(strings.ReplaceAll(term, ",", " ")) {
		if i := l.load().items[h.at()]; h.rank() != rankInside && may(i) {
			words = words || len(fits) == 0 && h.rank() != rankCodeStart
			fits = append(fits, i)
		}
	}
	return fits, words
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

// formerly is the former entry that a text names, nil unless there is one that became
// exactly these.
func (l *List) formerly(term string, now []Item) (was *Item) {
	old := cu[l.file]
	if old == nil {
		return nil
	}
	for _, i := range old.named(term) {
		if sameCodes(strings.Fields(i.Nhom), now) {
			if was != nil {
				return nil
			}
			was = &i
		}
	}
	return was
}

// named are the entries of a list, in force or not, whose name is said whole, else
// those that have the words.
func (l *List) named(term string) []Item {
	all := func(Item) bool { return true }
	if whole := l.whole(term, all); len(whole) > 0 {
		return whole
	}
	fits, _ := l.fitting(term, all)
	return fits
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
	was := old.named(term)
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
	if len(was) == 1 {
		return sureIfOne(fits, &was[0])
	}
	return Found{Fits: fits}
}
