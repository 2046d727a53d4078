package mau

import (
	"fmt"
	"slices"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/sheet"
)

// people is how many a fixture has: with the catalogue sown once each, up to 3 % of
// the rows have an error.
const people = 2800

// Each layout, clean and with the catalogue of faults sown in it, gives every
// person and names every fault at its cell, and nothing else.
func TestLayouts(t *testing.T) {
	for _, layout := range CacNguoi { // claims and statements are read in app/office
		for _, bo := range []*Bo{Sach(layout, people), Ban(layout, people)} {
			t.Run(bo.Ten, func(t *testing.T) {
				b, err := sheet.Read(t.Context(), Viet(bo.Trang, Cach{}), sheet.Options{Name: bo.Ten + ".xlsx", Month: Thang})
				if err != nil {
					t.Fatal(err)
				}
				check(t, bo, b)
			})
		}
	}
}

// check compares a book with its oracle.
func check(t *testing.T, bo *Bo, b *sheet.Book) {
	t.Helper()
	for _, s := range b.Sheets {
		if s.Layout != bo.Layout {
			t.Errorf("sheet %s is taken for %q", s.Name, s.Layout)
		}
	}
	var found []Loi
	say := map[string]string{}
	for _, p := range b.Problems {
		l := Loi{Sheet: p.Sheet, O: p.Cell, Ma: p.Code, Muc: p.Level}
		found = append(found, l)
		say[Dinh([]Loi{l})[0]] = fmt.Sprintf("[%s] %s", p.Value, p.Message)
	}
	got, want := Dinh(found), Dinh(bo.Loi)
	for _, s := range got {
		if !slices.Contains(want, s) {
			t.Errorf("invented: %s %s", s, say[s])
		}
	}
	for _, s := range want {
		if !slices.Contains(got, s) {
			t.Errorf("missed: %s", s)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d faults named, %d sown", len(got), len(want))
	}
	rows := b.Rows
	if bo.Cham {
		rows = b.Times
	}
	samePeople(t, rows, bo.Nguoi)
}

func samePeople(t *testing.T, got, want []facts.DongLuong) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%d people, want %d", len(got), len(want))
		return
	}
	type fields facts.DongLuong // without its own short name
	shown := 0
	for i := range want {
		line := got[i]
		line.Goc = nil // as it was written: the tests of forms/sheet hold it to the line
		if line != want[i] && shown < 5 {
			shown++
			t.Errorf("%s is\n%+v\nwant\n%+v", want[i].Noi, fields(line), fields(want[i]))
		}
	}
}
