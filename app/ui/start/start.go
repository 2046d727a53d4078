// Package start makes sure that there is a window to see, before Fyne is asked for
// one: Fyne ends a program whose machine cannot draw with a line in a log that
// nobody reads.
//
// A machine that draws goes on at once. One that does not, as many that are reached
// from afar, is given the second copy of the program, which lies beside a renderer
// in software; where there is none, the person is told why and what can be done,
// and the console is offered. It knows neither Fyne nor the data. main imports it.
package start

import (
	"errors"
	"fmt"
	"strings"
)

// Machine is what a start asks of the machine.
type Machine interface {
	// Draws reports why no window can be drawn here, nil where one can.
	Draws() error
	// Second is the path of the copy beside the renderer in software, "" where
	// there is none or where this program is that copy.
	Second() string
	// Console is the path of the console program, "" where it is not at hand.
	Console() string
	// Start starts a program that goes on by itself.
	Start(path string, args ...string) error
	// Tell shows words to a person without a window of ours. With an offer it asks,
	// and answers whether the person agreed.
	Tell(title, words, offer string) bool
}

// Title heads what a person is told.
const Title = "AnKhai chưa mở được cửa sổ"

// Ready reports whether this program shall open its window. software asks for the
// second copy even where the machine draws: a driver may draw wrongly. Otherwise the
// program ends with code: the second copy is on its way, or the person has been told.
func Ready(m Machine, software bool, args ...string) (here bool, code int) {
	err := m.Draws()
	second := m.Second()
	if second != "" && (err != nil || software) {
		failed := m.Start(second, args...)
		if failed == nil {
			return false, 0
		}
		if err == nil { // the machine draws after all
			return true, 0
		}
		err = errors.Join(err, failed)
	}
	if err == nil {
		return true, 0
	}
	offer(m, err)
	return false, 1
}

// offer tells why there is no window, and opens the console where the person agrees.
func offer(m Machine, err error) {
	console := m.Console()
	words := Words(err)
	if console == "" {
		m.Tell(Title, words, "")
		return
	}
	if !m.Tell(Title, words, "Mở dòng lệnh bhxh ngay bây giờ?") {
		return
	}
	if err := openConsole(m, console); err != nil {
		m.Tell(Title, "Chưa mở được dòng lệnh. Tự mở một cửa sổ dòng lệnh rồi gõ: "+console+" --help", "")
	}
}

// Unable is why a machine cannot draw, in words, with what mends it.
type Unable struct {
	Why    string   // ends no sentence
	Mend   []string // one sentence each
	Detail string   // what the machine said, for whoever helps
}

// Error is for logs.
func (u *Unable) Error() string { return strings.TrimSpace(u.Why + " " + u.Detail) }

// Words are what a person is told of an error of Draws.
func Words(err error) string {
	var u *Unable
	if !errors.As(err, &u) {
		u = &Unable{Why: "máy không cho vẽ cửa sổ", Detail: err.Error()}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "Chưa mở được cửa sổ: %s. Dữ liệu không bị ảnh hưởng.\n\nCách làm:\n", u.Why)
	mend := append(u.Mend[:len(u.Mend):len(u.Mend)], "Mọi việc cũng làm được bằng chương trình dòng lệnh bhxh: mở một cửa sổ dòng lệnh rồi gõ bhxh --help.")
	for i, m := range mend {
		fmt.Fprintf(&b, "%d. %s\n", i+1, m)
	}
	if u.Detail != "" {
		fmt.Fprintf(&b, "\nMáy báo: %s", u.Detail)
	}
	return strings.TrimRight(b.String(), "\n")
}

// least is the version of OpenGL that Fyne draws with.
const least = 21

// enough reads a version of OpenGL as drivers write it, "4.6.0 NVIDIA 551.86".
func enough(version string) bool {
	var major, minor int
	if _, err := fmt.Sscanf(strings.TrimPrefix(version, "OpenGL ES "), "%d.%d", &major, &minor); err != nil {
		return false
	}
	return major*10+minor >= least
}
