// Package fakedriver builds a token driver that misbehaves on order: it hangs,
// crashes, prints, lies about lengths and counts, loses its token, counts wrong
// PINs. What it is not told to spoil it passes on to SoftHSM, so that everything
// around the trouble is real.
//
// Only tests import it. It needs a C compiler; without one a test is skipped, and
// fails where CI=true.
package fakedriver

import (
	_ "embed"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"ankhai/signing/signtest/softhsm"
)

//go:embed testdata/driver.c
var source []byte

// Driver is one copy of it with its own orders.
type Driver struct {
	Path  string
	store *softhsm.Store
}

// New builds a driver in front of a store. orders are lines such as "hang=C_Sign:2"
// (from the second call on), "fail=C_Initialize:1:0x30", "gone=1".
func New(t softhsm.T, store *softhsm.Store, orders ...string) *Driver {
	t.Helper()
	d := &Driver{Path: Build(t), store: store}
	d.Order(t, orders...)
	return d
}

// Order replaces what was ordered before; it counts from the next call on.
func (d *Driver) Order(t softhsm.T, orders ...string) {
	t.Helper()
	lines := append([]string{"module=" + d.store.Module, "softhsm=" + d.store.Conf}, orders...)
	conf := d.Path + ".conf"
	if err := os.WriteFile(conf+".new", []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(conf+".new", conf); err != nil {
		t.Fatal(err)
	}
}

//go:embed testdata/windows.c
var windowsSource []byte

// BuildWindows compiles the small driver for Windows, which needs two files beside
// it: its certificate (.der) and the signature it gives (.sig). Debian:
// gcc-mingw-w64-x86-64.
func BuildWindows(t softhsm.T) (path string) {
	t.Helper()
	const compiler = "x86_64-w64-mingw32-gcc"
	softhsm.Need(t, compiler)
	return compile(t, compiler, windowsSource, "thu.dll", "-shared")
}

// Build compiles the driver with more options for the compiler, such as -DNO_ENTRY.
func Build(t softhsm.T, more ...string) (path string) {
	t.Helper()
	softhsm.Need(t, "gcc")
	return compile(t, "gcc", source, "libthu.so", append([]string{"-shared", "-fPIC", "-ldl"}, more...)...)
}

func compile(t softhsm.T, compiler string, source []byte, name string, options ...string) (path string) {
	t.Helper()
	dir := t.TempDir()
	c, path := filepath.Join(dir, "driver.c"), filepath.Join(dir, name)
	if err := os.WriteFile(c, source, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(compiler, append([]string{c, "-o", path}, options...)...).CombinedOutput(); err != nil {
		t.Fatalf("build the test driver: %v\n%s", err, out)
	}
	return path
}
