package xwidget_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

func pieces() fyne.CanvasObject {
	off := xwidget.NewButton("Chưa dùng được", nil)
	off.Disable()
	loud := xwidget.NewBadge("3", look.Bad)
	loud.Loud = true
	chart := xwidget.NewChart("Lao động", "Quỹ lương")
	var ps []xwidget.ChartPoint
	for i, l := range strings.Fields("12 1 2 3 4 5 6 7 8 9 10 11") {
		ps = append(ps, xwidget.ChartPoint{Label: l, Bar: int64(900 + 30*i), Line: int64(700 + 25*i), Known: i != 4, BarSay: "1.230 người", LineSay: "11,42 tỷ"})
	}
	chart.Set(ps)
	long := "Người này chưa có mã số: cần tờ khai TK1-TS kèm theo, ký trước khi gửi hồ sơ."
	return xwidget.NewPanel(look.Page, xwidget.Inset(20, 16, 20, 16, xwidget.Column(12,
		xwidget.Row(10, xwidget.NewTitle("600 · Báo tăng, giảm, điều chỉnh"), xwidget.NewBadge("2 lỗi · 1 nhắc", look.Bad),
			xwidget.NewBadge("Cổng thực hành", look.Warn), loud, xwidget.Spacer(), xwidget.NewButton("Xem bản in", nil), xwidget.NewStrong("Kiểm tra", nil)),
		xwidget.Row(8, xwidget.NewButton("Đến ô", nil).Tiny(), xwidget.NewQuiet("Xem tất cả", nil), off, xwidget.NewDot(look.Done), xwidget.NewCaption("Đã lưu 14:32:07")),
		xwidget.Steps([]xwidget.StepItem{{Title: "Nháp", Say: "20/11/2026", Tone: look.Good}, {Title: "Đã ký", Say: "21/11/2026", Tone: look.Good},
			{Title: "Đang giải quyết", Say: "bước 2 trên 4", Tone: look.Info}, {Title: "Có kết quả"}}),
		xwidget.Shares(14, []float32{1, 1},
			xwidget.NewCard(xwidget.Column(6, xwidget.NewText("Bốn con số").Strong(), xwidget.NewPara(long), xwidget.NewPara(long).Wrapped(1))),
			xwidget.NewCard(xwidget.NewDropZone("luong-thang-11.xlsx", "mọi cách trình bày đều đọc được", nil))),
		xwidget.NewCard(xwidget.NewTimeline([]xwidget.EventItem{
			{When: "20/11 14:32", Title: "Đã gửi", Say: "biên nhận 2026-0001", Tone: look.Info},
			{When: "20/11 14:33", Title: "Đã tiếp nhận", Raw: `{"soHoSo":"79/2026/000123"}`, Tone: look.Good}})),
		xwidget.Sized(0, 170, xwidget.NewCard(chart)),
	)))
}

func TestPiecesPicture(t *testing.T) {
	uitest.App(t)
	uitest.Golden(t, "pieces", uitest.Window(t, 900, 640, pieces()).Canvas())
}

func TestPiecesDarkPicture(t *testing.T) {
	for name, theme := range map[string]look.Theme{"pieces-dark": {Dark: true}, "pieces-contrast": {Contrast: true}} {
		a := uitest.App(t)
		a.Settings().SetTheme(theme)
		w := test.NewTempWindow(t, pieces())
		w.SetPadded(false)
		w.Resize(fyne.NewSize(900, 640))
		uitest.Golden(t, name, w.Canvas())
	}
}

// What has the keys shows it: a filled button inside its edge, a door around itself.
// A panel that is no door is passed over.
func TestFocusShows(t *testing.T) {
	opened := 0
	strong := xwidget.NewStrong("Kiểm tra", nil)
	plain := xwidget.NewCard(xwidget.NewText("Không phải cửa"))
	door := xwidget.NewCard(xwidget.NewText("Đang tham gia")).Door(func() { opened++ })
	body := func() fyne.CanvasObject {
		return xwidget.Inset(12, 12, 12, 12, xwidget.Column(10, xwidget.Row(0, strong), plain, door))
	}
	w := uitest.Window(t, 260, 170, xwidget.NewPanel(look.Page, body()))
	w.Canvas().Focus(strong)
	uitest.Golden(t, "focus-strong", w.Canvas())
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != fyne.Focusable(door) {
		t.Fatalf("Tab leads to %T", w.Canvas().Focused())
	}
	uitest.Golden(t, "focus-door", w.Canvas())
	uitest.Keys(w.Canvas(), fyne.KeyReturn, fyne.KeySpace)
	if opened != 2 {
		t.Errorf("the door was opened %d times", opened)
	}
}

func TestFaultListPicture(t *testing.T) {
	l := xwidget.NewFaultList("Chưa thấy gì phải sửa.")
	jumped, mended := 0, 0
	l.Set([]xwidget.FaultItem{
		{Place: "Dòng 5, Số CCCD", Say: "Số CCCD: phải có 12 chữ số (đang có 11)", Code: "D02-LT-12", Basis: "văn bản làm mẫu", Bad: true,
			Fix: "079084101484", Jump: func() { jumped++ }, Mend: func() { mended++ }},
		{Place: "Dòng 9, Mức lương", Say: "Bằng mức cũ: điều chỉnh không đổi gì.", Code: "D02-LT-16", Jump: func() { jumped += 10 }},
		{Place: "Cả tờ", Say: "Chưa có dòng nào."},
	})
	c := uitest.Window(t, 290, 380, xwidget.NewCard(l)).Canvas()
	uitest.Golden(t, "faults", c)
	uitest.Press(t, c.Content(), "Dùng 079084101484")
	l.Next()
	l.Next()
	l.Next()
	if mended != 1 || jumped != 12 {
		t.Errorf("mended %d times, jumped %d; want 1 and 12 (first, second, first)", mended, jumped)
	}
	l.Set(nil)
	if got := uitest.Words(c.Content()); len(got) != 1 || got[0] != "Chưa thấy gì phải sửa." {
		t.Errorf("an empty list says %q", got)
	}
}

func TestSearchFindsWithoutDiacritics(t *testing.T) {
	var got string
	down := 0
	s := xwidget.NewSearch("Tìm tên, CCCD, mã số", func(term string) { got = term })
	s.OnDown = func() { down++ }
	w := uitest.Window(t, 300, 40, s)
	w.Canvas().Focus(s)
	uitest.Type(w.Canvas(), "Đặng Thị Ưởng")
	if got != "dang thi uong" {
		t.Errorf("term %q", got)
	}
	uitest.Golden(t, "search", w.Canvas())
	uitest.Keys(w.Canvas(), fyne.KeyDown, fyne.KeyEscape)
	if down != 1 || got != "" {
		t.Errorf("Down %d, after Esc %q", down, got)
	}
	for _, c := range []struct {
		text, term string
		want       bool
	}{
		{"Trần Văn Dũng", "dung tran", true}, {"ĐỖ THUỲ ẴM", "do am", true}, {"Lê Ngọc Hà", "hai", false}, {"079080100200", "0800", false}, {"x", "", true},
	} {
		if got := xwidget.Match(xwidget.Fold(c.text), c.term); got != c.want {
			t.Errorf("Match(%q, %q) = %v", c.text, c.term, got)
		}
	}
}

func TestButtonKeysAndTabs(t *testing.T) {
	n := 0
	b := xwidget.NewButton("Kiểm tra", func() { n++ })
	tabs := xwidget.NewTabs(xwidget.Tab{Title: "D02-LT (14)", Content: xwidget.NewText("một")}, xwidget.Tab{Title: "Nhật ký", Content: b})
	w := uitest.Window(t, 400, 120, tabs)
	uitest.Golden(t, "tabs", w.Canvas())
	w.Canvas().FocusNext()
	uitest.Keys(w.Canvas(), fyne.KeyRight)
	if tabs.At() != 1 {
		t.Fatalf("Right opened leaf %d", tabs.At())
	}
	w.Canvas().Focus(b)
	uitest.Keys(w.Canvas(), fyne.KeyReturn, fyne.KeySpace)
	b.Disable()
	uitest.Keys(w.Canvas(), fyne.KeyReturn)
	if n != 2 {
		t.Errorf("button pressed %d times, want 2", n)
	}
}

// An empty place says what to do, with one button; a field to drop on works with Enter.
func TestEmptyPlace(t *testing.T) {
	done, chosen := 0, 0
	zone := xwidget.NewDropZone("Thả tệp vào đây", "hoặc bấm để chọn", func() { chosen++ })
	place := xwidget.NewCard(xwidget.Empty("ho-so", "Chưa có hồ sơ nào", "Thả bảng lương của tháng vào cửa sổ để có đề xuất tăng, giảm, điều chỉnh, rồi lập hồ sơ từ đó.",
		xwidget.NewStrong("Xem bảng lương", func() { done++ }), xwidget.NewButton("Chọn thủ tục", nil)))
	w := uitest.Window(t, 560, 420, xwidget.NewPanel(look.Page, xwidget.Inset(12, 12, 12, 12, xwidget.Dock(nil, xwidget.Inset(0, 12, 0, 0, zone), nil, nil, place))))
	w.Canvas().Focus(zone)
	uitest.Golden(t, "empty", w.Canvas())
	uitest.Keys(w.Canvas(), fyne.KeyReturn, fyne.KeySpace)
	uitest.Press(t, w.Content(), "Xem bảng lương")
	if done != 1 || chosen != 2 {
		t.Errorf("done %d times, chosen %d", done, chosen)
	}
}
