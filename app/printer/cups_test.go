//go:build !windows

package printer

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// cups puts programs of a test in the place of those of CUPS.
func cups(t *testing.T, programs map[string]string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, body := range programs {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+body), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+"/usr/bin:/bin")
	t.Setenv("OUT", dir)
	return dir
}

const (
	twoPrinters = `case "$1" in
-a) echo "Ke_toan accepting requests since Thu"; echo "Hanh_chinh accepting requests since Thu";;
-d) echo "system default destination: Hanh_chinh";;
esac
`
	takes = `cat > "$OUT/paper"; echo "$@" > "$OUT/args"; echo "request id is Ke_toan-7 (0 file(s))"
`
)

func TestList(t *testing.T) {
	cups(t, map[string]string{"lpstat": twoPrinters})
	p, err := List(context.Background())
	if err != nil || !slices.Equal(p.Names, []string{"Ke_toan", "Hanh_chinh"}) || p.Default != "Hanh_chinh" || !p.Chosen {
		t.Errorf("%+v %v", p, err)
	}
	cups(t, map[string]string{"lpstat": `[ "$1" = -a ] && echo "Ke_toan accepting requests" || echo "no system default destination"`})
	if p, err := List(context.Background()); err != nil || p.Default != "" || len(p.Names) != 1 {
		t.Errorf("without a default: %+v %v", p, err)
	}
	for name, body := range map[string]string{"no printer": "echo 'lpstat: No destinations added.' >&2; exit 1", "nothing said": "exit 0"} {
		cups(t, map[string]string{"lpstat": body})
		if _, err := List(context.Background()); !errors.Is(err, ErrNone) {
			t.Errorf("%s: %v", name, err)
		}
	}
	t.Setenv("PATH", t.TempDir())
	if _, err := List(context.Background()); !errors.Is(err, ErrNone) {
		t.Errorf("without CUPS: %v", err)
	}
}

// The bytes go through the pipe, with what was asked for; no file is asked for.
func TestPrint(t *testing.T) {
	dir := cups(t, map[string]string{"lpstat": twoPrinters, "lp": takes})
	never := func() (string, error) { t.Error("a file is asked for"); return "", nil }
	said := func() string {
		args, err := os.ReadFile(filepath.Join(dir, "args"))
		if err != nil {
			t.Fatal(err)
		}
		return strings.TrimSpace(string(args))
	}
	if err := Print(context.Background(), []byte("%PDF-1.7 tờ khai"), Order{Printer: "Ke_toan", Copies: 3, BothSides: true, Pages: "2-5"}, never); err != nil {
		t.Fatal(err)
	}
	if got := said(); got != "-t AnKhai -n 3 -d Ke_toan -o sides=two-sided-long-edge -P 2-5" {
		t.Errorf("lp %s", got)
	}
	if paper, _ := os.ReadFile(filepath.Join(dir, "paper")); string(paper) != "%PDF-1.7 tờ khai" {
		t.Errorf("printed %q", paper)
	}
	if err := Print(context.Background(), []byte("x"), Order{}, never); err != nil || said() != "-t AnKhai -n 1 -o sides=one-sided" {
		t.Errorf("lp %s (%v)", said(), err)
	}
	if err := Print(context.Background(), []byte("x"), Order{Printer: "-o raw"}, never); !errors.Is(err, ErrUnknown) {
		t.Errorf("a printer that is not there: %v", err)
	}
}

func TestPrintThatIsRefused(t *testing.T) {
	cups(t, map[string]string{"lpstat": twoPrinters, "lp": "cat > /dev/null; echo 'lp: The printer is not ready' >&2; exit 1\n"})
	if err := Print(context.Background(), []byte("x"), Order{}, nil); !errors.Is(err, ErrRefused) {
		t.Errorf("refused: %v", err)
	}
	cups(t, map[string]string{"lpstat": twoPrinters})
	t.Setenv("PATH", os.Getenv("OUT"))
	if err := Print(context.Background(), []byte("x"), Order{}, nil); err == nil {
		t.Error("printed without lp")
	}
}
