package office

import (
	"context"
	"errors"
	"fmt"

	"ankhai/signing/remote"
	"ankhai/storage"
)

// batchSetting begins the name of the setting that says in which batch a dossier waits
// for its remote signatures; the dossier's id follows. The session of a batch is kept
// under the batch's name, so that signing again, all of it or one dossier, takes up the
// request that the holder has on the telephone.
const batchSetting = "remote-batch:"

// batchOf is the batch that a dossier waits in, "" if it waits in none.
func (o *Office) batchOf(ctx context.Context, id string) (batch string, err error) {
	if err = o.store.Setting(ctx, batchSetting+id, &batch); errors.Is(err, storage.ErrNotFound) {
		err = nil
	}
	return batch, err
}

// remoteBatch is a run over dossiers that one remote key signs.
type remoteBatch struct {
	o       *Office
	key     *remote.Key
	refused map[string]error             // dossiers that cannot be signed as they are
	names   []string                     // of the batches, in the order of their dossiers
	waiting map[string][]storage.Dossier // by the name of their batch; "" is a new one
}

// askForAll asks the holder of a remote key for the signatures of all dossiers that can
// be signed, together. What it leaves is signed one by one, without a question. An error
// is of the service or its holder, and none of the rest can be signed then.
func (o *Office) askForAll(ctx context.Context, key *remote.Key, ids []string) (b *remoteBatch, err error) {
	b = &remoteBatch{o: o, key: key, refused: map[string]error{}, waiting: map[string][]storage.Dossier{}}
	seen := map[string]bool{}
	for _, id := range ids {
		if seen[id] {
			continue
		}
		seen[id] = true
		if err := b.take(ctx, id); err != nil {
			b.refused[id] = err
		}
		if ctx.Err() != nil {
			return b, ctx.Err()
		}
	}
	for _, name := range b.names {
		if err := b.ask(ctx, name); err != nil {
			return b, err
		}
	}
	return b, nil
}

// take puts a dossier into its batch: the one it waits in, or a new one. One that is
// signed already, or waits by itself, is in none.
func (b *remoteBatch) take(ctx context.Context, id string) error {
	d, err := b.o.store.Dossier(ctx, id)
	if err != nil || !d.State.Draft() {
		return nil // Sign has the words for it
	}
	if err := b.o.refuseUnready(ctx, d); err != nil {
		return err
	}
	name, err := b.o.batchOf(ctx, id)
	if err != nil {
		return err
	}
	var own remote.Session
	if err := b.o.store.Setting(ctx, sessionSetting+id, &own); err == nil && len(own.Tickets) > 0 {
		return nil
	}
	if b.waiting[name] == nil {
		b.names = append(b.names, name)
	}
	b.waiting[name] = append(b.waiting[name], d)
	return nil
}

// ask asks for the signatures of one batch.
func (b *remoteBatch) ask(ctx context.Context, name string) error {
	all := b.waiting[name]
	if name == "" {
		name = "lo-" + storage.NewMa()
		for _, d := range all {
			if err := b.o.store.PutSetting(ctx, batchSetting+d.ID, name); err != nil {
				return fmt.Errorf("begin remote batch: %w", err)
			}
		}
		b.waiting[name] = all
		delete(b.waiting, "")
	}
	at, err := b.o.takeUp(ctx, b.key, name)
	if err != nil {
		return err
	}
	var jobs []signJob
	for _, d := range all {
		j, err := b.o.signJob(ctx, d, b.key, at)
		if err != nil {
			b.refused[d.ID] = fmt.Errorf("sign dossier %s: %w", storage.Ref(d.ID), err)
			continue
		}
		jobs = append(jobs, j)
	}
	spoilt, err := askTogether(ctx, b.key, jobs)
	for id, e := range spoilt {
		b.refused[id] = fmt.Errorf("sign dossier %s: %w", storage.Ref(id), e)
	}
	if err != nil {
		return fmt.Errorf("sign together: %w", err)
	}
	return nil
}

// end forgets the batches of which every dossier is signed or was refused.
func (b *remoteBatch) end(ctx context.Context) error {
	for name := range b.waiting {
		if err := b.o.store.DropSetting(context.WithoutCancel(ctx), sessionSetting+name); err != nil {
			return err
		}
	}
	return nil
}
