package office

import (
	"strings"
	"testing"

	"ankhai/forms/d02lt"
	"ankhai/forms/form"
	"ankhai/forms/services"
)

// Every sentence is for a text column that there is, and fits into it.
func TestPhrasesFitTheirColumns(t *testing.T) {
	n := 0
	for _, f := range form.Forms() {
		for _, c := range f.Table.Columns() {
			for _, p := range Phrases(f, "", c.Tag, nil, 20261122) {
				n++
				if c.Kind != form.KindText || c.MaxRunes > 0 && len([]rune(p.Cau)) > c.MaxRunes {
					t.Errorf("%s %s: %q", f.ID, c.Tag, p.Cau)
				}
			}
		}
	}
	if all := len(services.CacMauCau("D02-LT", "GhiChu", "", 20261122)); n < 40 || all < 8 {
		t.Errorf("%d sentences, %d of D02-LT: some are for no column", n, all)
	}
	var leave form.Row
	d02lt.PhuongAn.Set(&leave, "KL")
	if got := Phrases(d02lt.D366, "", "GhiChu", leave, 20261122); len(got) == 0 || got[0].Cau != "Thời gian nghỉ không hưởng lương từ … đến …" {
		t.Errorf("got %+v", got)
	}
	if Phrases(d02lt.D366, "head", "GhiChu", nil, 20261122) != nil || HasPhrases(d02lt.D366, "", "HoTen", 20261122) {
		t.Error("sentences for a column that has none")
	}
}

// A blank that was left is named with its place.
func TestBlanksLeftAreNamed(t *testing.T) {
	doc := form.New(d02lt.D366)
	for _, note := range []string{"Nghỉ từ 01/11/2026 đến 30/11/2026", "Thời gian nghỉ không hưởng lương từ … đến …", ""} {
		var r form.Row
		d02lt.GhiChu.Set(&r, note)
		doc.Rows = append(doc.Rows, r)
	}
	got := blanksLeft([]*form.Doc{doc}, 20261122)
	if len(got) != 1 || got[0].Level != form.Nhac || len(got[0].Places) != 1 || got[0].Places[0].Row != 2 || !strings.HasPrefix(got[0].Say, "Ghi chú: còn chỗ «…»") {
		t.Errorf("got %+v", got)
	}
	found := false
	for _, f := range CheckDocs("", []*form.Doc{doc}, testDay) {
		found = found || f.Code == blankCode
	}
	if !found {
		t.Error("the check does not say so")
	}
}
