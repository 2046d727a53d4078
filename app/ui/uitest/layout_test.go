package uitest

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"ankhai/app/ui/xwidget"
)

// Each kind of fault is found, and what is well laid out has none.
func TestLayoutFaults(t *testing.T) {
	at := func(x, y, w, h float32, o fyne.CanvasObject) fyne.CanvasObject {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
		return o
	}
	long := "Giấy chứng nhận nghỉ việc hưởng bảo hiểm xã hội"
	for name, c := range map[string]struct {
		want    string
		objects []fyne.CanvasObject
	}{
		"well":        {"", []fyne.CanvasObject{at(10, 10, 100, 32, xwidget.NewButton("Ký", nil)), at(10, 50, 200, 18, xwidget.NewText("Đã ký"))}},
		"ellipsis":    {"", []fyne.CanvasObject{at(10, 10, 60, 18, xwidget.NewText(long))}},
		"button":      {"clipped: «" + long[:20], []fyne.CanvasObject{at(10, 10, 60, 32, xwidget.NewButton(long, nil))}},
		"letters":     {"clipped: «" + long[:20], []fyne.CanvasObject{at(10, 10, 60, 18, canvas.NewText(long, nil))}},
		"low":         {"too low", []fyne.CanvasObject{at(10, 10, 200, 6, canvas.NewText("Đã ký", nil))}},
		"overlap":     {"on each other", []fyne.CanvasObject{at(10, 10, 100, 18, xwidget.NewText("Người lao động")), at(40, 14, 100, 32, xwidget.NewButton("Ký", nil))}},
		"right edge":  {"reaches out", []fyne.CanvasObject{at(280, 10, 60, 32, xwidget.NewButton("Ký", nil))}},
		"below":       {"reaches out", []fyne.CanvasObject{at(10, 300, 60, 32, xwidget.NewButton("Ký", nil))}},
		"scrolled to": {"", []fyne.CanvasObject{at(0, 0, 200, 40, container.NewVScroll(xwidget.Sized(100, 400, xwidget.Column(0, xwidget.Sized(0, 300, xwidget.Spacer()), xwidget.NewText("Dưới cùng")))))}},
		"line":        {"", []fyne.CanvasObject{at(10, 10, 200, 32, xwidget.Row(8, xwidget.NewButton("Ký", nil), xwidget.NewButton("Gửi", nil)))}},
		"unequal":     {"not equally high: «Ký»", []fyne.CanvasObject{at(10, 10, 200, 32, xwidget.Row(8, xwidget.NewButton("Ký", nil), xwidget.NewButton("Gửi", nil).Tiny()))}},
		"below each":  {"", []fyne.CanvasObject{at(10, 10, 200, 100, xwidget.Column(8, xwidget.NewButton("Ký", nil), xwidget.NewButton("Gửi", nil).Tiny()))}},
		"step":        {"no step of the theme: a gap or padding of 7 px", []fyne.CanvasObject{at(10, 10, 200, 100, xwidget.Column(7, xwidget.NewText("Đã ký"), xwidget.NewText("Đã gửi")))}},
		"card":        {"reaches out of its place: «Khôi phục…»", []fyne.CanvasObject{at(10, 10, 100, 60, xwidget.NewCard(xwidget.Row(8, xwidget.NewButton("Mở", nil), xwidget.NewButton("Khôi phục…", nil))))}},
		"cut across":  {"reaches out", []fyne.CanvasObject{at(0, 0, 60, 60, container.NewVScroll(container.NewWithoutLayout(at(40, 0, 60, 32, xwidget.NewButton("Ký", nil)))))}},
	} {
		t.Run(name, func(t *testing.T) {
			w := Window(t, 300, 200, container.NewWithoutLayout(c.objects...))
			got := strings.Join(LayoutFaults(w.Canvas()), "\n")
			if c.want == "" && got != "" || !strings.Contains(got, c.want) {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}
