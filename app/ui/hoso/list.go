package hoso

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ankhai/app/office"
	"ankhai/app/ui/prefs"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// list is the dossiers, newest first, all or those of one state.
type list struct {
	p     *Page
	root  *fyne.Container
	chips *fyne.Container
	grid  *xwidget.Grid
	place *fyne.Container // of the grid, or of what stands there while there is none
	all   []office.DossierView
	view  []int
	state office.State // "" = all

	ticks   ticking
	signing *xwidget.Button
	opener  *xwidget.Button
	choose  *fyne.Container // what ticks many
	keys    *xwidget.Text   // what the keys do
}

var (
	_ xwidget.Model   = (*list)(nil)
	_ xwidget.Toggler = (*list)(nil)
	_ xwidget.Keyed   = (*list)(nil)
)

// shownState is the state that was looked at last; "" is all of them.
var shownState = prefs.NewChoice("ho-so.trang-thai", "", string(office.Nhap), string(office.DaKiem), string(office.DaKy), string(office.ChoGui), string(office.DangGui),
	string(office.NghiVan), string(office.DaGui), string(office.TiepNhan), string(office.DangGiaiQuyet), string(office.CoKetQua), string(office.TraLai), string(office.Huy))

func newList(p *Page) *list {
	l := &list{p: p, chips: xwidget.Row(8), state: office.State(shownState.Get())}
	l.grid = xwidget.NewList(l).Named("hoSo")
	l.grid.RowHigh = look.ListHeight
	l.grid.Empty = "Không có hồ sơ nào ở trạng thái này."
	l.place = container.NewStack(l.grid)
	l.grid.OnOpen = func(row int) { p.OpenAt(l.at(row).ID) }
	l.opener = xwidget.NewStrong("Mở hồ sơ", func() {
		if row, _ := l.grid.Active(); row < len(l.view) {
			p.OpenAt(l.at(row).ID)
		}
	})
	l.grid.OnEdited = l.countTicks
	l.signing = xwidget.NewButton("", func() { p.signMany(l.ticked()) })
	l.choose = xwidget.Row(4, xwidget.NewQuiet("Chọn hết", func() { l.tickAll(true) }).Tiny(), xwidget.NewQuiet("Bỏ chọn hết", func() { l.tickAll(false) }).Tiny())
	l.keys = xwidget.NewCaption("")
	head := xwidget.Column(10, xwidget.Row(10, xwidget.NewTitle("Hồ sơ"), xwidget.Spacer(), l.signing, l.opener), l.chips)
	foot := xwidget.Row(8, l.keys, xwidget.Spacer(), l.choose)
	l.root = xwidget.Inset(look.PagePad, 16, look.PagePad, 16,
		xwidget.Dock(xwidget.Inset(0, 0, 0, 10, head), xwidget.Inset(0, 6, 0, 0, foot), nil, nil, xwidget.NewCard(l.place).Tight()))
	l.countTicks()
	return l
}

func (l *list) reload() {
	var all []office.DossierView
	l.p.host.Quiet(func(ctx context.Context) (err error) {
		all, err = l.p.source.Dossiers(ctx)
		return err
	}, func(err error) {
		if err != nil {
			l.p.host.Fail(err)
			return
		}
		l.all = all
		l.ticks.follow(all)
		l.place.Objects = []fyne.CanvasObject{l.grid}
		l.opener.Hidden = len(all) == 0
		if len(all) == 0 {
			l.place.Objects[0] = l.empty()
		}
		l.place.Refresh()
		l.filter(l.state)
	})
}

// empty says what to do while there is no dossier at all.
func (l *list) empty() fyne.CanvasObject {
	to := func(screen string) func() { return func() { l.p.host.Go(office.Place{Screen: screen}) } }
	return xwidget.Empty("ho-so", "Chưa có hồ sơ nào", "Thả bảng lương của tháng để có đề xuất tăng, giảm, điều chỉnh rồi lập hồ sơ từ đó; hoặc chọn một thủ tục, ví dụ ốm đau, thai sản, đổi thông tin.",
		xwidget.NewStrong("Xem bảng lương", to("bang-luong")), xwidget.NewButton("Chọn thủ tục", to("thu-tuc")))
}

// filter lists one state and shows how many there are of each.
func (l *list) filter(s office.State) {
	l.state = s
	shownState.Set(string(s))
	l.view = l.view[:0]
	counts := map[office.State]int{}
	var order []office.State
	for i, d := range l.all {
		if counts[d.State] == 0 {
			order = append(order, d.State)
		}
		counts[d.State]++
		if s == "" || d.State == s {
			l.view = append(l.view, i)
		}
	}
	l.chips.Objects = nil
	chip := func(words string, n int, to office.State) {
		b := xwidget.NewButton(words+" "+wording.So(n), func() { l.filter(to) })
		if to == s {
			b.Weight = xwidget.Strong
		}
		l.chips.Add(b)
	}
	chip("Tất cả", len(l.all), "")
	for _, o := range order {
		chip(wording.Hoa(o.Say()), counts[o], o)
	}
	l.grid.SetModel(l)
	l.countTicks()
}

func (l *list) at(row int) office.DossierView { return l.all[l.view[row]] }

func (l *list) Rows() int { return len(l.view) }

func (l *list) Columns() []xwidget.GridColumn {
	columns := []xwidget.GridColumn{
		{Tag: "ma", Head: "Mã", Width: 88},
		{Tag: "ten", Head: "Hồ sơ", Width: 320, Grow: 1},
		{Tag: "ky", Head: "Kỳ kê khai", Width: 120, Kind: xwidget.KindMonth, Words: true},
		{Tag: "trangThai", Head: "Trạng thái", Width: 118, Words: true},
		{Tag: "soHoSo", Head: "Số hồ sơ", Width: 138, Words: true},
		{Tag: "luc", Head: "Sửa lần cuối", Width: 126, Kind: xwidget.KindDay},
	}
	if l.ticks.offered() {
		columns = append([]xwidget.GridColumn{{Tag: "chon", Width: 38, Check: true}}, columns...)
	}
	return columns
}

// tickless is the number of a column without the boxes, -1 for the boxes.
func (l *list) tickless(col int) int {
	if l.ticks.offered() {
		return col - 1
	}
	return col
}

func (l *list) Text(row, col int) string {
	d := l.at(row)
	switch l.tickless(col) {
	case -1:
		return l.ticks.word(d)
	case 0:
		return d.ID
	case 1:
		name, _, _ := strings.Cut(d.Title, " · tháng ")
		return name
	case 2:
		return fmt.Sprintf("%s · đợt %d", d.Month, d.Dot)
	case 3:
		if d.Held != "" {
			return d.Held
		}
		return wording.Hoa(d.StateSay)
	case 4:
		if d.SoHoSo == "" {
			return "chưa có"
		}
		return d.SoHoSo
	}
	return wording.Luc(d.UpdatedAt)
}

// Key is the month without the batch, the day without the time, and nothing for a
// number that is not there yet.
func (l *list) Key(row, col int) string {
	d := l.at(row)
	switch l.tickless(col) {
	case 2:
		return d.Month.String()
	case 4:
		return d.SoHoSo
	case 5:
		day, _, _ := strings.Cut(wording.Luc(d.UpdatedAt), " ")
		return day
	}
	return l.Text(row, col)
}

func (l *list) Mark(row, col int) xwidget.Mark {
	d := l.at(row)
	switch col := l.tickless(col); {
	case col == 1:
		return xwidget.MarkStrong
	case col == 2:
		return xwidget.MarkNone
	case col == 3:
		switch wording.Tone(d.State) {
		case look.Good:
			return xwidget.MarkGood
		case look.Bad:
			return xwidget.MarkBad
		}
		return xwidget.MarkNone
	case col == 4 && d.SoHoSo != "":
		return xwidget.MarkNone
	}
	return xwidget.MarkMuted
}
