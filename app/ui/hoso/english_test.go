package hoso

import (
	"testing"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget/wordbook"
)

// A dossier with faults in English and in both languages: what the form and its
// rules say stays Vietnamese.
func TestDossierInEnglish(t *testing.T) {
	t.Cleanup(func() { wordbook.Choose(wordbook.Vietnamese) })
	for name, l := range map[string]wordbook.Language{"en": wordbook.English, "ca-hai": wordbook.Both} {
		wordbook.Choose(l)
		p, _, w := open(t, newFake())
		p.open.check()
		uitest.Golden(t, "kiem-tra-"+name, w.Canvas())
	}
}
