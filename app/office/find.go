package office

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"ankhai/app/seek"
	"ankhai/forms/codes"
	"ankhai/forms/services"
)

// FindKind is what sort of thing was found.
type FindKind string

// The kinds, in the order in which they stand where nothing else decides.
const (
	FindPerson     FindKind = "nguoi"
	FindDossier    FindKind = "ho-so"
	FindPlace      FindKind = "muc"
	FindAction     FindKind = "viec"
	FindService    FindKind = "thu-tuc"
	FindEmployer   FindKind = "don-vi"
	FindSetting    FindKind = "cai-dat"
	FindCalculator FindKind = "cong-cu"
	FindForm       FindKind = "mau"
	FindError      FindKind = "ma-loi"
)

// findKinds are the kinds with what their groups are called.
var findKinds = []struct {
	Kind  FindKind
	Title string
}{
	{FindPerson, "Người lao động"}, {FindDossier, "Hồ sơ"}, {FindPlace, "Đi tới"}, {FindAction, "Việc"}, {FindService, "Thủ tục"},
	{FindEmployer, "Đơn vị"}, {FindSetting, "Cài đặt"}, {FindCalculator, "Công cụ tính"}, {FindForm, "Mẫu"}, {FindError, "Mã lỗi, mã nhắc"},
}

// Findable is one thing that can be found: its title, what tells it from others, the
// words it is found by besides its title, and where it is.
type Findable struct {
	Kind  FindKind `json:"kind"`
	Title string   `json:"title"`
	Say   string   `json:"say,omitempty"`
	Words string   `json:"-"`
	Go    Place    `json:"place"`
}

// FindQuery asks for everything that has the words of Term, with or without
// diacritics. Own are the things that only the face that asks knows, its places and
// commands; Limit is how many of a kind are answered, 0 for all.
type FindQuery struct {
	Term  string
	Limit int
	Own   []Findable
}

// FoundGroup is what was found of one kind, the best first.
type FoundGroup struct {
	Kind  FindKind   `json:"kind"`
	Title string     `json:"title"`
	Hits  []Findable `json:"hits"`
	More  int        `json:"more,omitempty"` // how many were left off
}

// Find looks through people, dossiers, employers, services, forms, calculators and
// the catalogue of faults, groups what it finds and puts the group with the best hit
// first. Without a term only Own is answered. People and dossiers are looked up in an
// index, which the first call makes; one that has grown old since is used as it is,
// and ReadyFind makes it new.
func (o *Office) Find(ctx context.Context, q FindQuery) ([]FoundGroup, error) {
	words := strings.Fields(codes.Fold(q.Term))
	own := foldAll(q.Own)
	if len(words) == 0 {
		return groupFound(rankAll(own, nil, nil), q.Limit), nil
	}
	ix, err := o.findIndex(ctx)
	if err != nil {
		return nil, err
	}
	hits := rankAll(ix.things, words, nil)
	hits = rankAll(lasting(), words, hits)
	hits = rankAll(own, words, hits)
	return groupFound(rankServices(q.Term, words, hits), q.Limit), nil
}

// ReadyFind makes the index new where something was changed since it was made.
func (o *Office) ReadyFind(ctx context.Context) error {
	o.search.making.Lock()
	defer o.search.making.Unlock()
	mark, err := o.findMark(ctx)
	if err != nil {
		return err
	}
	if ix := o.search.at.Load(); ix != nil && ix.mark == mark {
		return nil
	}
	ix, err := o.newFindIndex(ctx, mark)
	if err != nil {
		return err
	}
	o.search.at.Store(ix)
	return nil
}

// finding keeps the index: at is the one that answers, making is held by whoever
// makes the next.
type finding struct {
	making sync.Mutex
	at     atomic.Pointer[findIndex]
}

// findMark tells one state of the data from another: the employer at hand and the
// last line of the journal, which every change writes.
type findMark struct {
	mst string
	seq int64
}

// findIndex is what was there at a mark.
type findIndex struct {
	mark   findMark
	things []folded
}

// folded is a thing with its title and its other words without case and diacritics.
type folded struct {
	Findable
	title, words string
}

func foldAll(all []Findable) []folded {
	out := make([]folded, len(all))
	for i, f := range all {
		out[i] = fold(f)
	}
	return out
}

func fold(f Findable) folded {
	return folded{f, codes.Fold(f.Title), codes.Fold(f.Words)}
}

func (o *Office) findMark(ctx context.Context) (findMark, error) {
	o.mu.Lock()
	m := findMark{mst: o.company}
	o.mu.Unlock()
	last, err := o.store.Journal(ctx, 1)
	if err == nil && len(last) > 0 {
		m.seq = last[0].Seq
	}
	return m, err
}

// findIndex is the index of the employer at hand.
func (o *Office) findIndex(ctx context.Context) (*findIndex, error) {
	o.mu.Lock()
	mst := o.company
	o.mu.Unlock()
	if ix := o.search.at.Load(); ix != nil && ix.mark.mst == mst {
		return ix, nil
	}
	if err := o.ReadyFind(ctx); err != nil {
		return nil, err
	}
	return o.search.at.Load(), nil
}

// newFindIndex reads everybody who is or was there, every dossier and every employer.
func (o *Office) newFindIndex(ctx context.Context, mark findMark) (*findIndex, error) {
	ix := &findIndex{mark: mark}
	companies, err := o.Companies(ctx)
	if err != nil {
		return nil, err
	}
	for _, dv := range companies {
		ix.things = append(ix.things, fold(Findable{Kind: FindEmployer, Title: dv.Ten, Say: "MST " + dv.MaSoThue, Words: dv.MaSoThue + " " + dv.MaDonVi, Go: Place{Screen: EmployerScreen, ID: dv.MaSoThue}}))
	}
	if mark.mst == "" {
		return ix, nil
	}
	people, err := o.People(ctx, o.Period().Add(1200))
	if err != nil {
		return nil, err
	}
	for _, p := range people {
		ix.things = append(ix.things, fold(foundPerson(p)))
	}
	dossiers, err := o.Dossiers(ctx)
	if err != nil {
		return nil, err
	}
	for _, d := range dossiers {
		ix.things = append(ix.things, fold(Findable{Kind: FindDossier, Title: d.Title, Say: d.ID + " · " + d.StateSay, Words: d.ID + " " + d.SoHoSo, Go: Place{Screen: "ho-so", ID: d.ID}}))
	}
	return ix, nil
}

// ranked is a hit: the lower the rank, the better.
type ranked struct {
	*folded
	rank int
}

// The ranks of a hit.
const (
	rankWhole  = iota // the title itself, or one of the numbers
	rankStart         // the title begins so
	rankInRow         // the words stand in the title in a row, at a word's start
	rankTitle         // every word begins a word of the title
	rankBeside        // some words are among the others
	rankPlain         // a service that fits plain words
)

// rankAll adds what has every word; no words take everything as it stands.
func rankAll(things []folded, words []string, to []ranked) []ranked {
	term := strings.Join(words, " ")
	for i := range things {
		if r, ok := things[i].rank(term, words); ok {
			to = append(to, ranked{&things[i], r})
		}
	}
	return to
}

func (f *folded) rank(term string, words []string) (int, bool) {
	inTitle := true
	for _, w := range words {
		if seek.Begins(f.title, w) {
			continue
		}
		if inTitle = false; !seek.Begins(f.words, w) {
			return 0, false
		}
	}
	switch {
	case len(words) == 0 || f.title == term:
		return rankWhole, true
	case !inTitle && f.numbered() && wholeWord(f.words, term):
		return rankWhole, true
	case strings.HasPrefix(f.title, term):
		return rankStart, true
	case inTitle && seek.Begins(f.title, term):
		return rankInRow, true
	case inTitle:
		return rankTitle, true
	}
	return rankBeside, true
}

// numbered reports whether the other words are numbers of the thing itself.
func (f *folded) numbered() bool {
	switch f.Kind {
	case FindPerson, FindDossier, FindEmployer, FindForm:
		return true
	}
	return false
}

// wholeWord reports whether one of the words of the text, apart by spaces, is w.
func wholeWord(text, w string) bool {
	for _, t := range strings.Fields(text) {
		if t == w {
			return true
		}
	}
	return false
}

// rankServices adds the services that fit plain words, «nhân viên nghỉ việc», which
// package services knows better than their titles.
func rankServices(term string, words []string, to []ranked) []ranked {
	for i, s := range services.Search(term) {
		f := fold(foundService(s))
		r, ok := f.rank(strings.Join(words, " "), words)
		if !ok {
			if i > 0 && len(words) == 1 {
				continue
			}
			r = rankPlain
		}
		to = append(to, ranked{&f, r})
	}
	return to
}

// groupFound puts hits together by kind, each with at most limit.
func groupFound(hits []ranked, limit int) []FoundGroup {
	by, best := map[FindKind][]ranked{}, map[FindKind]int{}
	for _, h := range hits {
		if r, ok := best[h.Kind]; !ok || h.rank < r {
			best[h.Kind] = h.rank
		}
		by[h.Kind] = append(by[h.Kind], h)
	}
	out := []FoundGroup{}
	for _, k := range findKinds {
		all := by[k.Kind]
		if len(all) == 0 {
			continue
		}
		slices.SortStableFunc(all, func(a, b ranked) int {
			if a.rank != b.rank {
				return a.rank - b.rank
			}
			return a.weight() - b.weight()
		})
		g := FoundGroup{Kind: k.Kind, Title: k.Title}
		for i, h := range all {
			if limit > 0 && i == limit {
				g.More = len(all) - limit
				break
			}
			g.Hits = append(g.Hits, h.Findable)
		}
		out = append(out, g)
	}
	slices.SortStableFunc(out, func(a, b FoundGroup) int { return cmp.Compare(best[a.Kind], best[b.Kind]) })
	return out
}

// weight puts shorter titles first, except where order is by time or by the one who
// declared it.
func (r ranked) weight() int {
	switch r.Kind {
	case FindDossier, FindPlace, FindAction, FindSetting, FindService:
		return 0
	}
	return len(r.title)
}
