package services

import (
	"strings"
	"testing"

	"ankhai/forms/codes"
)

func TestMauCauOfAPhuongAn(t *testing.T) {
	got := CacMauCau("D02-LT", "GhiChu", "TS", 20261122)
	if len(got) < 3 || got[0].Cau != "Nghỉ hưởng chế độ thai sản từ … đến …" {
		t.Fatalf("got %+v", got)
	}
	for _, c := range got {
		if strings.Contains(c.Cau, "chấm dứt") {
			t.Errorf("of another phương án: %s", c.Cau)
		}
	}
	if n, all := len(got), len(CacMauCau("D02-LT", "GhiChu", "", 20261122)); all <= n {
		t.Errorf("%d of one, %d of all", n, all)
	}
	for _, none := range [][]string{{"D02-LT", "HoTen"}, {"KHONG-CO", "GhiChu"}} {
		if got := CacMauCau(none[0], none[1], "", 20261122); got != nil {
			t.Errorf("%v: got %+v", none, got)
		}
	}
	if got := CacMauCau("TK1-TS", "NoiDung", "", 20250101); got != nil { // before the decision
		t.Errorf("too early: %+v", got)
	}
}

// Every sentence names its source and phương án that there are.
func TestMauCauAreWhole(t *testing.T) {
	for _, c := range mauCau {
		for _, pa := range c.PhuongAn {
			if !codes.PhuongAn.Has(pa) {
				t.Errorf("%s: no phương án %s", c.Cau, pa)
			}
		}
		if c.Confidence != "medium" && c.Tu == 0 {
			t.Errorf("%s: no day", c.Cau)
		}
		if strings.Contains(c.Cau, "...") {
			t.Errorf("%s: blanks are %s", c.Cau, ChoTrong)
		}
	}
}
