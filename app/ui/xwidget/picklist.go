package xwidget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Choice is a code with its words, and other names to find it by: "a; b". One that
// was found by another name shows that name.
type Choice struct{ Code, Words, Also string }

// PickList finds one of many codes by a few letters of its words.
type PickList struct {
	widget.BaseWidget
	search *SearchEntry
	grid   *Grid
	all    []Choice
	folded []string // code and words
	also   [][]aka
	view   []found
	picked func(code string)
	plain  bool // codes are of no use to a person
}

// aka is another name of a choice, folded and as it is written.
type aka struct{ folded, name string }

// found is a choice in the view, by its own name ("") or another.
type found struct {
	at int
	by string
}

// NewPickList shows choices; picked gets the code of the chosen one.
func NewPickList(all []Choice, picked func(code string)) *PickList {
	p := &PickList{all: all, picked: picked, folded: make([]string, len(all)), also: make([][]aka, len(all))}
	for i, c := range all {
		p.folded[i] = Fold(c.Code + " " + c.Words)
		if c.Also == "" {
			continue
		}
		folded := strings.Split(Fold(c.Also), ";")
		for k, name := range strings.Split(c.Also, ";") {
			if name = strings.TrimSpace(name); name != "" {
				p.also[i] = append(p.also[i], aka{folded[k], name})
			}
		}
	}
	p.search = NewSearch("Gõ vài chữ hoặc mã", p.find)
	p.grid = NewList(p)
	p.grid.Empty = "Không có mã nào như vậy. Thử ít chữ hơn."
	p.grid.OnOpen = func(row int) { p.picked(p.all[p.view[row].at].Code) }
	p.search.OnDown = func() {
		if len(p.view) == 1 {
			p.picked(p.all[p.view[0].at].Code)
			return
		}
		p.grid.Jump(0, 0)
	}
	p.ExtendBaseWidget(p)
	p.find("")
	return p
}

// WordsOnly hides the codes.
func (p *PickList) WordsOnly() {
	p.plain = true
	p.find("")
}

// Start puts the keys into the search field.
func (p *PickList) Start() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.search); c != nil {
		c.Focus(p.search)
	}
}

func (p *PickList) find(term string) {
	p.view = p.view[:0]
	var other []found
	for i, s := range p.folded { // by its own name first
		if Match(s, term) {
			p.view = append(p.view, found{at: i})
			continue
		}
		for _, a := range p.also[i] {
			if matchEither(p.folded[i], a.folded, term) {
				other = append(other, found{i, a.name})
				break
			}
		}
	}
	p.view = append(p.view, other...)
	p.grid.SetModel(p)
}

// Rows, Columns, Text and Mark make the list its own model.
func (p *PickList) Rows() int { return len(p.view) }

// Columns are the code and its words.
func (p *PickList) Columns() []GridColumn {
	if p.plain {
		return []GridColumn{{Tag: "ten", Head: "Nghĩa", Width: 200, Grow: 1}}
	}
	return []GridColumn{{Tag: "ma", Head: "Mã", Width: 80}, {Tag: "ten", Head: "Nghĩa", Width: 200, Grow: 1}}
}

// Text is the code or its words, with the name by which it was found.
func (p *PickList) Text(row, col int) string {
	v := p.view[row]
	c := p.all[v.at]
	switch {
	case col == 0 && !p.plain:
		return c.Code
	case v.by != "":
		return c.Words + " (" + v.by + ")"
	}
	return c.Words
}

// Mark makes the code stand out.
func (p *PickList) Mark(_, col int) Mark {
	if col == 0 && !p.plain {
		return MarkStrong
	}
	return MarkNone
}

// CreateRenderer puts the field above the list.
func (p *PickList) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(Dock(Inset(0, 0, 0, 6, p.search), nil, nil, nil, NewCard(p.grid).Tight()))
}
