package ui

import (
	"context"
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// top is the bar above: whose declarations these are, which month, practice or not.
type top struct {
	s        *Shell
	root     fyne.CanvasObject
	company  *xwidget.Panel
	stripe   *canvas.Rectangle
	name     *xwidget.Text
	codes    *xwidget.Text
	practice *xwidget.Badge
	search   *xwidget.Panel
	month    *xwidget.Text
	months   *fyne.Container
}

func newTop(s *Shell) *top {
	t := &top{s: s, stripe: canvas.NewRectangle(color.Transparent), name: xwidget.NewText("").Strong(), codes: xwidget.NewCaption(""), month: xwidget.NewText("").Strong()}
	t.practice = xwidget.NewBadge("Cổng thực hành", look.Warn)
	inside := &fyne.Container{Layout: companyLayout{}, Objects: []fyne.CanvasObject{t.stripe, t.name, t.codes, widget.NewIcon(theme.MenuDropDownIcon())}}
	t.company = xwidget.NewCard(inside)
	t.company.Pad, t.company.Radius = 0, 3
	t.company.Door(t.menu)
	brand := xwidget.Sized(look.RailWidth, 0, xwidget.Inset(16, 0, 0, 0, xwidget.Row(0, xwidget.NewText("AnKhai").Sized(16).Strong().In(look.Primary))))
	t.months = xwidget.Row(2, xwidget.NewQuiet("‹", func() { s.step(-1) }), t.month, xwidget.NewQuiet("›", func() { s.step(1) }))
	t.search = searchDoor(s.Find)
	who := &fyne.Container{Layout: whoLayout{}, Objects: []fyne.CanvasObject{t.company, t.practice, t.search}}
	bar := xwidget.Dock(nil, nil, brand, xwidget.Inset(8, 0, 16, 0, container.NewCenter(t.months)), who)
	panel := xwidget.NewPanel(look.Surface, xwidget.Dock(nil, xwidget.NewRule(), nil, nil, bar))
	t.root = xwidget.Sized(0, look.TopHeight, panel)
	t.show()
	return t
}

// companyLayout puts the stripe, the name, the codes and the arrow beside each other.
// In a narrow window the codes go first, then the name is cut.
type companyLayout struct{}

const companyGap, companyStripe, companyArrow, fewestCodes = 9, 5, 14, 80

func (companyLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	stripe, name, codes, arrow := o[0], o[1], o[2], o[3]
	put := func(c fyne.CanvasObject, x, w, h float32) {
		c.Move(fyne.NewPos(x, (size.Height-h)/2))
		c.Resize(fyne.NewSize(w, h))
	}
	put(stripe, 0, companyStripe, size.Height-2)
	room := max(0, size.Width-companyStripe-companyArrow-3*companyGap)
	n, c := name.MinSize(), codes.MinSize()
	left := room - n.Width - companyGap
	if left < min(c.Width, fewestCodes) {
		codes.Hide()
	} else {
		codes.Show()
		put(codes, companyStripe+companyGap+n.Width+companyGap, min(c.Width, left), c.Height)
	}
	put(name, companyStripe+companyGap, min(n.Width, room), n.Height)
	put(arrow, size.Width-companyGap-companyArrow, companyArrow, companyArrow)
}

func (companyLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(companyStripe+o[1].MinSize().Width+o[2].MinSize().Width+companyArrow+4*companyGap, 30)
}

// searchDoor is the field of the top bar that opens the search for everything.
func searchDoor(open func()) *xwidget.Panel {
	line := &fyne.Container{Layout: searchLayout{}, Objects: []fyne.CanvasObject{
		xwidget.Icon("tim", look.Muted, searchIcon), xwidget.NewText("Tìm người, hồ sơ, thủ tục, việc…").In(look.Muted),
		xwidget.NewText("Tìm mọi thứ").In(look.Muted), xwidget.NewCaption("Ctrl+K")}}
	p := xwidget.NewCard(line).Door(open)
	p.Fill, p.Pad, p.Radius = look.Page, 0, 4
	return p
}

// searchLayout puts the picture, what can be found and the key beside each other. In a
// narrow window there are fewer words, then no key.
type searchLayout struct{}

const searchPad, searchIcon = 8, 16

func (searchLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	icon, long, short, key := o[0], o[1], o[2], o[3]
	put := func(c fyne.CanvasObject, x, w, h float32) {
		c.Move(fyne.NewPos(x, (size.Height-h)/2))
		c.Resize(fyne.NewSize(w, h))
	}
	put(icon, searchPad, searchIcon, searchIcon)
	const from = 2*searchPad + searchIcon
	room, k := size.Width-from-searchPad, key.MinSize()
	beside := room - k.Width - searchPad
	long.Hide()
	short.Hide()
	key.Show()
	words := long
	if m := long.MinSize(); m.Width > beside {
		words = short
	}
	m := words.MinSize()
	if m.Width > beside {
		key.Hide()
	}
	words.Show()
	put(words, from, min(m.Width, room), m.Height)
	put(key, size.Width-searchPad-k.Width, k.Width, k.Height)
}

func (searchLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(3*searchPad+searchIcon+o[2].MinSize().Width, o[2].MinSize().Height)
}

// whoLayout puts the practice badge right behind the company, whose words give way in
// a narrow window, and the search at the far end.
type whoLayout struct{}

func (whoLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const before, gap, high, least, most = 14, 14, 32, 132, 320
	company, badge, search := o[0], o[1], o[2]
	room, behind := size.Width-before-least-gap, float32(0)
	if badge.Visible() {
		behind = badge.MinSize().Width + gap
	}
	w := float32(0)
	if company.Visible() {
		w = max(0, min(company.MinSize().Width, room-behind))
	}
	company.Move(fyne.NewPos(before, (size.Height-high)/2))
	company.Resize(fyne.NewSize(w, high))
	m := badge.MinSize()
	badge.Move(fyne.NewPos(before+w+gap, (size.Height-m.Height)/2))
	badge.Resize(m)
	wide := min(most, size.Width-before-w-behind-gap)
	search.Move(fyne.NewPos(size.Width-wide, (size.Height-high)/2))
	search.Resize(fyne.NewSize(wide, high))
}

func (whoLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 32) }

// show writes the company and the month.
func (t *top) show() {
	dv := t.s.company
	t.company.Hidden = !t.s.have
	t.practice.Hidden = !t.s.have || !dv.ThucHanh
	t.months.Hidden = !t.s.have
	t.month.Set("Tháng " + t.s.month.String())
	t.name.Set(dv.Ten)
	t.codes.Set(codesOf(dv))
	t.stripe.FillColor = stripeColour(dv.Mau)
	t.root.Refresh()
}

func codesOf(dv office.DonVi) string {
	unit := " · đơn vị " + dv.MaDonVi
	if dv.MaDonVi == "" {
		unit = " · chưa có mã đơn vị"
	}
	return "MST " + dv.MaSoThue + unit + " · BHXH " + dv.CoQuanBHXH
}

// stripeColour reads "#rrggbb"; anything else is grey.
func stripeColour(s string) color.Color {
	if n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 32); err == nil && len(s) == 7 {
		return color.NRGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 255}
	}
	return look.C(look.Wait)
}

// menu lists the companies.
func (t *top) menu() {
	var all []office.DonVi
	t.s.Quiet(func(ctx context.Context) (err error) {
		all, err = t.s.office.Companies(ctx)
		return err
	}, func(err error) {
		if err != nil {
			t.s.Fail(err)
			return
		}
		items := t.employers(all)
		items = append(items, fyne.NewMenuItemSeparator(),
			fyne.NewMenuItem("Sửa đơn vị này…", func() { t.s.askCompany(t.s.company) }),
			fyne.NewMenuItem("Thêm đơn vị…", func() { t.s.askCompany(office.DonVi{}) }), fyne.NewMenuItemSeparator(),
			fyne.NewMenuItem("Giao đơn vị này cho nơi khác…", t.s.GiveEmployer),
			fyne.NewMenuItem("Nhận đơn vị từ tệp…", t.s.TakeEmployer),
			fyne.NewMenuItem("Xuất dữ liệu mở của đơn vị này…", t.s.OpenExport))
		pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.company)
		widget.ShowPopUpMenuAtPosition(xwidget.Menu("", items...), t.s.window.Canvas(), pos.AddXY(0, t.company.Size().Height))
	})
}

// mostInMenu is how many employers a menu lists; more of them are searched.
const mostInMenu = 12

// employers are the ways to another employer.
func (t *top) employers(all []office.DonVi) (items []*fyne.MenuItem) {
	if len(all) > mostInMenu {
		return []*fyne.MenuItem{fyne.NewMenuItem("Chọn đơn vị khác…", func() { t.s.pickEmployer(all) })}
	}
	for _, dv := range all {
		it := fyne.NewMenuItem(dv.Ten+"  ·  "+dv.MaSoThue, func() { t.s.switchTo(dv.MaSoThue) })
		it.Checked = dv.MaSoThue == t.s.company.MaSoThue
		items = append(items, it)
	}
	return items
}

// pickWide and pickHigh are the room for the list of employers.
const pickWide, pickHigh = 560, 360

// pickEmployer finds one of many employers by some letters of its name or tax code.
func (s *Shell) pickEmployer(all []office.DonVi) {
	choices := make([]xwidget.Choice, len(all))
	for i, dv := range all {
		choices[i] = xwidget.Choice{Code: dv.MaSoThue, Words: dv.Ten}
	}
	var shut func()
	list := xwidget.NewPickList(choices, func(mst string) {
		shut()
		s.switchTo(mst)
	})
	list.Headed("Mã số thuế", "Đơn vị", 120)
	shut = s.Dialog("Chọn đơn vị", xwidget.Sized(pickWide, pickHigh, list))
	list.Start()
}

func (s *Shell) switchTo(mst string) {
	s.Quiet(func(ctx context.Context) error { return s.office.SetCompany(ctx, mst) }, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.reread(func() { s.Go(office.Place{Screen: "tong-quan"}) })
	})
}
