package bangluong

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// undecided is the list of what is asked about lines of the payroll, with whom the
// chosen line may mean and the answers to it.
type undecided struct {
	page *Page
	all  []office.DongChuaRo
	at   int
	who  *xwidget.Grid // of the candidates
	more *xwidget.Text
	low  *fyne.Container // candidates and answers of the chosen line
}

// undecidedView lists the people whom nothing is proposed for, with the reason, whom
// they may be, and what can be decided.
func (p *Page) undecidedView(us []office.DongChuaRo) fyne.CanvasObject {
	t := &table{cols: []xwidget.GridColumn{
		{Tag: "hoTen", Head: "Họ và tên", Width: 170, Kind: xwidget.KindName},
		{Tag: "maSo", Head: "Mã số BHXH", Width: 98},
		{Tag: "cccd", Head: "Số ĐDCN/CCCD", Width: 118},
		{Tag: "say", Head: "Vì sao chưa đề xuất", Width: 380, Grow: 1, Words: true},
		{Tag: "nguon", Head: "Ô trong tệp", Width: 150},
	}}
	for _, u := range us {
		t.rows = append(t.rows, []string{u.HoTen, u.MaSoBHXH, u.SoCCCD, u.LyDo, places(u)})
	}
	t.mark = func(_, col int) xwidget.Mark {
		if col == 0 {
			return xwidget.MarkStrong
		}
		return xwidget.MarkNone
	}
	g := xwidget.NewList(t).Named("canXem")
	g.Empty = "Không có trường hợp nào phải xem lại."
	x := &undecided{page: p, all: us, more: xwidget.NewText("").Wrapped(2), low: container.NewStack()}
	g.OnSelect = func(row, _ int) { x.choose(row) }
	x.choose(0)
	if len(us) == 0 {
		x.low.Objects = []fyne.CanvasObject{xwidget.Row(8, xwidget.Spacer(), x.twins())}
	}
	return xwidget.Dock(nil, xwidget.Inset(0, 8, 0, 0, x.low), nil, nil, xwidget.NewCard(g).Tight())
}

// places are the cells that a question is about.
func places(u office.DongChuaRo) string {
	at := u.Source.String()
	if o := u.Other.String(); o != "" {
		at += ", " + o
	}
	return at
}

// choose shows whom a line may mean and what can be said to it.
func (x *undecided) choose(row int) {
	if row >= len(x.all) {
		return
	}
	x.at = row
	u := x.all[row]
	x.more.Set(u.HoTen + ": " + u.LyDo)
	box := xwidget.Column(8, xwidget.Sized(0, 36, xwidget.Column(0, x.more)))
	if len(u.UngVien) > 0 {
		x.who = candidatesList(u.UngVien)
		why := xwidget.NewText("").Wrapped(2).Sized(look.SmallSize).In(look.Muted)
		tell := func(row, _ int) {
			if row < len(u.UngVien) {
				why.Set(u.UngVien[row].Nguoi.HoTen + ": " + strings.Join(u.UngVien[row].LyDo, "; "))
			}
		}
		x.who.OnSelect = tell
		tell(0, 0)
		box.Add(xwidget.Sized(0, 150, xwidget.NewCard(x.who).Tight()))
		box.Add(xwidget.Sized(0, 36, xwidget.Column(0, why)))
	}
	box.Add(xwidget.Row(8, append(x.answers(u), xwidget.Spacer(), x.twins())...))
	x.low.Objects = []fyne.CanvasObject{box}
	x.low.Refresh()
}

// twins is the door to the records of the roster that look like one person.
func (x *undecided) twins() fyne.CanvasObject {
	return xwidget.NewQuiet("Tìm bản ghi trùng trong danh sách", x.page.findPairs)
}

// candidatesList is the people of the roster whom a line may mean, likeliest first.
func candidatesList(us []office.UngVien) *xwidget.Grid {
	t := &table{cols: []xwidget.GridColumn{
		{Tag: "diem", Head: "Điểm", Width: 48, Kind: xwidget.KindNumber},
		{Tag: "hoTen", Head: "Có thể là", Width: 150, Kind: xwidget.KindName},
		{Tag: "ngaySinh", Head: "Ngày sinh", Width: 84, Kind: xwidget.KindDay},
		{Tag: "maSo", Head: "Mã số BHXH", Width: 94},
		{Tag: "cccd", Head: "Số ĐDCN/CCCD", Width: 112},
		{Tag: "phong", Head: "Phòng ban", Width: 90},
		{Tag: "lyDo", Head: "Giống và khác", Width: 300, Grow: 1, Words: true},
	}}
	for _, u := range us {
		n := u.Nguoi
		t.rows = append(t.rows, []string{fmt.Sprint(u.Diem), n.HoTen, n.NgaySinh.String(), n.MaSoBHXH, n.SoCCCD, n.PhongBan, strings.Join(u.LyDo, "; ")})
	}
	t.mark = func(row, col int) xwidget.Mark {
		switch {
		case col == 1:
			return xwidget.MarkStrong
		case col == 6 && us[row].SinhDoi:
			return xwidget.MarkNotice
		}
		return xwidget.MarkNone
	}
	return xwidget.NewList(t).Named("ungVien")
}

// answers are the buttons for what can be decided about a line.
func (x *undecided) answers(u office.DongChuaRo) (out []fyne.CanvasObject) {
	put := func(words string, a office.RowAnswer) {
		out = append(out, xwidget.NewButton(words, func() { x.page.decide(u, x.of(u, a)) }))
	}
	for _, v := range u.Duoc {
		switch {
		case v == office.LaNguoi && len(u.UngVien) > 0:
			out = append(out, xwidget.NewStrong("Là người này", func() { x.page.decide(u, x.of(u, office.RowAnswer{Viec: v})) }))
			if differs(u) {
				put("Là người này, bảng lương đúng", office.RowAnswer{Viec: v, Nhan: true})
			}
		case v == office.LaMoi:
			put("Người mới", office.RowAnswer{Viec: v})
		case v == office.HaiNguoiKhac && u.DongDau != nil:
			put("Là hai người", office.RowAnswer{Viec: v})
		case v == office.HaiNguoiKhac && len(u.UngVien) > 0:
			put("Không phải ai trong số này", office.RowAnswer{Viec: v})
		case v == office.BoDong && u.DongDau != nil:
			put("Bỏ dòng "+u.Source.O, office.RowAnswer{Viec: v, Dau: true})
			put("Bỏ dòng "+u.Other.O, office.RowAnswer{Viec: v})
		case v == office.BoDong:
			put("Bỏ qua dòng", office.RowAnswer{Viec: v})
		}
	}
	return out
}

// differs reports whether line and roster say different things of who somebody is, so
// that one of them has to be right.
func differs(u office.DongChuaRo) bool {
	for _, k := range []string{office.DoiHoTen, office.DoiNgaySinh, office.DoiSoCCCD, office.DoiGioiTinh} {
		if _, ok := u.New[k]; ok {
			return true
		}
	}
	return false
}

// of adds the chosen candidate to an answer that names somebody.
func (x *undecided) of(u office.DongChuaRo, a office.RowAnswer) office.RowAnswer {
	if a.Viec != office.LaNguoi {
		return a
	}
	if row, _ := x.who.Active(); row < len(u.UngVien) {
		a.Nguoi = u.UngVien[row].Nguoi.ID
	}
	return a
}

// decide keeps an answer and compares again.
func (p *Page) decide(u office.DongChuaRo, a office.RowAnswer) {
	month := p.host.Month()
	p.host.Quiet(func(ctx context.Context) error {
		_, err := p.source.Decide(ctx, month, u.Ma(), a)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.compare(false)
		p.host.Say("Đã ghi: dòng của "+u.HoTen+" "+a.Viec.Say()+". Đổi ý thì bỏ ở Đã quyết định.", false)
	})
}
