package sheet

import (
	"context"
	"fmt"
	"path"
	"strings"
)

// textTable is a file of lines with a separator between the cells: .csv, .tsv,
// .txt, and the tables that some programs write as text and call .xls.
type textTable struct {
	raw      string
	sep      byte
	encoding string
	decode   func(string) string // of a cell; nil where raw is Unicode already
}

// openText recognises a text table. The name only tells what the file cannot be:
// a workbook of today is no text.
func openText(data []byte, name string) (*textTable, error) {
	ext := strings.ToLower(path.Ext(name))
	if ext == ".xlsx" || ext == ".xlsm" || len(data) == 0 {
		return nil, ErrNotWorkbook
	}
	if !likeText(data) {
		return nil, ErrNotWorkbook
	}
	raw, encoding, decode, err := decodeText(data)
	if err != nil {
		return nil, fmt.Errorf("recognise text: %w", err)
	}
	raw = strings.TrimRight(raw, "\x1a") // the end of a file of DOS
	for i := range len(raw) {
		if c := raw[i]; c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
			return nil, ErrNotWorkbook
		}
	}
	if mark := strings.ToLower(strings.TrimSpace(raw[:min(len(raw), 200)])); strings.HasPrefix(mark, "<") {
		for _, tag := range []string{"<html", "<!doctype", "<table", "<?xml", "<head", "<meta", "<style", "<!--"} {
			if strings.HasPrefix(mark, tag) {
				return nil, ErrWebPage
			}
		}
	}
	t := &textTable{raw: raw, encoding: encoding, decode: decode}
	if t.sep = separator(raw); t.sep == 0 {
		return nil, ErrNotWorkbook
	}
	return t, nil
}

// likeText looks at the beginning: text has no control signs, and the zeros of
// UTF-16 only at every other place.
func likeText(data []byte) bool {
	high, low := zeros(data)
	if data[0] == 0xFF || data[0] == 0xFE || high+low > 0 {
		return high == 0 || low == 0
	}
	for _, c := range data[:min(len(data), 4<<10)] {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A {
			return false
		}
	}
	return true
}

// separatorName says what stands between the cells.
func separatorName(sep byte) string {
	switch sep {
	case '\t':
		return "tab"
	}
	return string(rune(sep))
}

// grid reads the table. A row is a record, as Excel numbers them, and every cell
// is a text: nothing turns an identifier into a number.
func (t *textTable) grid(ctx context.Context, tick func(done int64)) (*grid, []looseQuote, error) {
	g := &grid{}
	p := splitter{s: t.raw, sep: t.sep}
	var loose []looseQuote
	var buf []piece
	if len(t.raw) > 5 && strings.EqualFold(t.raw[:4], "sep=") && strings.IndexAny(t.raw, "\r\n") == 5 {
		p.pos = 6 + boolInt(strings.HasPrefix(t.raw[5:], "\r\n"))
	}
	for num := 1; ; num++ {
		record, ok := p.next(buf)
		if !ok {
			return g, loose, nil
		}
		buf = record
		if num > maxRows {
			return nil, nil, ErrTooBig
		}
		g.lastRow = num
		r := row{num: num, from: len(g.cells)}
		for col, x := range record {
			s := x.s
			if t.decode != nil {
				s = t.decode(s)
			}
			if strings.TrimSpace(s) == "" {
				continue
			}
			s = withoutGuard(s)
			if col >= maxCols || len(g.cells) >= maxCells {
				return nil, nil, ErrTooBig
			}
			if x.loose {
				loose = append(loose, looseQuote{cellName(col, num), clean(s)})
			}
			c := cell{s: s, col: uint16(col), kind: cellText}
			if typedNumber(s) {
				c.look = lookTyped
			}
			g.cells = append(g.cells, c)
		}
		if r.to = len(g.cells); r.to > r.from {
			g.rows = append(g.rows, r)
		}
		if num&(1<<12-1) == 0 {
			if err := ctx.Err(); err != nil {
				return nil, nil, fmt.Errorf("read text table: %w", err)
			}
			tick(int64(p.pos))
		}
	}
}

// looseQuote is a cell that begins with a quotation mark nothing closes.
type looseQuote struct{ at, value string }

// typedNumber reports whether a text is an amount or a count as people and
// programs write them, and not the number of somebody or something.
func typedNumber(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 32 || s[0] > '9' || s[0] < '(' && s[0] != '%' || s[0] == '0' && len(s) > 1 && s[1] != '.' && s[1] != ',' {
		return false
	}
	_, _, ok := parseTyped(strings.TrimSuffix(s, "%"))
	return ok
}

// ofText says how a text table was taken.
func (t *tab) ofText(w *opened) {
	t.info.Encoding, t.info.Separator = w.text.encoding, separatorName(w.text.sep)
	if w.text.decode != nil {
		t.f2.nhac("", "", xlEncoding, "Tệp ghi bằng bảng mã "+w.text.encoding+", đã chuyển sang Unicode. Xem lại vài tên có dấu; nếu sai thì mở bằng Excel và lưu thành CSV UTF-8", "")
	}
	for _, q := range w.loose {
		t.f2.nhac(q.at, q.value, xlLooseQuote, "Dấu ngoặc kép ở đầu ô không có dấu đóng: đọc như chữ thường. Xem lại ô này và các ô cùng dòng", "")
	}
}
