package formtest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ankhai/forms/form"
)

var (
	ten  = form.Text("Ten", "Tên", form.Must)
	tien = form.Money("Tien", "Tiền")
	thu  = form.Register(form.Form{
		ID: "THU-FORMTEST", Version: "1", Title: "Mẫu thử", From: 1,
		Table: &form.Table{Tag: "Dong", Groups: []form.Group{form.Cols("", ten, tien)},
			Totals: []form.Total{{Tag: "Tong", Head: "Tổng", If: form.Always, Of: tien}}},
	})
)

func write(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "a.txtar")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestArchiveReadsBack(t *testing.T) {
	const text = "lời nói\n-- a --\nmột\nhai\n-- b --\n-- c.tsv --\nx\ty\n"
	a, err := ReadArchive(write(t, text))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(a.Bytes()); got != text {
		t.Errorf("got %q, want %q", got, text)
	}
	if !a.Has("b") || a.Has("d") {
		t.Error("the parts are not found")
	}
}

func TestLoadAndSay(t *testing.T) {
	c, err := Load(thu, write(t, "-- rows.tsv --\nTen\tTien\nAn\t5.000\n\t7.000\nBa\n-- today --\n01/02/2026\n"))
	if err != nil {
		t.Fatal(err)
	}
	if c.Today != 20260201 || c.Period != 202602 || len(c.Doc.Rows) != 3 {
		t.Errorf("got %+v", c)
	}
	if got, want := Faults(c.Doc.Check(c.Today, c.Period)), "THU-FORMTEST-Ten Lỗi dòng 2.Ten: Tên: phải có\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := totals(c.Doc), "Tong 12.000 (còn 1 dòng chưa biết)\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLoadNamesWhatIsWrong(t *testing.T) {
	for text, want := range map[string]string{
		"-- rows.tsv --\nKhac\nx\n":      `no column "Khac"`,
		"-- rows.tsv --\nTien\nmười\n":   "line 2, column Tien",
		"-- rows.tsv --\nTen\na\tb\n":    "line 2 has 2 cells",
		"-- today --\nhôm nay\n":         "not a day",
		"-- period --\ntháng này\n":      "not a month",
		"-- la --\n":                     "no such part",
		"-- Khong.tsv --\nTen\nx\n":      "no table Khong",
		"-- head.tsv --\nTen\nx\n":       "head.tsv",
		"-- rows.tsv --\nTen\tTen2\nx\n": `no column "Ten2"`,
	} {
		if _, err := Load(thu, write(t, text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
}
