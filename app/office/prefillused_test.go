package office

import (
	"strings"
	"testing"

	"ankhai/forms/facts"
	"ankhai/storage"
)

// A calculator's questions about time and days are answered from what is recorded;
// what is not recorded stays blank, and a 0 is never made up.
func TestPrefillOfUsedDays(t *testing.T) {
	o := openDesk(t, t.TempDir())
	id := lan(t, o, nil)
	ask := func(name string) Prefilled {
		t.Helper()
		p, err := o.Prefill(t.Context(), name, id, 20261122)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	if p := ask("han-muc-om-dau"); p.Known["daNghi"] != nil || p.Known["thangDong"] != nil || !strings.Contains(strings.Join(p.Missing, "|"), "chưa nghỉ ngày nào thì ghi 0") {
		t.Errorf("nothing recorded: %v, missing %q", p.Known, p.Missing)
	}
	claim(t, o, id, dot(facts.OmDau, 20260302, 20260306, 9))
	claim(t, o, id, dot(facts.DaiNgay, 20260601, 20260731, 60))
	claim(t, o, id, dot(facts.DuongSucOmDau, 20260810, 20260811, 4))
	kid := dot(facts.ConOm, 20260907, 20260908, 4)
	kid.NgaySinhCon = 20240501
	claim(t, o, id, kid)
	if err := o.PutCareer(t.Context(), id, storage.Career{MonthsBefore: ptr(int64(170)), Heavy: ptr(false)}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		calculator string
		want       map[string]any
	}{
		{"om-dau", map[string]any{"daNghi": "4.5", "soNam": "15", "nangNhoc": false}},
		{"han-muc-om-dau", map[string]any{"daNghi": "4.5", "thangDong": "183"}},
		{"duong-suc-om-dau", map[string]any{"ngayOm": "34", "daNghi": "2"}},
		{"con-om", map[string]any{"ngaySinhCon": "2024-05-01", "daNghi": "2"}},
		{"sinh-con", map[string]any{"tongThangDong": "183", "thangDong12": "12"}},
		{"tnld", map[string]any{"soNam": nil}},        // another fund
		{"dong-thang", map[string]any{"ngayOm": nil}}, // of a month
	} {
		p := ask(c.calculator)
		for k, want := range c.want {
			if got := p.Known[k]; got != want {
				t.Errorf("%s: %s is %v, want %v", c.calculator, k, got, want)
			}
		}
	}
}
