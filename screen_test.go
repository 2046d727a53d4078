package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// journey is a display, the window on it and the folder of its data.
type journey struct {
	window, console, data, shots string
	display                      string
	story                        string      // begins the names of its pictures
	flags                        []string    // of the window
	more                         []string    // of the environment
	size                         image.Point // of the display
	frame                        string      // where it keeps what it shows
	scale                        float64
	cmd                          *exec.Cmd
	out                          bytes.Buffer
	ended                        chan error
	id                           string // of the window
	n                            int
	last                         string      // path of the last picture
	list                         image.Image // the list of dossiers
}

func build(cgo, tags, out, pkg string) error {
	cmd := exec.Command("go", "build", "-tags", tags, "-o", out, pkg)
	cmd.Env = append(os.Environ(), "CGO_ENABLED="+cgo)
	if said, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("build %s: %w\n%s", pkg, err, said)
	}
	return nil
}

// onDisplay starts an X server of a size on a number that is free.
func (j *journey) onDisplay(t *testing.T, size image.Point) {
	t.Helper()
	frame := t.TempDir()
	r, wr, err := os.Pipe()
	must(t, err)
	defer r.Close()
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", size.X, size.Y), "-nolisten", "tcp", "-noreset", "-nocursor", "-fbdir", frame)
	cmd.ExtraFiles = []*os.File{wr}
	must(t, cmd.Start())
	wr.Close()
	t.Cleanup(func() {
		cmd.Process.Signal(syscall.SIGTERM) // it takes its socket away
		cmd.Wait()
	})
	must(t, r.SetReadDeadline(time.Now().Add(20*time.Second)))
	n, err := bufio.NewReader(r).ReadString('\n') // to the end: it writes twice
	if err != nil {
		t.Fatalf("Xvfb gave no display: %v", err)
	}
	j.size, j.display, j.frame = size, ":"+strings.TrimSpace(n), filepath.Join(frame, "Xvfb_screen0")
}

func (j *journey) env() []string {
	// Letters reach a window under X only in a locale of UTF-8.
	return append(append(os.Environ(), j.more...), "DISPLAY="+j.display, "WAYLAND_DISPLAY=", "LC_ALL=C.UTF-8", fmt.Sprintf("FYNE_SCALE=%g", j.scale),
		// nobody's home and nobody's keyring
		"XDG_CONFIG_HOME="+j.data+"-cau-hinh", "DBUS_SESSION_BUS_ADDRESS=unix:path="+j.data+"-khong-co")
}

// start opens the window and waits until it has drawn itself.
func (j *journey) start(t *testing.T) {
	t.Helper()
	j.launch(t)
	j.wait(t, "", func() bool {
		m := j.look(t)
		if near(m, railSpot, j.scale, rail) && !near(m, railFoot, j.scale, rail) {
			j.fill(t) // the window took the size that it had been given by itself
		}
		return near(m, railSpot, j.scale, rail) && near(m, railFoot, j.scale, rail) && j.wordsAt(m, title)
	})
	j.settle(t)
}

// startOver opens the window after a sudden end, with what it says over it.
func (j *journey) startOver(t *testing.T) {
	t.Helper()
	j.launch(t)
	m := j.look(t)
	j.wait(t, "", func() bool {
		m = j.look(t)
		for y := 300; y < 600; y++ {
			for x := 700; x < 950; x++ {
				if near(m, image.Pt(x, y), j.scale, strong) && near(m, image.Pt(x+20, y), j.scale, strong) {
					return true
				}
			}
		}
		return false
	})
	j.settle(t)
}

// launch starts the window's program and waits for its window.
func (j *journey) launch(t *testing.T) {
	t.Helper()
	j.out.Reset()
	j.cmd = exec.Command(j.window, append(j.flags, "-data", j.data)...)
	j.cmd.Env, j.cmd.Stdout, j.cmd.Stderr = j.env(), &j.out, &j.out
	must(t, j.cmd.Start())
	j.ended = make(chan error, 1)
	go func(c *exec.Cmd, end chan<- error) { end <- c.Wait() }(j.cmd, j.ended)
	deadline := time.Now().Add(40 * time.Second)
	for j.id = ""; j.id == ""; time.Sleep(100 * time.Millisecond) {
		if out, err := j.tool("xdotool", "search", "--onlyvisible", "--name", "^AnKhai"); err == nil {
			j.id = strings.TrimSpace(strings.Split(out, "\n")[0])
		}
		j.alive(t)
		if time.Now().After(deadline) {
			t.Fatalf("no window after 40 s:\n%s", &j.out)
		}
	}
	j.fill(t)
}

// fill makes the window as large as the display.
func (j *journey) fill(t *testing.T) {
	t.Helper()
	j.xdo(t, "windowmove", j.id, "0", "0", "windowsize", j.id, strconv.Itoa(j.size.X), strconv.Itoa(j.size.Y), "windowfocus", j.id)
}

// stop closes the window as a person does, with Thoát.
func (j *journey) stop(t *testing.T) {
	t.Helper()
	j.xdo(t, "key", "ctrl+q")
	select {
	case err := <-j.ended:
		if err != nil {
			t.Fatalf("the window ended with %v:\n%s", err, &j.out)
		}
	case <-time.After(20 * time.Second):
		j.shot(t, "khong-dong")
		j.cmd.Process.Signal(syscall.SIGQUIT) // it tells where each goroutine stands
		<-j.ended
		j.cmd = nil
		t.Fatalf("the window does not close: %s\n%s", j.last, &j.out)
	}
	j.cmd = nil
}

// kill ends the window without a warning.
func (j *journey) kill() {
	if j.cmd != nil {
		j.cmd.Process.Kill()
		<-j.ended
		j.cmd = nil
	}
}

func (j *journey) alive(t *testing.T) {
	t.Helper()
	select {
	case err := <-j.ended:
		j.ended <- err
		t.Fatalf("the window is gone (%v); the last picture is %s\n%s", err, j.last, &j.out)
	default:
	}
}

// open opens the one dossier from the list.
func (j *journey) open(t *testing.T) {
	t.Helper()
	j.keys(t, "ctrl+4")
	j.settle(t)
	j.click(t, 500, 219)
	j.click(t, 1300, 104) // Mở hồ sơ
	j.settle(t)
}

func (j *journey) click(t *testing.T, x, y int) {
	t.Helper()
	at := func(n int) string { return strconv.Itoa(int(float64(n) * j.scale)) }
	j.xdo(t, "mousemove", at(x), at(y), "sleep", "0.1", "click", "1")
	j.settle(t)
}

func (j *journey) keys(t *testing.T, names ...string) {
	t.Helper()
	for _, k := range names {
		j.xdo(t, "key", k)
		j.settle(t)
	}
}

// write types a text. xdotool lends a letter that no keyboard has to a spare key
// and takes it back after the delay: each such letter is typed alone, and waited for.
func (j *journey) write(t *testing.T, text string) {
	t.Helper()
	run := ""
	flush := func(delay string) {
		if run != "" {
			j.xdo(t, "type", "--delay", delay, run)
			j.settle(t)
			run = ""
		}
	}
	for _, r := range text {
		if r < 0x80 {
			run += string(r)
			continue
		}
		flush("60")
		run = string(r)
		flush("1200")
	}
	flush("60")
}

// settle waits until the screen stands still but for a blinking cursor.
func (j *journey) settle(t *testing.T) {
	t.Helper()
	deadline := time.Now().Add(15 * time.Second)
	was := j.look(t)
	for still := 0; still < 4 && time.Now().Before(deadline); {
		time.Sleep(80 * time.Millisecond)
		now := j.look(t)
		still++
		if changed(was, now) > 100 {
			still = 0
		}
		was = now
	}
	j.alive(t)
}

// wait waits for something to show on the screen.
func (j *journey) wait(t *testing.T, name string, there func() bool) {
	t.Helper()
	for deadline := time.Now().Add(40 * time.Second); !there(); time.Sleep(200 * time.Millisecond) {
		j.alive(t)
		if time.Now().After(deadline) {
			j.shot(t, name+"-khong-thay")
			t.Fatalf("waited in vain for %q: %s", name, j.last)
		}
	}
	if name != "" {
		j.settle(t)
		j.shot(t, name)
	}
}

func (j *journey) tool(name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 40*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = j.env()
	var fault bytes.Buffer
	cmd.Stderr = &fault
	out, err := cmd.Output()
	if err != nil {
		err = fmt.Errorf("%s %s: %w: %s", name, strings.Join(args, " "), err, &fault)
	}
	return string(out), err
}

func (j *journey) xdo(t *testing.T, args ...string) string {
	t.Helper()
	out, err := j.tool("xdotool", args...)
	if err != nil {
		t.Fatalf("%v; the last picture is %s", err, j.last)
	}
	return out
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
