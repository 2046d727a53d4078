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
	"ankhai/forms/law"
)

func (f *fake) LawFigures(context.Context) (out []office.FigureHistory, err error) {
	for _, x := range []struct{ name, unit, now, was string }{
		{"muc-tham-chieu", "đồng/tháng", "2.530.000 đồng/tháng", "2.340.000 đồng/tháng"}, {"luong-toi-thieu-vung-1", "đồng/tháng", "5.310.000 đồng/tháng", "4.960.000 đồng/tháng"},
		{"ty-le-bhtn-don-vi", "%", "1%", "0%"}, {"lai-suat-quy-bhxh", "%", "0,628%", "0,5%"}, {"sinh-con-so-thang", "tháng", "6 tháng", "6 tháng"},
	} {
		all := law.History(x.name)
		h := office.FigureHistory{Name: x.name, Title: all[0].Title, Unit: x.unit}
		for _, v := range f.kept.figures {
			if v.Name == x.name {
				v.CuaNguoiDung, v.Confidence = true, office.ConfidenceLow
				h.All = append(h.All, office.FigureValue{Value: v, Say: law.VietSo(v.Amount) + " " + x.unit})
			}
		}
		last := all[len(all)-1]
		h.All = append(h.All, office.FigureValue{Value: last, Say: x.now, Now: x.name != "sinh-con-so-thang"})
		if len(all) > 1 {
			h.All = append(h.All, office.FigureValue{Value: all[len(all)-2], Say: x.was})
		}
		out = append(out, h)
	}
	return out, f.err
}
func (f *fake) PutFigure(_ context.Context, v office.LawValue) (string, error) {
	if say := law.FaultOfRow(v); say != "" || f.err != nil {
		return say, f.err
	}
	f.kept.figures = append(f.kept.figures, v)
	return "", nil
}
func (f *fake) DropFigure(_ context.Context, name string, from office.Day) (bool, error) {
	n := len(f.kept.figures)
	f.kept.figures = slices.DeleteFunc(f.kept.figures, func(v office.LawValue) bool { return v.Name == name && v.From == from })
	return len(f.kept.figures) < n, f.err
}

// typeFigure fills in the dialog of a figure.
func typeFigure(o fyne.CanvasObject, value, from, basis string) {
	e := uitest.Find[*xwidget.Entry](o)
	uitest.Find[*xwidget.DateEntry](o)[0].SetText(from)
	e[0].SetText(value)
	e[len(e)-1].SetText(basis)
}

// A figure is found, entered with its day and text, taken away and taken back.
func TestLawFigures(t *testing.T) {
	f := newFake()
	p, h, c := open(t, f)
	window(c).Resize(fyne.NewSize(1000, 800))
	p.Open("so-lieu")
	c.Focus(uitest.Find[*xwidget.SearchEntry](c.Content())[0])
	uitest.Type(c, "nghi dinh 161")
	if words := strings.Join(uitest.Words(c.Content()), "|"); !strings.Contains(words, "1 số liệu") || !strings.Contains(words, "Đang áp dụng") {
		t.Errorf("says %s", words)
	}
	uitest.Press(t, c.Content(), "Ghi số mới…")
	typeFigure(h.Top(), "ba triệu", "01/07/2027", "Nghị định thử")
	uitest.Press(t, h.Top(), "Ghi số này")
	if words := strings.Join(uitest.Words(h.Top()), "|"); !strings.Contains(words, "Giá trị: phải là số, ví dụ 2.530.000") {
		t.Errorf("says %s", words)
	}
	typeFigure(h.Top(), "2.800.000", "01/01/2026", "Nghị định thử")
	uitest.Press(t, h.Top(), "Ghi số này")
	uitest.GoldenDialog(t, "so-lieu-ghi", 600, 420, h.Top())
	if words := strings.Join(uitest.Words(h.Top()), "|"); !strings.Contains(words, "phải sau 01/07/2026") || len(f.kept.figures) != 0 {
		t.Errorf("kept %v; says %s", f.kept.figures, words)
	}
	typeFigure(h.Top(), "2.800.000", "01/07/2027", " Nghị định thử ")
	uitest.Press(t, h.Top(), "Ghi số này")
	if len(f.kept.figures) != 1 || f.kept.figures[0].Amount != 2_800_000 || h.Closed != 1 {
		t.Fatalf("kept %+v, closed %d", f.kept.figures, h.Closed)
	}
	uitest.Find[*xwidget.SearchEntry](c.Content())[0].SetText("")
	uitest.Golden(t, "so-lieu-rieng", c)
	for _, x := range uitest.Find[*xwidget.Check](c.Content()) {
		x.SetChecked(true)
	}
	if n := uitest.Find[*xwidget.Grid](c.Content())[0].Model().Rows(); n != 1 {
		t.Errorf("%d figures are the user's, want 1", n)
	}
	uitest.Press(t, c.Content(), "Bỏ")
	if len(f.kept.figures) != 0 {
		t.Fatalf("still has %v", f.kept.figures)
	}
	uitest.Press(t, c.Content(), "Lấy lại")
	if len(f.kept.figures) != 1 || strings.Contains(strings.Join(uitest.Words(c.Content()), "|"), "Lấy lại") {
		t.Errorf("kept %v", f.kept.figures)
	}
	f.err = errors.New("disk")
	uitest.Press(t, c.Content(), "Bỏ")
	if len(h.Failed) != 1 {
		t.Errorf("failed %v", h.Failed)
	}
}

// From the dialog to the data file: what is reckoned has the figure of the user's.
func TestFigureReachesTheStore(t *testing.T) {
	o := openOffice(t)
	h, c := onStore(t, o, "so-lieu", 800)
	uitest.Find[*xwidget.SearchEntry](c.Content())[0].SetText("don vi dong bhtn")
	uitest.Press(t, c.Content(), "Ghi số mới…")
	typeFigure(h.Top(), "1,5%", "01/01/2027", "Luật thử")
	uitest.Press(t, h.Top(), "Ghi số này")
	book, err := o.LawBook(t.Context())
	if err != nil || book.So("ty-le-bhtn-don-vi", 20270101) != 150 || len(h.Failed) > 0 {
		t.Fatalf("reckons with %d (%v, %v)", book.So("ty-le-bhtn-don-vi", 20270101), err, h.Failed)
	}
	if words := strings.Join(uitest.Words(c.Content()), "|"); !strings.Contains(words, "1,5%|từ 01/01/2027|Bạn ghi") || !strings.Contains(words, "đến 31/12/2026") {
		t.Errorf("says %s", words)
	}
	uitest.Press(t, c.Content(), "Bỏ")
	if book, _ = o.LawBook(t.Context()); len(book.Rows()) != 0 {
		t.Errorf("still has %v", book.Rows())
	}
}
