package office

import (
	"slices"
	"strings"
	"testing"

	"ankhai/forms/d02lt"
	"ankhai/forms/form"
	"ankhai/forms/m14hsb"
	"ankhai/forms/tk1ts"
)

// Every code column of every form can be chosen from, and every choice is one that
// the column takes.
func TestEveryCodeColumnHasChoices(t *testing.T) {
	for _, f := range form.Forms() {
		if strings.HasPrefix(f.ID, "THU-") { // of the tests, with lists that answer anything
			continue
		}
		for _, table := range append([]*form.Table{f.Head, f.Table}, f.Subs...) {
			for _, c := range table.Columns() {
				if c.Kind != form.KindCode || f.Agency { // what the agency issues is read, not filled
					continue
				}
				all := Choices(table, c, nil)
				if len(all) == 0 || !HasChoices(c) {
					t.Errorf("%s %s: no choices", f.ID, c.Tag)
				}
				for _, x := range all {
					if !c.Codes.Has(x.Code) || x.Words == "" {
						t.Fatalf("%s %s: choice %+v", f.ID, c.Tag, x)
					}
				}
			}
		}
	}
}

// Every column of communes that stands with a province goes with that one.
func TestCommunesGoWithTheirProvince(t *testing.T) {
	pairs := map[string]string{}
	for _, f := range form.Forms() {
		for _, table := range append([]*form.Table{f.Head, f.Table}, f.Subs...) {
			for _, c := range table.Columns() {
				if p := provinceFor(table, c); p != nil {
					pairs[f.ID+" "+c.Tag] = p.Tag
				}
			}
		}
	}
	for at, want := range map[string]string{
		"TK1-TS MaXaNhan": "MaTinhNhan", "TK1-TS HoXa": "HoTinh", "14-HSB MaXa": "MaTinh", "14-HSB MaXaMoi": "MaTinhMoi", "13-HSB BMaXa": "BMaTinh",
		"09-HSB KhaiMaXa": "KhaiMaTinh", "01BHYT DNMaXa": "DNMaTinh", "MAU-SO-4 HoXa": "HoTinh", "2-CBH MaXaMoi": "MaTinhMoi", "D05-TS MaXa": "MaTinh",
	} {
		if pairs[at] != want {
			t.Errorf("%s goes with %q, want %q", at, pairs[at], want)
		}
	}
}

func TestCommunesAreThoseOfTheProvince(t *testing.T) {
	c := m14hsb.MaXa.Col()
	all := Choices(c14(), c, nil)
	var r form.Row
	m14hsb.MaTinh.Set(&r, "01")
	some := Choices(c14(), c, r)
	if len(all) < 3000 || len(some) < 100 || len(some) > 200 {
		t.Fatalf("%d communes, %d of Hà Nội", len(all), len(some))
	}
	i := slices.IndexFunc(some, func(x Choice) bool { return x.Code == "00008" })
	if i < 0 || some[i].Words != "Phường Ngọc Hà" || !strings.Contains(some[i].Also, "Phường Cống Vị, Quận Ba Đình, đã chia") {
		t.Errorf("got %+v", some[max(i, 0)])
	}
	if !slices.ContainsFunc(all, func(x Choice) bool { return x.Words == "Phường Ngọc Hà, Thành phố Hà Nội" }) {
		t.Error("a commune without a chosen province is told with its own")
	}
	m14hsb.MaTinh.Set(&r, "02") // Hà Giang, now Tuyên Quang
	if n := len(Choices(c14(), c, r)); n < 50 || n > 200 {
		t.Errorf("%d communes of an abolished province", n)
	}
}

func c14() *form.Table { return m14hsb.D166.Table }

func TestWhatWasMeant(t *testing.T) {
	lt, tk := d02lt.D366.Table, form.Of("TK1-TS").Table
	var hanoi form.Row
	tk1ts.MaTinhNhan.Set(&hanoi, "01")
	for _, c := range []struct {
		table *form.Table
		col   form.Handle
		row   form.Row
		text  string
		code  string
		say   string // what a refusal begins with
	}{
		{lt, d02lt.PhuongAn, nil, "tang moi", "TM", ""},
		{lt, d02lt.PhuongAn, nil, "XX", "XX", ""}, // for the check to name
		{lt, d02lt.PhuongAn, nil, "giam", "", "Phương án: «giam» có thể là GH Giảm hẳn; "},
		{lt, d02lt.GioiTinh, nil, "nu", "0", ""},
		{lt, d02lt.HinhThucNhan, nil, "dien tu", "1", ""}, // a list of the form itself
		{tk, tk1ts.MaXaNhan, nil, "phuc xa ba dinh", "00097", ""},
		{tk, tk1ts.MaXaNhan, hanoi, "hong ha", "00097", ""},
		{tk, tk1ts.MaXaNhan, nil, "00001", "00097", ""},
		{tk, tk1ts.MaXaNhan, hanoi, "00007", "", "Xã, phường, đặc khu: Phường Cống Vị, Quận Ba Đình đã chia vào 00025 Phường Giảng Võ; 00008 Phường Ngọc Hà. Chọn nơi đúng"},
		{tk, tk1ts.MaTinhNhan, nil, "ha giang", "08", ""},
	} {
		code, found, say := Meant(c.table, c.col.Col(), c.row, c.text)
		if code != c.code || !strings.HasPrefix(say, c.say) || (say == "") != (c.say == "") || (len(found) > 1) != (say != "") {
			t.Errorf("%s: got %q %q (%d found)", c.text, code, say, len(found))
		}
	}
	if _, found, say := Meant(lt, d02lt.PhuongAn.Col(), nil, "giam"); len(found) < 6 || strings.Count(say, ";") != 5 || !strings.Contains(say, " mã khác") {
		t.Errorf("%d found, %s", len(found), say)
	}
}

// Words are taken for the codes that they mean, wherever they are typed: in one step
// with the province that they depend on, and one by one.
func TestWordsInCodeCells(t *testing.T) {
	o := sampleDesk(t)
	d, err := o.Open(t.Context(), Opening{Service: "C6", Case: "C6.01", Month: SampleMonth, People: someIDs(t, o, 1)})
	if err != nil {
		t.Fatal(err)
	}
	cell := func(tag string) string {
		t.Helper()
		doc, err := o.store.Doc(t.Context(), d.ID, "14-HSB")
		if err != nil {
			t.Fatal(err)
		}
		c := doc.Form.Table.Column(tag)
		return c.Show(c.Get(doc.Rows[0]))
	}
	refused, err := o.EditCells(t.Context(), d.ID, "14-HSB", "", []CellText{
		{0, "MaXaMoi", "hong ha"}, {0, "MaTinhMoi", "ha noi"}, {0, "GioiTinh", "nu"}, {0, "NganHang", "ngan hang"}, {0, "QuocTich", "ZZ"},
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"", "", "", "Ngân hàng: «ngan hang» có thể là", ""} {
		if !strings.HasPrefix(refused[i], want) || (want == "") != (refused[i] == "") {
			t.Errorf("cell %d: %q", i, refused[i])
		}
	}
	if got := []string{cell("MaXaMoi"), cell("MaTinhMoi"), cell("GioiTinh"), cell("NganHang"), cell("QuocTich")}; !slices.Equal(got, []string{"00097", "01", "0", "", "ZZ"}) {
		t.Errorf("got %q", got)
	}
	n, found, err := o.Fill(t.Context(), d.ID, []Answer{{Form: "14-HSB", Row: 1, Set: map[string]string{
		"MaXa": "cong vi", "MaTinh": "Thành phố Hà Nội", "QuocTich": "viet nam", "MaXaMoi": "phuong ngoc ha",
	}}})
	if err != nil || n != 3 || len(found) != 1 || !strings.Contains(found[0].Say, "Phường Cống Vị, Quận Ba Đình đã chia vào 00008 Phường Ngọc Hà; 00025 Phường Giảng Võ") {
		t.Errorf("%d cells, findings %+v, err %v", n, found, err)
	}
	if got := []string{cell("QuocTich"), cell("MaXaMoi"), cell("MaTinh")}; !slices.Equal(got, []string{"VN", "00008", "01"}) {
		t.Errorf("got %q", got)
	}
}
