package sheet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The parts of a Vietnamese syllable: an initial, then a rime, which may carry
// one tone. The lists serve to tell Vietnamese from mojibake, so they are
// generous.
var (
	initials = words("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x")
	rimes    = words("a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây " +
		"e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu " +
		"o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong oop op ot " +
		"ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uâ uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyp uyu " +
		"ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ych ynh yt")
)

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// syllables reports whether every word of s is a Vietnamese syllable.
func syllables(s string) bool {
	f := strings.Fields(s)
	for _, w := range f {
		if !syllable(w) {
			return false
		}
	}
	return len(f) > 0
}

func syllable(w string) bool {
	w = strings.ToLower(w)
	base, tones := toneless(w)
	if tones > 1 {
		return false
	}
	r := []rune(base)
	for n := 0; n <= 3 && n < len(r); n++ {
		if (n == 0 || initials[string(r[:n])]) && rimes[string(r[n:])] {
			return true
		}
	}
	return base == "gi" || len(r) == 1 && unicode.IsLetter(r[0])
}

// toneless takes the tone marks off a word and counts them.
func toneless(w string) (base string, tones int) {
	var b strings.Builder
	for _, r := range norm.NFD.String(w) {
		switch r {
		case '\u0300', '\u0301', '\u0303', '\u0309', '\u0323':
			tones++
		default:
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String()), tones
}
