package giaodien_test

import (
	"os"
	"testing"

	"fyne.io/fyne/v2/test"

	"ankhai/app/ui/giaodien"
	"ankhai/app/ui/xwidget/look"
)

// What was chosen is put on, and taken off again when the first value is chosen.
func TestWear(t *testing.T) {
	t.Setenv("FYNE_SCALE", "")
	a := test.NewTempApp(t)
	giaodien.Wear(a)
	if a.Settings().Theme() != (look.Theme{}) || os.Getenv("FYNE_SCALE") != "" {
		t.Errorf("at first %+v at %q", a.Settings().Theme(), os.Getenv("FYNE_SCALE"))
	}
	giaodien.Nen.Set("tuong-phan")
	giaodien.MatDo.Set("gon")
	giaodien.CoChu.Set("150")
	giaodien.Wear(a)
	if got, want := a.Settings().Theme(), (look.Theme{Contrast: true, Rows: look.Compact}); got != want || os.Getenv("FYNE_SCALE") != "1.50" {
		t.Errorf("chosen %+v at %q", got, os.Getenv("FYNE_SCALE"))
	}
	giaodien.CoChu.Set("100")
	giaodien.Nen.Set("he-thong")
	giaodien.Wear(a)
	if got, want := a.Settings().Theme(), (look.Theme{System: true, Rows: look.Compact}); got != want || os.Getenv("FYNE_SCALE") != "1.00" {
		t.Errorf("chosen back %+v at %q", got, os.Getenv("FYNE_SCALE"))
	}
	if giaodien.Title("150") != "150 %" || giaodien.Title("toi") != "Tối" {
		t.Error("titles")
	}
}
