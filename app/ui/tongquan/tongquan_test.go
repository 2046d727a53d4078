package tongquan

import (
	"context"
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/law"
	"ankhai/forms/services/han"
	"ankhai/storage"
)

type fake struct {
	v       office.Overview
	kept    office.BackupState
	err     error
	wrong   error // of a backup
	made    int   // backups
	why     []office.Figure
	whose   []string
	noSteps error
	above   int64
	steps   []office.StartStep
	dues    office.Dues
}

func (f *fake) Start(context.Context) ([]office.StartStep, error) { return f.steps, nil }

func (f *fake) DeadlinesFromStore(context.Context, law.Month) (office.Dues, error) {
	return f.dues, nil
}

// manyDue are 24 things that are due, 20 of them the same by the same day.
func manyDue() office.Dues {
	one := func(who, id, ma, task string, day law.Day, s han.TrangThai, left int) office.Due {
		return office.Due{Ai: who, PersonID: id, Viec: han.Viec{Han: han.Han{Ma: ma, Viec: task}, Ngay: day, Trang: s, Con: left}}
	}
	d := office.Dues{HomNay: 20261122, Viec: []office.Due{one("Trần Văn Dũng", "N31", "GIAM-1", "Báo giảm lao động khi chấm dứt hợp đồng, gửi hồ sơ 600", 20261120, han.QuaHan, -2)}}
	for range 20 {
		d.Viec = append(d.Viec, one("Nguyễn Thị Ẩn", "N1", "HD-1", "Báo giảm khi hợp đồng hết hạn, không ký tiếp", 20261127, han.SapHet, 5))
	}
	d.Viec = append(d.Viec, one("đơn vị", "", "DONG-1", "Đóng BHXH, BHYT, BHTN tháng 11/2026", 20261231, han.Con, 39),
		one("Lê Ngọc Hà", "N7", "HUU-1", "Nộp hồ sơ hưởng lương hưu trước khi đủ tuổi", 20270110, han.Con, 49))
	d.Thieu = []office.Undated{{Ai: "Đặng Thị Ưởng", PersonID: "N9", Thieu: "nghỉ 6 tháng thì đi làm lại khoảng tháng 12/2026; ghi ngày cuối của thời gian nghỉ"}}
	return d
}

// firstSteps are the first steps with one done.
func firstSteps() []office.StartStep {
	return []office.StartStep{
		{Key: "don-vi", Title: "Đơn vị", Done: true},
		{Key: "khoa", Title: "Khoá khôi phục", Say: "in ra giấy, để mở được dữ liệu khi đổi máy", Button: "Tạo khoá", Go: office.Place{Screen: office.KeysScreen}},
		{Key: "danh-sach", Title: "Danh sách lao động", Say: "thả bảng lương Excel đầu tiên vào cửa sổ", Button: "Chọn bảng lương", Go: office.Place{Screen: office.PayrollScreen}},
		{Key: "tap", Title: "Nộp tập một hồ sơ", Say: "với công ty mẫu và cổng thực hành trên máy này", Button: "Mở công ty mẫu", Go: office.Place{Screen: office.PracticeScreen}},
	}
}

func (f *fake) Backups(context.Context) (office.BackupState, error) { return f.kept, nil }

func (f *fake) BackUpNow(context.Context) (b storage.Backup, i storage.BackupInfo, err error) {
	f.made++
	return b, i, f.wrong
}

func (f *fake) Overview(context.Context, law.Month) (office.Overview, error) { return f.v, f.err }

// full is a month in which something of everything waits.
func full() office.Overview {
	v := office.Overview{
		Month: 202611, DangDong: 1248, DangCo: 1252, Tang: 8, Giam: 6, QuyLuong: 11_420_000_000, PhaiDong: 3_654_400_000,
		HanDong: 20261231, VuotTran: 37, Tran: 50_600_000, Thieu: 14, ThieuMaSo: 2, ThieuCCCD: 5, ThieuChucDanh: 7, ThamChieu: 2_530_000,
		Todo: []office.Todo{
			{Level: office.Red, Title: "Trả lại: 600 · tháng 11/2026 · đợt 2", Why: "sửa rồi nộp lại", Button: "Xem lý do", Go: office.Place{Screen: "ho-so", ID: "HS000002"}},
			{Level: office.Yellow, Title: "600 tháng 11: 8 tăng · 6 giảm · 15 điều chỉnh từ bảng lương", Why: "lập hồ sơ từ đề xuất", Button: "Xem đề xuất", Go: office.Place{Screen: "bang-luong", ID: "2026-11"}},
			{Level: office.Yellow, Title: "Bảng lương tháng 12/2026 chưa có", Why: "thả tệp Excel vào đây để lập đề xuất", Button: "Chọn tệp", Go: office.Place{Screen: "bang-luong"}},
			{Level: office.Green, Title: "600 · tháng 10/2026 · đợt 1", Why: "đã có kết quả", Button: "Xem", Go: office.Place{Screen: "ho-so", ID: "HS000001"}},
		},
		ByState: []office.StateCount{{State: storage.Nhap, Say: "nháp", N: 2}, {State: storage.DaKy, Say: "đã ký", N: 1}, {State: storage.DangGiaiQuyet, Say: "đang giải quyết", N: 4}, {State: storage.CoKetQua, Say: "có kết quả", N: 11}, {State: storage.TraLai, Say: "bị trả lại", N: 1}},
	}
	for i := range 12 {
		m := law.Month(202611).Add(i - 11)
		v.Months = append(v.Months, office.MonthFigure{Month: m, Known: i != 3, Heads: 1100 + i*13, Fund: 9_800_000_000 + int64(i)*147_000_000})
	}
	return v
}

func open(t *testing.T, f *fake) (*Page, *uitest.Host, fyne.Window) {
	t.Helper()
	uitest.App(t)
	h := uitest.NewHost()
	p := New(f, h)
	w := uitest.Window(t, 1170, 692, p.Content())
	p.OnShow()
	return p, h, w
}

func TestPicture(t *testing.T) {
	_, _, w := open(t, &fake{v: full(), dues: manyDue(), kept: office.BackupState{Level: office.Green, Say: "Sao lưu gần nhất: 07:30 ngày 22/11/2026 (hôm nay), 4,2 MB"}})
	uitest.Golden(t, "tong-quan", w.Canvas())
}

func TestEmptyPicture(t *testing.T) {
	v := office.Overview{Month: 202611, Tran: 50_600_000, HanDong: 20261231}
	_, _, w := open(t, &fake{v: v, steps: firstSteps(), kept: office.BackupState{Level: office.Yellow, Say: "Chưa có bản sao lưu nào",
		Trouble: "Lần sao lưu lúc 07:30 ngày 22/11/2026 không được: Chưa ghi được: ổ đĩa đã đầy. Giải phóng dung lượng rồi làm lại; dữ liệu đã lưu vẫn còn nguyên."}})
	uitest.Golden(t, "tong-quan-trong", w.Canvas())
}

// Every task has its button, every number its door.
func TestEveryNumberIsADoor(t *testing.T) {
	_, h, w := open(t, &fake{v: full()})
	uitest.Press(t, w.Content(), "Xem lý do")
	uitest.Press(t, w.Content(), "Xem đề xuất")
	for _, card := range uitest.Find[*xwidget.Panel](w.Content()) {
		if card.OnTapped != nil {
			card.Tapped(nil)
		}
	}
	var went []string
	for _, p := range h.Went {
		went = append(went, p.Screen+"/"+p.ID)
	}
	want := "ho-so/HS000002 bang-luong/2026-11 nguoi-lao-dong/ nguoi-lao-dong/thieu " +
		"ho-so/trang-thai:nhap ho-so/trang-thai:daKy ho-so/trang-thai:dangGiaiQuyet ho-so/trang-thai:coKetQua ho-so/trang-thai:traLai"
	if got := strings.Join(went, " "); got != want {
		t.Errorf("doors lead to\n%s\nwant\n%s", got, want)
	}
	if got := strings.Join(h.Titles, "|"); got != "Quỹ lương đóng tháng 11/2026: cộng từ 2 người|Phải đóng tháng 11/2026: cộng từ 2 người" {
		t.Errorf("amounts open %q", got)
	}
	uitest.Press(t, w.Content(), "Chọn tệp")
	if h.Chosen != 1 {
		t.Errorf("a missing payroll asked for a file %d times, want 1", h.Chosen)
	}
}

func TestCountsReachTheRail(t *testing.T) {
	_, h, _ := open(t, &fake{v: full()})
	if len(h.Counts) != 1 || h.Counts[0].DangDong != 1248 {
		t.Errorf("counts %v", h.Counts)
	}
}

func TestFailureIsTold(t *testing.T) {
	_, h, _ := open(t, &fake{err: errors.New("disk")})
	if len(h.Failed) != 1 {
		t.Errorf("told %d failures, want 1", len(h.Failed))
	}
}

func TestBackUpFromTheFirstScreen(t *testing.T) {
	f := &fake{v: full(), kept: office.BackupState{Level: office.Green, Say: "Sao lưu gần nhất: hôm nay"}}
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Sao lưu ngay")
	if f.made != 1 || h.Last() != "Đã sao lưu" {
		t.Errorf("%d backups, said %q", f.made, h.Last())
	}
	f.wrong = storage.ErrDiskFull
	uitest.Press(t, w.Content(), "Sao lưu ngay")
	if len(h.Failed) != 1 {
		t.Errorf("told %d failures, want 1", len(h.Failed))
	}
	uitest.Press(t, w.Content(), "Khôi phục…")
	if h.Restores != 1 {
		t.Errorf("asked for a backup %d times, want 1", h.Restores)
	}
}

// Of 24 things that are due three lines stand on the first screen, the 20 that are the
// same as one; the door leads to all, and from there to where each is done.
func TestNearestDue(t *testing.T) {
	_, h, w := open(t, &fake{v: full(), dues: manyDue()})
	words := strings.Join(uitest.Words(w.Content()), "|")
	for _, want := range []string{"quá hạn 2 ngày", "còn 5 ngày", "20 người · 27/11/2026", "còn 39 ngày"} {
		if !strings.Contains(words, want) {
			t.Errorf("the screen does not say %q: %s", want, words)
		}
	}
	if strings.Contains(words, "còn 49 ngày") {
		t.Error("a fourth thing stands on the first screen")
	}
	uitest.Press(t, w.Content(), "Xem cả 5 việc có hạn")
	uitest.Golden(t, "viec-co-han", uitest.Window(t, 796, 460, xwidget.Inset(18, 14, 18, 16, h.Dialogs[0])).Canvas())
	g := uitest.Find[*xwidget.Grid](h.Dialogs[0])[0]
	if l := g.OnOpen; l != nil {
		l(4)
	}
	if len(h.Went) != 1 || h.Went[0].ID != "N9" || h.Closed != 1 {
		t.Errorf("went to %v, closed %d times", h.Went, h.Closed)
	}
}

// The card of the first steps names each, and its buttons are doors; it is gone when
// all is done.
func TestFirstSteps(t *testing.T) {
	f := &fake{v: full(), steps: firstSteps()}
	p, h, w := open(t, f)
	if words := strings.Join(uitest.Words(w.Content()), "|"); !strings.Contains(words, "Bắt đầu: còn 3 bước|") || !strings.Contains(words, "1. Đơn vị|đã xong") {
		t.Errorf("the screen says %s", words)
	}
	uitest.Press(t, w.Content(), "Tạo khoá")
	if len(h.Went) != 1 || h.Went[0].Screen != office.KeysScreen {
		t.Errorf("went to %v", h.Went)
	}
	for i := range f.steps {
		f.steps[i].Done = true
	}
	p.OnShow()
	if words := strings.Join(uitest.Words(w.Content()), "|"); strings.Contains(words, "Bắt đầu") {
		t.Errorf("all is done, and the screen says %s", words)
	}
}
