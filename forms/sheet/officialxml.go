package sheet

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// sheetBody is the text of a worksheet with the places of its rows and cells, so that
// some of them can be written anew and the rest stay the bytes they are.
type sheetBody struct {
	body []byte
	rows []bodyRow
}

// bodyRow is a row: body[from:to] with its start tag body[from:open].
type bodyRow struct {
	num, from, open, to int
	cells               []bodyCell
}

// bodyCell is a cell: body[from:to].
type bodyCell struct {
	col, from, to int // col from 0
	style         string
	text          string // what it shows; numbers as they are kept
}

// readSheetBody finds rows and cells. It expects what spreadsheets write: names
// without a prefix and a place on every row and cell.
func readSheetBody(body []byte, shared []string) (*sheetBody, error) {
	out := &sheetBody{body: body}
	s := newXMLScan(bytes.NewReader(body))
	var row *bodyRow
	var cell *bodyCell
	kind, inValue := "", false
	for from := 0; ; {
		k, err := s.next()
		if err != nil {
			return nil, err
		}
		to := s.offset()
		switch {
		case k == xmlEOF:
			return out, nil
		case k == xmlStart:
			from = bytes.LastIndexByte(body[:to], '<')
			switch string(s.name) {
			case "row":
				num, ok := atoi(s.attr("r"))
				if !ok {
					return nil, fmt.Errorf("row without a number: %w", ErrDamaged)
				}
				out.rows = append(out.rows, bodyRow{num: num, from: from, open: to, to: to})
				row = &out.rows[len(out.rows)-1]
			case "c":
				col, num, ok := parseCell(s.attr("r"))
				if !ok || row == nil || num != row.num {
					return nil, fmt.Errorf("cell without a place: %w", ErrDamaged)
				}
				kind = string(s.attr("t"))
				row.cells = append(row.cells, bodyCell{col: col, from: from, to: to, style: string(s.attr("s"))})
				cell = &row.cells[len(row.cells)-1]
			case "v", "t":
				inValue = !s.empty
			}
		case k == xmlText && inValue && cell != nil:
			cell.text += string(s.text)
		case k == xmlEnd:
			switch string(s.name) {
			case "v", "t":
				inValue = false
			case "c":
				cell.to = to
				if n, err := strconv.Atoi(cell.text); kind == "s" && err == nil && n >= 0 && n < len(shared) {
					cell.text = shared[n]
				}
				cell = nil
			case "row":
				row.to, row = to, nil
			}
		}
	}
}

// row is the row of a number, nil where the sheet has none.
func (s *sheetBody) row(num int) *bodyRow {
	for i := range s.rows {
		if s.rows[i].num == num {
			return &s.rows[i]
		}
	}
	return nil
}

// moved is a row at another place: its own number and those of its cells, and nothing
// else, are written anew.
func (s *sheetBody) moved(r *bodyRow, by int) []byte {
	if by == 0 {
		return s.body[r.from:r.to]
	}
	out := append([]byte{}, setAttr(s.body[r.from:r.open], "r", strconv.Itoa(r.num+by))...)
	at := r.open
	for _, c := range r.cells {
		out = append(out, s.body[at:c.from]...)
		out = append(out, setAttr(s.body[c.from:c.to], "r", cellName(c.col, r.num+by))...)
		at = c.to
	}
	return append(out, s.body[at:r.to]...)
}

// setAttr writes an attribute of the first tag of an element anew, "" takes it away.
// A tag without it gets it.
func setAttr(element []byte, name, value string) []byte {
	end := bytes.IndexByte(element, '>')
	tag, rest := string(element[:end]), element[end:]
	if strings.HasSuffix(tag, "/") {
		tag, rest = tag[:len(tag)-1], element[end-1:]
	}
	said := ""
	if value != "" {
		said = ` ` + name + `="` + value + `"`
	}
	if i := strings.Index(tag, ` `+name+`="`); i >= 0 {
		after := i + len(name) + 3
		tag = tag[:i] + said + tag[after+strings.IndexByte(tag[after:], '"')+1:]
	} else {
		tag += said
	}
	return append([]byte(tag), rest...)
}
