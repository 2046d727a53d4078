package office

import (
	"strings"
	"testing"

	"ankhai/forms/form"
	"ankhai/storage"
)

// originOf asks for the origin of a cell of the only row that matters.
func originOf(t *testing.T, o *Office, id, formID, table string, row int, tag string) string {
	t.Helper()
	got, err := o.Origin(t.Context(), id, formID, table, row, tag)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// A dossier of proposals tells of every cell which record it is from, which article
// filled it, and what was typed.
func TestOriginOfProposals(t *testing.T) {
	o := sampleDesk(t)
	made, err := o.Draft(t.Context(), "600", SampleMonth, raises(t, o))
	if err != nil {
		t.Fatal(err)
	}
	id := made[0].ID
	for _, c := range []struct{ table, tag, want string }{
		{"", "MucLuong", "từ bảng lương tháng 11/2026, dòng của ô "},
		{"", "HoTen", "từ bảng lương tháng 11/2026, dòng của ô "},
		{"", "PhuongAn", "từ đề xuất so bảng lương với danh sách"},
		{"", "TyLeDong", "theo luật: Luật 41/2024/QH15 Điều 32"},
		{"", "TinhLai", "theo luật: Luật 41/2024/QH15 Điều 40"},
		{"", "NgayChet", ""}, // no answer, no origin
		{"", "ID", ""},
		{"head", "TenDonVi", "từ thông tin đơn vị"},
		{"head", "NgayLap", "ngày lập hồ sơ"},
	} {
		if got := originOf(t, o, id, "D02-LT", c.table, 0, c.tag); !strings.HasPrefix(got, c.want) || (c.want == "") != (got == "") {
			t.Errorf("%s: got %q, want %q", c.tag, got, c.want)
		}
	}
	if _, err := o.EditCells(t.Context(), id, "D02-LT", "", []CellText{{0, "MucLuong", "9.999.000"}}); err != nil {
		t.Fatal(err)
	}
	if got := originOf(t, o, id, "D02-LT", "", 0, "MucLuong"); got != "nhập tay lúc 09:30 22/11/2026" {
		t.Errorf("typed: got %q", got)
	}
	if _, err := o.Undo(t.Context(), id, "D02-LT"); err != nil {
		t.Fatal(err)
	}
	if got := originOf(t, o, id, "D02-LT", "", 0, "MucLuong"); !strings.HasPrefix(got, "từ bảng lương") {
		t.Errorf("taken back: got %q", got)
	}
}

// A case of a service tells the case, the roster and the employer.
func TestOriginOfACase(t *testing.T) {
	o := sampleDesk(t)
	d, err := o.Open(t.Context(), Opening{Service: "E5", Case: "E5.08", Month: SampleMonth, People: someIDs(t, o, 2)})
	if err != nil {
		t.Fatal(err)
	}
	if err := o.AddRows(t.Context(), d.ID, "D02-LT", "", someIDs(t, o, 3)[2:], 0); err != nil {
		t.Fatal(err)
	}
	for row := range 3 {
		for tag, want := range map[string]string{
			"PhuongAn": "theo trường hợp E5.08 ", "TuThang": "theo kỳ kê khai của hồ sơ", "HoTen": "từ bảng lương", "NoiLamViec": "từ thông tin đơn vị",
		} {
			if got := originOf(t, o, d.ID, "D02-LT", "", row, tag); !strings.HasPrefix(got, want) {
				t.Errorf("row %d %s: got %q, want %q", row, tag, got, want)
			}
		}
	}
	// A record that no longer says so is no origin.
	doc := docNamed(t, o, d.ID, "D02-LT")
	name := doc.Form.Table.Column("ChucDanh")
	if err := o.store.EditCells(t.Context(), d.ID, "D02-LT", []storage.CellEdit{{Row: 0, Tag: "ChucDanh", New: form.TextValue("Chức danh khác"), From: srcRecords}}); err != nil {
		t.Fatal(err)
	}
	if got := originOf(t, o, d.ID, "D02-LT", "", 0, name.Tag); got != "" {
		t.Errorf("of nowhere: got %q", got)
	}
}

func docNamed(t *testing.T, o *Office, id, formID string) *form.Doc {
	t.Helper()
	doc, err := o.store.Doc(t.Context(), id, formID)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// What FillKnown answers is told by where it is from; what was taken in from a file,
// copied from a dossier, or made before sources were kept, as well.
func TestOriginOfOtherRoads(t *testing.T) {
	o := sampleDesk(t)
	people, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	data := []byte(`[{"form":"D02-LT","rows":[{"HoTen":"` + people[0].HoTen + `","SoCCCD":"` + people[0].SoCCCD + `","PhuongAn":"DC"}]}]`)
	made, found, err := o.DraftJSON(t.Context(), "600", SampleMonth, data)
	if err != nil || len(made) != 1 {
		t.Fatalf("%d made, %+v, %v", len(made), found, err)
	}
	id := made[0].ID
	if n, err := o.FillKnown(t.Context(), id); err != nil || n == 0 {
		t.Fatalf("filled %d, %v", n, err)
	}
	for tag, want := range map[string]string{"HoTen": "từ tệp đã nhập", "MaSoBHXH": "từ danh sách người lao động", "NoiLamViec": "từ thông tin đơn vị"} {
		if got := originOf(t, o, id, "D02-LT", "", 0, tag); got != want {
			t.Errorf("%s: got %q, want %q", tag, got, want)
		}
	}
	if got := originOf(t, o, id, "D02-LT", "head", 0, "TenDonVi"); got != "từ thông tin đơn vị" {
		t.Errorf("head: got %q", got)
	}
	if err := o.Cancel(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	again, err := o.Again(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if got := originOf(t, o, again.ID, "D02-LT", "", 0, "HoTen"); got != "chép từ hồ sơ "+id {
		t.Errorf("copied: got %q", got)
	}
	bare := form.New(form.Of("D02-LT"))
	bare.Rows = docNamed(t, o, id, "D02-LT").Rows
	old, err := o.store.NewDossier(t.Context(), storage.Dossier{MaSoThue: made[0].MaSoThue, Procedure: "600", Month: SampleMonth}, bare)
	if err != nil {
		t.Fatal(err)
	}
	if got := originOf(t, o, old.ID, "D02-LT", "", 0, "HoTen"); got != "" {
		t.Errorf("of before: got %q", got)
	}
}
