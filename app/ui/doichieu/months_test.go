package doichieu

import (
	"slices"
	"strings"
	"testing"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/forms/law"
)

// The statement is saved as it was received, and the months that have one are gone to.
func TestOriginalAndOtherMonths(t *testing.T) {
	f := &fake{has: true, months: []law.Month{202611, 202610, 202607}}
	p, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Lưu thông báo gốc")
	if len(h.Kept) != 1 || h.Kept[0].Name != "C12-TS_112026.pdf" || !slices.Equal(f.files, []string{"gốc"}) {
		t.Errorf("kept %v of %v", h.Kept, f.files)
	}
	items := p.monthMenu().Items
	if len(items) != 2 || items[0].Label != "Tháng 10/2026" {
		t.Fatalf("the menu %+v", items)
	}
	items[1].Action()
	if len(h.Went) != 1 || h.Went[0] != (office.Place{Screen: screen, ID: "2026-07"}) {
		t.Errorf("went %v", h.Went)
	}
	uitest.Press(t, w.Content(), "Tháng khác…")
	uitest.Golden(t, "doi-chieu-thang-khac", w.Canvas())
}

// A month without a statement says which months have one.
func TestMonthsOnTheEmptyScreen(t *testing.T) {
	f := &fake{months: []law.Month{202610, 202609}}
	_, h, w := open(t, f)
	if words := strings.Join(uitest.Words(w.Content()), "|"); !strings.Contains(words, "Đã có thông báo 2 tháng khác:") {
		t.Errorf("says %s", words)
	}
	if all := uitest.Buttons(w.Content()); slices.Contains(all, "Lưu thông báo gốc") {
		t.Errorf("buttons %q", all)
	}
	uitest.Golden(t, "doi-chieu-trong-thang-khac", w.Canvas())
	uitest.Press(t, w.Content(), "09/2026")
	if len(h.Went) != 1 || h.Went[0].ID != "2026-09" {
		t.Errorf("went %v", h.Went)
	}
}

// Where only the month at hand has a statement there is nothing to go to.
func TestNoOtherMonth(t *testing.T) {
	p, _, _ := open(t, &fake{has: true, months: []law.Month{month}})
	if !p.month.Hidden || p.original.Hidden {
		t.Errorf("months hidden %v, original hidden %v", p.month.Hidden, p.original.Hidden)
	}
}
