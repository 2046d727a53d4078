package print

import (
	"strings"
	"testing"

	"ankhai/forms/form"
)

var (
	loai = form.Text("Loai", "Loại")
	ten  = form.Text("Ten", "Tên")
	tien = form.Money("Tien", "Tiền")
	cua  = form.Text("Cua", "Của")

	phan = form.Register(form.Form{
		ID: "THU-PHAN", Title: "Mẫu có phần", From: 20260501,
		Table: &form.Table{Groups: []form.Group{form.Cols("", loai, ten, tien)}},
		Subs:  []*form.Table{{Tag: "Con", Groups: []form.Group{form.Cols("", cua)}, Link: cua, LinkTo: ten}},
	})
)

func inLoai(ma string) func(form.View) bool {
	return func(v form.View) bool { return loai.Get(v.Row) == ma }
}

// cacPhan is a table in parts, as 01B-HSB and C12-TS have them.
func cacPhan() form.Grid {
	return form.Grid{Cols: []form.GridCol{
		form.Ordinal("STT", "A", 30),
		form.Cell("Họ và tên", "B", 100, form.Left, ten),
		form.Cell("Số tiền", "1", 60, form.Right, tien).Summed(tien).Crossed(func(v form.View) bool { return loai.Get(v.Row) == "x" }),
	}, Sections: []form.Section{
		{No: "A", Head: "CHẾ ĐỘ ỐM ĐAU", Style: form.Style{Bold: true}, Span: true},
		{No: "I", Head: "Ốm thường", Rows: inLoai("1"), Totals: true},
		{No: "II", Head: "Ốm dài ngày", Rows: inLoai("2"), Totals: true, MinRows: 1},
		{No: "B", Head: "KHÔNG CÓ TIỀN", Rows: inLoai("x")},
	}, Foot: "Cộng"}
}

func dong(ma, name string, n int64) form.Row {
	var r form.Row
	loai.Set(&r, ma)
	ten.Set(&r, name)
	if n >= 0 {
		tien.Set(&r, n)
	}
	return r
}

func TestSections(t *testing.T) {
	d := form.New(phan)
	d.Rows = []form.Row{dong("2", "Bình", 7), dong("1", "An", 1000), dong("x", "Xuân", 5), dong("1", "Ánh", 2500), dong("khác", "Không In", 1)}
	p := &form.Paper{From: 20260501, Parts: []form.Part{cacPhan()}}
	got := strings.Fields(text(t, must(t, d, p, Options{})))
	want := strings.Fields(`STT Họ và tên Số tiền A B 1 A CHẾ ĐỘ ỐM ĐAU I Ốm thường 3.500 1 An 1.000 2 Ánh 2.500
		II Ốm dài ngày 7 1 Bình 7 B KHÔNG CÓ TIỀN 1 Xuân Cộng 3.512`)
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), strings.Join(want, " "))
	}
}

func TestUnknownLeavesTheTotalEmpty(t *testing.T) {
	d := form.New(phan)
	d.Rows = []form.Row{dong("1", "An", 1000), dong("1", "Ánh", -1)}
	got := text(t, must(t, d, &form.Paper{From: 20260501, Parts: []form.Part{cacPhan()}}, Options{}))
	if strings.Count(got, "1.000") != 1 {
		t.Errorf("a total that is not known is printed:\n%s", got)
	}
}

func TestSubTableOfEachPaper(t *testing.T) {
	d := form.New(phan)
	d.Rows = []form.Row{dong("1", "An", 1), dong("1", "Bình", 2)}
	for _, s := range []string{"An", "Bình", "An"} {
		var r form.Row
		cua.Set(&r, s)
		d.Subs["Con"] = append(d.Subs["Con"], r)
	}
	p := &form.Paper{From: 20260501, PerRow: true, Parts: []form.Part{
		form.Grid{Of: "Con", Cols: []form.GridCol{form.Ordinal("STT", "", 10), form.Cell("Của", "", 50, form.Left, cua)}},
		form.Break{},
		form.Lines{Lines: []form.Line{form.L(form.Left, form.T("trang sau"))}},
	}}
	pages := strings.Split(text(t, must(t, d, p, Options{})), "\f")
	if len(pages) != 5 { // two papers of two pages, and what stands after the last one
		t.Fatalf("got %d pages", len(pages)-1)
	}
	for i, want := range []string{"1 An 2 An", "trang sau", "1 Bình", "trang sau"} {
		if got := strings.Join(strings.Fields(pages[i]), " "); !strings.Contains(got, want) {
			t.Errorf("page %d: got %q, want %q", i+1, got, want)
		}
	}
}

// A tight table puts more rows on a page.
func TestTight(t *testing.T) {
	d := form.New(phan)
	for range 45 {
		d.Rows = append(d.Rows, dong("1", "An", 1))
	}
	pages := func(tight bool) int {
		g := form.Grid{Tight: tight, Size: 90, Cols: []form.GridCol{form.Ordinal("STT", "", 10), form.Cell("Tên", "", 50, form.Left, ten)}}
		return strings.Count(text(t, must(t, d, &form.Paper{From: 20260501, Parts: []form.Part{g}}, Options{})), "\f")
	}
	if loose, tight := pages(false), pages(true); loose != 2 || tight != 1 {
		t.Errorf("got %d and %d pages, want 2 and 1", loose, tight)
	}
}

// A number below the heads that needs two lines makes its row as tall.
func TestLongColumnNumber(t *testing.T) {
	height := func(no string) length {
		w := &writer{view: form.View{Doc: form.New(phan)}, paper: &form.Paper{}, sheet: sheetOf(&form.Paper{})}
		var err error
		if w.faces, err = loadFaces(); err != nil {
			t.Fatal(err)
		}
		g, err := w.newGrid(form.Grid{Cols: []form.GridCol{form.Cell("Cộng", no, 10, form.Right, tien), form.Cell("Tên", "1", 150, form.Left, ten)}})
		if err != nil {
			t.Fatal(err)
		}
		return g.head.h
	}
	if one, two := height("6"), height("6 = 1+2+3+4+5"); two <= one {
		t.Errorf("got %d and %d", one, two)
	}
}
