package sheet

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"ankhai/forms/form"
)

// roomOfLine is about how long a line is in the part, in bytes.
const roomOfLine = 1 << 11

// body is the sheet with the document in it.
func (b *official) body() ([]byte, error) {
	s, last, slots := b.sheet, b.first+b.lines-1, b.slots()
	head := b.head()
	out := bytes.NewBuffer(make([]byte, 0, len(s.body)+b.more()*roomOfLine))
	at := 0
	for i := range s.rows {
		r := &s.rows[i]
		out.Write(s.body[at:r.from])
		at = r.to
		switch {
		case r.num < b.first:
			b.withHead(out, r, head)
		case r.num <= last:
			b.line(out, r, slots, r.num-b.first, 0)
			for k := b.lines; r.num == last && k < len(b.doc.Rows); k++ {
				b.line(out, r, slots, k, k-b.lines+1)
			}
		case r.num == b.foot:
			b.totals(out, r)
		default:
			out.Write(s.moved(r, b.more()))
		}
	}
	out.Write(s.body[at:])
	return moveAreas(out.Bytes(), last, b.more())
}

// slot is a cell of a line: the column of the paper that it shows, its room and type.
type slot struct {
	cell bodyCell
	col  *form.GridCol // nil: nothing of ours
	wide int           // tenths of a digit
	size int           // tenths of a point
}

// slots are the cells of the first line, after which those of all take: the lines of
// the templates are not all alike.
func (b *official) slots() (out []slot) {
	for _, c := range b.sheet.row(b.first).cells {
		s := slot{cell: c, wide: b.sheet.width(c.col), size: b.look.size(c.style)}
		if col, ok := b.cols[c.col]; ok && col.Value != nil {
			s.col = &col
		}
		out = append(out, s)
	}
	return out
}

// line writes row n of the document, which may not be there, into a line of the
// template or a copy of it further down.
func (b *official) line(out *bytes.Buffer, r *bodyRow, slots []slot, n, down int) {
	if n >= len(b.doc.Rows) {
		out.Write(b.sheet.moved(r, down))
		return
	}
	v := form.View{Doc: b.doc, Row: b.doc.Rows[n], N: n + 1, K: n + 1}
	b.cells.Reset()
	tall := 0 // tenths of a point
	for i := range slots {
		s, at := &slots[i], cellName(slots[i].cell.col, r.num+down)
		if s.col == nil {
			b.cells.WriteString(emptyCell(at, s.cell.style))
			continue
		}
		tall = max(tall, b.put(s, at, plainText(s.col.Value(v))))
	}
	tag := b.sheet.body[r.from:r.open]
	if down > 0 {
		tag = setAttr(tag, "r", strconv.Itoa(r.num+down))
	}
	if tall > tenths(attrOf(tag, "ht")) {
		tag = setAttr(setAttr(tag, "ht", fmt.Sprintf("%d.%d", tall/10, tall%10)), "customHeight", "1")
	}
	out.Write(tag)
	out.Write(b.cells.Bytes())
	out.WriteString("</row>")
}

// put writes a cell and tells how tall its words stand, in tenths of a point.
func (b *official) put(s *slot, at, words string) (tall int) {
	if n, ok := numberOf(words); ok && s.col.Figure {
		format := formatMoney
		if strings.Contains(n, ".") {
			format = formatGeneral
		}
		b.cells.WriteString(`<c r="` + at + `" s="` + b.look.like(s.cell.style, format, true, s.col.Align) + `"><v>` + n + `</v></c>`)
		return 0
	}
	lines := linesOf(words, s.wide, s.size)
	style := b.look.like(s.cell.style, formatText, lines == 0, s.col.Align)
	if words == "" {
		b.cells.WriteString(emptyCell(at, style))
		return 0
	}
	b.cells.WriteString(textCell(at, style, words))
	return lines * s.size * 5 / 4
}

// totals writes the line of totals, below the lines.
func (b *official) totals(out *bytes.Buffer, r *bodyRow) {
	row := b.sheet.moved(r, b.more())
	at := 0
	num := r.num + b.more()
	for _, c := range r.cells {
		col, ok := b.cols[c.col]
		if !ok || col.Total == nil || c.text != "" {
			continue
		}
		n, ok := numberOf(col.Total(b.doc.Rows))
		if !ok {
			continue
		}
		from := at + bytes.Index(row[at:], []byte(`<c r="`+cellName(c.col, num)+`"`))
		to := from + bytes.IndexByte(row[from:], '>') + 1
		out.Write(row[at:from])
		out.WriteString(`<c r="` + cellName(c.col, num) + `" s="` + b.look.total(c.style) + `"><v>` + n + `</v></c>`)
		at = to
	}
	out.Write(row[at:])
}

// numberOf reads a number as Show writes it, «5.310.000» or «2,34», for a cell of a
// workbook. One that has more digits than a cell keeps stays a text.
func numberOf(s string) (string, bool) {
	whole, part, decimal := strings.Cut(strings.TrimPrefix(s, "-"), ",")
	whole = strings.ReplaceAll(whole, ".", "")
	if whole == "" || !allDigits(whole) || decimal && !allDigits(part) || len(whole)+len(part) > exactDigits {
		return "", false
	}
	if decimal {
		whole += "." + part
	}
	if strings.HasPrefix(s, "-") {
		whole = "-" + whole
	}
	return whole, true
}
