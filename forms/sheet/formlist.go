package sheet

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"ankhai/forms/codes"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// codeMenu is a code list of the workbook with the name its cells go by.
type codeMenu struct {
	list form.List
	name string   // the defined name
	all  []string // the codes that may be chosen today
}

const codesSheet = "Danh mục"

// list is the defined name of a code list, "" for a list that cannot be listed.
func (b *formBook) list(l form.List) string {
	all := codesOf(l, b.o.Today)
	for _, m := range b.lists {
		if m.list.Name() == l.Name() && slices.Equal(m.all, all) {
			return m.name
		}
	}
	if len(all) == 0 {
		return ""
	}
	name := "dm_" + strings.ReplaceAll(headKey(l.Name()), " ", "_")
	for n, want := 2, name; b.taken(name); n++ {
		name = want + "_" + strconv.Itoa(n)
	}
	b.lists = append(b.lists, codeMenu{l, name, all})
	return name
}

func (b *formBook) taken(name string) bool {
	for _, m := range b.lists {
		if m.name == name {
			return true
		}
	}
	return false
}

// codesOf lists the codes of a list that hold on a day (all of them for the zero
// day), nil for a list that cannot say them.
func codesOf(l form.List, on law.Day) []string {
	switch l := l.(type) {
	case interface{ All() []codes.Item }:
		var out []string
		for _, it := range l.All() {
			if on == 0 || it.Den == 0 || it.Den >= on {
				out = append(out, it.Ma)
			}
		}
		return out
	case interface{ Codes() []string }:
		return l.Codes()
	}
	return nil
}

// codes writes the sheet of the code lists, one a column.
func (b *formBook) codes() {
	if len(b.lists) == 0 {
		return
	}
	name := b.sheet(codesSheet)
	b.text(name, "A1", formMark{role: roleCodes}.String(), b.look(lookTag))
	for col, m := range b.lists {
		b.text(name, cellName(col, 2), m.list.Name(), b.look(lookHead))
		b.width(name, col, broad)
		for i, code := range m.all {
			b.text(name, cellName(col, i+3), codeWords(m.list, code), b.look(lookText))
		}
		letter := colName(col)
		b.try(b.f.SetDefinedName(&excelize.DefinedName{Name: m.name, RefersTo: "'" + name + "'!$" + letter + "$3:$" + letter + "$" + strconv.Itoa(len(m.all)+2)}))
	}
	b.try(b.f.SetRowVisible(name, 1, false))
	b.paper(name)
	b.try(b.f.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: 2, TopLeftCell: "A3", ActivePane: "bottomLeft"}))
}
