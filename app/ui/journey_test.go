package ui

import (
	"context"
	"encoding/json"
	"io/fs"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/assets"
)

// The main job through the window, on a real store, with the practice key and
// the practice gateway over HTTPS: two payrolls in, a receipted dossier out.
func TestJourney(t *testing.T) {
	ctx := context.Background()
	o, err := office.Open(ctx, office.Config{
		Dir: t.TempDir(), Now: func() time.Time { return clock().Add(time.Since(start)) }, Keys: uitest.DataKeys(t),
	})
	if err != nil {
		t.Fatal(err)
	}
	defer o.Close()
	uitest.App(t)
	s, w := windowOn(t, o)

	uitest.Press(t, w.Content(), "Mở công ty mẫu")
	s.Go(office.Place{Screen: "bang-luong"})
	uitest.Press(t, w.Content(), "Lập hồ sơ")
	uitest.Press(t, w.Content(), "Kiểm tra")
	noDialog(t, w)
	if lists := uitest.Find[*xwidget.FaultList](w.Content()); len(lists) != 1 || len(lists[0].Items()) == 0 {
		t.Fatal("the first check finds nothing to mend")
	}
	all, err := o.Dossiers(ctx)
	if err != nil || len(all) != 1 {
		t.Fatalf("%d dossiers, %v", len(all), err)
	}
	answer(t, o, all[0].ID)
	s.dossier.OnShow()
	uitest.Press(t, w.Content(), "Kiểm tra")
	uitest.Press(t, w.Content(), "Ký")
	uitest.Press(t, w.Canvas().Overlays().Top(), "Ký bằng khoá này")
	noDialog(t, w)
	if !strings.HasPrefix(s.status.said.Words, "Đã ký") {
		t.Fatalf("after signing the window says %q", s.status.said.Words)
	}
	uitest.Press(t, w.Content(), "Gửi")
	uitest.Press(t, w.Canvas().Overlays().Top(), "Gửi")
	noDialog(t, w)
	for deadline := time.Now().Add(20 * time.Second); ; {
		buttons := strings.Join(uitest.Buttons(w.Content()), "|")
		if strings.Contains(buttons, "Xem kết quả") {
			break
		}
		if !strings.Contains(buttons, "Hỏi tiến độ") || time.Now().After(deadline) {
			t.Fatalf("after sending the buttons are %s; the window says %q", buttons, s.status.said.Words)
		}
		time.Sleep(200 * time.Millisecond)
		uitest.Press(t, w.Content(), "Hỏi tiến độ")
	}
	words := strings.Join(uitest.Words(w.Content()), "|")
	if !strings.Contains(words, "/2026/07906") || !strings.Contains(words, "Có kết quả") {
		t.Errorf("the window says %s", words)
	}
	uitest.Press(t, w.Content(), "Xem bản in")
	if said := strings.Join(uitest.Words(s.reader.Content()), "|"); !strings.Contains(said, "Trang 1 / ") {
		t.Errorf("no paper is shown: %s", said)
	}
	s.reader.Close()
	seeThePost(t, s, w)
	tryTheKey(t, s, w)
}

// seeThePost looks at what was sent: each attempt, and what is new of it.
func seeThePost(t *testing.T, s *Shell, w fyne.Window) {
	t.Helper()
	s.Go(office.Place{Screen: office.PostScreen})
	noDialog(t, w)
	words := strings.Join(uitest.Words(w.Content()), "|")
	for _, want := range []string{"/2026/07906", "cổng thực hành trên máy này", "Lần gửi 1", "Có kết quả"} {
		if !strings.Contains(words, want) {
			t.Errorf("the post does not say %q: %s", want, words)
		}
	}
	uitest.Press(t, w.Content(), "Hỏi lại kết quả")
	noDialog(t, w)
	if got := s.status.said.Words; got != "Không có hồ sơ nào đang giải quyết" {
		t.Errorf("asked again, the window says %q", got)
	}
	s.post.Open(office.InboxLeaf)
	uitest.Press(t, w.Content(), "Hỏi cổng")
	noDialog(t, w)
	uitest.Press(t, w.Content(), "Cổng của đơn vị…")
	if top := w.Canvas().Overlays().Top(); top == nil || !strings.Contains(strings.Join(uitest.Words(top), "|"), "Cổng của đơn vị") {
		t.Error("the account is not shown")
	}
	uitest.Press(t, w.Canvas().Overlays().Top(), "Đóng")
}

// tryTheKey signs with the practice key and has the signature judged.
func tryTheKey(t *testing.T, s *Shell, w fyne.Window) {
	t.Helper()
	s.Go(office.Place{Screen: office.SignScreen})
	noDialog(t, w)
	uitest.Press(t, w.Content(), "Ký thử")
	top := w.Canvas().Overlays().Top()
	if top == nil {
		t.Fatalf("the key was not tried; the window says %q", s.status.said.Words)
	}
	if words := strings.Join(uitest.Words(top), "|"); !strings.Contains(words, "Hợp lệ, nhưng chứng thư thực hành, không có giá trị pháp lý") {
		t.Errorf("the trial says %s", words)
	}
	uitest.Press(t, top, "Đóng")
}

var start = time.Now()

// answer fills in what the workbooks do not say, as the sample company's
// accountant does.
func answer(t *testing.T, o *office.Office, id string) {
	t.Helper()
	data, err := fs.ReadFile(assets.Sample, "sample/bo-sung-2026-11.json")
	if err != nil {
		t.Fatal(err)
	}
	var answers []office.Answer
	if err := json.Unmarshal(data, &answers); err != nil {
		t.Fatal(err)
	}
	if _, _, err := o.Fill(context.Background(), id, answers); err != nil {
		t.Fatal(err)
	}
}

func noDialog(t *testing.T, w fyne.Window) {
	t.Helper()
	if top := w.Canvas().Overlays().Top(); top != nil {
		t.Fatalf("a dialog is in the way: %q", uitest.Words(top))
	}
}
