package hoso

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ankhai/app/office"
	"ankhai/app/ui/unsaved"
)

// What was typed is seen at once and kept behind the window's back, one change after the
// other. A change of another kind, which moves rows or takes a step back, holds cells off
// until it is seen: a row's number would mean another row.

// busyWords are said of a cell that comes while the forms are being changed otherwise.
const busyWords = "Đang ghi thay đổi trước đó. Chờ một chút rồi bấm Enter lại"

// begin holds cells off, end lets them in again.
func (d *dossier) begin() {
	d.busy++
	d.changes++
}

func (d *dossier) end() { d.busy-- }

// cellsOf is a table of a form with what was typed into cells of it.
type cellsOf struct {
	doc   *office.Doc
	tag   string // how the use cases call the table
	table *office.FormTable
	cells []office.CellText
}

// take changes cells of a form at hand and hands them on to be kept. says tells for each
// what it must be, "" where it was taken; busy that none can be taken now.
func (d *dossier) take(x cellsOf) (says []string, busy string) {
	if d.busy > 0 {
		return nil, busyWords
	}
	rows := len(rowsOf(x.doc, x.tag))
	says, err := office.TakeCells(x.doc, x.tag, x.cells)
	if err != nil {
		d.p.host.Fail(err)
		return nil, "Chưa lưu được"
	}
	if len(rowsOf(x.doc, x.tag)) == rows && !slices.Contains(says, "") {
		return says, ""
	}
	d.changes++
	formID := x.doc.Form.ID
	d.p.host.Keep(func(ctx context.Context) error {
		_, err := d.p.source.PasteCells(ctx, d.id, formID, x.tag, rows, x.cells)
		return err
	}, func(err error) {
		if err != nil {
			d.unkept(err, x.said())
			return
		}
		d.p.host.Saved()
	})
	return says, ""
}

// said names the cells with what was typed into the first of them, so that it can be
// typed again.
func (x cellsOf) said() string {
	first := x.cells[0]
	say := fmt.Sprintf("%s dòng %d", x.doc.Form.ID, first.Row+1)
	if x.tag == headTable {
		say = x.doc.Form.ID
	}
	say += fmt.Sprintf(", %s: %s", x.table.Column(first.Tag).Label, quoted(first.Text))
	if n := len(x.cells); n > 1 {
		say += fmt.Sprintf(" và %d ô nữa", n-1)
	}
	return say
}

// unkept tells that something could not be kept, and shows the dossier as it is kept.
// What fails behind it is told with it.
func (d *dossier) unkept(err error, what string) {
	d.lost = append(d.lost, what)
	if len(d.lost) > 1 {
		return
	}
	d.p.host.Fail(err)
	d.renew(func(bool) {
		words := "Chưa lưu được, ô đã trở lại như cũ: " + strings.Join(d.lost, "; ")
		d.lost = nil
		d.recheck()
		d.p.host.Say(words, true)
	})
}

// stepper takes the last change of a form back, or does it again.
type stepper func(ctx context.Context, id, formID string) (office.DocChange, error)

// step takes a step, shows what it did and tells it; ok is false where there was none.
func (d *dossier) step(doc *office.Doc, take stepper, tell func(c office.DocChange, ok bool)) {
	if !d.view.State.Draft() {
		tell(office.DocChange{}, false)
		return
	}
	formID := doc.Form.ID
	var c office.DocChange
	d.begin()
	d.p.host.Keep(func(ctx context.Context) (err error) {
		c, err = take(ctx, d.id, formID)
		return err
	}, func(err error) {
		d.end()
		switch {
		case errors.Is(err, office.ErrNothingToUndo):
			tell(c, false)
		case err != nil:
			d.p.host.Fail(err)
		case office.Follow(doc, c) != nil: // read again since it was asked for
			d.reload(d.recheck)
		default:
			d.p.host.Saved()
			tell(c, true)
		}
	})
}

// change does something else to the draft, reads it again and tells; what was typed for
// it is stored then.
func (d *dossier) change(work func(context.Context) error, say string, stored ...*unsaved.Open) {
	d.alter(work, func() {
		for _, o := range stored {
			o.Stored()
		}
		d.p.host.Saved()
		d.p.host.Say(say, false)
	})
}

// alter does something else to the draft and shows what came of it, then calls done.
func (d *dossier) alter(work func(context.Context) error, done func()) {
	d.begin()
	d.p.host.Keep(work, func(err error) {
		if err != nil {
			d.end()
			d.p.host.Fail(err)
			return
		}
		d.altered(done)
	})
}

// altered ends a change of another kind by reading the draft again.
func (d *dossier) altered(done func()) {
	d.renew(func(ok bool) {
		d.end()
		if ok {
			d.recheck()
			done()
		}
	})
}
