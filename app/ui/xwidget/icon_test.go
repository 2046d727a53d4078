package xwidget_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ankhai/app/ui/uitest"
	"ankhai/app/ui/xwidget"
	"ankhai/app/ui/xwidget/look"
)

// Every drawing can be told from the others, in all three sets of colours.
func TestIconsPicture(t *testing.T) {
	names := []string{"tong-quan", "nguoi-lao-dong", "bang-luong", "ho-so", "thu-tuc", "doi-chieu", "cong-cu", "chu-ky", "hop-thu", "cac-don-vi", "bao-cao", "cai-dat", "tim", "khong-co"}
	row := func() fyne.CanvasObject {
		var icons []fyne.CanvasObject
		for _, n := range names {
			icons = append(icons, xwidget.Icon(n, look.RailText, 20))
		}
		return xwidget.NewPanel(look.Rail, xwidget.Inset(12, 12, 12, 12, xwidget.Row(16, icons...)))
	}
	for name, theme := range map[string]look.Theme{"icons": {}, "icons-contrast": {Contrast: true}} {
		uitest.App(t).Settings().SetTheme(theme)
		uitest.Golden(t, name, uitest.Window(t, 520, 44, row()).Canvas())
	}
}
