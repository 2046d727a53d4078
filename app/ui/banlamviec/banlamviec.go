// Package banlamviec is the board of all employers: one row each, what of the month is
// drafted, lacking, faulty, to be signed, sent and returned, and the nearest day; every
// number is a door. What is ticked is checked, signed and sent together.
//
// It shows what app/office answers and decides nothing. Only app/ui imports it.
package banlamviec

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/chonkhoa"
	"ankhai/app/ui/wording"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Source is what the screen asks of the use cases.
type Source interface {
	Board(ctx context.Context, month office.Month) (office.Board, error)
	BoardCheck(ctx context.Context, month office.Month, mst []string, report office.BoardReport) ([]office.BoardDone, error)
	BoardSign(ctx context.Context, month office.Month, mst []string, choices []office.KeyChoice, report office.BoardReport) ([]office.BoardDone, error)
	BoardSend(ctx context.Context, month office.Month, mst []string, report office.BoardReport) ([]office.BoardDone, error)
	chonkhoa.Opener
	SigningKeys(ctx context.Context, mst string) ([]office.KeyInfo, error)
	PracticeKey(dv office.DonVi) (office.Key, error)
	Today() office.Day
}

// Host is what the screen asks of the window.
type Host interface {
	chonkhoa.WorkHost
	Month() office.Month
	Recount()
	Fail(error)
	Say(words string, bad bool)
	Dialog(title string, content fyne.CanvasObject) (close func())
	PickFile(kinds []string, done func(name, path string, data []byte))
	// GoAt takes another employer at hand and goes through a door.
	GoAt(mst string, to office.Place)
}

// What is remembered of how the board was looked at.
const (
	filterPreference = "banLamViec.loc"
	orderPreference  = "banLamViec.sapXep"
)

// Page is the screen.
type Page struct {
	source Source
	host   Host
	root   *fyne.Container
	title  *xwidget.Text
	chips  *fyne.Container
	orders *fyne.Container
	grid   *xwidget.Grid
	foot   *xwidget.Text
	acts   []*xwidget.Button
	board  *board
	// working: a work over many employers runs.
	working bool
}

// New makes the screen, empty until it is shown.
func New(source Source, host Host) *Page {
	p := &Page{source: source, host: host, title: xwidget.NewTitle("Các đơn vị"), chips: xwidget.Row(8), orders: xwidget.Row(2), foot: xwidget.NewCaption("")}
	p.board = &board{on: map[string]bool{}, today: source.Today}
	if a := fyne.CurrentApp(); a != nil {
		p.board.filter = filter(a.Preferences().String(filterPreference))
		p.board.order = order(a.Preferences().String(orderPreference))
	}
	p.grid = xwidget.NewGrid(p.board, frozenColumns)
	p.grid.Empty = "Không có đơn vị nào còn việc trong tháng này."
	p.grid.OnOpen = func(row int) {
		_, col := p.grid.Active()
		p.open(row, col)
	}
	p.grid.OnEdited = p.count
	p.grid.OnSelect = func(row, col int) { p.foot.Set(p.board.hint(row, col)) }
	find := xwidget.NewSearch("Tìm tên, mã số thuế", func(term string) {
		p.board.term = term
		p.arrange()
	})
	check := xwidget.NewButton("", p.check)
	send := xwidget.NewButton("", p.send)
	sign := xwidget.NewStrong("", p.sign)
	p.acts = []*xwidget.Button{check, send, sign}
	head := xwidget.Column(10, xwidget.Row(10, p.title, xwidget.Spacer(), check, send, sign),
		xwidget.Row(8, p.chips, xwidget.Sized(210, 0, find), xwidget.Spacer(), p.orders))
	all := xwidget.NewQuiet("Chọn hết", func() { p.tickAll(true) }).Tiny()
	none := xwidget.NewQuiet("Bỏ chọn hết", func() { p.tickAll(false) }).Tiny()
	p.root = xwidget.Inset(look.PagePad, 16, look.PagePad, 12, xwidget.Dock(xwidget.Inset(0, 0, 0, 10, head),
		xwidget.Inset(0, 6, 0, 0, xwidget.Row(8, p.foot, xwidget.Spacer(), all, none)), nil, nil, xwidget.NewCard(p.grid).Tight()))
	p.count()
	return p
}

// Title is the screen's name on the rail.
func (p *Page) Title() string { return "Các đơn vị" }

// Content is the screen.
func (p *Page) Content() fyne.CanvasObject { return p.root }

// OnShow reads the board again.
func (p *Page) OnShow() {
	month := p.host.Month()
	var b office.Board
	p.host.Quiet(func(ctx context.Context) (err error) {
		b, err = p.source.Board(ctx, month)
		return err
	}, func(err error) {
		if err != nil {
			p.host.Fail(err)
			return
		}
		p.board.take(b)
		p.title.Set(fmt.Sprintf("Các đơn vị · tháng %s", month))
		p.arrange()
	})
}

// arrange filters and sorts anew.
func (p *Page) arrange() {
	p.board.arrange()
	p.chips.Objects, p.orders.Objects = nil, nil
	for _, f := range []struct {
		to    filter
		words string
		n     int
	}{{everybody, "Tất cả", len(p.board.rows)}, {withWork, "Còn việc", p.board.working()}} {
		b := xwidget.NewButton(f.words+" "+wording.So(f.n), func() {
			p.board.filter = f.to
			p.remember(filterPreference, string(f.to))
			p.arrange()
		})
		if p.board.filter == f.to {
			b.Weight = xwidget.Strong
		}
		p.chips.Add(b)
	}
	p.orders.Add(xwidget.Inset(0, 0, 6, 0, xwidget.NewCaption("Sắp xếp")))
	for _, o := range []struct {
		to    order
		words string
	}{{byName, "Tên"}, {byDue, "Hạn"}, {byWork, "Việc"}} {
		b := xwidget.NewQuiet(o.words, func() {
			p.board.order = o.to
			p.remember(orderPreference, string(o.to))
			p.arrange()
		})
		if p.board.order == o.to {
			b.Weight = xwidget.Usual
		}
		p.orders.Add(b)
	}
	p.grid.SetModel(p.board)
	p.count()
	p.root.Refresh()
}

func (p *Page) remember(key, value string) {
	if a := fyne.CurrentApp(); a != nil {
		a.Preferences().SetString(key, value)
	}
}

// open goes through the door of a cell.
func (p *Page) open(row, col int) {
	if row >= len(p.board.view) {
		return
	}
	r := p.board.at(row)
	p.host.GoAt(r.Employer.MaSoThue, doorOf(columns[col].tag, p.host.Month()))
}

func (p *Page) tickAll(on bool) {
	for row := range p.board.view {
		p.board.on[p.board.at(row).Employer.MaSoThue] = on
	}
	if !on {
		clear(p.board.on)
	}
	p.grid.Refresh()
	p.count()
}

// count says how many employers the buttons are about: those ticked, else those listed.
func (p *Page) count() {
	n := len(p.scope())
	for i, words := range []string{"Kiểm tra", "Gửi", "Ký"} {
		b := p.acts[i]
		b.Words = words + " " + wording.So(n) + " đơn vị"
		if n > 0 && !p.working {
			b.Enable()
		} else {
			b.Disable()
		}
	}
	if p.foot.Words == "" {
		p.foot.Set("Enter hoặc bấm đúp một số để mở · Phím cách để chọn đơn vị")
	}
	p.root.Refresh()
}

// scope are the employers that a work is for.
func (p *Page) scope() []office.BoardRow {
	var ticked, listed []office.BoardRow
	for _, i := range p.board.view {
		r := p.board.rows[i]
		listed = append(listed, r)
		if p.board.on[r.Employer.MaSoThue] {
			ticked = append(ticked, r)
		}
	}
	if len(ticked) > 0 {
		return ticked
	}
	return listed
}

// withSome keeps the employers that have something of a kind, with how much.
func withSome(rows []office.BoardRow, of func(office.BoardRow) int) (out []office.BoardRow, n int) {
	for _, r := range rows {
		if k := of(r); k > 0 {
			out, n = append(out, r), n+k
		}
	}
	return out, n
}

func taxCodes(rows []office.BoardRow) []string {
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = r.Employer.MaSoThue
	}
	return out
}
