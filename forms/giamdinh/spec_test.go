package giamdinh

import (
	"os"
	"strings"
	"testing"
)

func TestSpec(t *testing.T) {
	const file = "testdata/spec.md"
	got := Spec()
	want, err := os.ReadFile(file)
	if err == nil && string(want) == got {
		return
	}
	if updating() {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("%s differs (%v)", file, err)
}

// A wrong line of the data files stops the program, naming file and line.
func TestLoadNamesWhatIsWrong(t *testing.T) {
	const bang, truong = "ma\tten\tgoc\tds\tdong\tgoi\ttin\tghi_chu\nXML1\tMột\tA\t\t\tco\tcao\t\n", "bang\ttruong\tkieu\tdai\tcan\tma\tten\n"
	for _, c := range []struct{ bang, truong, want string }{
		{bang + "XML1\tMột\tA\t\t\tco\tcao\t\n", truong, "bang.tsv, line 3: table"},
		{bang + "XML2\tHai\tA\tB\t\tco\tcao\t\n", truong, "without rows"},
		{bang + "XML2\tHai\tA\t\t\tco\tchắc\t\n", truong, "confidence"},
		{bang + "XML2\tHai\n", truong, "2 cells for 8"},
		{bang, truong + "XML9\tA\tso\t\t\t\tA\n", "no table"},
		{bang, truong + "XML1\tA\tsố\t\t\t\tA\n", "truong.tsv, line 2: field A of XML1: kind"},
		{bang, truong + "XML1\tA\tso\tdài\t\t\tA\n", "length"},
		{bang, truong + "XML1\tA\tma\t\t\t\tA\n", "answers"},
		{bang, truong + "XML1\tA\tso\t\t\t\t\n", "without words"},
		{bang, truong + "XML1\tA\tso\t\t\t\tA\nXML1\tA\tso\t\t\t\tA\n", "stands twice"},
	} {
		if _, err := load(c.bang, c.truong); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}

// The tables of the field: each is found by its name and by its root.
func TestTables(t *testing.T) {
	if len(Bangs()) != 16 {
		t.Errorf("%d tables, want XML0 to XML15", len(Bangs()))
	}
	for i, b := range Bangs() {
		if BangCua(b.Ma) != b || b.hang() != i || b.Goc != "" && BangCuaGoc(b.Goc) != b {
			t.Errorf("%s is not found, or not the table of its number", b.Ma)
		}
		if b.Goc != "" && (len(b.Truong) == 0 || b.Truong[0].Ten != "MA_LK") {
			t.Errorf("%s does not begin with MA_LK", b.Ma)
		}
	}
	if BangCua("XML16") != nil || BangCuaGoc("") != nil {
		t.Error("a table that does not exist is found")
	}
}

func TestNumbersAndMoments(t *testing.T) {
	for s, want := range map[string]int64{"0": 0, "12": 1200, "12.5": 1250, "0.05": 5, "999999999999.99": 99999999999999} {
		if n, ok := decimal(s, 2); !ok || n != want {
			t.Errorf("%s: got %d %v, want %d", s, n, ok, want)
		}
	}
	for _, s := range []string{"", "-1", "1,5", "1.", ".5", "1.005", "1e3", "1.2.3", "1234567890123", "٣"} {
		if n, ok := decimal(s, 2); ok {
			t.Errorf("%q is read as %d", s, n)
		}
	}
	// 0,33 × 50.600,500 × 30 % × 80 % = 4.007,5596
	if got := product(330, 50_600_500, 30, 80); got != 400756 {
		t.Errorf("got %d", got)
	}
	if got := product(999_999_999_999_999, 999_999_999_999_999); got != -1 {
		t.Errorf("got %d", got)
	}
	if got := money(-123456705); got != "-1.234.567,05" {
		t.Errorf("got %s", got)
	}
	for s, want := range map[string]bool{"202602290000": false, "202611222359": true, "202611222400": false, "202611222360": false, "20261122": false, "2026112223a0": false} {
		if _, ok := DocLuc(s); ok != want {
			t.Errorf("%s: got %v", s, ok)
		}
	}
	if l, _ := DocLuc("202611220805"); l.String() != "08:05 22/11/2026" {
		t.Errorf("got %s", l)
	}
	for s, want := range map[string]bool{"199508150000": true, "199500000000": true, "199508000000": false, "199500002400": false, "19950815": false} {
		if _, ok := docSinh(s); ok != want {
			t.Errorf("%s: got %v", s, ok)
		}
	}
}
