package openpack

import (
	"io"
	"strconv"
	"strings"
)

// mark is the byte order mark by which Excel knows UTF-8.
const mark = "\ufeff"

// longest is how many characters Excel keeps of a cell.
const longest = 32_000

// SheetWriter writes a table as CSV that Excel opens as it is meant: UTF-8 with its
// mark, commas, lines that end with CR LF. Numbers are numbers; a text that Excel
// would make a number or a date of is written ="…", so that identifiers keep their
// zeros; a text that would be a formula has ' before it.
type SheetWriter struct {
	w    io.Writer
	line []byte
	col  int
}

// NewSheetWriter begins a table with its heads.
func NewSheetWriter(w io.Writer, heads []string) (*SheetWriter, error) {
	s := &SheetWriter{w: w}
	if _, err := io.WriteString(w, mark); err != nil {
		return nil, err
	}
	for _, h := range heads {
		s.Text(h)
	}
	return s, s.End()
}

// End ends a line.
func (s *SheetWriter) End() error {
	s.line = append(s.line, "\r\n"...)
	_, err := s.w.Write(s.line)
	s.line, s.col = s.line[:0], 0
	return err
}

func (s *SheetWriter) next() {
	if s.col > 0 {
		s.line = append(s.line, ',')
	}
	s.col++
}

// Blank is an empty cell.
func (s *SheetWriter) Blank() { s.next() }

// Number is a cell that is a number.
func (s *SheetWriter) Number(n int64) {
	s.next()
	s.line = strconv.AppendInt(s.line, n, 10)
}

// Moment is a day or a time that Excel is to know as one: 2026-11-22 10:00:00.
func (s *SheetWriter) Moment(t string) {
	s.next()
	s.line = append(s.line, t...)
}

// Text is a cell that stays a text.
func (s *SheetWriter) Text(t string) {
	s.next()
	if n := len(t); n > longest {
		t = "(dài " + strconv.Itoa(n) + " byte, xem tệp JSON)"
	}
	switch {
	case t == "":
		return
	case numeric(t):
		s.line = append(append(append(s.line, `"=""`...), t...), `"""`...)
		return
	case strings.ContainsRune("=+-@\t\r\n|%", rune(t[0])):
		t = "'" + t
	}
	if !strings.ContainsAny(t, ",;\"\r\n\t ") {
		s.line = append(s.line, t...)
		return
	}
	s.line = append(s.line, '"')
	s.line = append(s.line, strings.ReplaceAll(t, `"`, `""`)...)
	s.line = append(s.line, '"')
}

// numeric reports whether Excel might take a text for a number, a date, a time or a
// truth value. What it is made of can be no formula of its own.
func numeric(t string) bool {
	switch strings.ToUpper(t) {
	case "TRUE", "FALSE":
		return true
	}
	if len(t) > 40 || t[0] < '0' || t[0] > '9' {
		return false
	}
	for i := range len(t) {
		if c := t[i]; (c < '0' || c > '9') && !strings.ContainsRune(".,:/-+eE% ", rune(c)) {
			return false
		}
	}
	return true
}
