package office

import (
	"context"
	"path/filepath"

	"ankhai/storage/keys"
)

// HasPassphrase reports whether the data opens with a passphrase as well, which is what
// unlocks a locked window.
func (o *Office) HasPassphrase() bool {
	o.keysMu.Lock()
	defer o.keysMu.Unlock()
	return o.keys.Has(keys.KindPassphrase)
}

// TryPassphrase reports whether what was typed is the passphrase of the data; the error
// says why it is not. It is overwritten. Nothing is opened that was not open before.
func (o *Office) TryPassphrase(ctx context.Context, typed []byte) error {
	defer clear(typed)
	k, err := keys.Open(ctx, filepath.Join(o.dir, keys.Files[0]), Sources{Passphrase: typed}, o.now)
	if err != nil {
		return err
	}
	return k.Close()
}
