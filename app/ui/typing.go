package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/caidat"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
	"ankhai/app/ui/xwidget/telex"
)

// typing is the switch in the status bar that says how fields are typed in.
type typing struct {
	root  *xwidget.Panel
	words *xwidget.Text
	say   func(words string, bad bool)
}

// typingMode is a mode with its name.
type typingMode struct {
	mode telex.Mode
	say  string
}

// typingWords are the modes in their order.
var typingWords = []typingMode{{telex.Off, "Tắt"}, {telex.Telex, "Telex"}, {telex.VNI, "VNI"}}

func newTyping(say func(words string, bad bool)) *typing {
	t := &typing{words: xwidget.NewCaption(""), say: say}
	icon := widget.NewIcon(theme.NewColoredResource(theme.MenuDropDownIcon(), look.Muted))
	t.root = xwidget.NewPanel(look.Surface, xwidget.Row(2, t.words, xwidget.Sized(14, 14, icon))).Door(t.menu)
	t.show()
	return t
}

// show writes the mode at hand.
func (t *typing) show() {
	mode, _ := xwidget.Typing()
	for _, w := range typingWords {
		if w.mode == mode {
			t.words.Set("Gõ: " + w.say)
		}
	}
	t.root.Refresh()
}

// menu offers the modes, and where the tone stands.
func (t *typing) menu() {
	c := fyne.CurrentApp().Driver().CanvasForObject(t.root)
	if c == nil {
		return
	}
	m := widget.NewPopUpMenu(t.choices(), c)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.root)
	m.ShowAtPosition(at.SubtractXY(0, m.MinSize().Height))
}

func (t *typing) choices() *fyne.Menu {
	mode, newTone := xwidget.Typing()
	item := func(words string, checked bool, m telex.Mode, tone bool) *fyne.MenuItem {
		it := fyne.NewMenuItem(words, func() { t.set(m, tone) })
		it.Checked = checked
		return it
	}
	out := fyne.NewMenu("")
	for _, w := range typingWords {
		out.Items = append(out.Items, item(w.say, w.mode == mode, w.mode, newTone))
	}
	out.Items = append(out.Items, fyne.NewMenuItemSeparator(),
		item("Bỏ dấu: hòa, thúy", !newTone, mode, false), item("Bỏ dấu: hoà, thuý", newTone, mode, true))
	return xwidget.Menu("", out.Items...)
}

// next goes to the next mode: Tắt, Telex, VNI, Tắt.
func (t *typing) next() {
	mode, newTone := xwidget.Typing()
	t.set((mode+1)%telex.Mode(len(typingWords)), newTone)
}

// set changes how fields are typed in.
func (t *typing) set(mode telex.Mode, newTone bool) {
	xwidget.SetTyping(mode, newTone)
	t.show()
	if mode == telex.Off {
		t.say("Bộ gõ của AnKhai đã tắt: máy gõ sao thì nhận vậy", false)
		return
	}
	t.say("Bộ gõ của AnKhai đang bật: tắt bộ gõ khác của máy để không bỏ dấu hai lần", false)
}

// asSetting is the switch as the settings show it.
func (t *typing) asSetting() *caidat.Typing {
	modes := make([]string, len(typingWords))
	for i, w := range typingWords {
		modes[i] = w.say
	}
	return &caidat.Typing{
		Modes: modes,
		At: func() int {
			mode, _ := xwidget.Typing()
			return slices.IndexFunc(typingWords, func(w typingMode) bool { return w.mode == mode })
		},
		Set: func(i int) {
			_, newTone := xwidget.Typing()
			t.set(typingWords[i].mode, newTone)
		},
		Notes: "Tắt khi máy đã có bộ gõ (UniKey, EVKey, OpenKey). Bật khi máy chưa có, hoặc trên macOS, nơi Telex có sẵn của máy không dùng được ở đây. Ctrl+Shift+V đổi nhanh.",
	}
}

// offerTyping asks once how somebody types on a machine whose own way of typing
// Vietnamese does not reach this window.
func (s *Shell) offerTyping(goos string) {
	if !xwidget.OfferTyping(goos) {
		return
	}
	var shut func()
	choose := func(m telex.Mode) func() {
		return func() {
			shut()
			s.typing.set(m, false)
		}
	}
	yes := xwidget.NewStrong("Gõ Telex", choose(telex.Telex))
	shut = s.Dialog("Gõ tiếng Việt", xwidget.Column(12, xwidget.Sized(500, 1, xwidget.Spacer()),
		xwidget.NewPara("Telex và VNI có sẵn của macOS không dùng được trong cửa sổ này: chữ đang gõ không hiện ra, phím xoá lại xoá chữ đã gõ trước đó. AnKhai có bộ gõ riêng."),
		xwidget.NewPara("Chọn kiểu gõ ở đây rồi để bàn phím của máy ở ABC. Ai đang dùng OpenKey, EVKey hoặc GõNhanh thì chọn Để tắt. Đổi lại lúc nào cũng được ở góc dưới bên phải.").In(look.Muted),
		xwidget.Row(8, xwidget.Spacer(), xwidget.NewButton("Để tắt", choose(telex.Off)), xwidget.NewButton("Gõ VNI", choose(telex.VNI)), yes)))
	s.Focus(yes)
}
