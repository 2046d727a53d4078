package pkcs11

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// Known is a driver that vendors are known to install: a name says nothing for
// certain, so that every file found is still checked before it is loaded.
type Known struct {
	Vendor     string              `json:"vendor"`
	Files      map[string][]string `json:"files"`             // by system: "windows", "linux", "darwin"
	Folders    map[string][]string `json:"folders,omitempty"` // beside the usual ones
	Source     string              `json:"source"`
	Confidence string              `json:"confidence"` // "cao", "vừa", "thấp"
}

// Catalogue is the list of known drivers and the folders where they usually lie.
type Catalogue struct {
	Folders map[string][]string `json:"folders"`
	Drivers []Known             `json:"drivers"`
}

// ReadCatalogue reads the list and refuses one with a name that leads elsewhere.
func ReadCatalogue(data []byte) (Catalogue, error) {
	var c Catalogue
	if err := json.Unmarshal(data, &c); err != nil {
		return c, fmt.Errorf("read list of token drivers: %w", err)
	}
	for _, k := range c.Drivers {
		if k.Vendor == "" || len(k.Files) == 0 || k.Source == "" || !slices.Contains([]string{"cao", "vừa", "thấp"}, k.Confidence) {
			return c, fmt.Errorf("read list of token drivers: %q is not complete", k.Vendor)
		}
		for _, files := range k.Files {
			for _, f := range files {
				if f != filepath.Base(f) || strings.ContainsAny(f, `/\`) {
					return c, fmt.Errorf("read list of token drivers: %s: %q is no bare file name", k.Vendor, f)
				}
			}
		}
	}
	if len(c.Drivers) == 0 {
		return c, errors.New("read list of token drivers: empty")
	}
	return c, nil
}

// Found is a driver's file on this machine.
type Found struct {
	Path    string
	Vendor  string // "" for one that a person chose
	Trusted bool   // a person trusts it wherever it lies
}

// Find looks for the known drivers on this machine. getenv expands the folders of
// Windows, written as %NAME%. Nothing is opened or loaded. One file under two names
// is found once.
func (c Catalogue) Find(getenv func(string) string) []Found {
	var out []Found
	seen := map[string]bool{}
	for _, k := range c.Drivers {
		folders := append(slices.Clone(k.Folders[runtime.GOOS]), c.Folders[runtime.GOOS]...)
		for _, name := range k.Files[runtime.GOOS] {
			for _, folder := range folders {
				path := filepath.Join(expand(folder, getenv), name)
				real, err := filepath.EvalSymlinks(path)
				if err != nil || !filepath.IsAbs(path) {
					continue
				}
				if info, err := os.Stat(real); err != nil || !info.Mode().IsRegular() || seen[real] {
					continue
				}
				seen[real] = true
				out = append(out, Found{Path: path, Vendor: k.Vendor})
				break // the same name in a later folder is the same driver for others
			}
		}
	}
	return out
}

// expand replaces %NAME%; a name that is not set leaves a path that is not absolute.
func expand(folder string, getenv func(string) string) string {
	start := strings.IndexByte(folder, '%')
	if start < 0 {
		return filepath.FromSlash(folder)
	}
	name, rest, ok := strings.Cut(folder[start+1:], "%")
	if !ok {
		return ""
	}
	return filepath.FromSlash(folder[:start] + getenv(name) + rest)
}
