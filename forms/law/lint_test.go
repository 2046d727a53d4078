package law

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// Today nothing has run out and everything was looked at; in a year the program
// says itself what has to be renewed.
func TestKiemSoLieu(t *testing.T) {
	for _, c := range KiemSoLieu(20261122) {
		if strings.Contains(c.Say, "hết giá trị") || strings.Contains(c.Say, "chưa ai xem lại") {
			t.Errorf("%s: %s", c.Ten, c.Say)
		}
	}
	later := map[string]string{}
	for _, c := range KiemSoLieu(20280101) {
		later[c.Ten] += c.Say
	}
	for name, want := range map[string]string{
		"lai-suat-quy-bhxh": "hết giá trị từ 01/01/2027", "he-so-dieu-chinh-2015": "hết giá trị từ 01/01/2027",
		"muc-tham-chieu": "chưa ai xem lại từ 22/11/2026",
	} {
		if !strings.Contains(later[name], want) {
			t.Errorf("%s: %q, want …%s…", name, later[name], want)
		}
	}
}

// The day before and the day of every dated change of every figure, in a table
// that a person can read: testdata/moc.tsv.
func TestEveryChange(t *testing.T) {
	var b strings.Builder
	b.WriteString("# số liệu\tngày\tgiá trị (- = chưa có)\n")
	show := func(name string, on Day) {
		s := "-"
		if v, ok := Get(name, on); ok {
			s = VietSo(v.Amount)
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\n", name, on.ISO(), s)
	}
	for _, name := range Names() {
		for _, v := range History(name) {
			show(name, v.From.Add(-1))
			show(name, v.From)
			if v.Until != 0 {
				show(name, v.Until)
				show(name, v.Until.Add(1))
			}
		}
	}
	if os.Getenv("ANKHAI_UPDATE") != "" {
		if err := os.WriteFile("testdata/moc.tsv", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/moc.tsv")
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		got, old := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
		for i := range got {
			if i >= len(old) || got[i] != old[i] {
				t.Fatalf("line %d: got %q (ANKHAI_UPDATE=1 writes the table again)", i+1, got[i])
			}
		}
		t.Fatal("the table has lines that no figure gives")
	}
}
