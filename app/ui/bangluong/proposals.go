package bangluong

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/forms/codes"
	"ankhai/forms/payroll"
)

// proposals is the grid of what has to be declared, to be ticked.
type proposals struct {
	all []payroll.DeXuat
	on  []bool
}

var (
	_ xwidget.Model   = (*proposals)(nil)
	_ xwidget.Toggler = (*proposals)(nil)
)

// newProposals has everything ticked.
func newProposals(all []payroll.DeXuat) *proposals {
	p := &proposals{all: all, on: make([]bool, len(all))}
	p.set(true)
	return p
}

func (p *proposals) set(on bool) {
	for i := range p.on {
		p.on[i] = on
	}
}

func (p *proposals) ticked() []payroll.DeXuat {
	var out []payroll.DeXuat
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
		{Tag: "chon", Head: "", Width: 38, Check: true},
		{Tag: "phuongAn", Head: "Phương án", Width: 184},
		{Tag: "hoTen", Head: "Họ và tên", Width: 150},
		{Tag: "maSo", Head: "Mã số BHXH", Width: 94},
		{Tag: "tuThang", Head: "Từ tháng", Width: 68},
		{Tag: "thayDoi", Head: "Thay đổi", Width: 190, Grow: 2},
		{Tag: "chuaBiet", Head: "Còn phải biết", Width: 130, Grow: 1},
		{Tag: "lyDo", Head: "Vì sao", Width: 130, Grow: 2},
		{Tag: "nguon", Head: "Ô trong tệp", Width: 112},
	}
}

func (p *proposals) Text(row, col int) string {
	d := p.all[row]
	switch col {
	case 0:
		if p.on[row] {
			return "x"
		}
		return ""
	case 1:
		return d.PhuongAn + " – " + codes.PhuongAn.Label(d.PhuongAn)
	case 2:
		return d.HoTen
	case 3:
		return d.MaSoBHXH
	case 4:
		return d.TuThang.String()
	case 5:
		return office.ChangeWords(d)
	case 6:
		return unknowns(d.Unknown)
	case 7:
		return d.LyDo
	}
	return d.Source.String()
}

func (p *proposals) Mark(row, col int) xwidget.Mark {
	d := p.all[row]
	switch {
	case !p.on[row] && col > 0:
		return xwidget.MarkMuted
	case col == 6 && len(d.Unknown) > 0:
		return xwidget.MarkNotice
	case col == 2:
		return xwidget.MarkStrong
	case col == 7 || col == 8:
		return xwidget.MarkMuted
	}
	return xwidget.MarkNone
}

// proposalsView is the grid with what helps to tick.
func (p *Page) proposalsView() fyne.CanvasObject {
	g := xwidget.NewList(p.props)
	g.Empty = "Bảng lương khớp với danh sách: không có gì phải kê khai."
	g.OnEdited = p.count
	more := xwidget.NewCaption("Phím cách để chọn hoặc bỏ chọn dòng")
	g.OnSelect = func(row, _ int) {
		if row < len(p.props.all) {
			d := p.props.all[row]
			more.Set(d.HoTen + ": " + p.props.Text(row, 5) + ". " + d.LyDo)
		}
	}
	p.grid = g
	all := xwidget.NewQuiet("Chọn hết", func() { p.tickAll(true) })
	none := xwidget.NewQuiet("Bỏ chọn hết", func() { p.tickAll(false) })
	foot := xwidget.Dock(nil, nil, nil, xwidget.Row(4, all, none), more)
	return xwidget.Dock(nil, xwidget.Inset(0, 4, 0, 0, foot), nil, nil, xwidget.NewCard(g).Tight())
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
func tally(res payroll.Result) string {
	up, down, change := 0, 0, 0
	for _, d := range res.Proposals {
		switch codes.Nhom(d.PhuongAn) {
		case codes.NhomTang:
			up++
		case codes.NhomGiam, codes.NhomGiamTam:
			down++
		default:
			change++
		}
	}
	return fmt.Sprintf("%d tăng · %d giảm · %d điều chỉnh", up, down, change)
}

// unknownWords are the words of the facts that somebody must still give.
var unknownWords = map[string]string{
	payroll.MaSoBHXH: "mã số BHXH", payroll.SoCCCD: "số ĐDCN/CCCD", payroll.NgaySinh: "ngày sinh", payroll.GioiTinh: "giới tính",
	payroll.HoTen: "họ tên", payroll.ChucDanh: "chức danh", payroll.NoiLamViec: "nơi làm việc", payroll.PhongBan: "phòng ban",
	payroll.HopDong: "hợp đồng", payroll.NoiDongTruoc: "nơi đóng trước", payroll.TuNgay: "nghỉ từ ngày", payroll.DenNgay: "nghỉ đến ngày",
	payroll.NgayChamDut: "ngày chấm dứt", payroll.LyDoGiam: "lý do giảm", payroll.MucLuong: "mức lương", payroll.TrangThai: "trạng thái",
}

func unknowns(names []string) string {
	var out []string
	for _, n := range names {
		if w := unknownWords[n]; w != "" {
			n = w
		}
		out = append(out, n)
	}
	return strings.Join(out, ", ")
}
