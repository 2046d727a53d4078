package facts

import (
	"fmt"
	"strings"
	"testing"

	"ankhai/forms/law"
)

// Every fault of a period is named at once, and a good one has none.
func TestFaultsOfAPeriod(t *testing.T) {
	good := DotHuong{CheDo: OmDau, TuNgay: 20261102, DenNgay: 20261106, NuaNgay: 9}
	for _, c := range []struct {
		name string
		make func(*DotHuong)
		want string // words of every fault, in order
	}{
		{"4,5 days", func(*DotHuong) {}, ""},
		{"no such kind", func(d *DotHuong) { d.CheDo = "nghiMat" }, "Chế độ: không có mã này"},
		{"days missing", func(d *DotHuong) { d.TuNgay, d.DenNgay = 0, 20260230 }, "Từ ngày: phải có dạng|Đến ngày: phải có dạng"},
		{"the wrong way round", func(d *DotHuong) { d.DenNgay = 20261101 }, "Đến ngày: không trước Từ ngày"},
		{"no number of days", func(d *DotHuong) { d.NuaNgay = 0 }, "Số ngày: phải lớn hơn 0"},
		{"more days than there are", func(d *DotHuong) { d.NuaNgay = 11 }, "Số ngày: không quá 5 ngày"},
		{"over the year's end", func(d *DotHuong) { d.TuNgay, d.DenNgay = 20261230, 20270105 }, "Đến ngày: phải cùng năm"},
		{"convalescence over the year's end", func(d *DotHuong) { d.CheDo, d.TuNgay, d.DenNgay = DuongSucOmDau, 20261230, 20270105 }, ""},
		{"child not told", func(d *DotHuong) { d.CheDo = ConOm }, "Ngày sinh của con: phải có"},
		{"child not born", func(d *DotHuong) { d.CheDo, d.NgaySinhCon = ConOm, 20261103 }, "Từ ngày: không trước Ngày sinh của con"},
		{"child of a day that is none", func(d *DotHuong) { d.NgaySinhCon = 20240230 }, "Ngày sinh của con: phải có dạng"},
		{"no such reason", func(d *DotHuong) { d.TruongHop = "mổ" }, "Trường hợp: không có mã này"},
	} {
		d := good
		c.make(&d)
		got := d.Loi()
		want := strings.Split(c.want, "|")
		if c.want == "" {
			want = nil
		}
		if len(got) != len(want) {
			t.Errorf("%s: %q, want %q", c.name, got, want)
			continue
		}
		for i := range want {
			if !strings.HasPrefix(got[i], want[i]) {
				t.Errorf("%s: %q, want %q", c.name, got[i], want[i])
			}
		}
	}
}

func TestKindsOfBenefit(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range CheDos() {
		if !c.Known() || seen[c.Say()] {
			t.Errorf("%s: %q", c, c.Say())
		}
		seen[c.Say()] = true
	}
	for text, want := range map[string]CheDo{"omDau": OmDau, "Ốm đau": OmDau, "con om": ConOm, "Cha nghỉ khi vợ sinh con": ChaNghi, "nghỉ mát": "", "": ""} {
		if got, ok := DocCheDo(text); got != want || ok != (want != "") {
			t.Errorf("%q is read as %q", text, got)
		}
	}
	if CheDo("x").Known() {
		t.Error("an unknown kind is known")
	}
	ill := DotHuong{CheDo: OmDau, TuNgay: law.DayOf(2026, 11, 2), NuaNgay: 9}
	if s := fmt.Sprintf("%v %+v %s", ill, ill, ill); strings.Contains(s, "2026") {
		t.Errorf("a period shows when somebody was ill: %s", s)
	}
}
