package xwidget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ankhai/app/ui/xwidget/look"
	"ankhai/app/ui/xwidget/wordbook"
)

const headLines = 3

var headFace = face{look.SmallSize, true}

// said is a head in the person's language. Two languages that need more lines than
// there are give way to Vietnamese.
func (c GridColumn) said(words string, width float32, lines int) string {
	if c.Paper {
		return words
	}
	s := wordbook.Line(words, bothLine)
	if vi := wordbook.Line(words, 0); s != vi && len(headFace.wrap(s, width, 0)) > lines {
		return vi
	}
	return s
}

// headLinesOf are the lines of a column's head.
func headLinesOf(c GridColumn) []string {
	width := c.Width - 2*cellPad
	return headFace.wrap(c.said(c.Head, width, headLines), width, headLines)
}

// measureHead is the height of the heads: the longest one, and one more line
// where columns stand in groups.
func (r *gridRenderer) measureHead(cols []GridColumn) float32 {
	lines, groups := 1, false
	for _, c := range cols {
		if !c.Check {
			lines = max(lines, len(headLinesOf(c)))
		}
		groups = groups || c.Group != ""
	}
	lh := headFace.line()
	h := float32(lines)*lh + 10
	if groups {
		// A column without a group uses both storeys, so the lower one needs room
		// only for the columns that have one.
		below := 1
		for _, c := range cols {
			if c.Group != "" {
				below = max(below, len(headLinesOf(c)))
			}
		}
		h = max(h, float32(below)*lh+10+groupHigh())
	}
	return max(h, look.RowHeight+2)
}

// HeadWidth is the width at which the words of a head stand in so many lines,
// from least upwards.
func HeadWidth(words string, lines int, least float32) float32 {
	w := least
	for ; w < 220; w += 6 {
		longest := float32(0)
		for _, word := range strings.Fields(words) {
			longest = max(longest, headFace.width(word))
		}
		if longest <= w-2*cellPad && len(headFace.wrap(words, w-2*cellPad, 0)) <= lines {
			break
		}
	}
	return w
}

func groupHigh() float32 { return headFace.line() + 8 }

// heads draws the heads of the pane's columns in one or two storeys.
func (p *gridPane) heads(g *Grid, high float32) []fyne.CanvasObject {
	edge, ink := look.C(look.Border), look.C(look.Text)
	back := canvas.NewRectangle(look.C(look.Head))
	back.Resize(fyne.NewSize(p.width, high))
	out := []fyne.CanvasObject{back}
	rule := func(x, y, w, h float32) {
		l := canvas.NewRectangle(edge)
		l.Move(fyne.NewPos(x, y))
		l.Resize(fyne.NewSize(w, h))
		out = append(out, l)
	}
	words := func(c GridColumn, s string, x, y, w, h float32, align fyne.TextAlign) {
		lh := headFace.line()
		if s == c.Head {
			signs, taken := g.headSigns(c, x+w, y+h)
			out, w = append(out, signs...), w-taken
		}
		room := max(1, int((h-4)/lh))
		lines := headFace.wrap(c.said(s, w-2*cellPad, room), w-2*cellPad, room)
		top := y + (h-float32(len(lines))*lh)/2
		for i, s := range lines {
			t := canvas.NewText(s, ink)
			t.TextSize, t.TextStyle.Bold, t.Alignment = headFace.size, true, align
			t.Move(fyne.NewPos(x+cellPad, top+float32(i)*lh))
			t.Resize(fyne.NewSize(w-2*cellPad, lh))
			out = append(out, t)
		}
	}
	gh := groupHigh()
	for i := p.from; i < p.to; i++ {
		c := g.columns()[i]
		x, w := g.xs[i]-g.xs[p.from], g.xs[i+1]-g.xs[i]
		align := c.Align
		if c.Group == "" {
			words(c, c.Head, x, 0, w, high, align)
			if !g.RowMode {
				rule(x+w-1, 0, 1, high)
			}
			continue
		}
		words(c, c.Head, x, gh, w, high-gh, align)
		last := i+1 == p.to || g.columns()[i+1].Group != c.Group
		if last {
			rule(x+w-1, 0, 1, high)
		} else {
			rule(x+w-1, gh, 1, high-gh)
		}
		if i == p.from || g.columns()[i-1].Group != c.Group {
			end := i
			for end < p.to && g.columns()[end].Group == c.Group {
				end++
			}
			gw := g.xs[end] - g.xs[i]
			words(GridColumn{Paper: c.Paper}, c.Group, x, 0, gw, gh, fyne.TextAlignLeading)
			rule(x, gh, gw, 1)
		}
	}
	return out
}
