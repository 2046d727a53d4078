package lenh

import (
	"context"
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// fake answers with what it was given and remembers the questions.
type fake struct {
	asked  []string
	ready  int
	answer []office.FoundGroup
	err    error
}

func (f *fake) Find(_ context.Context, q office.FindQuery) ([]office.FoundGroup, error) {
	f.asked = append(f.asked, q.Term)
	if q.Term == "" {
		return []office.FoundGroup{{Kind: office.FindPlace, Title: "Đi tới", Hits: q.Own}}, f.err
	}
	return f.answer, f.err
}

func (f *fake) ReadyFind(context.Context) error { f.ready++; return nil }

func sample() []office.FoundGroup {
	person := func(name, say, id string) office.Findable {
		return office.Findable{Kind: office.FindPerson, Title: name, Say: say, Go: office.Place{Screen: "nguoi-lao-dong", ID: id}}
	}
	return []office.FoundGroup{
		{Kind: office.FindPerson, Title: "Người lao động", More: 12, Hits: []office.Findable{
			person("Trần Thị Ánh Dũng", "BM00012 · sinh 05/06/1990 · Công nhân may", "N12"),
			person("Trần Văn Dũng", "BM00031 · sinh 15/08/1985 · Tổ trưởng · đã nghỉ", "N31")}},
		{Kind: office.FindDossier, Title: "Hồ sơ", Hits: []office.Findable{
			{Kind: office.FindDossier, Title: "600 · Báo tăng, giảm, điều chỉnh · tháng 11/2026 · đợt 2", Say: "HS000002 · bị trả lại", Go: office.Place{Screen: "ho-so", ID: "HS000002"}}}},
		{Kind: office.FindService, Title: "Thủ tục", Hits: []office.Findable{
			{Kind: office.FindService, Title: "Đăng ký, điều chỉnh đóng BHXH bắt buộc, BHYT, BHTN; cấp sổ BHXH, thẻ BHYT đối với đơn vị", Say: "E5", Go: office.Place{Screen: "thu-tuc", ID: "E5"}}}},
		{Kind: office.FindError, Title: "Mã lỗi, mã nhắc", Hits: []office.Findable{
			{Kind: office.FindError, Title: "HS-04", Say: "Người tăng mới chưa có mã số BHXH phải có tờ khai riêng trong hồ sơ", Go: office.Place{Screen: office.RuleScreen, ID: "HS-04"}}}},
	}
}

// show opens the search in a window of its own.
func show(t *testing.T, f *fake, deeds ...Deed) (*uitest.Host, fyne.Canvas) {
	t.Helper()
	uitest.App(t)
	h := uitest.NewHost()
	New(f, h, func() []Deed { return deeds }).Show()
	c := uitest.Window(t, 676, 460, xwidget.Inset(18, 14, 18, 16, h.Dialogs[0])).Canvas()
	c.Focus(uitest.Find[*entry](c.Content())[0])
	return h, c
}

// One types, walks with the arrows and opens with Enter; the pointer was not touched.
func TestKeyboardAlone(t *testing.T) {
	f := &fake{answer: sample()}
	h, c := show(t, f)
	uitest.Type(c, "dung")
	uitest.Golden(t, "tim", c)
	if got := strings.Join(f.asked, "|"); got != "|d|du|dun|dung" {
		t.Errorf("asked %q", got)
	}
	uitest.Keys(c, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if len(h.Went) != 1 || h.Went[0].ID != "HS000002" || h.Closed != 1 {
		t.Errorf("went to %v, closed %d times", h.Went, h.Closed)
	}
	if f.ready != 1 {
		t.Errorf("the index was asked to be ready %d times", f.ready)
	}
}

// The ends hold, and Esc leaves without going anywhere.
func TestEndsAndEscape(t *testing.T) {
	h, c := show(t, &fake{answer: sample()})
	uitest.Type(c, "d")
	uitest.Keys(c, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyDown)
	rows := uitest.Find[*row](c.Content())
	if !rows[len(rows)-1].chosen {
		t.Error("the last hit is not the chosen one")
	}
	uitest.Keys(c, fyne.KeyEscape)
	if h.Closed != 1 || len(h.Went) != 0 {
		t.Errorf("closed %d times, went to %v", h.Closed, h.Went)
	}
}

// The chosen deed tells how the console does it; what was found tells nothing.
func TestCommandOfTheChosen(t *testing.T) {
	_, c := show(t, &fake{answer: sample()}, Deed{Kind: office.FindPlace, Title: "Bảng lương", Command: "compare"}, Deed{Kind: office.FindSetting, Title: "Nền: Tối"})
	for _, step := range []struct {
		key  func()
		want string
	}{
		{func() {}, "Trong dòng lệnh: bhxh compare"},
		{func() { uitest.Keys(c, fyne.KeyDown) }, ""},
		{func() { uitest.Keys(c, fyne.KeyUp) }, "Trong dòng lệnh: bhxh compare"},
		{func() { uitest.Type(c, "dung") }, ""},
	} {
		step.key()
		said := ""
		for _, w := range uitest.Words(c.Content()) {
			if strings.HasPrefix(w, "Trong dòng lệnh") {
				said = w
			}
		}
		if said != step.want {
			t.Errorf("says %q, want %q", said, step.want)
		}
	}
}

// With nothing typed stands what the window can do; it is done by the window.
func TestDeeds(t *testing.T) {
	done := 0
	h, c := show(t, &fake{}, Deed{Kind: office.FindPlace, Title: "Bảng lương", Say: "Ctrl+3"}, Deed{Kind: office.FindAction, Title: "Sao lưu ngay", Do: func() { done++ }})
	uitest.Find[*row](c.Content())[1].Tapped(nil)
	if done != 1 || len(h.Went) != 0 || h.Closed != 1 {
		t.Errorf("done %d times, went to %v, closed %d times", done, h.Went, h.Closed)
	}
}

// Nothing found says what to try; a failure is told.
func TestNothingAndFailure(t *testing.T) {
	f := &fake{}
	h, c := show(t, f)
	uitest.Type(c, "x")
	if got := strings.Join(uitest.Words(c.Content()), "|"); !strings.Contains(got, "Không tìm thấy gì. Thử ít chữ hơn") {
		t.Errorf("says %s", got)
	}
	uitest.Keys(c, fyne.KeyReturn, fyne.KeyDown)
	f.err = errors.New("disk")
	uitest.Type(c, "y")
	if len(h.Failed) != 1 {
		t.Errorf("failed %v", h.Failed)
	}
}
