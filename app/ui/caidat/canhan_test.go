package caidat

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// kept is what the fake keeps for the sections that have files of their own.
type kept struct {
	figures []office.LawValue
	own     []office.Holiday
	rule    office.Retention
	due     []office.PastTerm
	spans   []string
	saved   []office.ProcessingLine
}

func (f *fake) Today() office.Day { return 20261122 }
func (f *fake) Retention(context.Context) (office.Retention, error) {
	if f.none {
		return office.Retention{}, office.ErrNoCompany
	}
	return f.kept.rule, f.err
}
func (f *fake) SetRetention(_ context.Context, r office.Retention) error {
	if f.err == nil {
		f.kept.rule = r
	}
	return f.err
}
func (f *fake) PastTerms(context.Context) ([]office.PastTerm, error) {
	if f.kept.rule.PersonMonths == 0 {
		return nil, nil
	}
	return f.kept.due, nil
}
func (f *fake) ProcessingLog(_ context.Context, from, to office.Day) (out []office.ProcessingLine, err error) {
	f.kept.spans = append(f.kept.spans, from.ISO()+" "+to.ISO())
	at := time.Date(2026, 11, 22, 3, 30, 0, 0, time.UTC)
	line := func(say, about, purpose string, people int, to office.Place) {
		at = at.Add(-7 * time.Hour)
		out = append(out, office.ProcessingLine{Processing: office.Processing{Seq: int64(90 - len(out)), Time: at, Who: "ketoan", Say: say, Purpose: purpose, People: people}, About: about, Go: to})
	}
	for range 5 {
		line("Xem dữ liệu của một người", "Trần Thị Hạnh", "đối chiếu nội bộ", 1, office.Place{Screen: "nguoi-lao-dong", ID: "NLD000001"})
		line("Hồ sơ chuyển sang: Đã gửi", "HS000002 600 · Báo tăng, báo giảm · tháng 11/2026 · đợt 1", "kê khai BHXH, BHYT, BHTN theo luật", 3, office.Place{Screen: "ho-so", ID: "HS000002"})
		line("Sao lưu", "", "giữ an toàn dữ liệu", 120, office.Place{})
	}
	return out, nil
}
func (f *fake) ProcessingSheet(_ context.Context, from, to office.Day, lines []office.ProcessingLine, csv bool) (office.File, error) {
	f.kept.saved = lines
	return office.File{Name: fmt.Sprintf("nhat-ky-xu-ly-%s-%s csv=%v", from.ISO(), to.ISO(), csv)}, f.err
}

// past are people who left long ago.
func past(n int) (out []office.PastTerm) {
	for i, p := range uitest.People(n) {
		out = append(out, office.PastTerm{ID: fmt.Sprintf("NLD%06d", i+1), HoTen: p.HoTen, Left: 201901, Until: 202401})
	}
	return out
}

// A term is typed and kept; who is past it stands below, each a door.
func TestTerm(t *testing.T) {
	f := newFake()
	f.kept.due = past(8)
	p, h, c := open(t, f)
	p.Open("ca-nhan")
	if words := strings.Join(uitest.Words(c.Content()), "|"); !strings.Contains(words, "Chưa đặt hạn cho người đã nghỉ") {
		t.Errorf("without a term it says %s", words)
	}
	e := uitest.Find[*xwidget.Entry](c.Content())
	e[0].SetText("năm")
	uitest.Press(t, c.Content(), "Lưu hạn lưu")
	if words := strings.Join(uitest.Words(c.Content()), "|"); !strings.Contains(words, "Số tháng: từ 1 đến 1200") || f.kept.rule.PersonMonths != 0 {
		t.Errorf("a word was taken for a number: kept %+v; says %s", f.kept.rule, words)
	}
	e[0].SetText(" 60 ")
	c.Focus(e[1])
	uitest.Type(c, "120")
	uitest.Keys(c, fyne.KeyReturn)
	if f.kept.rule != (office.Retention{PersonMonths: 60, DossierMonths: 120}) || h.Last() != "Đã lưu hạn lưu" {
		t.Fatalf("kept %+v, said %q", f.kept.rule, h.Last())
	}
	uitest.Golden(t, "ca-nhan-han", c)
	uitest.Press(t, c.Content(), "Mở")
	uitest.Press(t, c.Content(), "Xem cả 8 người")
	if len(h.Went) != 2 || h.Went[0].ID != "NLD000001" || h.Went[1] != (office.Place{Screen: "nguoi-lao-dong", ID: "het-han"}) {
		t.Errorf("went to %v", h.Went)
	}
	uitest.Find[*xwidget.Entry](c.Content())[0].SetText("")
	uitest.Press(t, c.Content(), "Lưu hạn lưu")
	if f.kept.rule.PersonMonths != 0 {
		t.Errorf("an empty term is kept as %d", f.kept.rule.PersonMonths)
	}
}

// The journal is read over chosen days, searched without diacritics, opened and saved.
func TestJournal(t *testing.T) {
	f := newFake()
	p, h, c := open(t, f)
	window(c).Resize(fyne.NewSize(1000, 1010))
	p.Open("ca-nhan")
	span := uitest.Find[*xwidget.Select](c.Content())[0]
	span.SetSelected("Từ đầu")
	dates := uitest.Find[*xwidget.DateEntry](c.Content())
	dates[0].SetText("01/11/2026")
	dates[1].SetText("30/10/2026")
	uitest.Press(t, c.Content(), "Xem")
	if words := strings.Join(uitest.Words(c.Content()), "|"); !strings.Contains(words, "Đến ngày: không trước Từ ngày") {
		t.Errorf("says %s", words)
	}
	dates[1].SetText("30/11/2026")
	c.Focus(dates[1])
	uitest.Keys(c, fyne.KeyReturn)
	if got := strings.Join(f.kept.spans, "|"); got != "2026-10-24 2026-11-22| |2026-11-01 2026-11-30" {
		t.Errorf("read %s", got)
	}
	search := uitest.Find[*xwidget.SearchEntry](c.Content())[0]
	c.Focus(search)
	uitest.Type(c, "tran thi")
	uitest.Golden(t, "nhat-ky-tim", c)
	search.SetText("")
	window(c).Resize(fyne.NewSize(660, 1130))
	uitest.Golden(t, "nhat-ky-hep", c)
	window(c).Resize(fyne.NewSize(1000, 1010))
	search.SetText("tran thi")
	uitest.Press(t, c.Content(), "Xuất Excel")
	uitest.Press(t, c.Content(), "Xuất CSV")
	if len(h.Kept) != 2 || h.Kept[1].Name != "nhat-ky-xu-ly-2026-11-01-2026-11-30 csv=true" || len(f.kept.saved) != 5 {
		t.Errorf("saved %+v with %d lines", h.Kept, len(f.kept.saved))
	}
	uitest.Keys(c, fyne.KeyDown)
	uitest.Keys(c, fyne.KeyReturn)
	if len(h.Went) != 1 || h.Went[0].ID != "NLD000001" {
		t.Errorf("went to %v", h.Went)
	}
	search.SetText("không có")
	uitest.Press(t, c.Content(), "Xuất Excel")
	if len(h.Kept) != 2 || !strings.HasPrefix(h.Last(), "! Không có dòng nào") {
		t.Errorf("saved %d, said %q", len(h.Kept), h.Last())
	}
}

// What goes wrong is told, and without an employer the section says what to do.
func TestPersonalFails(t *testing.T) {
	f := newFake()
	f.none = true
	p, h, c := open(t, f)
	p.Open("ca-nhan")
	uitest.Press(t, c.Content(), "Ghi đơn vị")
	f.none, f.err = false, errors.New("disk")
	p.Open("ca-nhan")
	if len(h.Went) != 1 || len(h.Failed) != 1 {
		t.Errorf("went to %v, failed %v", h.Went, h.Failed)
	}
}

// From the field to the data file and back: a term is kept, and the journal says so.
func TestTermReachesTheStore(t *testing.T) {
	o := openOffice(t)
	if err := o.OpenSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	h, c := onStore(t, o, "ca-nhan", 1000)
	c.Focus(uitest.Find[*xwidget.Entry](c.Content())[0])
	uitest.Type(c, "60")
	uitest.Keys(c, fyne.KeyReturn)
	if r, err := o.Retention(t.Context()); err != nil || r != (office.Retention{PersonMonths: 60}) || len(h.Failed) > 0 {
		t.Fatalf("kept %+v, %v, failed %v", r, err, h.Failed)
	}
	grid := uitest.Find[*xwidget.Grid](c.Content())[0]
	if got := grid.Model().Text(0, 3) + "|" + grid.Model().Text(0, 4); !strings.HasPrefix(got, "Đặt hạn lưu|CÔNG TY") {
		t.Errorf("the journal begins with %s", got)
	}
	uitest.Press(t, c.Content(), "Xuất Excel")
	if len(h.Kept) != 1 || !strings.HasSuffix(h.Kept[0].Name, ".xlsx") || len(h.Kept[0].Bytes) == 0 {
		t.Errorf("saved %v", h.Kept)
	}
}
