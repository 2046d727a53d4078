// Package giaodien is how the program looks and speaks to one person on one machine,
// «Giao diện»: colours, how close rows stand, the size of everything, the language of
// the window. The choices are remembered on this machine and put on at the start.
//
// It knows no screen; app/ui puts them on, app/ui/caidat lets a person choose.
package giaodien

import (
	"os"
	"strconv"

	"fyne.io/fyne/v2"

	"ankhai/app/ui/prefs"
	"ankhai/app/ui/xwidget/look"
	"ankhai/app/ui/xwidget/wordbook"
)

// The choices, each with the value that holds at first in front.
var (
	Nen    = prefs.NewChoice("giao-dien.nen", "sang", "toi", "tuong-phan", "he-thong")
	MatDo  = prefs.NewChoice("giao-dien.mat-do", "vua", "thoang", "gon")
	CoChu  = prefs.NewChoice("giao-dien.co-chu", "100", "110", "120", "130", "150", "180", "200")
	Ngu    = prefs.NewChoice("giao-dien.ngon-ngu", string(wordbook.Vietnamese), string(wordbook.English), string(wordbook.Both))
	rooms  = map[string]look.Density{"vua": look.Normal, "thoang": look.Roomy, "gon": look.Compact}
	titles = map[string]string{
		"sang": "Sáng", "toi": "Tối", "tuong-phan": "Tương phản cao", "he-thong": "Theo hệ thống",
		"vua": "Vừa", "thoang": "Thoáng", "gon": "Gọn",
		string(wordbook.Vietnamese): "Tiếng Việt", string(wordbook.English): "English", string(wordbook.Both): "Cả hai thứ tiếng",
	}
)

// Title is a value in words.
func Title(v string) string {
	if t, ok := titles[v]; ok {
		return t
	}
	return v + " %"
}

// Theme is the theme that was chosen.
func Theme() look.Theme {
	nen := Nen.Get()
	return look.Theme{Dark: nen == "toi", Contrast: nen == "tuong-phan", System: nen == "he-thong", Rows: rooms[MatDo.Get()]}
}

// Scale is the size of everything that was chosen, 1 for that of the machine.
func Scale() float32 {
	n, err := strconv.Atoi(CoChu.Get())
	if err != nil {
		return 1
	}
	return float32(n) / 100
}

// scaleKey is what Fyne reads the size of everything from, whenever the theme changes.
const scaleKey = "FYNE_SCALE"

// Wear puts on what was chosen. A size that the person's own environment asks for
// holds until another is chosen here. Fyne's own words are in one language: English
// where that alone was chosen.
func Wear(a fyne.App) error {
	if v := CoChu.Get(); v != CoChu.Values()[0] || os.Getenv(scaleKey) != "" && resized {
		resized = os.Setenv(scaleKey, strconv.FormatFloat(float64(Scale()), 'f', 2, 32)) == nil
	}
	wordbook.Choose(wordbook.Language(Ngu.Get()))
	words := look.Vietnamese
	if wordbook.Chosen() == wordbook.English {
		words = look.English
	}
	err := words()
	a.Settings().SetTheme(Theme()) // draws every window anew
	return err
}

// resized: the size in the environment is of this package.
var resized bool
