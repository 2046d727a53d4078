package law

import (
	"strings"
	"testing"
)

func TestUsersFigures(t *testing.T) {
	s, err := SachVoi([]Value{
		{Name: "muc-tham-chieu", From: 20280101, Amount: 3_000_000, Basis: "Nghị định B"},
		{Name: "muc-tham-chieu", From: 20270701, Amount: 2_800_000, Basis: "Nghị định A"},
	})
	if err != nil {
		t.Fatal(err)
	}
	for on, want := range map[Day]int64{20270630: 2_530_000, 20270701: 2_800_000, 20271231: 2_800_000, 20280101: 3_000_000, 20300101: 3_000_000} {
		v, ok := s.Get("muc-tham-chieu", on)
		if !ok || v.Amount != want || v.CuaNguoiDung != (on >= 20270701) {
			t.Errorf("%v: %+v, want %d", on, v, want)
		}
	}
	if _, ok := (*Sach)(nil).Get("muc-tham-chieu", 20261101); !ok {
		t.Error("a nil book has the program's figures")
	}
	for want, v := range map[string]Value{
		"không có tên này":    {Name: "khong-co", From: 20280101, Basis: "x"},
		"phải có dạng":        {Name: "muc-tham-chieu", Basis: "x"},
		"không được âm":       {Name: "muc-tham-chieu", From: 20280101, Amount: -1, Basis: "x"},
		"không quá 100%":      {Name: "ty-le-bhtn-don-vi", From: 20280101, Amount: 20_000, Basis: "x"},
		"phải ghi văn bản":    {Name: "muc-tham-chieu", From: 20280101, Amount: 1},
		"phải sau 01/07/2026": {Name: "muc-tham-chieu", From: 20260701, Amount: 1, Basis: "x"},
	} {
		if say := FaultOfRow(v); !strings.Contains(say, want) {
			t.Errorf("%+v: %q, want …%s…", v, say, want)
		}
		if _, err := SachVoi([]Value{v}); err == nil {
			t.Errorf("%+v was taken", v)
		}
	}
}
