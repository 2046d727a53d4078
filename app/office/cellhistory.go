package office

import (
	"context"
	"fmt"
	"time"

	"ankhai/storage"
)

// CellChange is one value that a cell of a dossier was given: when, by whom, what stood
// there and what stands there since, as a person reads them; "" is an empty cell.
type CellChange struct {
	Time time.Time `json:"time"`
	Who  string    `json:"who"`
	Old  string    `json:"old"`
	New  string    `json:"new"`
	// How it came: «nhập tay», «thêm cùng dòng», or where the program took it from.
	How string `json:"how"`
}

// CellHistory tells what a cell of a dossier's form has said since the dossier was
// drafted, latest first. What was undone is not told. Nothing where the cell still says
// what it was drafted with.
func (o *Office) CellHistory(ctx context.Context, at CellRef) (title string, out []CellChange, err error) {
	fail := func(err error) (string, []CellChange, error) {
		return "", nil, fmt.Errorf("history of %s in row %d of %s: %w", at.Tag, at.Row+1, at.Form, err)
	}
	doc, err := o.store.Doc(ctx, at.Dossier, at.Form)
	if err != nil {
		return fail(err)
	}
	col, rows := columnOf(doc.Form, at.Table, at.Tag), rowsOf(doc, at.Table)
	if col == nil || at.Row < 0 || at.Row >= len(rows) {
		return fail(storage.ErrNotFound)
	}
	steps, err := o.store.CellHistory(ctx, at.Dossier, at.Form, at.Table, at.Row, at.Tag)
	if err != nil {
		return fail(err)
	}
	for _, s := range steps {
		how := "nhập tay"
		switch {
		case s.From != "" && s.From != srcTyped && s.From != srcRecords:
			how = sayOrigin(s.From)
		case s.From == srcRecords:
			how = "từ số liệu đã có"
		case s.Row:
			how = "thêm cùng dòng"
		}
		out = append(out, CellChange{Time: s.At, Who: s.Who, Old: cellWords(col, s.Old), New: cellWords(col, s.New), How: how})
	}
	return (&aCell{at: at, doc: doc, row: rows[at.Row], col: col}).title(), out, nil
}

// CellChangeSay is a change in words.
func CellChangeSay(k CellChange) string {
	blank := func(s string) string {
		if s == "" {
			return "(trống)"
		}
		return "«" + s + "»"
	}
	say := k.Time.In(vietnam).Format("15:04 02/01/2006")
	if k.Who != "" {
		say += " · " + k.Who
	}
	return say + ": " + blank(k.Old) + " → " + blank(k.New) + " · " + k.How
}
