package tralai

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ankhai/forms/form"
)

// listings are the orders in which a reader may have counted the rows of a form:
// each a list of rows, from 1. file asks for the orders of its XML file, else those
// of the grid and of the paper.
func (x *index) listings(d *form.Doc, file bool) [][]int {
	if file {
		return fileListings(d, d.Form.Wire(x.day))
	}
	out := [][]int{whole(d)}
	if p := d.Form.Paper(x.day); p != nil {
		for _, part := range p.Parts {
			if g, ok := part.(form.Grid); ok && g.Of == "" {
				out = append(out, sections(d, g)...)
			}
		}
	}
	return out
}

func whole(d *form.Doc) []int {
	out := make([]int, len(d.Rows))
	for i := range out {
		out[i] = i + 1
	}
	return out
}

// sections are the rows below each heading of the paper, which are counted anew.
func sections(d *form.Doc, g form.Grid) (out [][]int) {
	taken := map[int]bool{}
	for _, s := range g.Sections {
		if s.Rows == nil {
			continue
		}
		var rows []int
		for i, r := range d.Rows {
			if !taken[i] && s.Rows(form.View{Doc: d, Row: r, N: i + 1, K: len(rows) + 1}) {
				taken[i] = true
				rows = append(rows, i+1)
			}
		}
		out = append(out, rows)
	}
	return out
}

// fileListings are the rows of a file: all as they stand in it, and those of each
// container, which count anew.
func fileListings(d *form.Doc, w *form.Wire) [][]int {
	if w == nil {
		return [][]int{whole(d)}
	}
	var all []int
	var out [][]int
	walk(w.Body, func(e *form.Elem) {
		rows := rowsIn(d, e)
		all, out = append(all, rows...), append(out, rows)
	})
	if len(out) < 2 {
		return [][]int{all}
	}
	return append([][]int{all}, out...)
}

// walk visits the elements that repeat for the rows of the main table.
func walk(list []form.Elem, visit func(*form.Elem)) {
	for i := range list {
		if e := &list[i]; e.Repeat == form.EachRow {
			visit(e)
		} else {
			walk(e.Kids, visit)
		}
	}
}

func rowsIn(d *form.Doc, e *form.Elem) (out []int) {
	for i, r := range d.Rows {
		if e.Where == nil || e.Where(r) {
			out = append(out, i+1)
		}
	}
	return out
}

// counted are the rows that a number may mean in a form, each once: one where all
// ways of counting agree.
func (x *index) counted(d *form.Doc, n int, file bool) (out []int) {
	for _, l := range x.listings(d, file) {
		if n <= len(l) && !slices.Contains(out, l[n-1]) {
			out = append(out, l[n-1])
		}
	}
	return out
}

// stepOf reads one step of an element's path.
var stepOf = regexp.MustCompile(`^([\p{L}\p{N}_.-]+)(?:\[(\d+)\])?$`)

// atPath finds the cell that an element's path leads to: "D02-TS/NoiDung/LaoDong[2]/TuThang".
func (x *index) atPath(d *form.Doc, path string) (cell, bool) {
	w := d.Form.Wire(x.day)
	root, rest, ok := strings.Cut(path, "/")
	if w == nil || !ok || root != w.Root {
		return cell{}, false
	}
	at := cell{doc: d, bang: Dau}
	list := w.Body
	for step := range strings.SplitSeq(rest, "/") {
		m := stepOf.FindStringSubmatch(step)
		if m == nil {
			break
		}
		i := slices.IndexFunc(list, func(e form.Elem) bool { return e.Name == m[1] })
		if i < 0 {
			break
		}
		e := &list[i]
		if e.Repeat == form.EachRow {
			rows := rowsIn(d, e)
			n, _ := strconv.Atoi(m[2]) // digits
			if n == 0 {
				n = 1
			}
			if n > len(rows) {
				return cell{}, false
			}
			at.bang, at.dong = "", rows[n-1]
		}
		if at.col = e.Col; e.Head {
			at.bang, at.dong = Dau, 0
		}
		list = e.Kids
	}
	return at, at.dong > 0 || at.col != nil
}
