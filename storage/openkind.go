package storage

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"time"

	"ankhai/storage/openpack"
)

// openKind is how a value of the data file is written in an open export and read back.
// Values are those of a STRICT table: string, int64, []byte. nil is dealt with before.
type openKind struct {
	word  string // as mo-ta.json calls it
	put   func(x *openNames, b []byte, v any) ([]byte, error)
	take  func(x *openNames, raw []byte) (any, error) // the error is Vietnamese, for the user
	heads func(head string) []string                  // over its columns of a sheet; nil: one
	cells func(x *openNames, w *openpack.SheetWriter, v any)

	shape reflect.Type           // of JSON whose fields have columns of their own
	parts []part                 // of a group
	link  string                 // the table whose row it names
	file  func(r openRow) string // the path of its file below tep
}

// openNames are the names that rows have outside the data file, by table.
type openNames struct {
	names   map[string]map[int64]string // while it is written
	people  map[int64]string            // what people are called, for sheets
	numbers map[string]map[string]int64 // while it is read back
}

// openRow is a row whose file is named: its values, links by their names, its place
// among the rows from 1, and what the file's bytes begin with.
type openRow struct {
	values []any
	n      int
	head   []byte
}

// notA is the error of a value that is not of its kind.
func notA(say string) error { return errors.New("phải là " + say) }

// openText is a text as it stands.
var openText = &openKind{word: "chữ",
	put: func(_ *openNames, b []byte, v any) ([]byte, error) {
		s, ok := v.(string)
		if !ok {
			return b, ErrDamaged
		}
		return openpack.AppendText(b, s), nil
	},
	take: func(_ *openNames, raw []byte) (any, error) {
		s, err := openpack.ReadText(raw)
		if err != nil {
			return nil, notA("chữ trong dấu ngoặc kép")
		}
		return s, nil
	},
	cells: func(_ *openNames, w *openpack.SheetWriter, v any) { w.Text(word(v)) },
}

// worded is a code, which sheets show in words as well.
func worded(say func(string) string, known ...string) *openKind {
	k := *openText
	k.word = "mã"
	k.cells = func(_ *openNames, w *openpack.SheetWriter, v any) {
		s := word(v)
		if said := say(s); said != "" && s != "" {
			s = said
		}
		w.Text(s)
	}
	if len(known) == 0 {
		return &k
	}
	k.take = func(x *openNames, raw []byte) (any, error) {
		v, err := openText.take(x, raw)
		for _, s := range known {
			if v == s {
				return v, err
			}
		}
		return nil, notA("một trong: " + strings.Join(known, ", "))
	}
	return &k
}

// shaped is a name that the store gives, of one shape.
func shaped(shape string) *openKind {
	k := *openText
	k.word = "mã"
	pattern := regexp.MustCompile(`^` + shape + `$`)
	k.take = func(x *openNames, raw []byte) (any, error) {
		v, err := openText.take(x, raw)
		if s, ok := v.(string); err != nil || !ok || !pattern.MatchString(s) {
			return nil, notA("mã do chương trình cấp")
		}
		return v, nil
	}
	return &k
}

// openNumber is a whole number; an amount is in đồng.
var openNumber = &openKind{word: "số",
	put: func(_ *openNames, b []byte, v any) ([]byte, error) {
		n, ok := v.(int64)
		if !ok {
			return b, ErrDamaged
		}
		return strconv.AppendInt(b, n, 10), nil
	},
	take: func(_ *openNames, raw []byte) (any, error) {
		n, err := strconv.ParseInt(string(raw), 10, 64)
		if err != nil {
			return nil, notA("số nguyên")
		}
		return n, nil
	},
	cells: func(_ *openNames, w *openpack.SheetWriter, v any) { w.Number(number(v)) },
}

var openMoney = func() *openKind { k := *openNumber; k.word = "tiền, đồng"; return &k }()

// openYes is yes or no, 1 or 0 inside.
var openYes = &openKind{word: "có/không",
	put: func(_ *openNames, b []byte, v any) ([]byte, error) {
		n, ok := v.(int64)
		if !ok || n != 0 && n != 1 {
			return b, ErrDamaged
		}
		return strconv.AppendBool(b, n == 1), nil
	},
	take: func(_ *openNames, raw []byte) (any, error) {
		switch string(raw) {
		case "true":
			return int64(1), nil
		case "false":
			return int64(0), nil
		}
		return nil, notA("true hoặc false")
	},
	cells: func(_ *openNames, w *openpack.SheetWriter, v any) { yesCell(w, number(v) == 1) },
}

func yesCell(w *openpack.SheetWriter, yes bool) {
	if yes {
		w.Text("có")
	} else {
		w.Text("không")
	}
}

const momentLayout = "2006-01-02T15:04:05.000Z"

var vietnamTime = time.FixedZone("+07", 7*60*60)

// openMoment is a time, in milliseconds inside, in UTC outside.
var openMoment = &openKind{word: "lúc",
	put: func(_ *openNames, b []byte, v any) ([]byte, error) {
		ms, ok := v.(int64)
		t := when(ms)
		if !ok || t.Year() < 0 || t.Year() > 9999 {
			return b, ErrDamaged
		}
		b = append(b, '"')
		b = t.AppendFormat(b, momentLayout)
		return append(b, '"'), nil
	},
	take: func(_ *openNames, raw []byte) (any, error) {
		t, err := time.Parse(`"`+momentLayout+`"`, string(raw))
		if err != nil {
			return nil, notA("giờ quốc tế dạng 2026-11-22T03:00:00.000Z")
		}
		return t.UnixMilli(), nil
	},
	cells: func(_ *openNames, w *openpack.SheetWriter, v any) {
		w.Moment(when(number(v)).In(vietnamTime).Format("2006-01-02 15:04:05"))
	},
}

// openJSON is JSON, byte by byte as it is kept.
var openJSON = &openKind{word: "json",
	put: func(_ *openNames, b []byte, v any) ([]byte, error) {
		s := word(v)
		if !json.Valid([]byte(s)) {
			return b, ErrDamaged
		}
		return append(b, s...), nil
	},
	take: func(_ *openNames, raw []byte) (any, error) { return string(raw), nil }, // the row was well formed
	cells: func(_ *openNames, w *openpack.SheetWriter, v any) {
		if s := word(v); s != "null" {
			w.Text(s)
		} else {
			w.Blank()
		}
	},
}

// jsonOf is JSON of one Go type, whose fields have columns of their own in sheets.
func jsonOf[T any]() *openKind {
	t := reflect.TypeFor[T]()
	k := *openJSON
	k.shape = t
	fields := flatFields(t, nil, "")
	k.heads = func(string) []string {
		var out []string
		for _, f := range fields {
			out = append(out, f.head)
		}
		return out
	}
	k.cells = func(_ *openNames, w *openpack.SheetWriter, v any) {
		var x T
		_ = json.Unmarshal([]byte(word(v)), &x) // what is of another shape stands in the JSON
		for _, f := range fields {
			f.cell(w, reflect.ValueOf(&x).Elem().FieldByIndex(f.index))
		}
	}
	k.take = func(_ *openNames, raw []byte) (any, error) {
		if err := json.Unmarshal(raw, new(T)); err != nil {
			return nil, errors.New("không đúng các mục đã mô tả")
		}
		return string(raw), nil
	}
	return &k
}

// openLink is the name of a row of another table, by whose number it is known inside.
func openLink(table string, bare bool) *openKind {
	return &openKind{word: "mã", link: table,
		put: func(x *openNames, b []byte, v any) ([]byte, error) {
			name, ok := x.names[table][number(v)]
			switch {
			case !ok:
				return b, ErrDamaged
			case bare:
				return append(b, name...), nil
			}
			return openpack.AppendText(b, name), nil
		},
		take: func(x *openNames, raw []byte) (any, error) {
			name := string(raw)
			if !bare {
				s, err := openpack.ReadText(raw)
				if err != nil {
					return nil, notA("chữ trong dấu ngoặc kép")
				}
				name = s
			}
			n, ok := x.numbers[table][name]
			if !ok {
				return nil, errors.New("không có dòng nào mang mã này")
			}
			return n, nil
		},
		cells: func(x *openNames, w *openpack.SheetWriter, v any) { w.Text(x.names[table][number(v)]) },
	}
}

// openFile is bytes that lie in a file of their own; name makes its path of the row.
func openFile(name func(openRow) string) *openKind {
	return &openKind{word: "tệp", file: name,
		put: func(_ *openNames, b []byte, v any) ([]byte, error) {
			f, ok := v.(openpack.File)
			if !ok {
				return b, ErrDamaged
			}
			b = append(b, `{"tep":`...)
			b = openpack.AppendText(b, f.Name)
			b = append(b, `,"co":`...)
			b = strconv.AppendInt(b, f.Size, 10)
			b = append(b, `,"sha256":"`...)
			return append(append(b, f.SHA256...), `"}`...), nil
		},
		take: func(_ *openNames, raw []byte) (any, error) {
			var f struct {
				Tep    string
				Co     int64
				SHA256 string
			}
			d := json.NewDecoder(bytes.NewReader(raw))
			d.DisallowUnknownFields()
			if err := d.Decode(&f); err != nil || f.Tep == "" {
				return nil, notA(`{"tep", "co", "sha256"} của một tệp`)
			}
			return openpack.File{Name: f.Tep, Size: f.Co, SHA256: f.SHA256}, nil
		},
		cells: func(_ *openNames, w *openpack.SheetWriter, v any) {
			f, _ := v.(openpack.File)
			w.Text(f.Name)
		},
	}
}
