package office

import (
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// The version is one, and every library of the programs has its licence named, none
// of which asks for our source.
func TestAbout(t *testing.T) {
	toml, err := os.ReadFile("../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(toml), `Version = "`+Version+`"`) {
		t.Errorf("FyneApp.toml has another version than %s", Version)
	}
	out, err := exec.Command("go", "list", "-deps", "-tags", "ci,migrated_fynedo", "-f", "{{with .Module}}{{.Path}}{{end}}", "../..", "../cli/bhxh").Output()
	if errors.Is(err, exec.ErrNotFound) && os.Getenv("CI") == "" {
		t.Skipf("no go command here: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	known := licences()
	for _, path := range strings.Fields(string(out)) {
		if l := known[path]; path != "ankhai" && (l == "" || strings.Contains(l, "GPL")) {
			t.Errorf("%s: licence %q; name it in assets/licences.tsv", path, l)
		}
	}
	o := openDesk(t, t.TempDir())
	if a := o.About(); a.Version != Version || a.Dir == "" || a.Go == "" {
		t.Errorf("about: %+v", a)
	}
}
