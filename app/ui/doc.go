// Package ui is the window: the rail with the places, the company on top, the
// status bar below, and the pages between them. Each page has a folder of its own
// and asks for what it needs through a small interface; this package joins them.
//
// It holds no logic of the trade and never imports fyne.io/fyne/v2/app: main
// hands the Fyne app in, so that everything here runs without a display. main and
// app/ui/shots import it.
package ui
