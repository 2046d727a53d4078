package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/forms/sheet"
	"ankhai/forms/sheet/bia"
)

const shipped = "../../../assets/sample"

func read(t testing.TB, dir, name string, m law.Month) *sheet.Book {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	b, err := sheet.Read(context.Background(), data, sheet.Options{Name: name, Month: m})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// compareDir reads the two workbooks of a folder and compares them.
func compareDir(t testing.TB, dir string) (oct, nov *sheet.Book, r payroll.Result) {
	oct = read(t, dir, "luong-2026-10.xlsx", 202610)
	nov = read(t, dir, "luong-2026-11.xlsx", 202611)
	roster := payroll.Open(oct.Rows, 202610)
	return oct, nov, payroll.Compare(payroll.Input{DonVi: employer, Roster: roster, Rows: nov.Rows, Month: 202611})
}

// lines writes proposals one a line, sorted, so that two lists can be compared
// and the difference read.
func lines(t *testing.T, proposals any) []string {
	t.Helper()
	var out []string
	b, err := json.Marshal(proposals)
	if err != nil {
		t.Fatal(err)
	}
	var list []DeXuat
	if err := json.Unmarshal(b, &list); err != nil {
		t.Fatal(err)
	}
	for _, d := range list {
		s, _ := json.Marshal(d)
		out = append(out, string(s))
	}
	slices.Sort(out)
	return out
}

func checkOracle(t *testing.T, dir string) (nov *sheet.Book) {
	t.Helper()
	_, nov, r := compareDir(t, dir)
	sameProposals(t, dir, r)
	for _, u := range r.Undecided {
		t.Errorf("undecided: %+v", u)
	}
	return nov
}

// sameProposals holds what was proposed against the oracle of a folder.
func sameProposals(t *testing.T, dir string, r payroll.Result) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "de-xuat-2026-11.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want []DeXuat
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	got, exp := lines(t, r.Proposals), lines(t, want)
	for _, s := range got {
		if !slices.Contains(exp, s) {
			t.Errorf("not expected: %s", s)
		}
	}
	for _, s := range exp {
		if !slices.Contains(got, s) {
			t.Errorf("missing:      %s", s)
		}
	}
}

// The proposals of the shipped sample are those its oracle names.
func TestSampleGivesTheOracle(t *testing.T) {
	nov := checkOracle(t, shipped)
	if len(nov.Rows) != 124 {
		t.Errorf("got %d rows, want 124", len(nov.Rows))
	}
	var got []string
	for _, p := range nov.Problems {
		got = append(got, p.Code)
	}
	if fmt.Sprint(got) != "[XL-17]" {
		t.Errorf("got problems %v, want the restored CCCD alone", nov.Problems)
	} else if p := nov.Problems[0]; p.Cell != "F43" || p.Fix != "0"+p.Value {
		t.Errorf("got %+v, want the CCCD of F43 restored", p)
	}
	oct := read(t, shipped, "luong-2026-10.xlsx", 202610)
	if len(oct.Rows) != 120 || len(oct.Problems) != 0 {
		t.Errorf("October: got %d rows and %v, want 120 and no problem", len(oct.Rows), oct.Problems)
	}
	s := nov.Sheets[0]
	if s.Layout != "L5" || s.HeadFrom != 6 || s.HeadTo != 7 || s.Month != 202611 {
		t.Errorf("got sheet %+v, want layout L5 with its header in rows 6–7", s)
	}
	if oct.Mapping.Layouts[0].Key != nov.Mapping.Layouts[0].Key {
		t.Error("the two months are not one layout")
	}
}

// The shipped files are what the generator writes, byte for byte.
func TestSampleIsUpToDate(t *testing.T) {
	dir := t.TempDir()
	if err := write(base, ordinary(base), dir); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"luong-2026-10.xlsx", "luong-2026-11.xlsx", "de-xuat-2026-11.json", "donvi.json"} {
		got, err := os.ReadFile(filepath.Join(shipped, name))
		if err != nil {
			t.Fatal(err)
		}
		want, _ := os.ReadFile(filepath.Join(dir, name))
		if !bytes.Equal(got, want) {
			t.Errorf("%s: differs from what the generator writes; run go run ./forms/sheet/mausample -out assets/sample", name)
		}
	}
}

// A factory of 10 000 behaves like one of 120.
func TestTenThousand(t *testing.T) {
	dir := t.TempDir()
	if err := write(10_000, ordinary(10_000), dir); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	nov := checkOracle(t, dir)
	t.Logf("two workbooks of 10 000 read and compared in %v; %d rows, %d problems", time.Since(start), len(nov.Rows), len(nov.Problems))
	for _, p := range nov.Problems[:min(5, len(nov.Problems))] {
		t.Log(p)
	}
}

// A factory of 12 000 in a wild month: 380 in, 410 out, 95 changes and 14 lines
// that only a person can decide on. Everything the oracle names is proposed or
// asked, at its place, and nothing else is.
func TestTwelveThousand(t *testing.T) {
	dir := t.TempDir()
	happen := counts{TM: 250, TD: 70, TC: 40, ON: 20, GH: 360, TS: 30, KL: 12, OF: 8, DC: 80, CD: 15, unclear: true}
	if err := write(11_998, happen, dir); err != nil {
		t.Fatal(err)
	}
	_, nov, r := compareDir(t, dir)
	if len(nov.Rows) != 12_000 {
		t.Errorf("got %d rows, want 12 000", len(nov.Rows))
	}
	sameProposals(t, dir, r)
	data, err := os.ReadFile(filepath.Join(dir, "chua-ro-2026-11.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want []ChuaRo
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	if len(want) != 14 {
		t.Errorf("the oracle has %d lines to decide on, want 14", len(want))
	}
	var got []ChuaRo
	for _, u := range r.Undecided {
		other := ""
		if u.Other != (facts.Noi{}) {
			other = u.Other.String()
		}
		got = append(got, ChuaRo{u.Loai, u.HoTen, u.Source.String(), other})
	}
	for _, u := range got {
		if !slices.Contains(want, u) {
			t.Errorf("asked without reason: %+v", u)
		}
	}
	for _, u := range want {
		if !slices.Contains(got, u) {
			t.Errorf("not asked: %+v", u)
		}
	}
	in, out, changed := 0, 0, 0
	for _, d := range r.Proposals {
		switch d.PhuongAn {
		case "TM", "TD", "TC", "ON":
			in++
		case "GH", "TS", "KL", "OF":
			out++
		case "DC", "CD":
			changed++
		}
	}
	if in != 380 || out != 410 || changed != 95 {
		t.Errorf("got %d in, %d out, %d changes, want 380, 410, 95", in, out, changed)
	}
}

func BenchmarkRead10000(b *testing.B) {
	dir := b.TempDir()
	if err := write(10_000, ordinary(10_000), dir); err != nil {
		b.Fatal(err)
	}
	data, _ := os.ReadFile(filepath.Join(dir, "luong-2026-11.xlsx"))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := sheet.Read(context.Background(), data, sheet.Options{Month: 202611}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCompare12000(b *testing.B) {
	m := invent(bia.New(26, 11), 12_000, ordinary(12_000))
	rows := func(ws []worker) (out []facts.DongLuong) {
		for _, w := range ws {
			w.PhuongAn = ""
			out = append(out, w.DongLuong)
		}
		return out
	}
	roster := payroll.Open(rows(m.october), 202610)
	nov := rows(m.november)
	b.ReportAllocs()
	for b.Loop() {
		payroll.Compare(payroll.Input{DonVi: employer, Roster: roster, Rows: nov, Month: 202611})
	}
}
