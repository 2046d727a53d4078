package codes

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/law"
)

//go:embed data/*.tsv
var dataFiles embed.FS

// lists is what data/danh-muc.tsv names. A fault in it, or in a list, stops the
// program with file, line and column.
var lists = mustReadIndex()

type listSet struct {
	all    []*List
	byName map[string]*List
}

func need(name string) *List {
	l := lists.byName[name]
	if l == nil {
		panic("codes: data/danh-muc.tsv has no list " + name)
	}
	return l
}

func mustReadIndex() listSet {
	set := listSet{byName: map[string]*List{}}
	const file = "data/danh-muc.tsv"
	err := readTable(file, mustFile(file), []string{"tep", "ten", "can_cu", "ngay", "confidence", "tu", "den", "ghi_chu"}, func(r row) error {
		l := &List{
			file: r.get("tep"), ten: r.get("ten"), basis: r.get("can_cu"), note: r.get("ghi_chu"),
			confidence: law.Confidence(r.get("confidence")),
		}
		var err error
		if l.checked, err = r.day("ngay"); err != nil {
			return err
		}
		if l.tu, err = r.day("tu"); err != nil {
			return err
		}
		if l.den, err = r.day("den"); err != nil {
			return err
		}
		switch {
		case l.file == "" || set.byName[l.file] != nil:
			return fmt.Errorf("tep: %q is empty or twice", l.file)
		case l.ten == "" || l.basis == "" || l.checked == 0:
			return fmt.Errorf("%s: ten, can_cu and ngay must be filled", l.file)
		case !known(l.confidence):
			return fmt.Errorf("confidence: %q is not high, medium or low", l.confidence)
		}
		l.lazy()
		set.all = append(set.all, l)
		set.byName[l.file] = l
		return nil
	})
	if err != nil {
		panic("codes: " + err.Error())
	}
	return set
}

func mustFile(name string) string {
	b, err := dataFiles.ReadFile(name)
	if err != nil {
		panic("codes: " + err.Error())
	}
	return string(b)
}

// mustRead reads a list's file.
func mustRead(l *List) *content {
	file := "data/" + l.file + ".tsv"
	c, err := readList(l, file, mustFile(file))
	if err != nil {
		panic("codes: " + err.Error())
	}
	return c
}

func readList(l *List, file, text string) (*content, error) {
	n := strings.Count(text, "\n")
	c := &content{items: make([]Item, 0, n), byMa: make(map[string]int32, n)}
	err := readTable(file, text, []string{"ma", "ten", "nhom", "tu", "den", "can_cu", "confidence", "khac"}, func(r row) error {
		i := Item{
			Ma: r.get("ma"), Ten: r.get("ten"), Nhom: r.get("nhom"), Khac: r.get("khac"),
			Tu: l.tu, Den: l.den, CanCu: l.basis, Confidence: l.confidence,
		}
		if i.Ma == "" || i.Ten == "" {
			return fmt.Errorf("ma, ten: must be filled")
		}
		if _, twice := c.byMa[i.Ma]; twice {
			return fmt.Errorf("ma: %s is twice", i.Ma)
		}
		if d, err := r.day("tu"); err != nil {
			return err
		} else if d != 0 {
			i.Tu = d
		}
		if d, err := r.day("den"); err != nil {
			return err
		} else if d != 0 {
			i.Den = d
		}
		if s := r.get("can_cu"); s != "" {
			i.CanCu = s
		}
		if s := law.Confidence(r.get("confidence")); s != "" {
			if !known(s) {
				return fmt.Errorf("confidence: %q is not high, medium or low", s)
			}
			i.Confidence = s
		}
		c.byMa[i.Ma] = int32(len(c.items))
		c.items = append(c.items, i)
		return nil
	})
	return c, err
}

func known(c law.Confidence) bool { return c == law.High || c == law.Medium || c == law.Low }

// row is one line of a table, its cells by column name.
type row struct {
	at    map[string]int
	cells []string
}

func (r row) get(col string) string {
	if i, ok := r.at[col]; ok {
		return r.cells[i]
	}
	return ""
}

func (r row) day(col string) (law.Day, error) {
	s := r.get(col)
	if s == "" {
		return 0, nil
	}
	d, ok := law.ParseDay(s)
	if !ok {
		return 0, fmt.Errorf("%s: %q is not a day such as 2026-07-01", col, s)
	}
	return d, nil
}

// readTable reads tab separated lines under a line of column names, each of
// which must be one of cols, and hands every line to take.
func readTable(file, text string, cols []string, take func(row) error) error {
	r := row{at: map[string]int{}}
	line := 0
	for s := range strings.Lines(text) {
		line++
		r.cells = splitTabs(r.cells[:0], strings.TrimRight(s, "\r\n"))
		if line == 1 {
			for i, name := range r.cells {
				if !slices.Contains(cols, name) {
					return fmt.Errorf("%s:1: no column %q", file, name)
				}
				r.at[name] = i
			}
			continue
		}
		if len(r.cells) != len(r.at) {
			return fmt.Errorf("%s:%d: %d cells under %d columns", file, line, len(r.cells), len(r.at))
		}
		if err := take(r); err != nil {
			return fmt.Errorf("%s:%d: %w", file, line, err)
		}
	}
	if line < 2 {
		return fmt.Errorf("%s: no lines", file)
	}
	return nil
}

func splitTabs(into []string, s string) []string {
	for {
		cell, rest, more := strings.Cut(s, "\t")
		into = append(into, cell)
		if !more {
			return into
		}
		s = rest
	}
}
