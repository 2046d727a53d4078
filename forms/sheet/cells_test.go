package sheet

import (
	"errors"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Texts, numbers and days come as they are written; a formula without a result and an
// error are named and have no text.
func TestReadCells(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	set := func(at string, v any) {
		if err := f.SetCellValue("Sheet1", at, v); err != nil {
			t.Fatal(err)
		}
	}
	set("A1", "  STT ")
	set("B1", "NỘI  DUNG")
	set("A2", 2.1)
	set("C2", 27_000_000)
	set("D2", -1_500.5)
	set("E2", "2.2.1")
	if err := f.SetCellFormula("Sheet1", "F2", "C2+1"); err != nil {
		t.Fatal(err)
	}
	if _, err := f.NewSheet("Ẩn"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetSheetVisible("Ẩn", false); err != nil {
		t.Fatal(err)
	}
	var b writer
	if _, err := f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	got, problems, err := ReadCells(t.Context(), b, nil)
	if err != nil || len(got) != 1 || len(got[0].Rows) != 2 {
		t.Fatalf("got %+v, %v", got, err)
	}
	want := map[string]string{"A1": "STT", "B1": "NỘI DUNG", "A2": "2.1", "C2": "27000000", "D2": "-1500.5", "E2": "2.2.1", "F2": ""}
	n := 0
	for _, r := range got[0].Rows {
		for _, c := range r {
			if n++; want[c.At] != c.Text || c.Lost != (c.At == "F2") {
				t.Errorf("%s is %q, want %q; lost: %v", c.At, c.Text, want[c.At], c.Lost)
			}
		}
	}
	if n != len(want) {
		t.Errorf("%d cells, want %d", n, len(want))
	}
	if len(problems) != 1 || problems[0].Cell != "F2" || problems[0].Code != xlNoResult {
		t.Errorf("problems %+v", problems)
	}
	var refused *Refusal
	if _, _, err := ReadCells(t.Context(), []byte("%PDF-1.7"), nil); !errors.As(err, &refused) {
		t.Errorf("a PDF is read: %v", err)
	}
	if _, _, err := ReadCells(t.Context(), b[:len(b)/2], nil); !errors.As(err, &refused) {
		t.Errorf("half a workbook is read: %v", err)
	}
}

// writer is a slice that is written to.
type writer []byte

func (w *writer) Write(p []byte) (int, error) { *w = append(*w, p...); return len(p), nil }
