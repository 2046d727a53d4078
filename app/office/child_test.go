package office

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"ankhai/signing/pkcs11"
)

// The test binary starts itself again as a program that may be killed. What it
// is to be is told by roles.
const childEnv = "ANKHAI_OFFICE_TEST_CHILD"

var roles = map[string]func(ctx context.Context, args []string) error{
	"demo": func(ctx context.Context, args []string) error {
		_, err := Demo(ctx, DemoConfig{
			Dir: filepath.Join(args[0], "kho"), Out: filepath.Join(args[0], "ra"), Now: time.Now, Say: func(string, ...any) {},
			Keys: testKeys(filepath.Join(args[0], "kho")),
		})
		return err
	},
	"fileAndSend": fileAndSend,
	"scene":       playScene,
	"matrix":      fileOne,
	"takeBack":    takeInChild,
}

func TestMain(m *testing.M) {
	pkcs11.Serve(os.Args)
	log.SetOutput(io.Discard) // as the program's own main does
	var args []string
	if s := os.Getenv(childEnv); s == "" {
		os.Exit(m.Run())
	} else if err := json.Unmarshal([]byte(s), &args); err != nil {
		panic(err)
	}
	if err := roles[args[0]](context.Background(), args[1:]); err != nil {
		fmt.Println("error", Say(err), err)
		os.Exit(1)
	}
	os.Exit(0)
}

// child is the test binary in a role, not started yet.
func child(t testing.TB, args ...string) *exec.Cmd {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	told, err := json.Marshal(args)
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(program)
	c.Env = append(os.Environ(), childEnv+"="+string(told))
	c.Stderr = os.Stderr
	return c
}
