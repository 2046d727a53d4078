package storage

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"ankhai/storage/openpack"
)

// dateText is a day, written yyyymmdd inside, as it stands outside: 2026-11-22,
// 2026-11 or 2026 where no more is known, "" for none.
func dateText(n int64) (string, bool) {
	y, m, d := n/10000, n/100%100, n%100
	switch {
	case n == 0:
		return "", true
	case n < 0 || y < 1 || y > 9999 || m == 0 && d != 0:
		return "", false
	case m == 0:
		return fmt.Sprintf("%04d", y), true
	case d == 0:
		return fmt.Sprintf("%04d-%02d", y, m), true
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d), true
}

// readDate reads what dateText wrote; parts are how many of year, month and day there
// must be at least.
func readDate(s string, parts int) (n int64, ok bool) {
	if s == "" {
		return 0, true
	}
	all := strings.Split(s, "-")
	if len(all) < parts || len(all) > 3 {
		return 0, false
	}
	for i := range 3 {
		part := "00"
		if i < len(all) {
			part = all[i]
		}
		p, err := strconv.ParseInt(part, 10, 64)
		if err != nil || p < 0 || len(part) != []int{4, 2, 2}[i] {
			return 0, false
		}
		n = n*100 + p
	}
	back, ok := dateText(n)
	return n, ok && back == s
}

// dated is a kind of dates; inside a month is yyyymm, which is div of a day.
func dated(kind, like string, parts int, div int64) *openKind {
	return &openKind{word: kind,
		put: func(_ *openNames, b []byte, v any) ([]byte, error) {
			n, ok := v.(int64)
			s, fine := dateText(n * div)
			if !ok || !fine {
				return b, ErrDamaged
			}
			return append(append(append(b, '"'), s...), '"'), nil
		},
		take: func(_ *openNames, raw []byte) (any, error) {
			s, err := openpack.ReadText(raw)
			n, ok := readDate(s, parts)
			if err != nil || !ok || n%div != 0 {
				return nil, notA(like)
			}
			return n / div, nil
		},
		cells: func(_ *openNames, w *openpack.SheetWriter, v any) { dateCell(w, number(v)*div) },
	}
}

// dateCell is a date in a sheet: a whole day is one, what is known less well a text.
func dateCell(w *openpack.SheetWriter, n int64) {
	switch s, _ := dateText(n); {
	case s == "":
		w.Blank()
	case len(s) == len("2026-11-22"):
		w.Moment(s)
	default:
		w.Text(s)
	}
}

var (
	openDay   = dated("ngày", "ngày dạng 2026-11-22, hoặc rỗng", 3, 1)
	openBirth = dated("ngày sinh", "ngày dạng 1995-08-15, 1995-08 hoặc 1995, hoặc rỗng", 1, 1)
	openMonth = dated("tháng", "tháng dạng 2026-11, hoặc rỗng", 2, 100)
)

// part is one value of a packed array.
type part struct {
	name, head string
	kind       *openKind
}

// openGroup is a short JSON array, "" where nothing is known, outside an object of named
// parts, null where nothing is known.
func openGroup(parts ...part) *openKind {
	values := func(v any) ([]json.RawMessage, error) {
		var all []json.RawMessage
		if err := json.Unmarshal([]byte(word(v)), &all); err != nil || len(all) != len(parts) {
			return nil, ErrDamaged
		}
		return all, nil
	}
	return &openKind{word: "nhóm", parts: parts,
		put: func(x *openNames, b []byte, v any) ([]byte, error) {
			if v == "" {
				return append(b, "null"...), nil
			}
			all, err := values(v)
			if err != nil {
				return b, err
			}
			sep := byte('{')
			for i, p := range parts {
				b = append(strconv.AppendQuote(append(b, sep), p.name), ':')
				sep = ','
				inside, err := insideOf(p, all[i])
				if err == nil {
					b, err = p.kind.put(x, b, inside)
				}
				if err != nil {
					return b, err
				}
			}
			return append(b, '}'), nil
		},
		take: func(x *openNames, raw []byte) (any, error) {
			if string(raw) == "null" {
				return "", nil
			}
			var m map[string]json.RawMessage
			if err := json.Unmarshal(raw, &m); err != nil || len(m) != len(parts) {
				return nil, notA("null hoặc một nhóm đủ các mục đã mô tả")
			}
			all := make([]any, len(parts))
			for i, p := range parts {
				v, err := p.kind.take(x, m[p.name])
				if err != nil {
					return nil, fmt.Errorf("%s: %w", p.name, err)
				}
				all[i] = v
			}
			text, err := json.Marshal(all)
			return string(text), err
		},
		heads: func(string) (out []string) {
			for _, p := range parts {
				out = append(out, p.head)
			}
			return out
		},
		cells: func(x *openNames, w *openpack.SheetWriter, v any) {
			all, err := values(v)
			for i, p := range parts {
				if err == nil {
					if inside, e := insideOf(p, all[i]); e == nil {
						p.kind.cells(x, w, inside)
						continue
					}
				}
				w.Blank()
			}
		},
	}
}

// insideOf is a value of the array as the data file would hold it.
func insideOf(p part, raw json.RawMessage) (any, error) {
	if p.kind == openText {
		var s string
		err := json.Unmarshal(raw, &s)
		return s, err
	}
	var n int64
	err := json.Unmarshal(raw, &n)
	return n, err
}
