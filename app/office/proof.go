package office

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"ankhai/storage"
)

// ProvenError refuses to send a dossier of restored data that has reached a
// gateway before the restore. Nothing was sent; the dossier stands as sent now.
type ProvenError struct {
	DossierID string
	Proof     storage.Proof
}

// Error names the dossier.
func (e *ProvenError) Error() string {
	return "dossier " + e.DossierID + " was sent before the restore"
}

// Say is the proof in words: which dossier, when, and under which numbers.
func (e *ProvenError) Say() string {
	say := "Không gửi: hồ sơ " + e.DossierID + " đã gửi"
	if !e.Proof.SentAt.IsZero() {
		say += " lúc " + clockWords(e.Proof.SentAt)
	}
	if numbers := numbersOf(e.Proof.SoHoSo, e.Proof.Receipt); numbers != "" {
		say += ", " + numbers
	}
	return say + ", trước khi dữ liệu được khôi phục. Trạng thái đã ghi lại theo bằng chứng ấy; hỏi tiến độ bằng bhxh status " + e.DossierID + "."
}

// proving is what a proof is looked for.
type proving struct {
	subID, dossierID, key string
	state                 storage.State
}

// refuseProven fails with a ProvenError if the data that a restored backup replaced
// had the gateway's own receipt for the submission, and brings the dossier to where
// it stands. Without a receipt the gateway is asked, and a person may have to
// decide: see lane.carried.
func (o *Office) refuseProven(ctx context.Context, of proving) error {
	switch of.state {
	case storage.DaKy, storage.ChoGui, storage.DangGui, storage.NghiVan:
	default:
		return nil
	}
	p, ok, err := o.store.ProofOf(ctx, of.key)
	if err != nil || !ok || len(p.Receipt) == 0 {
		return err
	}
	if err := o.store.AdoptProof(ctx, of.subID, p, "Đã gửi từ trước khi khôi phục; bằng chứng giữ trong sổ đã gửi"); err != nil {
		return err
	}
	if err := o.follow(ctx, of.dossierID); err != nil {
		return err
	}
	return &ProvenError{of.dossierID, p}
}

// proven is refuseProven for what waits in the outbox: what became of it, nil if
// there is no proof.
func (o *Office) proven(ctx context.Context, q storage.Queued) (*Sent, error) {
	err := o.refuseProven(ctx, proving{q.ID, q.DossierID, q.Key, q.State})
	var known *ProvenError
	if !errors.As(err, &known) {
		return nil, err
	}
	return &Sent{DossierID: q.DossierID, State: storage.DaGui, SoHoSo: known.Proof.SoHoSo, Err: known}, nil
}

// numbersOf are the numbers under which a gateway knows a dossier, in words.
func numbersOf(soHoSo string, receipt []byte) string {
	var out []string
	if soHoSo != "" {
		out = append(out, "số hồ sơ "+soHoSo)
	}
	if id := receiptID(receipt); id != "" {
		out = append(out, "mã giao dịch "+id)
	}
	return strings.Join(out, ", ")
}

// hitWords tell where something was declared before.
func hitWords(h storage.LedgerHit) string {
	when := h.State.Say()
	if !h.SentAt.IsZero() {
		when = "gửi ngày " + dayIn(h.SentAt).String()
	}
	if numbers := numbersOf(h.SoHoSo, h.Receipt); numbers != "" {
		when += ", " + numbers
	}
	if h.Carried {
		when += "; biết từ dữ liệu trước khi khôi phục"
	}
	return fmt.Sprintf("hồ sơ %s (%s)", h.DossierID, when)
}

// ConfirmSentBefore lets a draft of restored data be signed although the ledger
// says that the same was declared before the restore: a person has compared and
// gives the reason, which is kept. What a dossier in the data itself declares is
// not touched by this.
func (o *Office) ConfirmSentBefore(ctx context.Context, id, reason string) error {
	carried, err := o.carriedBefore(ctx, id)
	if err != nil {
		return err
	}
	for _, b := range carried {
		if err := o.store.Dismiss(ctx, id, storage.Dismissal{Code: b.agreed(), Row: b.row, Reason: reason}); err != nil {
			return err
		}
	}
	return nil
}

// SentBeforeRestore says what keeps a draft from being signed and ConfirmSentBefore
// would let by: what was declared before the restore, as a check words it.
func (o *Office) SentBeforeRestore(ctx context.Context, id string) ([]string, error) {
	carried, err := o.carriedBefore(ctx, id)
	if err != nil {
		return nil, err
	}
	agreed, err := o.confirmed(ctx, id)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, b := range carried {
		if say := b.words(); b.guard != sameRequest && !agreed[storage.Dismissal{Code: b.agreed(), Row: b.row}] && !slices.Contains(out, say) {
			out = append(out, say)
		}
	}
	return out, nil
}

// carriedBefore is what a dossier declares again that is known to have been sent from
// the data before the restore alone.
func (o *Office) carriedBefore(ctx context.Context, id string) ([]before, error) {
	docs, err := o.store.Docs(ctx, id)
	if err != nil {
		return nil, err
	}
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return nil, err
	}
	all, err := o.saidBefore(ctx, d, saidIn(docs, d.Month))
	return slices.DeleteFunc(all, func(b before) bool { return !b.hit.Carried }), err
}

// clockWords is a moment in Vietnam, to the minute.
func clockWords(t time.Time) string { return t.In(vietnam).Format("15:04 ngày 02/01/2006") }
