package congcu

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/law"
	_ "ankhai/forms/law/chedo"
	_ "ankhai/forms/law/dong"
)

// desk answers as the office does, without a store.
type desk struct {
	asked  map[string]any
	saved  []office.File
	failed error
}

func (d *desk) Calculate(_ context.Context, name string, answers []byte) (law.KetQuaTinh, error) {
	d.asked = nil
	if err := json.Unmarshal(answers, &d.asked); err != nil {
		return law.KetQuaTinh{}, err
	}
	m, _ := law.TimMayTinh(name)
	return m.TinhJSON(answers, nil)
}

func (d *desk) CalculationSheet(ctx context.Context, name string, answers []byte) (office.File, error) {
	_, err := d.Calculate(ctx, name, answers)
	return office.File{Name: name + ".pdf"}, err
}

func (d *desk) Quiet(work func(context.Context) error, done func(error)) {
	done(work(context.Background()))
}
func (d *desk) Fail(err error)         { d.failed = err }
func (d *desk) SaveFile(f office.File) { d.saved = append(d.saved, f) }

func open(t *testing.T) (*Page, *desk, func() string) {
	t.Helper()
	uitest.App(t)
	d := &desk{}
	p := New(d, d)
	w := uitest.Window(t, 1170, 692, p.Content())
	return p, d, func() string { return strings.Join(uitest.Words(w.Content()), "|") }
}

// A calculator is found in plain words; its questions are answered and the result
// carries the working with the article.
func TestAnswerAndSee(t *testing.T) {
	p, d, words := open(t)
	p.find("om dau")
	p.Open("om-dau", nil)
	for i, text := range map[int]string{0: "02/11/2026", 1: "12.000.000", 2: "5", 3: "3"} {
		e := p.form.fields[i].widget.(*widget.Entry)
		test.Type(e, text)
	}
	uitest.Press(t, p.Content(), "Tính")
	if d.failed != nil {
		t.Fatal(d.failed)
	}
	for _, want := range []string{"1.875.000 đồng", "12.000.000 × 75% / 24 × 5 ngày = 1.875.000", "Luật 41/2024/QH15 Điều 45 khoản 2"} {
		if !strings.Contains(words(), want) {
			t.Errorf("the result lacks %q: %s", want, words())
		}
	}
	if d.asked["luong"] != "12000000" {
		t.Errorf("asked %v", d.asked)
	}
	uitest.Press(t, p.Content(), "Lưu thành PDF")
	if len(d.saved) != 1 || d.saved[0].Name != "om-dau.pdf" {
		t.Errorf("saved %v", d.saved)
	}
}

// Every fault stands below its question; those of a list mark the cell.
func TestFaultsStandWhereTheyBelong(t *testing.T) {
	p, _, words := open(t)
	p.Open("truy-dong", nil)
	rows := p.form.fields[6].rows
	if rows == nil {
		for _, f := range p.form.fields {
			if f.rows != nil {
				rows = f.rows
			}
		}
	}
	rows.SetAll([]xwidget.CellText{{Row: 1, Col: 1, Text: "08/2026"}, {Row: 1, Col: 2, Text: "13/2026"}, {Row: 1, Col: 4, Text: "12.000.000"}})
	uitest.Press(t, p.Content(), "Tính")
	if !strings.Contains(words(), "Đối tượng (Điều 2 Luật BHXH): phải có") || !strings.Contains(words(), "dòng 1: Đến tháng: phải có dạng 11/2026") {
		t.Errorf("faults: %s", words())
	}
	if rows.Mark(1, 2) != xwidget.MarkError || rows.Mark(1, 1) == xwidget.MarkError {
		t.Error("the wrong cell is marked")
	}
	if row, col, ok := rows.Undo(); !ok || row != 1 || col != 1 || rows.Raw(1, 4) != "" {
		t.Error("undo")
	}
}

// Every calculator can be opened and says something, even with nothing answered.
func TestEveryCalculatorOpens(t *testing.T) {
	p, d, words := open(t)
	if p.Rows() < 35 {
		t.Fatalf("%d calculators", p.Rows())
	}
	for _, m := range law.MayTinhs() {
		p.Open(m.Ten, nil)
		uitest.Press(t, p.Content(), "Tính")
		if d.failed != nil || !strings.Contains(words(), m.TieuDe) || !strings.Contains(words(), "Chưa tính được") {
			t.Errorf("%s: %v, %s", m.Ten, d.failed, words())
		}
	}
}

func TestPicture(t *testing.T) {
	uitest.App(t)
	d := &desk{}
	p := New(d, d)
	w := uitest.Window(t, 1170, 692, p.Content())
	p.Open("sinh-con", map[string]any{"ngaySinh": "10/11/2026", "tuNgay": "01/11/2026", "soCon": "2", "conThuHai": false, "thangDong12": "10",
		"luongThang": []map[string]any{{"thang": "09/2026", "luong": "10000000"}, {"thang": "10/2026", "luong": "12000000"}}})
	uitest.Press(t, p.Content(), "Tính")
	uitest.Golden(t, "sinh-con", w.Canvas())
}
