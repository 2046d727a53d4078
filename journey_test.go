package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The built window under a display of its own, used as a person uses it: with
// the mouse and the keyboard, seeing only what is on the screen. It takes Xvfb,
// xdotool and ImageMagick, and runs when ANKHAI_JOURNEY is 1. The pictures of
// every step go to the folder that ANKHAI_SHOTS names.
func TestJourney(t *testing.T) {
	if os.Getenv("ANKHAI_JOURNEY") != "1" {
		t.Skip("ANKHAI_JOURNEY is not 1: make journey")
	}
	for _, tool := range []string{"Xvfb", "xdotool", "import"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%v: make journey installs it", err)
		}
	}
	j := &journey{data: filepath.Join(t.TempDir(), "kho"), shots: os.Getenv("ANKHAI_SHOTS"), scale: 1}
	if j.shots == "" {
		j.shots = t.TempDir()
	}
	must(t, os.MkdirAll(j.shots, 0o755))
	bin := t.TempDir()
	j.window, j.console = filepath.Join(bin, "ankhai"), filepath.Join(bin, "bhxh")
	build(t, "1", "x11,gles,migrated_fynedo", j.window, ".")
	build(t, "0", "migrated_fynedo", j.console, "./app/cli/bhxh")
	j.size = image.Pt(1366, 768)
	j.display = display(t, j.size)
	t.Cleanup(func() { j.kill() })

	for _, story := range []struct {
		name string
		walk func(*testing.T, *journey)
	}{
		{"first start shows the sample company", firstStart},
		{"the proposals of the payroll become a dossier", payrollToDossier},
		{"the check leads to a cell, a text goes in and is undone", checkAndEdit},
		{"the draft survives kill -9 in the middle of an edit", killedWhileEditing},
		{"the draft filled elsewhere is signed, sent and numbered", signAndSend},
		{"at 150 % nothing is lost", larger},
	} {
		if !t.Run(story.name, func(t *testing.T) { story.walk(t, j) }) {
			t.Fatalf("stopped after %q", story.name) // the next story stands on this one
		}
	}
}

func firstStart(t *testing.T, j *journey) {
	j.start(t)
	j.shot(t, "tong-quan")
	j.rail(t)
	if got := strings.TrimSpace(j.xdo(t, "getwindowname", j.id)); !strings.HasPrefix(got, "AnKhai") {
		t.Errorf("the window is called %q", got)
	}
	var all struct{ Dossiers []any }
	j.stop(t)
	j.ask(t, &all, "list")
	if len(all.Dossiers) != 0 {
		t.Errorf("a fresh folder has %d dossiers", len(all.Dossiers))
	}
	j.start(t)
}

func payrollToDossier(t *testing.T, j *journey) {
	j.keys(t, "ctrl+3") // Đi tới › Bảng lương
	j.shot(t, "bang-luong")
	j.click(t, 640, 270) // a proposal; its whole story stands below
	j.shot(t, "de-xuat")
	j.click(t, 1300, 104) // Lập hồ sơ
	j.shot(t, "ho-so-moi")
}

func checkAndEdit(t *testing.T, j *journey) {
	before := j.look(t)
	j.click(t, check.x, check.y)
	after := j.shot(t, "kiem-tra")
	if same(before, after, faultList) {
		t.Errorf("the check tells nothing: %s", j.last)
	}
	j.click(t, 480, 349) // a cell, so that the grid has the keys
	j.keys(t, "F8")      // to the first fault
	j.shot(t, "den-o")
	j.keys(t, "ctrl+Home", "Right", "Down")
	was := j.shot(t, "truoc-khi-go")
	j.write(t, ten)
	j.shot(t, "dang-go")
	j.keys(t, "Return")
	if typed := j.shot(t, "da-go"); same(was, typed, secondRow) {
		t.Errorf("typing changes nothing: %s", j.last)
	}
	j.keys(t, "ctrl+z")
	if undone := j.shot(t, "hoan-tac"); !same(was, undone, secondRow) {
		t.Errorf("undoing does not bring the cell back: %s", j.last)
	}
	j.write(t, ten)
	j.keys(t, "Return")
	j.stop(t)
	if got := j.dossier(t).name(1); got != ten {
		t.Errorf("typed %q, the store has %q", ten, got)
	}
	j.start(t)
}

func killedWhileEditing(t *testing.T, j *journey) {
	j.open(t)
	j.click(t, 340, 271)
	j.write(t, "Trần Thị Kept")
	j.keys(t, "Return")
	j.write(t, "Chưa xong")
	j.shot(t, "dang-sua")
	j.kill()
	if got := j.dossier(t); got.name(0) != "Trần Thị Kept" || got.name(1) != ten {
		t.Errorf("after kill -9 the rows are %q and %q", got.name(0), got.name(1))
	}
	j.start(t)
	j.open(t)
	j.shot(t, "mo-lai")
	j.click(t, 340, 297) // both names back, as the workbook has them
	j.keys(t, "ctrl+z", "ctrl+z")
	j.shot(t, "tra-lai-ten")
	j.stop(t)
	if got := j.dossier(t); got.name(0) != "Trần Thị Thu Mai" || got.name(1) != "Võ Bích Dung" {
		t.Errorf("after undoing, across a kill, the rows are %q and %q", got.name(0), got.name(1))
	}
}

func signAndSend(t *testing.T, j *journey) {
	j.run(t, "fill", dossierID, filepath.Join("assets", "sample", "bo-sung-2026-11.json"))
	j.start(t)
	j.open(t)
	j.click(t, check.x, check.y)
	j.shot(t, "khong-con-loi")
	j.click(t, 1324, 108) // Ký
	j.shot(t, "chon-khoa")
	j.click(t, 520, 319) // Ký bằng khoá này
	j.wait(t, "da-ky", func() bool { return j.strongAt(t, 560, 213) }) // the road has come to Gửi
	j.click(t, 1318, 108) // Gửi
	j.shot(t, "hoi-gui")
	j.keys(t, "Return") // the answer Gửi has the keys
	j.wait(t, "da-gui", func() bool { return j.strongAt(t, 1256, 98) }) // Hỏi tiến độ stands where Gửi was
	j.click(t, 1290, 108) // Hỏi tiến độ
	j.shot(t, "so-ho-so")
	j.stop(t)
	got := j.dossier(t)
	if !strings.HasSuffix(got.SoHoSo, "/2026/07906") {
		t.Errorf("số hồ sơ %q, state %q: %s", got.SoHoSo, got.State, j.last)
	}
}

// larger draws the four places as on a laptop that is set to 150 %.
func larger(t *testing.T, j *journey) {
	j.size, j.scale = image.Pt(2049, 1152), 1.5
	j.display = display(t, j.size)
	j.start(t)
	j.rail(t)
	for i, name := range []string{"tong-quan", "nguoi-lao-dong", "bang-luong", "ho-so"} {
		j.keys(t, "ctrl+"+strconv.Itoa(i+1))
		j.shot(t, name+"-150")
	}
	j.open(t)
	j.shot(t, "mot-ho-so-150")
	j.stop(t)
}

const (
	dossierID = "HS000001"
	ten       = "Nguyễn Thị Ẵm ự"
)

// Where things stand at 100 %.
var (
	railSpot  = image.Pt(100, 500)
	check     = struct{ x, y int }{1253, 108}
	faultList = image.Rect(1060, 150, 1340, 700)
	secondRow = image.Rect(268, 289, 420, 305)
)

// journey is a display, the window on it and the folder of its data.
type journey struct {
	window, console, data, shots string
	display                      string
	size                         image.Point // of the display
	scale                        float64
	cmd                          *exec.Cmd
	out                          bytes.Buffer
	ended                        chan error
	id                           string // of the window
	n                            int
	last                         string // path of the last picture
}

func build(t *testing.T, cgo, tags, out, pkg string) {
	t.Helper()
	cmd := exec.Command("go", "build", "-tags", tags, "-o", out, pkg)
	cmd.Env = append(os.Environ(), "CGO_ENABLED="+cgo)
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("build %s: %v\n%s", pkg, err, said)
	}
}

// display starts an X server of a size on a number that is free.
func display(t *testing.T, size image.Point) string {
	t.Helper()
	r, wr, err := os.Pipe()
	must(t, err)
	defer r.Close()
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", size.X, size.Y), "-nolisten", "tcp", "-noreset")
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
	return ":" + strings.TrimSpace(n)
}

func (j *journey) env() []string {
	// Letters reach a window under X only in a locale of UTF-8.
	return append(os.Environ(), "DISPLAY="+j.display, "WAYLAND_DISPLAY=", "LC_ALL=C.UTF-8", fmt.Sprintf("FYNE_SCALE=%g", j.scale))
}

// start opens the window and waits until it has drawn itself.
func (j *journey) start(t *testing.T) {
	t.Helper()
	j.out.Reset()
	j.cmd = exec.Command(j.window, "-sample", "-data", j.data)
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
	j.xdo(t, "windowfocus", j.id)
	j.wait(t, "", func() bool { return near(j.look(t), railSpot, j.scale, rail) })
	j.settle(t)
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
		t.Fatalf("the window does not close: %s", j.last)
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
// and takes it back after the delay, so a slow machine needs a long one.
func (j *journey) write(t *testing.T, text string) {
	t.Helper()
	j.xdo(t, "type", "--delay", "250", text)
	j.settle(t)
}

// settle waits until the screen stands still but for a blinking cursor.
func (j *journey) settle(t *testing.T) {
	t.Helper()
	deadline := time.Now().Add(15 * time.Second)
	was := j.look(t)
	for still := 0; still < 2 && time.Now().Before(deadline); {
		time.Sleep(100 * time.Millisecond)
		now := j.look(t)
		still++
		if changed(was, now) > 100 {
			still = 0
		}
		was = now
	}
	j.alive(t)
}

// changed counts the pixels that differ.
func changed(a, b *image.RGBA) (n int) {
	for i := 0; i < len(a.Pix); i += 4 {
		if [3]byte(a.Pix[i:i+3]) != [3]byte(b.Pix[i:i+3]) {
			n++
		}
	}
	return n
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

// shot keeps a picture of the screen.
func (j *journey) shot(t *testing.T, name string) image.Image {
	t.Helper()
	j.n++
	j.last = filepath.Join(j.shots, fmt.Sprintf("%02d-%s.png", j.n, name))
	m := j.look(t)
	var b bytes.Buffer
	must(t, png.Encode(&b, m))
	must(t, os.WriteFile(j.last, b.Bytes(), 0o644))
	return m
}

// look is what is on the screen.
func (j *journey) look(t *testing.T) *image.RGBA {
	t.Helper()
	out, err := j.tool("import", "-window", "root", "-depth", "8", "rgba:-")
	must(t, err)
	m := image.NewRGBA(image.Rectangle{Max: j.size})
	if len(out) != len(m.Pix) {
		t.Fatalf("a picture of %d bytes, want %d", len(out), len(m.Pix))
	}
	copy(m.Pix, out)
	return m
}

// The colours of the rail and of the page's strong button.
var (
	rail   = color.RGBA{0x0E, 0x2F, 0x55, 255}
	strong = color.RGBA{0x0B, 0x5C, 0xAB, 255}
)

func (j *journey) strongAt(t *testing.T, x, y int) bool {
	t.Helper()
	return near(j.look(t), image.Pt(x, y), j.scale, strong)
}

func (j *journey) rail(t *testing.T) {
	t.Helper()
	if m := j.look(t); !near(m, railSpot, j.scale, rail) {
		t.Errorf("the rail is %v: %s", m.At(railSpot.X, railSpot.Y), j.last)
	}
}

func near(m image.Image, p image.Point, scale float64, want color.RGBA) bool {
	r, g, b, _ := m.At(int(float64(p.X)*scale), int(float64(p.Y)*scale)).RGBA()
	off := func(a uint32, b uint8) bool { d := int(a>>8) - int(b); return d < -6 || d > 6 }
	return !off(r, want.R) && !off(g, want.G) && !off(b, want.B)
}

// same reports whether two pictures show the same words in a place; the
// selection's colour may differ.
func same(a, b image.Image, in image.Rectangle) bool {
	n := 0
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			if dark(a.At(x, y)) != dark(b.At(x, y)) {
				n++
			}
		}
	}
	return n < 12
}

func dark(c color.Color) bool {
	r, g, b, _ := c.RGBA()
	return (r+g+b)/3 < 0x7000
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

// run runs the console on the window's folder, which must be closed.
func (j *journey) run(t *testing.T, args ...string) string {
	t.Helper()
	out, err := j.tool(j.console, append([]string{"--data", j.data}, args...)...)
	must(t, err)
	return out
}

func (j *journey) ask(t *testing.T, into any, args ...string) {
	t.Helper()
	must(t, json.Unmarshal([]byte(j.run(t, append(args, "--json")...)), into))
}

// shown is what the console tells of a dossier.
type shown struct {
	State, SoHoSo string
	Docs          []struct{ Rows []map[string]any }
}

func (j *journey) dossier(t *testing.T) (s shown) {
	t.Helper()
	j.ask(t, &s, "show", dossierID)
	return s
}

func (s shown) name(row int) string {
	if len(s.Docs) == 0 || row >= len(s.Docs[0].Rows) {
		return ""
	}
	return fmt.Sprint(s.Docs[0].Rows[row]["HoTen"])
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
