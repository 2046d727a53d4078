package nguoilaodong

import (
	"context"
	"maps"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/form"
)

// EditPerson remembers what it was asked, and changes nobody.
func (f *fake) EditPerson(_ context.Context, id string, texts map[string]string) ([]office.PersonField, []office.Finding, error) {
	f.edits = append(f.edits, texts)
	for _, p := range f.people {
		if p.ID == id {
			return office.PersonFields(p), f.wrong, f.err
		}
	}
	return nil, nil, office.ErrNoPerson
}

// Only what was changed is sent; what is wrong stays in the dialog, all of it; what was
// kept can be taken back.
func TestPersonIsCorrected(t *testing.T) {
	f := &fake{people: uitest.People(20)}
	p, h, w := open(t, f)
	who := p.roster.at(0)
	uitest.Press(t, w.Content(), "Sửa thông tin…")
	d := h.Dialogs[0]
	fields := uitest.Find[*xwidget.Entry](d)
	phone := fieldAfter(t, d, "Điện thoại")
	phone.SetText("12345")
	f.wrong = []office.Finding{{Level: form.Loi, Say: "Mã số BHXH: phải có 10 chữ số"}, {Level: form.Loi, Say: "Số ĐDCN/CCCD: đã là của Trần Văn Dũng (NLD000002). Sửa số, hoặc gộp hai bản ghi nếu là một người"}}
	uitest.Press(t, d, "Lưu thông tin")
	if len(fields) < 7 || h.Closed != 0 || len(f.edits) != 1 || !maps.Equal(f.edits[0], map[string]string{"dienThoai": "12345"}) {
		t.Fatalf("%d fields, closed %d times, sent %v", len(fields), h.Closed, f.edits)
	}
	uitest.GoldenDialog(t, "sua-thong-tin-sai", 2*editWide+20, 470, d)
	f.wrong = []office.Finding{{Level: form.Nhac, Say: "Điện thoại: phải có dạng 0912345678"}}
	uitest.Press(t, d, "Lưu thông tin")
	if words := strings.Join(uitest.Words(w.Content()), "|"); h.Closed != 1 || !strings.Contains(words, "Đã sửa thông tin. Xem lại: Điện thoại: phải có dạng 0912345678.") {
		t.Errorf("closed %d times, the screen says %s", h.Closed, words)
	}
	uitest.Golden(t, "da-sua-thong-tin", w.Canvas())
	f.wrong = nil
	uitest.Press(t, w.Content(), "Hoàn tác")
	if back := f.edits[len(f.edits)-1]; !maps.Equal(back, map[string]string{"dienThoai": who.DienThoai}) {
		t.Errorf("taken back to %v", back)
	}
	if strings.Contains(strings.Join(uitest.Words(w.Content()), "|"), "Đã sửa thông tin.") {
		t.Error("there is still something to take back")
	}
}

// AddPerson remembers who was to be added.
func (f *fake) AddPerson(_ context.Context, texts map[string]string) (string, []office.Finding, error) {
	f.edits = append(f.edits, texts)
	if len(f.wrong) > 0 {
		return "", f.wrong, f.err
	}
	return f.people[3].ID, nil, f.err
}

// Somebody who takes part already is added from the month at hand; what is wrong is said
// all at once, and who was added is shown.
func TestPersonIsAdded(t *testing.T) {
	f := &fake{people: uitest.People(20)}
	p, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Thêm người…")
	d := h.Dialogs[0]
	f.wrong = []office.Finding{{Level: form.Loi, Say: "Họ và tên: phải có"}}
	uitest.Press(t, d, "Thêm người này")
	if h.Closed != 0 || !maps.Equal(f.edits[0], map[string]string{"tuThang": "11/2026"}) {
		t.Fatalf("closed %d times, sent %v", h.Closed, f.edits)
	}
	uitest.GoldenDialog(t, "them-nguoi", 2*editWide+20, 480, d)
	fieldAfter(t, d, "Họ và tên").SetText("Phạm Thị Cúc")
	uitest.Find[*xwidget.MoneyEntry](d)[0].SetText("6.500.000")
	f.wrong = nil
	uitest.Press(t, d, "Thêm người này")
	if last := f.edits[len(f.edits)-1]; h.Closed != 1 || last["hoTen"] != "Phạm Thị Cúc" || last["mucLuong"] != "6.500.000" || p.shownID != f.people[3].ID {
		t.Errorf("closed %d times, sent %v, shown %s", h.Closed, last, p.shownID)
	}
}

// A commune brings its province.
func TestCommuneBringsItsProvince(t *testing.T) {
	f := &fake{people: uitest.People(20)}
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Sửa thông tin…")
	var xa, tinh *xwidget.SelectSearch
	for _, s := range uitest.Find[*xwidget.SelectSearch](h.Dialogs[0]) {
		switch {
		case len(s.Options) > 3000 && len(s.Options) < 5000:
			xa = s
		case len(s.Options) < 60:
			tinh = s
		}
	}
	xa.SetCode("00004")
	xa.OnCode("00004")
	if tinh.Code() != office.ProvinceOf("00004") || tinh.Code() == "" {
		t.Errorf("province %q of commune %q", tinh.Code(), xa.Code())
	}
}

// fieldAfter is the field that stands beside a label.
func fieldAfter(t *testing.T, root fyne.CanvasObject, label string) *xwidget.Entry {
	t.Helper()
	for _, c := range uitest.Find[*fyne.Container](root) {
		if words := uitest.Words(c); len(words) > 0 && words[0] == label {
			if all := uitest.Find[*xwidget.Entry](c); len(all) == 1 {
				return all[0]
			}
		}
	}
	t.Fatalf("no field %q", label)
	return nil
}
