package ui

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/uitest"
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// bare is an office with an employer and nothing else.
type bare struct{ *fake }

func (bare) People(context.Context, law.Month) ([]facts.NguoiLaoDong, error) { return nil, nil }
func (bare) Dossiers(context.Context) ([]office.DossierView, error)          { return nil, nil }
func (bare) Overview(_ context.Context, m law.Month) (office.Overview, error) {
	return office.Overview{Month: m, HanDong: m.Add(1).Last(), Todo: []office.Todo{{Level: office.Yellow, Title: "Bảng lương tháng " + m.String() + " chưa có",
		Why: "thả tệp Excel vào đây để lập đề xuất", Button: "Chọn tệp", Go: office.Place{Screen: "bang-luong"}}}}, nil
}
func (bare) Start(context.Context) ([]office.StartStep, error) {
	return []office.StartStep{{Title: "Đơn vị", Done: true}, {Title: "Khoá khôi phục", Say: "in ra giấy, để mở được dữ liệu khi đổi máy", Button: "Tạo khoá", Go: office.Place{Screen: office.KeysScreen}},
		{Title: "Danh sách lao động", Say: "thả bảng lương Excel đầu tiên vào cửa sổ", Button: "Chọn bảng lương", Go: office.Place{Screen: office.PayrollScreen}},
		{Title: "Nộp tập một hồ sơ", Say: "với công ty mẫu và cổng thực hành trên máy này", Button: "Mở công ty mẫu", Go: office.Place{Screen: office.PracticeScreen}}}, nil
}

// Every place with nothing in it says what to do next.
func TestEmptyPlacesPictures(t *testing.T) {
	f := newFake()
	f.dv.ThucHanh = false
	uitest.App(t)
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1366, 768))
	s := New(bare{f}, w, &task.Runner{Window: w}, clock)
	s.Start()
	w.Resize(fyne.NewSize(1366, 768))
	for _, key := range []string{"tong-quan", "nguoi-lao-dong", "bang-luong", "ho-so", c12Screen} {
		s.Go(office.Place{Screen: key})
		uitest.Golden(t, key+"-trong", w.Canvas())
	}
	w.Resize(fyne.NewSize(900, 480))
	s.Go(office.Place{Screen: "nguoi-lao-dong"})
	uitest.Golden(t, "nguoi-lao-dong-trong-nho", w.Canvas())
	s.Go(office.Place{Screen: "ho-so"})
	uitest.Press(t, w.Content(), "Xem bảng lương")
	if s.at.key != "bang-luong" {
		t.Errorf("at %s", s.at.key)
	}
}
