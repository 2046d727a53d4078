package thutuc

import (
	"context"
	"strings"
	"testing"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/form"
	"ankhai/storage"
)

// books answers for files of forms as the office does, without a store.
type books struct {
	forms []office.BlankForm
	blank []string // IDs that were asked for, joined
	taken []string // names of files, joined
	of    office.Opening
	found []office.Finding
	made  []storage.Dossier
	shown []string // samples
}

func (b *books) SamplePapers(id string) ([]office.File, error) {
	b.shown = append(b.shown, "xem "+id)
	return []office.File{{Name: "MAU-01B-HSB.pdf"}}, nil
}

func (b *books) SampleBook(id string) (office.File, error) {
	b.shown = append(b.shown, "excel "+id)
	return office.File{Name: "HO-SO-MAU-" + id + ".xlsx"}, nil
}

func (b *books) BlankForms() []office.BlankForm { return b.forms }

func (b *books) CaseForms(string, string) ([]office.BlankForm, error) { return b.forms, nil }

func (b *books) BlankBook(ids ...string) (office.File, error) {
	b.blank = append(b.blank, strings.Join(ids, " "))
	return office.File{Name: "Mau-Excel.xlsx", Bytes: []byte("PK")}, nil
}

func (b *books) DraftFiles(_ context.Context, what office.Opening, files []office.File) ([]storage.Dossier, []office.Finding, error) {
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
	}
	b.taken, b.of = append(b.taken, strings.Join(names, " ")), what
	return b.made, b.found, nil
}

var twoForms = []office.BlankForm{
	{ID: "D02-LT", Called: "D02-LT", Title: "Danh sách lao động tham gia BHXH, BHYT, BHTN, BHTNLĐ, BNN", Must: true},
	{ID: "TK1-TS", Called: "TK1-TS", Title: "Tờ khai tham gia, điều chỉnh thông tin BHXH, BHYT"},
}

// The blank workbook of a case is one file: at once for one form, and of what is ticked
// for several.
func TestBlankBookOfACase(t *testing.T) {
	p, d, h, w := open(t, 1366, 760)
	d.forms = twoForms[:1]
	search(w, "lao dong")
	uitest.Press(t, w.Content(), "Lấy mẫu Excel trống")
	if len(h.Dialogs) != 0 || len(h.Kept) != 1 || d.blank[0] != "D02-LT" {
		t.Fatalf("%d dialogs, kept %v, asked for %v", len(h.Dialogs), h.Kept, d.blank)
	}
	d.forms = twoForms
	uitest.Press(t, w.Content(), "Lấy mẫu Excel trống")
	boxes := uitest.Find[*xwidget.Check](h.Top())
	if len(boxes) != 2 || !boxes[0].Checked || boxes[1].Checked || boxes[1].Words != "TK1-TS (nếu có)" {
		t.Fatalf("boxes %+v", boxes)
	}
	boxes[0].SetChecked(false)
	uitest.Press(t, h.Top(), "Lưu một tệp Excel")
	if h.Last() != "! Chưa chọn mẫu nào. Đánh dấu ít nhất một mẫu." || h.Closed != 0 {
		t.Errorf("said %q, closed %d", h.Last(), h.Closed)
	}
	boxes[0].SetChecked(true)
	boxes[1].SetChecked(true)
	uitest.GoldenDialog(t, "mau-trong", 660, 330, h.Top())
	uitest.Press(t, h.Top(), "Lưu một tệp Excel")
	if d.blank[len(d.blank)-1] != "D02-LT TK1-TS" || len(h.Kept) != 2 || h.Closed != 1 {
		t.Errorf("asked for %q, kept %d, closed %d", d.blank, len(h.Kept), h.Closed)
	}
	if p.chosen.service.HuongDan {
		t.Error("the service is a guide")
	}
}

// Workbooks that were filled become a dossier of the case that is looked at, which opens.
func TestDraftOfBooks(t *testing.T) {
	p, d, h, w := open(t, 1366, 760)
	search(w, "uy quyen linh thay")
	h.Files = []office.File{{Name: "a.xlsx"}, {Name: "b.xlsx"}}
	d.made = []storage.Dossier{{ID: "HS000009"}}
	uitest.Press(t, w.Content(), "Lập từ Excel…")
	if d.taken[0] != "a.xlsx b.xlsx" || d.of.Service != "B3" || d.of.Case != p.chosen.at().ID || d.of.Month != h.At {
		t.Errorf("took %v for %+v", d.taken, d.of)
	}
	if len(h.Went) != 1 || h.Went[0] != (office.Place{Screen: "ho-so", ID: "HS000009"}) || h.Last() != "Đã lập hồ sơ HS000009 từ tệp" || len(h.Dialogs) != 0 {
		t.Errorf("went %v, said %q, %d dialogs", h.Went, h.Last(), len(h.Dialogs))
	}
	d.found = []office.Finding{{Field: "a.xlsx", Level: form.Nhac, Say: "Mẫu TK1-TS chưa điền dòng nào nên không đưa vào hồ sơ"}}
	uitest.Press(t, w.Content(), "Lập từ Excel…")
	if len(h.Went) != 2 || len(h.Titles) != 1 || h.Titles[0] != "Đã lập hồ sơ, có chỗ nên xem" {
		t.Errorf("went %v, dialogs %q", h.Went, h.Titles)
	}
}

// Everything that is wrong is told at once, each with its sheet, row and column and the
// remedy; the files are chosen again from there.
func TestFaultsOfBooks(t *testing.T) {
	_, d, h, w := open(t, 1366, 760)
	d.found = []office.Finding{
		{Field: "TK1-TS", Level: form.Nhac, Say: "Mẫu TK1-TS chưa điền dòng nào nên không đưa vào hồ sơ"},
		{Field: "D02-LT!I6", Code: "XL-31", Level: form.Loi, Say: "D02-LT!I6: Phương án: không có mã ZZ trong danh mục Phương án", Fix: "TM"},
		{Field: "D02-LT!C12", Level: form.Loi, Say: "D02-LT!C12: Ngày, tháng, năm sinh: phải có dạng 15/08/1995, 08/1995 hoặc 1995 (đang ghi “năm ngoái”)"},
	}
	uitest.Press(t, w.Content(), "Lập từ Excel…")
	if len(h.Went) != 0 || len(h.Titles) != 1 || h.Titles[0] != "Chưa lập hồ sơ: 2 chỗ phải sửa" {
		t.Fatalf("went %v, dialogs %q", h.Went, h.Titles)
	}
	uitest.GoldenDialog(t, "cho-phai-sua", 760, 420, h.Top())
	g := uitest.Find[*xwidget.Grid](h.Top())[0]
	if words := strings.Join(uitest.Words(h.Top()), "|"); !strings.Contains(words, "Trang D02-LT, dòng 6, cột I: Phương án: không có mã ZZ trong danh mục Phương án. Nên ghi TM.") {
		t.Errorf("says %s", words)
	}
	g.Jump(2, 0)
	if words := strings.Join(uitest.Words(h.Top()), "|"); !strings.Contains(words, "TK1-TS: Mẫu TK1-TS chưa điền") {
		t.Errorf("says %s", words)
	}
	d.found, d.made = nil, []storage.Dossier{{ID: "HS000010"}, {ID: "HS000011"}}
	uitest.Press(t, h.Top(), "Chọn lại tệp")
	if len(h.Went) != 1 || h.Closed != 1 || h.Last() != "Đã lập 2 hồ sơ từ tệp, đang mở hồ sơ đầu" {
		t.Errorf("went %v, closed %d, said %q", h.Went, h.Closed, h.Last())
	}
}

// What is dropped is asked about: it may be the month's payroll. A guide and files of
// other kinds are not taken.
func TestDroppedBooks(t *testing.T) {
	p, d, h, w := open(t, 1366, 760)
	search(w, "uy quyen linh thay")
	if !p.Takes([]string{"a.XLSX", "b.json"}) || p.Takes([]string{"a.xlsx", "c.pdf"}) {
		t.Error("takes other files than workbooks")
	}
	d.made = []storage.Dossier{{ID: "HS000009"}}
	p.Take([]office.File{{Name: "giay-uy-quyen.xlsx"}})
	uitest.GoldenDialog(t, "tep-tha-vao", 560, 260, h.Top())
	uitest.Press(t, h.Top(), "Đọc như bảng lương")
	if len(h.Payrolls) != 1 || len(d.taken) != 0 {
		t.Errorf("payrolls %v, drafted of %v", h.Payrolls, d.taken)
	}
	p.Take([]office.File{{Name: "a.xlsx"}, {Name: "b.xlsx"}})
	if got := strings.Join(uitest.Buttons(h.Top()), "|"); got != "Để sau|Lập hồ sơ" {
		t.Errorf("buttons %s", got)
	}
	uitest.Press(t, h.Top(), "Lập hồ sơ")
	if len(h.Went) != 1 || len(d.taken) != 1 {
		t.Errorf("went %v, drafted of %v", h.Went, d.taken)
	}
	w.Canvas().Focus(p.search)
	p.search.SetText("cap cuu")
	if p.Takes([]string{"a.xlsx"}) {
		t.Error("a guide takes a workbook")
	}
}

// The samples of a service are marked as such, looked at and kept.
func TestSamplesOfAService(t *testing.T) {
	_, d, h, w := open(t, 1366, 760)
	search(w, "sinh con")
	uitest.Press(t, w.Content(), "Xem hồ sơ mẫu")
	if words := strings.Join(uitest.Words(h.Top()), "|"); !strings.Contains(words, "Hồ sơ mẫu, không có thật") || !strings.Contains(words, "Lao động nữ sinh con thứ nhất") || !strings.Contains(words, "C4.01 · Sinh con") {
		t.Errorf("says %s", words)
	}
	uitest.GoldenDialog(t, "ho-so-mau", 660, 380, h.Top())
	for _, b := range []string{"Xem", "Lưu Excel", "Lưu JSON"} {
		uitest.Press(t, h.Top(), b)
	}
	if got := strings.Join(d.shown, "|"); got != "xem C4|excel C4" || len(h.Shown) != 1 || len(h.Kept) != 2 || h.Kept[0].Name != "HO-SO-MAU-C4.xlsx" || h.Kept[1].Name != "HO-SO-MAU-C4.json" {
		t.Errorf("asked for %s, shown %v, kept %d", got, h.Shown, len(h.Kept))
	}
}
