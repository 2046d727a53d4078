package uitest

import (
	"context"

	"ankhai/app/office"
	"ankhai/app/ui/unsaved"
)

// unsavedHere keeps what is typed in memory.
type unsavedHere struct {
	k    *unsaved.Keeper
	Kept []office.Unsaved // what was handed on, in order; without fields: forgotten
}

func (u *unsavedHere) keeper(h *Host) *unsaved.Keeper {
	if u.k == nil {
		u.k = unsaved.New(u, h)
	}
	return u.k
}

// Look keeps what has changed, as the window does every second.
func (u *unsavedHere) Look() {
	if u.k != nil {
		u.k.Look()
	}
}

// Left is what was typed and not stored.
func (u *unsavedHere) Left() []office.Unsaved {
	if u.k == nil {
		return nil
	}
	return u.k.All()
}

// KeepUnsaved remembers it.
func (u *unsavedHere) KeepUnsaved(_ context.Context, x office.Unsaved) error {
	u.Kept = append(u.Kept, x)
	return nil
}

// Unsaved is nothing: the keeper knows.
func (u *unsavedHere) Unsaved(context.Context) ([]office.Unsaved, error) { return u.k.All(), nil }
