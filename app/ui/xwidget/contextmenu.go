package xwidget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/xwidget/wordbook"
)

// menuLine is how many letters of two languages a line of a menu has room for.
const menuLine = 60

// Menu is a menu of items in the person's language. Items are made anew for each
// menu; their words are Vietnamese.
func Menu(title string, items ...*fyne.MenuItem) *fyne.Menu {
	sayItems(items)
	return fyne.NewMenu(wordbook.Line(title, bothShort), items...)
}

func sayItems(items []*fyne.MenuItem) {
	for _, it := range items {
		if it.Label = wordbook.Line(it.Label, menuLine); it.ChildMenu != nil {
			sayItems(it.ChildMenu.Items)
		}
	}
}

// OpenMenu opens a menu at a position of an object; nothing without items.
func OpenMenu(of fyne.CanvasObject, at fyne.Position, items ...*fyne.MenuItem) {
	d := fyne.CurrentApp().Driver()
	if c := d.CanvasForObject(of); c != nil && len(items) > 0 {
		widget.ShowPopUpMenuAtPosition(Menu("", items...), c, d.AbsolutePositionForObject(of).Add(at))
	}
}

// MenuKey reports whether a key asks for the menu: the menu key, or F10 with Shift,
// which Fyne does not report with the key.
func MenuKey(k *fyne.KeyEvent, shift bool) bool {
	return k.Name == desktop.KeyMenu || k.Name == fyne.KeyF10 && shift
}

// isShift reports whether a key is one of the two.
func isShift(k fyne.KeyName) bool { return k == desktop.KeyShiftLeft || k == desktop.KeyShiftRight }

// MenuArea gives an object a menu for the right button. It takes no keys: what has
// them asks MenuKey and calls Open.
type MenuArea struct {
	widget.BaseWidget
	content fyne.CanvasObject
	items   func() []*fyne.MenuItem
}

var _ fyne.SecondaryTappable = (*MenuArea)(nil)

// WithMenu puts a menu over an object; items are asked for when it opens.
func WithMenu(content fyne.CanvasObject, items func() []*fyne.MenuItem) *MenuArea {
	m := &MenuArea{content: content, items: items}
	m.ExtendBaseWidget(m)
	return m
}

// TappedSecondary opens the menu under the pointer.
func (m *MenuArea) TappedSecondary(e *fyne.PointEvent) { OpenMenu(m, e.Position, m.items()...) }

// Open opens the menu in the corner, for the keyboard.
func (m *MenuArea) Open() { OpenMenu(m, fyne.NewPos(8, 8), m.items()...) }

// HeightFor is the height the content needs at a width.
func (m *MenuArea) HeightFor(width float32) float32 { return HeightFor(m.content, width) }

// CreateRenderer shows the content.
func (m *MenuArea) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(m.content) }
