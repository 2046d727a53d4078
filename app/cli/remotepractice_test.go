package cli_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Somebody tries remote signing without an account: the practice service runs beside,
// and confirms by itself.
func TestRemotePractice(t *testing.T) {
	exe, err := exec.LookPath("bhxh")
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t, exe: exe, dir: t.TempDir()}
	var ignored map[string]any
	d.run(&ignored, "demo", "--out", "ra")
	papers, err := filepath.Glob(filepath.Join(d.dir, "ra", "*.pdf"))
	if err != nil || len(papers) == 0 {
		t.Fatalf("the demo printed %v, %v", papers, err)
	}
	practice := d.command("remote", "practice", "--addr", "127.0.0.1:0", "--json")
	practice.Stderr = os.Stderr
	out, err := practice.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := practice.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = practice.Process.Kill() // it may have ended
		_ = practice.Wait()
	})
	var service struct{ URL, CA, ClientID, Secret, User string }
	if err := json.NewDecoder(out).Decode(&service); err != nil {
		t.Fatal(err)
	}
	d.put("khoa.txt", []byte(service.Secret))
	d.run(&ignored, "remote", "add", "tap", "--service", "mysign", "--url", service.URL, "--client-id", service.ClientID,
		"--user", service.User, "--secret-file", "khoa.txt", "--ca", service.CA)
	var signed struct{ Files []string }
	d.run(&signed, "sign", papers[0], "--out", "ky-tu-xa.pdf", "--key", "remote:tap")
	var seen struct {
		Valid      bool
		Signatures []struct{ Signer string }
	}
	d.run(&seen, "verify", "ky-tu-xa.pdf")
	if n := len(seen.Signatures); !seen.Valid || n == 0 || seen.Signatures[n-1].Signer == "" {
		t.Errorf("verified %+v", seen)
	}
}
