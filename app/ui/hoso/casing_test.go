package hoso

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/storage"
)

func (f *fake) CaseChoices(context.Context, string) ([]office.CaseChoice, error) {
	return f.may, f.fail
}

func (f *fake) ChangeCase(_ context.Context, _, id string) (office.CaseChange, error) {
	f.view.Service, f.view.Case = "C4", id
	return f.change, f.call("case " + id)
}

// births is a draft of a birth that may be another case of the service.
func births(t *testing.T) *fake {
	f := aCase(t)
	f.view.Service, f.view.Case = "C4", "C4.01"
	f.may = []office.CaseChoice{
		{Service: "C4", ServiceName: "Giải quyết chế độ thai sản", Case: "C4.01", Name: "Sinh con"},
		{Service: "C4", ServiceName: "Giải quyết chế độ thai sản", Case: "C4.02", Name: "Lao động nam có vợ sinh con"},
	}
	f.change = office.CaseChange{Was: "C4.01 · Sinh con", WasCase: "C4.01", Now: "C4.02 · Lao động nam có vợ sinh con",
		Added: []string{"Giấy xác nhận của cơ sở khám chữa bệnh về việc sinh con phải phẫu thuật", "Giấy chứng nhận kết hôn"},
		Gone:  []string{"Văn bản giải trình nộp chậm"}, May: []string{"Giấy khai sinh"}, Lacks: []string{"14-HSB"}}
	return f
}

// The case of a draft is seen above its papers and changed from there by the keys; what
// that changes is told, and taken back.
func TestCaseIsChanged(t *testing.T) {
	f := births(t)
	p, h, w := open(t, f)
	p.open.tabs.Choose(len(p.open.leaves))
	if words := strings.Join(uitest.Words(w.Content()), "|"); !strings.Contains(words, "C4.01 · Sinh con") {
		t.Errorf("the case is not told: %s", words)
	}
	uitest.Press(t, w.Content(), "Đổi trường hợp…")
	pick := uitest.Find[*xwidget.PickList](h.Top())[0]
	g := uitest.Find[*xwidget.Grid](pick)[0]
	uitest.GoldenDialog(t, "chon-truong-hop", 660, 480, h.Top())
	g.Jump(1, 0)
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if h.Last() != "Hồ sơ nay thuộc trường hợp C4.02 · Lao động nam có vợ sinh con" || h.Saves != 1 {
		t.Errorf("said %q, saved %d", h.Last(), h.Saves)
	}
	uitest.Golden(t, "doi-truong-hop", w.Canvas())
	words := strings.Join(uitest.Words(w.Content()), "|")
	for _, want := range []string{"trước là C4.01 · Sinh con.", "Nay cần thêm: Giấy xác nhận", "; Giấy chứng nhận kết hôn.", "Nay không bắt buộc: Giấy khai sinh.", "Không cần nữa: Văn bản giải trình nộp chậm.", "chưa có mẫu 14-HSB"} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not told: %s", want, words)
		}
	}
	f.change = office.CaseChange{Was: "C4.02 · Lao động nam có vợ sinh con", WasCase: "C4.02", Now: "C4.01 · Sinh con"}
	uitest.Press(t, w.Content(), "Đổi lại")
	if words := strings.Join(uitest.Words(w.Content()), "|"); !strings.Contains(words, "Danh sách giấy tờ không đổi.") {
		t.Errorf("says %s", words)
	}
	uitest.Press(t, w.Content(), "Đã rõ")
	if slices.Contains(uitest.Buttons(w.Content()), "Đổi lại") || len(h.Failed) > 0 || !slices.Equal(f.calls, []string{"case C4.02", "case C4.01"}) {
		t.Errorf("calls %q, failed %v", f.calls, h.Failed)
	}
}

// A draft without a case is asked for one; what is signed only shows its own.
func TestCaseIsChosen(t *testing.T) {
	f := newSheetFake()
	f.may = births(t).may
	p, h, w := open(t, f)
	p.ChangeCase()
	if len(h.Dialogs) != 1 || p.open.tabs.At() != len(p.open.leaves) {
		t.Fatalf("%d dialogs, at leaf %d", len(h.Dialogs), p.open.tabs.At())
	}
	if !slices.Contains(uitest.Buttons(w.Content()), "Chọn trường hợp…") {
		t.Errorf("buttons %q", uitest.Buttons(w.Content()))
	}
	f.may = nil
	p.ChangeCase()
	if h.Last() != "Thủ tục "+f.view.Procedure+" không chia theo trường hợp." {
		t.Errorf("said %q", h.Last())
	}
	f.view.State, f.view.Case = storage.DaKy, "C4.01"
	p.OpenAt("HS000007")
	p.open.tabs.Choose(len(p.open.leaves))
	p.ChangeCase()
	if words := strings.Join(uitest.Words(w.Content()), "|"); !strings.Contains(words, "C4.01 · Sinh con") || slices.Contains(uitest.Buttons(w.Content()), "Đổi trường hợp…") || !strings.HasPrefix(h.Last(), "! Hồ sơ đã ký") {
		t.Errorf("signed, said %q: %s", h.Last(), words)
	}
	p.OpenAt("")
	p.ChangeCase()
	if !strings.HasPrefix(h.Last(), "! Mở một bản nháp") {
		t.Errorf("on the list said %q", h.Last())
	}
}
