package office

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/storage"
)

// lan stands in the roster since 10/2025; today is 22/11/2026.
func lan(t *testing.T, o *Office, change func(*facts.NguoiLaoDong)) string {
	t.Helper()
	if _, err := o.PutCompany(t.Context(), facts.DonVi{MaSoThue: "0100109106", Ten: "CÔNG TY THỬ", MaDonVi: "YN0001A", CoQuanBHXH: "07906"}); err != nil {
		t.Fatal(err)
	}
	p := facts.NguoiLaoDong{HoTen: "Trần Thị Lan", MaSoBHXH: "7912345671", SoCCCD: "079190123457", GioiTinh: facts.Nu, TuThang: 202510,
		TrangThai: facts.DangDong, Luong: facts.Luong{Known: true, MucLuong: 12_000_000}}
	if change != nil {
		change(&p)
	}
	all := []facts.NguoiLaoDong{p}
	if err := o.store.PutPeople(t.Context(), "0100109106", all, "thử"); err != nil {
		t.Fatal(err)
	}
	return all[0].ID
}

// claim adds a period that was had.
func claim(t *testing.T, o *Office, person string, d facts.DotHuong) {
	t.Helper()
	say, err := o.AddClaim(t.Context(), person, d, storage.DaDuyet)
	if err != nil || len(say) > 0 {
		t.Fatal(say, err)
	}
}

func dot(kind facts.CheDo, from, until law.Day, halves int64) facts.DotHuong {
	return facts.DotHuong{CheDo: kind, TuNgay: from, DenNgay: until, NuaNgay: halves}
}

func quota(t *testing.T, o *Office, person string, year int) Quota {
	t.Helper()
	q, err := o.Quota(t.Context(), person, year)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func (q Quota) of(t *testing.T, kind facts.CheDo) Entitlement {
	t.Helper()
	i := slices.IndexFunc(q.Items, func(e Entitlement) bool { return e.Kind == kind })
	if i < 0 {
		t.Fatalf("nothing about %s", kind)
	}
	return q.Items[i]
}

func ptr[T any](v T) *T { return &v }

// What nobody has said makes a quota the least there can be; once it is said the
// quota is certain.
func TestQuotaNamesWhatIsNotKnown(t *testing.T) {
	o := openDesk(t, t.TempDir())
	id := lan(t, o, nil)
	claim(t, o, id, dot(facts.OmDau, 20260302, 20260306, 9))
	claim(t, o, id, dot(facts.OmDau, 20251229, 20251230, 4)) // of last year
	q := quota(t, o, id, 2026)
	if got := q.of(t, facts.OmDau); got.Words() != "còn ít nhất 25,5 trong ít nhất 30 ngày, đã ghi 4,5" || len(got.Unknown) != 2 {
		t.Errorf("%s, %q", got.Words(), got.Unknown)
	}
	if len(q.Unknown) != 1 || !strings.Contains(q.Unknown[0], "trước tháng 10/2025") {
		t.Errorf("unknown %q", q.Unknown)
	}
	for _, c := range []struct {
		before int64
		heavy  bool
		want   string
	}{
		{0, false, "còn 25,5 trong 30 ngày, đã ghi 4,5"},
		{166, false, "còn 25,5 trong 30 ngày, đã ghi 4,5"}, // with 13 months in the roster: 14 years 11 months
		{167, false, "còn 35,5 trong 40 ngày, đã ghi 4,5"},
		{347, true, "còn 65,5 trong 70 ngày, đã ghi 4,5"},
	} {
		if err := o.PutCareer(t.Context(), id, storage.Career{MonthsBefore: ptr(c.before), Heavy: ptr(c.heavy)}); err != nil {
			t.Fatal(err)
		}
		q := quota(t, o, id, 2026)
		if got := q.of(t, facts.OmDau); got.Words() != c.want || len(got.Unknown) != 0 {
			t.Errorf("%d months before, heavy %v: %s, unknown %q; want %s", c.before, c.heavy, got.Words(), got.Unknown, c.want)
		}
	}
	if got := quota(t, o, id, 2025).of(t, facts.OmDau); got.Used.String() != "2" {
		t.Errorf("last year: %s", got.Words())
	}
	if got := quota(t, o, id, 2027).of(t, facts.OmDau); got.Used.String() != "0" {
		t.Errorf("a new year begins anew: %s", got.Words())
	}
	if got := quota(t, o, id, 2024); got.of(t, facts.OmDau).Left != nil || len(got.of(t, facts.OmDau).Unknown) == 0 {
		t.Errorf("before the law at hand: %s", got.of(t, facts.OmDau).Words())
	}
}

// Of somebody who came within the year, days used elsewhere may not be recorded: what
// is left is told by what is, and is no bound.
func TestQuotaOfWhoCameWithinTheYear(t *testing.T) {
	o := openDesk(t, t.TempDir())
	id := lan(t, o, func(p *facts.NguoiLaoDong) { p.TuThang = 202603 })
	q := quota(t, o, id, 2026)
	if got := q.of(t, facts.OmDau); !got.Partial || got.Words() != "theo số đã ghi còn 30 trong ít nhất 30 ngày, đã ghi 0" {
		t.Errorf("%v %s", got.Partial, got.Words())
	}
	if len(q.Unknown) != 2 || !strings.Contains(q.Unknown[1], "trong năm 2026 trước tháng 03/2026") {
		t.Errorf("%q", q.Unknown)
	}
	if got := quota(t, o, id, 2027).of(t, facts.OmDau); got.Partial {
		t.Errorf("the year after: %s", got.Words())
	}
}

// What the agency refused does not count, what it granted counts once, and days that
// cannot be placed make the rest unknown.
func TestQuotaCountsWhatWasGranted(t *testing.T) {
	o := openDesk(t, t.TempDir())
	id := lan(t, o, nil)
	put := func(d facts.DotHuong, state storage.BenefitState) {
		if err := o.store.PutBenefits(t.Context(), "0100109106", []storage.Benefit{{DotHuong: d, Person: id, State: state, Source: storage.ByHand}}); err != nil {
			t.Fatal(err)
		}
	}
	put(dot(facts.OmDau, 20260601, 20260605, 10), storage.BiTuChoi)
	put(dot(facts.OmDau, 20260706, 20260710, 10), storage.DeNghi)
	put(dot(facts.OmDau, 20260706, 20260708, 6), storage.DaDuyet)
	got := quota(t, o, id, 2026).of(t, facts.OmDau)
	if got.Used.String() != "3" || len(got.Warnings) != 1 || !strings.Contains(got.Warnings[0], "chỉ tính đợt đã duyệt") {
		t.Errorf("%s %q", got.Words(), got.Warnings)
	}
	put(dot(facts.OmDau, 20261230, 20270105, 8), storage.DaDuyet)
	got = quota(t, o, id, 2026).of(t, facts.OmDau)
	if got.Left != nil || !strings.Contains(strings.Join(got.Unknown, "|"), "vắt qua hai năm") {
		t.Errorf("%s %q", got.Words(), got.Unknown)
	}
}

// A listed disease uses up the year's days first, and is not over them.
func TestLongDiseaseUsesTheYearFirst(t *testing.T) {
	o := openDesk(t, t.TempDir())
	id := lan(t, o, nil)
	claim(t, o, id, dot(facts.DaiNgay, 20260601, 20260731, 80))
	q := quota(t, o, id, 2026)
	if got := q.of(t, facts.OmDau); *got.Left != 0 || got.Used.String() != "30" || len(got.Warnings) != 0 {
		t.Errorf("%s %q", got.Words(), got.Warnings)
	}
	if got := q.of(t, facts.DaiNgay); got.Used.String() != "40" || got.Left != nil {
		t.Errorf("%s", got.Words())
	}
}

// Each child has days of its own; one that has grown out of it is not told.
func TestQuotaForEachChild(t *testing.T) {
	o := openDesk(t, t.TempDir())
	id := lan(t, o, nil)
	none := quota(t, o, id, 2026).of(t, facts.ConOm)
	if none.Left != nil || len(none.Unknown) == 0 {
		t.Errorf("without a child that is known: %s", none.Words())
	}
	kid := func(born, day law.Day, halves int64) {
		d := dot(facts.ConOm, day, day.Add(9), halves)
		d.NgaySinhCon = born
		claim(t, o, id, d)
	}
	kid(20240501, 20260302, 7)
	kid(20200115, 20260602, 4)
	kid(20190101, 20251215, 2) // seven by now
	var got []string
	for _, e := range quota(t, o, id, 2026).Items {
		if e.Kind == facts.ConOm {
			got = append(got, e.Child.String()+" "+e.Words())
		}
	}
	want := []string{"01/05/2024 còn 16,5 trong 20 ngày, đã ghi 3,5", "15/01/2020 còn 13 trong 15 ngày, đã ghi 2"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// Convalescence needs thirty days of sickness and begins within thirty days of its
// end; what is taken in January of a right of December counts for December's year.
func TestQuotaOfConvalescence(t *testing.T) {
	o := openDesk(t, t.TempDir())
	id := lan(t, o, nil)
	conditions := func(q Quota, kind facts.CheDo) (out []Met) {
		for _, c := range q.of(t, kind).Conditions {
			out = append(out, c.Met)
		}
		return out
	}
	claim(t, o, id, dot(facts.OmDau, 20260901, 20261009, 58)) // 29 days
	if got := conditions(quota(t, o, id, 2026), facts.DuongSucOmDau); !slices.Equal(got, []Met{MetNo, MetNo}) {
		t.Errorf("29 days, 44 days ago: %v", got)
	}
	last := dot(facts.OmDau, 20261102, 20261102, 2)
	last.TruongHop = "phauThuat"
	claim(t, o, id, last)
	q := quota(t, o, id, 2026)
	if got := conditions(q, facts.DuongSucOmDau); !slices.Equal(got, []Met{MetYes, MetYes}) {
		t.Errorf("30 days, 20 days ago: %v", got)
	}
	if got := q.of(t, facts.DuongSucOmDau); got.Words() != "còn 7 trong 7 ngày, đã ghi 0" || got.AtLeast {
		t.Errorf("after surgery: %s", got.Words())
	}
	claim(t, o, id, dot(facts.DuongSucOmDau, 20261109, 20261111, 6))
	if got := quota(t, o, id, 2026).of(t, facts.DuongSucOmDau); got.Words() != "còn 4 trong 7 ngày, đã ghi 3" {
		t.Errorf("after three days of rest: %s", got.Words())
	}
	u := usageOf([]storage.Benefit{
		{State: storage.DaDuyet, DotHuong: dot(facts.OmDau, 20261110, 20261228, 70)},
		{State: storage.DaDuyet, DotHuong: dot(facts.DuongSucOmDau, 20270104, 20270108, 10)},
		{State: storage.DaDuyet, DotHuong: dot(facts.DuongSucOmDau, 20270301, 20270302, 4)},
	})
	if a, b := u.rested(2026, 30), u.rested(2027, 30); a != 10 || b != 4 {
		t.Errorf("rest of 2026 %d halves, of 2027 %d", a, b)
	}
}

// Months for maternity: maternity itself counts, unpaid leave does not; what lies
// before the roster is not known unless it cannot decide.
func TestQuotaOfMaternity(t *testing.T) {
	type stage struct {
		from  law.Month
		state facts.TrangThai
	}
	for _, c := range []struct {
		name   string
		stages []stage
		want   Met
		months int
	}{
		{"twelve months", []stage{{202510, facts.DangDong}}, MetYes, 12},
		{"six at the end", []stage{{202605, facts.DangDong}}, MetYes, 6},
		{"five of the roster, seven not known", []stage{{202606, facts.DangDong}}, MetUnknown, 5},
		{"five in all", []stage{{202501, facts.KhongLuong}, {202606, facts.DangDong}, {202611, facts.KhongLuong}}, MetNo, 5},
		{"five, and the month of birth is the sixth", []stage{{202501, facts.KhongLuong}, {202606, facts.DangDong}}, MetUnknown, 5},
		{"five of maternity and one paid", []stage{{202501, facts.KhongLuong}, {202602, facts.ThaiSan}, {202607, facts.DangDong}, {202608, facts.KhongLuong}}, MetYes, 6},
	} {
		o := openDesk(t, t.TempDir())
		var id string
		for i, s := range c.stages {
			if i == 0 {
				id = lan(t, o, func(p *facts.NguoiLaoDong) { p.TuThang, p.TrangThai = s.from, s.state })
				continue
			}
			p, err := o.store.Person(t.Context(), id)
			if err != nil {
				t.Fatal(err)
			}
			p.TuThang, p.TrangThai = s.from, s.state
			if err := o.store.PutPeople(t.Context(), "0100109106", []facts.NguoiLaoDong{p}, "thử"); err != nil {
				t.Fatal(err)
			}
		}
		q := quota(t, o, id, 2026)
		birth := q.of(t, facts.SinhCon)
		if birth.Conditions[0].Met != c.want || q.Worked.In12.Paid != c.months || birth.Months != 6 {
			t.Errorf("%s: %s with %d months, want %s with %d; %s", c.name, birth.Conditions[0].Met, q.Worked.In12.Paid, c.want, c.months, birth.Conditions[0].Say)
		}
		if !strings.Contains(strings.Join(birth.Warnings, "|"), "Sinh con thứ hai: 7 tháng") {
			t.Errorf("%s: second child: %q", c.name, birth.Warnings)
		}
		if slices.ContainsFunc(q.Items, func(e Entitlement) bool { return e.Kind == facts.ChaNghi }) {
			t.Errorf("%s: a mother is told of a father's leave", c.name)
		}
	}
}

func TestQuotaOfVisitsRestAndFathers(t *testing.T) {
	o := openDesk(t, t.TempDir())
	id := lan(t, o, nil)
	claim(t, o, id, dot(facts.KhamThai, 20251201, 20251201, 2)) // of the pregnancy before
	claim(t, o, id, dot(facts.SayThai, 20260105, 20260114, 20))
	claim(t, o, id, dot(facts.KhamThai, 20260901, 20260902, 4))
	claim(t, o, id, dot(facts.KhamThai, 20261005, 20261005, 2))
	if got := quota(t, o, id, 2026).of(t, facts.KhamThai); got.Words() != "còn 6 trong 10 ngày, đã ghi 3" {
		t.Errorf("visits: %s", got.Words())
	}
	claim(t, o, id, dot(facts.SinhCon, 20260501, 20261031, 368))
	rest := quota(t, o, id, 2026).of(t, facts.DuongSucThaiSan)
	if rest.Conditions[0].Met != MetYes || rest.Words() != "còn ít nhất 5 trong ít nhất 5 ngày, đã ghi 0" {
		t.Errorf("rest: %v %s", rest.Conditions, rest.Words())
	}

	dad := openDesk(t, t.TempDir())
	he := lan(t, dad, func(p *facts.NguoiLaoDong) { p.GioiTinh, p.TrangThai = facts.Nam, facts.KhongLuong })
	d := dot(facts.ChaNghi, 20261110, 20261111, 4)
	d.NgaySinhCon = 20261109
	claim(t, dad, he, d)
	q := quota(t, dad, he, 2026)
	got := q.of(t, facts.ChaNghi)
	if got.Words() != "còn ít nhất 3 trong ít nhất 5 ngày, đã ghi 2" || got.Child != 20261109 || got.Conditions[0].Met != MetNo {
		t.Errorf("father: %s %v", got.Words(), got.Conditions)
	}
	if !strings.Contains(strings.Join(got.Warnings, "|"), "10 ngày") {
		t.Errorf("second child: %q", got.Warnings)
	}
}

// In JSON a number of days is a number, and what is not known is null.
func TestQuotaInJSON(t *testing.T) {
	o := openDesk(t, t.TempDir())
	id := lan(t, o, nil)
	claim(t, o, id, dot(facts.OmDau, 20260302, 20260306, 9))
	raw, err := json.Marshal(quota(t, o, id, 2026))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"allowed":30`, `"used":4.5`, `"left":25.5`, `"atLeast":true`, `"before":null`, `"left":null`} {
		if !strings.Contains(string(raw), want) {
			t.Errorf("no %s in %s", want, raw)
		}
	}
	if strings.Contains(fmt.Sprint(string(raw)), `"conditions":null`) || strings.Contains(string(raw), `"unknown":null`) {
		t.Error("a list is null")
	}
}
