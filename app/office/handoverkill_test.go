package office

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"ankhai/storage"
)

// takeInChild takes back a file of a hand-over; args are the data folder and the file.
func takeInChild(ctx context.Context, args []string) error {
	o, err := Open(ctx, Config{Dir: args[0], Now: testNow, Keys: testKeys(args[0])})
	if err != nil {
		return err
	}
	defer o.Close()
	data, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	results, err := o.TakeBack(ctx, data, []byte(letterWords))
	if err == nil {
		err = results[0].Err
	}
	return err
}

// Whoever is killed while a signature is taken back finds the dossier out, or signed and
// no longer out: never between, and never twice.
func TestHandoverKilled(t *testing.T) {
	o := sampleDesk(t)
	id, dir := checkedDraft(t, o), o.Dir()
	back := filepath.Join(t.TempDir(), "ve")
	letter := signOver(t, openDesk(t, t.TempDir()), handOut(t, o, id), practiceKeyOf(t, o))
	if err := os.WriteFile(back, letter, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	kills := 0
	for n := 1; ; n++ {
		done := false
		for _, moment := range []string{"before", "kept"} {
			c := child(t, "takeBack", dir, back)
			c.Env = append(c.Env, fmt.Sprintf("ANKHAI_CRASH_AT=write.commit.%s:%d", moment, n))
			err := c.Run()
			at := openDesk(t, dir)
			state := stateOfDossier(t, at, id)
			h, herr := at.store.HandoverOf(t.Context(), id)
			if herr != nil || (state == storage.DaKy) != (h.Signed && !h.EndedAt.IsZero()) || state != storage.DaKy && state != storage.DaKiem {
				t.Fatalf("killed at commit %s %d: state %s, hand-over %+v, %v", moment, n, state, h, herr)
			}
			if state == storage.DaKy {
				again, err := at.TakeBack(t.Context(), letter, []byte(letterWords))
				if err != nil || !errors.Is(again[0].Err, ErrNotOut) {
					t.Errorf("taken twice: %v %v", again, err)
				}
				done = true
			}
			if cerr := at.Close(); cerr != nil {
				t.Fatal(cerr)
			}
			if done {
				break
			}
			if err == nil {
				t.Fatal("the program ended well, and the dossier is out")
			}
			kills++
		}
		if done {
			break
		}
	}
	if kills == 0 {
		t.Error("nobody was killed")
	}
}
