package hoso

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/forms/services"
	"ankhai/storage"
)

// aCase is a birth: one paper is here, one is missing, one depends.
func aCase(t *testing.T) *fake {
	t.Helper()
	f := newSheetFake()
	s, ok := services.Service("C4")
	if !ok {
		t.Fatal("no service C4")
	}
	for i, g := range s.GiayCua("C4.01") {
		l := office.PaperLine{Papers: g}
		if i == 0 {
			l.Files = []office.PaperFile{{ID: 1, Name: "giay-khai-sinh.pdf", Paper: l.ID()}}
		}
		f.view.Papers = append(f.view.Papers, l)
	}
	f.view.Attached = []office.PaperFile{{ID: 1, Name: "giay-khai-sinh.pdf", Paper: f.view.Papers[0].ID()}, {ID: 2, Name: "scan-002.pdf"}}
	f.view.Attachments = []string{"giay-khai-sinh.pdf", "scan-002.pdf"}
	return f
}

func TestPapersPicture(t *testing.T) {
	f := aCase(t)
	f.view.HandIn = "Hồ sơ này do người lao động nộp trên Cổng dịch vụ công; phần mềm soạn, kiểm tra, in và ký sẵn để người đó nộp."
	p, _, w := open(t, f)
	p.open.tabs.Choose(len(p.open.leaves))
	uitest.Golden(t, "giay-to", w.Canvas())
}

func TestPapersAreAnswered(t *testing.T) {
	f := aCase(t)
	p, h, _ := open(t, f)
	d := p.open
	line := f.view.Papers[len(f.view.Papers)-1]
	menu := d.answerMenu(line)
	i := slices.IndexFunc(menu.Items, func(m *fyne.MenuItem) bool { return m.Label == "Là tệp scan-002.pdf" })
	if i < 0 {
		t.Fatal("the file that nobody has named is not offered")
	}
	menu.Items[i].Action()
	d.answer(storage.PaperAnswer{Paper: line.ID(), Answer: storage.PaperKept, Note: "số 12"})
	want := []string{"paper 2 " + line.ID(), "answer " + line.ID() + " luu số 12"}
	if !slices.Equal(f.calls, want) {
		t.Errorf("calls %q, want %q", f.calls, want)
	}
	if len(h.Failed) > 0 {
		t.Error(h.Failed)
	}
}

// A dossier that nobody sends is packed for whoever hands it in.
func TestHandInIsPacked(t *testing.T) {
	f := newSheetFake()
	f.view.State, f.view.StateSay, f.view.HandIn = storage.DaKy, "đã ký", "Người dân nộp."
	_, h, w := open(t, f)
	if slices.Contains(uitest.Buttons(w.Content()), "Gửi") {
		t.Error("it can be sent")
	}
	uitest.Press(t, w.Content(), "Lưu gói để nộp")
	if len(h.Kept) != 1 || h.Kept[0].Name != "HS000007-ho-so.zip" {
		t.Errorf("kept %v", h.Kept)
	}
}

// A file that was attached is read before the dossier is signed.
func TestAttachedFilesAreShown(t *testing.T) {
	f := aCase(t)
	p, h, w := open(t, f)
	p.open.tabs.Choose(len(p.open.leaves))
	uitest.Press(t, w.Content(), "Xem")
	if len(h.Shown) != 1 || h.Shown[0][0].Name != "giay-1.pdf" {
		t.Errorf("shown %v", h.Shown)
	}
}
