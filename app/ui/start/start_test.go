package start

import (
	"bytes"
	"errors"
	"fmt"
	"log"
	"slices"
	"strings"
	"testing"
)

// machine plays one that draws or does not.
type machine struct {
	draws, starts   error
	second, console string
	agrees          bool
	started, told   []string
}

func (m *machine) Draws() error    { return m.draws }
func (m *machine) Second() string  { return m.second }
func (m *machine) Console() string { return m.console }
func (m *machine) Start(path string, args ...string) error {
	m.started = append(m.started, strings.Join(append([]string{path}, args...), " "))
	return m.starts
}
func (m *machine) Tell(_, words, offer string) bool {
	m.told = append(m.told, words+offer)
	return m.agrees && offer != ""
}

func TestReady(t *testing.T) {
	generic := noOpenGL("GDI Generic")
	for _, c := range []struct {
		name     string
		m        machine
		software bool
		here     bool
		started  []string
		told     int
	}{
		{name: "a machine that draws goes on", here: true},
		{name: "with a second copy too", m: machine{second: "sw/ankhai.exe"}, here: true},
		{name: "the second copy takes over where the first cannot draw", m: machine{draws: generic, second: "sw/ankhai.exe"},
			started: []string{"sw/ankhai.exe -data D:\\BHXH"}},
		{name: "and where a person asks for it", m: machine{second: "sw/ankhai.exe"}, software: true, started: []string{"sw/ankhai.exe -data D:\\BHXH"}},
		{name: "asked for without a second copy it is the first", software: true, here: true},
		{name: "asked for and not to be started it is the first", m: machine{second: "sw/ankhai.exe", starts: errors.New("virus")}, software: true,
			here: true, started: []string{"sw/ankhai.exe -data D:\\BHXH"}},
		{name: "without a copy the person is told", m: machine{draws: generic}, told: 1},
		{name: "and told when the copy does not start", m: machine{draws: generic, second: "sw/ankhai.exe", starts: errors.New("virus")},
			started: []string{"sw/ankhai.exe -data D:\\BHXH"}, told: 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			here, code := Ready(&c.m, c.software, "-data", `D:\BHXH`)
			if here != c.here || code != c.told {
				t.Errorf("ready %v, code %d", here, code)
			}
			if !slices.Equal(c.m.started, c.started) || len(c.m.told) != c.told {
				t.Errorf("started %q, told %q", c.m.started, c.m.told)
			}
		})
	}
}

// The words say why, what to do, that the data is safe and that there is a console.
func TestWords(t *testing.T) {
	for _, err := range []error{noOpenGL("1.1.0, GDI Generic"), noDisplay("DISPLAY=:9"), errors.New("strange")} {
		words := Words(fmt.Errorf("look: %w", err))
		for _, want := range []string{"Chưa mở được cửa sổ: ", "Dữ liệu không bị ảnh hưởng.", "Cách làm:\n1. ", "bhxh --help", "Máy báo: "} {
			if !strings.Contains(words, want) {
				t.Errorf("no %q in:\n%s", want, words)
			}
		}
	}
}

// The console is offered where it is at hand.
func TestOfferOfTheConsole(t *testing.T) {
	m := machine{draws: noOpenGL(""), console: "/opt/ankhai/bhxh"}
	Ready(&m, false)
	if len(m.told) != 1 || !strings.HasSuffix(m.told[0], "Mở dòng lệnh bhxh ngay bây giờ?") {
		t.Errorf("told %q", m.told)
	}
}

func TestVersion(t *testing.T) {
	for version, want := range map[string]bool{
		"1.1.0": false, "1.4 (2.1 Mesa)": false, "2.0.6914 WinXP": false, "2.1.0": true, "3.1 Mesa 22.3.6": true,
		"4.6.0 NVIDIA 551.86": true, "OpenGL ES 3.2 Mesa": true, "": false, "unknown": false,
	} {
		if enough(version) != want {
			t.Errorf("%q: %v", version, !want)
		}
	}
}

// Fyne's own words, as it logs them before it ends the program.
func TestNet(t *testing.T) {
	var out bytes.Buffer
	var told []error
	l := log.New(Net(&out, func(err error) { told = append(told, err) }), "", 0)
	l.Println("Fyne error: ", "Failed to decode image for window icon")
	l.Println("  Cause:", "unexpected EOF")
	if len(told) != 0 {
		t.Fatalf("told %v", told)
	}
	l.Println("Fyne error: ", "window creation error")
	l.Println("  Cause:", "APIUnavailable: WGL: The driver does not appear to support OpenGL")
	l.Printf("  At: %s:%d", "window_desktop.go", 840)
	l.Println("Fyne error: ", "window creation error")
	l.Println("  Cause:", "again")
	var u *Unable
	if len(told) != 1 || !errors.As(told[0], &u) || u.Detail != "APIUnavailable: WGL: The driver does not appear to support OpenGL" {
		t.Errorf("told %v", told)
	}
	if n := strings.Count(out.String(), "\n"); n != 7 {
		t.Errorf("%d lines came through", n)
	}
}
