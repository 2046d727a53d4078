package xwidget

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"golang.org/x/text/unicode/norm"
)

// copyTo puts the chosen cells on the clipboard as Excel takes them.
func (g *Grid) copyTo(clip fyne.Clipboard) {
	if g.model.Rows() == 0 {
		return
	}
	r0, c0, r1, c1 := g.Range()
	if g.RowMode {
		c0, c1 = 0, len(g.columns())-1
	}
	rows := make([][]string, 0, r1-r0+1)
	for r := r0; r <= r1; r++ {
		line := make([]string, 0, c1-c0+1)
		for c := c0; c <= c1; c++ {
			line = append(line, plainText(g.model, r, c))
		}
		rows = append(rows, line)
	}
	clip.SetContent(WriteTSV(rows))
	if n := len(rows) * len(rows[0]); n > 1 {
		g.say(fmt.Sprintf("Đã chép %d ô", n), false)
	}
}

// plainText is a cell as it would be typed: Excel takes 5310000, not 5.310.000.
func plainText(m Model, row, col int) string {
	if ed, ok := m.(Editor); ok {
		return ed.Raw(row, col)
	}
	return m.Text(row, col)
}

// paste puts cells from Excel at the active cell. One cell fills the whole range.
func (g *Grid) paste(text string) {
	ed, ok := g.model.(Editor)
	rows := ParseTSV(text)
	if !ok || g.RowMode || len(rows) == 0 {
		return
	}
	r0, c0, r1, c1 := g.Range()
	one := len(rows) == 1 && len(rows[0]) == 1
	var cells []CellText
	outside := 0
	put := func(r, c int, text string) {
		if r >= g.model.Rows() || c >= len(g.columns()) || !ed.Editable(r, c) {
			outside++
			return
		}
		cells = append(cells, CellText{r, c, norm.NFC.String(strings.TrimSpace(text))})
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
	refused := ed.SetAll(cells)
	g.edited()
	g.sayRefused(refused)
	if outside > 0 && len(refused) == 0 {
		g.say(fmt.Sprintf("Đã dán %d ô; %d ô nằm ngoài bảng hoặc không sửa được", len(cells), outside), false)
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
