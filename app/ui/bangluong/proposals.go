package bangluong

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/bai"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// proposals is the grid of what has to be declared, to be ticked.
type proposals struct {
	all []office.DeXuat
	on  []bool
	in  []string // the dossier that already says the same, "" where none does
}

var (
	_ xwidget.Model   = (*proposals)(nil)
	_ xwidget.Toggler = (*proposals)(nil)
)

// newProposals has everything ticked that no dossier has yet.
func newProposals(all []office.DeXuat, in []string) *proposals {
	p := &proposals{all: all, on: make([]bool, len(all)), in: make([]string, len(all))}
	copy(p.in, in)
	p.set(true)
	return p
}

func (p *proposals) set(on bool) {
	for i := range p.on {
		p.on[i] = on && p.in[i] == ""
	}
}

// declared counts the proposals that a dossier has already.
func (p *proposals) declared() (n int) {
	for _, id := range p.in {
		if id != "" {
			n++
		}
	}
	return n
}

func (p *proposals) ticked() []office.DeXuat {
	var out []office.DeXuat
	for i, on := range p.on {
		if on {
			out = append(out, p.all[i])
		}
	}
	return out
}

// Toggle ticks a row or takes the tick away.
func (p *proposals) Toggle(row, _ int) { p.on[row] = !p.on[row] }

func (p *proposals) Rows() int { return len(p.all) }

func (p *proposals) Columns() []xwidget.GridColumn {
	return []xwidget.GridColumn{
		{Tag: "chon", Head: "", Width: 34, Check: true},
		{Tag: "phuongAn", Head: "Phương án", Width: 152},
		{Tag: "hoTen", Head: "Họ và tên", Width: 140, Kind: xwidget.KindName},
		{Tag: "maSo", Head: "Mã số BHXH", Width: 92},
		{Tag: "tuThang", Head: "Từ tháng", Width: 74, Kind: xwidget.KindMonth},
		{Tag: "cu", Head: "Đang có", Width: 138, Grow: 2, Words: true},
		{Tag: "moi", Head: "Sẽ là", Width: 138, Grow: 3, Words: true},
		{Tag: "chuaBiet", Head: "Còn phải biết", Width: 150, Grow: 1, Words: true},
		{Tag: "nguon", Head: "Ô", Width: 44},
		{Tag: "canCu", Head: "Quy định", Width: 144, Grow: 1},
	}
}

// The columns that are asked for by their place.
const (
	codeColumn    = 1
	nameColumn    = 2
	monthColumn   = 4
	oldColumn     = 5
	newColumn     = 6
	unknownColumn = 7
	sourceColumn  = 8
	ruleColumn    = 9
)

func (p *proposals) Text(row, col int) string {
	d := p.all[row]
	switch col {
	case 0:
		if p.on[row] {
			return "x"
		}
		return ""
	case codeColumn:
		switch {
		case d.Loai == office.DoiNhanThan:
			return "TK1-TS – Đổi nhân thân"
		case d.PhuongAn == "":
			return "chưa rõ"
		}
		return d.PhuongAn + " – " + office.DanhMucPhuongAn.Label(d.PhuongAn)
	case nameColumn:
		return d.HoTen
	case 3:
		return d.MaSoBHXH
	case monthColumn:
		if slices.Contains(d.Unknown, office.ThieuTuThang) {
			return ""
		}
		return d.TuThang.String()
	case oldColumn:
		return office.OldWords(d)
	case newColumn:
		return office.NewWords(d)
	case unknownColumn:
		if p.in[row] != "" {
			return "đã có trong " + p.in[row]
		}
		return unknowns(d.Unknown)
	case sourceColumn:
		return d.Source.O // the sheet stands in full below the list
	}
	return articleFirst(d.CanCu)
}

// articleFirst is the first of several articles, as far as a narrow column shows it:
// "Điều 28 Luật 41/2024". The whole stands below the list.
func articleFirst(basis string) string {
	first, _, _ := strings.Cut(basis, ";")
	of, article, ok := strings.Cut(first, " Điều ")
	if !ok {
		return first
	}
	of, _, _ = strings.Cut(of, "/QH")
	article, _, _ = strings.Cut(article, " ")
	return "Điều " + article + " " + of
}

// whole tells a proposal in full: what changes, why, and where it was read.
func (p *proposals) whole(row int) string {
	d := p.all[row]
	say := d.HoTen + ": " + office.ChangeWords(d)
	if !strings.Contains(say, d.LyDo) {
		say += ". " + d.LyDo
	}
	if len(d.Unknown) > 0 {
		say += ". Còn phải biết: " + unknowns(d.Unknown)
	}
	if at := d.Source.String(); at != "" {
		say += ". Đọc ở " + at
	}
	if d.CanCu != "" {
		say += ". Căn cứ: " + d.CanCu
	}
	return say
}

func (p *proposals) Mark(row, col int) xwidget.Mark {
	d := p.all[row]
	switch {
	case !p.on[row] && col > 0:
		return xwidget.MarkMuted
	case col == unknownColumn && len(d.Unknown) > 0 && p.in[row] == "":
		return xwidget.MarkNotice
	case col == nameColumn:
		return xwidget.MarkStrong
	case col == sourceColumn, col == ruleColumn:
		return xwidget.MarkMuted
	}
	return xwidget.MarkNone
}

// proposalsView is the grid with what helps to tick.
func (p *Page) proposalsView() fyne.CanvasObject {
	g := xwidget.NewList(p.props).Named("deXuat")
	g.Empty = "Bảng lương khớp với danh sách: không có gì phải kê khai."
	g.OnEdited = p.count
	g.OnWhy = func(row, _ int) { p.why(row) }
	more := xwidget.NewText("Phím cách để chọn hoặc bỏ chọn dòng · F9 vì sao").Wrapped(2).Sized(look.SmallSize).In(look.Muted)
	g.OnSelect = func(row, _ int) {
		if row < len(p.props.all) {
			more.Set(p.props.whole(row))
		}
	}
	p.grid = g
	why := xwidget.NewQuiet("Vì sao?", func() {
		row, _ := g.Active()
		p.why(row)
	})
	all := xwidget.NewQuiet("Chọn hết", func() { p.tickAll(true) })
	none := xwidget.NewQuiet("Bỏ chọn hết", func() { p.tickAll(false) })
	const onFirstLine = -6 // the doors stand on the first line of the words
	foot := xwidget.Sized(0, 36, xwidget.Dock(nil, nil, nil, xwidget.Column(0, xwidget.Inset(0, onFirstLine, 0, 0, xwidget.Row(4, why, all, none))), xwidget.Column(0, more)))
	return xwidget.Dock(nil, xwidget.Inset(0, 6, 0, 0, foot), nil, nil, xwidget.NewCard(g).Tight())
}

// why opens where the amounts of a proposal come from and what it changes.
func (p *Page) why(row int) {
	if row >= len(p.props.all) {
		return
	}
	month, d := p.host.Month(), p.props.all[row]
	bai.Ask(p.host, func(ctx context.Context) (office.Explained, error) { return p.source.WhyProposal(ctx, month, d) })
}

func (p *Page) tickAll(on bool) {
	p.props.set(on)
	p.grid.Refresh()
	p.count()
}

// count shows how many are ticked.
func (p *Page) count() {
	n := len(p.props.ticked())
	p.tick.Set(fmt.Sprintf("đã chọn %d trên %d", n, len(p.props.all)))
	if n > 0 {
		p.draft.Enable()
	} else {
		p.draft.Disable()
	}
	p.root.Refresh()
}

// tally counts proposals by direction, in words.
func tally(res office.PayrollResult) string {
	up, down, change := 0, 0, 0
	for _, d := range res.Proposals {
		switch office.NhomPhuongAn(d.PhuongAn) {
		case office.NhomTang:
			up++
		case office.NhomGiam, office.NhomGiamTam:
			down++
		default:
			change++
		}
	}
	return fmt.Sprintf("%d tăng · %d giảm · %d điều chỉnh", up, down, change)
}

// unknowns names the facts that somebody must still give.
func unknowns(facts []string) string {
	out := make([]string, len(facts))
	for i, f := range facts {
		out[i] = office.FactName(f)
	}
	return strings.Join(out, ", ")
}
