package caidat

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/law/lich"
)

func (f *fake) Holidays(_ context.Context, year int) (office.HolidayYear, error) {
	l, err := lich.Moi(lich.TuyChon{Them: f.kept.own})
	if err != nil {
		return office.HolidayYear{}, err
	}
	out := office.HolidayYear{Year: year, Days: l.Cua(year)}
	for _, c := range l.ChuaRoGiua(office.DayAt(year, 1, 1), office.DayAt(year, 12, 31)) {
		out.Open = append(out.Open, "Từ "+c.Tu.String()+" đến "+c.Den.String()+": "+c.Say)
	}
	return out, f.err
}
func (f *fake) PutHoliday(_ context.Context, n office.Holiday) (string, error) {
	if say := lich.LoiCuaNgay(n); say != "" || f.err != nil {
		return say, f.err
	}
	f.kept.own = append(f.kept.own, n)
	return "", nil
}
func (f *fake) DropHoliday(_ context.Context, d office.Day) (bool, error) {
	n := len(f.kept.own)
	f.kept.own = slices.DeleteFunc(f.kept.own, func(x office.Holiday) bool { return x.Ngay == d })
	return len(f.kept.own) < n, f.err
}

// typeHoliday fills the form of a day in.
func typeHoliday(c fyne.Canvas, day, name, basis string) {
	uitest.Find[*xwidget.DateEntry](c.Content())[0].SetText(day)
	e := uitest.Find[*xwidget.Entry](c.Content())
	e[len(e)-2].SetText(name)
	e[len(e)-1].SetText(basis)
}

// A day off is added, stands in its year, is taken out again and taken back.
func TestHolidays(t *testing.T) {
	f := newFake()
	p, h, c := open(t, f)
	window(c).Resize(fyne.NewSize(1000, 860))
	p.Open("ngay-nghi")
	typeHoliday(c, "01/09/2027", "Nghỉ Quốc khánh", "")
	uitest.Press(t, c.Content(), "Thêm vào lịch")
	if words := strings.Join(uitest.Words(c.Content()), "|"); len(f.kept.own) != 0 || !strings.Contains(words, "Căn cứ: phải ghi văn bản hoặc thông báo") {
		t.Errorf("kept %v; says %s", f.kept.own, words)
	}
	typeHoliday(c, "01/09/2027", "Nghỉ Quốc khánh", "Thông báo của Bộ Nội vụ")
	e := uitest.Find[*xwidget.Entry](c.Content())
	c.Focus(e[len(e)-1])
	uitest.Keys(c, fyne.KeyReturn)
	if len(f.kept.own) != 1 || p.year != 2027 || !strings.HasPrefix(h.Last(), "Đã thêm ngày 01/09/2027") {
		t.Fatalf("kept %v, shows %d, said %q", f.kept.own, p.year, h.Last())
	}
	grid := uitest.Find[*xwidget.Grid](c.Content())[0]
	row := slices.IndexFunc(grid.Model().(holidayRows), func(n office.Holiday) bool { return n.CuaNguoiDung })
	grid.Jump(row, 0)
	uitest.Golden(t, "ngay-nghi-them", c)
	uitest.Press(t, c.Content(), "Bỏ ngày này")
	if len(f.kept.own) != 0 {
		t.Fatalf("still has %v", f.kept.own)
	}
	uitest.Golden(t, "ngay-nghi-bo", c)
	uitest.Press(t, c.Content(), "Lấy lại")
	if words := strings.Join(uitest.Words(c.Content()), "|"); len(f.kept.own) != 1 || strings.Contains(words, "Lấy lại") {
		t.Errorf("kept %v; says %s", f.kept.own, words)
	}
	uitest.Press(t, c.Content(), "‹")
	if words := strings.Join(uitest.Words(c.Content()), "|"); !strings.Contains(words, "Năm 2026") {
		t.Errorf("says %s", words)
	}
	grid = uitest.Find[*xwidget.Grid](c.Content())[0]
	grid.Jump(0, 0)
	for _, b := range uitest.Find[*xwidget.Button](c.Content()) {
		if b.Words == "Bỏ ngày này" && !b.Disabled() {
			t.Error("a day that the law fixes can be taken out")
		}
	}
	f.err = errors.New("disk")
	uitest.Press(t, c.Content(), "›")
	if len(h.Failed) != 1 {
		t.Errorf("failed %v", h.Failed)
	}
}

// From the form to the data file: the calendar of time limits has the day.
func TestHolidayReachesTheStore(t *testing.T) {
	o := openOffice(t)
	h, c := onStore(t, o, "ngay-nghi", 860)
	typeHoliday(c, "22/08/2027", "Làm bù", "Thông báo")
	uitest.Find[*xwidget.Select](c.Content())[0].SetSelectedIndex(1)
	uitest.Press(t, c.Content(), "Thêm vào lịch")
	l, err := o.Calendar(t.Context())
	if err != nil || !l.LamViec(20270822) || len(h.Failed) > 0 {
		t.Fatalf("22/08/2027, a Sunday, is still off (%v, %v); said %q", err, h.Failed, h.Last())
	}
	if got := uitest.Find[*xwidget.Grid](c.Content())[0].Model(); !slices.ContainsFunc(got.(holidayRows), func(n office.Holiday) bool { return n.Ngay == 20270822 && n.LamViec }) {
		t.Errorf("the list is %v", got)
	}
}
