package bangluong

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// problems is the list of cells to look at, followed by those that were corrected here.
type problems struct {
	page  *Page
	all   []office.CellProblem
	kept  []office.CellProblem // of the payroll in the store, which a file without people leaves as it is
	fixed []office.CellFix
	grid  *xwidget.Grid
	fix   *xwidget.Button
	undo  *xwidget.Button
}

// again is how many corrections of before can be made again.
func (l *problems) again() (n int) {
	for _, f := range l.fixed {
		if f.Before {
			n++
		}
	}
	return n
}

func (l *problems) view() fyne.CanvasObject {
	t := &table{cols: []xwidget.GridColumn{
		{Tag: "o", Head: "Ô", Width: 140},
		{Tag: "ghi", Head: "Đang ghi", Width: 170},
		{Tag: "say", Head: "Điều phải sửa", Width: 380, Grow: 1, Words: true},
		{Tag: "fix", Head: "Nên ghi", Width: 150},
	}}
	for _, p := range l.all {
		t.rows = append(t.rows, []string{cell(p), p.Value, p.Message, p.Fix})
	}
	for _, f := range l.fixed {
		should := ""
		if f.Before {
			should = f.New
		}
		t.rows = append(t.rows, []string{f.Place(), f.Shown(), f.Line + ", " + f.Field + ": " + f.Say(), should})
	}
	t.mark = l.mark
	l.fix = xwidget.NewButton("Sửa tại đây", func() { l.edit(l.at()) })
	l.undo = xwidget.NewButton("Bỏ sửa", func() { l.page.unfix(l.fixed[l.at()-len(l.all)]) })
	g := xwidget.NewList(t).Named("chuaDoc")
	l.grid = g
	g.Empty = "Đọc được hết mọi ô."
	more := xwidget.NewPara("").Wrapped(moreLines)
	choose := func(row int) {
		more.Set(l.whole(row))
		l.allow(row)
	}
	g.OnSelect = func(row, _ int) { choose(row) }
	g.OnOpen = l.edit
	l.allow(-1)
	if len(t.rows) > 0 {
		choose(0)
	}
	return xwidget.Dock(nil, xwidget.Inset(0, 6, 0, 0, xwidget.Sized(0, moreHigh, xwidget.Column(0, more))), nil, nil, xwidget.NewCard(g).Tight())
}

// moreLines of the line at hand have their room below the list, whichever it is.
const moreLines, moreHigh = 3, 56

func (l *problems) at() int {
	row, _ := l.grid.Active()
	return row
}

func (l *problems) mark(row, col int) xwidget.Mark {
	switch {
	case row >= len(l.all) && l.fixed[row-len(l.all)].Fixed && col == 0:
		return xwidget.MarkGood
	case row >= len(l.all) && col == 0, col == 0 && l.all[row].Level != office.Loi:
		return xwidget.MarkNotice
	case col == 0:
		return xwidget.MarkError
	case col == 3:
		return xwidget.MarkGood
	}
	return xwidget.MarkNone
}

// whole is a line in whole sentences.
func (l *problems) whole(row int) string {
	if row >= len(l.all) {
		f := l.fixed[row-len(l.all)]
		return f.Place() + " (" + f.Line + ", " + f.Field + "): " + f.Say() + "."
	}
	p := l.all[row]
	say := cell(p) + ": " + p.Message
	if p.Fix != "" {
		say += ". Nên ghi " + p.Fix
	}
	if _, ok := l.of(row); ok {
		return say + ". Sửa tại đây, hoặc sửa trong Excel rồi thả tệp vào lại."
	}
	return say + ". Sửa trong Excel, lưu rồi thả tệp vào lại."
}

// of is the cell of a line, where it can be corrected here.
func (l *problems) of(row int) (office.CellFix, bool) {
	switch {
	case row < 0 || row >= len(l.all)+len(l.fixed):
		return office.CellFix{}, false
	case row >= len(l.all):
		return l.fixed[row-len(l.all)], true
	case !slices.Contains(l.kept, l.all[row]):
		return office.CellFix{}, false
	}
	return office.FixableCell(l.page.kept, l.all[row].Sheet, l.all[row].Cell)
}

// allow lets the buttons do what the chosen line can have.
func (l *problems) allow(row int) {
	enable := func(b *xwidget.Button, on bool) {
		if on {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	f, ok := l.of(row)
	enable(l.fix, ok)
	enable(l.undo, ok && row >= len(l.all) && f.Fixed)
}

// edit asks what a cell should say. A value that cannot be read is told beneath the
// field, and asked for again.
func (l *problems) edit(row int) {
	f, ok := l.of(row)
	if !ok {
		return
	}
	field := xwidget.NewEntry()
	field.SetText(f.Shown())
	say := f.Field + " đang ghi “" + f.Shown() + "”"
	if row < len(l.all) {
		say = l.all[row].Message
		if fix := l.all[row].Fix; fix != "" {
			field.SetText(fix)
		}
	} else if f.Before {
		field.SetText(f.New)
	}
	fault := xwidget.NewPara("").In(look.Error)
	var shut func()
	keep := func() {
		l.page.fix(f.Place(), field.Text, shut, func(found []office.Finding) { fault.Set(found[0].Say) })
	}
	field.OnSubmitted = func(string) { keep() }
	shut = l.page.host.Dialog("Sửa ô "+f.Place(), xwidget.Column(10, xwidget.Sized(460, 1, xwidget.Spacer()),
		xwidget.NewText(f.Line+" · "+f.Field).Strong(), xwidget.NewPara(say).In(look.Muted), field, fault,
		xwidget.NewCaption("Tệp của bạn giữ nguyên. Để trống nếu ô ấy không có gì."),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để nguyên", func() { shut() }), xwidget.NewStrong("Sửa", keep))))
}

// fix corrects a cell and compares again.
func (p *Page) fix(place, value string, done func(), refused func([]office.Finding)) {
	month := p.host.Month()
	var f office.CellFix
	var found []office.Finding
	p.host.Quiet(func(ctx context.Context) (err error) {
		f, found, err = p.source.FixCell(ctx, month, place, value)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			p.host.Fail(err)
		case len(found) > 0:
			refused(found)
		default:
			done()
			p.compare(false)
			p.host.Say("Đã sửa ô "+f.Place()+" của "+f.Line+". Đổi ý thì chọn dòng ấy rồi bấm Bỏ sửa.", false)
		}
	})
}

// unfix takes a correction back and compares again.
func (p *Page) unfix(f office.CellFix) {
	month := p.host.Month()
	p.host.Quiet(func(ctx context.Context) error {
		_, err := p.source.UnfixCell(ctx, month, f.Place())
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.compare(false)
		p.host.Say("Đã bỏ sửa ô "+f.Place()+": ô lại như tệp ghi", false)
	})
}

// fixAgain makes the corrections of before again and compares.
func (p *Page) fixAgain() {
	month := p.host.Month()
	var done, left []office.CellFix
	p.host.Quiet(func(ctx context.Context) (err error) {
		done, left, err = p.source.FixAgain(ctx, month)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.compare(false)
		say := fmt.Sprintf("Đã sửa lại %s ô như trước", wording.So(len(done)))
		if len(left) > 0 {
			say += fmt.Sprintf("; %s ô chưa đọc được", wording.So(len(left)))
		}
		p.host.Say(say, len(left) > 0)
	})
}
