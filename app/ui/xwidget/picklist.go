package xwidget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/wordbook"
)

// Choice is a code with its words, and other names to find it by: "a; b". One that
// was found by another name shows that name.
type Choice struct{ Code, Words, Also string }

// PickList finds one of many codes by a few letters of its words. The keys stay in
// the field: arrows move the choice, Enter takes it.
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
	heads  heads
	spoken bool // words are the program's own
	term   string
	moved  bool // a row was pointed at
	// OnCancel is called for Esc in an empty field; nil leaves it to the window.
	OnCancel func()
}

// heads stand over the codes and their words.
type heads struct {
	code, words string
	wide        float32 // of the codes
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
	p := &PickList{all: all, picked: picked, heads: heads{"Mã", "Nghĩa", 80}, folded: make([]string, len(all)), also: make([][]aka, len(all))}
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
	p.search.OnKey = p.key
	p.ExtendBaseWidget(p)
	p.find("")
	return p
}

// WordsOnly hides the codes.
func (p *PickList) WordsOnly() {
	p.plain = true
	p.find("")
}

// Headed says what the codes and the words are, where they are no codes of a list, and
// how wide the codes are.
func (p *PickList) Headed(code, words string, wide float32) {
	p.heads = heads{code, words, wide}
	p.find("")
}

// Spoken says that the words are the program's own: they are shown in the person's
// language, and found by it and by Vietnamese.
func (p *PickList) Spoken() {
	p.spoken = true
	for i, c := range p.all {
		if s := wordbook.Line(c.Words, longest); s != c.Words {
			p.folded[i] += " " + Fold(s)
		}
	}
	p.find("")
}

// longest is more letters than any choice has in two languages.
const longest = 1 << 10

// Start puts the keys into the search field.
func (p *PickList) Start() {
	TakeKeys(p.search)
}

// key moves the choice and takes it. Enter takes nothing before something was
// typed or pointed at.
func (p *PickList) key(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		if p.moved || p.term != "" {
			p.grid.TypedKey(k)
		} else {
			p.grid.moveTo(0, 0, false)
		}
		p.moved = true
	case fyne.KeyReturn, fyne.KeyEnter:
		if len(p.view) == 1 || p.moved || p.term != "" {
			p.grid.open()
		}
	case fyne.KeyEscape:
		if p.search.Text != "" || p.OnCancel == nil {
			return false
		}
		p.OnCancel()
	default:
		return false
	}
	return true
}

// The ranks of what is found: a code that is the term, one that begins with it,
// words that begin with it, words of which some do, other names.
const ranks = 5

// start puts the keys into the search field, a first letter with them.
func (p *PickList) start(first rune) {
	p.Start()
	if first != 0 {
		p.search.TypedRune(first)
	}
}

func (p *PickList) find(term string) {
	var by [ranks][]found
	for i, s := range p.folded {
		if Match(s, term) {
			r := p.rank(i, term)
			by[r] = append(by[r], found{at: i})
			continue
		}
		for _, a := range p.also[i] {
			if matchEither(s, a.folded, term) {
				by[ranks-1] = append(by[ranks-1], found{i, a.name})
				break
			}
		}
	}
	p.term, p.moved, p.view = term, false, p.view[:0]
	for _, v := range by {
		p.view = append(p.view, v...)
	}
	p.grid.SetModel(p)
}

// rank is how well a choice answers a term that it matches; without a term all
// keep their order.
func (p *PickList) rank(i int, term string) int {
	code := len(Fold(p.all[i].Code))
	switch words := p.folded[i]; {
	case term == "" || words[:code] == term:
		return 0
	case strings.HasPrefix(words, term):
		return 1
	case strings.HasPrefix(words[code+1:], term):
		return 2
	}
	return 3
}

// Rows, Columns, Text and Mark make the list its own model.
func (p *PickList) Rows() int { return len(p.view) }

// Columns are the code and its words.
func (p *PickList) Columns() []GridColumn {
	if p.plain {
		return []GridColumn{{Tag: "ten", Head: p.heads.words, Width: 200, Grow: 1, Words: p.spoken}}
	}
	return []GridColumn{{Tag: "ma", Head: p.heads.code, Width: p.heads.wide}, {Tag: "ten", Head: p.heads.words, Width: 200, Grow: 1, Words: p.spoken}}
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
