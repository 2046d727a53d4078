package services

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"ankhai/forms/law"
)

//go:embed data/*.tsv
var files embed.FS

// data is everything in data/. A fault in a file stops the program here, naming
// file and line.
var data = mustLoad(files)

type tables struct {
	maus       []Mau
	services   []DichVu
	procedures []ThuTuc
	dinhKem    dinhKem

	seen map[string]bool // keys of procedures, services, cases and papers
}

func mustLoad(files fs.FS) tables {
	t, err := load(files)
	if err != nil {
		panic("services: " + err.Error())
	}
	return t
}

func load(files fs.FS) (tables, error) {
	t := tables{seen: map[string]bool{}}
	for _, f := range []struct {
		name string
		row  func(map[string]string) error
	}{
		{"mau", t.mau}, {"thu-tuc", t.thuTuc}, {"thu-tuc-rieng", t.thuTucRieng}, {"dich-vu", t.dichVu}, {"truong-hop", t.truongHop}, {"giay-to", t.giayTo}, {"dinh-kem", t.gioiHan},
	} {
		if err := law.EachLine(files, "data/"+f.name+".tsv", f.row); err != nil {
			return t, err
		}
	}
	return t, t.finish()
}

// finish derives what the tables imply: who can file, papers in one line, and the
// procedures of what has no official code.
func (t *tables) finish() error {
	for i := range t.services {
		s := &t.services[i]
		if len(s.TruongHop) == 0 {
			return fmt.Errorf("service %s has no case", s.ID)
		}
		s.HuongDan = len(s.Mau) == 0
		s.CoTheNop, s.CoTheNopCau = coTheNop(*s)
		for k := range s.TruongHop {
			s.TruongHop[k].papers(*s)
		}
		if p, ok := rieng(*s); ok {
			t.procedures = append(t.procedures, p)
		}
	}
	return t.dinhKem.whole()
}

// papers names what the case takes; words that a file gives stay.
func (c *TruongHop) papers(s DichVu) {
	var must []string
	for _, g := range s.GiayCua(c.ID) {
		for _, one := range g {
			c.GiayToID = append(c.GiayToID, one.ID)
		}
		if g.BatBuoc() {
			must = append(must, g.Ten())
		}
	}
	if c.GiayTo == "" {
		c.GiayTo = strings.Join(must, "; ")
	}
}

func (t *tables) once(key string) error {
	if key == "" || t.seen[key] {
		return fmt.Errorf("key %q is missing or stands twice", key)
	}
	t.seen[key] = true
	return nil
}

func (t *tables) of(id string) (*DichVu, error) {
	for i := range t.services {
		if t.services[i].ID == id {
			return &t.services[i], nil
		}
	}
	return nil, fmt.Errorf("no service %q", id)
}

func need(s, name string) error {
	if s == "" {
		return fmt.Errorf("%s: missing", name)
	}
	return nil
}

func sure(c law.Confidence) error {
	if c != law.High && c != law.Medium && c != law.Low {
		return fmt.Errorf("confidence: %q is not high, medium or low", c)
	}
	return nil
}

func firstErr(errs ...error) error {
	for _, e := range errs {
		if e != nil {
			return e
		}
	}
	return nil
}
