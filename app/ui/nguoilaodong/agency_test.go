package nguoilaodong

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/gateway"
	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

func (f *fake) AskPerson(_ context.Context, id, _ string) (office.AgencyPerson, error) {
	f.asked = append(f.asked, id)
	return f.agency, f.asking
}

// agencyFake is an agency that knows somebody by another birthday, and no phone.
func agencyFake() *fake {
	f := &fake{people: uitest.People(3)}
	f.agency = office.AgencyPerson{State: gateway.DangDong, Say: gateway.DangDong.String(), Fields: []office.AgencyField{
		{Key: "hoTen", Field: "Họ và tên", Ours: "Nguyễn Thị Ánh Ẩn", Theirs: "NGUYỄN THỊ ÁNH ẨN"}, {Key: "ngaySinh", Field: "Ngày sinh", Ours: "01/01/1970", Theirs: "01/02/1970", Differ: true},
		{Key: "gioiTinh", Field: "Giới tính", Theirs: "Nữ"}, {Key: "soCCCD", Field: "Số ĐDCN/CCCD", Ours: "079080100000", Theirs: "079080100000"}, {Key: "maSoBHXH", Field: "Mã số BHXH", Ours: "7912345678"},
		{Field: "Đang đóng tại đơn vị", Theirs: "YN0001A", Alone: true}, {Field: "Từ tháng", Theirs: "03/2024", Alone: true}}}
	return f
}

// What the agency holds stands beside what is held here; what differs says so in a word,
// and can be copied.
func TestWhatTheAgencyHolds(t *testing.T) {
	f := agencyFake()
	p, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Tra ở cơ quan BHXH…")
	if len(f.asked) != 1 || f.asked[0] != p.shownID || !strings.HasPrefix(h.Titles[0], "Ở cơ quan BHXH: ") {
		t.Fatalf("asked %q, titles %q", f.asked, h.Titles)
	}
	v := uitest.Window(t, 800, 440, xwidget.NewPanel(look.Surface, xwidget.Inset(18, 14, 18, 16, h.Top())))
	uitest.Golden(t, "o-co-quan", v.Canvas())
	fyne.CurrentApp().Settings().SetTheme(look.Theme{Dark: true})
	uitest.Golden(t, "o-co-quan-toi", v.Canvas())
	grid := uitest.Find[*xwidget.Grid](h.Top())[0]
	var said []string
	for row := range grid.Model().Rows() {
		said = append(said, grid.Model().Text(row, 3))
	}
	if got := strings.Join(said, "|"); got != "giống nhau|khác nhau|ở đây chưa có|giống nhau|cơ quan không nêu|chỉ cơ quan có|chỉ cơ quan có" {
		t.Errorf("the list says %s", got)
	}
	if words := strings.Join(uitest.Words(h.Top()), "|"); !strings.Contains(words, "1 điều khác nhau. Ở đây sai: chọn dòng rồi «Lấy theo cơ quan»") || !strings.Contains(words, "Đang đóng") {
		t.Errorf("it says %s", words)
	}
	v.Canvas().Focus(grid)
	uitest.Keys(v.Canvas(), fyne.KeyDown, fyne.KeyReturn)
	if got := fyne.CurrentApp().Clipboard().Content(); got != "01/02/1970" || h.Last() != "Đã chép Ngày sinh; bộ nhớ tạm được xoá sau 45 giây." {
		t.Errorf("copied %q, said %q", got, h.Last())
	}
	grid.Jump(4, 0)
	uitest.Press(t, h.Top(), "Chép điều của cơ quan")
	if h.Last() != "! Cơ quan không nêu điều này." {
		t.Errorf("said %q", h.Last())
	}
	uitest.Press(t, h.Top(), "Lấy theo cơ quan")
	if h.Last() != "! Dòng này không có gì để lấy." || len(f.edits) != 0 {
		t.Errorf("said %q, took %v", h.Last(), f.edits)
	}
	grid.Jump(1, 0)
	uitest.Press(t, h.Top(), "Lấy theo cơ quan")
	if len(f.edits) != 1 || f.edits[0]["ngaySinh"] != "01/02/1970" || h.Closed != 1 {
		t.Errorf("took %v, closed %d times", f.edits, h.Closed)
	}
}

// Whoever cannot be asked, or does not answer, is told plainly, with what to do and
// without a word of the console.
func TestNoAnswerOfTheAgency(t *testing.T) {
	for want, err := range map[string]error{
		"Đơn vị chưa chọn cổng": office.ErrNoGateway, "xuất ra tệp": office.ErrCannotAsk, "chưa có số CCCD lẫn mã số BHXH": office.ErrNoNumber,
		"chưa nhận tài khoản": office.ErrNoGatewayAccount, "chưa có phần tra cứu người. Hỏi": gateway.ErrNoService, "Cổng thực hành chưa biết người này": gateway.ErrNotThere,
		"Cổng chưa trả lời": gateway.ErrDown, "Lời của cổng: hỏi quá nhiều": &gateway.RefusedError{Status: 429, Detail: "hỏi quá nhiều"},
	} {
		f := agencyFake()
		f.asking = fmt.Errorf("ask for person NLD000001: %w", err)
		_, h, w := open(t, f)
		uitest.Press(t, w.Content(), "Tra ở cơ quan BHXH…")
		words := strings.Join(uitest.Words(h.Top()), "|")
		if len(h.Failed) != 0 || !strings.Contains(words, want) || strings.Contains(words, "bhxh ") || strings.Contains(words, "--") {
			t.Errorf("%v: failed %v, says %s", err, h.Failed, words)
		}
		if strings.Contains(strings.Join(uitest.Buttons(h.Top()), "|"), "Mở Cài đặt") {
			uitest.Press(t, h.Top(), "Mở Cài đặt")
			if len(h.Went) != 1 || h.Went[0] != (office.Place{Screen: "cai-dat", ID: "cong"}) {
				t.Errorf("%v: went to %v", err, h.Went)
			}
			continue
		}
		uitest.Press(t, h.Top(), "Hỏi lại")
		if len(f.asked) != 2 {
			t.Errorf("%v: asked %d times", err, len(f.asked))
		}
	}
	f := agencyFake()
	f.asking = errors.New("disk")
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Tra ở cơ quan BHXH…")
	if len(h.Failed) != 1 {
		t.Errorf("a fault of the program is told as %v", h.Titles)
	}
}
