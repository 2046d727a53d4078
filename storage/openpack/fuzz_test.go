package openpack

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// Any file is told apart, and what is given out of it is what the list says.
func FuzzPack(f *testing.F) {
	at := filepath.Join(f.TempDir(), "mo.zip")
	packed(f, at)
	data, err := os.ReadFile(at)
	must(f, err)
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Add([]byte("PK\x05\x06" + string(make([]byte, 18))))
	f.Fuzz(func(t *testing.T, data []byte) {
		at := filepath.Join(t.TempDir(), "mo.zip")
		must(t, os.WriteFile(at, data, 0o600))
		r, err := Open(at)
		if err != nil {
			return
		}
		defer r.Close()
		if err := r.Check(ctx); err != nil {
			t.Skip(err)
		}
		for _, file := range r.Contents.Files {
			if !r.Has(file.Name) {
				continue
			}
			if _, ok := limit(file.Name); !ok {
				t.Errorf("%q is given out", file.Name)
			}
			in, err := r.Open(file.Name)
			must(t, err)
			n, err := io.Copy(io.Discard, in)
			if err != nil || n != file.Size {
				t.Errorf("%s: %d bytes, %v", file.Name, n, err)
			}
			must(t, in.Close())
		}
	})
}

// Rows are read or refused; what is read can be written, and is then read again alike.
func FuzzRows(f *testing.F) {
	for _, s := range []string{`{"bang":"a","phienBan":1,"dong":[` + "\n" + `{"ma":"NLD1","so":5},` + "\n" + `{}]}`, `{"dong":[]}`, `{"dong":[1]}`, `{"dong":[{"a":{"b":[1,"]}"]}}]}`,
		`{"x":{"dong":1},"dong":[{"\u0061":null}]} `, `[`, `{"dong":[{}]}x`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var out bytes.Buffer
		w, err := NewRowWriter(&out, "a", 1)
		must(t, err)
		var rows [][]string
		err = ReadRows(bytes.NewReader(data), func(r *Row) error {
			var row []string
			b := []byte("{")
			for i, name := range r.Names {
				if len(b) > 1 {
					b = append(b, ',')
				}
				b = append(append(AppendText(b, name), ':'), r.Raw[i]...)
				row = append(row, name, string(r.Raw[i]))
			}
			rows = append(rows, row)
			return w.Put(append(b, '}'))
		})
		if err != nil {
			if !errors.Is(err, ErrRows) {
				t.Errorf("an error of its own: %v", err)
			}
			return
		}
		n, err := w.Close()
		must(t, err)
		again := 0
		must(t, ReadRows(&out, func(r *Row) error {
			row := rows[again]
			again++
			for i, name := range r.Names {
				if row[2*i] != name || row[2*i+1] != string(r.Raw[i]) {
					t.Errorf("row %d: got %q: %s, want %q: %s", again, name, r.Raw[i], row[2*i], row[2*i+1])
				}
			}
			return nil
		}))
		if again != n {
			t.Errorf("%d rows, then %d", n, again)
		}
	})
}

// A text that is read is written and read again alike.
func FuzzText(f *testing.F) {
	for _, s := range []string{`"Đỗ"`, `"\u0110\n"`, `{"base64":"/w=="}`, `"`, `1`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		s, err := ReadText(raw)
		if err != nil {
			return
		}
		if got, err := ReadText(AppendText(nil, s)); err != nil || got != s {
			t.Errorf("%q: got %q, %v", s, got, err)
		}
	})
}
