package storage

import (
	"bytes"
	"encoding/json"
	"errors"
	"path/filepath"
	"testing"

	"ankhai/forms/law"
)

func TestStatements(t *testing.T) {
	s := start(t)
	put := func(m law.Month, file string) {
		must(t, s.PutStatement(ctx, mst, m, Statement{Mau: "366", Data: json.RawMessage(`{"dong":[]}`), TenTep: "c12.pdf", Tep: []byte(file)}))
	}
	put(202610, "%PDF-1")
	put(202609, "")
	put(202610, "%PDF-2")
	got, err := s.Statement(ctx, mst, 202610)
	must(t, err)
	want(t, "file", string(got.Tep), "%PDF-2")
	want(t, "rows", string(got.Data), `{"dong":[]}`)
	want(t, "hash", got.SHA256, hash([]byte("%PDF-2")))
	months, err := s.Statements(ctx, mst)
	must(t, err)
	want(t, "months", months, []law.Month{202609, 202610})
	if _, err := s.Statement(ctx, mst, 202608); !errors.Is(err, ErrNotFound) {
		t.Errorf("got %v", err)
	}
	if err := s.PutStatement(ctx, mst, 202610, Statement{Mau: "366", Data: json.RawMessage(`{}`), Tep: make([]byte, MaxStatement+1)}); !errors.Is(err, ErrTooBig) {
		t.Errorf("got %v", err)
	}
	if err := s.PutStatement(ctx, "0000000000", 202610, Statement{Mau: "366", Data: json.RawMessage(`{}`)}); err == nil {
		t.Error("an employer that is not there has a statement")
	}
}

// A statement goes with the employer into another file and into a backup, and a file
// that is not what was put is noticed.
func TestStatementsGoWithTheEmployer(t *testing.T) {
	s, b := start(t), start(t)
	must(t, s.PutStatement(ctx, mst, 202610, Statement{Mau: "366", Data: json.RawMessage(`{"a":1}`), TenTep: "c12.xlsx", Tep: []byte("PK")}))
	_, err := b.TakeEmployer(ctx, s, mst, TakeOptions{})
	must(t, err)
	got, err := b.Statement(ctx, mst, 202610)
	must(t, err)
	if !bytes.Equal(got.Tep, []byte("PK")) || string(got.Data) != `{"a":1}` {
		t.Errorf("got %+v", got)
	}
	path := filepath.Join(t.TempDir(), "sao-luu.db")
	must(t, b.Backup(ctx, path))
	got, err = openAt(t, path).Statement(ctx, mst, 202610)
	must(t, err)
	want(t, "file in the backup", string(got.Tep), "PK")
	_, err = s.w.Exec(`UPDATE statements SET tep = x'00'`)
	must(t, err)
	if _, err := s.Statement(ctx, mst, 202610); !errors.Is(err, ErrDamaged) {
		t.Errorf("a changed file is given out: %v", err)
	}
}

// A file of version 7 knows no statements; the program brings it up.
func TestFileFromBeforeStatements(t *testing.T) {
	s := openAt(t, oldFile(t, 7))
	must(t, s.PutStatement(ctx, mst, 202610, Statement{Mau: "cu", Data: json.RawMessage(`{}`)}))
}
