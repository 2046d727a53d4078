package sandbox_test

import (
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
)

// The page does what it says in a browser as people have it: looked at, returned,
// approved, the clock put ahead, and nothing at the wish of another site. With
// ANKHAI_SHOTS the pictures are left there.
func TestThePageInABrowser(t *testing.T) {
	if _, err := os.Stat(filepath.Join(npmPeer, "node_modules", "puppeteer-core")); err != nil {
		missing(t, "puppeteer-core")
	}
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		missing(t, "chromium")
	}
	at := day
	o := sandbox.Options{Dir: t.TempDir(), Now: clockAt(&at), Steps: sandbox.Steps{GiaiQuyet: time.Hour, KetQua: 48 * time.Hour}}
	r := start(t, o)
	var deals []string
	for n := range 2 {
		f := who("TM", "Trần Thị &lt;b&gt;Thử", "", "00000000000"+string(rune('1'+n)), "15/08/1995", "11/2026")
		got, err := r.client.Submit(t.Context(), gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, build([]tep{f})))
		if err != nil {
			t.Fatal(err, refusal(err))
		}
		deals = append(deals, got.MaGiaoDich)
	}
	ca, err := os.ReadFile(sandbox.CAPath(o.Dir))
	if err != nil {
		t.Fatal(err)
	}
	block, _ := pem.Decode(ca)
	cert, err := x509.ParseCertificate(block.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	shots := os.Getenv("ANKHAI_SHOTS")
	if shots == "" {
		shots = t.TempDir()
	}
	cmd := exec.CommandContext(t.Context(), "node", "page.mjs", chromium, r.url, gateway.SPKIPin(cert), shots, deals[0], deals[1])
	cmd.Dir, cmd.Stderr = npmPeer, os.Stderr
	cmd.Env = append(os.Environ(), "HOME="+t.TempDir())
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("the browser: %v\n%s", err, out)
	}
	var seen struct {
		Errors                                                         []string
		List, One, Returned, Approved, Ahead, Fault, Register, Foreign string
	}
	if err := json.Unmarshal(out, &seen); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, c := range []struct{ where, text, want string }{
		{"list", seen.List, "đã nhận 2 hồ sơ"},
		{"list", seen.List, "KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"},
		{"one dossier", seen.One, "Trần Thị <b>Thử"},
		{"returned", seen.Returned, "Sai mức lương ở dòng 1"},
		{"approved", seen.Approved, "Kết quả đã ra"},
		{"clock", seen.Ahead, "đang vặn tới 720 giờ"},
		{"a fault that is none", seen.Fault, "Kịch bản trục trặc không hiểu được"},
		{"register", seen.Register, "Trần Thị <b>Thử"},
		{"register", seen.Register, "00:00:00 01/12/2026"},
		{"another site's form", seen.Foreign, "không phải của trang đang mở"},
	} {
		if !strings.Contains(strings.ToLower(c.text), strings.ToLower(c.want)) {
			t.Errorf("%s lacks %q:\n%s", c.where, c.want, c.text)
		}
	}
	if len(seen.Errors) > 0 {
		t.Errorf("the browser met %q", seen.Errors)
	}
	for _, p := range []string{"danh-sach", "mot-ho-so", "da-tra-lai", "da-duyet", "so"} {
		if st, err := os.Stat(filepath.Join(shots, p+".png")); err != nil || st.Size() < 5000 {
			t.Errorf("picture %s: %v", p, err)
		}
	}
	states := map[string]bool{}
	for _, s := range r.box.Submissions() {
		states[s.MaGiaoDich] = len(s.TraLai) > 0
	}
	if !states[deals[0]] || states[deals[1]] {
		t.Errorf("the first is to be returned, the second not: %v", states)
	}
}
