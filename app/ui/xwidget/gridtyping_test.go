package xwidget_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/telex"
)

// kinds is a sheet that knows how its cells are typed in.
type kinds struct{ *sheet }

func (kinds) Kind(_, col int) xwidget.CellKind {
	return map[int]xwidget.CellKind{2: xwidget.CellCode, 3: xwidget.CellDay, 4: xwidget.CellBirth, 7: xwidget.CellMonth}[col]
}

// A cell is typed in as its column wants it, from the key that opens it on.
func TestCellsAreTypedInByTheirKind(t *testing.T) {
	m := kinds{newSheet(4)}
	g := xwidget.NewGrid(m, 2)
	w := uitest.Window(t, 900, 200, g)
	xwidget.SetTyping(telex.Telex, false)
	for _, c := range []struct {
		col        int
		keys, want string
	}{
		{1, "ddaof", "đào"}, {1, "wng test user", "ưng tét user"}, {2, "tas dd", "tas dd"}, {3, "03112026", "03/11/2026"}, {3, "5326", "05/03/2026"},
		{4, "1990", "1990"}, {4, "15081990", "15/08/1990"}, {4, "8/90", "08/1990"}, {7, "112026", "11/2026"}, {7, "326", "03/2026"}, {8, "gửi file excel", "gửi file excel"},
	} {
		g.Jump(1, c.col)
		uitest.Type(w.Canvas(), c.keys)
		uitest.Keys(w.Canvas(), fyne.KeyReturn)
		if got := m.cells[1][c.col]; got != c.want {
			t.Errorf("column %d: %s gives %q, want %q", c.col, c.keys, got, c.want)
		}
	}
}
