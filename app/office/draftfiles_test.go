package office

import (
	"errors"
	"strings"
	"testing"
)

// A sample case is drafted from its JSON, goes out as a workbook, and is drafted from
// that again, each time as the case that was named.
func TestDraftFilesOfACase(t *testing.T) {
	o := sampleDesk(t)
	_, f, err := SampleCaseFile("C4")
	if err != nil {
		t.Fatal(err)
	}
	what := Opening{Service: "c4", Case: "c4.01", Month: SampleMonth}
	made, found, err := o.DraftFiles(t.Context(), what, []File{f})
	if err != nil || len(made) != 1 || len(found) > 0 {
		t.Fatalf("%v %+v %v", made, found, err)
	}
	book, err := o.Workbook(t.Context(), made[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	again, found, err := o.DraftFiles(t.Context(), what, []File{book})
	if err != nil || len(again) != 1 || len(found) > 0 {
		t.Fatalf("%v %+v %v", again, found, err)
	}
	for _, id := range []string{made[0].ID, again[0].ID} {
		v, err := o.Dossier(t.Context(), id)
		if err != nil || v.Service != "C4" || v.Case != "C4.01" || v.Procedure != "630b" {
			t.Errorf("%s is of %s %s, %s (%v)", id, v.Service, v.Case, v.Procedure, err)
		}
	}
	if docsJSON(t, o, made[0].ID) != docsJSON(t, o, again[0].ID) {
		t.Error("the two differ")
	}
}

// What cannot be drafted of is told as a finding, and nothing is made.
func TestDraftFilesRefused(t *testing.T) {
	o := sampleDesk(t)
	before, err := o.Dossiers(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	what := Opening{Service: "E5", Case: "E5.02", Month: SampleMonth}
	for want, files := range map[string][]File{
		"Chưa chọn tệp nào":               nil,
		"b.JSON: tệp JSON phải đưa riêng": {{Name: "a.xlsx"}, {Name: "b.JSON"}},
		"a.json|Mẫu thứ 1: phải có dạng":  {{Name: "a.json", Bytes: []byte("5")}},
		"Không dòng nào trong 2 dòng có phương án": {{Name: "luong.csv", Bytes: []byte("Mã NV;Họ và tên;Mã số BHXH;Ngày sinh;Giới tính;Số CCCD;Mức lương đóng BHXH\n" +
			"NV01;Nguyễn Thị Huế;7900000001;01/02/1990;Nữ;079190000001;6.000.000\nNV02;Trần Văn Hai;7900000002;01/02/1991;Nam;079091000001;6.000.000\n")}},
	} {
		made, found, err := o.DraftFiles(t.Context(), what, files)
		if err != nil || len(made) > 0 || len(found) == 0 || !strings.Contains(found[0].Field+"|"+found[0].Say, want) {
			t.Errorf("%s: made %v, found %+v (%v)", want, made, found, err)
		}
	}
	if _, _, err := o.DraftFiles(t.Context(), Opening{Service: "E5", Case: "E5.99"}, nil); !errors.Is(err, ErrNoCase) {
		t.Errorf("a case that is none: %v", err)
	}
	if after, err := o.Dossiers(t.Context()); err != nil || len(after) != len(before) {
		t.Errorf("%d dossiers, were %d (%v)", len(after), len(before), err)
	}
}

// A finding of a cell knows its sheet, row and column, and its words stand without them.
func TestPlaceOfAFinding(t *testing.T) {
	f := Finding{Field: "b.xlsx TK1-TS · phần đầu!AB12", Say: "b.xlsx TK1-TS · phần đầu!AB12: Ngày lập: phải có dạng 22/11/2026", Fix: "22/11/2026"}
	if got := f.Place(); got != (FindingPlace{"b.xlsx TK1-TS · phần đầu", "12", "AB"}) {
		t.Errorf("at %+v", got)
	}
	if got := f.Words(); got != "Ngày lập: phải có dạng 22/11/2026. Nên ghi 22/11/2026" {
		t.Errorf("says %q", got)
	}
	if got := (Finding{Field: "b.xlsx", Say: "b.xlsx: không thấy mẫu nào"}).Place(); got != (FindingPlace{Sheet: "b.xlsx"}) {
		t.Errorf("a whole file is at %+v", got)
	}
}

// The blank workbook of a case has its forms, and is read back as those with nothing in
// them; what the agency issues is given to nobody.
func TestBlankBook(t *testing.T) {
	o := sampleDesk(t)
	forms, err := o.CaseForms("E5", "E5.02")
	if err != nil || len(forms) < 2 || !forms[0].Must {
		t.Fatalf("%+v %v", forms, err)
	}
	book, err := o.BlankBook(forms[0].ID, forms[1].ID)
	if err != nil || book.Name != "Mau-Excel-"+forms[0].ID+"-"+forms[1].ID+".xlsx" {
		t.Fatalf("%s %v", book.Name, err)
	}
	_, found, err := o.DraftFiles(t.Context(), Opening{Service: "E5", Case: "E5.02", Month: SampleMonth}, []File{book})
	if err != nil || len(found) != 3 || !strings.HasPrefix(found[2].Say, "Tệp không có dòng nào") {
		t.Errorf("%+v %v", found, err)
	}
	if _, err := o.BlankBook("C12-TS"); !errors.Is(err, ErrNoForm) {
		t.Errorf("a form of the agency: %v", err)
	}
	if _, err := o.CaseForms("Z9", ""); !errors.Is(err, ErrNoService) {
		t.Errorf("a service that is none: %v", err)
	}
	for _, f := range o.BlankForms() {
		if _, err := o.BlankBook(f.ID); err != nil {
			t.Errorf("%s: %v", f.ID, err)
		}
	}
}
