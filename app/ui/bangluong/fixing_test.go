package bangluong

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/sheet"
	"ankhai/storage"
)

// wrongDay is a payroll of one line whose date of birth is none.
const wrongDay = "Mã NV;Họ và tên;Mã số BHXH;Ngày sinh;Giới tính;Số CCCD;Mức lương đóng BHXH\n" +
	"NV01;Nguyễn Thị Huế;7900000001;31/02/1990;Nữ;079190000001;6.000.000\n"

func keptPayroll(t *testing.T) *storage.Payroll {
	t.Helper()
	b, err := sheet.Read(t.Context(), []byte(wrongDay), sheet.Options{Name: "luong.csv", Month: 202611})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(b.Problems)
	if err != nil {
		t.Fatal(err)
	}
	return &storage.Payroll{TenTep: "luong.csv", Rows: b.Rows, Problems: raw}
}

// set puts a correction into the cell of the date of birth, or takes it away.
func (f *fake) set(fix, before *facts.SuaO) {
	var ps []sheet.Problem
	_ = json.Unmarshal(f.kept.Problems, &ps)
	line := *f.kept.Rows[0].Goc
	line.O = append([]facts.OGoc(nil), line.O...)
	for i := range line.O {
		if line.O[i].O == "D2" {
			line.O[i].Sua, line.O[i].Truoc = fix, before
		}
	}
	d, ps := sheet.Mend(f.kept.Rows, ps, 0, &line, 202611)
	raw, _ := json.Marshal(ps)
	f.kept = &storage.Payroll{TenTep: f.kept.TenTep, Rows: []facts.DongLuong{d}, Problems: raw}
}

func (f *fake) FixCell(_ context.Context, _ law.Month, place, value string) (office.CellFix, []office.Finding, error) {
	f.answers = append(f.answers, place+"="+value)
	if value == "30/02/1990" {
		return office.CellFix{}, []office.Finding{{Level: form.Loi, Say: "Ngày sinh: phải có dạng 15/08/1995, 08/1995 hoặc 1995"}}, nil
	}
	f.set(&facts.SuaO{Ghi: value, Ai: "Lan", Luc: time.Date(2026, 11, 22, 2, 30, 0, 0, time.UTC)}, nil)
	c, _ := office.FixableCell(*f.kept, "luong", "D2")
	return c, nil, f.fail
}

func (f *fake) UnfixCell(_ context.Context, _ law.Month, place string) (office.CellFix, error) {
	f.answers = append(f.answers, "bỏ "+place)
	f.set(nil, nil)
	return office.CellFix{}, f.fail
}

func (f *fake) FixAgain(context.Context, law.Month) (done, left []office.CellFix, err error) {
	c, _ := office.FixableCell(*f.kept, "luong", "D2")
	_, _, err = f.FixCell(context.Background(), 202611, c.Place(), c.New)
	return []office.CellFix{c}, nil, err
}

// A cell that could not be read is corrected beside its problem; what cannot be read
// either is told beneath the field, and the correction can be taken back.
func TestCellIsFixedHere(t *testing.T) {
	f := &fake{has: true, kept: keptPayroll(t)}
	p, h, w := open(t, f)
	p.tabs.Choose(2)
	uitest.Press(t, w.Content(), "Sửa tại đây")
	if len(h.Dialogs) != 1 || h.Titles[0] != "Sửa ô luong!D2" {
		t.Fatalf("dialogs %q", h.Titles)
	}
	field := uitest.Find[*xwidget.Entry](h.Dialogs[0])[0]
	if field.Text != "31/02/1990" {
		t.Errorf("the field says %q", field.Text)
	}
	field.SetText("30/02/1990")
	uitest.Press(t, h.Dialogs[0], "Sửa")
	if words := strings.Join(uitest.Words(h.Dialogs[0]), "|"); !strings.Contains(words, "Ngày sinh: phải có dạng") || h.Closed != 0 {
		t.Errorf("closed %d, the dialog says %s", h.Closed, words)
	}
	field.SetText("28/02/1990")
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if h.Closed != 1 || len(f.answers) != 2 || f.answers[1] != "luong!D2=28/02/1990" || f.kept.Rows[0].NgaySinh != 19900228 {
		t.Fatalf("closed %d, answers %q", h.Closed, f.answers)
	}
	uitest.Golden(t, "o-da-sua", w.Canvas())
	words := strings.Join(uitest.Words(w.Content()), "|")
	if want := "“31/02/1990” → “28/02/1990”; sửa tại đây: Lan, 09:30 22/11/2026"; !strings.Contains(words, want) || len(p.problems) != 0 {
		t.Errorf("%d problems; the screen does not say %q: %s", len(p.problems), want, words)
	}
	uitest.Press(t, w.Content(), "Bỏ sửa")
	if f.answers[2] != "bỏ luong!D2" || len(p.problems) != 1 {
		t.Errorf("answers %q, %d problems", f.answers, len(p.problems))
	}
}

// The file was taken in again: what had been corrected is offered, and made again at once.
func TestFixesAreOfferedAgain(t *testing.T) {
	f := &fake{has: true, kept: keptPayroll(t)}
	f.set(nil, &facts.SuaO{Ghi: "28/02/1990", Ai: "Lan"})
	p, h, w := open(t, f)
	p.tabs.Choose(2)
	uitest.Press(t, w.Content(), "Sửa lại như trước (1 ô)")
	if f.answers[0] != "luong!D2=28/02/1990" || h.Last() != "Đã sửa lại 1 ô như trước" {
		t.Errorf("answers %q, said %q", f.answers, h.Last())
	}
}

// A file in which nobody was found leaves the payroll of before: its cells are not those
// of the file that is shown.
func TestOtherFileIsNotFixedHere(t *testing.T) {
	b := book()
	b.Rows = nil
	b.Problems = []sheet.Problem{{Sheet: "luong", Cell: "D2", Value: "x", Message: "Không tìm thấy"}}
	f := &fake{has: true, kept: keptPayroll(t), book: b}
	p, h, w := open(t, f)
	p.Take("khac.csv", []byte("x"))
	p.tabs.Choose(2)
	uitest.Find[*xwidget.Grid](w.Content())[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(h.Dialogs) != 0 {
		t.Errorf("dialogs %q", h.Titles)
	}
}
