// Command o-go is a window with one line to type in, for the test of the input
// methods: what stands in the line is written to the file that it is given.
package main

import (
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"

	"ankhai/app/ui/ime"
)

func main() {
	out, repair := os.Args[1], os.Args[2] == "sua"
	a := app.NewWithID("vn.ankhai.o-go")
	w := a.NewWindow("o-go")
	line := widget.NewEntry()
	line.OnChanged = func(s string) { _ = os.WriteFile(out, []byte(s), 0o600) }
	w.SetContent(line)
	w.Resize(fyne.NewSize(400, 100))
	a.Lifecycle().SetOnEnteredForeground(func() {
		if repair {
			ime.Repair(w)
		}
		w.Canvas().Focus(line)
		_ = os.WriteFile(out+".san-sang", nil, 0o600)
	})
	time.AfterFunc(time.Minute, func() { os.Exit(1) }) // nobody closes it
	w.ShowAndRun()
}
