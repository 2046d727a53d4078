// Package lenh is the search for everything, Ctrl+K: one line, and below it what was
// found, by groups. Arrows choose, Enter opens, Esc leaves; the pointer works too.
//
// It shows what app/office finds and what the window itself can do, and decides
// nothing. Only app/ui imports it.
package lenh

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"ankhai/app/office"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Source is what the search asks of the use cases.
type Source interface {
	Find(ctx context.Context, q office.FindQuery) ([]office.FoundGroup, error)
	ReadyFind(ctx context.Context) error
}

// Host is what the search asks of the window.
type Host interface {
	Dialog(title string, content fyne.CanvasObject) (shut func())
	Quiet(work func(context.Context) error, done func(error))
	Fail(error)
	Focus(fyne.Focusable)
	Go(office.Place)
}

// Deed is something the window can do by itself: a place to go to, a command, a setting.
type Deed struct {
	Kind       office.FindKind
	Icon       string // a drawing of its own; "" is that of the kind
	Title, Say string
	Words      string // other words it is found by
	Command    string // how the console does it, after «bhxh»; "" where it has no meaning there
	Do         func()
}

// Desk opens the search.
type Desk struct {
	source Source
	host   Host
	deeds  func() []Deed // what the window can do now
}

// New makes a desk.
func New(source Source, host Host, deeds func() []Deed) *Desk {
	return &Desk{source, host, deeds}
}

// perKind is how many hits of a kind are shown: with the rest in sight, more words
// are quicker than a longer list.
const perKind = 5

// deedScreen marks the place of a deed, which is its number.
const deedScreen = "lenh"

// The size of the search fits into the smallest window.
const width, height = 640, 344

// sheet is the search while it is open.
type sheet struct {
	d     *Desk
	deeds []Deed
	own   []office.Findable

	entry   *entry
	list    *fyne.Container
	scroll  *xwidget.Scroll
	foot    *xwidget.Text
	command *xwidget.Text // of the chosen hit, on the console
	shut    func()

	asked int // the number of the last question, so that an older answer is dropped
	rows  []*row
	at    int
}

// Show opens the search with nothing typed, and lets the index be brought up to date
// behind it.
func (d *Desk) Show() {
	s := &sheet{d: d, deeds: d.deeds(), list: xwidget.Column(0), foot: xwidget.NewCaption(""), command: xwidget.NewCaption("").Aligned(fyne.TextAlignTrailing)}
	for i, x := range s.deeds {
		s.own = append(s.own, office.Findable{Kind: x.Kind, Title: x.Title, Say: x.Say, Words: x.Words, Go: office.Place{Screen: deedScreen, ID: strconv.Itoa(i)}})
	}
	s.entry = newEntry(s)
	s.scroll = xwidget.NewScroll(s.list)
	body := xwidget.Column(8, xwidget.Sized(width, 1, xwidget.Spacer()), s.entry,
		xwidget.Sized(width, height, s.scroll), xwidget.Shares(8, []float32{360, 280}, s.foot, s.command))
	s.shut = d.host.Dialog("Tìm mọi thứ", body)
	s.ask("")
	d.host.Focus(s.entry)
	d.host.Quiet(d.source.ReadyFind, func(err error) {
		if err != nil {
			d.host.Fail(err)
			return
		}
		if s.entry.Text != "" { // it was asked of the index before
			s.ask(s.entry.Text)
		}
	})
}

// ask finds what has the words of the term.
func (s *sheet) ask(term string) {
	s.asked++
	mine := s.asked
	var found []office.FoundGroup
	limit := perKind
	if term == "" {
		limit = 0
	}
	s.d.host.Quiet(func(ctx context.Context) (err error) {
		found, err = s.d.source.Find(ctx, office.FindQuery{Term: term, Limit: limit, Own: s.own})
		return err
	}, func(err error) {
		switch {
		case mine != s.asked: // something else was typed since
		case err != nil:
			s.d.host.Fail(err)
		default:
			s.show(found)
		}
	})
}

func (s *sheet) show(found []office.FoundGroup) {
	s.rows, s.list.Objects = nil, nil
	for i, g := range found {
		top := float32(10)
		if i == 0 {
			top = 2
		}
		title := xwidget.Row(8, xwidget.NewText(g.Title).Strong().Sized(look.SmallSize).In(look.Muted))
		if g.More > 0 {
			title.Add(xwidget.NewCaption("và " + strconv.Itoa(g.More) + " nữa, gõ thêm chữ để thấy"))
		}
		s.list.Add(xwidget.Inset(8, top, 0, 2, title))
		for _, h := range g.Hits {
			r := newRow(s, h, len(s.rows))
			s.rows = append(s.rows, r)
			s.list.Add(r)
		}
	}
	s.foot.Set("Mũi tên lên, xuống chọn · Enter mở · Esc đóng")
	if len(s.rows) == 0 {
		s.list.Add(xwidget.Inset(8, 8, 8, 8, xwidget.NewPara("Không tìm thấy gì. Thử ít chữ hơn, không dấu cũng được.").In(look.Muted)))
	}
	s.at = 0
	s.scroll.Reflow()
	s.scroll.ToTop()
	s.mark()
}

// deed is the deed that a hit is; nil where it is something that was found.
func (s *sheet) deed(h office.Findable) *Deed {
	if i, err := strconv.Atoi(h.Go.ID); err == nil && h.Go.Screen == deedScreen && i < len(s.deeds) {
		return &s.deeds[i]
	}
	return nil
}

// icon is the drawing of a hit.
func (s *sheet) icon(h office.Findable) string {
	if d := s.deed(h); d != nil && d.Icon != "" {
		return d.Icon
	}
	return icons[h.Kind]
}

// commandOf says how the console does the chosen hit.
func (s *sheet) commandOf() string {
	if s.at >= len(s.rows) {
		return ""
	}
	if d := s.deed(s.rows[s.at].hit); d != nil && d.Command != "" {
		return "Trong dòng lệnh: bhxh " + d.Command
	}
	return ""
}

// move chooses a neighbouring hit; beyond the ends it stays.
func (s *sheet) move(n int) {
	if len(s.rows) == 0 {
		return
	}
	s.at = min(max(s.at+n, 0), len(s.rows)-1)
	s.mark()
	s.scroll.Reveal(s.rows[s.at])
	if s.at == 0 {
		s.scroll.ToTop() // with the title of the group
	}
}

func (s *sheet) mark() {
	s.command.Set(s.commandOf())
	for i, r := range s.rows {
		if chosen := i == s.at; chosen != r.chosen {
			r.chosen = chosen
			r.Refresh()
		}
	}
}

// open goes where the chosen hit leads.
func (s *sheet) open() {
	if s.at >= len(s.rows) {
		return
	}
	hit := s.rows[s.at].hit
	s.shut()
	if d := s.deed(hit); d != nil {
		d.Do()
		return
	}
	s.d.host.Go(hit.Go)
}
