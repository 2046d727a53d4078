package nguoilaodong

import (
	"context"
	"fmt"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// communes are the people whose commune was abolished, each with the new one that is
// chosen: the only one, or none yet where there are several.
type communes struct {
	moves  []office.CommuneMove
	chosen []int // of Now, -1 = none yet
	off    []bool
	tell   func()
}

var _ xwidget.Toggler = (*communes)(nil)

func newCommunes(moves []office.CommuneMove) *communes {
	c := &communes{moves: moves, chosen: make([]int, len(moves)), off: make([]bool, len(moves)), tell: func() {}}
	for i, m := range moves {
		if !m.Sure() {
			c.chosen[i] = -1
		}
	}
	return c
}

// picked are the new communes of those who are ticked, by the store's key.
func (c *communes) picked() map[string]string {
	out := map[string]string{}
	for i, m := range c.moves {
		if !c.off[i] && c.chosen[i] >= 0 {
			out[m.Who.ID] = m.Now[c.chosen[i]].MaXa
		}
	}
	return out
}

// open counts those for whom a commune must still be chosen.
func (c *communes) open() (n int) {
	for _, k := range c.chosen {
		if k < 0 {
			n++
		}
	}
	return n
}

// Rows, Columns, Text, Mark and Toggle make it the model of a list.
func (c *communes) Rows() int { return len(c.moves) }

// Columns are a box to tick, the person, what was and what is.
func (c *communes) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "chon", Head: "", Width: 34, Check: true},
		{Tag: "hoTen", Head: "Họ và tên", Width: 150, Kind: xwidget.KindName},
		{Tag: "cu", Head: "Xã, tỉnh đang ghi", Width: 260, Grow: 1},
		{Tag: "moi", Head: "Nay là", Width: 240, Grow: 1, Words: true},
	}
}

// Text is a cell of the list.
func (c *communes) Text(row, col int) string {
	m, k := c.moves[row], c.chosen[row]
	switch col {
	case 0:
		switch {
		case k < 0:
			return xwidget.NoBox
		case c.off[row]:
			return ""
		}
		return xwidget.Ticked
	case 1:
		return m.Who.HoTen
	case 2:
		return m.Was
	}
	if k < 0 {
		return fmt.Sprintf("đã chia làm %d nơi: Enter để chọn", len(m.Now))
	}
	return m.Now[k].Words
}

// Mark makes what is to be chosen stand out.
func (c *communes) Mark(row, col int) xwidget.Mark {
	switch {
	case col == 3 && c.chosen[row] < 0:
		return xwidget.MarkNotice
	case col == 2:
		return xwidget.MarkMuted
	}
	return xwidget.MarkNone
}

// Toggle ticks somebody, or takes the tick away.
func (c *communes) Toggle(row, _ int) {
	if c.chosen[row] >= 0 {
		c.off[row] = !c.off[row]
		c.tell()
	}
}

// convert shows the people whose commune was abolished, to be changed together.
func (p *Page) convert() {
	list := newCommunes(p.moves)
	grid := xwidget.NewList(list).Named("xaCu")
	count := xwidget.NewCaption("")
	list.tell = func() {
		words := "Sẽ đổi " + wording.So(len(list.picked())) + " người."
		if n := list.open(); n > 0 {
			words += " Còn " + wording.So(n) + " người có xã đã chia, phải chọn nơi đúng; ai chưa chọn thì để nguyên."
		}
		count.Set(words)
		count.Refresh()
	}
	list.tell()
	grid.OnOpen = func(row int) { p.chooseCommune(list, grid, row) }
	var shut func()
	shut = p.host.Dialog("Người còn mã xã, mã tỉnh trước 01/07/2025", xwidget.Column(8,
		xwidget.NewPara("Nơi mới theo Quyết định 19/2025/QĐ-TTg. Nơi cũ vẫn giữ trong lịch sử sửa của từng người.").In(look.Muted),
		xwidget.Sized(760, 380, xwidget.NewCard(grid).Tight()), count,
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để sau", func() { shut() }), xwidget.NewStrong("Đổi sang mã mới", func() {
			chosen := list.picked()
			if len(chosen) == 0 {
				p.host.Say("Chưa chọn ai để đổi.", true)
				return
			}
			shut()
			p.applyCommunes(chosen)
		}))))
}

// chooseCommune lets one of the communes be chosen that a divided one became.
func (p *Page) chooseCommune(list *communes, grid *xwidget.Grid, row int) {
	m := list.moves[row]
	choices := make([]xwidget.Choice, len(m.Now))
	for i, n := range m.Now {
		choices[i] = xwidget.Choice{Code: n.MaXa, Words: n.Words}
	}
	var shut func()
	pick := xwidget.NewPickList(choices, func(code string) {
		shut()
		for i, n := range m.Now {
			if n.MaXa == code {
				list.chosen[row], list.off[row] = i, false
			}
		}
		list.tell()
		grid.Refresh()
		grid.Jump(row, 0)
	})
	shut = p.host.Dialog(m.Who.HoTen, xwidget.Column(8, xwidget.NewPara(m.Was).In(look.Muted),
		xwidget.Sized(520, 240, pick), xwidget.Row(0, xwidget.Spacer(), xwidget.NewButton("Để nguyên", func() { shut() }))))
	pick.Start()
}

func (p *Page) applyCommunes(chosen map[string]string) {
	month, n := p.host.Month(), 0
	p.host.Run("Đang đổi mã xã", func(ctx context.Context, _ task.Report) (err error) {
		n, err = p.source.ApplyCommunes(ctx, month, chosen)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.OnShow()
		var shut func()
		shut = p.host.Dialog("Đã đổi mã xã của "+wording.So(n)+" người", xwidget.Column(12, xwidget.Sized(420, 1, xwidget.Spacer()),
			xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Hoàn tác", func() {
				shut()
				p.undoCommunes()
			}), xwidget.NewStrong("Đã rõ", func() { shut() }))))
	})
}

func (p *Page) undoCommunes() {
	n := 0
	p.host.Quiet(func(ctx context.Context) (err error) {
		n, err = p.source.UndoCommunes(ctx)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.OnShow()
		p.host.Say("Đã lấy lại nơi ở cũ của "+wording.So(n)+" người.", false)
	})
}
