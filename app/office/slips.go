package office

import (
	"archive/zip"
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/print"
	"ankhai/storage"
)

// SlipOrder is whose slips ("phiếu người lao động") are made, and how.
type SlipOrder struct {
	Month law.Month // as people stood at its end
	// People are the store's keys of those who get one; none: everybody who had not
	// left before the month.
	People []string
	// Locked locks each file with the person's own số ĐDCN/CCCD, for handing out by
	// mail. Who has no such number gets no file and is named.
	Locked bool
}

// SlipsMade tells what was made.
type SlipsMade struct {
	Path    string   `json:"file"`
	People  int      `json:"people"`
	Without []string `json:"without"` // names of those who got none for want of a number to lock with
}

// ErrLockJoined: one file for all cannot be locked for each.
var ErrLockJoined = errors.New("joined slips cannot be locked one by one")

// slipBatch is how many slips are drawn at a time: what is kept in memory.
const slipBatch = 200

// Slips makes a slip of one page for each person and writes them to path: a name that
// ends in .zip becomes an archive and one in .pdf a single file, anything else a folder
// with a file for each. What is written appears whole or not at all; in a folder that
// holds for each file. report is told how far it is.
func (o *Office) Slips(ctx context.Context, in SlipOrder, path string, report func(done, total int)) (SlipsMade, error) {
	made, err := o.slips(ctx, in, path, report)
	if err != nil {
		return made, fmt.Errorf("make slips: %w", err)
	}
	return made, o.deed(ctx, storage.Deed{What: "phieu.xuat", People: made.People})
}

// Slip makes the slip of one person as they stood at the end of a month. ErrNoPerson
// for who was not in the roster then.
func (o *Office) Slip(ctx context.Context, month law.Month, id string) (File, error) {
	fail := func(err error) (File, error) { return File{}, fmt.Errorf("make slip of %s: %w", id, err) }
	s := &slips{o: o, in: SlipOrder{Month: month, People: []string{id}}, names: map[string]bool{}}
	if err := s.read(ctx); err != nil {
		return fail(err)
	}
	if len(s.people) == 0 {
		return fail(ErrNoPerson)
	}
	pdf, err := print.Each([]print.Sheet{s.slip(s.people[0])}, s.options())
	if err != nil {
		return fail(err)
	}
	who := s.people[0][len(s.people[0])-1].Who
	return File{Name: "phieu-" + s.name(who), Bytes: pdf[0]}, o.deed(ctx, storage.Deed{What: "phieu.xuat", People: 1})
}

func (o *Office) slips(ctx context.Context, in SlipOrder, path string, report func(done, total int)) (SlipsMade, error) {
	made := SlipsMade{Path: path, Without: []string{}}
	s := &slips{o: o, in: in, names: map[string]bool{}}
	if err := s.read(ctx); err != nil {
		return made, err
	}
	if in.Locked {
		s.people = slices.DeleteFunc(s.people, func(past []storage.Held) bool {
			p := past[len(past)-1].Who
			if p.SoCCCD == "" {
				made.Without = append(made.Without, p.HoTen)
			}
			return p.SoCCCD == ""
		})
	}
	if made.People = len(s.people); made.People == 0 {
		return made, ErrNoPerson
	}
	out, err := newSlipFiles(path, in.Locked)
	if err != nil {
		return made, err
	}
	for from := 0; from < len(s.people); from += slipBatch {
		if err := ctx.Err(); err != nil {
			return made, errors.Join(err, out.drop())
		}
		batch := s.people[from:min(from+slipBatch, len(s.people))]
		if err := s.write(batch, out); err != nil {
			return made, errors.Join(err, out.drop())
		}
		report(from+len(batch), len(s.people))
	}
	return made, out.keep(s)
}

// slips is the making of many.
type slips struct {
	o      *Office
	in     SlipOrder
	dv     facts.DonVi
	book   *law.Sach
	sent   declarations
	people [][]storage.Held
	names  map[string]bool // of files
}

func (s *slips) read(ctx context.Context) (err error) {
	if s.dv, err = s.o.Company(ctx); err != nil {
		return err
	}
	if s.book, err = s.o.LawBook(ctx); err != nil {
		return err
	}
	r := &reporter{ctx: ctx, o: s.o, dv: s.dv}
	if s.sent, err = r.declared(); err != nil {
		return err
	}
	all, err := s.histories(ctx)
	if err != nil {
		return err
	}
	for _, past := range all {
		past = slices.DeleteFunc(past, func(h storage.Held) bool { return h.Who.TuThang > s.in.Month })
		if len(past) == 0 {
			continue
		}
		last := past[len(past)-1].Who
		gone := last.TrangThai == facts.DaNghi && last.TuThang < s.in.Month
		if slices.Contains(s.in.People, last.ID) || len(s.in.People) == 0 && !gone {
			s.people = append(s.people, past)
		}
	}
	return nil
}

// histories are those of everybody, or of the one person who is asked for.
func (s *slips) histories(ctx context.Context) ([][]storage.Held, error) {
	if len(s.in.People) != 1 {
		return s.o.store.Histories(ctx, s.dv.MaSoThue)
	}
	past, err := s.o.store.Held(ctx, s.in.People[0])
	if errors.Is(err, storage.ErrNotFound) {
		return nil, nil
	}
	return [][]storage.Held{past}, err
}

// write draws a batch and hands it on.
func (s *slips) write(batch [][]storage.Held, out slipFiles) error {
	sheets := make([]print.Sheet, len(batch))
	for i, past := range batch {
		sheets[i] = s.slip(past)
	}
	return out.put(s, batch, sheets)
}

func (s *slips) options() print.Options {
	return print.Options{Made: s.o.now().In(vietnam), Title: "Phiếu thông tin đóng bảo hiểm tháng " + s.in.Month.String(), Author: "AnKhai"}
}

// name is the file of a person: the company's number or mã số BHXH, and the name.
func (s *slips) name(p facts.NguoiLaoDong) string {
	words := cmp.Or(p.MaNV, p.MaSoBHXH, p.ID) + " " + codes.Fold(p.HoTen)
	plain := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, words)
	name := strings.Trim(plain, "-")
	if s.names[name] {
		name += "-" + p.ID
	}
	s.names[name] = true
	return name + ".pdf"
}

// slipFiles is where slips go.
type slipFiles interface {
	put(s *slips, batch [][]storage.Held, sheets []print.Sheet) error
	keep(s *slips) error // all are there
	drop() error         // it is given up
}

func newSlipFiles(path string, locked bool) (slipFiles, error) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".pdf":
		if locked {
			return nil, ErrLockJoined
		}
		return &joinedSlips{path: path}, nil
	case ".zip":
		f, err := os.CreateTemp(filepath.Dir(path), ".tam-*")
		if err != nil {
			return nil, fmt.Errorf("write archive of slips: %w", err)
		}
		b := bufio.NewWriterSize(f, 1<<20)
		return &zippedSlips{path: path, file: f, buffer: b, zip: zip.NewWriter(b)}, nil
	}
	return slipFolder(path), nil
}

// apart draws slips as files and hands each to f.
func apart(s *slips, batch [][]storage.Held, sheets []print.Sheet, f func(name string, pdf []byte) error) error {
	files, err := print.Each(sheets, s.options())
	if err != nil {
		return err
	}
	for i, pdf := range files {
		p := batch[i][len(batch[i])-1].Who
		if s.in.Locked {
			if pdf, err = print.Lock(pdf, p.SoCCCD); err != nil {
				return err
			}
		}
		if err := f(s.name(p), pdf); err != nil {
			return fmt.Errorf("write a slip: %w", err)
		}
	}
	return nil
}

// slipFolder is a folder with a file for each.
type slipFolder string

func (d slipFolder) put(s *slips, batch [][]storage.Held, sheets []print.Sheet) error {
	return apart(s, batch, sheets, func(name string, pdf []byte) error {
		return writeFile(filepath.Join(string(d), name), pdf, 0o600)
	})
}
func (slipFolder) keep(*slips) error { return nil }
func (slipFolder) drop() error       { return nil } // each file that is there is whole

// zippedSlips is an archive.
type zippedSlips struct {
	path   string
	file   *os.File
	buffer *bufio.Writer
	zip    *zip.Writer
}

func (z *zippedSlips) put(s *slips, batch [][]storage.Held, sheets []print.Sheet) error {
	return apart(s, batch, sheets, func(name string, pdf []byte) error {
		w, err := z.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store, Modified: s.o.now()}) // a PDF is packed as it is
		if err != nil {
			return err
		}
		_, err = w.Write(pdf)
		return err
	})
}

func (z *zippedSlips) keep(*slips) error {
	err := errors.Join(z.zip.Close(), z.buffer.Flush(), z.file.Sync(), z.file.Close())
	if err == nil {
		err = os.Rename(z.file.Name(), z.path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write archive of slips: %w", err), os.Remove(z.file.Name()))
	}
	return nil
}

func (z *zippedSlips) drop() error { return errors.Join(z.file.Close(), os.Remove(z.file.Name())) }

// joinedSlips is one file for the printer.
type joinedSlips struct {
	path   string
	sheets []print.Sheet
}

func (j *joinedSlips) put(_ *slips, _ [][]storage.Held, sheets []print.Sheet) error {
	j.sheets = append(j.sheets, sheets...)
	return nil
}

func (j *joinedSlips) keep(s *slips) error {
	pdf, err := print.Many(j.sheets, s.options())
	if err != nil {
		return err
	}
	return writeFile(j.path, pdf, 0o600)
}

func (j *joinedSlips) drop() error { return nil }
