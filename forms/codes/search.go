package codes

import (
	"math"
	"slices"
	"strings"
)

// entry is an item folded for searching.
type entry struct {
	ma, ten, khac string
}

func indexOf(items []Item) []entry {
	out := make([]entry, len(items))
	for i, it := range items {
		out[i] = entry{Fold(it.Ma), Fold(it.Ten), Fold(it.Khac)}
	}
	return out
}

// Ranks of a hit, best first.
const (
	rankCode      = iota // the code itself
	rankName             // the whole name
	rankCodeStart        // the code begins so
	rankNameStart        // the name begins so
	rankWordsRow         // the words stand in the name in a row, each word's start
	rankWords            // every word begins some word of the name
	rankOnePart          // every word begins some word of one of the other names
	rankOther            // every word begins some word of the name or the other names
	rankInside           // every word is somewhere in name, other names or code
	rankNone
)

// Search returns the entries that fit a term, the best first, at most limit of
// them (0: all). A term is a code or part of one, or words or beginnings of
// words of the name, in any order, with or without diacritics. An empty term
// fits everything.
func (l *List) Search(term string, limit int) []Item {
	items := l.load().items
	if limit <= 0 || limit > len(items) {
		limit = len(items)
	}
	term = Fold(term)
	if term == "" {
		return slices.Clone(items[:limit])
	}
	hits := l.hits(term)
	out := make([]Item, 0, min(limit, len(hits)))
	for _, h := range hits[:min(limit, len(hits))] {
		out = append(out, items[h.at()])
	}
	return out
}

// hit is an entry that fits, as a number that sorts: rank, then length of the name,
// then order.
type hit uint64

func (h hit) rank() int { return int(h >> 56) }
func (h hit) at() int   { return int(uint32(h)) }

// hits are the entries that fit a folded term, best first.
func (l *List) hits(term string) []hit {
	words := strings.Fields(term)
	var out []hit
	for i, e := range l.index() {
		if r := e.rank(term, words); r < rankNone {
			out = append(out, hit(r)<<56|hit(min(len(e.ten), math.MaxUint16))<<32|hit(i))
		}
	}
	slices.Sort(out)
	return out
}

// rank says how well an entry fits.
func (e *entry) rank(term string, words []string) int {
	switch {
	case e.ma == term:
		return rankCode
	case e.ten == term || hasPart(e.khac, term):
		return rankName
	case strings.HasPrefix(e.ma, term):
		return rankCodeStart
	case strings.HasPrefix(e.ten, term):
		return rankNameStart
	case wordStart(e.ten, term):
		return rankWordsRow
	}
	rank := rankWords
	for _, w := range words {
		switch {
		case wordStart(e.ten, w):
		case wordStart(e.khac, w) || strings.HasPrefix(e.ma, w):
			rank = max(rank, rankOther)
		case strings.Contains(e.ten, w) || strings.Contains(e.khac, w) || strings.Contains(e.ma, w):
			rank = rankInside
		default:
			return rankNone
		}
	}
	if rank == rankOther && onePart(e.khac, words) {
		return rankOnePart
	}
	return rank
}

// onePart reports whether every word begins some word of one part of "a; b; c".
func onePart(list string, words []string) bool {
	for part := range strings.SplitSeq(list, ";") {
		if !slices.ContainsFunc(words, func(w string) bool { return !wordStart(part, w) }) {
			return true
		}
	}
	return false
}

// wordStart reports whether w stands in s at the beginning of a word.
func wordStart(s, w string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], w)
		if i < 0 {
			return false
		}
		i += from
		if i == 0 || !letter(s[i-1]) {
			return true
		}
		from = i + 1
	}
}

// hasPart reports whether one of the parts of "a; b; c" or "a, b" is s.
func hasPart(list, s string) bool {
	for list != "" {
		i := strings.IndexAny(list, ";,")
		part, rest := list, ""
		if i >= 0 {
			part, rest = list[:i], list[i+1:]
		}
		if strings.TrimSpace(part) == s {
			return true
		}
		list = rest
	}
	return false
}

// letter reports whether a byte of a folded text belongs to a word.
func letter(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b >= 0x80
}
