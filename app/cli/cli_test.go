package cli_test

import (
	"bytes"
	"context"
	"io"
	"log"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ankhai/app/cli"
	_ "ankhai/forms/all"
	"ankhai/signing/pkcs11"

	"github.com/rogpeppe/go-internal/testscript"
)

// clock is the day on which every script runs, unless it sets ANKHAI_TEST_NOW.
var clock = time.Date(2026, 11, 22, 9, 30, 0, 0, time.FixedZone("+07", 7*60*60))

func TestMain(m *testing.M) {
	pkcs11.Serve(os.Args)
	testscript.Main(m, map[string]func(){"bhxh": func() {
		now := time.Now
		if s := os.Getenv("ANKHAI_TEST_NOW"); s != "" {
			t, err := time.Parse(time.RFC3339, s)
			if err != nil {
				panic(err)
			}
			started := time.Now()
			now = func() time.Time { return t.Add(time.Since(started)) }
		}
		log.SetOutput(io.Discard) // as bhxh's own main does
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
		defer stop()
		os.Exit(cli.Main(ctx, cli.World{
			Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: now, Quarantine: 700 * time.Millisecond,
		}))
	}})
}

// verifiers are other people's programs that judge what bhxh makes.
var verifiers = []string{"xmlsec1", "xmllint", "pdfsig", "openssl"}

// TestScripts runs what a person types, one file a story.
func TestScripts(t *testing.T) {
	for _, tool := range verifiers {
		if _, err := exec.LookPath(tool); err != nil && os.Getenv("CI") == "true" {
			t.Errorf("%s is not installed; in CI the stories must not skip it", tool)
		}
	}
	schemas, err := filepath.Abs(filepath.Join("..", "..", "forms", "xmlfile", "xsd"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(e *testscript.Env) error {
			e.Setenv("ANKHAI_TEST_NOW", clock.Format(time.RFC3339))
			e.Setenv("ANKHAI_DATA", e.WorkDir+"/kho")
			e.Setenv("XSD", schemas)
			return nil
		},
		Cmds: scriptCommands,
	})
}

// TestEveryCommandHasHelp reads the help of each command as a person would.
func TestEveryCommandHasHelp(t *testing.T) {
	run := func(args ...string) (int, string, string) {
		var out, err bytes.Buffer
		code := cli.Main(context.Background(), cli.World{
			Args: args, In: strings.NewReader(""), Out: &out, Err: &err,
			Getenv: func(string) string { return "" }, Now: func() time.Time { return clock },
		})
		return code, out.String(), err.String()
	}
	code, all, _ := run("--help")
	if code != cli.Done {
		t.Fatalf("bhxh --help: exit %d", code)
	}
	names := 0
	for _, line := range strings.Split(all, "\n") {
		if !strings.HasPrefix(line, "  ") || strings.HasPrefix(line, "  --") {
			continue
		}
		name := strings.Fields(line)[0]
		names++
		code, help, _ := run(name, "--help")
		if code != cli.Done || !strings.Contains(help, "Cách dùng: bhxh "+name) {
			t.Errorf("bhxh %s --help: exit %d\n%s", name, code, help)
		}
		if strings.ContainsAny(help, "!") {
			t.Errorf("bhxh %s --help shouts:\n%s", name, help)
		}
	}
	if names < 20 {
		t.Errorf("%d commands in the overview, want all", names)
	}
	if code, _, e := run("khong-co"); code != cli.Usage || !strings.Contains(e, "không có lệnh") {
		t.Errorf("unknown command: exit %d, %q", code, e)
	}
	if code, _, e := run("import"); code != cli.Usage || !strings.Contains(e, "Cách dùng") {
		t.Errorf("missing argument: exit %d, %q", code, e)
	}
}
