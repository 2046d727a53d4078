package ui

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
)

// Every place has a page of its own in the help, and F1 opens it.
func TestHelpOfEveryPlace(t *testing.T) {
	s, w := open(t, newFake(), 1)
	for _, p := range s.places {
		page, ok := office.Help(p.key, office.Vietnamese)
		if !ok {
			t.Errorf("%s has no page in the help", p.key)
			continue
		}
		s.Go(office.Place{Screen: p.key})
		w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1})
		top := w.Canvas().Overlays().Top()
		if top == nil {
			t.Fatalf("F1 on %s opens nothing", p.key)
		}
		second := strings.Split(page.Text, "\n")[2]
		if words := strings.Join(uitest.Words(top), "\n"); !strings.Contains(words, second) {
			t.Errorf("F1 on %s says %s", p.key, words)
		}
		w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1}) // over itself: one dialog, not two
		if n := len(w.Canvas().Overlays().List()); n != 1 {
			t.Errorf("%d dialogs over each other", n)
		}
		w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if w.Canvas().Overlays().Top() != nil {
			t.Fatal("Esc does not close the help")
		}
	}
}

// A newcomer files a first practice dossier with nothing but the practice beside the
// window, which ticks itself. Each press, choice and text is counted:
// docs/tap-nop-ho-so.md tells the number.
func TestPracticeOfANewcomer(t *testing.T) {
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

	n := 0
	press := func(in fyne.CanvasObject, words string) {
		t.Helper()
		n++
		uitest.Press(t, in, words)
	}
	before := func(step string) {
		t.Helper()
		g, err := o.PracticeGuide(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range g.Steps {
			if x.Now {
				if x.Title != step {
					t.Errorf("stands before %q, want %q", x.Title, step)
				}
				if words := strings.Join(uitest.Words(s.help.Beside()), "\n"); !strings.Contains(words, x.How) {
					t.Errorf("the practice does not tell how to %q:\n%s", step, words)
				}
			}
		}
	}
	s.help.Practise()
	n += 2 // the menu and its item
	before("Mở công ty mẫu")
	press(w.Content(), "Mở công ty mẫu")
	before("Lập hồ sơ từ đề xuất")
	press(s.help.Beside(), "Tới đó")
	press(w.Content(), "Bỏ chọn hết")
	grid := uitest.Find[*xwidget.Grid](w.Content())[0]
	left := map[string]int{"GH": 1, "DC": 2}
	for row := range grid.Model().Rows() {
		code, _, _ := strings.Cut(grid.Model().Text(row, 1), " ")
		if left[code] > 0 {
			left[code]--
			n++ // the box is clicked
			grid.Jump(row, 0)
			uitest.Type(w.Canvas(), " ")
		}
	}
	press(w.Content(), "Lập hồ sơ")
	before("Sửa hết Lỗi")
	press(w.Content(), "Kiểm tra")
	press(w.Content(), "Đến ô")
	n++ // the note and Enter
	uitest.Type(w.Canvas(), "Nghỉ việc từ ngày 01/11/2026")
	uitest.Keys(w.Canvas(), fyne.KeyReturn)
	press(w.Content(), "Kiểm tra")
	noDialog(t, w)
	before("Ký bằng khoá thực hành")
	press(w.Content(), "Ký")
	press(w.Canvas().Overlays().Top(), "Ký bằng khoá này")
	before("Gửi tới Cổng thực hành")
	press(w.Content(), "Gửi")
	press(w.Canvas().Overlays().Top(), "Gửi")
	for deadline := time.Now().Add(20 * time.Second); ; {
		g, err := o.PracticeGuide(ctx)
		if err != nil || time.Now().After(deadline) {
			t.Fatalf("no result: %v %+v", err, g)
		}
		if g.Finished {
			break
		}
		time.Sleep(500 * time.Millisecond)
		uitest.Press(t, w.Content(), "Hỏi tiến độ")
	}
	n += 2 // «Hỏi tiến độ» for the number, and again after ten seconds
	if words := strings.Join(uitest.Words(s.help.Beside()), "\n"); !strings.Contains(words, "Xong: bạn đã nộp một hồ sơ") {
		t.Errorf("the practice says %s", words)
	}
	press(w.Content(), "Xem kết quả")
	const told = 20
	if n != told {
		t.Errorf("%d actions, docs/tap-nop-ho-so.md tells %d", n, told)
	}
}
