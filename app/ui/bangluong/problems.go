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

// problemsView lists the cells that could not be taken, with the remedy, and below them
// those that were corrected here. A cell is corrected in the list, or in the file, which
// is given back with comments while it is at hand.
func (p *Page) problemsView() fyne.CanvasObject {
	l := &problems{page: p, all: p.problems, kept: problemsOf(p.kept.Problems), fixed: office.FixedCells(p.kept)}
	list := l.view()
	foot := xwidget.Row(8, l.fix, l.undo)
	if n := l.again(); n > 0 {
		foot.Add(xwidget.NewButton(fmt.Sprintf("Sửa lại như trước (%d ô)", n), p.fixAgain))
	}
	if len(p.data) > 0 && len(l.all) > 0 {
		foot.Add(xwidget.NewButton("Lấy tệp có ghi chú", p.mark))
	}
	if len(l.all)+len(l.fixed) == 0 {
		return list
	}
	foot.Add(xwidget.NewCaption("sửa tại đây không đổi tệp của bạn; hoặc sửa trong Excel rồi thả vào lại"))
	return xwidget.Dock(nil, xwidget.Inset(0, 8, 0, 0, foot), nil, nil, list)
}

// problemsTitle counts what is left to look at, and what was corrected here.
func (p *Page) problemsTitle() string {
	fixed := 0
	for _, f := range office.FixedCells(p.kept) {
		if f.Fixed {
			fixed++
		}
	}
	if fixed > 0 {
		return fmt.Sprintf("Ô chưa đọc được (%d), đã sửa (%d)", len(p.problems), fixed)
	}
	return fmt.Sprintf("Ô chưa đọc được (%d)", len(p.problems))
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
