package office

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/services"
	"ankhai/storage"
)

// The ledger keeps of every signed row a person, a month and what was declared of
// them. For D02-LT the last is the phương án alone, as it has been since the first
// version; for every other form it begins with the form:
//
//	TM                                     D02-LT
//	D05-TS:DT                              a list with a kind of change in each row
//	01B-HSB:omDau:2026-11-02/2026-11-06    a benefit, with the days for which it is claimed
//	01B-HSB:2.omDau:2026-11-02/2026-11-06  the same to be adjusted
//	TK1-TS:5f1e0a…                         a person's own sheet, by what it asks for
//
// The forms are told apart by the columns that they have, not by their names.

// What a row of the ledger is held against.
type guard int

const (
	sameRow     guard = iota // the same person, month and kind
	sameDays                 // a benefit for days that were claimed already
	sameRequest              // the same request a short time ago
)

// said is what one row of a form declares.
type said struct {
	storage.LedgerKey
	guard
	form string
	row  int          // from 1
	col  *form.Column // the cell that says it
	what string       // its words: "phương án TM", "«Đóng tiếp»"
	benefit
}

// benefit is what a claim says besides.
type benefit struct {
	kind    string    // "omDau"
	kinds   form.List // the words of the kinds
	tu, den law.Day   // the days off; of a lump sum the day of the child's birth
	lump    bool
	mother  storage.LedgerKey // of a lump sum: the numbers of the child's mother
}

func linesOf(all []said) []storage.LedgerKey {
	var out []storage.LedgerKey
	for _, s := range all {
		out = append(out, s.LedgerKey)
	}
	return out
}

// saidIn lists what the rows of a dossier of a month declare. Rows that do not say
// yet whom, when or what are left out.
func saidIn(docs []*form.Doc, month law.Month) []said {
	var out []said
	for _, doc := range docs {
		read := reader(doc.Form)
		if read == nil {
			continue
		}
		for i, r := range doc.Rows {
			s, ok := read(r)
			if ok = ok && s.number(doc.Form.Table, r); !ok {
				continue
			}
			s.form, s.row = doc.Form.ID, i+1
			if s.Month == 0 {
				s.Month = month
			}
			out = append(out, s)
		}
	}
	return out
}

// number puts the person's numbers into the key; false while none is known. A số
// định danh written in the place of the mã số is the person's số CCCD.
func (s *said) number(t *form.Table, r form.Row) bool {
	s.MaSoBHXH, s.SoCCCD = numbersIn(t, r)
	return s.MaSoBHXH != "" || s.SoCCCD != ""
}

// numbersIn is the mã số BHXH and the số CCCD of a row of any form.
func numbersIn(t *form.Table, r form.Row) (maSo, cccd string) {
	maSo, cccd = textIn(t, r, "MaSoBHXH"), textIn(t, r, "SoCCCD")
	if _, _, _, isCCCD := facts.DocCCCD(maSo); isCCCD {
		if cccd == "" {
			cccd = maSo
		}
		maSo = ""
	}
	return maSo, cccd
}

func textIn(t *form.Table, r form.Row, tag string) string {
	if c := t.Column(tag); c != nil {
		return c.Get(r).S
	}
	return ""
}

func dateIn(t *form.Table, r form.Row, tag string) law.Day {
	if c := t.Column(tag); c != nil {
		return law.Day(c.Get(r).N)
	}
	return 0
}

// reader is how a form's rows are read, nil for forms that declare nothing which
// could be declared twice.
func reader(f *form.Form) func(form.Row) (said, bool) {
	t := f.Table
	switch change := changeColumn(t); {
	case change != nil:
		return func(r form.Row) (said, bool) { return ofChange(f, change, r) }
	case isClaim(t):
		return func(r form.Row) (said, bool) { return ofBenefit(f, r) }
	case isToKhai(f) && t.Column("NoiDung") != nil:
		return func(r form.Row) (said, bool) { return ofRequest(f, r) }
	}
	return nil
}

// isClaim reports whether a form asks for days of a benefit: a giấy uỷ quyền has a
// term and the benefit it is about, and asks for nothing.
func isClaim(t *form.Table) bool {
	c := t.Column("CheDo")
	return c != nil && c.Codes != nil && t.Column("TuNgay") != nil && t.Column("TongSo") != nil
}

// changeColumn is the column by which a list says what becomes of each person.
func changeColumn(t *form.Table) *form.Column {
	for _, tag := range []string{"PhuongAn", "LoaiTangGiam"} {
		if c := t.Column(tag); c != nil {
			return c
		}
	}
	return nil
}

func isToKhai(f *form.Form) bool {
	m, ok := services.MauCua(f.ID)
	return ok && m.VaiTro == services.ToKhai
}

func ofChange(f *form.Form, c *form.Column, r form.Row) (said, bool) {
	kind := c.Get(r).S
	s := said{col: c, what: "phương án " + kind}
	s.Month, s.PhuongAn = monthIn(f.Table, r), kind
	if f.ID != firstForm {
		s.PhuongAn = f.ID + ":" + kind
		s.what = "«" + c.Show(c.Get(r)) + "»"
		if label := c.Codes.Label(kind); label != "" {
			s.what = "«" + label + "»"
		}
	}
	return s, kind != "" && s.Month != 0
}

// firstForm is the form whose lines the ledger keeps without its name.
const firstForm = "D02-LT"

func monthIn(t *form.Table, r form.Row) law.Month {
	if c := t.Column("TuThang"); c != nil {
		return law.Month(c.Get(r).N)
	}
	if d := dateIn(t, r, "TuNgay"); d.Valid() {
		return d.Month()
	}
	return 0
}

// adjusting is the part of a list of claims that corrects what was decided.
const adjusting = "2"

// ofBenefit keeps the days with the claim: two leaves in one month are two things,
// two claims that share a day are not.
func ofBenefit(f *form.Form, r form.Row) (said, bool) {
	t := f.Table
	c := t.Column("CheDo")
	s := said{guard: sameDays, col: t.Column("TuNgay")}
	s.benefit = benefit{kind: c.Get(r).S, kinds: c.Codes, tu: dateIn(t, r, "TuNgay"), den: dateIn(t, r, "DenNgay")}
	if s.tu == 0 {
		s.tu = dateIn(t, r, "NgaySinhCon")
		s.den, s.lump, s.col = s.tu, true, c
		s.mother = storage.LedgerKey{MaSoBHXH: textIn(t, r, "MaSoBHXHMe"), SoCCCD: textIn(t, r, "SoCCCDMe")}
	}
	if s.kind == "" || !s.tu.Valid() || !s.den.Valid() || s.den < s.tu {
		return s, false
	}
	s.what, s.Month = "«"+s.kinds.Label(s.kind)+"»", s.tu.Month()
	prefix := ""
	if textIn(t, r, "Phan") == adjusting {
		prefix, s.guard = adjusting+".", sameRow
		s.what += " từ " + s.tu.String() + " đến " + s.den.String()
	}
	s.PhuongAn = f.ID + ":" + prefix + s.kind + ":" + s.tu.ISO() + "/" + s.den.ISO()
	return s, true
}

// daysOf reads the kind and the days of a claim back out of a line of the ledger;
// ok is false for a line of another kind and for adjustments.
func daysOf(k storage.LedgerKey) (kind string, tu, den law.Day, ok bool) {
	f := strings.Split(k.PhuongAn, ":")
	if len(f) != 3 {
		return "", 0, 0, false
	}
	a, b, _ := strings.Cut(f[2], "/")
	tu, ok1 := law.ParseDay(a)
	den, ok2 := law.ParseDay(b)
	return f[1], tu, den, ok1 && ok2 && !strings.HasPrefix(f[1], adjusting+".")
}

// ofRequest keeps a request without its words, in which names may stand. A sheet
// without one asks for a number. It has the month of its dossier.
func ofRequest(f *form.Form, r form.Row) (said, bool) {
	c := f.Table.Column("NoiDung")
	words := codes.Fold(c.Get(r).S)
	sum := sha256.Sum256([]byte(words))
	s := said{guard: sameRequest, col: c}
	s.PhuongAn = f.ID + ":" + hex.EncodeToString(sum[:6])
	return s, true
}

// ledgerWords puts what a line of the ledger says into words, for who asks what is
// held of them: the phương án of D02-LT as it is, of other forms what and when.
func ledgerWords(k storage.LedgerKey) string {
	id, kind, named := strings.Cut(k.PhuongAn, ":")
	f := form.Of(id)
	if !named || f == nil {
		return k.PhuongAn
	}
	if what, tu, den, ok := daysOf(k); ok || tu.Valid() {
		if what, ok = strings.CutPrefix(what, adjusting+"."); ok {
			id += " điều chỉnh"
		}
		return id + " «" + f.Table.Column("CheDo").Codes.Label(what) + "» " + benefit{tu: tu, den: den}.days()
	}
	if c := changeColumn(f.Table); c != nil {
		return id + " «" + c.Codes.Label(kind) + "»"
	}
	return id
}
