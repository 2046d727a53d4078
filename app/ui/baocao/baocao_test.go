package baocao

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/forms/law"
)

// fake answers invented figures and remembers what was asked for.
type fake struct {
	figures office.Figures
	from    law.Month
	reports []office.ReportOrder
	slips   []office.SlipOrder
	why     []office.Figure
	err     error
}

func (f *fake) Figures(_ context.Context, from, until law.Month) (office.Figures, error) {
	f.from = from
	return f.figures, f.err
}

func (f *fake) Why(_ context.Context, month law.Month, of office.Figure) (office.Why, error) {
	f.why = append(f.why, of)
	return office.Why{KetQuaTinh: law.KetQuaTinh{Total: 917_650_000, Unit: "đồng", Working: []law.Buoc{{Nhan: "Nguyễn Thị Ẵm", KetQua: 917_650_000}}}, People: []string{"N1"}}, f.err
}

func (f *fake) WhyPerson(context.Context, law.Month, string) ([]law.Buoc, error) {
	return []law.Buoc{{Nhan: "Hưu trí, tử tuất", KetQua: 480_000, CongThuc: "6.000.000 × 8 %", CanCu: "Luật BHXH"}}, f.err
}

func (f *fake) Report(_ context.Context, in office.ReportOrder) (office.File, error) {
	f.reports = append(f.reports, in)
	return office.File{Name: in.ID}, f.err
}

func (f *fake) Slips(_ context.Context, in office.SlipOrder, path string, report func(done, total int)) (office.SlipsMade, error) {
	f.slips = append(f.slips, in)
	report(120, 120)
	made := office.SlipsMade{Path: path, People: 120}
	if in.Locked {
		made.Without = []string{"Ngô Thị Không Số"}
	}
	return made, f.err
}

// host remembers the places that were asked for.
type host struct {
	*uitest.Host
	names []string
}

func (h *host) SavePath(name string, take func(string)) {
	h.names = append(h.names, name)
	take("/tam/" + name)
}

func figures() office.Figures {
	f := office.Figures{Begins: 202603, Claims: []office.ClaimLine{{CheDo: "ốm đau", Waiting: 3, Granted: 11}, {CheDo: "thai sản", Waiting: 1, Granted: 4, Refused: 1}}}
	for i := range 12 {
		m := office.MonthLine{Month: law.Month(202512).Add(i)}
		if m.Month >= f.Begins {
			n := int64(i)
			m.Known, m.First = true, m.Month == f.Begins
			m.Heads, m.Up, m.Gone, m.Away = 100+3*n, 5, 1, 1
			m.Fund, m.Employee, m.Employer = 760_000_000+15_000_000*n, 80_000_000+1_500_000*n, 163_000_000+3_200_000*n
		}
		f.Months = append(f.Months, m)
	}
	f.Moves = []office.Move{{Month: 202611, HoTen: "Trần Văn Dũng", Say: "chưa có trong danh sách → đang tham gia", Up: true}, {Month: 202610, HoTen: "Lê Thị Hà", Say: "đang tham gia → đã nghỉ"}}
	f.Ending = []office.Ending{{ID: "N7", HoTen: "Huỳnh Thị Mỹ Ưởng", ChucDanh: "Công nhân may", Den: 20261231}}
	f.Late = []office.LateTask{{About: "đơn vị", Event: "Đóng tiền BHXH, BHYT, BHTN tháng 9/2026", Days: 22, Until: 20261031, Dossier: "HS000012"}}
	return f
}

func open(t *testing.T, f *fake, w, h float32) (*Page, *host, fyne.Window) {
	t.Helper()
	uitest.App(t)
	at := &host{Host: uitest.NewHost()}
	p := New(f, at)
	win := uitest.Window(t, w, h, xwidget.NewPanel(look.Page, p.Content()))
	p.OnShow()
	return p, at, win
}

func TestFiguresAreDoors(t *testing.T) {
	f := &fake{figures: figures()}
	p, h, w := open(t, f, 1170, 690)
	if f.from != 202512 {
		t.Errorf("asked from %d", f.from)
	}
	uitest.Press(t, w.Content(), "133") // heads of November
	uitest.Press(t, w.Content(), "925.000.000")
	uitest.Press(t, w.Content(), "294.700.000")
	if len(h.Went) != 1 || h.Went[0].Screen != "nguoi-lao-dong" || !slices.Equal(f.why, []office.Figure{office.QuyLuong, office.PhaiDong}) {
		t.Errorf("went %v, asked why of %v", h.Went, f.why)
	}
	if said := strings.Join(uitest.Words(h.Dialogs[0]), "|"); !strings.Contains(said, "6.000.000 × 8 %") {
		t.Error("the working of the first person is not there:", said)
	}
	uitest.Press(t, w.Content(), "5")
	if h.Titles[2] != "Ai tăng, ai giảm tháng 11/2026" || uitest.Find[*xwidget.Grid](h.Dialogs[2])[0].Model().Rows() != 1 {
		t.Errorf("dialogs %v", h.Titles)
	}

	// by keys the month before, then the month with which the roster begins, then an unknown one
	w.Canvas().Focus(p.heads)
	uitest.Keys(w.Canvas(), fyne.KeyLeft)
	if said := strings.Join(uitest.Words(w.Content()), "|"); !strings.Contains(said, "Tháng 10/2026") {
		t.Error(said)
	}
	if p.paid.Chosen() != 10 {
		t.Error("the other picture stands at", p.paid.Chosen())
	}
	uitest.Keys(w.Canvas(), fyne.KeyHome, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	if got := uitest.Buttons(p.monthCard); !slices.Equal(got[1:3], []string{"chưa biết", "chưa biết"}) {
		t.Error("where the roster begins:", got)
	}
	uitest.Keys(w.Canvas(), fyne.KeyHome)
	if said := strings.Join(uitest.Words(p.monthCard), "|"); !strings.Contains(said, "bắt đầu từ tháng 03/2026") {
		t.Error(said)
	}
	uitest.Press(t, w.Content(), "Mở") // the late payment
	if last := h.Went[len(h.Went)-1]; last.ID != "HS000012" {
		t.Error(last)
	}
}

func TestReportsAsFiles(t *testing.T) {
	f := &fake{figures: figures()}
	p, h, w := open(t, f, 1170, 690)
	uitest.Press(t, w.Content(), "24 tháng")
	if f.from != law.Month(202611).Add(-23) || fyne.CurrentApp().Preferences().Int(spanKey) != 24 {
		t.Errorf("asked from %d", f.from)
	}
	uitest.Press(t, w.Content(), "Xem bản in")
	uitest.Press(t, w.Content(), "Xuất Excel")
	p.others()
	uitest.Press(t, h.Dialogs[0], "Xem bản in")
	want := []office.ReportOrder{{ID: "months", Month: 202611, From: 202412, PDF: true}, {ID: "months", Month: 202611, From: 202412}, {ID: "roster", Month: 202611, PDF: true}}
	if !slices.Equal(f.reports, want) || len(h.Shown) != 2 || len(h.Kept) != 1 {
		t.Errorf("asked for %+v", f.reports)
	}
	f.err = errors.New("hỏng")
	p.paper("claims")
	if len(h.Failed) != 1 {
		t.Error("a report that fails is not told")
	}
}

func TestSlips(t *testing.T) {
	f := &fake{figures: figures()}
	p, h, _ := open(t, f, 1170, 690)
	p.slips()
	for _, b := range uitest.Find[*xwidget.Button](h.Dialogs[0]) {
		if b.Words == "Lưu…" {
			b.Tapped(nil)
		}
	}
	if got := fmt.Sprint(h.names); got != "[phieu-2026-11.pdf phieu-2026-11.zip phieu-2026-11-khoa.zip]" {
		t.Error(got)
	}
	if len(f.slips) != 3 || f.slips[0].Locked || !f.slips[2].Locked || h.Said[0] != "Đã ghi 120 phiếu vào /tam/phieu-2026-11.pdf" {
		t.Errorf("%+v, said %v", f.slips, h.Said)
	}
	if h.Titles[len(h.Titles)-1] != "Chưa có phiếu" {
		t.Error("who got none is not told")
	}
}

func TestPicturesOfTheReports(t *testing.T) {
	f := &fake{figures: figures()}
	p, h, w := open(t, f, 1170, 1010)
	uitest.Golden(t, "bao-cao", w.Canvas())
	fyne.CurrentApp().Settings().SetTheme(look.Theme{Dark: true})
	p.OnShow()
	w.Canvas().Focus(p.paid)
	uitest.Keys(w.Canvas(), fyne.KeyLeft)
	w.Resize(fyne.NewSize(704, 760))
	uitest.Golden(t, "bao-cao-toi-hep", w.Canvas())
	fyne.CurrentApp().Settings().SetTheme(look.Theme{})
	p.slips()
	uitest.Golden(t, "phieu", uitest.Window(t, 680, 400, xwidget.Inset(18, 14, 18, 16, h.Dialogs[0])).Canvas())
}
