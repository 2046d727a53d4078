package congcu

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/bai"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// askPerson lets a person of the roster be chosen, whose record answers what it
// can of the questions at hand.
func (p *Page) askPerson() {
	var all []office.NguoiLaoDong
	month := p.host.Month()
	p.host.Quiet(func(ctx context.Context) (err error) {
		all, err = p.source.People(ctx, month)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.pick(all)
	})
}

func (p *Page) pick(all []office.NguoiLaoDong) {
	choices := make([]xwidget.Choice, len(all))
	for i, n := range all {
		choices[i] = xwidget.Choice{Code: n.ID, Words: strings.Join([]string{n.HoTen, n.MaSoBHXH, n.ChucDanh}, " · "), Also: n.SoCCCD + " " + n.MaNV}
	}
	var shut func()
	list := xwidget.NewPickList(choices, func(id string) {
		shut()
		p.fill(id)
	})
	list.WordsOnly()
	list.Headed("", "Người lao động", 0)
	shut = p.host.Dialog("Lấy dữ liệu của ai", xwidget.Sized(520, 380, list))
	list.Start()
}

// fill answers the questions from a person's record; what it cannot answer is named
// beside them.
func (p *Page) fill(id string) {
	name := p.at
	on := p.form.day()
	if on == 0 {
		on = p.source.Today()
	}
	var known office.Prefilled
	p.host.Quiet(func(ctx context.Context) (err error) {
		known, err = p.source.Prefill(ctx, name, id, on)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		if name != p.at {
			return
		}
		kept := p.form.kept()
		for k, v := range known.Known {
			kept[k] = v
		}
		p.take(name, kept)
		p.answer.Objects = told(known)
		p.reflow()
	})
}

// told says what came from the record and what has to be answered by hand.
func told(known office.Prefilled) []fyne.CanvasObject {
	out := []fyne.CanvasObject{xwidget.NewPara("Đã lấy từ danh sách: " + known.Person.HoTen).Strong()}
	if len(known.Missing) > 0 {
		out = append(out, xwidget.NewPara("Danh sách không biết:").In(look.Notice))
	}
	for _, s := range known.Missing {
		out = append(out, xwidget.NewPara("– "+s))
	}
	return append(out, xwidget.NewPara("Trả lời phần còn lại rồi bấm Tính.").In(look.Muted))
}

// day is the day that the answers speak of, 0 while there is none.
func (s *sheet) day() office.Day {
	for _, f := range s.fields {
		if f.ask.Loai != office.HoiNgay {
			continue
		}
		if v, ok := f.get(); ok {
			if d, ok := office.ParseDay(v.(string)); ok {
				return d
			}
		}
	}
	return 0
}

// kept are the answers given so far, as newSheet takes them.
func (s *sheet) kept() map[string]any {
	out := map[string]any{}
	for _, f := range s.fields {
		if v, ok := f.get(); ok {
			out[f.ask.Ten] = v
		}
	}
	return out
}

// changes shows whom the figures touch that hold since a month, and drafts the
// adjustments that they ask for.
func (p *Page) changes() {
	to := p.host.Month()
	since := to.Add(-1)
	for m := to; m > to.Add(-24); m = m.Add(-1) { // the last month in which something changed
		if changed(m) {
			to, since = m, m.Add(-1)
			break
		}
	}
	var effects []office.Effect
	p.host.Quiet(func(ctx context.Context) (err error) {
		effects, err = p.source.WhatChanges(ctx, since, to)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.tell(effects, since, to)
	})
}

// changed reports whether ceiling, floor or minimum wage are new in a month.
func changed(m office.Month) bool {
	on := m.First()
	for _, name := range []string{"muc-tham-chieu", "luong-toi-thieu-vung-1", "tran-bhxh-so-lan"} {
		if v, ok := office.LawFigure(name, on); ok && v.From == on {
			return true
		}
	}
	return false
}

// tell lists whom a change touches; each says why by F9 or Enter.
func (p *Page) tell(effects []office.Effect, since, to office.Month) {
	proposals := office.DraftChanges(effects, to)
	grid := xwidget.NewList(effectList(effects)).Named("luatDoi")
	grid.Empty = "Không ai trong danh sách bị ảnh hưởng."
	why := func(row int) {
		if row < len(effects) {
			bai.Ask(p.host, func(ctx context.Context) (office.Explained, error) {
				return p.source.WhyEffect(ctx, effects[row], since, to)
			})
		}
	}
	grid.OnOpen, grid.OnWhy = why, func(row, _ int) { why(row) }
	var shut func()
	buttons := []fyne.CanvasObject{xwidget.NewQuiet("Vì sao?", func() {
		row, _ := grid.Active()
		why(row)
	}), xwidget.Spacer(), xwidget.NewButton("Đóng", func() { shut() })}
	if len(proposals) > 0 {
		buttons = append(buttons, xwidget.NewStrong("Lập hồ sơ điều chỉnh", func() {
			shut()
			p.host.Quiet(func(ctx context.Context) error {
				_, err := p.source.Draft(ctx, "600", to, proposals)
				return err
			}, func(err error) {
				if err != nil {
					p.host.Fail(err)
					return
				}
				p.host.Say("Đã lập hồ sơ điều chỉnh; mức lương mới để trống, điền trong hồ sơ", false)
			})
		}))
	}
	body := xwidget.Column(10, xwidget.Sized(860, 1, xwidget.Spacer()),
		xwidget.NewPara("Số liệu luật áp dụng từ tháng "+to.String()+", so với tháng trước, cùng tiền lương hiện tại. Vượt trần, dưới sàn và lương hệ số không phải kê khai lại."),
		xwidget.Sized(860, 360, xwidget.NewCard(grid).Tight()), xwidget.Row(8, buttons...))
	shut = p.host.Dialog("Luật đổi: ai bị ảnh hưởng", body)
}

// effectList shows effects as a list.
type effectList []office.Effect

func (l effectList) Rows() int { return len(l) }

func (l effectList) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{{Tag: "ten", Head: "Họ và tên", Width: 180, Kind: xwidget.KindName}, {Tag: "say", Head: "Vì sao", Width: 380, Grow: 1, Words: true},
		{Tag: "cu", Head: "Đóng cũ", Width: 96, Align: fyne.TextAlignTrailing, Kind: xwidget.KindMoney}, {Tag: "moi", Head: "Đóng mới", Width: 96, Align: fyne.TextAlignTrailing, Kind: xwidget.KindMoney}}
}

func (l effectList) Text(row, col int) string {
	e := l[row]
	return []string{e.Person.HoTen, e.Say, office.Dots(e.OldTotal), office.Dots(e.NewTotal)}[col]
}

func (l effectList) Mark(row, col int) xwidget.Mark {
	if col == 3 && l[row].NewTotal != l[row].OldTotal {
		return xwidget.MarkChanged
	}
	return xwidget.MarkNone
}
