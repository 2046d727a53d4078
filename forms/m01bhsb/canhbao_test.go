package m01bhsb

import (
	"slices"
	"strings"
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Every warning says where its answer lies, and what it names exists.
func TestTableOfWarnings(t *testing.T) {
	rules := map[string]bool{}
	for _, tab := range []*form.Table{B166.Head, B166.Table} {
		for _, r := range tab.Rules {
			rules[r.Code] = true
		}
	}
	if got := len(CanhBao()); got != 51 {
		t.Errorf("got %d warnings, want the 51 that are known", got)
	}
	functions := 0
	for _, c := range CanhBao() {
		for _, n := range c.Nguon {
			if !slices.Contains([]string{TrongMau, QuaLichSu, CoQuan}, n) {
				t.Errorf("%s: no such source: %s", c.Ma, n)
			}
		}
		if slices.Contains(c.Nguon, TrongMau) != (len(c.QuyTac) > 0) {
			t.Errorf("%s: sources %v and rules %v do not fit", c.Ma, c.Nguon, c.QuyTac)
		}
		if slices.Contains(c.Nguon, QuaLichSu) != (c.Xem != nil) {
			t.Errorf("%s: sources %v, function %v", c.Ma, c.Nguon, c.Xem != nil)
		}
		if !slices.Equal(c.Nguon, []string{TrongMau}) && c.Can == "" {
			t.Errorf("%s does not say what it needs", c.Ma)
		}
		for _, r := range c.QuyTac {
			if !rules[r] {
				t.Errorf("%s names rule %s, which the form does not have", c.Ma, r)
			}
		}
		if c.Xem != nil {
			functions++
		}
	}
	if functions != len(xemLichSu) {
		t.Errorf("%d functions are reached, %d exist", functions, len(xemLichSu))
	}
}

// A rule that cites a warning is named by it.
func TestRulesOfWarnings(t *testing.T) {
	named := map[string]bool{}
	for _, c := range CanhBao() {
		for _, r := range c.QuyTac {
			named[r] = true
		}
	}
	for _, tab := range []*form.Table{B166.Head, B166.Table} {
		for _, r := range tab.Rules {
			if strings.Contains(r.Basis, "Mã cảnh báo") && !named[r.Code] {
				t.Errorf("rule %s cites %q and stands in no line of the table", r.Code, r.Basis)
			}
		}
	}
}

func day(n int) law.Day { return law.Day(n) }

const (
	ai    = "7915000012"
	chong = "7915000034"
)

// Each warning that earlier periods can tell, once where it speaks and once where it
// does not.
func TestSoat(t *testing.T) {
	om := YeuCau{CheDo: "omDau", TuNgay: 20261102, DenNgay: 20261106, NuaNgay: 10}
	sinh := YeuCau{CheDo: "sinhCon", TuNgay: 20261001, DenNgay: 20270331, NgaySinhCon: 20261005, SoCon: 1}
	duong := sinh
	duong.DuongThai = true
	kham := YeuCau{CheDo: "khamThai", TuNgay: 20261109, DenNgay: 20261109, NuaNgay: 2}
	vong := YeuCau{CheDo: "tranhThai", TuNgay: 20261102, DenNgay: 20261108, BienPhap: DatVong}
	suc := YeuCau{CheDo: "duongSucOmDau", TuNgay: 20261116, DenNgay: 20261120}
	con := YeuCau{CheDo: "conOm", TuNgay: 20261102, DenNgay: 20261106, NuaNgay: 10, NgaySinhCon: 20230301, SoCon: 1}
	ky := func(loai string, tu, den int, halves int64) Ky {
		return Ky{Nguoi: ai, Loai: loai, TuNgay: day(tu), DenNgay: day(den), NuaNgay: halves}
	}
	mo := func(k Ky) Ky { k.MoDau = true; return k }
	khac := func(k Ky) Ky { k.DonVi = "0101243150"; return k }
	cua := func(k Ky, con int) Ky { k.NgaySinhCon = day(con); return k }
	lau := ky("dangDong", 20100101, 0, 0)
	visits := func(days ...int) (out []Ky) {
		for _, d := range days {
			out = append(out, ky("khamThai", d, d, 2))
		}
		return out
	}
	for _, c := range []struct {
		name string
		y    YeuCau
		with []Ky
		want string // codes
	}{
		{"nothing known", om, nil, ""},
		{"paid all along", om, []Ky{lau}, ""},
		{"paid until June", om, []Ky{ky("dangDong", 20260101, 20260630, 0)}, "W01"},
		{"on maternity", om, []Ky{ky("thaiSan", 20260801, 20270131, 0)}, "W04"},
		{"28 days had, 5 more, 16 years paid", om, []Ky{lau, ky("omDau", 20260105, 20260211, 56)}, ""},
		{"28 days had, 5 more, 2 years paid", om, []Ky{ky("dangDong", 20240101, 0, 0), ky("omDau", 20260105, 20260211, 56)}, "W06"},
		{"28 days had the year before", om, []Ky{ky("dangDong", 20240101, 0, 0), ky("omDau", 20250105, 20250211, 56)}, ""},
		{"12 days for the child, 5 more", con, []Ky{cua(ky("conOm", 20260105, 20260120, 24), 20230301)}, "W06"},
		{"12 days for another child", con, []Ky{cua(ky("conOm", 20260105, 20260120, 24), 20220301)}, ""},
		{"the same days again", om, []Ky{ky("khamThai", 20261106, 20261106, 2)}, "W07"},
		{"the same days elsewhere", om, []Ky{khac(ky("omDau", 20261106, 20261107, 4))}, "W40"},
		{"five visits before", kham, visits(20260601, 20260701, 20260803, 20260901, 20261001), "W12"},
		{"four visits before", kham, visits(20260601, 20260701, 20260803, 20260901), ""},
		{"five visits of another pregnancy", kham, append(visits(20260201, 20260202, 20260203, 20260204, 20260205), ky("sinhCon", 20260301, 20260831, 366)), ""},
		{"visits for a year", kham, visits(20251101, 20260201, 20260501, 20260801), "W36"},
		{"contraception in spring", vong, []Ky{ky("tranhThai", 20260302, 20260308, 14)}, "W13-76"},
		{"contraception the year before", vong, []Ky{ky("tranhThai", 20250302, 20250308, 14)}, ""},
		{"a birth in March", sinh, []Ky{ky("sinhCon", 20260301, 20260831, 366)}, "W16"},
		{"five months known, the roster begins there", sinh, []Ky{mo(ky("dangDong", 20260501, 20260930, 0))}, ""},
		{"rest in pregnancy, the roster begins in May", duong, []Ky{mo(ky("dangDong", 20260501, 20260930, 0))}, ""},
		{"28 days had, 5 more, years paid not known", om, []Ky{mo(ky("dangDong", 20240101, 0, 0)), ky("omDau", 20260105, 20260211, 56)}, ""},
		{"60 days had, 5 more, years paid not known", om, []Ky{mo(ky("dangDong", 20240101, 0, 0)), ky("omDau", 20260105, 20260331, 120)}, "W06"},
		{"nothing in the month, the roster begins there", om, []Ky{mo(ky("nghiOm", 20261101, 0, 0))}, ""},
		{"five months paid", sinh, []Ky{ky("dangDong", 20260501, 20260930, 0)}, "W17"},
		{"six months paid", sinh, []Ky{ky("dangDong", 20260401, 20260930, 0)}, ""},
		{"rest in pregnancy, 5 of 12 months and 3", duong, []Ky{ky("dangDong", 20260501, 20260930, 0)}, "W18"},
		{"rest in pregnancy, long paid but not lately", duong, []Ky{ky("dangDong", 20220101, 20241231, 0), ky("dangDong", 20260901, 20260930, 0)}, "W19"},
		{"rest in pregnancy, enough", duong, []Ky{ky("dangDong", 20220101, 20241231, 0), ky("dangDong", 20260701, 20260930, 0)}, ""},
		{"20 sick days in the year", suc, []Ky{ky("omDau", 20260901, 20260928, 40)}, "W29"},
		{"30 sick days in the year", suc, []Ky{ky("omDau", 20260901, 20261012, 60)}, ""},
		{"left in October", om, []Ky{ky("dangDong", 20200101, 20261031, 0), ky("daNghi", 20261101, 0, 0)}, "W79-80"},
		{"unpaid in November", om, []Ky{ky("dangDong", 20200101, 20261031, 0), ky("khongLuong", 20261101, 20261130, 0)}, "W81"},
		{"still declared as paid", sinh, []Ky{lau}, "W82"},
	} {
		d := form.New(B166)
		d.Rows = []form.Row{Dong(chi, c.y)}
		var got []string
		for _, f := range Soat(d, c.with) {
			got = append(got, strings.TrimPrefix(f.Code, "01B-HSB-"))
			if f.Level != form.Nhac || f.Basis == "" || len(f.Places) != 1 || f.Places[0].Row != 1 || strings.Contains(f.Say, "..") {
				t.Errorf("%s: %+v", c.name, f)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.name, s, c.want)
		}
	}
}

// Rows of one list add up, and those of other people do not count.
func TestSoatAddsUp(t *testing.T) {
	d := form.New(B166)
	for _, tu := range []int{20261102, 20261109, 20261116} {
		d.Rows = append(d.Rows, Dong(chi, YeuCau{CheDo: "omDau", TuNgay: day(tu), DenNgay: day(tu + 4), NuaNgay: 10}))
	}
	had := []Ky{{Nguoi: ai, Loai: "dangDong", TuNgay: 20240101}, {Nguoi: ai, Loai: "omDau", TuNgay: 20260105, DenNgay: 20260130, NuaNgay: 40},
		{Nguoi: chong, Loai: "omDau", TuNgay: 20260105, DenNgay: 20260130, NuaNgay: 400}}
	got := Soat(d, had)
	if len(got) != 1 || got[0].Places[0].Row != 3 {
		t.Fatalf("got %+v", got)
	}
	want := "Từ ngày: năm 2026 đã hưởng 20 ngày, danh sách này thêm 15 ngày, vượt 30 ngày được hưởng (theo 2 năm đóng mà dữ liệu đang có). Bớt số ngày; bệnh dài ngày thì chuyển nhóm Ốm dài ngày"
	if got[0].Say != want {
		t.Errorf("got  %s\nwant %s", got[0].Say, want)
	}
}
