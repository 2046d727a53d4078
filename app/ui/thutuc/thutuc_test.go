package thutuc

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/services/han"
	"ankhai/storage"
)

// desk answers as the office does, without a store.
type desk struct {
	asked  han.Cau
	opened office.Opening
	books
}

func (d *desk) People(context.Context, law.Month) ([]facts.NguoiLaoDong, error) {
	return uitest.People(12), nil
}

func (d *desk) Open(_ context.Context, what office.Opening) (storage.Dossier, error) {
	d.opened = what
	return storage.Dossier{ID: "HS000009"}, nil
}

func (d *desk) Deadlines(_ context.Context, q han.Cau) (han.KetQua, []han.Loi, error) {
	d.asked = q
	q.HomNay = 20261122
	got, bad := q.Tinh()
	return got, bad, nil
}

func open(t *testing.T, width, height float32) (*Page, *desk, *uitest.Host, fyne.Window) {
	t.Helper()
	uitest.App(t)
	d, h := &desk{}, uitest.NewHost()
	p := New(d, h)
	return p, d, h, uitest.Window(t, width, height, p.Content())
}

func search(w fyne.Window, words string) {
	w.Canvas().Focus(uitest.Find[*xwidget.SearchEntry](w.Content())[0])
	uitest.Type(w.Canvas(), words)
}

func words(w fyne.Window) string { return strings.Join(uitest.Words(w.Content()), "|") }

// A service is found in plain words, without diacritics, with its basis, and who
// files it is said honestly.
func TestFindInPlainWords(t *testing.T) {
	p, _, _, w := open(t, 1170, 692)
	if p.Rows() != 30 {
		t.Fatalf("%d services, want 30", p.Rows())
	}
	search(w, "thai san")
	if p.Rows() == 0 || p.Rows() == 30 {
		t.Fatalf("«thai san» finds %d services", p.Rows())
	}
	if first := p.Text(0, 1); !strings.Contains(strings.ToLower(first), "thai sản") {
		t.Errorf("the best is %q", first)
	}
	for _, want := range []string{"Ai nộp", "Hạn nộp", "Căn cứ", "Đơn vị nộp được qua I-VAN", "Trường hợp", "Thay đổi"} {
		if !strings.Contains(words(w), want) {
			t.Errorf("the detail lacks %q: %s", want, words(w))
		}
	}
}

// Papers of a case are ticked off; what is still missing is counted.
func TestPapersOfACase(t *testing.T) {
	p, _, _, w := open(t, 1170, 692)
	search(w, "uy quyen linh thay")
	if p.chosen.service.ID != "B3" {
		t.Fatalf("found %s", p.chosen.service.ID)
	}
	if !strings.Contains(words(w), "Hồ sơ này do người hưởng nộp") || !strings.Contains(words(w), "B3 (mã của AnKhai") {
		t.Errorf("who files: %s", words(w))
	}
	if got := p.chosen.left.Words; got != "Còn thiếu 2 trong 2 giấy tờ bắt buộc." {
		t.Errorf("got %q", got)
	}
	for _, tick := range p.chosen.papers {
		tick.SetChecked(true)
	}
	if got := p.chosen.left.Words; got != "Đã đủ giấy tờ bắt buộc." {
		t.Errorf("got %q", got)
	}
	p.chosen.pick.SetSelectedIndex(1)
	if got := p.chosen.left.Words; got != "Còn thiếu 2 trong 2 giấy tờ bắt buộc." || !strings.Contains(words(w), "Hợp đồng uỷ quyền") {
		t.Errorf("another case: %q", got)
	}
}

// A day that a person types gives the days that follow from it.
func TestDeadlinesOfACase(t *testing.T) {
	p, d, h, w := open(t, 1366, 760)
	search(w, "vo sinh")
	p.chosen.pick.SetSelectedIndex(1) // C4.02
	a := p.chosen.ask
	if a.event.Selected != "Sinh con" || a.label.Words != "Ngày sinh con" {
		t.Fatalf("asks %q, %q", a.event.Selected, a.label.Words)
	}
	a.day.SetText("khi nào")
	a.reckon()
	if !strings.Contains(words(w), "Ngày sinh con: phải có dạng 03/11/2026") {
		t.Errorf("a day that is none: %s", words(w))
	}
	a.day.SetText("03/11/2026")
	a.day.OnSubmitted(a.day.Text)
	if d.asked.Chon["vai"] != "cha" || len(h.Failed) > 0 {
		t.Fatalf("asked %+v, failed %v", d.asked, h.Failed)
	}
	for _, want := range []string{"Trước hết ngày 01/01/2027, thứ sáu – còn 40 ngày", "Cá nhân: Cha bắt đầu nghỉ muộn nhất", "Nếu muộn: Bắt đầu nghỉ sau hạn", "Chưa có ngày cha bắt đầu nghỉ", "Tính khi lần sinh là không phải con thứ hai"} {
		if !strings.Contains(words(w), want) {
			t.Errorf("lacks %q: %s", want, words(w))
		}
	}
	p.scroll.Reveal(a.answer.Objects[1])
	w.Canvas().Unfocus()
	uitest.Golden(t, "tinh-han", w.Canvas())
}

// «Lập hồ sơ» asks whose it is and leads into the draft.
func TestDraftOfACase(t *testing.T) {
	p, d, h, w := open(t, 1366, 760)
	search(w, "uy quyen linh thay")
	uitest.Press(t, w.Content(), "Lập hồ sơ")
	if len(h.Dialogs) != 1 {
		t.Fatalf("%d dialogs", len(h.Dialogs))
	}
	uitest.Press(t, h.Dialogs[0], "Không chọn ai")
	if d.opened.Service != "B3" || d.opened.Case != p.chosen.service.TruongHop[0].ID || len(d.opened.People) != 0 {
		t.Errorf("opened %+v", d.opened)
	}
	if n := len(h.Went); n == 0 || h.Went[n-1].ID != "HS000009" {
		t.Errorf("went %v", h.Went)
	}
}

// A guide has papers to bring and nothing to file.
func TestGuideOnly(t *testing.T) {
	p, _, _, w := open(t, 1366, 760)
	search(w, "cap cuu")
	if p.chosen.service.ID != "A3" || !strings.Contains(words(w), "Không có hồ sơ phải nộp") || !strings.Contains(words(w), "Không có thời hạn nào tính được") {
		t.Errorf("%s: %s", p.chosen.service.ID, words(w))
	}
}

func TestServicePicture(t *testing.T) {
	_, _, _, w := open(t, 1366, 760)
	search(w, "sinh con")
	w.Canvas().Unfocus()
	uitest.Golden(t, "thu-tuc", w.Canvas())
	if n := len(uitest.Find[*xwidget.Select](w.Content())); n != 2 {
		t.Errorf("%d choices, want case and event", n)
	}
}
