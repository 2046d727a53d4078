package office

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"time"

	"ankhai/forms/form"
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
	var before remote.Session
	if err := o.store.Setting(ctx, sessionSetting+subject, &before); err != nil && !errors.Is(err, storage.ErrNotFound) {
		return time.Time{}, err
	}
	kept := context.WithoutCancel(ctx) // a request that is given up is kept all the same
	return r.TakeUp(subject, before, func(s remote.Session) error {
		return o.store.PutSetting(kept, sessionSetting+subject, s)
	}), nil
}

// endRemote forgets a session whose signatures are in their files.
func (o *Office) endRemote(ctx context.Context, key signing.Key, subject string) error {
	if _, ok := key.(*remote.Key); !ok {
		return nil
	}
	return o.store.DropSetting(ctx, sessionSetting+subject)
}

// announce tells a remote key all digests of a dossier that do not depend on other
// signatures, so that the holder confirms them together; the envelope, which holds
// the signed files, comes after them.
func (w signer) announce(d storage.Dossier, docs []*form.Doc) error {
	key, ok := w.key.(*remote.Key)
	if !ok {
		return nil
	}
	rehearsal := key.Rehearse()
	w.key = rehearsal
	if _, _, err := w.files(d, docs); err != nil {
		return err
	}
	key.Announce(rehearsal.Digests()...)
	return nil
}

// rehearsed lets a rehearsal pass with the document as it was.
func rehearsed(doc, signed []byte, err error) ([]byte, error) {
	if errors.Is(err, remote.ErrGathered) {
		return doc, nil
	}
	return signed, err
}
