package bangluong

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// findPairs looks for records of the roster that look like one person.
func (p *Page) findPairs() {
	var found []office.TrungNguoi
	p.host.Run("Đang tìm bản ghi trùng", func(ctx context.Context, _ task.Report) (err error) {
		found, err = p.source.Duplicates(ctx)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.pairs, p.asked, p.jump = found, true, true
		p.compare(false)
		if len(found) == 0 {
			p.host.Say("Không có hai bản ghi nào giống một người", false)
		}
	})
}

// pairsView lists the pairs, to be joined or kept apart.
func (p *Page) pairsView() fyne.CanvasObject {
	t := &table{cols: []xwidget.GridColumn{
		{Tag: "diem", Head: "Điểm", Width: 48, Kind: xwidget.KindNumber},
		{Tag: "a", Head: "Bản ghi trước", Width: 250, Grow: 1},
		{Tag: "b", Head: "Bản ghi sau", Width: 250, Grow: 1},
		{Tag: "lyDo", Head: "Giống và khác", Width: 300, Grow: 2, Words: true},
	}}
	for _, d := range p.pairs {
		t.rows = append(t.rows, []string{fmt.Sprint(d.Diem), record(d.A), record(d.B), strings.Join(d.LyDo, "; ")})
	}
	t.mark = func(row, col int) xwidget.Mark {
		switch d := p.pairs[row]; {
		case col == 3 && d.SinhDoi:
			return xwidget.MarkNotice
		case col == 0 && d.TrungSo:
			return xwidget.MarkError
		}
		return xwidget.MarkNone
	}
	g := xwidget.NewList(t).Named("haiBanGhi")
	g.Empty = "Không có hai bản ghi nào giống một người."
	more := xwidget.NewText("").Wrapped(2).Sized(look.SmallSize).In(look.Muted)
	tell := func(row, _ int) {
		if row < len(p.pairs) {
			d := p.pairs[row]
			more.Set(record(d.A) + " và " + record(d.B) + ": " + strings.Join(d.LyDo, "; "))
		}
	}
	g.OnSelect = tell
	tell(0, 0)
	with := func(do func(office.TrungNguoi)) func() {
		return func() {
			if row, _ := g.Active(); row < len(p.pairs) {
				do(p.pairs[row])
			}
		}
	}
	foot := xwidget.Column(8, xwidget.Sized(0, 36, xwidget.Column(0, more)), xwidget.Row(8, xwidget.NewStrong("Gộp hai bản ghi", with(p.askJoin)), xwidget.NewButton("Là hai người", with(p.keepApart))))
	return xwidget.Dock(nil, xwidget.Inset(0, 8, 0, 0, foot), nil, nil, xwidget.NewCard(g).Tight())
}

// record tells one record in few words.
func record(n office.NguoiLaoDong) string {
	words := []string{n.HoTen, n.NgaySinh.String(), n.MaSoBHXH, n.SoCCCD}
	return strings.Join(slices.DeleteFunc(words, func(s string) bool { return s == "" }), " · ")
}

func (p *Page) keepApart(d office.TrungNguoi) {
	p.host.Quiet(func(ctx context.Context) error { return p.source.KeepApart(ctx, d.A.ID, d.B.ID) }, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.settled(d, "Đã ghi: là hai người, không nêu lại. Hỏi lại được ở Đã quyết định")
	})
}

// settled takes a pair off the list.
func (p *Page) settled(d office.TrungNguoi, say string) {
	p.pairs = slices.DeleteFunc(slices.Clone(p.pairs), func(x office.TrungNguoi) bool {
		return x.A.ID == d.A.ID && x.B.ID == d.B.ID
	})
	p.jump = true
	p.compare(false)
	p.host.Say(say, false)
}

// askJoin shows what a join would do; what the two contradict each other in is ticked
// where the later record is right.
func (p *Page) askJoin(d office.TrungNguoi) {
	var plan office.JoinPlan
	p.host.Quiet(func(ctx context.Context) (err error) {
		plan, err = p.source.PlanJoin(ctx, d.A.ID, d.B.ID, nil)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.showJoin(d, plan)
	})
}

func (p *Page) showJoin(d office.TrungNguoi, plan office.JoinPlan) {
	m := newJoin(plan)
	g := xwidget.NewList(m).Named("gopNguoi")
	g.Empty = "Hai bản ghi không trái nhau điều gì."
	say := "Đánh dấu điều lấy theo bản ghi sau; còn lại theo bản ghi trước. Quá trình được nối lại; hồ sơ và sổ đã gửi giữ nguyên. Tách lại được ở Đã quyết định."
	if len(plan.HoSo) > 0 {
		say += " Hồ sơ nhắc đến hai bản ghi: " + strings.Join(plan.HoSo, ", ") + "."
	}
	var shut func()
	join := xwidget.NewStrong("Gộp", func() {
		shut()
		p.join(d, m.theirs())
	})
	shut = p.host.Dialog("Gộp hai bản ghi của "+d.A.HoTen, xwidget.Column(10, xwidget.NewText(say).Wrapped(3).Sized(look.SmallSize).In(look.Muted),
		xwidget.Sized(760, 300, xwidget.NewCard(g).Tight()), xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để nguyên", func() { shut() }), join)))
}

func (p *Page) join(d office.TrungNguoi, theirs []string) {
	p.host.Quiet(func(ctx context.Context) error {
		_, _, err := p.source.JoinPeople(ctx, d.A.ID, d.B.ID, theirs)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.settled(d, "Đã gộp "+d.B.ID+" vào "+d.A.ID)
	})
}

// joinModel is what two records say, side by side, with a tick where the later one is
// right.
type joinModel struct {
	all []office.JoinFact
	on  []bool
}

var (
	_ xwidget.Model   = (*joinModel)(nil)
	_ xwidget.Toggler = (*joinModel)(nil)
)

func newJoin(plan office.JoinPlan) *joinModel {
	m := &joinModel{all: append(slices.Clone(plan.Facts), plan.Months...)}
	m.on = make([]bool, len(m.all))
	for i, f := range m.all {
		m.on[i] = !f.Xung // only the later record says anything
	}
	return m
}

// theirs names what is taken from the later record against the earlier.
func (m *joinModel) theirs() (out []string) {
	for i, f := range m.all {
		if f.Xung && m.on[i] {
			out = append(out, f.Ten)
		}
	}
	return out
}

// Toggle ticks what the two contradict each other in; the rest is taken in any case.
func (m *joinModel) Toggle(row, _ int) { m.on[row] = !m.all[row].Xung || !m.on[row] }

func (m *joinModel) Rows() int { return len(m.all) }

func (m *joinModel) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "chon", Head: "", Width: 34, Check: true},
		{Tag: "dieu", Head: "Điều", Width: 140, Words: true},
		{Tag: "truoc", Head: "Bản ghi trước", Width: 270, Grow: 1},
		{Tag: "sau", Head: "Bản ghi sau", Width: 270, Grow: 1},
	}
}

func (m *joinModel) Text(row, col int) string {
	f := m.all[row]
	if col == 0 {
		return map[bool]string{true: "x"}[m.on[row]]
	}
	return [...]string{f.Say, f.Giu, f.Bo}[col-1]
}

func (m *joinModel) Mark(row, col int) xwidget.Mark {
	switch {
	case col == 2 && m.on[row], col == 3 && !m.on[row]:
		return xwidget.MarkMuted
	case col == 1 && m.all[row].Xung:
		return xwidget.MarkNotice
	}
	return xwidget.MarkNone
}
