package trogiup

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/forms/law"
)

// teacher answers what a test sets.
type teacher struct {
	guide office.PracticeGuide
	drawn []string
}

func (*teacher) MonthOfWork(context.Context, law.Month) ([]office.MonthWork, error) {
	return []office.MonthWork{
		{When: "Đầu tháng", Who: "Kế toán, nhân sự", What: "Đối chiếu thông báo C12-TS của tháng trước", How: "Thả tệp vào Đối chiếu C12, xem chênh ở ai", Go: office.Place{Screen: "doi-chieu"}},
		{When: "Chậm nhất", Who: "Kế toán", What: "Đóng tiền BHXH, BHYT, BHTN của tháng", How: "Số phải đóng ở Tổng quan", Go: office.Place{Screen: "tong-quan"}, ByLaw: true,
			Day: "31/12/2026", Kind: "luật định", Count: "ngày cuối của tháng sau", Basis: "Luật 41/2024/QH15 Điều 34 khoản 4 điểm a"},
	}, nil
}

func (s *teacher) PracticeGuide(context.Context) (office.PracticeGuide, error) { return s.guide, nil }

func (s *teacher) PracticeLot(_ context.Context, id string) (bool, error) {
	s.drawn = append(s.drawn, id)
	return true, nil
}

// desk is a desk over a window, and the dialog that it shows.
func desk(t *testing.T) (*Desk, *teacher, *uitest.Host) {
	t.Helper()
	uitest.App(t)
	s, h := &teacher{}, uitest.NewHost()
	return New(s, h), s, h
}

func says(t *testing.T, o fyne.CanvasObject, want ...string) {
	t.Helper()
	all := strings.Join(uitest.Words(o), "\n")
	for _, w := range want {
		if !strings.Contains(all, w) {
			t.Errorf("no %q in:\n%s", w, all)
		}
	}
}

// The help of a screen says what it is for; one that has no page yet says how to begin.
func TestScreen(t *testing.T) {
	d, _, h := desk(t)
	d.Show("ho-so")
	says(t, h.Top(), "Từ bản nháp đến kết quả", "Phím trong bảng", "F8: tới lỗi sau")
	d.Show("khong-co")
	if h.Closed != 1 {
		t.Errorf("the first help was closed %d times", h.Closed)
	}
	says(t, h.Top(), "Khi chưa có đơn vị nào")
	d.Keys()
	says(t, h.Top(), "Ở đâu cũng dùng được")
}

// Codes are found while one types, with the field in focus.
func TestCodes(t *testing.T) {
	d, _, h := desk(t)
	h.Win = uitest.Window(t, 900, 480, container.NewStack())
	d.Codes()
	h.Win.SetContent(h.Top())
	field := uitest.Find[*xwidget.SearchEntry](h.Top())[0]
	h.Focus(field)
	uitest.Type(h.Win.Canvas(), "e-sig-05")
	says(t, h.Top(), "E-SIG-05 (Cổng; Cổng nhận hồ sơ)", "Cách sửa: Chọn chứng thư của đơn vị", "1 kết quả")
	field.SetText("xyzzy")
	says(t, h.Top(), "Không thấy")
	field.SetText("khoa khoi phuc")
	says(t, h.Top(), "Trang trợ giúp: Khoá dữ liệu")
	uitest.Press(t, h.Top(), "Đọc")
	says(t, h.Top(), "Tạo khoá khôi phục, in ra giấy")
	d.Codes()
	field = uitest.Find[*xwidget.SearchEntry](h.Top())[0]
	field.SetText("a")
	says(t, h.Top(), "đây là 30 đầu tiên")
}

// The month leads to its places.
func TestMonth(t *testing.T) {
	d, _, h := desk(t)
	d.Month()
	says(t, h.Top(), "Tháng 11/2026", "Chậm nhất 31/12/2026", "Căn cứ: Luật 41/2024/QH15", "không phải hạn của luật")
	uitest.Press(t, h.Top(), "Tới đó")
	if h.Closed != 1 || len(h.Went) != 1 || h.Went[0].Screen != "doi-chieu" {
		t.Errorf("closed %d, went %v", h.Closed, h.Went)
	}
}

func halfway() office.PracticeGuide {
	return office.PracticeGuide{Practice: true, Dossier: "HS000001", Steps: []office.PracticeStep{
		{Title: "Mở công ty mẫu", Done: true}, {Title: "Có bảng lương tháng 11/2026", Done: true}, {Title: "Lập hồ sơ từ đề xuất", Done: true},
		{Title: "Sửa hết Lỗi", Now: true, Go: office.Place{Screen: "ho-so", ID: "HS000001"},
			How: "Trong hồ sơ: bấm «Kiểm tra». Bấm từng dòng ở danh sách bên phải để tới ô, gõ rồi Enter."},
		{Title: "Ký bằng khoá thực hành"}, {Title: "Gửi tới Cổng thực hành"}, {Title: "Nhận số hồ sơ"}, {Title: "Có kết quả"},
	}}
}

// The practice stands beside the window, ticks itself, and draws lots only when asked.
func TestPractice(t *testing.T) {
	d, s, h := desk(t)
	shown := 0
	d.OnBeside = func() { shown++ }
	d.Follow()
	if d.Beside().Visible() || len(uitest.Words(d.Beside())) != 0 {
		t.Error("nobody practises, and it is shown")
	}
	s.guide = halfway()
	d.Practise()
	if shown != 1 || !d.Beside().Visible() {
		t.Error("it does not come")
	}
	says(t, d.Beside(), "4.", "bấm «Kiểm tra»")
	if n := len(uitest.Find[*widget.Icon](d.Beside())); n != 3 {
		t.Errorf("%d steps are ticked", n)
	}
	uitest.Press(t, d.Beside(), "Tới đó")
	if !slices.Equal(h.Went, []office.Place{{Screen: "ho-so", ID: "HS000001"}}) || len(s.drawn) != 0 {
		t.Errorf("went %v, drawn %v", h.Went, s.drawn)
	}
	uitest.Press(t, d.Beside(), "Tập cả khi bị trả lại")
	uitest.Press(t, d.Beside(), "Thôi tập bị trả lại")
	if !slices.Equal(s.drawn, []string{"HS000001", ""}) {
		t.Errorf("drawn %q", s.drawn)
	}
	s.guide = office.PracticeGuide{Practice: true, Finished: true, Steps: []office.PracticeStep{{Title: "Có kết quả", Done: true}}}
	d.Follow()
	says(t, d.Beside(), "Xong: bạn đã nộp một hồ sơ từ đầu đến kết quả")
	uitest.Press(t, d.Beside(), "Ẩn")
	if d.Beside().Visible() || shown != 2 {
		t.Error("it does not go")
	}
}

func TestPictures(t *testing.T) {
	d, s, h := desk(t)
	s.guide = halfway()
	for _, dark := range []bool{false, true} {
		name := map[bool]string{false: "", true: "-toi"}[dark]
		fyne.CurrentApp().Settings().SetTheme(look.Theme{Dark: dark})
		draw := func(file string, w, hgt float32, o fyne.CanvasObject) {
			t.Helper()
			win := uitest.Window(t, w, hgt, xwidget.NewPanel(look.Surface, xwidget.Inset(18, 14, 18, 16, o)))
			uitest.Golden(t, file+name, win.Canvas())
		}
		d.Show("ho-so")
		draw("man-hinh", 816, 370, h.Top())
		d.Codes()
		uitest.Find[*xwidget.SearchEntry](h.Top())[0].SetText("ma pin")
		draw("tra-ma", 816, 370, h.Top())
		d.Month()
		draw("mot-thang", 816, 370, h.Top())
		d.Practise()
		win := uitest.Window(t, 282, 560, xwidget.NewPanel(look.Page, d.Beside()))
		uitest.Golden(t, "tap-nop"+name, win.Canvas())
	}
}
