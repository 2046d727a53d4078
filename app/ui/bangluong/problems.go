package bangluong

import (
	"context"
	"encoding/json"
	"fmt"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
)

// table is a read-only list of rows with marks by column.
type table struct {
	cols []xwidget.GridColumn
	rows [][]string
	mark func(row, col int) xwidget.Mark
}

func (t *table) Rows() int                     { return len(t.rows) }
func (t *table) Columns() []xwidget.GridColumn { return t.cols }
func (t *table) Text(row, col int) string      { return t.rows[row][col] }
func (t *table) Mark(row, col int) xwidget.Mark {
	if t.mark == nil {
		return xwidget.MarkNone
	}
	return t.mark(row, col)
}

// listView is a list, and below it the whole text of the chosen line.
func listView(t *table, empty string, whole func(row int) string) fyne.CanvasObject {
	g := xwidget.NewList(t).Named("chuaDoc")
	g.Empty = empty
	more := xwidget.NewPara("")
	box := xwidget.Sized(0, 40, xwidget.Column(0, more))
	g.OnSelect = func(row, _ int) { more.Set(whole(row)) }
	if len(t.rows) > 0 {
		more.Set(whole(0))
	}
	return xwidget.Dock(nil, xwidget.Inset(0, 6, 0, 0, box), nil, nil, xwidget.NewCard(g).Tight())
}

// problemsView lists the cells that could not be taken, with the remedy, and offers
// the file back with comments on them while it is at hand.
func (p *Page) problemsView() fyne.CanvasObject {
	list := problemsList(p.problems)
	if len(p.data) == 0 || len(p.problems) == 0 {
		return list
	}
	foot := xwidget.Row(8, xwidget.NewButton("Lấy tệp có ghi chú", p.mark), xwidget.NewCaption("bản sao của tệp, mỗi ô phải xem có ghi chú; sửa trong Excel rồi thả vào lại"))
	return xwidget.Dock(nil, xwidget.Inset(0, 8, 0, 0, foot), nil, nil, list)
}

// mark gives the workbook back with comments.
func (p *Page) mark() {
	name, data, problems := p.name, p.data, p.problems
	var f office.File
	var n int
	p.host.Run("Đang ghi chú vào "+name, func(ctx context.Context, _ task.Report) (err error) {
		f, n, err = p.source.Marked(ctx, name, data, problems)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.SaveFile(f)
		p.host.Say(fmt.Sprintf("Tệp có ghi chú ở %s ô. Sửa trong Excel, lưu, rồi thả vào lại", wording.So(n)), false)
	})
}

func problemsList(ps []office.CellProblem) fyne.CanvasObject {
	t := &table{cols: []xwidget.GridColumn{
		{Tag: "o", Head: "Ô", Width: 140},
		{Tag: "ghi", Head: "Đang ghi", Width: 170},
		{Tag: "say", Head: "Điều phải sửa", Width: 380, Grow: 1, Words: true},
		{Tag: "fix", Head: "Nên ghi", Width: 150},
	}}
	for _, p := range ps {
		t.rows = append(t.rows, []string{cell(p), p.Value, p.Message, p.Fix})
	}
	t.mark = func(row, col int) xwidget.Mark {
		switch {
		case col == 0 && ps[row].Level == office.Loi:
			return xwidget.MarkError
		case col == 0:
			return xwidget.MarkNotice
		case col == 3:
			return xwidget.MarkGood
		}
		return xwidget.MarkNone
	}
	return listView(t, "Đọc được hết mọi ô.", func(row int) string {
		p := ps[row]
		say := cell(p) + ": " + p.Message
		if p.Fix != "" {
			say += ". Nên ghi " + p.Fix
		}
		return say + ". Sửa trong Excel, lưu rồi thả tệp vào lại."
	})
}

func cell(p office.CellProblem) string {
	switch {
	case p.Sheet == "":
		return "cả tệp"
	case p.Cell == "":
		return p.Sheet
	}
	return p.Sheet + "!" + p.Cell
}

// problemsOf reads what the store kept; what it cannot read is left out.
func problemsOf(raw json.RawMessage) []office.CellProblem {
	var out []office.CellProblem
	if len(raw) == 0 || json.Unmarshal(raw, &out) != nil {
		return nil
	}
	return out
}
