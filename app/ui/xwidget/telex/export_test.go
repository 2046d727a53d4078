package telex

// Syllables are all that the rules let be: every onset with every rhyme in every
// tone.
func Syllables() (out []string) {
	for onset := range onsets {
		for _, r := range append([][]letter{}, rhymes...) {
			w, _ := read([]rune(onset))
			for _, l := range r {
				w = w.and(l)
			}
			for t := ngang; t <= nang; t++ {
				w.tone = t
				s := w.text(false)
				if back, ok := read([]rune(s)); ok && back.whole() && back.text(false) == s {
					out = append(out, s)
				}
			}
		}
	}
	for _, r := range rhymes {
		w := word{}
		for _, l := range r {
			w = w.and(l)
		}
		for t := ngang; t <= nang; t++ {
			if w.tone = t; w.whole() {
				out = append(out, w.text(false))
			}
		}
	}
	return out
}
