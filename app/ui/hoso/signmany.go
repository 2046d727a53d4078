package hoso

import (
	"context"
	"fmt"
	"sync/atomic"

	"ankhai/app/office"
	"ankhai/app/ui/chonkhoa"
	"ankhai/app/ui/task"
)

// signMany asks for the key once and signs dossiers one after the other.
func (p *Page) signMany(all []office.DossierView) {
	if len(all) == 0 || p.batching {
		return
	}
	p.chooseKey(fmt.Sprintf("Ký %d hồ sơ", len(all)), func(c chonkhoa.Choice) { p.runBatch(all, c) })
}

// runBatch opens the key, signs with it, closes it, and tells what became of each
// dossier. «Dừng» lets the dossier at hand be finished: half a signature is none, and
// a PIN pad may be waiting for the person. Where a remote key's holder is waited for it
// stops at once.
func (p *Page) runBatch(all []office.DossierView, c chonkhoa.Choice) {
	var stopping atomic.Bool
	var brake task.Brake
	var talk *chonkhoa.Talk
	if c.Remote() {
		talk = chonkhoa.NewTalk(p.host)
	}
	job, ok := p.host.Begin("Đang ký", func() {
		stopping.Store(true)
		if talk != nil && talk.Waits() {
			brake.Pull()
		}
	})
	if !ok {
		clear(c.Secret)
		return
	}
	progress := newBatchProgress(p.host, all, talk, job)
	var results []office.BatchResult
	p.batchRuns(true)
	p.host.Quiet(func(ctx context.Context) error {
		ctx, stop := brake.On(job.Bind(ctx))
		defer stop()
		stopHere := func() {
			if stopping.Load() {
				stop()
			}
		}
		var remote office.RemoteUse
		if talk != nil {
			remote = talk.Use(c.Key.Account)
		}
		return chonkhoa.With(ctx, p.source, c, remote, func(key office.Key) error {
			stopHere()
			p.host.InWindow(progress.opened)
			results = p.source.SignAll(ctx, idsOf(all), key, func(done, _ int, r office.BatchResult) {
				stopHere()
				p.host.InWindow(func() { progress.ended(done, r) })
			})
			return nil
		})
	}, func(err error) {
		p.batchRuns(false)
		progress.shut()
		job.End(err, func() {
			p.OnShow()
			p.host.Recount()
			if err != nil {
				p.host.Fail(err)
				return
			}
			newBatchSummary(p, all, results)
		})
	})
}

// batchRuns keeps a second batch from starting beside the first.
func (p *Page) batchRuns(yes bool) {
	p.batching = yes
	p.list.countTicks()
}

func idsOf(all []office.DossierView) []string {
	ids := make([]string, len(all))
	for i, d := range all {
		ids[i] = d.ID
	}
	return ids
}

// mend opens a dossier that was left out, with its faults listed.
func (p *Page) mend(r office.BatchResult) {
	d := newDossier(p, r.ID)
	var faults *office.FaultsError
	if asFaults(r.Err, &faults) {
		d.faults, d.checked = faults.Faults, true
	}
	p.show(d)
}
