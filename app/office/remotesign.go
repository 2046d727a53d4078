package office

import (
	"cmp"
	"context"
	"crypto"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"time"

	"ankhai/signing"
	"ankhai/signing/remote"
	"ankhai/storage"
)

// A remote signature may be left while the holder looks for the telephone. What is
// kept meanwhile is the moment of signing and the digests with their requests
// (remote.Session), not the files: the same draft at the same moment gives the same
// bytes, hence the same digests, and these find their requests again. A draft that
// was edited meanwhile gives other digests and so a new request.

// sessionSetting begins the name of the setting that holds a session; its subject,
// a dossier or file, follows.
const sessionSetting = "remote-session:"

// fileSubject names a file by what is in it.
func fileSubject(data []byte) string {
	sum := sha256.Sum256(data)
	return "file:" + hex.EncodeToString(sum[:])
}

// moment is the time that a signature will state: now, or, where a remote signature
// of the same subject was begun before, the time of then.
func (o *Office) moment(ctx context.Context, key signing.Key, subject string) (time.Time, error) {
	if back, ok := key.(*returnedKey); ok {
		return back.at, nil
	}
	r, ok := key.(*remote.Key)
	if !ok {
		return o.now().UTC().Truncate(time.Second), nil
	}
	batch, err := o.batchOf(ctx, subject)
	if err != nil {
		return time.Time{}, err
	}
	return o.takeUp(ctx, r, cmp.Or(batch, subject))
}

// takeUp gives a key the session of a subject, and a place to keep it.
func (o *Office) takeUp(ctx context.Context, r *remote.Key, subject string) (time.Time, error) {
	var before remote.Session
	if err := o.store.Setting(ctx, sessionSetting+subject, &before); err != nil && !errors.Is(err, storage.ErrNotFound) {
		return time.Time{}, err
	}
	if o.viewOnly { // nothing outlives the program there
		return r.TakeUp(subject, before, nil), nil
	}
	kept := context.WithoutCancel(ctx) // a request that is given up is kept all the same
	return r.TakeUp(subject, before, func(s remote.Session) error {
		return o.store.PutSetting(kept, sessionSetting+subject, s)
	}), nil
}

// endRemote forgets a session whose signatures are in their files.
func (o *Office) endRemote(ctx context.Context, key signing.Key, subject string) error {
	if _, ok := key.(*remote.Key); !ok || o.viewOnly {
		return nil
	}
	if err := o.store.DropSetting(ctx, batchSetting+subject); err != nil {
		return err
	}
	return o.store.DropSetting(ctx, sessionSetting+subject)
}

// early says that a rehearsal lacks signatures which the rest is made over: an envelope
// holds the signed files, and is signed after them.
func (w signer) early() bool {
	g, ok := w.key.(*remote.Gatherer)
	if !ok || len(g.Digests()) == 0 {
		return false
	}
	g.Cut = true
	return true
}

// askTogether asks a remote key's holder for all signatures of several dossiers, in as
// few requests as their contents and the service allow: first for the files of all, then
// for what is made over these. Afterwards each is signed without a question. A dossier
// that cannot be written is told by its id and left out.
func askTogether(ctx context.Context, r *remote.Key, jobs []signJob) (spoilt map[string]error, err error) {
	spoilt = map[string]error{}
	for len(jobs) > 0 {
		var digests [][]byte
		var cut []signJob
		for _, j := range jobs {
			rehearsal := r.Rehearse()
			again := j
			j.key = rehearsal
			if _, err := j.sign(); err != nil {
				spoilt[j.d.ID] = err
				continue
			}
			digests = append(digests, rehearsal.Digests()...)
			if rehearsal.Cut {
				cut = append(cut, again)
			}
		}
		jobs = cut
		r.Announce(len(cut), digests...)
		for _, d := range digests {
			if _, err := signing.SignDigest(ctx, r, d, crypto.SHA256); err != nil {
				return spoilt, err
			}
		}
	}
	return spoilt, nil
}

// askOne is askTogether for one dossier.
func askOne(ctx context.Context, r *remote.Key, j signJob) error {
	spoilt, err := askTogether(ctx, r, []signJob{j})
	if err == nil {
		err = spoilt[j.d.ID]
	}
	return err
}

// rehearsed lets a rehearsal pass with the document as it was.
func rehearsed(doc, signed []byte, err error) ([]byte, error) {
	if errors.Is(err, remote.ErrGathered) {
		return doc, nil
	}
	return signed, err
}
