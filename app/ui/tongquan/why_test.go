package tongquan

import (
	"context"
	"errors"
	"strings"
	"testing"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/law"
)

func (f *fake) Why(_ context.Context, _ law.Month, fig office.Figure) (office.Why, error) {
	f.why = append(f.why, fig)
	w := office.Why{People: []string{"N1", "N2"}}
	w.Total, w.Unit = 3_632_000, "đồng"
	w.Parts = []law.PhanKQ{{Nhan: "Người lao động đóng", GiaTri: 1_191_750, DonVi: "đồng"}, {Nhan: "Đơn vị đóng", GiaTri: 2_440_250, DonVi: "đồng"}, {Nhan: "Hạn đóng hằng tháng", GiaTri: 20261231, DonVi: "yyyymmdd"}}
	if fig == office.QuyLuong {
		w.Parts = []law.PhanKQ{{Ten: "vuotTran", Nhan: "Người vượt trần", GiaTri: f.above, DonVi: "người"}}
	}
	if fig == office.QuyBangLuong {
		w.People = nil
	}
	w.Warnings = []string{"3 người chưa có mức lương, chưa tính vào số này"}
	for i, name := range []string{"Nguyễn Thị Ẩn", "Trần Văn Dũng"} {
		n := []int64{1_699_200, 1_932_800}[i]
		w.Working = append(w.Working, law.Buoc{Nhan: name, KetQua: n, CongThuc: "người lao động + đơn vị = " + law.VietSo(n), CanCu: "Luật 41/2024/QH15 Điều 31 đến 34"})
	}
	return w, f.err
}

func (f *fake) WhyPerson(_ context.Context, _ law.Month, id string) ([]law.Buoc, error) {
	f.whose = append(f.whose, id)
	return []law.Buoc{{Nhan: "Hưu trí, tử tuất: người lao động", CongThuc: "5.310.000 × 8% = 424.800", KetQua: 424_800, CanCu: "Luật 41/2024/QH15 Điều 33"}}, f.noSteps
}

// Behind «Phải đóng» stands the total in full with the people; the steps of a person
// are asked for when the person is chosen.
func TestAmountAnswersWhy(t *testing.T) {
	f := &fake{v: full()}
	p, h, _ := open(t, f)
	p.why(202611, office.PhaiDong)
	picture := uitest.Window(t, 836, 400, xwidget.Inset(18, 14, 18, 16, h.Dialogs[0]))
	uitest.Golden(t, "vi-sao", picture.Canvas())
	words := strings.Join(uitest.Words(h.Dialogs[0]), "|")
	for _, want := range []string{"3.632.000 đồng", "Đơn vị đóng: 2.440.250 đồng", "3 người chưa có mức lương", "5.310.000 × 8% = 424.800", "Điều 33"} {
		if !strings.Contains(words, want) {
			t.Errorf("the dialog does not say %q: %s", want, words)
		}
	}
	uitest.Find[*xwidget.Grid](h.Dialogs[0])[0].Jump(1, 0)
	if got := strings.Join(f.whose, " "); got != "N1 N2" {
		t.Errorf("asked for the steps of %q", got)
	}
	uitest.Press(t, h.Dialogs[0], "Xem bảng lương")
	if h.Closed != 1 || len(h.Went) != 1 || h.Went[0].ID != "2026-11" {
		t.Errorf("closed %d times, went to %v", h.Closed, h.Went)
	}
}

// The amount beside the chart adds up from the lines of that month's payroll, which
// have no further steps.
func TestChartAnswersWhy(t *testing.T) {
	f := &fake{v: full()}
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Vì sao?")
	if len(h.Dialogs) != 1 || h.Titles[0] != "Quỹ lương theo bảng lương tháng 11/2026: cộng từ 2 người" || f.why[0] != office.QuyBangLuong {
		t.Errorf("dialogs %q, asked %q", h.Titles, f.why)
	}
	if len(f.whose) != 0 {
		t.Errorf("asked for the steps of %q", f.whose)
	}
}

// From the fund a door leads on to those above the ceiling.
func TestFundLeadsToThoseAboveTheCeiling(t *testing.T) {
	f := &fake{v: full(), above: 37}
	p, h, _ := open(t, f)
	p.why(202611, office.QuyLuong)
	uitest.Press(t, h.Dialogs[0], "Ai vượt trần")
	if len(f.why) != 2 || f.why[1] != office.VuotTran || !strings.HasPrefix(h.Titles[1], "Người vượt trần tháng 11/2026") || h.Closed != 1 {
		t.Errorf("asked for %v, dialogs %q, closed %d times", f.why, h.Titles, h.Closed)
	}
	f.above = 0
	p.why(202611, office.QuyLuong)
	if got := strings.Join(uitest.Buttons(h.Dialogs[2]), "|"); strings.Contains(got, "Ai vượt trần") {
		t.Errorf("nobody is above the ceiling, the buttons are %s", got)
	}
}

// What cannot be told is told as a failure, of the whole or of one person.
func TestWhyThatFails(t *testing.T) {
	f := &fake{v: full()}
	p, h, _ := open(t, f)
	f.err = errors.New("disk")
	p.why(202611, office.PhaiDong)
	if len(h.Failed) != 1 || len(h.Dialogs) != 0 {
		t.Errorf("failed %v, %d dialogs", h.Failed, len(h.Dialogs))
	}
	f.err, f.noSteps = nil, errors.New("disk")
	p.why(202611, office.PhaiDong)
	if len(h.Failed) != 2 || len(h.Dialogs) != 1 {
		t.Errorf("failed %v, %d dialogs", h.Failed, len(h.Dialogs))
	}
}
