package office

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ankhai/app/gateway/sandbox"
	"ankhai/storage"
)

// The demonstration goes from two workbooks to a result, tells every step, and
// leaves files that everybody's verifier accepts.
func TestDemoReachesTheResult(t *testing.T) {
	dir := t.TempDir()
	var told []string
	res, err := Demo(t.Context(), DemoConfig{Dir: filepath.Join(dir, "kho"), Out: filepath.Join(dir, "ra"), Now: testNow, Keys: testKeys(filepath.Join(dir, "kho")), Say: func(f string, a ...any) {
		told = append(told, fmt.Sprintf(f, a...))
	}})
	if err != nil {
		t.Fatalf("%s\n%v\n%s", Say(err), err, strings.Join(told, "\n"))
	}
	if res.SoHoSo == "" || res.FaultsBefore == 0 {
		t.Errorf("result %+v", res)
	}
	for _, path := range res.Files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if kindOf(data) == kindOther {
			continue
		}
		r, err := Verify(t.Context(), VerifyInput{Name: path, Data: data})
		if err != nil || !r.Valid() {
			t.Errorf("%s: %v %s", path, err, r.Say())
		}
	}
}

// Killed at any moment and started again, the demonstration sends one dossier
// and loses nothing.
func TestDemoSurvivesKill(t *testing.T) {
	if testing.Short() {
		t.Skip("about 20 s of kills")
	}
	dir := t.TempDir()
	start := func() *exec.Cmd { return child(t, "demo", dir) }
	for range 20 {
		c := start()
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.IntN(900)) * time.Millisecond)
		c.Process.Kill()
		c.Wait()
	}
	if out, err := start().CombinedOutput(); err != nil {
		t.Fatalf("after the kills: %v\n%s", err, out)
	}
	box, err := sandbox.New(sandbox.Options{Dir: filepath.Join(dir, "kho", SandboxDir), Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer box.Close()
	if n := len(box.Submissions()); n != 1 {
		t.Errorf("the gateway holds %d submissions, want 1", n)
	}
	o := openDesk(t, filepath.Join(dir, "kho"))
	all, err := o.Dossiers(t.Context())
	if err != nil || len(all) != 1 || all[0].State != storage.CoKetQua {
		t.Errorf("dossiers %v, err %v; want one with its result", all, err)
	}
}
