package hoso

import (
	"strings"
	"testing"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/storage"
)

// A first registration waits for the code that was mailed; giving it is the one
// strong thing to do, and afterwards the dossier is followed as any other.
func TestTheMailedCodeIsGiven(t *testing.T) {
	f := newFake()
	f.view.State, f.view.StateSay, f.view.AwaitsCode, f.view.SampleCode = storage.DaGui, "đã gửi", true, "123456"
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Nhập mã xác nhận")
	dialog := h.Dialogs[0]
	if words := strings.Join(uitest.Words(dialog), "|"); !strings.Contains(words, "không gửi thư thật. Trong thư sẽ là mã 123456.") {
		t.Errorf("the dialog says %s", words)
	}
	uitest.Find[*xwidget.Entry](dialog)[0].SetText("123456")
	uitest.Press(t, dialog, "Gửi mã")
	if got := strings.Join(f.calls, " "); got != "confirm 123456" || h.Closed != 1 {
		t.Errorf("called %q, closed %d", got, h.Closed)
	}
	if buttons := strings.Join(uitest.Buttons(w.Content()), "|"); strings.Contains(buttons, "Nhập mã") {
		t.Errorf("afterwards the buttons are %s", buttons)
	}
}
