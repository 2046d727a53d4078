package uitest

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ankhai/app/office"
	"ankhai/app/ui/task"
	"ankhai/app/ui/unsaved"
	"ankhai/forms/law"
)

// Host stands in for the window in the tests of a screen. It does everything in
// line and remembers what the screen asked for.
type Host struct {
	At      law.Month
	Clock   time.Time
	Win     fyne.Window
	Said    []string // words of the status bar, the bad ones begin with "! "
	Failed  []error
	Went    []office.Place
	Asked   []string // titles of questions; every one is answered with yes
	Titles  []string // of dialogs
	Dialogs []fyne.CanvasObject
	Closed  int
	Shown   [][]office.File
	Kept    []office.File
	Chosen  int // how often a payroll was asked for
	Saves   int
	// Recounts is how often the counts of the rail were to be brought in step.
	Recounts int
	// Restores is how often a backup was to be chosen.
	Restores int
	Counts   []office.Overview
	Changes  int      // how often the page at hand was to be shown anew
	Later    []func() // what is to be done after a while
	Payrolls []string // names of files handed on as payrolls
	// File is what a person chooses when asked for a file.
	File struct {
		Name, Path string
		Data       []byte
	}
	Files  []office.File // what a person chooses when asked for several
	Typing unsavedHere   // what is typed and not stored
}

// NewHost stands at November 2026.
func NewHost() *Host {
	return &Host{At: 202611, Clock: time.Date(2026, 11, 22, 7, 32, 7, 0, time.UTC)}
}

// Last is the last thing said, "" if nothing was.
func (h *Host) Last() string {
	if len(h.Said) == 0 {
		return ""
	}
	return h.Said[len(h.Said)-1]
}

// Top is the dialog that was opened last.
func (h *Host) Top() fyne.CanvasObject { return h.Dialogs[len(h.Dialogs)-1] }

// Month is November 2026 unless a test moves it.
func (h *Host) Month() law.Month { return h.At }

// Restore counts.
func (h *Host) Restore() { h.Restores++ }

// Practice is always so in tests.
func (h *Host) Practice() bool { return true }

// Now is the fixed clock.
func (h *Host) Now() time.Time { return h.Clock }

// Changed counts.
func (h *Host) Changed() { h.Changes++ }

// After remembers what is to be done.
func (h *Host) After(_ time.Duration, f func()) { h.Later = append(h.Later, f) }

// Saved counts.
func (h *Host) Saved() { h.Saves++ }

// ChoosePayroll counts.
func (h *Host) ChoosePayroll() { h.Chosen++ }

// TakePayroll remembers the name.
func (h *Host) TakePayroll(name string, _ []byte) { h.Payrolls = append(h.Payrolls, name) }

// Go remembers the door.
func (h *Host) Go(p office.Place) {
	h.Went = append(h.Went, p)
}

// Counted remembers the counts.
func (h *Host) Counted(v office.Overview) { h.Counts = append(h.Counts, v) }

// Fail remembers the failure.
func (h *Host) Fail(err error) { h.Failed = append(h.Failed, err) }

// Say remembers the words.
func (h *Host) Say(words string, bad bool) {
	if bad {
		words = "! " + words
	}
	h.Said = append(h.Said, words)
}

// Run works in line.
func (h *Host) Run(_ string, work func(context.Context, task.Report) error, done func(error)) {
	done(work(context.Background(), func(int, int) {}))
}

// Begin lets any work begin; it stays before the window.
func (h *Host) Begin(title string, cancel func()) (*task.Job, bool) {
	return (&task.Runner{}).Begin(title, cancel)
}

// Quiet works in line.
func (h *Host) Quiet(work func(context.Context) error, done func(error)) {
	done(work(context.Background()))
}

// Keep works in line.
func (h *Host) Keep(work func(context.Context) error, done func(error)) {
	done(work(context.Background()))
}

// InWindow works in line.
func (h *Host) InWindow(f func()) { f() }

// Typed keeps what is typed as long as the host lives, with Typing.Look.
func (h *Host) Typed(f unsaved.Form) *unsaved.Open { return h.Typing.keeper(h).Open(f) }

// Recount counts.
func (h *Host) Recount() { h.Recounts++ }

// Ask answers yes.
func (h *Host) Ask(title, _, _ string, done func()) {
	h.Asked = append(h.Asked, title)
	done()
}

// Guarded does it: the employer at hand is the only one.
func (h *Host) Guarded(_ string, do func()) { do() }

// Dialog puts the content into a window of its own.
func (h *Host) Dialog(title string, content fyne.CanvasObject) (shut func()) {
	h.Titles, h.Dialogs = append(h.Titles, title), append(h.Dialogs, content)
	w := test.NewWindow(content)
	w.Resize(fyne.NewSize(700, 600))
	return func() { h.Closed++ }
}

// Hold is a Dialog.
func (h *Host) Hold(title string, content fyne.CanvasObject) (shut func()) {
	return h.Dialog(title, content)
}

// PickFile chooses File.
func (h *Host) PickFile(_ []string, done func(name, path string, data []byte)) {
	done(h.File.Name, h.File.Path, h.File.Data)
}

// PickFiles chooses Files.
func (h *Host) PickFiles(_ []string, done func([]office.File)) { done(h.Files) }

// SaveFile remembers the file.
func (h *Host) SaveFile(f office.File) { h.Kept = append(h.Kept, f) }

// Show remembers the files.
func (h *Host) Show(fs []office.File) { h.Shown = append(h.Shown, fs) }

// Preview remembers the files.
func (h *Host) Preview(_ string, fs []office.File) { h.Shown = append(h.Shown, fs) }

// Focus focuses in Win, where there is one.
func (h *Host) Focus(f fyne.Focusable) {
	if h.Win != nil {
		h.Win.Canvas().Focus(f)
	}
}
