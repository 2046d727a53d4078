package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/wordbook"
)

// drawn are the words as a person sees them.
func drawn(root fyne.CanvasObject) (out []string) {
	for _, t := range uitest.Find[*canvas.Text](root) {
		out = append(out, t.Text)
	}
	return out
}

// A person finds the other language by keyboard, sees everything in it, places that
// were read before and menus too, and finds the way back in the settings.
func TestTheOtherLanguage(t *testing.T) {
	t.Setenv("FYNE_SCALE", "")
	t.Cleanup(func() { wordbook.Choose(wordbook.Vietnamese) })
	s, w := open(t, newFake(), 1)
	w.SetMainMenu(s.menu())
	see := func(want ...string) {
		t.Helper()
		all := drawn(w.Content())
		for _, words := range want {
			if !slices.Contains(all, words) {
				t.Errorf("the window lacks %q: %q", words, all)
			}
		}
	}
	hint := func() string { return uitest.Find[*xwidget.SearchEntry](w.Content())[0].PlaceHolder }

	s.Go(office.Place{Screen: "nguoi-lao-dong"})
	see("Người lao động", "Mức lương", "Trạng thái")
	wantHint := hint()
	s.Go(office.Place{Screen: "tong-quan"})

	choose := func(words string) {
		t.Helper()
		s.Go(office.Place{Screen: settingsScreen, ID: "giao-dien"})
		at := func() string {
			b, _ := w.Canvas().Focused().(*xwidget.Button)
			if b == nil {
				return ""
			}
			return b.Words
		}
		for n := 0; at() != words; n++ {
			if n == 100 {
				t.Fatalf("Tab does not reach «%s»", words)
			}
			w.Canvas().FocusNext()
		}
		uitest.Keys(w.Canvas(), fyne.KeyReturn)
		if at() != words {
			t.Errorf("the keys left «%s» for %T", words, w.Canvas().Focused())
		}
	}
	choose("English")
	see("Workers", "Dossiers", "Settings", "Language", "Colours", "Tiếng Việt", "Both languages")
	uitest.Golden(t, "cai-dat-en", w.Canvas())
	if m := w.MainMenu().Items; m[0].Label != "File" || m[1].Items[0].Label != "Overview" || lang.L("Cancel") != "Cancel" {
		t.Errorf("the menu says %q, %q, a dialog %q", m[0].Label, m[1].Items[0].Label, lang.L("Cancel"))
	}
	s.Go(office.Place{Screen: "nguoi-lao-dong"})
	see("Wage", "State", "insured")
	if hint() == wantHint {
		t.Errorf("the search still hints %q", hint())
	}
	s.Go(office.Place{Screen: dossierScreen})
	see("State")
	uitest.Golden(t, "ngon-ngu-en", w.Canvas())

	choose("Tiếng Việt")
	see("Ngôn ngữ", "Người lao động")
	s.Go(office.Place{Screen: "nguoi-lao-dong"})
	see("Mức lương", "Trạng thái")
	if m := w.MainMenu().Items; m[0].Label != "Tệp" || lang.L("Cancel") != "Huỷ" || hint() != wantHint {
		t.Errorf("the menu says %q, a dialog %q, the search %q", m[0].Label, lang.L("Cancel"), hint())
	}
}
