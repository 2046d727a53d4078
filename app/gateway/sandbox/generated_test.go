package sandbox_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
)

// npmPeer is where make installs what npm has for these tests.
const npmPeer = "testdata/npm"

// Whoever has only the document can write a client: a generator from npm makes one of
// it, and that client files a dossier in parts and follows it to its result.
func TestAGeneratedClient(t *testing.T) {
	if _, err := os.Stat(filepath.Join(npmPeer, "node_modules", "swagger-typescript-api")); err != nil {
		missing(t, "swagger-typescript-api")
	}
	at := day
	o := sandbox.Options{Dir: t.TempDir(), Now: clockAt(&at), Lists: func() []sandbox.CodeList {
		return []sandbox.CodeList{{Ten: "quan-he", TieuDe: "Quan hệ với chủ hộ", PhienBan: "2026-11-22", SoDong: 1, NoiDung: "ma\tten\n00\tChủ hộ\n"}}
	}}
	r := start(t, o)
	xml, key := dossier(1), gateway.NewKey()
	file := filepath.Join(t.TempDir(), "BHXHDienTu.xml")
	if err := os.WriteFile(file, xml, 0o600); err != nil {
		t.Fatal(err)
	}
	doc, err := filepath.Abs("../../../docs/gateway/openapi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "node", "client.mjs", doc, t.TempDir(), r.url, file, key, gateway.HashOf(xml), "ZZ00000")
	cmd.Dir = npmPeer
	cmd.Env = append(os.Environ(), "NODE_EXTRA_CA_CERTS="+sandbox.CAPath(o.Dir))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("the generated client: %v\n%s", err, out)
	}
	var got struct {
		Version           string
		Operations        []string
		Health            string
		Unknown, Conflict [2]any
		Uploaded          int
		Statuses          [3]int
		Same              bool
		SoHoSo            string
		Steps             []string
		Files             []string
		Notices, Lists    []string
	}
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if got.Unknown != [2]any{404.0, "E-TIM-01"} || got.Conflict[0] != 409.0 || got.Uploaded != len(xml) || got.Statuses != [3]int{201, 200, 200} || !got.Same {
		t.Errorf("submitting: %+v", got)
	}
	if !slices.Equal(got.Steps, []string{"00", "00", "00", "00"}) || got.SoHoSo == "" || len(got.Files) == 0 || !slices.Equal(got.Notices, []string{"KQ"}) || !slices.Equal(got.Lists, []string{"quan-he"}) {
		t.Errorf("following: %+v", got)
	}
	if got.Health == "" || len(got.Operations) != 15 {
		t.Errorf("%d operations, health %q", len(got.Operations), got.Health)
	}
	if list := r.box.Submissions(); len(list) != 1 {
		t.Errorf("%d dossiers", len(list))
	}
}

// missing fails the test on the build server and skips it elsewhere.
func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is missing", what)
	}
	t.Skipf("%s is missing: make test installs it", what)
}
