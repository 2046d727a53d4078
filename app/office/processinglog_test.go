package office

import (
	"slices"
	"strings"
	"testing"

	"ankhai/storage"
)

// The journal tells names where the record is still there, and what was done is in it,
// the saving of the journal too.
func TestProcessingLog(t *testing.T) {
	o := sampleDesk(t)
	people, err := o.People(t.Context(), SampleMonth)
	if err != nil {
		t.Fatal(err)
	}
	who := people[0]
	if _, err := o.ShowPerson(t.Context(), who.ID); err != nil {
		t.Fatal(err)
	}
	if err := o.SetRetention(t.Context(), storage.Retention{PersonMonths: 60}); err != nil {
		t.Fatal(err)
	}
	all, err := o.ProcessingLog(t.Context(), 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(all, func(l ProcessingLine) bool { return l.Code == "nguoi.xem" })
	if at < 0 || all[at].About != who.HoTen || all[at].Go != (Place{Screen: "nguoi-lao-dong", ID: who.ID}) {
		t.Fatalf("line %d of %d: %+v", at, len(all), all)
	}
	dv, _ := o.Company(t.Context())
	if all[0].Code != "luuTru.dat" || all[0].About != dv.Ten {
		t.Errorf("the latest is %+v", all[0])
	}
	for _, l := range all {
		if l.Say == l.Code {
			t.Errorf("%s has no words", l.Code)
		}
	}
	csv, err := o.ProcessingSheet(t.Context(), 20261101, 20261130, all, true)
	if err != nil || csv.Name != "nhat-ky-xu-ly-2026-11-01-2026-11-30.csv" || !strings.Contains(string(csv.Bytes), ";"+who.HoTen+";"+who.ID+";1;đối chiếu nội bộ") {
		t.Errorf("%s (%v): %s", csv.Name, err, csv.Bytes)
	}
	f, err := o.ProcessingSheet(t.Context(), 0, 0, all, false)
	if err != nil || len(lines(t, f, "Nhật ký")) != len(all) {
		t.Errorf("%s: %v", f.Name, err)
	}
	if all, _ = o.ProcessingLog(t.Context(), 0, 0); all[0].Say != "Xuất nhật ký xử lý" {
		t.Errorf("the latest is %+v", all[0])
	}
	if all, err = o.ProcessingLog(t.Context(), 20200101, 20200102); err != nil || len(all) != 0 {
		t.Errorf("of 2020: %+v, %v", all, err)
	}
}

// Days and terms are read as they are typed, and what is wrong with them is said.
func TestReadTermAndSpan(t *testing.T) {
	for text, want := range map[string]int{"": 0, " 60 ": 60, "0": 0, "1200": 1200, "1201": -1, "-1": -1, "năm": -1} {
		n, say := ReadTerm(text)
		if (say != "") != (want < 0) || say == "" && n != want {
			t.Errorf("ReadTerm(%q) = %d, %q", text, n, say)
		}
	}
	for _, c := range []struct{ from, to, say string }{{"", "", ""}, {"01/11/2026", "", ""}, {"", "30/11/2026", ""}, {"01/11/2026", "01/11/2026", ""},
		{"31/11/2026", "", "Từ ngày"}, {"", "hôm nay", "Đến ngày"}, {"02/11/2026", "01/11/2026", "Đến ngày: không trước"}} {
		if _, _, say := ReadSpan(c.from, c.to); !strings.HasPrefix(say, c.say) || (say == "") != (c.say == "") {
			t.Errorf("ReadSpan(%q, %q) says %q", c.from, c.to, say)
		}
	}
}
