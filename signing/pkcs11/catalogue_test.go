package pkcs11_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"ankhai/signing/pkcs11"
)

// The list that is shipped: complete lines, bare names, none of them twice.
func TestShippedCatalogue(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "assets", "pkcs11-modules.json"))
	if err != nil {
		t.Fatal(err)
	}
	c, err := pkcs11.ReadCatalogue(data)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for _, k := range c.Drivers {
		for system, files := range k.Files {
			if len(c.Folders[system]) == 0 {
				t.Errorf("%s: no folders of %q", k.Vendor, system)
			}
			for _, f := range files {
				name := system + " " + strings.ToLower(f)
				if seen[name] != "" {
					t.Errorf("%s is of %s and of %s", name, seen[name], k.Vendor)
				}
				seen[name] = k.Vendor
			}
		}
	}
	for _, vendor := range []string{"VNPT-CA", "Viettel-CA", "FPT-CA", "BKAV-CA", "MISA-CA"} {
		found := false
		for _, v := range seen {
			found = found || v == vendor
		}
		if !found {
			t.Errorf("no driver of %s", vendor)
		}
	}
}

// Drivers are found in the folders of the list, a file with two names once.
func TestFind(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.so", "b.so"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(dir, "a.so"), filepath.Join(dir, "a-link.so")); err != nil {
		t.Fatal(err)
	}
	c := pkcs11.Catalogue{
		Folders: map[string][]string{runtime.GOOS: {"%TOKENS%", "%NOT_SET%/x", "relative"}},
		Drivers: []pkcs11.Known{{Vendor: "A", Files: map[string][]string{runtime.GOOS: {"a.so", "a-link.so", "none.so"}}}, {Vendor: "B", Files: map[string][]string{runtime.GOOS: {"b.so"}}}},
	}
	got := c.Find(func(name string) string { return map[string]string{"TOKENS": dir}[name] })
	if len(got) != 2 || got[0].Path != filepath.Join(dir, "a.so") || got[0].Vendor != "A" || got[1].Vendor != "B" {
		t.Errorf("found %+v", got)
	}
}

// A list with a way out of its folders, or without a source, is refused whole.
func TestBadCatalogue(t *testing.T) {
	for _, bad := range []string{
		"", "{}", `{"drivers":[]}`,
		`{"drivers":[{"vendor":"A","files":{"linux":["../a.so"]},"source":"s","confidence":"cao"}]}`,
		`{"drivers":[{"vendor":"A","files":{"windows":["x\\a.dll"]},"source":"s","confidence":"cao"}]}`,
		`{"drivers":[{"vendor":"A","files":{"linux":["a.so"]},"confidence":"cao"}]}`,
		`{"drivers":[{"vendor":"A","files":{"linux":["a.so"]},"source":"s","confidence":"sure"}]}`,
	} {
		if _, err := pkcs11.ReadCatalogue([]byte(bad)); err == nil {
			t.Errorf("%s: taken", bad)
		}
	}
}
