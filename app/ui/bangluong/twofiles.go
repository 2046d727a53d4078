package bangluong

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Kinds are the files that a payroll may come in.
var Kinds = []string{".xlsx", ".xlsm", ".xls", ".csv", ".tsv", ".txt"}

// two asks for the payrolls of two months, of which nothing is kept.
type two struct {
	p    *Page
	in   office.TwoFiles
	run  *xwidget.Button
	shut func()
}

// The sizes of the dialogs: they stay whole in a window of 900 × 480.
const (
	askWidth   = 520
	foundWidth = 800
	foundHigh  = 420
)

// CompareFiles lets a person choose two payrolls and tells what has changed from one
// to the other.
func (p *Page) CompareFiles() {
	t := &two{p: p}
	t.run = xwidget.NewStrong("So hai tệp", t.compare)
	t.run.Disable()
	older := t.choice("Bảng lương trước", func(name string, data []byte) { t.in.OldName, t.in.Old = name, data })
	newer := t.choice("Bảng lương sau", func(name string, data []byte) { t.in.NewName, t.in.New = name, data })
	t.shut = p.host.Dialog("So hai bảng lương", xwidget.Column(12, xwidget.Sized(askWidth, 1, xwidget.Spacer()),
		xwidget.NewPara("Xem ai tăng, ai giảm, ai đổi lương giữa hai tệp. Không có gì được lưu, danh sách người lao động không đổi.").In(look.Muted),
		older, newer, xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { t.shut() }), t.run)))
}

// choice is the line of one of the files.
func (t *two) choice(label string, take func(name string, data []byte)) fyne.CanvasObject {
	chosen := xwidget.NewText("chưa chọn").In(look.Muted)
	choose := xwidget.NewButton("Chọn tệp…", func() {
		t.p.host.PickFile(Kinds, func(name, _ string, data []byte) {
			take(name, data)
			chosen.In(look.Text).Set(name)
			if t.in.OldName != "" && t.in.NewName != "" {
				t.run.Enable()
			}
		})
	})
	return xwidget.Dock(nil, nil, xwidget.Sized(150, 0, xwidget.Row(0, xwidget.NewText(label))), nil, xwidget.Row(8, choose, chosen))
}

// compare reads both and shows what came of it.
func (t *two) compare() {
	var res office.PayrollResult
	var problems []office.FileProblem
	t.p.host.Run("Đang so hai bảng lương", func(ctx context.Context, _ task.Report) (err error) {
		res, problems, err = t.p.source.CompareTwo(ctx, t.in)
		return err
	}, func(err error) {
		if err != nil {
			t.p.host.Fail(err)
			return
		}
		t.shut()
		t.show(res, problems)
	})
}

// show tells what has changed, what nobody can tell, and what could not be read.
func (t *two) show(res office.PayrollResult, problems []office.FileProblem) {
	tabs := xwidget.NewTabs(
		xwidget.Tab{Title: fmt.Sprintf("Thay đổi (%d)", len(res.Proposals)), Content: xwidget.NewCard(changes(res.Proposals)).Tight()},
		xwidget.Tab{Title: fmt.Sprintf("Cần xem (%d)", len(res.Undecided)), Content: unclear(res.Undecided)},
		xwidget.Tab{Title: fmt.Sprintf("Ô chưa đọc được (%d)", len(problems)), Content: unread(problems)})
	var shut func()
	again := xwidget.NewButton("So hai tệp khác", func() {
		shut()
		t.p.CompareFiles()
	})
	shut = t.p.host.Dialog("So hai bảng lương", xwidget.Column(10, xwidget.NewPara(t.in.OldName+" → "+t.in.NewName).Strong(), xwidget.Sized(foundWidth, foundHigh, tabs),
		xwidget.NewPara("Không có gì được lưu. Muốn lập hồ sơ, thả bảng lương sau vào màn hình Bảng lương.").In(look.Muted),
		xwidget.Row(8, xwidget.Spacer(), again, xwidget.NewStrong("Đóng", func() { shut() }))))
}

// changes lists who is new, who is gone and what is another.
func changes(all []office.DeXuat) fyne.CanvasObject {
	t := &table{cols: []xwidget.GridColumn{
		{Tag: "phuongAn", Head: "Phương án", Width: 150},
		{Tag: "hoTen", Head: "Họ và tên", Width: 150, Kind: xwidget.KindName},
		{Tag: "tuThang", Head: "Từ tháng", Width: 74, Kind: xwidget.KindMonth},
		{Tag: "cu", Head: "Bảng trước", Width: 150, Grow: 1, Words: true},
		{Tag: "moi", Head: "Bảng sau", Width: 150, Grow: 1, Words: true},
		{Tag: "nguon", Head: "Ô", Width: 52},
	}}
	p := newProposals(all, nil)
	for i := range all {
		row := make([]string, 0, len(t.cols))
		for _, col := range []int{codeColumn, nameColumn, monthColumn, oldColumn, newColumn, sourceColumn} {
			row = append(row, p.Text(i, col))
		}
		t.rows = append(t.rows, row)
	}
	g := xwidget.NewList(t).Named("soHaiTep")
	g.Empty = "Hai bảng lương không khác nhau điều gì phải khai."
	return g
}

// unclear lists the people of whom nobody can tell what has changed.
func unclear(all []office.DongChuaRo) fyne.CanvasObject {
	items := make([]xwidget.FaultItem, len(all))
	for i, u := range all {
		items[i] = xwidget.FaultItem{Place: u.HoTen + " · " + places(u), Say: u.LyDo}
	}
	l := xwidget.NewFaultList("Không có trường hợp nào phải xem lại.")
	l.Set(items)
	return l
}

// unread lists the cells of both files that could not be read.
func unread(all []office.FileProblem) fyne.CanvasObject {
	items := make([]xwidget.FaultItem, len(all))
	for i, x := range all {
		items[i] = xwidget.FaultItem{Place: x.File + " · " + x.Sheet + "!" + x.Cell, Say: x.Message, Code: x.Code, Bad: x.Level == office.Loi}
	}
	l := xwidget.NewFaultList("Mọi ô đều đọc được.")
	l.Set(items)
	return l
}
