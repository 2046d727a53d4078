package law

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
)

// figure is one file of data/, its values oldest first.
type figure struct {
	name    string
	aliases []string
	values  []Value
}

// The shape of a file.
type fileShape struct {
	Name       string       `toml:"name"`
	Title      string       `toml:"title"`
	Unit       string       `toml:"unit"`
	Checked    tomlDay      `toml:"checked"`
	Confidence Confidence   `toml:"confidence"`
	Aliases    []string     `toml:"aliases"`
	Note       string       `toml:"note"`
	Value      []valueShape `toml:"value"`
}

type valueShape struct {
	From       tomlDay    `toml:"from"`
	Until      tomlDay    `toml:"until"`
	Value      *int64     `toml:"value"`
	Basis      string     `toml:"basis"`
	Note       string     `toml:"note"`
	Confidence Confidence `toml:"confidence"`
}

// tomlDay reads a TOML local date (2026-07-01).
type tomlDay Day

// UnmarshalTOML takes a date without a time; anything else is refused.
func (d *tomlDay) UnmarshalTOML(v any) error {
	t, ok := v.(time.Time)
	if !ok {
		return fmt.Errorf("want a date such as 2026-07-01, got %v", v)
	}
	y, m, n := t.Date()
	*d = tomlDay(DayOf(y, int(m), n))
	if h, mi, s := t.Clock(); h+mi+s != 0 || !Day(*d).Valid() {
		return fmt.Errorf("want a date such as 2026-07-01, got %v", v)
	}
	return nil
}

// mustLoad reads data/*.toml and stops the program at the first wrong file.
func mustLoad(files fs.FS) map[string]*figure {
	all, err := loadAll(files)
	if err != nil {
		panic("law: " + err.Error())
	}
	return all
}

func loadAll(files fs.FS) (map[string]*figure, error) {
	names, err := fs.Glob(files, "data/*.toml")
	if err != nil {
		return nil, fmt.Errorf("list figures: %w", err)
	}
	all := make(map[string]*figure, len(names))
	for _, file := range names {
		b, err := fs.ReadFile(files, file)
		if err != nil {
			return nil, fmt.Errorf("read figure: %w", err)
		}
		f, err := parseFigure(file, b)
		if err != nil {
			return nil, err
		}
		for _, key := range append([]string{f.name}, f.aliases...) {
			if other := all[key]; other != nil {
				return nil, fmt.Errorf("%s: name %q is taken by %s", file, key, other.name)
			}
			all[key] = f
		}
	}
	return all, nil
}

// parseFigure reads one file and checks every field of it.
func parseFigure(file string, text []byte) (*figure, error) {
	var s fileShape
	meta, err := toml.Decode(string(text), &s)
	if err != nil {
		var at toml.ParseError
		if errors.As(err, &at) {
			return nil, fmt.Errorf("%s:%d: %s: %s", file, at.Position.Line, at.LastKey, at.Message)
		}
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if left := meta.Undecoded(); len(left) > 0 {
		return nil, fmt.Errorf("%s: no field %s", file, left[0])
	}
	switch {
	case s.Name != strings.TrimSuffix(path.Base(file), ".toml"):
		return nil, fmt.Errorf("%s: name: %q is not the file's name", file, s.Name)
	case s.Title == "":
		return nil, fmt.Errorf("%s: title: missing", file)
	case s.Unit == "":
		return nil, fmt.Errorf("%s: unit: missing", file)
	case s.Checked == 0:
		return nil, fmt.Errorf("%s: checked: missing", file)
	case !s.Confidence.known():
		return nil, fmt.Errorf("%s: confidence: %q is not high, medium or low", file, s.Confidence)
	case len(s.Value) == 0:
		return nil, fmt.Errorf("%s: value: there is none", file)
	}
	f := &figure{name: s.Name, aliases: s.Aliases}
	for i, v := range s.Value {
		out, field, why := s.value(v)
		if why == "" && i > 0 {
			field, why = follow(&f.values[i-1], out)
		}
		if why != "" {
			return nil, fmt.Errorf("%s:%d: %s: %s", file, lineOfValue(text, i), field, why)
		}
		f.values = append(f.values, out)
	}
	return f, nil
}

// value turns one [[value]] into a Value, or names the field that is wrong.
func (s *fileShape) value(v valueShape) (out Value, field, why string) {
	if v.Confidence == "" {
		v.Confidence = s.Confidence
	}
	if v.Note == "" {
		v.Note = s.Note
	}
	switch {
	case v.From == 0:
		return out, "from", "missing"
	case v.Until != 0 && v.Until < v.From:
		return out, "until", "before from"
	case v.Value == nil:
		return out, "value", "missing"
	case *v.Value < 0:
		return out, "value", "negative"
	case v.Basis == "":
		return out, "basis", "missing"
	case !v.Confidence.known():
		return out, "confidence", fmt.Sprintf("%q is not high, medium or low", v.Confidence)
	}
	return Value{
		Name: s.Name, Title: s.Title, Amount: *v.Value, Unit: s.Unit,
		From: Day(v.From), Until: Day(v.Until), Basis: v.Basis, Note: v.Note,
		Confidence: v.Confidence, Checked: Day(s.Checked),
	}, "", ""
}

// follow ends the earlier value on the day before the later one, unless it
// says itself when it ends.
func follow(earlier *Value, later Value) (field, why string) {
	switch {
	case later.From <= earlier.From:
		return "from", "not after the value before it"
	case earlier.Until == 0:
		earlier.Until = later.From.Add(-1)
	case earlier.Until >= later.From:
		return "from", "the value before it still holds"
	}
	return "", ""
}

func (c Confidence) known() bool { return c == High || c == Medium || c == Low }

// lineOfValue returns the line of the n-th [[value]] (from 0) of a file.
func lineOfValue(text []byte, n int) int {
	for i, line := range strings.Split(string(text), "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "[[value]]") {
			if n == 0 {
				return i + 1
			}
			n--
		}
	}
	return 0
}
