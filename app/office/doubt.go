package office

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"ankhai/storage"
	"ankhai/storage/failpoint"
)

// ErrDoubt: nobody can tell from here whether the dossier arrived; a person
// decides, with Received or Resend.
var ErrDoubt = errors.New("nobody can be asked whether the dossier arrived")

// ErrNoDoubt: there is nothing to decide about the dossier.
var ErrNoDoubt = errors.New("the dossier is not in doubt")

// ErrNoProof: neither a số hồ sơ nor a receipt was given.
var ErrNoProof = errors.New("neither a number nor a receipt was given")

// Attempt is one time that a dossier was handed to the wire, and what came of it:
// the evidence for whoever has to decide.
type Attempt struct {
	N    int       `json:"n"` // counts from 1
	Time time.Time `json:"time"`
	Say  string    `json:"message"` // where it went
	Came []Heard   `json:"came"`    // what was heard since, earliest first; none if the program ended before
}

// Heard is what was said about an attempt.
type Heard struct {
	Time time.Time `json:"time"`
	Say  string    `json:"message"`
	Raw  string    `json:"raw,omitempty"` // word for word
}

// attemptsOf reads the attempts out of the events of a submission.
func attemptsOf(events []storage.Event) (out []Attempt) {
	for _, e := range events {
		if e.Kind == storage.MovedKind && e.To == storage.DangGui {
			out = append(out, Attempt{N: len(out) + 1, Time: e.At, Say: e.Note})
			continue
		}
		if n := len(out); n > 0 && e.Kind != storage.ReceiptKind {
			out[n-1].Came = append(out[n-1].Came, Heard{Time: e.At, Say: e.Note, Raw: string(e.Raw)})
		}
	}
	return out
}

// Proof is what a person was given for a dossier by whoever received it.
type Proof struct {
	SoHoSo  string // as it was written; "" = not yet given
	Receipt []byte // the file, word for word; empty = none
}

const maxSoHoSo = 64

// handedSay is said of the steps of a dossier that no gateway saw.
const handedSay = "Người có tên trong hồ sơ hoặc tổ chức I-VAN nhận hồ sơ, ngoài hộp gửi"

// Received records a person's word that a dossier in doubt has arrived, with the
// số hồ sơ or the receipt that proves it. What was exported to a file, and what
// somebody handed in, takes them the same way. ErrNoProof without either, ErrNoDoubt for any other dossier.
func (o *Office) Received(ctx context.Context, id string, p Proof) error {
	ctx = o.acting(ctx)
	p.SoHoSo = strings.TrimSpace(p.SoHoSo)
	if p.SoHoSo == "" && len(p.Receipt) == 0 || len(p.SoHoSo) > maxSoHoSo {
		return fmt.Errorf("record the receipt of %s: %w", id, ErrNoProof)
	}
	sub, err := o.signedOne(ctx, id)
	if err != nil {
		return err
	}
	m := storage.Move{SubmissionID: sub.ID, From: sub.State, To: storage.DaGui, Kind: personKind, Note: "Người dùng xác nhận nơi nhận đã nhận hồ sơ",
		Raw: p.Receipt, Receipt: p.Receipt, SoHoSo: p.SoHoSo}
	moves := []storage.Move{}
	switch sub.State {
	case storage.NghiVan:
		m.Kind = storage.MovedKind
	case storage.DaKy:
		d, err := o.store.Dossier(ctx, id)
		if err != nil {
			return err
		}
		if roadOfProcedure(d.Procedure) == throughGateway {
			return fmt.Errorf("record the receipt of %s: %w", id, ErrNoDoubt)
		}
		moves = []storage.Move{
			{SubmissionID: sub.ID, From: storage.DaKy, To: storage.ChoGui, Note: handedSay},
			{SubmissionID: sub.ID, From: storage.ChoGui, To: storage.DangGui, Note: handedSay},
		}
		m.From, m.Kind = storage.DangGui, storage.MovedKind
	case storage.DaGui:
		road, err := o.roadOfSent(ctx, sub, "")
		if err != nil {
			return err
		}
		if !road.byHand {
			return fmt.Errorf("record the receipt of %s: %w", id, ErrNoDoubt)
		}
		m.Receipt = nil // the export's own note stands there already; this one is kept with the event
	default:
		return fmt.Errorf("record the receipt of %s: %w", id, ErrNoDoubt)
	}
	failpoint.Hit("outbox.received.before")
	if err := o.store.MoveAll(ctx, append(moves, m)); err != nil {
		return err
	}
	failpoint.Hit("outbox.received.kept")
	return o.follow(ctx, id)
}

// Resend queues a dossier in doubt again, with the same bytes and the same key:
// a person has decided so. Where the gateway can be asked, it still is before
// anything is sent. ErrNoDoubt for any other dossier.
func (o *Office) Resend(ctx context.Context, id string) error {
	ctx = o.acting(ctx)
	sub, err := o.signedOne(ctx, id)
	if err != nil {
		return err
	}
	if sub.State != storage.NghiVan {
		return fmt.Errorf("send %s again: %w", id, ErrNoDoubt)
	}
	road, err := o.roadOfSent(ctx, sub, "")
	if err != nil {
		return err
	}
	kept, err := o.store.RetryOf(ctx, sub.ID)
	if err != nil {
		return err
	}
	failpoint.Hit("outbox.resend.before")
	if err := o.store.MoveAll(ctx, []storage.Move{{
		SubmissionID: sub.ID, From: storage.NghiVan, To: storage.ChoGui, Note: resendSay,
		Retry: &storage.Retry{Road: kept.Road},
	}}); err != nil {
		return err
	}
	failpoint.Hit("outbox.resend.kept")
	o.outbox.holdBack(storage.Queued{ID: sub.ID}, road.quarantine)
	o.outbox.nudge()
	return nil
}

const resendSay = "Người dùng quyết định gửi lại đúng tệp đã ký"

// signedOne is the submission of a dossier. ErrNotSigned where it has none yet,
// storage.ErrNoDossier where there is no such dossier.
func (o *Office) signedOne(ctx context.Context, id string) (storage.Submission, error) {
	sub, err := o.store.SubmissionOf(ctx, id)
	if !errors.Is(err, storage.ErrNotFound) {
		return sub, err
	}
	if _, err = o.store.Dossier(ctx, id); err == nil {
		err = fmt.Errorf("dossier %s: %w", storage.Ref(id), ErrNotSigned)
	}
	return sub, err
}
