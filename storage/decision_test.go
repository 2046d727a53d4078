package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
)

// A decision is kept beside the earlier ones, listed in their order and taken back.
func TestDecisions(t *testing.T) {
	s := start(t)
	must(t, s.PutPeople(ctx, mst, invented(3, 202610), "bảng lương 10/2026"))
	line := json.RawMessage(`{"hoTen":"Lê Ý","soCCCD":"079080100200"}`)
	one, err := s.AddDecision(ctx, mst, Decision{Month: 202611, What: "la-nguoi", Kind: "giong-nguoi", Line: line, Person: "NLD000002", Others: []string{"NLD000003"}, Take: true, Cell: "Lương!A9", SHA256: "ab"})
	must(t, err)
	two, err := s.AddDecision(ctx, mst, Decision{Month: 202611, What: "bo-dong", Line: line})
	must(t, err)
	all, err := s.Decisions(ctx, mst)
	must(t, err)
	want(t, "how many", len(all), 2)
	d := all[0]
	want(t, "the first", fmt.Sprint(d.ID == one, d.Month, d.What, d.Kind, string(d.Line), d.Person, d.Others, d.Take, d.Cell, d.SHA256),
		fmt.Sprint(true, d.Month, "la-nguoi", "giong-nguoi", string(line), "NLD000002", []string{"NLD000003"}, true, "Lương!A9", "ab"))
	want(t, "who is shown by accident", fmt.Sprint(d), "quyết định 1")
	must(t, s.DropDecision(ctx, mst, one))
	if err := s.DropDecision(ctx, mst, one); !errors.Is(err, ErrNotFound) {
		t.Errorf("twice: %v", err)
	}
	if err := s.DropDecision(ctx, "0", two); !errors.Is(err, ErrNotFound) {
		t.Errorf("of another employer: %v", err)
	}
	if _, err := s.AddDecision(ctx, mst, Decision{Month: 202611, What: "la-nguoi", Line: line, Person: "NLD000099"}); !errors.Is(err, ErrNotFound) {
		t.Errorf("nobody: %v", err)
	}
	all, err = s.Decisions(ctx, mst)
	must(t, err)
	want(t, "what is left", len(all) == 1 && all[0].ID == two && all[0].Person == "", true)
	n, err := s.VerifyJournal(ctx)
	must(t, err)
	want(t, "the journal has them", n > 3, true)
}

// Decisions go with the employer into another file, where people may have other
// numbers, and into a backup.
func TestDecisionsGoWithTheEmployer(t *testing.T) {
	s, b := start(t), start(t)
	must(t, s.PutPeople(ctx, mst, invented(2, 202610), "x"))
	_, err := s.AddDecision(ctx, mst, Decision{Month: 202611, What: "la-nguoi", Line: json.RawMessage(`{"hoTen":"A"}`), Person: "NLD000002", Others: []string{"NLD000001"}})
	must(t, err)
	must(t, s.KeepApart(ctx, mst, "NLD000001", "NLD000002"))
	_, err = b.TakeEmployer(ctx, s, mst, TakeOptions{})
	must(t, err)
	path := filepath.Join(t.TempDir(), "sao-luu.db")
	must(t, b.Backup(ctx, path))
	c := openAt(t, path)
	all, err := c.Decisions(ctx, mst)
	must(t, err)
	want(t, "decisions", fmt.Sprintln(len(all), all[0].Person, all[0].Others), "1 NLD000002 [NLD000001]\n")
	pairs, err := c.Apart(ctx, mst)
	must(t, err)
	want(t, "pairs", fmt.Sprint(pairs), "[[NLD000001 NLD000002]]")
}

// A file of version 9 knows no decisions; the program brings it up.
func TestFileFromBeforeDecisions(t *testing.T) {
	s := openAt(t, oldFile(t, 9))
	_, err := s.AddDecision(ctx, mst, Decision{Month: 202611, What: "bo-dong", Line: json.RawMessage(`{}`)})
	must(t, err)
}
