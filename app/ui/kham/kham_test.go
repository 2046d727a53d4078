package kham

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/signing"
)

// doctor answers what a test sets.
type doctor struct {
	found office.Checkup
	err   error
	slow  bool // a driver hangs until it is given up
	asked int

	chosen  []string
	refuses error // what the file is refused for while nobody trusts it
}

func (d *doctor) Checkup(ctx context.Context) (office.Checkup, error) {
	d.asked++
	if d.slow {
		<-ctx.Done()
		return office.Checkup{}, ctx.Err()
	}
	return d.found, d.err
}

func (d *doctor) ChooseDriver(_ context.Context, path string, trusted bool) error {
	d.chosen = append(d.chosen, fmt.Sprint(path, " ", trusted))
	if trusted {
		return nil
	}
	return d.refuses
}

func good(name, say string) office.Exam { return office.Exam{Name: name, OK: true, Say: say} }

// healthy is a machine with nothing to be done.
func healthy() office.Checkup {
	return office.Checkup{
		Work:   []office.Exam{good("Dữ liệu", "mọi trang đọc được"), good("Đồng hồ", "ngày 22/11/2026")},
		Tokens: []office.Exam{good("Token VNPT-CA Token, chứng thư CÔNG TY MẪU", "ký được, hạn đến 01/08/2027 (TK-00)")},
	}
}

// sick is a machine of an employer who practises.
func sick() office.Checkup {
	return office.Checkup{
		TokensLater: true,
		Work: []office.Exam{
			good("Dữ liệu", "mọi trang đọc được, các quy tắc nguyên vẹn, nhật ký 214 dòng và 36 sự kiện của hồ sơ khớp chuỗi kiểm tra"),
			good("Thư mục", `C:\Users\ketoan\AppData\Roaming\AnKhai, trên ổ đĩa của máy này`),
			{Name: "Ổ đĩa", Say: "còn trống 96 MB", Remedy: "Giải phóng dung lượng; khi đầy hẳn, chương trình dùng phần dự phòng để ghi nốt việc đang làm."},
			{Name: "Sao lưu", Say: "Chưa có bản sao lưu nào", Remedy: "Sao lưu ngay: bhxh backup create."},
			good("Đồng hồ", "ngày 22/11/2026"),
			good("Cổng", "trả lời bình thường"),
		},
		Tokens: []office.Exam{
			{Name: "Viettel-CA (viettel-ca_v6.dll)", OK: true, Say: "trình điều khiển chạy, đầu đọc không có token (TK-13)", Remedy: "Cắm token. Nếu token của nhà cung cấp khác thì bỏ qua dòng này."},
			good("Token VNPT-CA Token, chứng thư CÔNG TY CỔ PHẦN MAY BÌNH MINH", "ký được, hạn đến 01/08/2027 (TK-00)"),
		},
	}
}

func open(t *testing.T, d *doctor) (*Desk, *uitest.Host) {
	t.Helper()
	a := uitest.App(t)
	h := uitest.NewHost()
	desk := New(d, h)
	desk.clipboard = a.Clipboard
	return desk, h
}

func words(o fyne.CanvasObject) string { return strings.Join(uitest.Words(o), "|") }

func TestWell(t *testing.T) {
	desk, h := open(t, &doctor{found: healthy()})
	desk.Show()
	got := words(h.Dialogs[0])
	if h.Titles[0] != "Khám máy" || !strings.HasPrefix(got, "Mọi thứ ổn|khám lúc 22/11/2026 14:32|") {
		t.Errorf("«%s» says %s", h.Titles[0], got)
	}
	if m := marks(h.Dialogs[0]); m != "check check check check" || strings.Contains(got, tokenLater) {
		t.Errorf("a machine that is well is doubted: marks %s, %s", m, got)
	}
	uitest.Press(t, h.Dialogs[0], "Đóng")
	if h.Closed != 1 {
		t.Errorf("closed %d times", h.Closed)
	}
}

// What is ill stands first, with its mark and how to mend it; the tokens have a
// heading of their own, which says that they can wait.
func TestIll(t *testing.T) {
	desk, h := open(t, &doctor{found: sick()})
	desk.Show()
	got := words(h.Dialogs[0])
	at := 0
	for _, part := range []string{
		"2 điều cần sửa, 1 điều nên xem|", "|Ổ đĩa|Còn trống 96 MB|Giải phóng dung lượng", "|Sao lưu|", "|Dữ liệu|", "|Thư mục|", "|Cổng|Trả lời bình thường|",
		tokenTitle + "|" + tokenLater, "|Viettel-CA", "|Cắm token.", "|Token VNPT-CA",
	} {
		i := strings.Index(got[at:], part)
		if i < 0 {
			t.Fatalf("%q is missing or out of order in %s", part, got)
		}
		at += i + 1
	}
	if got, want := marks(h.Dialogs[0]), "cancel cancel cancel check check check check warning check"; got != want {
		t.Errorf("marks %s, want %s", got, want)
	}
}

// marks lists the shapes of the marks, from the heading downwards.
func marks(o fyne.CanvasObject) string {
	var out []string
	for _, i := range uitest.Find[*widget.Icon](o) {
		_, shape, _ := strings.Cut(strings.TrimSuffix(i.Resource.Name(), ".svg"), "_")
		out = append(out, shape)
	}
	return strings.Join(out, " ")
}

// Examining again shows the new finding in place of the old one.
func TestAgain(t *testing.T) {
	d := &doctor{found: sick()}
	desk, h := open(t, d)
	desk.Show()
	d.found = healthy()
	uitest.Press(t, h.Dialogs[0], "Khám lại")
	if d.asked != 2 || h.Closed != 1 || len(h.Dialogs) != 2 || !strings.Contains(words(h.Dialogs[1]), "Mọi thứ ổn") {
		t.Errorf("asked %d times, %d dialogs, %d closed", d.asked, len(h.Dialogs), h.Closed)
	}
}

// A failure is told, and what was found before stays in sight.
func TestFailureLeavesTheLastFinding(t *testing.T) {
	d := &doctor{found: sick()}
	desk, h := open(t, d)
	desk.Show()
	d.err = errors.New("disk")
	uitest.Press(t, h.Dialogs[0], "Khám lại")
	if len(h.Failed) != 1 || h.Closed != 0 || len(h.Dialogs) != 1 {
		t.Errorf("failed %v, %d dialogs, %d closed", h.Failed, len(h.Dialogs), h.Closed)
	}
	d.err = nil
	uitest.Press(t, h.Dialogs[0], "Khám lại")
	if len(h.Dialogs) != 2 {
		t.Error("after a failure nobody examines any more")
	}
}

// busyHost does long work as the window does: on a goroutine, with its dialog.
type busyHost struct {
	*uitest.Host
	runner *task.Runner
}

func (h busyHost) Run(title string, work func(context.Context, task.Report) error, done func(error)) {
	h.runner.Run(title, work, done)
}

// While a driver hangs the window says so and lives; asked again it does not start
// a second time; given up it says so.
func TestGivenUpWhileADriverHangs(t *testing.T) {
	d := &doctor{slow: true}
	_, h := open(t, d)
	win := uitest.Window(t, 900, 480, xwidget.NewText("x"))
	come := make(chan func())
	desk := New(d, busyHost{h, &task.Runner{Window: win, Async: true, Patience: time.Millisecond, Do: func(f func()) { come <- f }}})
	top := win.Canvas().Overlays().Top
	until := func(ok func() bool) {
		t.Helper()
		for late := time.After(5 * time.Second); !ok(); {
			select {
			case f := <-come:
				f()
			case <-late:
				t.Fatal("nothing comes to the window")
			}
		}
	}
	desk.Show()
	desk.Show()
	until(func() bool { return top() != nil })
	if got := words(top()); !strings.Contains(got, "Đang khám máy") {
		t.Errorf("the window says %s", got)
	}
	uitest.Press(t, top(), "Huỷ")
	until(func() bool { return top() == nil })
	if d.asked != 1 || h.Last() != "Đã dừng khám máy, chưa có kết quả mới." || len(h.Dialogs)+len(h.Failed) != 0 {
		t.Errorf("asked %d times, said %q, %d dialogs, failed %v", d.asked, h.Last(), len(h.Dialogs), h.Failed)
	}
}

// The copy is the lines as text, and nothing besides.
func TestCopy(t *testing.T) {
	desk, h := open(t, &doctor{found: sick()})
	desk.Show()
	uitest.Press(t, h.Dialogs[0], "Chép kết quả")
	const want = `AnKhai, khám máy lúc 22/11/2026 14:32: 2 điều cần sửa, 1 điều nên xem
✗ Ổ đĩa: còn trống 96 MB
   → Giải phóng dung lượng; khi đầy hẳn, chương trình dùng phần dự phòng để ghi nốt việc đang làm.
✗ Sao lưu: Chưa có bản sao lưu nào
   → Sao lưu ngay: bhxh backup create.
✓ Dữ liệu: mọi trang đọc được, các quy tắc nguyên vẹn, nhật ký 214 dòng và 36 sự kiện của hồ sơ khớp chuỗi kiểm tra
✓ Thư mục: C:\Users\ketoan\AppData\Roaming\AnKhai, trên ổ đĩa của máy này
✓ Đồng hồ: ngày 22/11/2026
✓ Cổng: trả lời bình thường

Token và trình điều khiển
(Chưa cần khi tập; cần trước khi nộp hồ sơ thật)
! Viettel-CA (viettel-ca_v6.dll): trình điều khiển chạy, đầu đọc không có token (TK-13)
   → Cắm token. Nếu token của nhà cung cấp khác thì bỏ qua dòng này.
✓ Token VNPT-CA Token, chứng thư CÔNG TY CỔ PHẦN MAY BÌNH MINH: ký được, hạn đến 01/08/2027 (TK-00)
`
	if got := desk.clipboard().Content(); got != want {
		t.Errorf("copied\n%s", got)
	}
	uitest.Press(t, h.Dialogs[0], "Đã chép") // and again
}

// A driver that was pointed at is kept and looked at; one that anybody may replace
// only after the person trusts it; one that is no driver is refused.
func TestDriver(t *testing.T) {
	for _, c := range []struct {
		refuses error
		chosen  string
		asked   int // checkups
		failed  int
	}{
		{nil, "[/lib/token.so false]", 2, 0},
		{fmt.Errorf("choose: %w", signing.ErrOpenFolder), "[/lib/token.so false /lib/token.so true]", 2, 0},
		{errors.New("no library"), "[/lib/token.so false]", 1, 1},
	} {
		d := &doctor{found: sick(), refuses: c.refuses}
		desk, h := open(t, d)
		h.File.Path = "/lib/token.so"
		desk.Show()
		uitest.Press(t, h.Dialogs[0], "Chọn tệp trình điều khiển…")
		if got := fmt.Sprint(d.chosen); got != c.chosen || d.asked != c.asked || len(h.Failed) != c.failed {
			t.Errorf("%v: chosen %s, examined %d times, failed %v", c.refuses, got, d.asked, h.Failed)
		}
	}
}

// How it looks, with a list that does not fit.
func TestPicture(t *testing.T) {
	desk, h := open(t, &doctor{found: sick()})
	desk.Show()
	w := uitest.Window(t, width+36, 430, xwidget.Inset(18, 14, 18, 16, h.Dialogs[0]))
	uitest.Golden(t, "kham-may", w.Canvas())
}
