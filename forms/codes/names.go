package codes

import (
	"slices"
	"strings"
	"unicode"
)

// names finds entries by a whole name, each spelled as it may be said.
type names map[string][]int32

// namesOf are an entry's own names, and its other names.
func namesOf(index []entry) [2]names {
	own, other := names{}, names{}
	for i, e := range index {
		own.add(e.ten, int32(i))
		for part := range strings.SplitSeq(e.khac, ";") {
			other.add(part, int32(i))
			if strings.Contains(part, ",") { // a list with commas, or a name with one
				for p := range strings.SplitSeq(part, ",") {
					other.add(p, int32(i))
				}
			}
		}
	}
	return [2]names{own, other}
}

func (n names) add(folded string, entry int32) {
	for _, s := range spellings(folded) {
		if s != "" && !slices.Contains(n[s], entry) {
			n[s] = append(n[s], entry)
		}
	}
}

// said are the entries of which a folded text says a name whole, in their order.
func (n names) said(folded string) []int32 {
	s := spellings(folded)
	out := slices.Clone(n[s[0]])
	if s[1] != s[0] {
		for _, k := range n[s[1]] {
			if !slices.Contains(out, k) {
				out = append(out, k)
			}
		}
	}
	slices.Sort(out)
	return out
}

// placeWords begin the name of a place and may be left out.
var placeWords = []string{"phuong", "xa", "thi tran", "dac khu", "quan", "huyen", "thi xa", "thanh pho", "tinh", "tp", "tx", "tt", "p", "q"}

// spellings are a folded name word by word, and the same without what kind of
// places it names.
func spellings(folded string) [2]string {
	var plain, bare []string
	for part := range strings.FieldsFuncSeq(folded, func(r rune) bool { return r == ',' || r == '(' || r == ')' }) {
		words := strings.FieldsFunc(part, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		plain = append(plain, words...)
		bare = append(bare, withoutPlace(words)...)
	}
	return [2]string{strings.Join(plain, " "), strings.Join(bare, " ")}
}

// withoutPlace drops the word of the kind of place; a name of digits keeps it.
func withoutPlace(words []string) []string {
	joined := strings.Join(words, " ")
	for _, w := range placeWords {
		if rest, ok := strings.CutPrefix(joined, w+" "); ok && strings.ContainsFunc(rest, unicode.IsLetter) {
			return strings.Fields(rest)
		}
	}
	return words
}
