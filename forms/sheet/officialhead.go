package sheet

import (
	"bytes"
	"strings"

	"ankhai/forms/form"
)

// head are the answered lines of the paper's head by the words that they begin with
// up to the colon: «ten don vi» → «Tên đơn vị: CÔNG TY ÁNH SÁNG».
func (b *official) head() map[string]string {
	out := map[string]string{}
	v := form.View{Doc: b.doc}
	for _, p := range b.paper.Parts {
		var lines []form.Line
		switch p := p.(type) {
		case form.Corner:
			lines = p.Left
		case form.Lines:
			lines = p.Lines
		}
		for _, l := range lines {
			if len(l.Segs) == 0 {
				continue
			}
			ask, _, ok := strings.Cut(l.Segs[0].Text, ":")
			if said, answered := lineWords(l, v); ok && answered {
				out[headKey(ask)] = said
			}
		}
	}
	return out
}

// lineWords is a line of the paper in one text. Fields without an answer keep their
// leaders; answered tells whether any has one.
func lineWords(l form.Line, v form.View) (said string, answered bool) {
	var b strings.Builder
	for _, s := range l.Segs {
		b.WriteString(s.Text)
		if s.Value == nil {
			continue
		}
		x := plainText(s.Value(v))
		if x == "" {
			x = strings.Repeat(".", max(s.Dots, 3))
		} else {
			answered = true
		}
		b.WriteString(x)
	}
	return b.String(), answered
}

// withHead writes a row above the table with the answers in the cells that ask for
// them. Hidden rows are not the paper's.
func (b *official) withHead(out *bytes.Buffer, r *bodyRow, head map[string]string) {
	body, at := b.sheet.body, r.from
	for _, c := range r.cells {
		ask, _, ok := strings.Cut(c.text, ":")
		said := head[headKey(ask)]
		if !ok || said == "" || attrOf(body[r.from:r.open], "hidden") == "1" {
			continue
		}
		out.Write(body[at:c.from])
		out.WriteString(textCell(cellName(c.col, r.num), c.style, said))
		at = c.to
	}
	out.Write(body[at:r.to])
}
