package office

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"time"

	"ankhai/app/gateway"
	"ankhai/storage"
)

// Queue puts a signed dossier into the outbox. A dossier that is already
// queued, sent or further stays as it is: queueing twice sends once.
func (o *Office) Queue(ctx context.Context, id string) error {
	sub, err := o.store.SubmissionOf(ctx, id)
	if errors.Is(err, storage.ErrNotFound) {
		return fmt.Errorf("queue dossier %s: %w", storage.Ref(id), ErrNotSigned)
	}
	if err != nil {
		return err
	}
	if sub.State != storage.DaKy {
		return nil
	}
	return o.store.Move(ctx, sub.ID, storage.DaKy, storage.ChoGui, "Đưa vào hộp gửi", nil)
}

// Sent is what became of one submission in a run of the outbox.
type Sent struct {
	DossierID string
	State     storage.State
	SoHoSo    string
	Err       error // why it is not yet, or never will be, with the gateway; nil when it is
}

// Send queues a dossier and runs the outbox for it alone. address "" takes the
// gateway remembered for the employer, or practice for the sample company.
func (o *Office) Send(ctx context.Context, id, address string) (Sent, error) {
	if err := o.Queue(ctx, id); err != nil {
		return Sent{}, err
	}
	all, err := o.runOutbox(ctx, address, func(q storage.Queued) bool { return q.DossierID == id })
	if err != nil {
		return Sent{}, err
	}
	for _, s := range all {
		if s.DossierID == id {
			return s, s.Err
		}
	}
	// nothing was left to send: it had gone before
	sub, err := o.store.SubmissionOf(ctx, id)
	if err != nil {
		return Sent{}, err
	}
	if err := o.follow(ctx, sub.DossierID); err != nil {
		return Sent{}, err
	}
	return Sent{DossierID: id, State: sub.State, SoHoSo: sub.SoHoSo}, nil
}

// Waits is a dossier in the outbox.
type Waits struct {
	ID        string        `json:"id"`
	State     storage.State `json:"state"`
	StateName string        `json:"stateName"`
}

// Waiting lists what is in the outbox, oldest first.
func (o *Office) Waiting(ctx context.Context) ([]Waits, error) {
	queued, err := o.store.Outbox(ctx)
	out := make([]Waits, 0, len(queued))
	for _, q := range queued {
		out = append(out, Waits{ID: q.DossierID, State: q.State, StateName: q.State.Say()})
	}
	return out, err
}

// RunOutbox tries everything that waits: what is queued is sent, what is of
// unknown outcome is asked about first. Each submission's own trouble is in its
// Sent; the error is of the store.
func (o *Office) RunOutbox(ctx context.Context, address string) ([]Sent, error) {
	return o.runOutbox(ctx, address, func(storage.Queued) bool { return true })
}

func (o *Office) runOutbox(ctx context.Context, address string, want func(storage.Queued) bool) ([]Sent, error) {
	o.outbox.Lock()
	defer o.outbox.Unlock()
	queued, err := o.store.Outbox(ctx)
	if err != nil {
		return nil, err
	}
	var out []Sent
	for _, q := range queued {
		if !want(q) {
			continue
		}
		if ctx.Err() != nil {
			return out, ctx.Err()
		}
		s := Sent{DossierID: q.DossierID}
		s.Err = o.deliver(ctx, q.ID, address)
		sub, err := o.store.Submission(ctx, q.ID)
		if err != nil {
			return out, err
		}
		s.State, s.SoHoSo = sub.State, sub.SoHoSo
		if reached(sub.State) {
			if err := o.follow(ctx, q.DossierID); err != nil {
				return out, err
			}
		}
		out = append(out, s)
	}
	return out, nil
}

// reached reports whether the gateway holds the dossier.
func reached(s storage.State) bool {
	switch s {
	case storage.DaGui, storage.TiepNhan, storage.DangGiaiQuyet, storage.CoKetQua:
		return true
	}
	return false
}

// deliver brings one submission to the gateway, exactly once. The intent is
// committed before the wire is touched; every unclear answer leaves it DangGui
// until the gateway itself has said what it holds; the same bytes are sent
// again only after the gateway said, twice and a quarantine apart, that it holds
// nothing under the key.
func (o *Office) deliver(ctx context.Context, subID, address string) error {
	sub, err := o.store.Submission(ctx, subID)
	if err != nil {
		return err
	}
	road, err := o.roadOfSent(ctx, sub, address)
	if err != nil {
		return err
	}
	if address != "" { // kept before the wire is touched
		if err := o.store.PutSetting(ctx, sentToSetting+sub.ID, address); err != nil {
			return err
		}
	}
	switch sub.State {
	case storage.DangGui, storage.NghiVan:
		gone, err := o.settle(ctx, road, sub)
		if err != nil || gone {
			return err
		}
		if err := o.store.Move(ctx, sub.ID, sub.State, storage.ChoGui, "Cổng không giữ hồ sơ này: gửi lại đúng tệp đã ký", nil); err != nil {
			return err
		}
	case storage.ChoGui:
		// After a restore an older copy may not know what has gone out since.
		if restored, err := o.store.Restored(ctx); err != nil {
			return err
		} else if !restored.IsZero() {
			if held, err := o.heldAlready(ctx, road, sub); err != nil || held {
				return err
			}
		}
	default:
		return nil
	}
	return o.submit(ctx, road, sub)
}

// submit sends the frozen bytes once and records what came of it.
func (o *Office) submit(ctx context.Context, road gateway.Gateway, sub storage.Submission) error {
	ivan, err := o.ivanOf(ctx, sub.MaSoThue)
	if err != nil {
		return err
	}
	if err := o.store.Move(ctx, sub.ID, storage.ChoGui, storage.DangGui, "Bắt đầu gửi", nil); err != nil {
		return err
	}
	o.tried[sub.ID] = time.Now()
	rec, err := road.Submit(ctx, gateway.NewPackage(sub.Key, ivan.Ma, sub.Envelope))
	o.tried[sub.ID] = time.Now()
	// What came back is written even if the caller has given up meanwhile.
	ctx = context.WithoutCancel(ctx)
	switch {
	case err == nil:
		return o.adopt(ctx, sub, storage.DangGui, rec)
	case errors.Is(err, gateway.ErrRefused):
		return errors.Join(err, o.store.Move(ctx, sub.ID, storage.DangGui, storage.TraLai, Say(err), rawOf(err)))
	case errors.Is(err, gateway.ErrDown), errors.Is(err, gateway.ErrCredentials), errors.Is(err, gateway.ErrPackage):
		return errors.Join(err, o.store.Move(ctx, sub.ID, storage.DangGui, storage.ChoGui, gateway.Say(err), rawOf(err)))
	case errors.Is(err, gateway.ErrKeyTaken):
		return errors.Join(err, o.store.Move(ctx, sub.ID, storage.DangGui, storage.NghiVan, gateway.Say(err), rawOf(err)))
	}
	if e := o.store.AppendEvent(ctx, sub.ID, "chua-ro", gateway.Say(err), rawOf(err)); e != nil {
		return errors.Join(err, e)
	}
	// Unclear: ask at once. If the gateway holds it, all is well; if it says it
	// does not, the request may still be on its way, so nothing is sent again now.
	rec, e := road.Lookup(ctx, sub.Key)
	if e == nil {
		return o.adopt(ctx, sub, storage.DangGui, rec)
	}
	return err
}

// heldAlready asks the gateway about a submission that this store believes was
// never sent, and adopts its receipt if it was.
func (o *Office) heldAlready(ctx context.Context, road gateway.Gateway, sub storage.Submission) (bool, error) {
	rec, err := road.Lookup(ctx, sub.Key)
	if errors.Is(err, gateway.ErrUnknownKey) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if err := o.store.Move(ctx, sub.ID, storage.ChoGui, storage.DangGui, "Cổng đã giữ hồ sơ này từ trước khi khôi phục", rec.Raw); err != nil {
		return false, err
	}
	return true, o.adopt(ctx, sub, storage.DangGui, rec)
}

// settle finds out what became of a submission whose outcome is unknown. gone
// is true when the gateway holds it; false with a nil error is the proof that it
// does not.
func (o *Office) settle(ctx context.Context, road gateway.Gateway, sub storage.Submission) (gone bool, err error) {
	for first := true; ; first = false {
		rec, err := road.Lookup(ctx, sub.Key)
		if err == nil {
			return true, o.adopt(context.WithoutCancel(ctx), sub, sub.State, rec)
		}
		if !errors.Is(err, gateway.ErrUnknownKey) {
			return false, err
		}
		left := o.quarantineOf(ctx, sub) - time.Since(o.lastTry(sub.ID))
		if left <= 0 && !first {
			return false, nil
		}
		// The first "no" proves nothing while an earlier attempt may be in flight.
		select {
		case <-ctx.Done():
			return false, ctx.Err()
		case <-time.After(max(left, 50*time.Millisecond)):
		}
	}
}

// localQuarantine is enough for a gateway on this very machine.
const localQuarantine = 5 * time.Second

// quarantineOf is how long an unclear submission is left alone.
func (o *Office) quarantineOf(ctx context.Context, sub storage.Submission) time.Duration {
	var address string
	if err := o.store.Setting(ctx, sentToSetting+sub.ID, &address); err != nil {
		return o.quarantine
	}
	if u, err := url.Parse(address); err == nil && (address == Practice || loopback(u.Hostname())) {
		return min(o.quarantine, localQuarantine)
	}
	return o.quarantine
}

// lastTry is the latest moment at which an attempt of the submission can have
// been on the wire: its last one here, or the start of this program.
func (o *Office) lastTry(subID string) time.Time {
	if t, ok := o.tried[subID]; ok {
		return t
	}
	return o.born
}

// adopt records the gateway's receipt and that it holds the dossier, together. A
// receipt for other bytes is no receipt: a person has to look.
func (o *Office) adopt(ctx context.Context, sub storage.Submission, from storage.State, rec gateway.Receipt) error {
	if rec.SHA256 != sub.SHA256 {
		note := "Cổng giữ một gói khác dưới cùng khoá"
		if from == storage.NghiVan {
			return errors.Join(gateway.ErrKeyTaken, o.store.AppendEvent(ctx, sub.ID, "goi-khac", note, rec.Raw))
		}
		return errors.Join(gateway.ErrKeyTaken, o.store.Move(ctx, sub.ID, from, storage.NghiVan, note, rec.Raw))
	}
	note := "Cổng đã nhận, mã giao dịch " + rec.MaGiaoDich
	if rec.Kind == gateway.KindExport {
		note = "Đã xuất tệp " + rec.TepXuat
	}
	return o.store.MoveAll(ctx, []storage.Move{{
		SubmissionID: sub.ID, From: from, To: storage.DaGui, Note: note, Raw: rec.Raw, Receipt: rec.Raw, SoHoSo: rec.SoHoSo,
	}})
}

// rawOf is the gateway's own answer behind an error, word for word.
func rawOf(err error) []byte {
	var r *gateway.RefusedError
	if errors.As(err, &r) {
		return r.Raw
	}
	var u *gateway.UnclearError
	if errors.As(err, &u) {
		return u.Raw
	}
	return nil
}
