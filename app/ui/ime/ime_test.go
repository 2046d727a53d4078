package ime

import "testing"

// Each story is the messages of a window, and how many Backspaces no key brought.
func TestWatch(t *testing.T) {
	type m struct {
		message uint32
		value   uintptr
		control bool
	}
	const packet = 0xE7 // VK_PACKET: a key of Unicode
	press := func(v uintptr) m { return m{keyDown, v, false} }
	char := func(v uintptr) m { return m{character, v, false} }
	for name, c := range map[string]struct {
		comes []m
		want  int
	}{
		"a person presses Backspace":                 {[]m{press(backspace), char(8), {keyUp, backspace, false}}, 0},
		"and holds it":                               {[]m{press(backspace), char(8), press(backspace), char(8), press(backspace), char(8)}, 0},
		"an input method presses the key":            {[]m{press('E'), char('e'), press(backspace), char(8), press(packet), char(0x1EBF)}, 0},
		"it sends the character as a key":            {[]m{press('E'), char('e'), press(packet), char(8), press(packet), char(0x1EBF)}, 1},
		"it sends the character as a message":        {[]m{press('E'), char('e'), char(8), char(8), char(0x1EBF)}, 2},
		"Ctrl+Backspace brings U+007F":               {[]m{press(backspace), char(0x7F), char(8)}, 1},
		"Ctrl+H is no Backspace":                     {[]m{{keyDown, letterH, true}, char(8)}, 0},
		"H alone is a letter":                        {[]m{press(letterH), char('h'), char(8)}, 1},
		"a message overtakes the character of a key": {[]m{press(backspace), char(8), char(8)}, 1},
		"a key whose character never comes":          {[]m{press(backspace), press('A'), char('a'), char(8)}, 1},
		"other messages say nothing":                 {[]m{{0x0200, 8, false}, {keyUp, backspace, false}}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			var w watch
			got := 0
			for _, m := range c.comes {
				if w.sees(m.message, m.value, m.control) {
					got++
				}
			}
			if got != c.want {
				t.Errorf("%d, want %d", got, c.want)
			}
		})
	}
}
