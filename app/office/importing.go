package office

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/payroll"
	"ankhai/forms/sheet"
	"ankhai/storage"
	"ankhai/storage/failpoint"
)

// ImportInput is a workbook to take in.
type ImportInput struct {
	Name     string
	Data     []byte
	Month    law.Month
	Company  string                // tax code; "" = the employer at hand
	Mapping  *sheet.Mapping        // a person's own mapping; nil = what was learnt before
	Layout   string                // the layout that the workbook must have, such as "L4"; "" = any
	Symbols  map[string]string     // what signs of timesheets mean, told just now; see sheet.Meanings
	Progress func(done, total int) // may be nil
}

// ImportResult tells how the workbook was understood and what came of it.
type ImportResult struct {
	Book   *sheet.Book
	Month  law.Month
	Rows   int  // lines of people
	People int  // people in the roster afterwards
	Opened bool // the roster was opened (or re-opened) by this payroll
	Times  int  // people of the payroll whose days a timesheet told
	// Kept is false when nothing was stored: no sheet with people was found.
	Kept bool
	// Earlier are the cells that had been corrected here before the file was taken in
	// again: the file counts as it is; those with Before can be corrected so again.
	Earlier []CellFix
}

// Faults counts the problems that need mending and those that only ask for a look.
func (r ImportResult) Faults() (loi, nhac int) {
	for _, p := range r.Book.Problems {
		if p.Level == form.Loi {
			loi++
		} else {
			nhac++
		}
	}
	return loi, nhac
}

// openedBy remembers which month's payroll opened the roster of an employer.
const openedBy = "mo-danh-sach:" // + tax code

// learntKey is where the mapping of columns of an employer's workbooks is kept.
const learntKey = "bang-luong"

// Import takes in a month's payroll. Every problem of the workbook is in the
// result with its sheet and cell; the lines that could be read are stored, and
// nothing of the workbook that cannot be read replaces anything. Into an empty
// store the first payroll opens the roster. Taking the same file in again
// changes nothing.
func (o *Office) Import(ctx context.Context, in ImportInput) (ImportResult, error) {
	mst, err := o.companyOr(ctx, in.Company)
	if err != nil {
		return ImportResult{}, err
	}
	mapping := in.Mapping
	if mapping == nil {
		if mapping, err = o.learnt(ctx, mst); err != nil {
			return ImportResult{}, err
		}
	}
	mapping = withSymbols(mapping, in.Symbols)
	book, _, err := readSheet(ctx, in.Data, sheet.Options{Name: in.Name, Mapping: mapping, Month: in.Month, Progress: in.Progress})
	if err != nil {
		return ImportResult{}, fmt.Errorf("import: %w", err)
	}
	if in.Layout != "" && !hasLayout(book, in.Layout) {
		return ImportResult{}, fmt.Errorf("import as %s: %w", in.Layout, ErrLayout)
	}
	res := ImportResult{Book: book, Month: in.Month, Rows: len(book.Rows)}
	o.importing.Lock()
	defer o.importing.Unlock()
	if len(book.Rows) == 0 && len(book.Times) > 0 {
		return o.importTimes(ctx, mst, in, res)
	}
	if len(book.Rows) == 0 {
		return res, nil
	}
	if err := o.carryTimes(ctx, mst, in.Month, book.Rows); err != nil {
		return res, err
	}
	if res.Earlier, err = o.offerFixes(ctx, mst, in.Month, book.Rows); err != nil {
		return res, err
	}
	failpoint.Hit("import.before")
	if err := o.keepPayroll(ctx, mst, in, book); err != nil {
		return res, err
	}
	res.Kept = true
	if res.Opened, err = o.openRoster(ctx, mst, in.Month, book.Rows); err != nil {
		return res, err
	}
	people, err := o.store.CountPeople(ctx, mst, in.Month)
	for _, n := range people {
		res.People += n
	}
	return res, err
}

// ErrLayout: the workbook has another layout than the one asked for.
var ErrLayout = errors.New("workbook has another layout")

func hasLayout(b *sheet.Book, name string) bool {
	for _, s := range b.Sheets {
		if s.Used && strings.EqualFold(s.Layout, name) {
			return true
		}
	}
	return false
}

func (o *Office) keepPayroll(ctx context.Context, mst string, in ImportInput, book *sheet.Book) error {
	problems, err := json.Marshal(book.Problems)
	if err != nil {
		return fmt.Errorf("keep problems: %w", err)
	}
	sum := sha256.Sum256(in.Data)
	layout := ""
	for _, s := range book.Sheets {
		if s.Used {
			layout = s.Layout
			break
		}
	}
	err = o.store.PutPayroll(ctx, mst, in.Month, storage.Payroll{
		TenTep: in.Name, SHA256: hex.EncodeToString(sum[:]), Layout: layout,
		Rows: book.Rows, Problems: problems, At: o.now(),
	})
	if err != nil {
		return err
	}
	failpoint.Hit("import.payroll.kept")
	return o.learn(ctx, mst, book)
}

// learn keeps how the columns and signs of a workbook were understood.
func (o *Office) learn(ctx context.Context, mst string, book *sheet.Book) error {
	learnt, err := json.Marshal(book.Mapping)
	if err != nil {
		return fmt.Errorf("keep mapping: %w", err)
	}
	if err := o.store.PutMapping(ctx, mst, learntKey, learnt); err != nil {
		return err
	}
	failpoint.Hit("import.layout.kept")
	return nil
}

func (o *Office) learnt(ctx context.Context, mst string) (*sheet.Mapping, error) {
	raw, err := o.store.Mapping(ctx, mst, learntKey)
	if errors.Is(err, storage.ErrNotFound) || (err == nil && len(raw) == 0) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var m sheet.Mapping
	if err := json.Unmarshal(raw, &m); err != nil {
		return nil, nil // an older program's notes: learn again
	}
	return &m, nil
}

// openRoster opens the roster with the first payroll of an employer, also where somebody
// was put into it by hand before. Taking that same month in again mends what it opened:
// people keep their identity, and what was said of them by hand.
func (o *Office) openRoster(ctx context.Context, mst string, month law.Month, rows []facts.DongLuong) (bool, error) {
	var by law.Month
	err := o.store.Setting(ctx, openedBy+mst, &by)
	if err != nil && !errors.Is(err, storage.ErrNotFound) {
		return false, err
	}
	if by != 0 && by != month {
		return false, nil
	}
	old, err := o.store.Roster(ctx, mst, month)
	if err != nil {
		return false, err
	}
	if by == 0 && len(old) > 0 {
		if only, err := o.store.OnlyFrom(ctx, mst, byHand); err != nil || !only {
			return false, err
		}
	}
	if by == month && len(old) > 0 {
		if sent, err := o.store.Sent(ctx, mst, 0); err != nil || len(sent) > 0 {
			return false, err // dossiers built on this roster are already out
		}
	}
	people := payroll.Open(rows, month)
	corrected, err := o.store.CorrectedFrom(ctx, mst, handWritten)
	if err != nil {
		return false, err
	}
	reuseIDs(people, old, corrected)
	if err := o.dropSensitive(ctx, mst, people); err != nil {
		return false, err
	}
	if err := o.store.PutPeople(ctx, mst, people, "bảng lương "+month.String()); err != nil {
		return false, err
	}
	failpoint.Hit("import.roster.kept")
	return true, o.store.PutSetting(ctx, openedBy+mst, month)
}

// reuseIDs gives people the identity that the store already knows them by. What a payroll
// leaves blank it says nothing of: that stays, as does what was corrected by hand.
func reuseIDs(people, known []facts.NguoiLaoDong, corrected map[string]bool) {
	at := newFinder(known)
	for i := range people {
		if k := at.find(people[i]); k >= 0 {
			people[i].ID = known[k].ID
			keepIdentity(&people[i], known[k], corrected[known[k].ID])
		}
	}
}

// companyOr is the employer named, or the one at hand.
func (o *Office) companyOr(ctx context.Context, mst string) (string, error) {
	if mst != "" {
		dv, err := o.store.DonVi(ctx, mst)
		return dv.MaSoThue, err
	}
	dv, err := o.Company(ctx)
	return dv.MaSoThue, err
}
