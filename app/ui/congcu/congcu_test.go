package congcu

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/unsaved"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/facts"
	"ankhai/forms/law"
	_ "ankhai/forms/law/chedo"
	_ "ankhai/forms/law/dong"
	"ankhai/forms/payroll"
	"ankhai/storage"
)

// desk answers as the office does, without a store.
type desk struct {
	asked   map[string]any
	saved   []office.File
	failed  error
	drafted []payroll.DeXuat
	dialog  fyne.CanvasObject
	titles  []string
	said    string
	kept    []law.CachHieu
}

func (d *desk) book() *law.Sach {
	s, err := (*law.Sach)(nil).VoiCachHieu(d.kept)
	if err != nil {
		panic(err)
	}
	return s
}

func (d *desk) LawSettings(context.Context, string) (out []office.LawSetting, err error) {
	for _, h := range law.DiemMos() {
		s := office.LawSetting{CauHoi: h, Now: d.book().ThietLap(h.Ten)}
		for _, c := range d.kept {
			if c.Ten == h.Ten {
				s.Own = append(s.Own, c)
			}
		}
		out = append(out, s)
	}
	return out, nil
}

func (d *desk) PutLawSetting(_ context.Context, _ string, c law.CachHieu) (string, error) {
	if c.Ma != "" {
		if say := law.FaultOfCachHieu(c); say != "" {
			return say, nil
		}
		d.kept = append(d.kept, c)
	}
	return "", nil
}

func (d *desk) WhyEffect(_ context.Context, e office.Effect, from, to law.Month) (office.Explained, error) {
	out := office.Explained{Title: e.Person.HoTen + ": " + from.String() + " " + to.String()}
	out.Unit = "đồng"
	return out, nil
}

func (d *desk) Calculate(_ context.Context, name string, answers []byte) (law.KetQuaTinh, error) {
	d.asked = nil
	if err := json.Unmarshal(answers, &d.asked); err != nil {
		return law.KetQuaTinh{}, err
	}
	m, _ := law.TimMayTinh(name)
	return m.TinhJSON(answers, d.book())
}

func (d *desk) CalculationSheet(ctx context.Context, name string, answers []byte) (office.File, error) {
	_, err := d.Calculate(ctx, name, answers)
	return office.File{Name: name + ".pdf"}, err
}

func (d *desk) Quiet(work func(context.Context) error, done func(error)) {
	done(work(context.Background()))
}
func (d *desk) Prefill(context.Context, string, string, law.Day) (office.Prefilled, error) {
	return office.Prefilled{Person: facts.NguoiLaoDong{HoTen: "Trần Thị Lan"}, Known: map[string]any{"luong": "9500000"}, Missing: []string{"Số năm đã đóng BHXH bắt buộc: xem sổ BHXH"}}, nil
}

func (d *desk) WhatChanges(context.Context, law.Month, law.Month) ([]office.Effect, error) {
	low := facts.NguoiLaoDong{HoTen: "Lê Văn Thấp", Luong: facts.Luong{Known: true, MucLuong: 5_000_000}}
	return []office.Effect{{Person: low, Kinds: []office.EffectKind{office.ByMinimumWage}, Say: "cần mức lương mới"}}, nil
}

func (d *desk) Draft(_ context.Context, _ string, _ law.Month, ps []payroll.DeXuat) ([]storage.Dossier, error) {
	d.drafted = ps
	return nil, nil
}

func (d *desk) People(context.Context, law.Month) ([]facts.NguoiLaoDong, error) {
	return []facts.NguoiLaoDong{{ID: "NV1", HoTen: "Trần Thị Lan"}}, nil
}
func (d *desk) Today() law.Day           { return 20261126 }
func (d *desk) Month() law.Month         { return 202611 }
func (d *desk) Say(words string, _ bool) { d.said = words }
func (d *desk) Dialog(title string, content fyne.CanvasObject) func() {
	d.dialog, d.titles = content, append(d.titles, title)
	return func() { d.dialog = nil }
}
func (d *desk) Typed(f unsaved.Form) *unsaved.Open { return uitest.NewHost().Typed(f) }

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
		test.Type(p.form.fields[i].widget.(fyne.Focusable), text)
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

// A sum that is too long is refused in words while it is typed.
func TestASumTooLongIsRefusedAtOnce(t *testing.T) {
	p, _, words := open(t)
	p.Open("om-dau", nil)
	money := p.form.fields[1].widget.(*xwidget.MoneyEntry)
	test.Type(money, "1234567890123456")
	if money.Text != "123.456.789.012.345" || !strings.Contains(words(), "không quá 999.999.999.999.999 đồng") {
		t.Errorf("%q, %s", money.Text, words())
	}
	money.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if strings.Contains(words(), "không quá 999") {
		t.Error("the words stay after it was mended")
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
	rows.Undo(func(row, col int, ok bool) {
		if !ok || row != 1 || col != 1 || rows.Raw(1, 4) != "" {
			t.Error("undo")
		}
	})
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

// A person's record answers what it can; what was typed stays, what is missing is
// named.
func TestTakenFromAPerson(t *testing.T) {
	p, _, words := open(t)
	p.Open("om-dau", nil)
	test.Type(p.form.fields[0].widget.(fyne.Focusable), "02/11/2026")
	p.fill("NV1")
	if e := p.form.fields[1].widget.(*xwidget.MoneyEntry); e.Text != "9.500.000" {
		t.Errorf("pay %q", e.Text)
	}
	if e := p.form.fields[0].widget.(*xwidget.DateEntry); e.Text != "02/11/2026" {
		t.Errorf("the day that was typed is %q", e.Text)
	}
	if !strings.Contains(words(), "Số năm đã đóng BHXH bắt buộc: xem sổ BHXH") {
		t.Error(words())
	}
}

// Whom new figures touch is listed, and the adjustments are drafted with the new
// pay left open.
func TestChangesAreDrafted(t *testing.T) {
	p, d, _ := open(t)
	uitest.Press(t, p.Content(), "Luật đổi: ai bị ảnh hưởng")
	if d.dialog == nil {
		t.Fatal("no dialog")
	}
	w := uitest.Window(t, 900, 500, d.dialog)
	uitest.Press(t, w.Content(), "Lập hồ sơ điều chỉnh")
	if len(d.drafted) != 1 || d.drafted[0].Unknown[0] != payroll.MucLuong {
		t.Errorf("%+v", d.drafted)
	}
}

// Of each person whom new figures touch, the contributions before and after are told.
func TestChangesAnswerWhy(t *testing.T) {
	p, d, _ := open(t)
	uitest.Press(t, p.Content(), "Luật đổi: ai bị ảnh hưởng")
	uitest.Press(t, d.dialog, "Vì sao?")
	if len(d.titles) != 2 || d.titles[1] != "Lê Văn Thấp: 06/2026 07/2026" {
		t.Errorf("dialogs %q", d.titles)
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
