package xwidget

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"golang.org/x/text/unicode/norm"
)

// copyTo puts the chosen cells on the clipboard as Excel takes them.
func (g *Grid) copyTo(clip fyne.Clipboard) {
	if g.view.Rows() == 0 {
		return
	}
	r0, c0, r1, c1 := g.chosen()
	rows := make([][]string, 0, r1-r0+1)
	for r := r0; r <= r1; r++ {
		line := make([]string, 0, c1-c0+1)
		for c := c0; c <= c1; c++ {
			line = append(line, harmless(g.plainText(r, c)))
		}
		rows = append(rows, line)
	}
	clip.SetContent(WriteTSV(rows))
	if n := len(rows) * len(rows[0]); n > 1 {
		g.say(fmt.Sprintf("Đã chép %s ô", grouped(int64(n))), false)
	}
}

// plainText is a cell as it would be typed: Excel takes 5310000, not 5.310.000.
func (g *Grid) plainText(row, col int) string {
	if e, ok := g.view.editor(); ok {
		return e.raw(row, col)
	}
	return g.view.text(row, col)
}

// harmless keeps a text from being run: Excel takes what is pasted and begins so for a
// formula, and the apostrophe for a sign that it is a text. A number with its sign is
// left alone.
func harmless(text string) string {
	if formula(text) {
		return "'" + text
	}
	return text
}

// unharmed takes that apostrophe away again.
func unharmed(text string) string {
	if rest, ok := strings.CutPrefix(text, "'"); ok && formula(rest) {
		return rest
	}
	return text
}

func formula(text string) bool {
	if text == "" {
		return false
	}
	switch text[0] {
	case '=', '@':
		return true
	case '+', '-':
		return strings.Trim(text[1:], "0123456789.,% ") != ""
	}
	return false
}

// paste puts cells from Excel at the first chosen cell. One cell fills the whole
// range. Rows beyond the last are made where the model can have more, in the columns
// that are shown.
func (g *Grid) paste(text string) {
	e, ok := g.view.editor()
	rows := ParseTSV(text)
	if !ok || g.RowMode || len(rows) == 0 || g.editor != nil {
		return
	}
	r0, c0, r1, c1 := g.chosen()
	one := len(rows) == 1 && len(rows[0]) == 1
	there, extra, outside := g.view.Rows(), 0, 0
	if a, ok := g.model.(Appender); ok && !one && g.editableBelow(e, c0) {
		extra = max(0, min(r0+len(rows)-there, a.MaxRows()-g.view.n))
	}
	var cells []CellText // in rows and columns of the model
	put := func(r, c int, text string) {
		switch text = norm.NFC.String(unharmed(strings.TrimSpace(text))); {
		case c >= len(g.columns()) || r >= there+extra:
			outside++
		case r >= there:
			cells = append(cells, CellText{g.view.n + r - there, g.view.col(c), text})
		case !e.editable(r, c):
			outside++
		default:
			cells = append(cells, e.cell(r, c, text))
		}
	}
	if one {
		for r := r0; r <= r1; r++ {
			for c := c0; c <= c1; c++ {
				put(r, c, rows[0][0])
			}
		}
	} else {
		for i, line := range rows {
			for k, text := range line {
				put(r0+i, c0+k, text)
			}
		}
	}
	if len(cells) == 0 {
		g.say("Không ô nào dán được vào đây", true)
		return
	}
	e.setAll(cells, func(refused []string) {
		g.edited()
		if !one && g.editor == nil {
			g.moveRange(min(r0+len(rows), g.view.Rows())-1, min(c0+widest(rows), len(g.columns()))-1, r0, c0)
		}
		g.sayPasted(len(cells), outside, refused)
	})
}

func widest(rows [][]string) (n int) {
	for _, line := range rows {
		n = max(n, len(line))
	}
	return n
}

// editableBelow reports whether rows that are made may be edited: the last row tells.
func (g *Grid) editableBelow(e viewEditor, col int) bool {
	if g.view.Rows() == 0 {
		return true
	}
	for c := col; c < len(g.columns()); c++ {
		if e.editable(g.view.Rows()-1, c) {
			return true
		}
	}
	return false
}

func (g *Grid) sayPasted(cells, outside int, refused []string) {
	switch {
	case len(refused) > 0:
		g.sayRefused(refused)
	case outside > 0:
		g.say(fmt.Sprintf("Đã dán %s ô; %s ô nằm ngoài bảng hoặc không sửa được", grouped(int64(cells)), grouped(int64(outside))), false)
	case cells > 1:
		g.say(fmt.Sprintf("Đã dán %s ô", grouped(int64(cells))), false)
	default:
		g.say("", false)
	}
}

// WriteTSV writes cells the way Excel puts them on the clipboard: tabs between
// cells, CRLF after lines, quotes around what holds one of them.
func WriteTSV(rows [][]string) string {
	var b strings.Builder
	for _, line := range rows {
		for i, s := range line {
			if i > 0 {
				b.WriteByte('\t')
			}
			if strings.ContainsAny(s, "\t\n\r\"") {
				s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
			}
			b.WriteString(s)
		}
		b.WriteString("\r\n")
	}
	return b.String()
}

// ParseTSV reads cells as Excel puts them on the clipboard. It takes any text;
// a quote that never ends is taken as it stands.
func ParseTSV(text string) [][]string {
	var rows [][]string
	var line []string
	text = strings.TrimSuffix(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n")
	if text == "" {
		return nil
	}
	for i := 0; i <= len(text); {
		cell, n := tsvCell(text[i:])
		line = append(line, cell)
		i += n
		if i >= len(text) || text[i] == '\n' {
			rows, line = append(rows, line), nil
		}
		i++
	}
	return rows
}

// tsvCell reads one cell and answers how many bytes it took.
func tsvCell(s string) (cell string, n int) {
	if strings.HasPrefix(s, `"`) {
		var b strings.Builder
		for i := 1; i < len(s); i++ {
			if s[i] != '"' {
				b.WriteByte(s[i])
				continue
			}
			if i+1 < len(s) && s[i+1] == '"' {
				b.WriteByte('"')
				i++
				continue
			}
			if i+1 == len(s) || s[i+1] == '\t' || s[i+1] == '\n' {
				return b.String(), i + 1
			}
			break
		}
	}
	if n = strings.IndexAny(s, "\t\n"); n < 0 {
		n = len(s)
	}
	return s[:n], n
}
