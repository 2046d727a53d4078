package office

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ankhai/forms/form"
	"ankhai/storage"
)

// Faults of what was declared before.
const (
	twiceCode    = "HS-TRUNG"         // the same person, month and kind
	daysCode     = "HS-TRUNG-NGAY"    // days for which a benefit was claimed
	requestCode  = "HS-TRUNG-YEU-CAU" // the same request a short time ago
	lumpSumCode  = "HS-MOT-LAN"       // the mother of the child has claimed
	requestsRest = 30                 // days after which a request may well be made again
)

// before is a row of a draft and a line of the ledger that speaks against it.
type before struct {
	said
	code string
	hit  storage.LedgerHit
	old  benefit // of the line, where it is a claim
}

// saidBefore finds what another dossier that has gone out, or is about to, says of
// the same people.
func (o *Office) saidBefore(ctx context.Context, d storage.Dossier, all []said) ([]before, error) {
	var out []before
	add := func(s said, code string, h storage.LedgerHit, old benefit) {
		// A restored draft may carry the number of the dossier that was sent.
		if (h.DossierID == d.ID && !h.Carried) || h.State == storage.TraLai || h.State == storage.Huy {
			return
		}
		again := func(b before) bool { // under another number of theirs
			return b.row == s.row && b.form == s.form && b.col == s.col && b.code == code && b.hit.DossierID == h.DossierID && b.hit.LedgerKey == h.LedgerKey
		}
		if !slices.ContainsFunc(out, again) {
			out = append(out, before{s, code, h, old})
		}
	}
	joined, err := o.joinedNumbers(ctx, d.MaSoThue)
	if err != nil {
		return nil, err
	}
	all = joined.also(all)
	var rows, rest []said
	for _, s := range all {
		if s.guard == sameRow {
			rows = append(rows, s)
		} else {
			rest = append(rest, s)
		}
	}
	hits, err := o.store.SentBefore(ctx, d.MaSoThue, linesOf(rows))
	if err != nil {
		return nil, err
	}
	for _, h := range hits {
		add(rows[h.Key], twiceCode, h, benefit{})
	}
	for _, kind := range kindsOf(rest) {
		of := ofKind(rest, kind)
		hits, err := o.store.SentAbout(ctx, d.MaSoThue, linesOf(of), kind)
		if err != nil {
			return nil, err
		}
		for _, h := range hits {
			s := of[h.Key]
			if s.guard == sameRequest {
				if h.PhuongAn == s.PhuongAn && (h.SentAt.IsZero() || o.Today().Sub(dayIn(h.SentAt)) <= requestsRest) {
					add(s, requestCode, h, benefit{})
				}
			} else if old, ok := claimed(s, h); ok {
				add(s, daysCode, h, old)
			}
		}
	}
	mothers, children := lumpSums(rest)
	hits, err = o.store.SentAbout(ctx, d.MaSoThue, mothers, "")
	for _, h := range hits {
		s := children[h.Key]
		if kind, tu, den, ok := daysOf(h.LedgerKey); ok && kind == "sinhCon" && tu <= s.tu && s.tu <= den {
			add(s, lumpSumCode, h, benefit{kind: kind, kinds: s.kinds, tu: tu, den: den})
		}
	}
	return out, err
}

// kindsOf lists the beginnings that the lines of the ledger have which rows are
// held against: their forms.
func kindsOf(all []said) (out []string) {
	seen := map[string]bool{}
	for _, s := range all {
		if kind := s.form + ":"; !seen[kind] {
			seen[kind] = true
			out = append(out, kind)
		}
	}
	return out
}

func ofKind(all []said, kind string) (out []said) {
	for _, s := range all {
		if s.form+":" == kind {
			out = append(out, s)
		}
	}
	return out
}

// claimed reports whether a line of the ledger claims days of a row, or the same
// lump sum.
func claimed(s said, h storage.LedgerHit) (old benefit, ok bool) {
	kind, tu, den, ok := daysOf(h.LedgerKey)
	if !ok || s.lump && (kind != s.kind || tu != s.tu) || !s.lump && isLump(kind) {
		return old, false
	}
	return benefit{kind: kind, kinds: s.kinds, tu: tu, den: den}, tu <= s.den && s.tu <= den
}

// isLump reports whether a kind of benefit is paid once and takes no days.
func isLump(kind string) bool { return strings.HasSuffix(kind, "MotLan") }

// lumpSums are the mothers whose claims a lump sum is held against.
func lumpSums(all []said) (keys []storage.LedgerKey, of []said) {
	for _, s := range all {
		if s.lump && (s.mother.MaSoBHXH != "" || s.mother.SoCCCD != "") {
			keys, of = append(keys, s.mother), append(of, s)
		}
	}
	return keys, of
}

// sentBefore is the duplicate guard: what another dossier says already of the same
// people. What is known from a restored backup alone may be sent again by somebody
// who has compared, see ConfirmSentBefore.
func (o *Office) sentBefore(ctx context.Context, d storage.Dossier, docs []*form.Doc) ([]form.Fault, error) {
	all, err := o.saidBefore(ctx, d, saidIn(docs, d.Month))
	if err != nil || len(all) == 0 {
		return nil, err
	}
	agreed, err := o.confirmed(ctx, d.ID)
	if err != nil {
		return nil, err
	}
	var out []form.Fault
	known := map[string]int{} // index of the fault with these words
	for _, b := range all {
		level := form.Loi
		if b.guard == sameRequest || b.hit.Carried && agreed[storage.Dismissal{Code: b.agreed(), Row: b.row}] {
			level = form.Nhac
		}
		say := b.words()
		k, told := known[say]
		if !told || out[k].Level != level {
			k = len(out)
			known[say] = k
			out = append(out, form.Fault{Code: b.code, Level: level, Form: b.form, Say: say, Basis: basisOf(b.code)})
		}
		out[k].Places = append(out[k].Places, form.Place{Row: b.row, Tag: b.col.Tag, Label: b.col.Label})
	}
	return out, nil
}

// words are what is wrong, where it was said before, and how to mend it.
func (b before) words() string {
	where := hitWords(b.hit)
	switch b.code {
	case daysCode:
		return fmt.Sprintf("%s: người này đã đề nghị «%s» %s trong %s. Bỏ dòng này hoặc sửa ngày; đợt cũ sai thì đề nghị điều chỉnh đợt ấy",
			b.col.Label, b.old.kinds.Label(b.old.kind), b.old.days(), where)
	case lumpSumCode:
		return fmt.Sprintf("%s: mẹ của con sinh ngày %s đã đề nghị «%s» %s trong %s. Trợ cấp một lần khi sinh con chỉ cho một người; bỏ dòng này",
			b.col.Label, b.tu, b.old.kinds.Label(b.old.kind), b.old.days(), where)
	case requestCode:
		return fmt.Sprintf("%s: người này đã có đề nghị giống như vậy trong %s. Chờ kết quả của hồ sơ ấy, hoặc bỏ dòng này", b.col.Label, where)
	}
	return fmt.Sprintf("%s: người này, tháng %s, %s đã có trong %s. Bỏ dòng này, hoặc đổi %s", b.col.Label, b.Month, b.what, where, lowerFirst(b.col.Label))
}

func (b benefit) days() string {
	if b.tu == b.den {
		return "ngày " + b.tu.String()
	}
	return "từ " + b.tu.String() + " đến " + b.den.String()
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// agreed is under which code ConfirmSentBefore keeps that somebody has compared.
func (b before) agreed() string {
	if b.form == firstForm {
		return b.code
	}
	return b.code + " " + b.form
}

// confirmed are the rows of a draft for which ConfirmSentBefore was called.
func (o *Office) confirmed(ctx context.Context, id string) (map[storage.Dismissal]bool, error) {
	all, err := o.store.Dismissals(ctx, id)
	out := map[storage.Dismissal]bool{}
	for _, d := range all {
		out[storage.Dismissal{Code: d.Code, Row: d.Row}] = true
	}
	return out, err
}
