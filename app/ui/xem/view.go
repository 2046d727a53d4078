package xem

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ankhai/app/office"
	"ankhai/app/pdfview"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// view is the content of the window: bars above, files beside, pages.
type view struct {
	desk   *Desk
	files  []office.File
	at     int // the file that is shown
	gone   bool
	asking *printing // how to print; nil: nobody is asked

	pane   *pane
	search *xwidget.SearchEntry
	page   *xwidget.Text
	zoom   *xwidget.Text
	found  *xwidget.Text
	note   *xwidget.Panel
	words  *xwidget.Text
	list   *fyne.Container
	root   fyne.CanvasObject
	sought string // what hits are of
}

func newView(d *Desk, files []office.File) *view {
	v := &view{desk: d, files: files, page: xwidget.NewText(""), zoom: xwidget.NewText(""), found: xwidget.NewCaption(""), words: xwidget.NewPara("")}
	v.pane = newPane(d, v.changed)
	v.search = xwidget.NewSearch("Tìm chữ trong tệp", nil)
	v.search.OnDown = func() {
		v.find(1)
		if c := fyne.CurrentApp().Driver().CanvasForObject(v.search); c != nil {
			c.Unfocus() // the keys go to the pages again
		}
	}
	v.note = xwidget.NewPanel(look.NoticeBg, xwidget.Inset(16, 10, 16, 10, v.words))
	v.note.Hide()
	small := func(words string, f func()) *xwidget.Button { return xwidget.NewButton(words, f).Tiny() }
	bar := xwidget.Row(6,
		small("‹", func() { v.turnPage(-1) }), v.page, small("›", func() { v.turnPage(1) }), xwidget.Sized(10, 1, xwidget.Spacer()),
		small("–", func() { v.step(false) }), v.zoom, small("+", func() { v.step(true) }),
		small("Vừa bề ngang", func() { v.fit(fitWidth) }), small("Cả trang", func() { v.fit(fitPage) }), small("Xoay", v.turn), xwidget.Spacer(),
		small("Lưu", func() { d.host.SaveFile(v.file()) }), small("Mở", func() { d.host.Show([]office.File{v.file()}) }), small("In…", v.print))
	second := xwidget.Row(8, xwidget.Sized(240, look.ButtonHigh, v.search), xwidget.NewButton("Trước", func() { v.find(-1) }), xwidget.NewButton("Sau", func() { v.find(1) }), v.found)
	top := xwidget.NewPanel(look.Surface, xwidget.Dock(nil, xwidget.NewRule(), nil, nil, xwidget.Inset(12, 8, 12, 8, xwidget.Column(8, bar, second))))
	var beside fyne.CanvasObject
	if len(files) > 1 {
		v.list = xwidget.Column(2)
		beside = xwidget.Sized(220, 0, xwidget.NewPanel(look.Surface, xwidget.NewScroll(xwidget.Inset(8, 8, 8, 8, v.list))))
	}
	body := xwidget.Dock(v.note, nil, beside, nil, v.pane.root)
	v.root = xwidget.NewPanel(look.Page, xwidget.Dock(top, nil, nil, nil, body))
	return v
}

func (v *view) file() office.File { return v.files[v.at] }

// choose shows another file.
func (v *view) choose(i int) {
	v.at = i
	v.listed()
	v.tell("")
	v.sought = ""
	v.pane.set(nil)
	v.found.Set("")
	f := v.file()
	var doc *pdfview.Document
	v.desk.host.Quiet(func(ctx context.Context) error {
		pdf, err := v.desk.source.Pages(f)
		if err == nil {
			doc, err = v.desk.drawer.Open(ctx, pdf)
		}
		return err
	}, func(err error) {
		switch {
		case v.gone || v.at != i: // closed, or another one was chosen meanwhile
			if doc != nil {
				doc.Close()
			}
		case err != nil:
			v.tell(whyNot(err))
			v.changed(nil)
		default:
			v.pane.set(doc)
		}
	})
}

// listed writes the list of files, the one that is shown marked.
func (v *view) listed() {
	if v.list == nil {
		return
	}
	v.list.Objects = nil
	for i, f := range v.files {
		name, fill := xwidget.NewText(f.Name).Wrapped(2), look.Surface
		if i == v.at {
			name, fill = name.Strong(), look.Selection
		}
		line := xwidget.NewPanel(fill, xwidget.Inset(8, 6, 8, 6, xwidget.Column(1, name, xwidget.NewCaption(sizeSay(len(f.Bytes))))))
		if i == v.at {
			line.Stripe = look.Primary
		}
		v.list.Add(line.Door(func() { v.choose(i) }))
	}
	v.list.Refresh()
}

func sizeSay(n int) string { return fmt.Sprintf("%d KB", (n+1023)/1024) }

// tell says something over the pages; "" takes it away.
func (v *view) tell(words string) {
	v.words.Set(words)
	v.note.Hidden = words == ""
	v.root.Refresh()
}

// changed writes where one is.
func (v *view) changed(err error) {
	if err != nil && !v.gone {
		v.tell(whyNot(err))
	}
	n := len(v.pane.sheets.sizes)
	page, zoom := "Trang – / –", "–"
	if n > 0 {
		page, zoom = fmt.Sprintf("Trang %d / %d", v.pane.hand()+1, n), fmt.Sprintf("%d %%", v.pane.sheets.zoom)
	}
	if page != v.page.Words || zoom != v.zoom.Words {
		v.page.Set(page)
		v.zoom.Set(zoom)
		v.root.Refresh()
	}
}

func (v *view) turnPage(by int) { v.pane.goTo(v.pane.hand() + by) }

func (v *view) step(up bool) {
	v.pane.sheets.step(up)
	v.pane.lay()
}

func (v *view) fit(how fit) {
	v.pane.sheets.fit = how
	v.pane.lay()
}

func (v *view) turn() {
	v.pane.sheets.turn = (v.pane.sheets.turn + 1) % 4
	v.pane.lay()
}

// find goes to the next place of the words, or to the one before.
func (v *view) find(by int) {
	words, doc := v.search.Text, v.pane.doc
	if doc == nil || words == "" {
		return
	}
	if words == v.sought {
		v.goHit(by)
		return
	}
	from, pages, ctx := v.pane.hand(), len(v.pane.sheets.sizes), v.pane.ctx
	var hits []pdfview.Hit
	v.desk.host.Quiet(func(context.Context) error {
		for i := range min(pages, searched) {
			more, err := doc.Find(ctx, i, words)
			if err != nil {
				return err
			}
			if hits = append(hits, more...); len(hits) > hitsAtMost {
				break
			}
		}
		return nil
	}, func(err error) {
		if v.gone || doc != v.pane.doc {
			return
		}
		if err != nil {
			v.tell(whyNot(err))
			return
		}
		v.sought, v.pane.hits, v.pane.hit = words, hits, -1
		for i, h := range hits {
			if h.Page >= from {
				v.pane.hit = i - 1
				break
			}
		}
		v.goHit(1)
	})
}

// What is searched of a file.
const (
	searched   = 2000
	hitsAtMost = 1000
)

func (v *view) goHit(by int) {
	p := v.pane
	if len(p.hits) == 0 {
		v.found.Set("Không thấy chữ này trong tệp")
		p.paint()
		v.root.Refresh()
		return
	}
	p.hit = (p.hit + by + len(p.hits)) % len(p.hits)
	h := p.hits[p.hit]
	v.found.Set(fmt.Sprintf("Chỗ %d / %d, trang %d", p.hit+1, len(p.hits), h.Page+1))
	y := p.places[h.Page].Y
	if len(h.Boxes) > 0 {
		_, part, _, _ := turned(h.Boxes[0], p.sheets.turn)
		y += part * p.sheets.size(h.Page).Height
	}
	p.scroll.ScrollToOffset(fyne.NewPos(p.scroll.Offset.X, max(0, y-p.scroll.Size().Height/3)))
	p.paint()
	v.root.Refresh()
}

// keys makes the window work without a mouse.
func (v *view) keys(c fyne.Canvas) {
	for _, k := range v.shortcuts(c) {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: k.key, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) { k.do() })
		if k.key == fyne.KeyPlus || k.key == fyne.KeyEqual { // on most keyboards plus is typed with Shift
			c.AddShortcut(&desktop.CustomShortcut{KeyName: k.key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}, func(fyne.Shortcut) { k.do() })
		}
	}
	c.SetOnTypedKey(v.typed)
}

// shortcut is what Ctrl or Command with a key does.
type shortcut struct {
	key fyne.KeyName
	do  func()
}

func (v *view) shortcuts(c fyne.Canvas) []shortcut {
	return []shortcut{
		{fyne.KeyPlus, func() { v.step(true) }},
		{fyne.KeyEqual, func() { v.step(true) }}, // plus without Shift
		{fyne.KeyMinus, func() { v.step(false) }},
		{fyne.Key0, func() { v.fit(fitWidth) }},
		{fyne.Key9, func() { v.fit(fitPage) }},
		{fyne.KeyR, v.turn},
		{fyne.KeyPageDown, func() { v.choose((v.at + 1) % len(v.files)) }},
		{fyne.KeyPageUp, func() { v.choose((v.at + len(v.files) - 1) % len(v.files)) }},
		{fyne.KeyF, func() { c.Focus(v.search) }},
		{fyne.KeyP, v.print},
		{fyne.KeyS, func() { v.desk.host.SaveFile(v.file()) }},
	}
}

func (v *view) typed(k *fyne.KeyEvent) {
	room := v.pane.scroll.Size()
	const line = 48
	switch k.Name {
	case fyne.KeyEscape:
		if v.asking != nil {
			v.asking.shut()
			return
		}
		v.desk.Close()
	case fyne.KeyPageDown, fyne.KeySpace:
		v.pane.by(0, room.Height-line)
	case fyne.KeyPageUp:
		v.pane.by(0, line-room.Height)
	case fyne.KeyDown:
		v.pane.by(0, line)
	case fyne.KeyUp:
		v.pane.by(0, -line)
	case fyne.KeyRight:
		v.pane.by(line, 0)
	case fyne.KeyLeft:
		v.pane.by(-line, 0)
	case fyne.KeyHome:
		v.pane.goTo(0)
	case fyne.KeyEnd:
		v.pane.goTo(len(v.pane.places) - 1)
	case fyne.KeyF3:
		v.find(1)
	}
}

// shut gives the memory of the file back.
func (v *view) shut() {
	v.gone = true
	v.pane.set(nil)
}
