package bangluong

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/forms/form"
	"ankhai/forms/sheet"
)

// Two files are chosen one after the other, compared, and what came of it is told;
// nothing goes anywhere.
func TestTwoFiles(t *testing.T) {
	res := result()
	f := &fake{changed: res}
	f.odd = []office.FileProblem{{File: "luong-11.xlsx", Problem: sheet.Problem{Sheet: "T11", Cell: "D7", Code: "BL-05", Level: form.Loi, Message: "Ngày sinh không đọc được. Gõ lại dạng 22/11/1990"}}}
	_, h, w := open(t, f)
	uitest.Press(t, w.Content(), "So hai tệp…")
	d := h.Top()
	run := button(t, d, "So hai tệp")
	choose := func(n int, name, data string) {
		t.Helper()
		h.File.Name, h.File.Data = name, []byte(data)
		var all []*xwidget.Button
		for _, b := range uitest.Find[*xwidget.Button](d) {
			if b.Words == "Chọn tệp…" {
				all = append(all, b)
			}
		}
		all[n].Tapped(nil)
	}
	choose(1, "luong-11.xlsx", "mới")
	if !run.Disabled() {
		t.Error("one file is compared with nothing")
	}
	choose(0, "luong-10.xlsx", "cũ")
	picture := uitest.Window(t, 560, 240, xwidget.NewPanel(look.Surface, xwidget.Inset(18, 14, 18, 16, d)))
	uitest.Golden(t, "so-hai-tep", picture.Canvas())
	run.Tapped(nil)
	if f.two.OldName != "luong-10.xlsx" || string(f.two.Old) != "cũ" || f.two.NewName != "luong-11.xlsx" || string(f.two.New) != "mới" || f.two.Month != 0 || h.Closed != 1 {
		t.Errorf("compared %+v, %d closed", f.two, h.Closed)
	}
	found := h.Top()
	picture = uitest.Window(t, 840, 560, xwidget.NewPanel(look.Surface, xwidget.Inset(18, 14, 18, 16, found)))
	uitest.Golden(t, "hai-tep-khac-gi", picture.Canvas())
	tabs := uitest.Find[*xwidget.Tabs](found)[0]
	tabs.Choose(1)
	has(t, found, res.Undecided[0].HoTen+" · ", res.Undecided[0].LyDo)
	tabs.Choose(2)
	has(t, found, "luong-11.xlsx · T11!D7", "Gõ lại dạng", "BL-05")
	if len(f.inputs)+len(f.drafted) != 0 {
		t.Errorf("kept %+v, %+v", f.inputs, f.drafted)
	}
	uitest.Press(t, found, "So hai tệp khác")
	if len(h.Dialogs) != 3 || h.Closed != 2 {
		t.Errorf("%d dialogs, %d closed", len(h.Dialogs), h.Closed)
	}

	// what cannot be read says so, and the dialog stays
	d = h.Top()
	f.fail = office.ErrNoPeople
	choose(0, "a.xlsx", "")
	choose(1, "b.xlsx", "")
	uitest.Press(t, d, "So hai tệp")
	if len(h.Failed) != 1 || h.Closed != 2 {
		t.Errorf("failed %v, %d closed", h.Failed, h.Closed)
	}
}

func button(t *testing.T, o fyne.CanvasObject, words string) *xwidget.Button {
	t.Helper()
	for _, b := range uitest.Find[*xwidget.Button](o) {
		if b.Words == words {
			return b
		}
	}
	t.Fatalf("no button %q", words)
	return nil
}

func has(t *testing.T, o fyne.CanvasObject, parts ...string) {
	t.Helper()
	got := strings.Join(uitest.Words(o), "|")
	for _, p := range parts {
		if !strings.Contains(got, p) {
			t.Errorf("%q is missing in %s", p, got)
		}
	}
}
