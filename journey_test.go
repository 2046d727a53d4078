package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// The built window under a display of its own, used as a person uses it: with
// the mouse and the keyboard, seeing only what is on the screen. It takes Xvfb and
// xdotool, and runs when ANKHAI_JOURNEY is 1. The pictures of
// every step go to the folder that ANKHAI_SHOTS names.
func TestJourney(t *testing.T) {
	j := newJourney(t)
	j.data, j.flags = filepath.Join(t.TempDir(), "kho"), []string{"-sample"}
	j.onDisplay(t, image.Pt(1366, 768))
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

// programs builds the window and the console once for all journeys.
var programs = sync.OnceValues(func() (dir string, err error) {
	if dir, err = os.MkdirTemp("", "ankhai-journey"); err != nil {
		return "", err
	}
	return dir, errors.Join(build("1", "x11,gles,migrated_fynedo", filepath.Join(dir, "ankhai"), "."),
		build("0", "migrated_fynedo", filepath.Join(dir, "bhxh"), "./app/cli/bhxh"))
})

// newJourney is a journey with its programs; it skips or ends the test where it cannot be.
func newJourney(t *testing.T) *journey {
	t.Helper()
	if os.Getenv("ANKHAI_JOURNEY") != "1" {
		t.Skip("ANKHAI_JOURNEY is not 1: make journey")
	}
	for _, tool := range []string{"Xvfb", "xdotool"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%v: make journey installs it", err)
		}
	}
	j := &journey{shots: os.Getenv("ANKHAI_SHOTS"), scale: 1}
	if j.shots == "" {
		j.shots = t.TempDir()
	}
	must(t, os.MkdirAll(j.shots, 0o755))
	dir, err := programs()
	must(t, err)
	j.window, j.console = filepath.Join(dir, "ankhai"), filepath.Join(dir, "bhxh")
	return j
}

// TestMain takes the programs of the journeys away.
func TestMain(m *testing.M) {
	code := m.Run()
	if os.Getenv("ANKHAI_JOURNEY") == "1" {
		if dir, err := programs(); err == nil {
			os.RemoveAll(dir)
		}
	}
	os.Exit(code)
}

func firstStart(t *testing.T, j *journey) {
	j.start(t)
	j.shot(t, "tong-quan")
	j.rail(t)
	if got := strings.TrimSpace(j.xdo(t, "getwindowname", j.id)); !strings.HasPrefix(got, "AnKhai") {
		t.Errorf("the window is called %q", got)
	}
	plain := j.look(t)
	middle := image.Rect(420, 250, 940, 520)
	j.keys(t, "F1") // nothing has the keys yet
	if helped := j.shot(t, "tro-giup"); same(plain, helped, middle) {
		t.Errorf("F1 shows no help: %s", j.last)
	}
	j.keys(t, "Escape", "ctrl+F1", "Escape")
	if after := j.shot(t, "tro-giup-dong"); !same(plain, after, middle) {
		t.Errorf("Esc does not close the help: %s", j.last)
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
	j.click(t, 480, 375) // a cell, so that the grid has the keys
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
	j.keys(t, "ctrl+4")
	j.list = j.look(t)
	j.open(t)
	j.click(t, 340, 297)
	j.write(t, "Trần Thị Giữ")
	j.keys(t, "Return")
	j.write(t, "Chưa xong")
	j.shot(t, "dang-sua")
	j.kill()
	if got := j.dossier(t); got.name(0) != "Trần Thị Giữ" || got.name(1) != ten {
		t.Errorf("after kill -9 the rows are %q and %q", got.name(0), got.name(1))
	}
	j.startOver(t)
	j.shot(t, "dung-dot-ngot")
	j.keys(t, "Return") // Làm tiếp: the dossier is open where it was
	if back := j.shot(t, "dung-cho-cu"); !near(back, railSpot, j.scale, rail) || same(back, j.list, faultList) {
		t.Errorf("after kill -9 the window does not stand in the dossier: %s", j.last)
	}
	j.open(t)
	j.shot(t, "mo-lai")
	j.click(t, 340, 323) // both names back, as the workbook has them
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
	j.clickStrong(t, 464, 200, 500)                                    // Ký bằng khoá này
	j.wait(t, "da-ky", func() bool { return j.strongAt(t, 560, 213) }) // the road has come to Gửi
	j.click(t, 1318, 108)                                              // Gửi
	asked := j.shot(t, "hoi-gui")
	j.keys(t, "Escape")
	if same(asked, j.look(t), image.Rect(500, 300, 860, 460)) {
		t.Errorf("Esc does not put the question off: %s", j.last)
	}
	j.click(t, 1318, 108)
	j.keys(t, "Return")                                                 // the answer Gửi has the keys
	j.wait(t, "da-gui", func() bool { return j.strongAt(t, 1256, 98) }) // Hỏi tiến độ stands where Gửi was
	j.click(t, 1290, 108)                                               // Hỏi tiến độ
	j.shot(t, "so-ho-so")
	j.stop(t)
	got := j.dossier(t)
	if !strings.HasSuffix(got.SoHoSo, "/2026/07906") {
		t.Errorf("số hồ sơ %q, state %q: %s", got.SoHoSo, got.State, j.last)
	}
}

// larger draws the four places as on a laptop that is set to 150 %.
func larger(t *testing.T, j *journey) {
	j.scale = 1.5
	j.onDisplay(t, image.Pt(2049, 1152))
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
	title     = image.Rect(216, 84, 420, 124) // of every page
	railFoot  = image.Pt(100, 730)            // the window fills the screen
	check     = struct{ x, y int }{1253, 108}
	faultList = image.Rect(1060, 150, 1340, 700)
	secondRow = image.Rect(268, 315, 420, 331)
)

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
	State, SoHoSo, Signer string
	Docs                  []struct{ Rows []map[string]any }
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
