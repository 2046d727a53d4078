package office

import (
	"context"
	"errors"
	"fmt"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/lichsu"
	"ankhai/storage"
)

// MoveInFile is a file of another program.
type MoveInFile struct {
	Name  string    // without its folder
	Data  []byte    // a workbook, a text table, a declaration or a package as XML
	Month law.Month // where the file itself does not say; 0 = nobody does
}

// MoveInInput are files of other programs out of which the history of people is made.
type MoveInInput struct {
	Company string // tax code; "" = the employer at hand
	Files   []MoveInFile
	// Keep are decisions of a person, kept for later: the place of a line that is right
	// ("tang-05.xlsx!Tang!A12"), a code whose lines are all right ("LS-03"), or the name
	// of a file to be taken although its signature does not hold.
	Keep     []string
	DryRun   bool                  // look, and change nothing
	Progress func(done, total int) // in files; may be nil
}

// MoveInResult tells what was read and what came, or would come, of it.
type MoveInResult struct {
	Files    []MovedFile    `json:"files"`
	People   []MovedPerson  `json:"people"`   // whose record or months change
	Findings []lichsu.VanDe `json:"findings"` // conflicts, gaps and what should be known, over all files so far
	Problems []FileProblem  `json:"problems"` // cells and elements that could not be read
	Others   int            `json:"others"`   // people of whom the files say no month, and who are not in the roster
	NotKnown []string       `json:"notKnown"` // of Keep: what names no line, no code and no file
	Kept     bool           `json:"kept"`     // something was written
}

// MovedFile tells of one file.
type MovedFile struct {
	Name      string   `json:"name"`
	Kind      string   `json:"kind"`      // layout of a workbook ("L2"), or the file of a form ("D02-TS-595.xml"), "" where it was not read
	State     string   `json:"state"`     // MovedNew, MovedBefore, MovedNot
	Say       string   `json:"message"`   // why it was not taken
	Signature string   `json:"signature"` // of XML: its state in words
	Months    []string `json:"months"`    // that it is of, "2024-05"
	Lines     int      `json:"lines"`     // that speak of people
}

// The states of a MovedFile.
const (
	MovedNew    = "moi"      // read now
	MovedBefore = "daCo"     // the same bytes were taken in before
	MovedNot    = "khongLay" // nothing of it was taken
)

// MovedPerson is a person whose record changes.
type MovedPerson struct {
	ID     string       `json:"id"` // "" where they are new and nothing was written
	HoTen  string       `json:"hoTen"`
	So     string       `json:"so"`
	New    bool         `json:"new"`
	Gone   bool         `json:"gone"` // nothing is left to say of them
	Months []MovedMonth `json:"months"`

	at int // in the list of what is written
}

// MovedMonth is a month of a person's history that changes; an empty To is one that no
// longer holds.
type MovedMonth struct {
	Month  string `json:"month"`
	From   string `json:"from"` // as it stood, in words; "" where nothing did
	To     string `json:"to"`
	Source string `json:"source"`
}

// Faults counts what somebody has to mend or decide, and what only asks for a look.
func (r MoveInResult) Faults() (loi, nhac int) {
	count := func(l form.Level) {
		if l == form.Loi {
			loi++
		} else {
			nhac++
		}
	}
	for _, p := range r.Problems {
		count(p.Level)
	}
	for _, v := range r.Findings {
		count(v.Muc)
	}
	for _, f := range r.Files {
		if f.State == MovedNot {
			loi++
		}
	}
	return loi + len(r.NotKnown), nhac
}

// MoveIn reads files of other programs and makes the history of people by month out of
// them and of all that were taken in before: histories are built anew from every line,
// so that files may come in any order and the same file again changes nothing. What
// the program has of itself is never changed; contradictions are named and left for a
// decision. A file that cannot be read is named and keeps no other from being taken.
// Everything is written in one transaction.
func (o *Office) MoveIn(ctx context.Context, in MoveInInput) (MoveInResult, error) {
	res := MoveInResult{Files: []MovedFile{}, People: []MovedPerson{}, Findings: []lichsu.VanDe{}, Problems: []FileProblem{}, NotKnown: []string{}}
	mst, err := o.companyOr(ctx, in.Company)
	if err != nil {
		return res, err
	}
	m, err := o.movedBefore(ctx, mst)
	if err != nil {
		return res, err
	}
	for i, f := range in.Files {
		if in.Progress != nil {
			in.Progress(i, len(in.Files))
		}
		told, problems, err := o.readMoved(ctx, mst, f, m, in.Keep)
		if err != nil {
			return res, err
		}
		res.Files, res.Problems = append(res.Files, told.MovedFile), append(res.Problems, problems...)
		if told.State == MovedNew {
			m.take(told)
		}
	}
	if in.Progress != nil {
		in.Progress(len(in.Files), len(in.Files))
	}
	res.NotKnown = m.decide(in.Keep)
	return o.moveIn(ctx, mst, m, in.DryRun, res)
}

// UndoMoveIn takes the last MoveIn that changed anything back, files and decisions, and
// builds the histories of what is left. ErrNothingToUndo where there is none.
func (o *Office) UndoMoveIn(ctx context.Context, company string, dryRun bool) (MoveInResult, error) {
	res := MoveInResult{Files: []MovedFile{}, People: []MovedPerson{}, Findings: []lichsu.VanDe{}, Problems: []FileProblem{}, NotKnown: []string{}}
	mst, err := o.companyOr(ctx, company)
	if err != nil {
		return res, err
	}
	m, err := o.movedBefore(ctx, mst)
	if err != nil {
		return res, err
	}
	gone, ok := m.undo()
	if !ok {
		return res, fmt.Errorf("undo moving in: %w", storage.ErrNothingToUndo)
	}
	for _, f := range gone {
		f.State, f.Say = MovedNot, "đã bỏ ra"
		res.Files = append(res.Files, f.MovedFile)
	}
	return o.moveIn(ctx, mst, m, dryRun, res)
}

// MovedIn lists the files that were taken in, in the order in which they came.
func (o *Office) MovedIn(ctx context.Context, company string) ([]MovedFile, error) {
	mst, err := o.companyOr(ctx, company)
	if err != nil {
		return nil, err
	}
	m, err := o.movedBefore(ctx, mst)
	out := []MovedFile{}
	if err == nil {
		for _, f := range m.files {
			out = append(out, f.MovedFile)
		}
	}
	return out, err
}

// moveIn builds the histories of everything in m, compares them with the store, and
// writes what differs.
func (o *Office) moveIn(ctx context.Context, mst string, m *moved, dryRun bool, res MoveInResult) (MoveInResult, error) {
	stand, err := o.store.Histories(ctx, mst)
	if err != nil {
		return res, err
	}
	var opened law.Month
	if err := o.store.Setting(ctx, openedBy+mst, &opened); err != nil && !errors.Is(err, storage.ErrNotFound) {
		return res, err
	}
	built := lichsu.Dung(m.vao(stand, opened))
	res.Findings = built.VanDe
	who := make([]facts.NguoiLaoDong, len(built.Nguoi))
	for i := range built.Nguoi {
		who[i] = built.Nguoi[i].Ai
	}
	if err := o.dropSensitive(ctx, mst, who); err != nil {
		return res, err
	}
	var past []storage.Past
	past, res.People, res.Others = changesOf(built.Nguoi, who, stand)
	if dryRun || len(past) == 0 && !m.changed() {
		return res, nil
	}
	notes, err := m.notes(o.now())
	if err != nil {
		return res, err
	}
	if err := o.store.PutPast(ctx, mst, past, notes); err != nil {
		return res, fmt.Errorf("move history in: %w", err)
	}
	res.Kept = true
	for i := range res.People {
		res.People[i].ID = past[res.People[i].at].Who.ID
	}
	return res, nil
}
