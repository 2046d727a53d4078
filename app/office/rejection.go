package office

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"ankhai/app/gateway"
	"ankhai/forms/form"
	"ankhai/forms/tralai"
	"ankhai/storage"
)

// ErrNotReturned: the dossier was not returned, and is no copy of one that was.
var ErrNotReturned = errors.New("dossier was not returned")

// Rejection is why a dossier came back. Of a copy it is why the original came back,
// with the places where the rows stand now.
type Rejection struct {
	ID      string // the dossier that came back
	Title   string
	Copy    string // the copy whose rows the places tell, "" for the dossier itself
	At      time.Time
	Say     string // who said so, in words
	Reasons []Reason
	Copies  []DossierView // the dossiers copied from it, newest first, without their forms
	Docs    []*form.Doc   // what the places tell: of the copy, or of the dossier itself

	old []*form.Doc // as they were returned
}

// Reason is one reason, with the places that were found for it and the rules that it
// suggests.
type Reason struct {
	N      int // counts from 1
	Ma     string
	Say    string
	Places []ReasonPlace // none: it is about the whole dossier, or nobody can tell
	Lacks  []string      // what it names and the dossier has not
	Rules  []tralai.QuyTac
}

// Sure are the places of which there is no doubt.
func (r Reason) Sure() (out []ReasonPlace) {
	for _, p := range r.Places {
		if p.Chac {
			out = append(out, p)
		}
	}
	return out
}

// ReasonPlace is a place of a reason: in a copy, where it stands now.
type ReasonPlace struct {
	tralai.Noi
	Who     string // the name in the row, "" where there is none
	Was     string // the cell as it came back
	Now     string // the cell in the copy; of the dossier itself as Was
	Changed bool   // the copy has another answer, or another row where the row is meant
	Gone    bool   // the copy has not the row any more
}

// Rejection tells why a dossier came back. ErrNotReturned for one that did not and is
// no copy of one that did.
func (o *Office) Rejection(ctx context.Context, id string) (Rejection, error) {
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return Rejection{}, fmt.Errorf("reasons of %s: %w", storage.Ref(id), err)
	}
	if d.State == storage.TraLai {
		return o.rejectionOf(ctx, d)
	}
	if d.Parent == "" {
		return Rejection{}, fmt.Errorf("reasons of %s: %w", storage.Ref(id), ErrNotReturned)
	}
	first, err := o.store.Dossier(ctx, d.Parent)
	if err != nil {
		return Rejection{}, err
	}
	if first.State != storage.TraLai {
		return Rejection{}, fmt.Errorf("reasons of %s: %w", storage.Ref(id), ErrNotReturned)
	}
	r, err := o.rejectionOf(ctx, first)
	if err != nil {
		return r, err
	}
	now, err := o.store.Docs(ctx, id)
	if err != nil {
		return r, err
	}
	r.Copy = id
	r.follow(now)
	return r, nil
}

func (o *Office) rejectionOf(ctx context.Context, d storage.Dossier) (Rejection, error) {
	r := Rejection{ID: d.ID, Title: titleOf(d)}
	sub, err := o.signedOne(ctx, d.ID)
	if err != nil {
		return r, err
	}
	events, err := o.store.Events(ctx, sub.ID)
	if err != nil {
		return r, err
	}
	if r.Docs, err = o.store.Docs(ctx, d.ID); err != nil {
		return r, err
	}
	r.old = r.Docs
	said := returnOf(events)
	r.At = said.At
	var all []tralai.LyDo
	all, r.Say = reasonsOf(said)
	for i, x := range tralai.Dat(r.Docs, dayIn(sub.SignedAt), all) {
		at := Reason{N: i + 1, Ma: x.Ma, Say: x.Loi, Lacks: x.Thieu, Rules: tralai.GoiY(r.Docs, x)}
		for _, n := range x.Noi {
			at.Places = append(at.Places, placeIn(r.Docs, n))
		}
		r.Reasons = append(r.Reasons, at)
	}
	r.Copies, err = o.copiesOf(ctx, d)
	return r, err
}

// returnOf is the event that returned a dossier, a zero one where none did.
func returnOf(events []storage.Event) storage.Event {
	for _, e := range slices.Backward(events) {
		if e.To == storage.TraLai && e.From != e.To {
			return e
		}
	}
	return storage.Event{}
}

// reasonsOf are the reasons in an event: the gateway's findings, else what an officer
// wrote, else what was noted. say tells whose they are.
func reasonsOf(e storage.Event) (out []tralai.LyDo, say string) {
	if found, ok := gateway.FindingsIn(e.Raw); ok && len(found) > 0 {
		block := slices.DeleteFunc(slices.Clone(found), func(f gateway.Finding) bool { return f.NhacNho })
		if len(block) == 0 {
			block = found
		}
		for _, f := range block {
			out = append(out, tralai.LyDo{Ma: f.Ma, Tep: f.Tep, Cho: f.Cho, Loi: f.ThongBao})
		}
		return out, "Cổng trả lại"
	}
	if g := tralai.DocGiay(e.Raw); e.Kind != personKind && len(g.LyDo) > 0 {
		return g.LyDo, e.Note
	}
	if words := strings.TrimSpace(string(e.Raw)); words != "" && utf8.ValidString(words) && !strings.HasPrefix(words, "{") && !strings.HasPrefix(words, "<") {
		return []tralai.LyDo{{Loi: words}}, e.Note
	}
	if e.Note == "" {
		return nil, "Không có lời nào kèm theo"
	}
	return []tralai.LyDo{{Loi: e.Note}}, "Lời ghi kèm"
}

func (o *Office) copiesOf(ctx context.Context, d storage.Dossier) (out []DossierView, err error) {
	all, err := o.store.Dossiers(ctx, d.MaSoThue)
	for _, x := range all {
		if x.Parent == d.ID {
			out = append(out, DossierView{Dossier: x, Title: titleOf(x), StateSay: x.State.Say()})
		}
	}
	return out, err
}

// placeIn tells what stands in a place.
func placeIn(docs []*form.Doc, n tralai.Noi) ReasonPlace {
	p := ReasonPlace{Noi: n}
	doc := docFormed(docs, n.Mau)
	if doc == nil {
		return p
	}
	r, ok := docLine(doc, n.Bang, n.Dong)
	if !ok {
		return p
	}
	t := tableOf(doc.Form, n.Bang)
	if n.Bang != headPlace {
		p.Who = personIn(t, r).HoTen
	}
	if c := t.Column(n.Tag); c != nil {
		p.Was = cellWords(c, c.Get(r))
		p.Now = p.Was
	}
	return p
}

// docLine is a row of a document; row counts from 1, the head is its own.
func docLine(doc *form.Doc, table string, row int) (form.Row, bool) {
	if table == headPlace {
		return doc.Head, doc.Form.Head != nil
	}
	rows := rowsOf(doc, table)
	if row < 1 || row > len(rows) {
		return nil, false
	}
	return rows[row-1], true
}

func docFormed(docs []*form.Doc, id string) *form.Doc {
	for _, d := range docs {
		if d.Form.ID == id {
			return d
		}
	}
	return nil
}

// cellWords is a cell as a person reads it: a code with its words.
func cellWords(c *form.Column, v form.Value) string {
	if c.Kind == form.KindCode && v.Known() {
		if words := c.Codes.Label(v.S); words != "" {
			return v.S + " – " + words
		}
	}
	return c.Told(v)
}

// follow brings the places to where their rows stand in a copy, and tells what was
// changed there.
func (r *Rejection) follow(now []*form.Doc) {
	diff := tralai.So(r.old, now)
	r.Docs = now
	for i := range r.Reasons {
		places := r.Reasons[i].Places
		for k := range places {
			p := &places[k]
			at, ok := diff.Moi(p.Mau, p.Bang, p.Dong)
			if !ok {
				p.Gone, p.Changed = true, true
				continue
			}
			p.Changed = slices.ContainsFunc(diff.Khac, func(x tralai.Khac) bool {
				return x.Kieu == tralai.Sua && x.Mau == p.Mau && x.Bang == p.Bang && x.Moi == at && (p.Tag == "" || x.Tag == p.Tag)
			})
			p.Dong = at
			p.Now = placeIn(now, p.Noi).Now
		}
	}
}

// Where is a place in words: "D02-LT dòng 2 (Trần Văn Bình), Mức lương".
func (p ReasonPlace) Where() string {
	say := p.Mau
	switch p.Bang {
	case "":
		say += fmt.Sprintf(" dòng %d", p.Dong)
	case headPlace:
		say += " phần đầu"
	default:
		say += fmt.Sprintf(" %s dòng %d", p.Bang, p.Dong)
	}
	if p.Who != "" {
		say += " (" + p.Who + ")"
	}
	if p.Nhan != "" {
		say += ", " + p.Nhan
	}
	return say
}

// AsFaults are the reasons as faults of the documents that they are about, for whoever
// shows faults: a sure place is a Lỗi, a likely one a Nhắc, one without a place is of
// the whole. What the copy has changed already is left out.
func (r Rejection) AsFaults() (out []form.Fault) {
	for _, x := range r.Reasons {
		if len(x.Places) == 0 {
			out = append(out, form.Fault{Code: x.Code(), Level: form.Loi, Say: x.Say, Basis: returnedBasis(r.ID)})
			continue
		}
		for _, p := range x.Places {
			if p.Changed {
				continue
			}
			f := form.Fault{Code: x.Code(), Level: form.Loi, Form: p.Mau, Say: x.Say, Basis: returnedBasis(r.ID),
				Places: []form.Place{{Table: p.Bang, Row: p.Dong, Tag: p.Tag, Label: p.Nhan}}}
			if !p.Chac {
				f.Level, f.Say = form.Nhac, "Có thể là ô này ("+p.ViSao+"): "+x.Say
			}
			out = append(out, f)
		}
	}
	return out
}

// Code is how a reason is called among faults: the gateway's code, else its number.
func (r Reason) Code() string {
	if r.Ma != "" {
		return r.Ma
	}
	return fmt.Sprintf("LY-DO-%d", r.N)
}

func returnedBasis(id string) string { return "Lý do trả lại của hồ sơ " + id }
