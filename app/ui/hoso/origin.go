package hoso

import (
	"context"
	"strings"

	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// origin keeps the line below a grid: at once what the active cell is, and where its
// answer comes from when that is read. While one is being read only the last cell
// asked for waits.
type origin struct {
	d    *dossier
	m    leaf
	hint *xwidget.Text

	row, col int
	busy     bool
}

func (o *origin) selected(row, col int) {
	o.row, o.col = row, col
	o.hint.In(look.Muted).Set(o.m.hint(row, col))
	if !o.busy {
		o.ask()
	}
}

func (o *origin) ask() {
	row, col := o.row, o.col
	if col == 0 || row >= o.m.Rows() {
		return
	}
	at := o.m.place(row, col)
	if !at.col.Known(at.line()) {
		return
	}
	o.busy = true
	said, words := "", o.m.hint(row, col)
	o.d.p.host.Quiet(func(ctx context.Context) (err error) {
		said, err = o.d.p.source.Origin(ctx, o.d.id, at.doc.Form.ID, at.tag, at.row, at.col.Tag)
		return err
	}, func(err error) {
		o.busy = false
		switch {
		case o.row != row || o.col != col:
			o.ask()
		case err != nil || said == "" || o.hint.Words != words: // something else is told meanwhile
		default:
			o.hint.Set(withOrigin(words, at.col.Help, said))
		}
	})
}

// withOrigin puts where an answer comes from before the help of its column.
func withOrigin(words, help, said string) string {
	rest := ""
	if help != "" {
		if head, ok := strings.CutSuffix(words, ". "+help); ok {
			words, rest = head, ". "+help
		}
	}
	return words + " · " + said + rest
}
