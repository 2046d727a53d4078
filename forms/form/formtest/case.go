// Package formtest runs the cases of a mẫu: one txtar file a case, with rows as
// a person would type them and, beside them, the faults, totals and XML that
// they must give. A case is named after what the user sees.
//
//	Tăng mới mà chưa ghi số CCCD.
//	-- head.tsv --      the head: tags in the first line, one line of values
//	-- rows.tsv --      tags in the first line, then one line a row
//	-- ThanhVien.tsv -- rows of the sub-table of that tag
//	-- today --         day of checking, 22/11/2026 if not given
//	-- period --        kỳ kê khai, the month of today if not given
//	-- faults --        code, level, place, words
//	-- totals --        tag, number
//	-- out.xml --       only where the case wants it
//	-- paper.txt --     the same: the words of the printed pages
//
// With -update the last four are rewritten, for a person to read the
// difference. XML that xmllint refuses against the schema, or that does not
// read back to the same bytes, is never written.
//
// It is for tests only. It knows no particular form; the schemas are those of
// forms/xmlfile, reconstructed and not official.
package formtest

import (
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

var update = flag.Bool("update", false, "rewrite the expected parts of the cases")

// Case is one txtar file.
type Case struct {
	File    string
	Archive *Archive
	Doc     *form.Doc
	Today   law.Day
	Period  law.Month
}

// defaultToday is the day of checking of a case that does not say its own.
const defaultToday = "22/11/2026"

// Load reads a case for a form.
func Load(f *form.Form, file string) (*Case, error) {
	a, err := ReadArchive(file)
	if err != nil {
		return nil, err
	}
	today, _ := law.ParseDay(defaultToday)
	c := &Case{File: file, Archive: a, Doc: form.New(f), Today: today}
	for _, p := range a.Parts {
		text := strings.TrimSpace(p.Text)
		switch {
		case p.Name == "today":
			d, ok := law.ParseDay(text)
			if !ok {
				return nil, fmt.Errorf("%s: today: not a day: %q", file, text)
			}
			c.Today = d
		case p.Name == "period":
			m, ok := law.ParseMonth(text)
			if !ok {
				return nil, fmt.Errorf("%s: period: not a month: %q", file, text)
			}
			c.Period = m
		case p.Name == "head.tsv":
			rows, err := Rows(f.Head, p.Text)
			if err != nil || len(rows) != 1 {
				return nil, fmt.Errorf("%s: head.tsv: %d rows, %v", file, len(rows), err)
			}
			c.Doc.Head = rows[0]
		case p.Name == "rows.tsv":
			if c.Doc.Rows, err = Rows(f.Table, p.Text); err != nil {
				return nil, fmt.Errorf("%s: rows.tsv: %w", file, err)
			}
		case strings.HasSuffix(p.Name, ".tsv"):
			tag := strings.TrimSuffix(p.Name, ".tsv")
			t := f.Sub(tag)
			if t == nil {
				return nil, fmt.Errorf("%s: the form has no table %s", file, tag)
			}
			if c.Doc.Subs[tag], err = Rows(t, p.Text); err != nil {
				return nil, fmt.Errorf("%s: %s: %w", file, p.Name, err)
			}
		case p.Name == "faults", p.Name == "totals", p.Name == "out.xml", p.Name == "paper.txt":
		default:
			return nil, fmt.Errorf("%s: no such part: %s", file, p.Name)
		}
	}
	if c.Period == 0 {
		c.Period = c.Today.Month()
	}
	return c, nil
}

// Rows reads a table as people type it: tags in the first line, tabs between.
func Rows(t *form.Table, text string) ([]form.Row, error) {
	if t == nil {
		return nil, errors.New("the form has no such table")
	}
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	var cols []*form.Column
	for _, tag := range strings.Split(lines[0], "\t") {
		c := t.Column(strings.TrimSpace(tag))
		if c == nil {
			return nil, fmt.Errorf("no column %q in %s", tag, t.Tag)
		}
		cols = append(cols, c)
	}
	var out []form.Row
	for n, l := range lines[1:] {
		cells := strings.Split(l, "\t")
		if len(cells) > len(cols) {
			return nil, fmt.Errorf("line %d has %d cells for %d columns", n+2, len(cells), len(cols))
		}
		var r form.Row
		for i, s := range cells {
			v, say, ok := cols[i].Parse(s)
			if !ok {
				return nil, fmt.Errorf("line %d, column %s: %q %s", n+2, cols[i].Tag, s, say)
			}
			if v.Known() {
				cols[i].Put(&r, v)
			}
		}
		out = append(out, r)
	}
	return out, nil
}

// Faults writes faults one place a line: code, level, place, words.
func Faults(fs []form.Fault) string {
	var b strings.Builder
	for _, f := range fs {
		for _, p := range f.Places {
			where := p.Table
			if p.Row > 0 {
				where = strings.TrimPrefix(where+" dòng "+strconv.Itoa(p.Row), " ")
			}
			fix := ""
			if p.Fix != "" {
				fix = " → " + p.Fix
			}
			fmt.Fprintf(&b, "%s %s %s.%s: %s%s\n", f.Code, f.Level, where, p.Tag, f.Say, fix)
		}
	}
	return b.String()
}

func totals(d *form.Doc) string {
	var b strings.Builder
	for _, s := range d.Sums() {
		fmt.Fprintf(&b, "%s %s", s.Tag, form.Dots(s.N))
		if s.Unknown > 0 {
			fmt.Fprintf(&b, " (còn %d dòng chưa biết)", s.Unknown)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// Files lists the cases in testdata of the package under test.
func Files(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in testdata (%v)", err)
	}
	return files
}
