package sheet

import (
	"strings"

	"ankhai/forms/form"
)

// A workbook of a form carries, in a hidden line of each sheet, the tags of its
// columns and a mark that names the form, its version and the table, so that
// reading it back is certain whatever was done to the visible heads:
//
//	AnKhai|1|D02-LT|366|rows      the main table
//	AnKhai|1|D02-LT|366|head      the head, tags downwards
//	AnKhai|1|TK1-TS|366|sub|ThanhVien
//	AnKhai|1||codes               the code lists, not read
const (
	markName    = "AnKhai"
	markVersion = "1"

	roleHead  = "head"
	roleRows  = "rows"
	roleSub   = "sub"
	roleCodes = "codes"
)

// formMark names the table that a sheet holds.
type formMark struct {
	form, version string
	role, sub     string
}

func (m formMark) String() string {
	parts := []string{markName, markVersion, m.form, m.version, m.role}
	if m.role == roleSub {
		parts = append(parts, m.sub)
	}
	return strings.Join(parts, "|")
}

// parseMark reads what String wrote. Marks of a later kind are read as far as
// they have the same parts.
func parseMark(s string) (m formMark, ok bool) {
	p := strings.Split(strings.TrimSpace(s), "|")
	if len(p) < 5 || p[0] != markName {
		return m, false
	}
	m = formMark{form: p[2], version: p[3], role: p[4]}
	if len(p) > 5 {
		m.sub = p[5]
	}
	return m, m.role == roleHead || m.role == roleRows || m.role == roleCodes || m.role == roleSub && m.sub != ""
}

// table is the table of f that the mark names, nil if f has none such.
func (m formMark) table(f *form.Form) *form.Table {
	switch m.role {
	case roleHead:
		return f.Head
	case roleRows:
		return f.Table
	case roleSub:
		return f.Sub(m.sub)
	}
	return nil
}

// markLook is how many rows with values are searched for a mark.
const markLook = 40

// findMark looks for the mark of a sheet: the index of its row in the grid, and
// its column.
func findMark(g *grid) (m formMark, at, col int, ok bool) {
	for i := range g.rows[:min(markLook, len(g.rows))] {
		for _, c := range g.of(g.rows[i]) {
			if c.kind == cellText && strings.HasPrefix(c.s, markName+"|") {
				if m, ok = parseMark(c.s); ok {
					return m, i, int(c.col), true
				}
			}
		}
	}
	return m, 0, 0, false
}

// listsOfCodes reports whether a sheet holds the lists to choose from of a workbook that
// we wrote.
func listsOfCodes(g *grid) bool {
	if len(g.rows) == 0 || g.rows[0].num != 1 || len(g.of(g.rows[0])) == 0 {
		return false
	}
	m, ok := parseMark(g.of(g.rows[0])[0].s)
	return ok && m.role == roleCodes
}
