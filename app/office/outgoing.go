package office

import (
	"context"
	"fmt"
	"strings"
	"time"

	"ankhai/storage"
)

// Outgoing is a dossier that was handed to the outbox, as a person looks at it.
type Outgoing struct {
	Waits
	Title     string `json:"title"`
	Short     string `json:"-"` // the title without the procedure's name
	MaSoThue  string `json:"taxCode"`
	Employer  string `json:"employer"`
	SoHoSo    string `json:"soHoSo"`
	Road      string `json:"gateway"` // where it was handed to last, "" = never yet
	InOutbox  bool   `json:"waiting"` // it waits, is on its way or in doubt
	UnderWay  bool   `json:"open"`    // the agency works on it: there is something to ask
	CanBeHeld bool   `json:"canBeHeld"`
}

// lately is how long what came to its end stays in the list of what goes out.
const lately = 31 * 24 * time.Hour

// Outgoing lists what every employer has in the outbox, what is under way at the
// agency, and what came to its end in the last month: the latest signed first.
func (o *Office) Outgoing(ctx context.Context) ([]Outgoing, error) {
	all, err := o.store.Outgoing(ctx, o.now().Add(-lately))
	if err != nil {
		return nil, err
	}
	names := map[string]string{}
	employers, err := o.store.DonVis(ctx)
	if err != nil {
		return nil, err
	}
	for _, dv := range employers {
		names[dv.MaSoThue] = dv.Ten
	}
	held, err := o.held(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]Outgoing, len(all))
	for i, g := range all {
		v := Outgoing{
			Waits: Waits{ID: g.DossierID, State: g.State, StateName: g.State.Say(), Doubt: g.State == storage.NghiVan, Attempts: g.Attempts,
				Failures: g.Retry.Failures, Said: g.Said, SaidAt: g.SaidAt},
			Title:    titleOf(storage.Dossier{Procedure: g.Procedure, Month: g.Month, Dot: g.Dot}),
			Short:    fmt.Sprintf("%s · %s · đợt %d", g.Procedure, g.Month, g.Dot),
			MaSoThue: g.MaSoThue, Employer: names[g.MaSoThue], SoHoSo: g.SoHoSo, Road: g.Retry.Road,
		}
		v.CanBeHeld = g.State == storage.ChoGui
		v.InOutbox = v.CanBeHeld || v.Doubt || g.State == storage.DangGui
		v.UnderWay = reached(g.State) && g.State != storage.CoKetQua
		v.Held = v.CanBeHeld && held[g.DossierID]
		if v.InOutbox && !v.Held {
			v.NextTry = o.outbox.nextTry(g.Queued)
		}
		out[i] = v
	}
	return out, nil
}

// Attempts are the times that a signed dossier was handed to the wire, each with what
// was heard, word for word; none where it never was. ErrNotSigned.
func (o *Office) Attempts(ctx context.Context, id string) ([]Attempt, error) {
	sub, err := o.signedOne(ctx, id)
	if err != nil {
		return nil, err
	}
	events, err := o.store.Events(ctx, sub.ID)
	if err != nil {
		return nil, fmt.Errorf("read attempts of %s: %w", storage.Ref(id), err)
	}
	return attemptsOf(events), nil
}

// Asked is what came of asking about every dossier that is under way.
type Asked struct {
	N      int          // how many were asked about
	Moved  []Outgoing   // those that stand elsewhere now
	Failed []FailedAsks // those that nobody could be asked about
}

// FailedAsks is a dossier that nobody could be asked about.
type FailedAsks struct {
	ID  string `json:"id"`
	Say string `json:"message"`
}

// AskAll asks the gateways how far the dossiers of every employer are that are under
// way, and keeps what they answer. One that cannot be asked does not stop the rest.
// report may be nil.
func (o *Office) AskAll(ctx context.Context, report func(done, of int)) (out Asked, err error) {
	all, err := o.Outgoing(ctx)
	if err != nil {
		return out, err
	}
	var open []Outgoing
	for _, g := range all {
		if g.UnderWay {
			open = append(open, g)
		}
	}
	for i, g := range open {
		if report != nil {
			report(i, len(open))
		}
		if err := ctx.Err(); err != nil {
			return out, err
		}
		out.N++
		v, err := o.Refresh(ctx, g.ID, "")
		if err != nil {
			out.Failed = append(out.Failed, FailedAsks{g.ID, Say(err)})
			continue
		}
		if v.State != g.State || v.SoHoSo != g.SoHoSo {
			g.State, g.StateName, g.SoHoSo = v.State, v.StateSay, v.SoHoSo
			out.Moved = append(out.Moved, g)
		}
	}
	if report != nil {
		report(len(open), len(open))
	}
	return out, nil
}

// RawAnswers are what was heard about a dossier, word for word, a file each.
func RawAnswers(id string, all []Attempt) (out []File) {
	for _, a := range all {
		for i, h := range a.Came {
			if h.Raw != "" {
				out = append(out, File{Name: fmt.Sprintf("%s-lan-%d-tra-loi-%d.%s", id, a.N, i+1, rawEnding(h.Raw)), Bytes: []byte(h.Raw)})
			}
		}
	}
	return out
}

// rawEnding is how the name of a file with an answer ends, by its first letter.
func rawEnding(raw string) string {
	switch strings.TrimSpace(raw)[:min(1, len(strings.TrimSpace(raw)))] {
	case "{", "[":
		return "json"
	case "<":
		return "xml"
	}
	return "txt"
}
