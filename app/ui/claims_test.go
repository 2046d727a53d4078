package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// openSample opens the window on the sample company, in a store of its own.
func openSample(t *testing.T) (*office.Office, *Shell, fyne.Window) {
	t.Helper()
	o, err := office.Open(t.Context(), office.Config{Dir: t.TempDir(), Now: clock, Keys: uitest.DataKeys(t)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { o.Close() })
	uitest.App(t)
	s, w := windowOn(t, o)
	uitest.Press(t, w.Content(), "Mở công ty mẫu")
	return o, s, w
}

// A leave that somebody had before is told by hand on the real store: the days left
// above it follow, and what was done last can be taken back.
func TestALeaveIsToldInTheWindow(t *testing.T) {
	ctx := context.Background()
	o, s, w := openSample(t)
	people, err := o.People(ctx, s.Month())
	if err != nil || len(people) == 0 {
		t.Fatal(len(people), err)
	}
	s.Go(office.Place{Screen: "nguoi-lao-dong", ID: people[0].ID})
	words := func() string { return strings.Join(uitest.Words(w.Content()), "|") }
	if !strings.Contains(words(), "đã ghi 0") {
		t.Fatalf("the record says %s", words())
	}
	tell := func() fyne.CanvasObject {
		uitest.Press(t, w.Content(), "Ghi một đợt…")
		return w.Canvas().Overlays().Top()
	}
	form := tell()
	uitest.Golden(t, "ghi-dot-huong", w.Canvas())
	dates := uitest.Find[*xwidget.DateEntry](form)
	dates[0].SetText("02/11/2026")
	dates[1].SetText("03/11/2026")
	uitest.Find[*xwidget.Entry](form)[0].SetText("1,5")
	uitest.Press(t, form, "Ghi đợt này")
	noDialog(t, w)
	all, err := o.Benefits(ctx, people[0].ID)
	if err != nil || len(all) != 1 || all[0].NuaNgay != 3 || all[0].State != office.DaDuyet {
		t.Fatalf("%d periods, %v", len(all), err)
	}
	if got := words(); !strings.Contains(got, "đã ghi 1,5") || !strings.Contains(got, "1,5 ngày, đã duyệt · nhập tay") {
		t.Errorf("afterwards it says %s", got)
	}
	uitest.Press(t, w.Content(), "Xem, sửa các đợt…")
	uitest.Golden(t, "cac-dot-huong", w.Canvas())
	uitest.Press(t, w.Canvas().Overlays().Top(), "Kết quả của cơ quan…")
	uitest.Find[*xwidget.Select](w.Canvas().Overlays().Top())[0].SetSelected("Bị từ chối")
	uitest.Press(t, w.Canvas().Overlays().Top(), "Ghi kết quả")
	if got := words(); !strings.Contains(got, "đã ghi 0") || !strings.Contains(got, "bị từ chối, không tính") {
		t.Errorf("after it was refused it says %s", got)
	}
	uitest.Press(t, w.Canvas().Overlays().Top(), "Hoàn tác")
	if got := words(); !strings.Contains(got, "đã ghi 1,5") {
		t.Errorf("after that was taken back it says %s", got)
	}
}

// The practice gateway is asked for somebody of the sample company.
func TestTheAgencyIsAskedInTheWindow(t *testing.T) {
	o, s, w := openSample(t)
	people, err := o.People(t.Context(), s.Month())
	if err != nil || len(people) == 0 {
		t.Fatal(len(people), err)
	}
	s.Go(office.Place{Screen: "nguoi-lao-dong", ID: people[0].ID})
	uitest.Press(t, w.Content(), "Tra ở cơ quan BHXH…")
	top := w.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no answer")
	}
	uitest.Golden(t, "o-co-quan", w.Canvas())
	if words := strings.Join(uitest.Words(top), "|"); !strings.Contains(words, "Ở cơ quan BHXH: "+people[0].HoTen+"|Cổng thực hành chưa biết người này") {
		t.Errorf("it says %s", words)
	}
}
