package tongquan

import (
	"fmt"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// nearest is how many of the things that are due stand on the first screen.
const nearest = 3

// due tells the nearest things that are due, with the light of each in words, and the
// door to all.
func (p *Page) due(d office.Dues) fyne.CanvasObject {
	groups := d.Groups()
	list := xwidget.Column(0)
	if len(groups)+len(d.Thieu) == 0 {
		return list
	}
	head := xwidget.Row(8, xwidget.NewText("Sắp đến hạn").Strong(), xwidget.Spacer())
	if n := len(groups) + len(d.Thieu); n > nearest || len(d.Thieu) > 0 {
		head.Add(xwidget.NewQuiet(fmt.Sprintf("Xem cả %d việc có hạn", n), func() { p.allDue(groups, d.Thieu) }).Tiny())
	}
	list.Add(xwidget.Inset(0, 6, 0, 6, xwidget.NewRule()))
	list.Add(head)
	for _, g := range groups[:min(nearest, len(groups))] {
		badge := xwidget.NewBadge(g.Stand, tones[g.Level])
		words := xwidget.Row(8, xwidget.Sized(max(116, badge.MinSize().Width), 0, xwidget.Row(0, badge)), xwidget.NewText(g.Viec))
		who := xwidget.NewCaption(g.Who + " · " + wording.Ngay(g.Ngay)) // gives way to what is due
		line := xwidget.Inset(0, 4, 0, 4, xwidget.Dock(nil, nil, words, nil, xwidget.Inset(8, 0, 0, 0, xwidget.Row(0, xwidget.Spacer(), who))))
		door := xwidget.NewPanel(look.Surface, line)
		if g.Go.Screen != "" {
			door.Door(func() { p.host.Go(g.Go) })
		}
		list.Add(door)
	}
	return list
}

var tones = map[office.Level]look.Tone{office.Red: look.Bad, office.Yellow: look.Warn, office.Green: look.Good}

// The list of everything that is due fits into the smallest window.
const dueWidth, dueHeight = 760, 330

// allDue lists everything that is due, the nearest first, and below it what cannot be
// dated yet.
func (p *Page) allDue(groups []office.DueGroup, open []office.Undated) {
	var shut func()
	list := xwidget.NewList(&dueList{groups, open})
	list.OnOpen = func(row int) {
		switch {
		case row < len(groups) && groups[row].Go.Screen != "":
			shut()
			p.host.Go(groups[row].Go)
		case row >= len(groups) && open[row-len(groups)].PersonID != "":
			shut()
			p.host.Go(office.Place{Screen: "nguoi-lao-dong", ID: open[row-len(groups)].PersonID})
		}
	}
	body := xwidget.Column(10, xwidget.NewPara("Từ danh sách, bảng lương của tháng và hồ sơ đã gửi. Enter hoặc bấm đúp để tới nơi làm.").In(look.Muted),
		xwidget.Sized(dueWidth, dueHeight, xwidget.NewCard(list).Tight()),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewStrong("Đóng", func() { shut() })))
	shut = p.host.Dialog("Việc có hạn", body)
}

// dueList is the model of the list.
type dueList struct {
	groups []office.DueGroup
	open   []office.Undated
}

var _ xwidget.Model = (*dueList)(nil)

func (l *dueList) Rows() int { return len(l.groups) + len(l.open) }

func (l *dueList) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "ngay", Head: "Hạn", Width: 112, Words: true}, {Tag: "con", Head: "Còn", Width: 124, Words: true},
		{Tag: "viec", Head: "Việc", Width: 300, Grow: 1, Words: true}, {Tag: "ai", Head: "Của ai", Width: 150, Words: true},
	}
}

func (l *dueList) Text(row, col int) string {
	if row >= len(l.groups) {
		u := l.open[row-len(l.groups)]
		return []string{"chưa tính được", "", u.Thieu, u.Ai}[col]
	}
	g := l.groups[row]
	return []string{wording.Ngay(g.Ngay), g.Stand, g.Viec, g.Who}[col]
}

func (l *dueList) Mark(row, col int) xwidget.Mark {
	switch {
	case row >= len(l.groups):
		return xwidget.MarkMuted
	case col == 1 && l.groups[row].Level == office.Red:
		return xwidget.MarkError
	case col == 1 && l.groups[row].Level == office.Yellow:
		return xwidget.MarkNotice
	}
	return xwidget.MarkNone
}
