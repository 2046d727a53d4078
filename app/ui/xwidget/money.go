package xwidget

import (
	"errors"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
)

// mostDong bounds a sum of money: fifteen digits are more than any fund has.
const mostDong = 999_999_999_999_999

// MoneyEntry is a field for đồng: whole numbers with dots between thousands, which
// come and go by themselves.
type MoneyEntry struct {
	Entry
	// Most is the highest sum; what is higher is refused.
	Most int64
	// OnRefused hears in words why a key was refused.
	OnRefused func(words string)
}

// NewMoney makes a field for a sum up to most; 0 is no bound of its own.
func NewMoney(most int64) *MoneyEntry {
	m := &MoneyEntry{Most: most}
	if most <= 0 || most > mostDong {
		m.Most = mostDong
	}
	m.Plain = true
	m.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	m.PlaceHolder = "đồng"
	m.Check = func(text string) error {
		if strings.TrimSpace(text) == "" {
			return nil
		}
		_, err := m.read(text)
		return err
	}
	m.ExtendBaseWidget(m)
	return m
}

// Value is the sum; ok is false for an empty field and for what is no sum.
func (m *MoneyEntry) Value() (dong int64, ok bool) {
	v, err := m.read(m.Text)
	return v, err == nil
}

// SetValue shows a sum.
func (m *MoneyEntry) SetValue(dong int64) { m.SetDigits(strconv.FormatInt(dong, 10)) }

// Digits is the sum without dots, "" for an empty field; what is no sum stays as
// it is written, for whoever reads it to refuse.
func (m *MoneyEntry) Digits() string {
	if m.Fault() != "" {
		return strings.TrimSpace(m.Text)
	}
	return onlyDigits(m.Text)
}

// SetDigits shows a sum that is written without dots.
func (m *MoneyEntry) SetDigits(text string) {
	if _, err := m.read(text); err == nil {
		text = dots(onlyDigits(text))
	}
	m.SetText(text)
}

func (m *MoneyEntry) read(text string) (int64, error) {
	digits := onlyDigits(text)
	for _, r := range text {
		if (r < '0' || r > '9') && !strings.ContainsRune(" .\u00a0đ", r) {
			return 0, errors.New("chỉ ghi số, ví dụ 5.310.000")
		}
	}
	if digits == "" {
		return 0, errors.New("chỉ ghi số, ví dụ 5.310.000")
	}
	v, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || v > m.Most {
		return 0, errors.New("không quá " + dots(strconv.FormatInt(m.Most, 10)) + " đồng")
	}
	return v, nil
}

// TypedRune takes digits; the dots of thousands and đ need no typing.
func (m *MoneyEntry) TypedRune(r rune) {
	if r < '0' || r > '9' || m.Disabled() {
		return
	}
	before := m.Text
	caret := m.CursorTextOffset()
	m.mute(func() { m.Entry.TypedRune(r) })
	if _, err := m.read(m.Text); err != nil {
		m.mute(func() { m.retype(before, caret) })
		if m.OnRefused != nil {
			m.OnRefused(err.Error())
		}
		return
	}
	m.group(before)
}

// TypedKey takes a digit away, never a dot alone.
func (m *MoneyEntry) TypedKey(k *fyne.KeyEvent) {
	if k.Name != fyne.KeyBackspace && k.Name != fyne.KeyDelete || m.Disabled() {
		m.Entry.TypedKey(k)
		return
	}
	before := m.Text
	rs, at := []rune(m.Text), m.CursorTextOffset()
	if m.SelectedText() == "" { // step over a dot first
		switch {
		case k.Name == fyne.KeyBackspace && at > 0 && rs[at-1] == '.':
			m.CursorColumn--
		case k.Name == fyne.KeyDelete && at < len(rs) && rs[at] == '.':
			m.CursorColumn++
		}
	}
	m.mute(func() { m.Entry.TypedKey(k) })
	m.group(before)
}

// TypedShortcut puts the dots into what is pasted or cut.
func (m *MoneyEntry) TypedShortcut(s fyne.Shortcut) {
	before := m.Text
	m.mute(func() { m.Entry.TypedShortcut(s) })
	switch s.(type) {
	case *fyne.ShortcutPaste, *fyne.ShortcutCut:
		m.group(before)
		return
	}
	if m.Text != before && m.OnChanged != nil {
		m.OnChanged(m.Text)
	}
}

// group puts the dots where they belong and keeps the digits right of the cursor.
func (m *MoneyEntry) group(before string) {
	rs := []rune(m.Text)
	right := len(onlyDigits(string(rs[min(len(rs), m.CursorTextOffset()):])))
	now := m.Text
	if _, err := m.read(m.Text); err == nil {
		now = dots(onlyDigits(m.Text))
	}
	caret := len([]rune(now))
	for n := 0; caret > 0 && n < right; caret-- {
		if r := []rune(now)[caret-1]; '0' <= r && r <= '9' {
			n++
		}
	}
	m.mute(func() { m.retype(now, caret) })
	if m.Text != before && m.OnChanged != nil {
		m.OnChanged(m.Text)
	}
}

// dots puts a dot between thousands, and takes leading zeros away.
func dots(digits string) string {
	for len(digits) > 1 && digits[0] == '0' {
		digits = digits[1:]
	}
	var b strings.Builder
	for i, r := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}
