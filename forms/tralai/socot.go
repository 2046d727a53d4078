package tralai

import (
	"regexp"
	"slices"
	"strings"

	"ankhai/forms/form"
)

// numbers of columns as officers write them: "cột 7", "chỉ tiêu số 13, 14", "cột B".
var (
	byNumber = regexp.MustCompile(`(?:^|[^\p{L}\d])(?:cột|cot|chỉ tiêu|chi tieu)(?:\s+(?:số|so|thứ|thu))?\s*[:.\[(]?\s*([0-9]{1,2}(?:\.[0-9]{1,2})?|[A-Z])((?:\s*(?:,|và|va|&)\s*[0-9]{1,2}(?:\.[0-9]{1,2})?)*)(?:[^\p{L}\d]|$)`)
	moreOf   = regexp.MustCompile(`[0-9]{1,2}(?:\.[0-9]{1,2})?`)
)

// columnNumbers reads the numbers of columns in words, each once.
func columnNumbers(words string) (out []string) {
	for _, m := range byNumber.FindAllStringSubmatch(lowerWords(words), -1) {
		for _, n := range append([]string{m[1]}, moreOf.FindAllString(m[2], -1)...) {
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out
}

// lowerWords puts words in lower case and leaves a single capital, which may be the
// number of a column.
func lowerWords(s string) string {
	f := strings.Fields(s)
	for i, w := range f {
		if len(strings.Trim(w, ".,;:()[]")) > 1 {
			f[i] = strings.ToLower(w)
		}
	}
	return strings.Join(f, " ")
}

// onPaper are the columns whose cells the paper shows below the numbers. The paper's
// columns are asked what they show, since one may show several cells, or a part of one.
func (x *index) onPaper(c cell, numbers []string) (out []*form.Column) {
	p := c.doc.Form.Paper(x.day)
	if p == nil || len(numbers) == 0 || c.bang == Dau {
		return nil
	}
	for _, part := range p.Parts {
		g, ok := part.(form.Grid)
		if !ok || g.Of != c.bang {
			continue
		}
		for _, col := range leaves(g.Cols) {
			if !slices.Contains(numbers, col.No) || col.Value == nil {
				continue
			}
			for _, t := range c.table().Columns() {
				if !slices.Contains(out, t) && shows(x, c, col, t) {
					out = append(out, t)
				}
			}
		}
	}
	return out
}

func leaves(cols []form.GridCol) (out []form.GridCol) {
	for _, c := range cols {
		if len(c.Sub) > 0 {
			out = append(out, leaves(c.Sub)...)
		} else {
			out = append(out, c)
		}
	}
	return out
}

// shows reports whether a column of the paper shows a cell: its words change when the
// cell is emptied in the row, or filled in an empty one.
func shows(x *index, c cell, col form.GridCol, t *form.Column) bool {
	words := func(r form.Row) string {
		return col.Value(form.View{Doc: c.doc, Row: r, N: c.dong, K: c.dong})
	}
	row := x.line(c)
	without := append(form.Row(nil), row...)
	t.Put(&without, form.Value{})
	if words(row) != words(without) {
		return true
	}
	var alone form.Row
	v, ok := sample[t.Kind]
	if !ok {
		v = form.TextValue("x")
	}
	t.Put(&alone, v)
	return words(alone) != words(nil)
}

// sample is an answer of each kind that is not empty on paper.
var sample = map[form.Kind]form.Value{
	form.KindDay: form.NumValue(20260102), form.KindBirth: form.NumValue(19900102), form.KindMonth: form.NumValue(202601),
	form.KindMoney: form.NumValue(1), form.KindDecimal: form.NumValue(1000), form.KindRate: form.NumValue(100),
	form.KindInt: form.NumValue(1), form.KindFlag: form.NumValue(1),
}

// columns are the columns of a place's table that words name, by their words or by the
// numbers that the paper gives them. Where both do, those are meant that both name.
func (x *index) columns(c cell, words string) []*form.Column {
	named := columnsNamed(c.table(), words, c.col)
	counted := x.onPaper(c, columnNumbers(words))
	both := slices.DeleteFunc(slices.Clone(counted), func(k *form.Column) bool { return !slices.Contains(named, k) })
	switch {
	case len(both) > 0:
		return both
	case len(counted) > 0 && len(counted) <= mostColumns && len(named) == 0:
		return counted
	}
	return named
}
