package storage

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// erasedWord stands in a text of somebody else's where a person was named.
const erasedWord = "[đã xoá]"

// mention finds a person in what was kept as JSON or as text: by their numbers,
// by the store's own number, and by the name where nobody else in the store has
// it. It knows no form: a record is a person's if one of its values is exactly
// one of theirs.
type mention struct {
	id      string
	seq     int64
	mst     string
	numbers []string // mã số BHXH and số CCCD, those they had before as well
	name    string   // "" where another person has the same name
	names   []string // also of before; for records that carry no number at all
}

// mentionOf learns how a person can be recognised. ErrNotFound if there is none.
func mentionOf(ctx context.Context, tx *sql.Tx, id string) (*mention, error) {
	m := &mention{id: id}
	var name, bhxh, cccd string
	if err := tx.QueryRowContext(ctx, `SELECT seq, mst, ho_ten, ma_so_bhxh, so_cccd FROM people WHERE id = ?`, id).
		Scan(&m.seq, &m.mst, &name, &bhxh, &cccd); err != nil {
		return nil, err
	}
	m.add(name, bhxh, cccd)
	if err := rows(ctx, tx, func(scan func(...any) error) error {
		var data []byte
		if err := scan(&data); err != nil {
			return err
		}
		var old identity
		err := json.Unmarshal(data, &old)
		m.add(old.HoTen, old.MaSoBHXH, old.SoCCCD)
		return err
	}, `SELECT data FROM people_past WHERE person = ?`, m.seq); err != nil {
		return nil, err
	}
	others := 0
	err := tx.QueryRowContext(ctx, `SELECT count(*) FROM people WHERE ho_ten = ? AND seq <> ?`, name, m.seq).Scan(&others)
	if others == 0 {
		m.name = norm.NFC.String(name)
	}
	return m, err
}

func (m *mention) add(name string, numbers ...string) {
	if name = norm.NFC.String(name); name != "" && !slices.Contains(m.names, name) {
		m.names = append(m.names, name)
	}
	for _, n := range numbers {
		if len(n) >= 6 && !slices.Contains(m.numbers, n) {
			m.numbers = append(m.numbers, n)
		}
	}
}

// where is an SQL condition that lets through what may mention the person.
func (m *mention) where(column string) (cond string, args []any) {
	var or []string
	for _, s := range m.needles() {
		b, _ := json.Marshal(s) // as it stands inside JSON
		for _, form := range []string{s, string(b[1 : len(b)-1])} {
			if !slices.Contains(args, any(form)) {
				or, args = append(or, "instr("+column+", ?) > 0"), append(args, form)
			}
		}
	}
	return "(" + strings.Join(or, " OR ") + ")", args
}

func (m *mention) needles() []string {
	out := append([]string{m.id}, m.numbers...)
	return append(out, m.names...)
}

// own reports whether a record is the person's: a value of it is a number of
// theirs, or it carries their name and nobody's number.
func (m *mention) own(record map[string]any) bool {
	named, numbered := false, false
	for _, v := range record {
		s, ok := v.(string)
		switch {
		case !ok:
		case s == m.id || slices.Contains(m.numbers, s):
			return true
		case slices.Contains(m.names, norm.NFC.String(s)):
			named = true
		case personalNumber(s):
			numbered = true
		}
	}
	return named && !numbered && m.name != ""
}

// personalNumber reports whether a text has the shape of a person's number.
func personalNumber(s string) bool {
	if len(s) != 10 && len(s) != 12 {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// text puts a word in place of the person in a text of somebody else's.
func (m *mention) text(s string) string {
	for _, n := range m.numbers {
		s = strings.ReplaceAll(s, n, erasedWord)
	}
	if m.name == "" {
		return s
	}
	for _, n := range m.names {
		s = strings.ReplaceAll(s, n, erasedWord)
	}
	return s
}

// in reports whether a text names the person.
func (m *mention) in(s string) bool { return m.text(s) != s }

// scrub takes the person out of JSON: a record of theirs is dropped from the list
// that it stands in, a text that names them is changed. theirs says that the whole
// is a record of theirs.
func (m *mention) scrub(data []byte) (out []byte, theirs, changed bool, err error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, false, false, err
	}
	v, theirs, changed = m.walk(v, true)
	if theirs || !changed {
		return data, theirs, changed, nil
	}
	out, err = encode(v)
	return out, false, true, err
}

// records are the records of the person in JSON, in their order.
func (m *mention) records(data []byte) (out []json.RawMessage, err error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, err
	}
	var look func(v any) error
	look = func(v any) error {
		switch v := v.(type) {
		case []any:
			for _, x := range v {
				if err := look(x); err != nil {
					return err
				}
			}
		case map[string]any:
			if m.own(v) {
				b, err := encode(v)
				out = append(out, b)
				return err
			}
			for _, k := range slices.Sorted(maps.Keys(v)) {
				if err := look(v[k]); err != nil {
					return err
				}
			}
		}
		return nil
	}
	err = look(v)
	return out, err
}

// mend changes the texts that name the person and drops nothing.
func (m *mention) mend(data []byte) ([]byte, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, err
	}
	v, _, _ = m.walk(v, false)
	return encode(v)
}

func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

func (m *mention) walk(v any, drop bool) (out any, theirs, changed bool) {
	switch v := v.(type) {
	case string:
		s := m.text(norm.NFC.String(v))
		return s, false, s != norm.NFC.String(v)
	case []any:
		kept := v[:0]
		for _, x := range v {
			y, theirs, ch := m.walk(x, drop)
			changed = changed || theirs || ch
			if !theirs {
				kept = append(kept, y)
			}
		}
		return kept, false, changed
	case map[string]any:
		if drop && m.own(v) {
			return v, true, true
		}
		for k, x := range v {
			y, theirs, ch := m.walk(x, drop)
			changed = changed || theirs || ch
			if theirs {
				delete(v, k)
			} else {
				v[k] = y
			}
		}
		return v, false, changed
	}
	return v, false, false
}
