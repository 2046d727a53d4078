package hoso

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/storage"
)

// inDoubt is a dossier of which nobody can tell whether it arrived.
func inDoubt() *fake {
	f := newFake()
	at := time.Date(2026, 11, 21, 2, 0, 0, 0, time.UTC)
	f.view.State, f.view.StateSay, f.view.Signer, f.view.SignedAt = storage.NghiVan, storage.NghiVan.Say(), "CÔNG TY MẪU", at
	f.view.Attempts = []office.Attempt{
		{N: 1, Time: at, Say: "Bắt đầu gửi tới https://cong.ivan.example", Came: []office.Heard{
			{Time: at.Add(time.Minute), Say: "Chưa rõ cổng đã nhận hồ sơ hay chưa: cổng báo trục trặc (HTTP 500).", Raw: "Internal Server Error"},
		}},
		{N: 2, Time: at.Add(time.Hour), Say: "Bắt đầu gửi tới https://cong.ivan.example"},
	}
	return f
}

// The evidence stands first: every attempt, when, what the receiver said word for
// word, and the two decisions in plain words.
func TestDoubtShowsTheEvidence(t *testing.T) {
	_, _, w := open(t, inDoubt())
	words := strings.Join(uitest.Words(w.Content()), "|")
	for _, want := range []string{"Chưa rõ hồ sơ đã đến nơi nhận hay chưa", "Nơi nhận đã có hồ sơ", "Nơi nhận không có hồ sơ", "Lần gửi 1", "Lần gửi 2",
		"HTTP 500", "Internal Server Error", "Chương trình dừng trước khi có câu trả lời.", "nộp hai lần"} {
		if !strings.Contains(words, want) {
			t.Errorf("the window does not say %q: %s", want, words)
		}
	}
	uitest.Golden(t, "nghi-van", w.Canvas())
}

// «Đã nhận» takes a number, a file, or both.
func TestDoubtIsReceived(t *testing.T) {
	f := inDoubt()
	_, h, w := open(t, f)
	h.File.Name, h.File.Data = "bien-nhan.xml", []byte("<BienNhan/>")
	uitest.Press(t, w.Content(), "Nhập biên nhận")
	for _, o := range uitest.Find[fyne.CanvasObject](h.Dialogs[0]) {
		if e, ok := o.(*xwidget.Entry); ok {
			e.SetText("00123/2026/07906")
		}
	}
	uitest.Press(t, h.Dialogs[0], "Chọn tệp biên nhận")
	uitest.Press(t, h.Dialogs[0], "Ghi là đã nhận")
	if f.proof.SoHoSo != "00123/2026/07906" || string(f.proof.Receipt) != "<BienNhan/>" || h.Closed != 1 {
		t.Errorf("proof %+v, dialog closed %d times", f.proof, h.Closed)
	}
	if h.Last() != "Đã ghi nơi nhận đã nhận hồ sơ" {
		t.Errorf("said %q", h.Last())
	}
	// Without a proof the dialog stays, and the reason is told.
	f = inDoubt()
	f.fail = office.ErrNoProof
	_, h, w = open(t, f)
	uitest.Press(t, w.Content(), "Nhập biên nhận")
	uitest.Press(t, h.Dialogs[0], "Ghi là đã nhận")
	if len(h.Failed) != 1 || h.Closed != 0 {
		t.Errorf("failed %v, closed %d times", h.Failed, h.Closed)
	}
}

// «Gửi lại» asks first.
func TestDoubtIsSentAgain(t *testing.T) {
	f := inDoubt()
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "Gửi lại tệp đã ký")
	if len(h.Asked) != 1 || strings.Join(f.calls, " ") != "resend send" || h.Last() != "Đã gửi lại" {
		t.Errorf("asked %v, called %v, said %q", h.Asked, f.calls, h.Last())
	}
	f = inDoubt()
	f.fail = office.ErrDoubt
	_, h, w = open(t, f)
	uitest.Press(t, w.Content(), "Hỏi lại nơi nhận")
	if len(h.Failed) != 1 || strings.Join(f.calls, " ") != "send" {
		t.Errorf("failed %v, called %v", h.Failed, f.calls)
	}
}

// What the outbox did by itself comes onto the screen; a draft that is being
// edited is left alone.
func TestScreenHearsOfTheOutbox(t *testing.T) {
	f := newFake()
	f.view.State, f.view.StateSay = storage.ChoGui, storage.ChoGui.Say()
	p, _, w := open(t, f)
	f.view.State, f.view.StateSay = storage.DaGui, "đã gửi"
	p.Heard([]office.Sent{{DossierID: "HS000099", State: storage.DaGui}})
	if got := strings.Join(uitest.Buttons(w.Content()), "|"); !strings.Contains(got, "|Gửi") {
		t.Errorf("news of another dossier changed this one: %s", got)
	}
	p.Heard([]office.Sent{{DossierID: "HS000007", State: storage.DaGui}})
	if got := strings.Join(uitest.Buttons(w.Content()), "|"); !strings.Contains(got, "Hỏi tiến độ") {
		t.Errorf("the dossier was sent, and the buttons are %s", got)
	}
}
