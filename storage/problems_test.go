package storage

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"ankhai/forms/facts"
)

// A payroll with as much to say of it as it has rows is kept about as fast as one with
// nothing: the rows do not carry the problems along.
func TestManyProblemsAreKeptFast(t *testing.T) {
	s := start(t)
	rows := make([]facts.DongLuong, 4000)
	for i, p := range invented(len(rows), 202611) {
		rows[i] = facts.DongLuong{HoTen: p.HoTen, SoCCCD: p.SoCCCD, MaSoBHXH: p.MaSoBHXH, Luong: p.Luong}
	}
	long, err := json.Marshal(strings.Repeat("Số CCCD: phải có 12 chữ số. ", len(rows)*20))
	must(t, err)
	fastest := func(problems []byte) time.Duration {
		least := time.Duration(1 << 62)
		for range 3 {
			begun := time.Now()
			must(t, s.PutPayroll(ctx, mst, 202611, Payroll{Rows: rows, Problems: problems}))
			least = min(least, time.Since(begun))
		}
		return least
	}
	none, many := fastest(nil), fastest(long)
	t.Logf("%d rows: %v without problems, %v with %d KB of them", len(rows), none, many, len(long)>>10)
	if many > 8*none {
		t.Errorf("%v with problems, %v without", many, none)
	}
	p, err := s.Payroll(ctx, mst, 202611)
	must(t, err)
	if string(p.Problems) != string(long) || len(p.Rows) != len(rows) {
		t.Errorf("%d bytes of problems and %d rows came back", len(p.Problems), len(p.Rows))
	}
}
