package office

import (
	"errors"
	"strings"
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/storage"
)

// draftedDesk is the sample desk with the month's dossier drafted.
func draftedDesk(t *testing.T) (o *Office, id string) {
	t.Helper()
	o = sampleDesk(t)
	res, err := o.Compare(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	ds, err := o.Draft(t.Context(), "600", SampleMonth, res.Proposals)
	if err != nil {
		t.Fatal(err)
	}
	return o, ds[0].ID
}

func document(t *testing.T, o *Office, id, formID string) *form.Doc {
	t.Helper()
	doc, err := o.store.Doc(t.Context(), id, formID)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// rowWith is the first row whose column says a text, -1 if there is none.
func rowWith(t *testing.T, doc *form.Doc, tag string, want ...string) int {
	t.Helper()
	c := doc.Form.Table.Column(tag)
	for i, r := range doc.Rows {
		for _, w := range want {
			if c.Get(r).S == w {
				return i
			}
		}
	}
	t.Fatalf("no row with %s %v", tag, want)
	return -1
}

func told(steps []law.Buoc) string {
	var out []string
	var walk func([]law.Buoc)
	walk = func(all []law.Buoc) {
		for _, b := range all {
			out = append(out, b.Nhan+": "+b.CongThuc+" ["+b.CanCu+"]")
			walk(b.Con)
		}
	}
	walk(steps)
	return strings.Join(out, "\n")
}

func whyCell(t *testing.T, o *Office, at CellRef) Explained {
	t.Helper()
	e, err := o.WhyCell(t.Context(), at)
	if err != nil {
		t.Fatalf("%+v: %v", at, err)
	}
	for _, line := range strings.Split(told(e.Working), "\n") {
		if strings.Contains(line, "[]") || strings.HasPrefix(line, ":") {
			t.Errorf("a step without label or basis: %s", line)
		}
	}
	return e
}

// The origin of an amount is named: the payroll's line, a person's typing, what was
// copied, the law.
func TestWhereAnAmountComesFrom(t *testing.T) {
	o, id := draftedDesk(t)
	doc := document(t, o, id, "D02-LT")
	row := rowWith(t, doc, "PhuongAn", "DC")
	at := CellRef{Dossier: id, Form: "D02-LT", Row: row, Tag: "MucLuong"}
	e := whyCell(t, o, at)
	if first := told(e.Working[:1]); !strings.Contains(first, "theo bảng lương tháng 11/2026 [2026-11.xlsx, dòng của ô ") {
		t.Error(first)
	}
	all := told(e.Working)
	for _, want := range []string{"Lương tối thiểu vùng: ", "20 × 2.530.000 = 50.600.000", "Nghị định 161/2026/NĐ-CP", "Quy tắc D02-LT-25: ", "Mức đóng tháng 11/2026: người lao động "} {
		if !strings.Contains(all, want) {
			t.Errorf("does not say %q:\n%s", want, all)
		}
	}

	if refused, err := o.EditCells(t.Context(), id, "D02-LT", "", []CellText{{Row: row, Tag: "MucLuong", Text: "60000000"}}); err != nil || refused[0] != "" {
		t.Fatal(refused, err)
	}
	e = whyCell(t, o, at)
	if first := told(e.Working[:1]); !strings.Contains(first, "60.000.000 đồng: nhập tay [ghi vào hồ sơ "+id+" lúc ") || e.Total != 60_000_000 || e.Unit != "đồng" {
		t.Errorf("%d %s, %s", e.Total, e.Unit, first)
	}
	if all := told(e.Working); !strings.Contains(all, "vượt 20 × 2.530.000 = 50.600.000: chỉ đóng trên 50.600.000") {
		t.Error(all)
	}

	rate := at
	rate.Tag = "TyLeDong"
	e = whyCell(t, o, rate)
	if Amount(e.Total, e.Unit) != "32%" || !strings.Contains(told(e.Working), "chương trình điền theo tỷ lệ của luật") || !strings.Contains(told(e.Working), "= 32%: đúng mức của luật") {
		t.Errorf("%s\n%s", Amount(e.Total, e.Unit), told(e.Working))
	}

	if err := o.Cancel(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	next, err := o.Again(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	at.Dossier = next.ID
	if first := told(whyCell(t, o, at).Working[:1]); !strings.Contains(first, "chép từ hồ sơ "+id) {
		t.Error(first)
	}
}

// An amount that the month's payroll does not have comes from the roster, or was given
// by whoever drafted.
func TestWhereADraftedAmountComesFrom(t *testing.T) {
	o := sampleDesk(t)
	people, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	p := people[0]
	p.TuThang, p.Luong.MucLuong, p.Luong.PhuCap, p.Luong.BoSung = 202609, 7_777_000, 0, 0
	if err := o.store.PutPeople(t.Context(), dv.MaSoThue, append(people[:0:0], p), "thử"); err != nil {
		t.Fatal(err)
	}
	p.TuThang = SampleMonth
	if err := o.store.PutPeople(t.Context(), dv.MaSoThue, append(people[:0:0], p), "hồ sơ HS000009"); err != nil {
		t.Fatal(err)
	}
	rows := `{"form":"D02-LT","rows":[{"HoTen":"` + p.HoTen + `","MaSoBHXH":"` + p.MaSoBHXH + `","SoCCCD":"` + p.SoCCCD + `","PhuongAn":"DC","TuThang":"2026-11","MucLuong":7777000},
		{"HoTen":"Người Lạ","SoCCCD":"079195000012","PhuongAn":"TM","MucLuong":8888000}]}`
	ds, found, err := o.DraftJSON(t.Context(), "600", SampleMonth, []byte(rows))
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	first := func(row int) string {
		return told(whyCell(t, o, CellRef{Dossier: ds[0].ID, Form: "D02-LT", Row: row, Tag: "MucLuong"}).Working[:1])
	}
	if got := first(0); !strings.Contains(got, "theo danh sách người lao động từ tháng 11/2026 [hồ sơ HS000009]") {
		t.Error(got)
	}
	if got := first(1); !strings.Contains(got, "từ tệp đã nhập [không có trong bảng lương tháng 11/2026") {
		t.Error(got)
	}
}

// What is no amount, is not there, or is not known is refused with a reason; nothing is
// answered as zero.
func TestWhyOfNoAmount(t *testing.T) {
	o, id := draftedDesk(t)
	at := CellRef{Dossier: id, Form: "D02-LT", Row: 0, Tag: "MucLuong"}
	for what, change := range map[string]func(*CellRef){
		"a name": func(c *CellRef) { c.Tag = "HoTen" }, "no column": func(c *CellRef) { c.Tag = "KhongCo" },
		"no row": func(c *CellRef) { c.Row = 999 }, "a negative row": func(c *CellRef) { c.Row = -1 },
	} {
		bad := at
		change(&bad)
		if _, err := o.WhyCell(t.Context(), bad); !errors.Is(err, ErrNotAnAmount) || Say(err) == "" {
			t.Errorf("%s: %v", what, err)
		}
	}
	for what, change := range map[string]func(*CellRef){"no dossier": func(c *CellRef) { c.Dossier = "HS999999" }, "no form": func(c *CellRef) { c.Form = "KHAC" }} {
		bad := at
		change(&bad)
		if _, err := o.WhyCell(t.Context(), bad); !errors.Is(err, storage.ErrNotFound) {
			t.Errorf("%s: %v", what, err)
		}
	}
	at.Tag = "TNVK"
	var lack *law.ChuaBiet
	if _, err := o.WhyCell(t.Context(), at); !errors.As(err, &lack) || !strings.Contains(lack.Say, "chưa có số") {
		t.Errorf("an empty cell: %v", err)
	}
}

// The working of a total adds up to what the form and the foot of the grid show, and
// names the rows that are left out.
func TestWhyTotalEqualsTheForm(t *testing.T) {
	o, id := draftedDesk(t)
	doc := document(t, o, id, "D02-LT")
	row := rowWith(t, doc, "PhuongAn", "DC")
	if _, err := o.EditCells(t.Context(), id, "D02-LT", "", []CellText{{Row: row, Tag: "MucLuong", Text: ""}}); err != nil {
		t.Fatal(err)
	}
	doc = document(t, o, id, "D02-LT")
	some := 0
	for _, s := range doc.Sums() {
		w, err := o.WhyTotal(t.Context(), id, "D02-LT", "", s.Tag)
		if err != nil {
			t.Fatal(err)
		}
		sum := int64(0)
		for _, b := range w.Working {
			sum += b.KetQua
		}
		if w.Total != s.N || sum != s.N || (s.Unknown > 0) != (len(w.Warnings) > 0) {
			t.Errorf("%s: total %d, steps %d, the form says %d (%d unknown); %q", s.Tag, w.Total, sum, s.N, s.Unknown, w.Warnings)
		}
		if s.Money && len(w.Cells) != len(w.Working) {
			t.Errorf("%s: %d cells of %d steps", s.Tag, len(w.Cells), len(w.Working))
		}
		if s.N > 0 {
			some++
		}
		for _, c := range w.Cells {
			if e := whyCell(t, o, c); e.Total == 0 {
				t.Errorf("%+v: nothing", c)
			}
		}
	}
	if some < 3 {
		t.Errorf("too little was compared: %d totals", some)
	}
	byColumn, err := o.WhyTotal(t.Context(), id, "D02-LT", "", "MucLuong")
	if err != nil {
		t.Fatal(err)
	}
	declared, err := o.WhyTotal(t.Context(), id, "D02-LT", "", "TongMucLuong")
	if err != nil || byColumn.Total != declared.Total || !strings.Contains(declared.Warnings[0], "chưa có số, chưa cộng") {
		t.Errorf("%d, %d, %q, %v", byColumn.Total, declared.Total, declared.Warnings, err)
	}
	for _, tag := range []string{"HoTen", "KhongCo"} {
		if _, err := o.WhyTotal(t.Context(), id, "D02-LT", "", tag); !errors.Is(err, ErrNotAnAmount) {
			t.Errorf("%s: %v", tag, err)
		}
	}
}
