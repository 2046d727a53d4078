package storage

import (
	"encoding/json"
	"errors"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// Histories come in with their lines in one transaction, change, and go again; what has
// another source stays.
func TestPastComesAndGoes(t *testing.T) {
	s := start(t)
	p := invented(2, 202601)
	raised := p[0]
	raised.TuThang, raised.Luong.MucLuong = 202604, 9_000_000
	past := []Past{
		{Who: p[0], Lines: []Held{{Who: p[0], Source: "tệp!A2"}, {Who: raised, Source: "tệp!A3"}}},
		{Who: p[1], Lines: []Held{{Who: p[1], Source: "tệp!A4"}}},
	}
	notes := []Memory{{"tep:1", json.RawMessage(`{"a":1}`)}, {"tep:2", json.RawMessage(`{"b":2}`)}, {"khac", json.RawMessage(`3`)}}
	must(t, s.PutPast(ctx, mst, past, notes))
	want(t, "minted", []string{past[0].Who.ID, past[1].Who.ID}, []string{"NLD000001", "NLD000002"})
	all, err := s.Histories(ctx, mst)
	must(t, err)
	want(t, "people", len(all), 2)
	want(t, "months", []law.Month{all[0][0].Who.TuThang, all[0][1].Who.TuThang}, []law.Month{202601, 202604})
	want(t, "source", all[0][1].Source, "tệp!A3")
	kept, err := s.Memories(ctx, mst, "tep:")
	must(t, err)
	want(t, "notes", len(kept), 2)

	sent := all[0][1].Who
	sent.TuThang = 202607
	must(t, s.PutPeople(ctx, mst, []facts.NguoiLaoDong{sent}, "hồ sơ"))
	gone := []Past{
		{Who: all[0][0].Who, Drop: []law.Month{202601, 202604}, NoMore: true},
		{Who: all[1][0].Who, Drop: []law.Month{202601}, NoMore: true},
	}
	must(t, s.PutPast(ctx, mst, gone, []Memory{{Key: "tep:1"}}))
	all, err = s.Histories(ctx, mst)
	must(t, err)
	want(t, "who was sent stays", len(all), 1)
	want(t, "and the month of that alone", len(all[0]), 1)
	_, err = s.Person(ctx, "NLD000002")
	want(t, "the other is gone", errors.Is(err, ErrNotFound), true)
	kept, err = s.Memories(ctx, mst, "tep:")
	must(t, err)
	want(t, "notes left", len(kept), 1)
}

// A fault in one person leaves nothing of the others.
func TestPastIsAllOrNothing(t *testing.T) {
	s := start(t)
	p := invented(2, 202601)
	lost := p[1]
	lost.ID = "NLD999999"
	err := s.PutPast(ctx, mst, []Past{{Who: p[0], Lines: []Held{{Who: p[0]}}}, {Who: lost, Lines: []Held{{Who: lost}}}}, []Memory{{"tep:1", json.RawMessage(`1`)}})
	want(t, "unknown person", errors.Is(err, ErrNotFound), true)
	all, err := s.Histories(ctx, mst)
	must(t, err)
	want(t, "people", len(all), 0)
	kept, err := s.Memories(ctx, mst, "")
	must(t, err)
	want(t, "notes", len(kept), 0)
}
