package xwidget

import (
	"strings"

	"fyne.io/fyne/v2"
)

// face is a size and a weight whose letters have been measured. Measuring a
// letter once and adding advances is some hundred times cheaper than shaping
// each cell; Vietnamese has no kerning that would show at these sizes.
type face struct {
	size float32
	bold bool
}

// advances is touched by the UI goroutine alone, like every widget.
var advances = map[face]map[rune]float32{}

// letters are the advances of a face that are known by now.
func (f face) letters() map[rune]float32 {
	m := advances[f]
	if m == nil {
		m = map[rune]float32{}
		advances[f] = m
	}
	return m
}

func (f face) advance(r rune) float32 { return f.advanceIn(f.letters(), r) }

// advanceIn is advance for whoever asks for many letters.
func (f face) advanceIn(m map[rune]float32, r rune) float32 {
	w, ok := m[r]
	if !ok {
		w = fyne.MeasureText(string(r), f.size, fyne.TextStyle{Bold: f.bold}).Width
		m[r] = w
	}
	return w
}

// lacking are letters that the bundled Noto Sans does not have. The painter would
// take them, and the space behind them, from a font of symbols without a space.
var lacking = strings.NewReplacer("→", "›", "−", "–", "≤", "không quá", "≥", "từ")

// legible replaces what the bundled font lacks.
func legible(s string) string { return lacking.Replace(s) }

// width adds the advances of s.
func (f face) width(s string) float32 {
	var w float32
	m := f.letters()
	for _, r := range s {
		w += f.advanceIn(m, r)
	}
	return w
}

// line is the height of a line of the face.
func (f face) line() float32 {
	return fyne.MeasureText("Ậg", f.size, fyne.TextStyle{Bold: f.bold}).Height
}

// cut shortens s with an ellipsis so that it fits into width. Line breaks become
// spaces: a cell has one line.
func (f face) cut(s string, width float32) string {
	s = legible(s)
	if strings.ContainsAny(s, "\n\r\t") {
		s = strings.Join(strings.Fields(s), " ")
	}
	var w, fit float32
	end := 0
	dots := f.advance('…')
	for i, r := range s {
		w += f.advance(r)
		if w+dots <= width {
			fit, end = w, i+len(string(r))
		}
	}
	if w <= width {
		return s
	}
	if fit == 0 {
		return ""
	}
	return strings.TrimRight(s[:end], " ") + "…"
}

// cutParts shortens words of several parts, as «F2 sửa · F4 chọn mã», between two of
// them, so that no part is torn, unless that would leave much of the width empty.
func (f face) cutParts(s string, width float32) string {
	short := f.cut(s, width)
	if rest, ok := strings.CutPrefix(s, strings.TrimSuffix(short, "…")); ok && strings.HasPrefix(rest, between) {
		return short // a part ends here
	}
	if i := strings.LastIndex(short, between); strings.HasSuffix(short, "…") && i > 0 && f.width(short[:i]) >= width*2/3 {
		return short[:i] + between + "…"
	}
	return short
}

// between stands between the parts of a line.
const between = " · "

// head is as much of the beginning of s as fits into a width, one letter at least, and
// how wide it is.
func (f face) head(s string, width float32) (string, float32) {
	var w float32
	m := f.letters()
	for i, r := range s {
		next := w + f.advanceIn(m, r)
		if i > 0 && next > width {
			return s[:i], w
		}
		w = next
	}
	return s, w
}

// wrap breaks s into lines no wider than width, at spaces; a word that is wider
// than the line is broken. max limits the lines, 0 = as many as needed; the last
// one then ends with an ellipsis.
func (f face) wrap(s string, width float32, max int) []string {
	var lines []string
	for _, para := range strings.Split(legible(s), "\n") {
		line := ""
		var w float32
		for _, word := range strings.Fields(para) {
			ww := f.width(word)
			switch {
			case line == "":
				line, w = word, ww
			case w+f.advance(' ')+ww <= width:
				line, w = line+" "+word, w+f.advance(' ')+ww
			default:
				lines, line, w = append(lines, line), word, ww
			}
			for w > width {
				head, hw := f.head(line, width)
				if len(head) == len(line) { // one letter
					break
				}
				lines, line, w = append(lines, head), line[len(head):], w-hw
			}
		}
		lines = append(lines, line)
	}
	if max > 0 && len(lines) > max {
		rest := strings.Join(lines[max-1:], " ")
		lines = append(lines[:max-1:max-1], f.cut(rest, width))
	}
	return lines
}
