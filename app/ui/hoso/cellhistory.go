package hoso

import (
	"context"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
)

// cellItems are what the menu of a cell offers besides what every grid does.
func (d *dossier) cellItems(m leaf, g *xwidget.Grid, row, col int) []*fyne.MenuItem {
	at, ok := m.cell(row, col)
	if !ok {
		return nil
	}
	items := []*fyne.MenuItem{fyne.NewMenuItem("Lịch sử ô", func() { d.cellHistory(at) })}
	if doc, ok := m.(*docModel); ok && d.view.State.Draft() {
		items = append(items, fyne.NewMenuItem("Bỏ dòng này", func() { d.dropRow(doc, g) }))
	}
	return items
}

// cellHistory tells what a cell has said before, who changed it and when.
func (d *dossier) cellHistory(at office.CellRef) {
	var title string
	var changes []office.CellChange
	d.p.host.Quiet(func(ctx context.Context) (err error) {
		title, changes, err = d.p.source.CellHistory(ctx, at)
		return err
	}, func(err error) {
		if err != nil {
			d.p.host.Fail(err)
			return
		}
		list := xwidget.NewList(changeList(changes)).Named("lichSuO")
		list.Empty = "Ô này chưa đổi từ khi lập hồ sơ."
		var shut func()
		shut = d.p.host.Dialog("Lịch sử ô", xwidget.Column(8,
			xwidget.NewPara(title),
			xwidget.Sized(760, 260, xwidget.NewCard(list).Tight()),
			xwidget.Row(0, xwidget.NewCaption("Mới nhất trước. Bước đã hoàn tác không kể."), xwidget.Spacer(), xwidget.NewStrong("Đóng", func() { shut() }))))
	})
}

// changeList is the changes of a cell as rows.
type changeList []office.CellChange

var _ xwidget.Model = changeList(nil)

// Rows, Columns, Text and Mark make the list its own model.
func (l changeList) Rows() int { return len(l) }

// Columns are when, who, from what to what, and how.
func (l changeList) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "luc", Head: "Lúc", Width: 126},
		{Tag: "ai", Head: "Ai", Width: 100},
		{Tag: "truoc", Head: "Trước", Width: 160, Grow: 1},
		{Tag: "sau", Head: "Sau", Width: 160, Grow: 1},
		{Tag: "cach", Head: "Cách ghi", Width: 210, Grow: 1, Words: true},
	}
}

// Text is one of them; an empty cell is named.
func (l changeList) Text(row, col int) string {
	k := l[row]
	blank := func(s string) string {
		if s == "" {
			return "(trống)"
		}
		return s
	}
	return []string{wording.Luc(k.Time), k.Who, blank(k.Old), blank(k.New), k.How}[col]
}

// Mark makes what stands there since stand out.
func (l changeList) Mark(row, col int) xwidget.Mark {
	switch {
	case col == 3 && row == 0:
		return xwidget.MarkStrong
	case col == 2 && l[row].Old == "", col == 3 && l[row].New == "", col == 4:
		return xwidget.MarkMuted
	}
	return xwidget.MarkNone
}
