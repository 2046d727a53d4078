package failpoint_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"ankhai/storage"
	"ankhai/storage/failpoint"
)

var update = flag.Bool("update", false, "write testdata/points.md anew")

// TestMain lets the test binary pass two points as a program of its own.
func TestMain(m *testing.M) {
	if os.Getenv("ANKHAI_FAILPOINT_CHILD") != "" {
		for i := range 3 {
			failpoint.Hit("copy.made")
			failpoint.Hit("copy.synced")
			fmt.Println("pass", i+1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// calls finds every Hit in the source of the program, by name.
func calls(t *testing.T) map[string][]string {
	t.Helper()
	root := filepath.Join("..", "..")
	found := map[string][]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && d.Name() != ".." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		src, err := os.ReadFile(path)
		if err != nil || !bytes.Contains(src, []byte("failpoint.Hit(")) {
			return err
		}
		files := token.NewFileSet()
		f, err := parser.ParseFile(files, path, src, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			c, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			s, ok := c.Fun.(*ast.SelectorExpr)
			if !ok || s.Sel.Name != "Hit" || fmt.Sprint(s.X) != "failpoint" {
				return true
			}
			place := files.Position(c.Pos()).String()
			lit, ok := c.Args[0].(*ast.BasicLit)
			if !ok {
				t.Errorf("%s: the name of a point is a literal", place)
				return true
			}
			name, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Errorf("%s: %v", place, err)
			}
			found[name] = append(found[name], place)
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestPointsAreTheCallsInTheSource(t *testing.T) {
	found := calls(t)
	seen := map[string]bool{}
	for _, p := range failpoint.Points {
		if seen[p.Name] {
			t.Errorf("%s is declared twice", p.Name)
		}
		seen[p.Name] = true
		if n := len(found[p.Name]); n != 1 {
			t.Errorf("%s is passed at %d places %v, want one", p.Name, n, found[p.Name])
		}
		if strings.Count(p.Name, ".") < 1 || p.Say == "" {
			t.Errorf("%+v: a point has a name with dots and a line that says what has happened", p)
		}
	}
	for name, places := range found {
		if !seen[name] {
			t.Errorf("%s is passed at %v and not declared", name, places)
		}
	}
}

// states are those in which a dossier can be found, in the order of its life.
func states() []storage.State {
	out := []storage.State{storage.Nhap}
	for i := 0; i < len(out); i++ {
	next:
		for _, n := range out[i].Next() {
			for _, have := range out {
				if have == n {
					continue next
				}
			}
			out = append(out, n)
		}
	}
	return out
}

// The table that people read: every point against the state of the dossier at work.
func TestTableOfPoints(t *testing.T) {
	known := map[string]bool{"": true}
	for _, s := range states() {
		known[string(s)] = true
	}
	var b strings.Builder
	b.WriteString("# Points at which a test ends the process\n\n" +
		"State: where the dossier at work is found afterwards; * = the step is of no single dossier, and is tried with dossiers at every state.\n\n" +
		"| point | state | what has happened |\n|---|---|---|\n")
	for _, p := range failpoint.Points {
		if !known[p.State] {
			t.Errorf("%s: there is no state %q", p.Name, p.State)
		}
		state := p.State
		if state == "" {
			state = "*"
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", p.Name, state, p.Say)
	}
	path := filepath.Join("testdata", "points.md")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil || string(bytes.ReplaceAll(got, []byte("\r"), nil)) != b.String() {
		t.Errorf("%s is not the table of Points (%v); write it with -update and read the difference", path, err)
	}
}

// The process ends at the pass that was asked for, and not before.
func TestProcessEndsAtThePass(t *testing.T) {
	log := filepath.Join(t.TempDir(), "log")
	run := func(crash string) (string, error) {
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), "ANKHAI_FAILPOINT_CHILD=1", "ANKHAI_CRASH_AT="+crash, "ANKHAI_CRASH_LOG="+log)
		out, err := c.Output()
		return string(out), err
	}
	out, err := run("copy.synced:2")
	if err == nil || out != "pass 1\n" {
		t.Errorf("said %q, %v; want to end in the second pass", out, err)
	}
	got, err := os.ReadFile(log)
	if want := "copy.made\ncopy.synced\ncopy.made\ncopy.synced\n"; err != nil || string(got) != want {
		t.Errorf("log %q (%v), want %q", got, err, want)
	}
	if out, err := run("copy.synced:4"); err != nil || out != "pass 1\npass 2\npass 3\n" {
		t.Errorf("a pass that does not come: %q, %v", out, err)
	}
	for _, bad := range []string{"copy.synced", "copy.synced:0", "khong.co:1", ":1"} {
		if out, err := run(bad); err == nil || out != "" {
			t.Errorf("ANKHAI_CRASH_AT=%s: the program ran: %q", bad, out)
		}
	}
}

// Unarmed, a point costs no more than a look at a variable.
func BenchmarkHit(b *testing.B) {
	for b.Loop() {
		failpoint.Hit("copy.made")
	}
}
