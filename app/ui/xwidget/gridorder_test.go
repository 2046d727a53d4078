package xwidget

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
)

// The order of a Vietnamese dictionary: letters first, «đ» behind every «d», then the
// tones ngang huyền hỏi ngã sắc nặng, then small letters before capitals.
func TestWordOrder(t *testing.T) {
	want := strings.Fields("a A à ả ã á ạ an An àn ánh azz ă ằ ân c d dà dạ dz đa Đa đà e ê i o ô ơ ờ u ư y")
	got := slices.Clone(want)
	rand.New(rand.NewSource(9)).Shuffle(len(got), func(i, k int) { got[i], got[k] = got[k], got[i] })
	slices.SortFunc(got, func(a, b string) int { return strings.Compare(WordOrder(a), WordOrder(b)) })
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("sorted %v\n  want %v", got, want)
	}
	if WordOrder("Nguye\u0302\u0303n") != WordOrder("Nguyễn") {
		t.Error("the same word in two forms of Unicode has two keys")
	}
}

// People sort by the given name, which stands last; then by the rest.
func TestNameOrder(t *testing.T) {
	want := []string{"Trần Văn An", "Ẵm", "Nguyễn Thị Ân", "Lê Bình", "Vũ Dũng", "Bùi Thị Đào", "Đỗ Văn Đào", "An Đặng"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b string) int { return strings.Compare(NameOrder(a), NameOrder(b)) })
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("sorted %q\n  want %q", got, want)
	}
}

// Amounts and dates sort as what they are; what cannot be read is last either way.
func TestArrangingSorts(t *testing.T) {
	for _, c := range []struct {
		kind  GridKind
		texts string
		up    string
		down  string
	}{
		{KindMoney, "5.310.000 900.000 - 50.600.000 0 -2", "-2 0 900.000 5.310.000 50.600.000 -", "50.600.000 5.310.000 900.000 0 -2 -"},
		{KindNumber, "2,34 2,4 2,334 10", "2,334 2,34 2,4 10", "10 2,4 2,34 2,334"},
		{KindDay, "02/01/2026 31/12/2025 ? 1999 15/06/1999", "1999 15/06/1999 31/12/2025 02/01/2026 ?", "02/01/2026 31/12/2025 15/06/1999 1999 ?"},
		{KindMonth, "12/2025 01/2026 11/2025", "11/2025 12/2025 01/2026", "01/2026 12/2025 11/2025"},
		{KindText, "ô o _ ơ", "_ o ô ơ", "ơ ô o _"},
	} {
		texts := strings.Fields(c.texts)
		for _, down := range []bool{false, true} {
			a := arranging{rows: len(texts), sorts: []sortColumn{{readCells{kind: c.kind, texts: texts}, down}}}
			var got []string
			for _, r := range a.result() {
				got = append(got, texts[r])
			}
			want := c.up
			if down {
				want = c.down
			}
			if strings.Join(got, " ") != want {
				t.Errorf("kind %d down %v: %q, want %q", c.kind, down, got, want)
			}
		}
	}
}

// Equals stay as they stand, and the column sorted before decides between them.
func TestArrangingIsStable(t *testing.T) {
	first := readCells{texts: []string{"b", "a", "b", "a", ""}}
	then := readCells{kind: KindNumber, texts: []string{"1", "2", "2", "1", "9"}}
	a := arranging{rows: 5, sorts: []sortColumn{{first, false}, {then, true}}}
	if got := a.result(); fmt.Sprint(got) != "[1 3 2 0 4]" {
		t.Errorf("rows %v, want [1 3 2 0 4]", got)
	}
}

func TestArrangingFilters(t *testing.T) {
	for _, c := range []struct {
		kind  GridKind
		texts string
		f     cellFilter
		want  string
	}{
		{KindText, "Nguyễn Trần Đức Nguyen", cellFilter{has: "nguyen"}, "[0 3]"},
		{KindText, "Nguyễn Trần Đức", cellFilter{has: "ĐỨC "}, "[2]"},
		{KindText, "a b a c", cellFilter{only: map[string]bool{"a": true, "c": true}}, "[0 2 3]"},
		{KindMoney, "5.310.000 900.000 ? 5.310.001", cellFilter{from: "5.310.000", to: "5310000"}, "[0]"},
		{KindMoney, "5 6 7", cellFilter{to: "6"}, "[0 1]"},
		{KindDay, "31/12/2025 01/01/2026 30/11/2026 01/01/2027", cellFilter{from: "2026", to: "2026"}, "[1 2]"},
		{KindDay, "31/10/2026 01/11/2026 30/11/2026 01/12/2026", cellFilter{from: "11/2026", to: "11/2026"}, "[1 2]"},
		{KindMonth, "10/2026 11/2026 12/2026", cellFilter{from: "11/2026"}, "[1 2]"},
	} {
		cells := readCells{kind: c.kind, texts: strings.Fields(c.texts)}
		a := arranging{rows: len(cells.texts), filters: []filterColumn{{cells, c.f}}}
		if got := fmt.Sprint(a.result()); got != c.want {
			t.Errorf("%q by %+v: rows %s, want %s", c.texts, c.f, got, c.want)
		}
	}
	bad := readCells{texts: []string{"a", "b"}, bad: []bool{false, true}}
	if got := (arranging{rows: 2, filters: []filterColumn{{bad, cellFilter{faulty: true}}}}).result(); fmt.Sprint(got) != "[1]" {
		t.Errorf("faulty rows %v, want [1]", got)
	}
}

func TestAmountWords(t *testing.T) {
	for n, want := range map[int64]string{53_100_000_000: "5.310.000", 23_400: "2,34", -5_000: "-0,5", 0: "0", 9_999: "0,9999"} {
		if got := amount(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
		if back, ok := figure(KindMoney, want); !ok || back != n {
			t.Errorf("%q reads as %d, want %d", want, back, n)
		}
	}
}

// Whatever stands in a cell is read without a panic, and sorting loses no row.
func FuzzArranging(f *testing.F) {
	f.Add("1.2\t,,\t-\t99999999999999999999999\t31/31/9999\tĐ")
	f.Fuzz(func(t *testing.T, s string) {
		texts := strings.Split(s, "\t")
		for k := KindText; k <= KindMonth; k++ {
			a := arranging{rows: len(texts), sorts: []sortColumn{{readCells{kind: k, texts: texts}, false}}}
			rows := a.result()
			slices.Sort(rows)
			for i, r := range rows {
				if i != r {
					t.Fatalf("kind %d: rows %v of %d", k, rows, len(texts))
				}
			}
			if len(rows) != len(texts) {
				t.Fatalf("kind %d: %d rows of %d", k, len(rows), len(texts))
			}
		}
	})
}
