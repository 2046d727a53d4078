package office

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"

	"ankhai/app/gateway"
	"ankhai/forms/law"
	"ankhai/storage"
)

// The errors of the inbox.
var (
	// ErrNoUnitCode: the agency has given the employer no mã đơn vị, by which a gateway
	// knows whom a notice is for.
	ErrNoUnitCode = errors.New("no unit code")
	// ErrInboxTurns: a gateway answers pages of notices without an end.
	ErrInboxTurns = errors.New("pages of notices have no end")
)

// FetchedNotices tells what came of asking a gateway for notices.
type FetchedNotices struct {
	New    []InboxNotice // kept now, earliest first
	Failed []FailedNotice
}

// FailedNotice is a notice that could not be kept; the next fetch asks for it again.
type FailedNotice struct {
	Ma    string `json:"ma"`
	Title string `json:"title"`
	Say   string `json:"message"`
}

// inboxFetch is one FetchNotices at work.
type inboxFetch struct {
	o        *Office
	c        *gateway.Client
	mst      string
	address  string
	practice bool
	known    map[string]bool
	deals    map[string]string // dossiers by mã giao dịch
	out      *FetchedNotices
}

// mostUnanswered is how many notices in a row a gateway may not answer for before it
// is left alone.
const mostUnanswered = 3

// FetchNotices asks an employer's gateway for what is new in its inbox, page by page,
// and keeps each notice with its files in a transaction of its own; address "" takes
// the gateway remembered. What cannot be kept does not stop the rest: it is in Failed,
// and is asked for again next time, because the place in the inbox does not go past
// it. Fetching again changes nothing. With an error, what came before it is kept.
func (o *Office) FetchNotices(ctx context.Context, mst, address string) (out FetchedNotices, err error) {
	fail := func(err error) (FetchedNotices, error) {
		return out, notAsked(fmt.Errorf("fetch notices: %w", err))
	}
	dv, err := o.store.DonVi(ctx, mst)
	if err != nil {
		return fail(err)
	}
	if dv.MaDonVi == "" {
		return fail(ErrNoUnitCode)
	}
	if address, _, err = o.addressOf(ctx, mst, address, ""); err != nil {
		return fail(err)
	}
	road, err := o.roadOf(ctx, mst, address)
	if err != nil {
		return fail(err)
	}
	c, ok := road.Gateway.(*gateway.Client)
	if !ok {
		return fail(ErrCannotAsk)
	}
	f := &inboxFetch{o: o, c: c, mst: mst, address: address, practice: road.practice, known: map[string]bool{}, out: &out}
	kept, err := o.store.Notices(ctx, mst, NoticeFilter{})
	if err != nil {
		return fail(err)
	}
	for _, n := range kept {
		f.known[n.Ma] = true
	}
	if f.deals, err = o.dossiersByDeal(ctx, mst); err != nil {
		return fail(err)
	}
	if err := f.tie(ctx, kept); err != nil {
		return fail(err)
	}
	if err := f.pages(ctx, dv.MaDonVi); err != nil {
		return fail(err)
	}
	return out, nil
}

// pages goes through the pages from the place where everything before is kept.
func (f *inboxFetch) pages(ctx context.Context, unit string) error {
	place, err := f.o.store.NoticeCursor(ctx, f.mst, f.address)
	if err != nil {
		return err
	}
	whole, silent := true, 0 // nothing failed so far; how many in a row were not answered
	seen := map[string]bool{}
	for after := place; ; {
		list, more, err := f.c.Notices(ctx, unit, gateway.NoticeFilter{Sau: after})
		if err != nil {
			return err
		}
		last := place
		for _, n := range list {
			if err := f.one(ctx, n); err != nil {
				if stops(ctx, err) {
					return err
				}
				if silent++; !errors.Is(err, gateway.ErrDown) {
					silent = 0
				}
				if silent == mostUnanswered {
					return err
				}
				whole = false
				f.out.Failed = append(f.out.Failed, FailedNotice{n.Ma, n.TieuDe, Say(notAsked(err))})
				continue
			}
			silent = 0
			if whole {
				last = n.Ma
			}
		}
		if last != place {
			if err := f.o.store.SetNoticeCursor(ctx, f.mst, f.address, last); err != nil {
				return err
			}
			place = last
		}
		switch {
		case more == "":
			return nil
		case seen[more]:
			return ErrInboxTurns
		}
		seen[more], after = true, more
	}
}

// stops reports whether an error of one notice is one of all that follow.
func stops(ctx context.Context, err error) bool {
	var refused *gateway.RefusedError
	foreign := errors.Is(err, gateway.ErrDown) || errors.Is(err, gateway.ErrUnclear) || errors.Is(err, gateway.ErrNotThere) || errors.As(err, &refused)
	return ctx.Err() != nil || !foreign && !errors.Is(err, storage.ErrTooBig)
}

// one keeps a notice of the list, unless it is kept already.
func (f *inboxFetch) one(ctx context.Context, listed gateway.Notice) error {
	if f.known[listed.Ma] {
		return nil
	}
	n, files, err := f.c.Notice(ctx, listed.Ma)
	if err != nil {
		return err
	}
	n.MaDonVi = listed.MaDonVi
	keep := storage.Notice{Ma: n.Ma, Loai: string(n.Loai), TieuDe: n.TieuDe, Luc: n.Luc, MaDonVi: n.MaDonVi, MaGiaoDich: n.MaGiaoDich,
		LuuY: n.LuuY, Gateway: f.address, DossierID: f.deals[n.MaGiaoDich]}
	if f.practice && keep.LuuY == "" {
		keep.LuuY = practiceNotice
	}
	if n.Thang != "" {
		keep.Month, _ = law.ParseMonth(n.Thang) // the client has proved it
	}
	for _, x := range files {
		name := filepath.Base(x.TenFile)
		seal, err := f.o.seal(ctx, name, x.Bytes)
		if err != nil {
			return err
		}
		judged, err := json.Marshal(seal)
		if err != nil {
			return err
		}
		keep.Files = append(keep.Files, storage.NoticeFile{Ma: x.Ma, Name: name, Bytes: x.Bytes, Signatures: judged})
	}
	kept, again, err := f.o.store.PutNotice(ctx, f.mst, keep)
	if err != nil {
		return err
	}
	f.known[n.Ma] = true
	if again { // somebody else was quicker
		return nil
	}
	v, err := inboxView(kept)
	f.out.New = append(f.out.New, v)
	return err
}

// tie says of kept notices which dossier they are about, where that is known since.
func (f *inboxFetch) tie(ctx context.Context, kept []storage.Notice) error {
	for _, n := range kept {
		id := f.deals[n.MaGiaoDich]
		if n.DossierID != "" || id == "" {
			continue
		}
		if err := f.o.store.TieNotice(ctx, f.mst, n.N, id); err != nil {
			return err
		}
	}
	return nil
}

// dossiersByDeal are an employer's dossiers by the mã giao dịch of their receipts.
func (o *Office) dossiersByDeal(ctx context.Context, mst string) (map[string]string, error) {
	refs, err := o.store.SentRefs(ctx)
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, r := range refs {
		var said struct {
			MaGiaoDich string `json:"maGiaoDich"`
		}
		if r.MaSoThue != mst || json.Unmarshal(r.Receipt, &said) != nil || said.MaGiaoDich == "" {
			continue // a receipt that somebody typed in names no transaction
		}
		out[said.MaGiaoDich] = r.DossierID
	}
	return out, nil
}
