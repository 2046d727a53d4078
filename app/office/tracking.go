package office

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"ankhai/app/gateway"
	"ankhai/storage"
	"ankhai/storage/failpoint"
)

// ErrNotAsked: the gateway could not be asked about a dossier that it holds.
var ErrNotAsked = errors.New("the gateway could not be asked")

// notAsked marks an error of a question: nothing was being sent, so its words
// must not speak of sending.
func notAsked(err error) error {
	if errors.Is(err, gateway.ErrDown) || errors.Is(err, gateway.ErrUnclear) {
		return fmt.Errorf("%w: %w", ErrNotAsked, err)
	}
	return err
}

const stepsSetting = "buoc:" // + dossier

// Refresh asks the gateway how far a dossier is and records it. A dossier that
// has not reached a gateway is answered as it stands.
func (o *Office) Refresh(ctx context.Context, id, address string) (DossierView, error) {
	sub, err := o.store.SubmissionOf(ctx, id)
	if errors.Is(err, storage.ErrNotFound) {
		return o.Dossier(ctx, id)
	}
	if err != nil {
		return DossierView{}, err
	}
	if reached(sub.State) {
		if err := o.follow(ctx, id); err != nil {
			return DossierView{}, err
		}
		if sub.State != storage.CoKetQua {
			if err := o.progress(ctx, sub, address); err != nil {
				return DossierView{}, notAsked(fmt.Errorf("follow dossier %s: %w", storage.Ref(id), err))
			}
		}
	}
	v, err := o.Dossier(ctx, id)
	switch {
	case err != nil:
	case v.State == storage.TraLai:
		err = o.unfollow(ctx, id)
	case v.State == storage.CoKetQua:
		err = o.finish(ctx, v.MaSoThue, id)
	}
	return v, err
}

func (o *Office) progress(ctx context.Context, sub storage.Submission, address string) error {
	road, err := o.roadOfSent(ctx, sub, address)
	if err != nil || road.byHand {
		return err
	}
	rec, err := road.Lookup(ctx, sub.Key)
	if err != nil {
		return err
	}
	p, err := road.Progress(ctx, rec.MaGiaoDich)
	if errors.Is(err, gateway.ErrNoTracking) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := o.putSteps(ctx, sub.DossierID, p); err != nil {
		return err
	}
	failpoint.Hit("progress.steps.kept")
	if p.SoHoSo != "" && p.SoHoSo != sub.SoHoSo {
		if err := o.store.SetReceipt(ctx, sub.ID, sub.Receipt, p.SoHoSo); err != nil {
			return err
		}
		failpoint.Hit("progress.number.kept")
	}
	to, note := stateOf(p)
	if to == "" || to == sub.State || !allowed(sub.State, to) {
		return nil
	}
	if err := o.store.Move(ctx, sub.ID, sub.State, to, note, p.Raw); err != nil {
		return err
	}
	failpoint.Hit("progress.move.kept")
	return nil
}

// stateOf maps the agency's side onto ours.
func stateOf(p gateway.Progress) (storage.State, string) {
	last := ""
	for _, b := range p.Buoc {
		if b.MoTa != "" {
			last = b.MoTa
		}
	}
	switch p.TrangThai {
	case gateway.CoKetQua:
		return storage.CoKetQua, last
	case gateway.TuChoi:
		return storage.TraLai, last
	case gateway.DangGiaiQuyet:
		if len(p.Buoc) > 2 && p.Buoc[2].Ma == "" {
			return storage.TiepNhan, last
		}
		return storage.DangGiaiQuyet, last
	}
	if p.SoHoSo != "" {
		return storage.TiepNhan, last
	}
	return "", ""
}

func allowed(from, to storage.State) bool {
	for _, n := range from.Next() {
		if n == to {
			return true
		}
	}
	return false
}

func (o *Office) putSteps(ctx context.Context, id string, p gateway.Progress) error {
	var steps []Step
	for _, b := range p.Buoc {
		steps = append(steps, Step{N: b.N, Code: b.Ma, Message: b.MoTa, Time: b.ThoiGian, Awaits: p.ChoXacNhan && b.N == 1})
	}
	return o.store.PutSetting(ctx, stepsSetting+id, steps)
}

func (o *Office) steps(ctx context.Context, id string) ([]Step, error) {
	var steps []Step
	err := o.store.Setting(ctx, stepsSetting+id, &steps)
	if errors.Is(err, storage.ErrNotFound) {
		err = nil
	}
	return steps, err
}

// Results fetches the result files of a dossier, empty until there are any, and keeps
// each with it for good.
func (o *Office) Results(ctx context.Context, id, address string) ([]File, error) {
	sub, err := o.signedOne(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("results: %w", err)
	}
	if !reached(sub.State) {
		return nil, nil
	}
	road, err := o.roadOfSent(ctx, sub, address)
	if err != nil || road.Gateway == nil {
		return nil, err
	}
	rec, err := road.Lookup(ctx, sub.Key)
	if err != nil {
		return nil, notAsked(fmt.Errorf("results of %s: %w", storage.Ref(id), err))
	}
	files, err := road.Results(ctx, rec.MaGiaoDich)
	if err != nil {
		return nil, notAsked(fmt.Errorf("results of %s: %w", storage.Ref(id), err))
	}
	out := make([]File, len(files))
	for i, f := range files {
		out[i] = File{Name: filepath.Base(f.TenFile), Bytes: f.Bytes}
	}
	if err := o.keepOnline(ctx, id, files); err != nil {
		return nil, fmt.Errorf("keep results of %s: %w", storage.Ref(id), err)
	}
	return out, o.deed(ctx, storage.Deed{What: "hoSo.layKetQua", Ref: id})
}

// Export is what a signed dossier is handed over as: its envelope, or the one file
// that travels without, for an I-VAN; or the pack of whoever hands it in by other
// roads.
func (o *Office) Export(ctx context.Context, id string) (File, error) {
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return File{}, fmt.Errorf("export %s: %w", storage.Ref(id), err)
	}
	road := roadOfProcedure(d.Procedure)
	if road == byOthers {
		return o.HandInPack(ctx, id)
	}
	sub, err := o.signedOne(ctx, id)
	if err != nil {
		return File{}, fmt.Errorf("export %s: %w", storage.Ref(id), err)
	}
	f := File{Name: gateway.EnvelopeName, Bytes: sub.Envelope}
	if road == fileToIVAN && len(sub.Files) > 0 {
		f = File{Name: sub.Files[0].Name, Bytes: sub.Files[0].Bytes}
	}
	return f, o.deed(ctx, storage.Deed{What: "hoSo.xuat", Ref: id})
}
