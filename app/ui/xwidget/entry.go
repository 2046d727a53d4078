package xwidget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/text/unicode/norm"

	"ankhai/app/ui/xwidget/telex"
	"ankhai/app/ui/xwidget/wordbook"
)

// Entry is a field of text, and the base of every other: what is typed and pasted
// into it is NFC, Telex or VNI make Vietnamese of its keys where they are switched
// on, and keys that it has no use for reach the window.
type Entry struct {
	widget.Entry
	// Plain keeps keys what they are: codes, numbers, addresses of mail.
	Plain bool
	// Check says what is wrong with a text; it shows when the field is left, and
	// goes as soon as it is mended.
	Check func(text string) error

	self   fyne.Widget // the outermost widget, which is the one on the window
	hint   string      // Vietnamese
	hinted string      // as it is shown
	typer  telex.Typer
	middle map[string]bool // texts in the middle of a key, where no undo stops
	shift  bool
}

// NewEntry makes a field for words.
func NewEntry() *Entry {
	e := &Entry{}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.ExtendBaseWidget(e)
	return e
}

// NewCode makes a field for what is no Vietnamese: a code, a number, an address.
func NewCode() *Entry {
	e := NewEntry()
	e.Plain = true
	return e
}

// NewLines makes a field of several lines.
func NewLines() *Entry {
	e := NewEntry()
	e.MultiLine = true
	return e
}

// NewPassword makes a field that hides what is typed, and takes it as it is.
func NewPassword() *Entry {
	e := NewEntry()
	e.Password = true
	return e
}

// ExtendBaseWidget keeps the outermost widget.
func (e *Entry) ExtendBaseWidget(w fyne.Widget) {
	e.self = w
	e.Entry.ExtendBaseWidget(w)
}

// CreateRenderer shows the hint in the person's language.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	e.sayHint()
	return e.Entry.CreateRenderer()
}

// Refresh says the hint anew: the language may be another one.
func (e *Entry) Refresh() {
	e.sayHint()
	e.Entry.Refresh()
}

// SetPlaceHolder changes the hint.
func (e *Entry) SetPlaceHolder(hint string) {
	e.PlaceHolder = hint
	e.Refresh()
}

func (e *Entry) sayHint() {
	if e.PlaceHolder != e.hinted {
		e.hint = e.PlaceHolder
	}
	e.hinted = wordbook.Line(e.hint, bothLine)
	e.PlaceHolder = e.hinted
}

// TypedRune puts a letter in, or makes one of the letters before it.
func (e *Entry) TypedRune(r rune) {
	if e.Disabled() {
		return
	}
	if e.Password {
		e.Entry.TypedRune(r)
		return
	}
	e.typer.Mode, e.typer.New = telex.Off, false
	if !e.Plain {
		e.typer.Mode, e.typer.New = Typing()
	}
	if e.SelectedText() != "" {
		e.mute(func() { e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace}) })
		e.typer.Forget()
	}
	e.put(e.typer.Type(e.left(), r))
}

// Finish ends the word at the cursor: one that is no Vietnamese comes back as it
// was typed.
func (e *Entry) Finish() {
	if e.Plain || e.Password || e.Disabled() || e.typer.Mode == telex.Off {
		return
	}
	e.put(e.typer.Finish(e.left()))
}

// left is the text before the cursor.
func (e *Entry) left() string {
	rs := []rune(e.Text)
	return string(rs[:min(len(rs), e.CursorTextOffset())])
}

// put takes letters away before the cursor and puts others there, as one change.
func (e *Entry) put(cut int, put string) {
	rs := []rune(put)
	if cut == 0 {
		if len(rs) == 1 {
			e.Entry.TypedRune(rs[0])
			return
		}
		if len(rs) == 0 {
			return
		}
	}
	defer e.mended()
	before := e.Text
	e.mute(func() {
		if len(e.middle) > 100 || e.middle == nil {
			e.middle = map[string]bool{}
		}
		for i := range cut {
			e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			if len(rs) > 0 || i < cut-1 {
				e.middle[e.Text] = true
			}
		}
		for i, r := range rs {
			e.Entry.TypedRune(r)
			if i < len(rs)-1 {
				e.middle[e.Text] = true
			}
		}
	})
	if e.OnChanged != nil && e.Text != before {
		e.OnChanged(e.Text)
	}
}

// mute does something of which nobody hears.
func (e *Entry) mute(do func()) {
	tell := e.OnChanged
	e.OnChanged = nil
	do()
	e.OnChanged = tell
}

// TypedKey edits; keys that mean nothing to a field go to the window.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	switch {
	case MenuKey(k, e.shift):
		e.openMenu()
		return
	case forWindow(k.Name):
		toWindow(e.self, k)
		return
	case k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter:
		e.Finish()
	}
	e.Entry.TypedKey(k)
	e.mended()
}

// KeyDown and KeyUp follow Shift for Shift+F10.
func (e *Entry) KeyDown(k *fyne.KeyEvent) {
	e.shift = e.shift || isShift(k.Name)
	e.Entry.KeyDown(k)
}

// KeyUp follows Shift.
func (e *Entry) KeyUp(k *fyne.KeyEvent) {
	e.shift = e.shift && !isShift(k.Name)
	e.Entry.KeyUp(k)
}

// openMenu opens the field's own menu below the cursor.
func (e *Entry) openMenu() {
	if m, ok := e.self.(fyne.SecondaryTappable); ok {
		m.TappedSecondary(&fyne.PointEvent{Position: e.CursorPosition()})
	}
}

// forWindow reports whether a key is one of the window's: the F keys and Esc.
func forWindow(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8,
		fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		return true
	}
	return false
}

// toWindow hands a key to the window around a widget.
func toWindow(w fyne.CanvasObject, k *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(w)
	if c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(k)
	}
}

// TypedShortcut pastes in NFC and undoes whole keys. A shortcut that is none of a
// field's goes to the window, which a field would keep it from.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	switch v := s.(type) {
	case *fyne.ShortcutPaste:
		if !e.Password {
			s = &fyne.ShortcutPaste{Clipboard: normal{v.Clipboard, e.MultiLine, e.Plain}, Secondary: v.Secondary}
		}
		e.typer.Forget()
	case *fyne.ShortcutUndo:
		e.again(e.Undo)
		return
	case *fyne.ShortcutRedo:
		e.again(e.Redo)
		return
	case *desktop.CustomShortcut:
		if !editing(v) {
			shortcutToWindow(e.self, s)
			return
		}
	}
	e.Entry.TypedShortcut(s)
}

// again undoes or does again, past texts in the middle of a key.
func (e *Entry) again(step func()) {
	e.typer.Forget()
	before := e.Text
	e.mute(func() {
		step()
		for at := ""; e.middle[e.Text] && e.Text != at; {
			at = e.Text
			step()
		}
	})
	if e.OnChanged != nil && e.Text != before {
		e.OnChanged(e.Text)
	}
}

// editing reports whether a shortcut moves or deletes in a field.
func editing(s *desktop.CustomShortcut) bool {
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
		return true
	}
	return false
}

// shortcutToWindow hands a shortcut to the window around a widget.
func shortcutToWindow(w fyne.CanvasObject, s fyne.Shortcut) {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(w).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// FocusLost ends the word, and shows what is wrong with the text.
func (e *Entry) FocusLost() {
	e.shift = false
	e.Finish()
	if e.Check != nil && e.Check(e.Text) != nil {
		e.Validator = e.Check
	}
	e.Entry.FocusLost()
	e.mended()
}

// mended takes the sign of a fault away that is there no more.
func (e *Entry) mended() {
	if e.Check != nil && e.Validator != nil && e.Check(e.Text) == nil {
		e.SetValidationError(nil)
		e.Validator = nil
		e.Refresh()
	}
}

// Fault says what is wrong with the text, "" where nothing is.
func (e *Entry) Fault() string {
	if e.Check == nil {
		return ""
	}
	if err := e.Check(e.Text); err != nil {
		return err.Error()
	}
	return ""
}

// normal is a clipboard whose text is NFC, and one line where a field has one. A
// code has no room around it.
type normal struct {
	fyne.Clipboard
	lines, code bool
}

// Content is the text.
func (n normal) Content() string {
	s := strings.ReplaceAll(norm.NFC.String(n.Clipboard.Content()), "\r\n", "\n")
	if !n.lines {
		s = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ", "\u00a0", " ").Replace(s)
	}
	if n.code {
		s = strings.TrimSpace(s)
	}
	return s
}
