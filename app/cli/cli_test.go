package cli_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ankhai/app/cli"
	"ankhai/app/office"
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
			ConfigDir: testConfig, Keyring: testKeyring(),
		}))
	}})
}

// testConfig is where the machine's key lies: in ANKHAI_TEST_CONFIG, else beside
// the data folder of the test, in nobody's home.
func testConfig() (string, error) {
	if dir := os.Getenv("ANKHAI_TEST_CONFIG"); dir != "" {
		return dir, nil
	}
	dir := os.Getenv("ANKHAI_DATA")
	if dir == "" {
		return "", errors.New("ANKHAI_DATA is not set")
	}
	return dir + "-cau-hinh", nil
}

// testKeyring is a keyring in the folder ANKHAI_TEST_KEYRING; none without it.
func testKeyring() office.Keyring {
	if dir := os.Getenv("ANKHAI_TEST_KEYRING"); dir != "" {
		return folderRing(dir)
	}
	return nil
}

// folderRing keeps each secret in a file. A folder that is gone is a keyring that
// does not answer.
type folderRing string

func (r folderRing) path(store string) (string, error) {
	_, err := os.Stat(string(r))
	return filepath.Join(string(r), store), err
}

func (r folderRing) Get(_ context.Context, store string) ([]byte, error) {
	path, err := r.path(store)
	if err != nil {
		return nil, err
	}
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		err = office.ErrNoSecret
	}
	return b, err
}

func (r folderRing) Set(_ context.Context, store string, secret []byte) error {
	path, err := r.path(store)
	if err != nil {
		return err
	}
	return os.WriteFile(path, secret, 0o600)
}

func (r folderRing) Delete(_ context.Context, store string) error {
	path, err := r.path(store)
	if err != nil {
		return err
	}
	return os.Remove(path)
}

// verifiers are other people's programs that judge what bhxh makes.
var verifiers = []string{"xmlsec1", "xmllint", "pdfsig"}

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
			e.Setenv("ANKHAI_TEST_CONFIG", e.WorkDir+"/cau-hinh")
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
