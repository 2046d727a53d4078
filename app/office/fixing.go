package office

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/sheet"
	"ankhai/storage"
)

// The outcomes of correcting a cell of a payroll.
var (
	ErrNoCell  = errors.New("no such cell in a line that was kept as it was written")
	ErrUnfixed = errors.New("cell was not corrected")
)

// CellFix is a cell of a payroll that can be corrected here, or was: the user's file
// stays as it is.
type CellFix struct {
	Sheet, Cell string
	Line        string // whose line it is
	Field       string // what the column is, in words
	Old         string // what the workbook says
	New         string // what counts instead
	Fixed       bool   // New counts
	Before      bool   // New counted until the file was taken in again, and can count again
	By          string
	At          time.Time
}

// Format shows the cell alone, whatever the verb: a sheet may be named after a person.
func (f CellFix) Format(w fmt.State, _ rune) { io.WriteString(w, "ô "+f.Cell) }

// Place is the cell with its sheet.
func (f CellFix) Place() string { return facts.Noi{Sheet: f.Sheet, O: f.Cell}.String() }

// Shown is what counts in the cell.
func (f CellFix) Shown() string {
	if f.Fixed {
		return f.New
	}
	return f.Old
}

// Say is the correction in words: before, after, who and when.
func (f CellFix) Say() string {
	say := quotedOrBlank(f.Old) + " → " + quotedOrBlank(f.New)
	by := f.By + ", " + f.At.In(vietnam).Format("15:04 02/01/2006")
	switch {
	case f.Fixed:
		return say + "; sửa tại đây: " + by
	case f.Before:
		return say + "; đã sửa trước khi nhập lại tệp, tệp vẫn ghi như cũ: " + by
	}
	return say + "; đã sửa trước khi nhập lại tệp, nay ô không còn như cũ: " + by
}

func quotedOrBlank(s string) string {
	if s == "" {
		return "để trống"
	}
	return "“" + s + "”"
}

func cellFix(d *facts.DongLuong, o facts.OGoc) CellFix {
	f := CellFix{Sheet: d.Noi.Sheet, Cell: o.O, Line: d.HoTen, Field: sheet.FieldLabel(o.La), Old: sheet.Written(o, d.Goc.Nam1904), Fixed: o.Sua != nil, Before: o.Sua == nil && o.Truoc != nil}
	if s := o.Sua; s != nil {
		f.New, f.By, f.At = s.Ghi, s.Ai, s.Luc
	} else if s := o.Truoc; s != nil {
		f.New, f.By, f.At = s.Ghi, s.Ai, s.Luc
	}
	return f
}

// FixableCell is a cell of a payroll that can be corrected here; ok is false for one
// that belongs to no line kept as it was written: it is mended in the file.
func FixableCell(p Payroll, sheet, cell string) (f CellFix, ok bool) {
	i, k := findCell(p.Rows, sheet, cell)
	if i < 0 {
		return f, false
	}
	return cellFix(&p.Rows[i], p.Rows[i].Goc.O[k]), true
}

// FixedCells are the cells of a payroll that were corrected here, in the order of its
// lines, and those that can be again.
func FixedCells(p Payroll) (out []CellFix) {
	for i := range p.Rows {
		d := &p.Rows[i]
		if d.Goc == nil {
			continue
		}
		for _, o := range d.Goc.O {
			if o.Sua != nil || o.Truoc != nil {
				out = append(out, cellFix(d, o))
			}
		}
	}
	return out
}

// findCell finds a cell among the lines that were kept as they were written. Without a
// sheet it is the one line that has such a cell.
func findCell(rows []facts.DongLuong, sheet, cell string) (line, at int) {
	line = -1
	for i := range rows {
		if rows[i].Goc == nil || sheet != "" && rows[i].Noi.Sheet != sheet {
			continue
		}
		for k, o := range rows[i].Goc.O {
			if !strings.EqualFold(o.O, cell) {
				continue
			}
			if line >= 0 {
				return -1, 0
			}
			line, at = i, k
		}
	}
	return line, at
}

// FixCell corrects a cell of the payroll of a month, «Lương T11!E17», as if the file
// said so: its line is read again, and what is proposed follows. A value that cannot be
// read is told in found and not kept; an empty one makes the cell blank. ErrNoCell.
func (o *Office) FixCell(ctx context.Context, month law.Month, place, value string) (f CellFix, found []Finding, err error) {
	e := o.fixing(place, value)
	err = o.changeCells(ctx, month, storage.LinesFixed, []*cellEdit{e})
	return e.out, e.found, err
}

// UnfixCell takes a correction back: the cell says again what the file says. ErrNoCell,
// ErrUnfixed.
func (o *Office) UnfixCell(ctx context.Context, month law.Month, place string) (CellFix, error) {
	e := &cellEdit{place: place, change: func(c *facts.OGoc) error {
		if c.Sua == nil {
			return ErrUnfixed
		}
		c.Sua = nil
		return nil
	}}
	err := o.changeCells(ctx, month, storage.LinesUnfixed, []*cellEdit{e})
	return e.out, err
}

// FixAgain corrects the cells that were corrected before the file was taken in again,
// and in which the file says what it said then. left are those that could not be.
func (o *Office) FixAgain(ctx context.Context, month law.Month) (done, left []CellFix, err error) {
	p, err := o.Payroll(ctx, month)
	if errors.Is(err, storage.ErrNotFound) {
		return nil, nil, fmt.Errorf("correct cells of %s: %w", month.ISO(), ErrNoPayroll)
	}
	if err != nil {
		return nil, nil, err
	}
	var edits []*cellEdit
	for _, c := range FixedCells(p) {
		if c.Before {
			edits = append(edits, o.fixing(c.Place(), c.New))
		}
	}
	if err := o.changeCells(ctx, month, storage.LinesFixed, edits); err != nil {
		return nil, nil, err
	}
	for _, e := range edits {
		if len(e.found) > 0 {
			left = append(left, e.out)
		} else {
			done = append(done, e.out)
		}
	}
	return done, left, nil
}

// cellEdit is a change of one cell, and what came of it.
type cellEdit struct {
	place  string
	change func(*facts.OGoc) error
	strict bool // what cannot be read is not kept

	out   CellFix
	found []Finding // why it was not kept
}

func (o *Office) fixing(place, value string) *cellEdit {
	fix := &facts.SuaO{Ghi: typed(value), Ai: o.doer(), Luc: o.now()}
	return &cellEdit{place: place, strict: true, change: func(c *facts.OGoc) error {
		c.Sua, c.Truoc = fix, nil
		return nil
	}}
}

// changeCells changes cells of the payroll, reads their lines again, and keeps what came
// of it.
func (o *Office) changeCells(ctx context.Context, month law.Month, how string, edits []*cellEdit) error {
	fail := func(err error) error { return fmt.Errorf("correct a cell of %s: %w", month.ISO(), err) }
	dv, err := o.Company(ctx)
	if err != nil {
		return err
	}
	o.importing.Lock()
	defer o.importing.Unlock()
	p, err := o.store.Payroll(ctx, dv.MaSoThue, month)
	if errors.Is(err, storage.ErrNotFound) {
		return fail(ErrNoPayroll)
	}
	if err != nil {
		return err
	}
	var problems []sheet.Problem
	if len(p.Problems) > 0 {
		if err := json.Unmarshal(p.Problems, &problems); err != nil {
			return fail(err)
		}
	}
	lines := map[int]facts.DongLuong{}
	for _, e := range edits {
		i, now, err := e.try(p.Rows, problems, month)
		if err != nil {
			return fail(err)
		}
		if len(e.found) == 0 {
			lines[i], problems = p.Rows[i], now
		}
	}
	if len(lines) == 0 {
		return nil
	}
	raw, err := json.Marshal(problems)
	if err != nil {
		return fail(err)
	}
	if err := o.store.PutLines(ctx, dv.MaSoThue, month, lines, raw, how); err != nil {
		return err
	}
	_, err = o.openRoster(ctx, dv.MaSoThue, month, p.Rows)
	return err
}

// try changes the cell in rows and reads its line again; a line that is not to be kept
// is left as it was.
func (e *cellEdit) try(rows []facts.DongLuong, problems []sheet.Problem, month law.Month) (i int, now []sheet.Problem, err error) {
	at := strings.LastIndexByte(e.place, '!')
	i, k := findCell(rows, e.place[:max(at, 0)], e.place[at+1:])
	if i < 0 {
		return i, nil, ErrNoCell
	}
	line := *rows[i].Goc
	line.O = slices.Clone(line.O)
	if err := e.change(&line.O[k]); err != nil {
		return i, nil, err
	}
	d, now := sheet.Mend(rows, problems, i, &line, month)
	e.out = cellFix(&d, line.O[k])
	if e.strict {
		e.found = refusals(e.out, now)
	}
	if len(e.found) == 0 {
		rows[i] = d
	}
	return i, now, nil
}

// refusals are what is still wrong with a cell that was corrected. That another line has
// the same number is no reason: that one may be the wrong one.
func refusals(f CellFix, now []sheet.Problem) (out []Finding) {
	for _, p := range now {
		if p.Sheet == f.Sheet && p.Cell == f.Cell && p.Level == form.Loi && !p.OfTwoLines() {
			out = append(out, Finding{Field: f.Place(), Code: p.Code, Level: p.Level, Say: p.Message, Fix: p.Fix})
		}
	}
	return out
}

// offerFixes tells what of a payroll was corrected before it is taken in again. Where
// the file says what it said then, the correction can be made again; it does not count
// by itself, since the file may have been mended since.
func (o *Office) offerFixes(ctx context.Context, mst string, month law.Month, rows []facts.DongLuong) (out []CellFix, err error) {
	old, err := o.store.Payroll(ctx, mst, month)
	if errors.Is(err, storage.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	for i := range old.Rows {
		d := &old.Rows[i]
		if d.Goc == nil {
			continue
		}
		for _, c := range d.Goc.O {
			fix := c.Sua
			if fix == nil {
				fix = c.Truoc
			}
			if fix == nil {
				continue
			}
			f := cellFix(d, c)
			f.Fixed, f.Before = false, false
			if n, k := findCell(rows, d.Noi.Sheet, c.O); n >= 0 {
				if now := &rows[n].Goc.O[k]; now.La == c.La && now.Ghi == c.Ghi && now.Loai == c.Loai {
					now.Truoc, f.Before = fix, true
				}
			}
			out = append(out, f)
		}
	}
	return out, nil
}

// doer is who works here: the person at work where roles are kept, else the account of
// the machine.
func (o *Office) doer() string {
	if r, err := o.Person(); err == nil {
		return r.Name
	}
	return account()
}
