package prefs_test

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"ankhai/app/ui/prefs"
)

// What was not declared is not kept, and what another version left is not taken.
func TestOnlyDeclaredValues(t *testing.T) {
	a := test.NewTempApp(t)
	c := prefs.NewChoice("loc", "tat-ca", "thieu")
	if c.Get() != "tat-ca" || c.At() != 0 {
		t.Errorf("at first %q", c.Get())
	}
	c.Set("thieu")
	c.Set("Nguyễn Văn An")
	if c.Get() != "thieu" || c.At() != 1 {
		t.Errorf("kept %q", c.Get())
	}
	a.Preferences().SetString("loc", "bỏ từ lâu")
	if c.Get() != "tat-ca" {
		t.Errorf("took %q of another version", c.Get())
	}
	n := prefs.NewNumber("rong", 900, 2560, 1240)
	n.Set(10_000)
	if n.Get() != 2560 {
		t.Errorf("kept %d", n.Get())
	}
	a.Preferences().SetInt("rong", 7)
	if n.Get() != 1240 {
		t.Errorf("took %d", n.Get())
	}
}
