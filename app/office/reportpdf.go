package office

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/print"
	"ankhai/forms/sheet"
)

// ErrReportTooLong: a report has more lines than anybody reads on paper.
var ErrReportTooLong = errors.New("report too long for PDF")

// The paper of a report: A4 across.
const (
	linesOnPaper = 5000 // of a table
	digitsAcross = 170  // that stand beside each other in the type of the table
	usualDigits  = 14   // of a column of which nobody says the width
)

// reportPDF is a report on paper: its tables one after the other, a wide one in parts,
// each with the columns by which a line is known.
func (r *reporter) reportPDF(tabs []sheet.ReportTab) ([]byte, error) {
	p := reportPaper{doc: &form.Doc{Subs: map[string][]form.Row{}}, paper: &form.Paper{Version: "bao-cao", From: r.o.Today(), Landscape: true}}
	for i := range tabs {
		if len(tabs[i].Rows) > linesOnPaper {
			return nil, fmt.Errorf("%d lines: %w", len(tabs[i].Rows), ErrReportTooLong)
		}
		p.tab(&tabs[i])
	}
	return print.PDF(p.doc, p.paper, print.Options{Made: r.o.now().In(vietnam), Title: tabs[0].Title, Author: "AnKhai"})
}

// reportPaper is a report being laid out.
type reportPaper struct {
	doc   *form.Doc
	paper *form.Paper
}

func (p *reportPaper) tab(t *sheet.ReportTab) {
	rows := withTotals(t)
	parts := columnParts(t)
	for i, cols := range parts {
		if len(p.paper.Parts) > 0 {
			p.paper.Parts = append(p.paper.Parts, form.Break{})
		}
		title := t.Title
		if len(parts) > 1 {
			title += fmt.Sprintf(" (phần %d/%d)", i+1, len(parts))
		}
		lines := []form.Line{{Align: form.Center, Segs: []form.Seg{form.B(title).Sized(130)}}}
		for _, n := range t.Notes {
			lines = append(lines, form.Line{Align: form.Center, Before: 6, Segs: []form.Seg{form.I(n).Sized(95)}})
		}
		if len(t.Rows) == 0 {
			lines = append(lines, form.Line{Align: form.Center, Before: 30, Segs: []form.Seg{form.T("Không có dòng nào.")}})
		}
		p.paper.Parts = append(p.paper.Parts, form.Lines{Lines: lines})
		tag := fmt.Sprint(len(p.doc.Subs))
		p.doc.Subs[tag] = make([]form.Row, len(rows))
		last := len(rows) - 1
		grid := form.Grid{Of: tag, Size: 80, Tight: true, Face: func(v form.View) form.Style {
			return form.Style{Bold: len(rows) > len(t.Rows) && v.N-1 == last}
		}}
		for _, c := range cols {
			grid.Cols = append(grid.Cols, reportColumn(t.Cols[c], c, rows))
		}
		if len(t.Rows) > 0 {
			p.paper.Parts = append(p.paper.Parts, grid)
		}
	}
}

func reportColumn(c sheet.ReportCol, n int, rows [][]any) form.GridCol {
	align := form.Left
	for _, r := range rows {
		if n >= len(r) || r[n] == nil {
			continue
		}
		switch r[n].(type) {
		case int64, sheet.Fixed:
			align = form.Right
		case law.Day, law.Month:
			align = form.Center
		}
		break
	}
	return form.CellOf(c.Head, "", cmp.Or(c.Wide, usualDigits), align, func(v form.View) string {
		if row := rows[v.N-1]; n < len(row) {
			return reportCell(row[n])
		}
		return ""
	})
}

// reportCell is a cell of a report as people read it.
func reportCell(x any) string {
	switch x := x.(type) {
	case nil:
		return ""
	case int64:
		return law.VietSo(x)
	case sheet.Fixed:
		return strings.Replace(x.String(), ".", ",", 1)
	case law.Day:
		if x == 0 {
			return ""
		}
		return x.String()
	case law.Month:
		if x == 0 {
			return ""
		}
		return x.String()
	}
	s := fmt.Sprint(x)
	if utf8.RuneCountInString(s) > 400 { // the workbook has the whole
		s = string([]rune(s)[:399]) + "…"
	}
	return s
}

// withTotals are the lines, and below them the sums where there are any.
func withTotals(t *sheet.ReportTab) [][]any {
	total := make([]any, len(t.Cols))
	any := false
	for i, c := range t.Cols {
		if !c.Sum {
			continue
		}
		sum := int64(0)
		for _, r := range t.Rows {
			if i < len(r) {
				if n, ok := r[i].(int64); ok {
					sum += n
				}
			}
		}
		total[i], any = sum, true
	}
	if !any || len(t.Rows) == 0 {
		return t.Rows
	}
	for i := range total { // the words stand in the first column that has no sum
		if total[i] == nil && cmp.Or(t.Cols[i].Wide, usualDigits) >= 8 {
			total[i] = "Cộng"
			break
		}
	}
	return append(t.Rows[:len(t.Rows):len(t.Rows)], total)
}

// columnParts shares the columns out to papers: the pinned ones stand on each.
func columnParts(t *sheet.ReportTab) [][]int {
	wide := func(i int) int { return cmp.Or(t.Cols[i].Wide, usualDigits) }
	var pinned []int
	room := digitsAcross
	for i := range min(t.Pin, len(t.Cols)) {
		pinned = append(pinned, i)
		room -= wide(i)
	}
	var out [][]int
	part, left := append([]int(nil), pinned...), room
	for i := len(pinned); i < len(t.Cols); i++ {
		if wide(i) > left && len(part) > len(pinned) {
			out = append(out, part)
			part, left = append([]int(nil), pinned...), room
		}
		part = append(part, i)
		left -= wide(i)
	}
	return append(out, part)
}
