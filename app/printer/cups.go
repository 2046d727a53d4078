//go:build !windows

package printer

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"
)

// patience is how long CUPS may take to answer: a printer that has been switched off
// must not hold anybody.
const patience = 20 * time.Second

// List asks CUPS for the printers that take work. ErrNone if there is none.
func List(ctx context.Context) (Printers, error) {
	p := Printers{Chosen: true}
	out, err := ask(ctx, nil, "lpstat", "-a")
	for line := range strings.Lines(out) {
		if name, _, _ := strings.Cut(strings.TrimSpace(line), " "); name != "" && err == nil {
			p.Names = append(p.Names, name)
		}
	}
	if len(p.Names) == 0 { // no lpstat, nobody who answers it, or nothing to list
		return p, ErrNone
	}
	if out, err := ask(ctx, nil, "lpstat", "-d"); err == nil {
		if i := strings.LastIndex(out, ": "); i >= 0 {
			p.Default = strings.TrimSpace(out[i+2:])
		}
	}
	if !slices.Contains(p.Names, p.Default) {
		p.Default = ""
	}
	return p, nil
}

// Print sends a PDF through a pipe; file is not used.
func Print(ctx context.Context, pdf []byte, o Order, _ func() (string, error)) error {
	all, err := List(ctx)
	if err != nil {
		return err
	}
	args := []string{"-t", "AnKhai", "-n", strconv.Itoa(max(o.Copies, 1))} // the title stands in lists that others see
	if o.Printer != "" {
		if !slices.Contains(all.Names, o.Printer) {
			return fmt.Errorf("print: %w", ErrUnknown)
		}
		args = append(args, "-d", o.Printer)
	} else if all.Default == "" { // lp would refuse
		args = append(args, "-d", all.Names[0])
	}
	sides := "one-sided"
	if o.BothSides {
		sides = "two-sided-long-edge"
	}
	args = append(args, "-o", "sides="+sides)
	if o.Pages != "" {
		args = append(args, "-P", o.Pages)
	}
	if _, err := ask(ctx, pdf, "lp", args...); err != nil {
		return fmt.Errorf("print: %w: %w", ErrRefused, err)
	}
	return nil
}

// ask runs a program of CUPS with English words.
func ask(ctx context.Context, in []byte, name string, args ...string) (string, error) {
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	c := exec.CommandContext(ctx, name, args...)
	c.Env = append(os.Environ(), "LC_ALL=C")
	c.Stdin = bytes.NewReader(in)
	c.WaitDelay = time.Second
	out, err := c.Output()
	return string(out), err
}
