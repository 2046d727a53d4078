package xwidget

import (
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"

	"ankhai/app/ui/xwidget/look"
	"ankhai/app/ui/xwidget/wordbook"
)

// columnsKept is how a person wants the columns of a grid. It is remembered between
// starts and holds nothing of what stands in the cells.
type columnsKept struct {
	Width  map[string]float32 `json:"width,omitempty"`
	Hidden []string           `json:"hidden,omitempty"`
	Order  []string           `json:"order,omitempty"`
}

const (
	leastWidth float32 = 28
	mostWidth  float32 = 900
)

func (g *Grid) keptKey() string { return "grid." + g.Name }

// readKept reads what was remembered; what cannot be read is as if nothing was.
func (g *Grid) readKept() {
	if g.read == g.Name {
		return
	}
	g.read = g.Name
	var k columnsKept
	if json.Unmarshal([]byte(fyne.CurrentApp().Preferences().String(g.keptKey())), &k) != nil {
		return
	}
	for tag, w := range k.Width {
		if w < leastWidth || w > mostWidth {
			delete(k.Width, tag)
		}
	}
	g.kept = k
}

func (g *Grid) writeKept() {
	if g.Name == "" {
		return
	}
	if data, err := json.Marshal(g.kept); err == nil {
		fyne.CurrentApp().Preferences().SetString(g.keptKey(), string(data))
	}
}

// build brings the columns of the model into the order, and to the widths, in which a
// person wants them.
func (g *Grid) build() {
	g.readKept()
	g.built = true
	all := g.model.Columns()
	g.view.cols, g.view.heads = g.view.cols[:0], nil
	for _, i := range g.kept.order(all) {
		if !slices.Contains(g.kept.Hidden, all[i].Tag) {
			g.view.cols = append(g.view.cols, i)
		}
	}
	if len(g.view.cols) == 0 {
		g.view.cols = g.kept.order(all)
	}
	for _, i := range g.view.cols {
		c := all[i]
		if w, ok := g.kept.Width[c.Tag]; ok {
			c.Width, c.Grow = w, 0
		} else if en := wordbook.Line(c.Head, 0); en != c.Head && !c.Paper {
			c.Width = HeadWidth(en, headLines, c.Width) // English words are longer
		}
		g.view.heads = append(g.view.heads, c)
	}
}

// order is the columns in their order; one that was not there when it was chosen
// follows the one before it.
func (k columnsKept) order(all []GridColumn) []int {
	out := make([]int, 0, len(all))
	for _, tag := range k.Order {
		if i := slices.IndexFunc(all, func(c GridColumn) bool { return c.Tag == tag }); i >= 0 && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	for i := range all {
		if !slices.Contains(out, i) {
			out = slices.Insert(out, slices.Index(out, i-1)+1, i)
		}
	}
	return out
}

// rekeep remembers another wish and draws by it.
func (g *Grid) rekeep(change func(k *columnsKept)) {
	g.closeEditor()
	g.readKept()
	at := g.view.col(g.col)
	change(&g.kept)
	g.writeKept()
	g.build()
	g.col = max(0, g.view.colOf(at))
	g.fromRow, g.fromCol = g.row, g.col
	g.redraw()
}

// hide hides a column or shows it again; the last one stays.
func (g *Grid) hide(tag string, hidden bool) {
	if hidden && len(g.columns()) < 2 {
		return
	}
	g.rekeep(func(k *columnsKept) {
		k.Hidden = slices.DeleteFunc(k.Hidden, func(s string) bool { return s == tag })
		if hidden {
			k.Hidden = append(k.Hidden, tag)
		}
	})
}

// shift moves a column before its neighbour or behind it.
func (g *Grid) shiftColumn(tag string, by int) {
	all := g.model.Columns()
	g.rekeep(func(k *columnsKept) {
		order := k.order(all)
		at := slices.IndexFunc(order, func(i int) bool { return all[i].Tag == tag })
		if at < 0 || at+by < 0 || at+by >= len(order) {
			return
		}
		order[at], order[at+by] = order[at+by], order[at]
		k.Order = k.Order[:0]
		for _, i := range order {
			k.Order = append(k.Order, all[i].Tag)
		}
	})
}

// ResetColumns shows all columns as the screen meant them.
func (g *Grid) ResetColumns() { g.rekeep(func(k *columnsKept) { *k = columnsKept{} }) }

// setWidth makes a column of the view as wide as a person wants it.
func (g *Grid) setWidth(col int, width float32) {
	if col < 0 || col >= len(g.columns()) {
		return
	}
	if g.kept.Width == nil {
		g.kept.Width = map[string]float32{}
	}
	g.kept.Width[g.columns()[col].Tag] = min(max(width, leastWidth), mostWidth)
	g.built = false
	g.redraw()
}

// widen makes the active column wider, or narrower.
func (g *Grid) widen(by float32) {
	if col := g.col; col+1 < len(g.xs) {
		g.setWidth(col, g.xs[col+1]-g.xs[col]+by)
		g.writeKept()
		g.show(g.row, col)
		g.sync()
	}
}

// fit makes a column as wide as what stands in it, as far as that is in sight.
func (g *Grid) fit(col int) {
	if col < 0 || col >= len(g.columns()) {
		return
	}
	f := face{look.TextSize, false}
	c := g.columns()[col]
	width := HeadWidth(c.said(c.Head, mostWidth, headLines), headLines, leastWidth)
	first := int(g.offY / g.rowHigh())
	for row := first; row < min(g.view.Rows(), first+200); row++ {
		width = max(width, f.width(legible(g.shown(row, col, mostWidth)))+2*cellPad+2)
	}
	g.setWidth(col, width)
	g.writeKept()
}

// shown is what a cell of the view shows at a width: the program's own words in the
// person's language, everything else as the model says it.
func (g *Grid) shown(row, col int, width float32) string {
	words := g.view.text(row, col)
	if !g.columns()[col].Words {
		return words
	}
	s := wordbook.Line(words, bothLine)
	if f := (face{look.TextSize, false}); f.width(legible(s)) > width-2*cellPad {
		return wordbook.Line(words, 0)
	}
	return s
}

// hiddenFaults are the columns that are hidden though a Lỗi or a Nhắc stands in one of
// their cells.
func (g *Grid) hiddenFaults() (out []GridColumn) {
	all := g.model.Columns()
	for i, c := range all {
		if g.view.colOf(i) >= 0 {
			continue
		}
		for row := range g.view.n {
			if k := g.model.Mark(row, i); k == MarkError || k == MarkNotice {
				out = append(out, c)
				break
			}
		}
	}
	return out
}
