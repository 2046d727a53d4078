package nguoilaodong

import (
	"context"
	"fmt"
	"strings"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
)

// moveIn is «Nhập lịch sử»: the files of another program that came before, of which the
// last can be taken back, and more of them; where there are none it asks for files.
func (p *Page) moveIn() {
	var files []office.MovedFile
	p.host.Quiet(func(ctx context.Context) (err error) {
		files, err = p.source.MovedIn(ctx, "")
		return err
	}, func(err error) {
		switch {
		case err != nil:
			p.host.Fail(err)
		case len(files) == 0:
			p.pickMoveIn()
		default:
			p.showMovedIn(files)
		}
	})
}

func (p *Page) showMovedIn(files []office.MovedFile) {
	grid := xwidget.NewList(movedIn(files)).Named("lichSuDaCo")
	var shut func()
	undo := xwidget.NewButton("Bỏ lần nhập sau cùng…", func() {
		p.host.Ask("Bỏ lần nhập sau cùng", "Các tệp và quyết định của lần ấy được bỏ ra; lịch sử được dựng lại từ những tệp còn lại. Nhập lại được từ chính các tệp ấy.", "Bỏ ra", func() {
			shut()
			p.undoMoveIn()
		})
	})
	more := xwidget.NewStrong("Nhập tệp…", func() {
		shut()
		p.pickMoveIn()
	})
	shut = p.host.Dialog("Lịch sử đã nhập từ phần mềm khác", xwidget.Column(8,
		xwidget.Sized(820, 260, xwidget.NewCard(grid).Tight()), xwidget.NewCaption(wording.So(len(files))+" tệp, theo thứ tự đã nhập"),
		xwidget.Row(8, undo, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), more)))
	p.host.Focus(more)
}

// movedIn is the model of the files that were taken in.
type movedIn []office.MovedFile

// Rows, Columns, Text and Mark make it one.
func (m movedIn) Rows() int { return len(m) }

// Columns are the file, how much it says, of which months, and who signed it.
func (m movedIn) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "tep", Head: "Tệp", Width: 230, Grow: 1},
		{Tag: "dong", Head: "Dòng", Width: 60, Kind: xwidget.KindNumber},
		{Tag: "thang", Head: "Tháng", Width: 200, Grow: 2},
		{Tag: "chuKy", Head: "Chữ ký", Width: 150, Grow: 1, Words: true},
	}
}

// Text is a cell of the list.
func (m movedIn) Text(row, col int) string {
	f := m[row]
	return [...]string{f.Name, fmt.Sprint(f.Lines), monthsOf(f.Months), f.Signature}[col]
}

// Mark makes nothing stand out.
func (m movedIn) Mark(int, int) xwidget.Mark { return xwidget.MarkNone }

// monthsOf says months that are written 2024-05.
func monthsOf(iso []string) string {
	out := make([]string, len(iso))
	for i, s := range iso {
		out[i] = s
		if m, ok := office.ParseMonth(s); ok {
			out[i] = m.String()
		}
	}
	return strings.Join(out, ", ")
}
