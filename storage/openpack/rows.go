package openpack

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"
)

// maxRow bounds one row, which is held in memory.
const maxRow = 64 << 20

// RowWriter writes a table as JSON, one row a line:
//
//	{"bang":"nguoi-lao-dong","phienBan":1,"dong":[
//	{"ma":"NLD000001", …},
//	{"ma":"NLD000002", …}
//	]}
type RowWriter struct {
	w io.Writer
	n int
}

// NewRowWriter begins a table.
func NewRowWriter(w io.Writer, table string, version int) (*RowWriter, error) {
	_, err := fmt.Fprintf(w, `{"bang":%q,"phienBan":%d,"dong":[`, table, version)
	return &RowWriter{w: w}, err
}

// Put writes a row, a JSON object.
func (w *RowWriter) Put(row []byte) error {
	sep := ",\n"
	if w.n == 0 {
		sep = "\n"
	}
	w.n++
	if _, err := io.WriteString(w.w, sep); err != nil {
		return err
	}
	_, err := w.w.Write(row)
	return err
}

// Close ends the table and says how many rows it has.
func (w *RowWriter) Close() (rows int, err error) {
	_, err = io.WriteString(w.w, "\n]}\n")
	return w.n, err
}

// AppendText appends a text as JSON. It is written as it stands: only quotes,
// backslashes and control characters are escaped. A text that is no UTF-8 is
// {"base64":"…"}.
func AppendText(b []byte, s string) []byte {
	if !utf8.ValidString(s) {
		b = append(b, `{"base64":"`...)
		b = base64.StdEncoding.AppendEncode(b, []byte(s))
		return append(b, `"}`...)
	}
	b = append(b, '"')
	from := 0
	for i := range len(s) {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && c != 0x7f {
			continue
		}
		b = append(b, s[from:i]...)
		from = i + 1
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\t':
			b = append(b, '\\', 't')
		default:
			b = append(b, '\\', 'u', '0', '0', "0123456789abcdef"[c>>4], "0123456789abcdef"[c&15])
		}
	}
	return append(append(b, s[from:]...), '"')
}

// ReadText reads what AppendText wrote, however it is escaped.
func ReadText(raw []byte) (string, error) {
	if len(raw) > 1 && raw[0] == '{' {
		var x struct {
			Base64 *[]byte `json:"base64"`
		}
		if err := json.Unmarshal(raw, &x); err != nil || x.Base64 == nil {
			return "", errNotText
		}
		return string(*x.Base64), nil
	}
	if len(raw) < 2 || raw[0] != '"' {
		return "", errNotText
	}
	plain := true
	for _, c := range raw {
		plain = plain && c != '\\'
	}
	if plain && utf8.Valid(raw) {
		return string(raw[1 : len(raw)-1]), nil
	}
	var s string
	err := json.Unmarshal(raw, &s)
	return s, err
}

var errNotText = errors.New("no text")

// Row is one row of a table, its members in their order and as they stand.
type Row struct {
	N     int // from 1
	Names []string
	Raw   [][]byte
}

// Get is the member of a name, nil if there is none.
func (r *Row) Get(name string) []byte {
	for i, n := range r.Names {
		if n == name {
			return r.Raw[i]
		}
	}
	return nil
}

// ErrRows: a file is not a table of rows.
var ErrRows = errors.New("not a table of rows")

// ReadRows gives each row of a table in turn; the row is good until each returns. It
// takes any layout of the JSON. ErrRows where the file is no such table.
func ReadRows(r io.Reader, each func(*Row) error) error {
	limit := &leash{r: r, left: maxRow}
	d := json.NewDecoder(bufio.NewReaderSize(limit, 64<<10))
	d.UseNumber() // a number before the rows may be of any size
	if err := toRows(d); err != nil {
		return err
	}
	row := &Row{}
	var raw json.RawMessage
	for d.More() {
		limit.left = maxRow
		if err := d.Decode(&raw); err != nil {
			return bad(err)
		}
		if row.N++; !row.Split(raw) {
			return fmt.Errorf("%w: row %d is no object", ErrRows, row.N)
		}
		if err := each(row); err != nil {
			return err
		}
	}
	for range 2 { // the end of the rows, and of the whole
		if _, err := d.Token(); err != nil {
			return bad(err)
		}
	}
	if _, err := d.Token(); err != io.EOF { // reads to the end of the file
		return bad(err)
	}
	return nil
}

// toRows reads up to the rows, which come last.
func toRows(d *json.Decoder) error {
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return bad(err)
	}
	for {
		name, err := d.Token()
		if err != nil {
			return bad(err)
		}
		if name == "dong" {
			break
		}
		var skip json.RawMessage
		if err := d.Decode(&skip); err != nil {
			return bad(err)
		}
	}
	if t, err := d.Token(); err != nil || t != json.Delim('[') {
		return bad(err)
	}
	return nil
}

// bad marks an error of the JSON; others, of the disk, stay as they are.
func bad(err error) error {
	var syntax *json.SyntaxError
	switch {
	case err == nil:
		return ErrRows
	case errors.As(err, &syntax), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, errLong):
		return fmt.Errorf("%w: %w", ErrRows, err)
	}
	return err
}

var errLong = errors.New("a row is too long")

// leash fails when too much is read before it is let out again.
type leash struct {
	r    io.Reader
	left int
}

func (l *leash) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errLong
	}
	n, err := l.r.Read(p)
	l.left -= n
	return n, err
}

// Split parts a JSON object, which is well formed, into its members; false if it is
// no object.
func (r *Row) Split(raw []byte) bool {
	r.Names, r.Raw = r.Names[:0], r.Raw[:0]
	i := skipSpace(raw, 0)
	if i >= len(raw) || raw[i] != '{' {
		return false
	}
	for i = skipSpace(raw, i+1); i < len(raw) && raw[i] != '}'; {
		end := valueEnd(raw, i)
		r.Names = append(r.Names, nameOf(raw[i:end], r))
		i = skipSpace(raw, skipSpace(raw, end)+1) // over the colon
		end = valueEnd(raw, i)
		r.Raw = append(r.Raw, raw[i:end])
		if i = skipSpace(raw, end); i < len(raw) && raw[i] == ',' {
			i = skipSpace(raw, i+1)
		}
	}
	return true
}

// nameOf is a member's name. The names of the row before are used again: they are
// the same in all rows of a table.
func nameOf(raw []byte, r *Row) string {
	n := len(r.Names)
	if n < cap(r.Names) {
		if was := r.Names[:n+1][n]; len(was) == len(raw)-2 && was == string(raw[1:len(raw)-1]) {
			return was
		}
	}
	s, err := strconv.Unquote(string(raw))
	if err != nil {
		_ = json.Unmarshal(raw, &s) // well formed
	}
	return s
}

func skipSpace(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\n' || b[i] == '\r' || b[i] == '\t') {
		i++
	}
	return i
}

// valueEnd is where a well formed value that begins at i ends.
func valueEnd(b []byte, i int) int {
	depth := 0
	for ; i < len(b); i++ {
		switch c := b[i]; c {
		case '"':
			for i++; i < len(b) && b[i] != '"'; i++ {
				if b[i] == '\\' {
					i++
				}
			}
			if depth == 0 {
				return i + 1
			}
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return i + 1
			} else if depth < 0 {
				return i
			}
		case ',', ':', ' ', '\n', '\r', '\t':
			if depth == 0 {
				return i
			}
		}
	}
	return i
}
