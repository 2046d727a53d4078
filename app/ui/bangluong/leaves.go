package bangluong

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// claimProcedure is the procedure by which sickness and maternity are asked for.
const claimProcedure = "630"

// leaves is the grid of the leaves that the timesheet shows, to be ticked.
type leaves struct {
	all []office.LeaveClaim
	on  []bool
}

var (
	_ xwidget.Model   = (*leaves)(nil)
	_ xwidget.Toggler = (*leaves)(nil)
)

// newLeaves has everything ticked that is not asked for yet and whose person the
// roster knows.
func newLeaves(all []office.LeaveClaim) *leaves {
	l := &leaves{all: all, on: make([]bool, len(all))}
	for i, c := range all {
		l.on[i] = c.Asked == "" && c.Biet
	}
	return l
}

func (l *leaves) ticked() []office.LeaveClaim {
	var out []office.LeaveClaim
	for i, on := range l.on {
		if on {
			out = append(out, l.all[i])
		}
	}
	return out
}

// Toggle ticks a row or takes the tick away; what is asked for already stays.
func (l *leaves) Toggle(row, _ int) { l.on[row] = !l.on[row] && l.all[row].Asked == "" }

func (l *leaves) Rows() int { return len(l.all) }

func (l *leaves) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "chon", Head: "", Width: 38, Check: true},
		{Tag: "hoTen", Head: "Họ và tên", Width: 160, Kind: xwidget.KindName},
		{Tag: "loai", Head: "Nghỉ", Width: 110, Words: true},
		{Tag: "ngay", Head: "Từ ngày – đến ngày", Width: 176},
		{Tag: "so", Head: "Số ngày", Width: 66, Kind: xwidget.KindNumber},
		{Tag: "con", Head: "Còn trong năm", Width: 108, Words: true},
		{Tag: "chuaBiet", Head: "Còn phải biết", Width: 220, Grow: 1, Words: true},
		{Tag: "nguon", Head: "Ô", Width: 52},
	}
}

func (l *leaves) Text(row, col int) string {
	c := l.all[row]
	switch col {
	case 0:
		if l.on[row] {
			return "x"
		}
		return ""
	case 1:
		return c.Nguoi.HoTen
	case 2:
		return c.Words
	case 3:
		return c.Tu.String() + " – " + c.Den.String()
	case 4:
		return office.Days(c.NuaNgay).String()
	case 5:
		if c.Left == nil {
			return ""
		}
		return c.Left.String() + " ngày"
	case 6:
		if c.Asked != "" {
			return "đã đề nghị: " + c.Asked
		}
		return strings.Join(c.Unknown, "; ")
	}
	return c.Source.O
}

func (l *leaves) Mark(row, col int) xwidget.Mark {
	c := l.all[row]
	switch {
	case !l.on[row] && col > 0:
		return xwidget.MarkMuted
	case col == 5 && c.Left != nil && int64(*c.Left) < c.NuaNgay:
		return xwidget.MarkError
	case col == 6 && len(c.Unknown) > 0:
		return xwidget.MarkNotice
	case col == 1:
		return xwidget.MarkStrong
	case col == 7:
		return xwidget.MarkMuted
	}
	return xwidget.MarkNone
}

// whole tells a leave in full.
func (l *leaves) whole(row int) string {
	c := l.all[row]
	say := fmt.Sprintf("%s: %s %s–%s, %s ngày", c.Nguoi.HoTen, c.Words, c.Tu, c.Den, office.Days(c.NuaNgay))
	switch {
	case c.Asked != "":
		return say + ". Đã đề nghị: " + c.Asked
	case c.Left != nil && int64(*c.Left) < c.NuaNgay:
		say += ". Trong năm chỉ còn " + c.Left.String() + " ngày"
	}
	if len(c.Unknown) > 0 {
		say += ". Còn phải biết: " + strings.Join(c.Unknown, "; ")
	}
	return say + ". Đọc ở " + c.Source.String()
}

// leavesView is the grid of leaves with the button that asks for them.
func (p *Page) leavesView(all []office.LeaveClaim) fyne.CanvasObject {
	l := newLeaves(all)
	g := xwidget.NewList(l).Named("nghi")
	g.Empty = "Bảng chấm công không có ngày nghỉ ốm, con ốm, thai sản."
	draft := xwidget.NewButton("Lập 01B-HSB", func() { p.draftLeaves(l.ticked()) })
	count := func() {
		if len(l.ticked()) > 0 {
			draft.Enable()
		} else {
			draft.Disable()
		}
	}
	count()
	g.OnEdited = count
	more := xwidget.NewText("Phím cách để chọn hoặc bỏ chọn dòng").Wrapped(2).Sized(look.SmallSize).In(look.Muted)
	g.OnSelect = func(row, _ int) {
		if row < len(l.all) {
			more.Set(l.whole(row))
		}
	}
	foot := xwidget.Sized(0, 36, xwidget.Dock(nil, nil, nil, xwidget.Column(0, draft), xwidget.Column(0, more)))
	return xwidget.Dock(nil, xwidget.Inset(0, 6, 0, 0, foot), nil, nil, xwidget.NewCard(g).Tight())
}

// draftLeaves drafts the ticked leaves and opens what came of it.
func (p *Page) draftLeaves(chosen []office.LeaveClaim) {
	month := p.host.Month()
	var made office.Dossier
	p.host.Run("Đang lập hồ sơ", func(ctx context.Context, _ task.Report) (err error) {
		made, err = p.source.DraftLeaves(ctx, claimProcedure, month, chosen)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.host.Go(office.Place{Screen: "ho-so", ID: made.ID})
		p.host.Say(fmt.Sprintf("Đã lập 01B-HSB với %s đợt nghỉ từ bảng chấm công", wording.So(len(chosen))), false)
	})
}
