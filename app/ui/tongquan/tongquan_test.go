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
		Month: 202611, DangDong: 1248, Tang: 8, Giam: 6, QuyLuong: 11_420_000_000, PhaiDong: 3_654_400_000,
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
	_, _, w := open(t, &fake{v: full(), kept: office.BackupState{Level: office.Green, Say: "Sao lưu gần nhất: 07:30 ngày 22/11/2026 (hôm nay), 4,2 MB"}})
	uitest.Golden(t, "tong-quan", w.Canvas())
}

func TestEmptyPicture(t *testing.T) {
	v := office.Overview{Month: 202611, Tran: 50_600_000, HanDong: 20261231}
	_, _, w := open(t, &fake{v: v, kept: office.BackupState{Level: office.Yellow, Say: "Chưa có bản sao lưu nào",
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
