package shots

import (
	"context"
	"image/png"
	"os"
	"testing"
	"time"

	"ankhai/app/office"
	"ankhai/app/ui/uitest"
)

// The main screens of the sample company are drawn without a display, from a
// real store, one dossier in draft.
func TestDraw(t *testing.T) {
	ctx := context.Background()
	now := func() time.Time { return time.Date(2026, 11, 22, 7, 32, 7, 0, time.UTC) }
	o, err := office.Open(ctx, office.Config{Dir: t.TempDir(), Now: now, Keys: uitest.DataKeys(t)})
	if err != nil {
		t.Fatal(err)
	}
	defer o.Close()
	id := sample(t, ctx, o)
	dir := t.TempDir()
	if keep := os.Getenv("ANKHAI_SHOTS"); keep != "" {
		dir = keep
	}
	for _, scale := range []float32{1, 1.5} {
		paths, err := Draw(dir, o, id, scale, now)
		if err != nil {
			t.Fatal(err)
		}
		if len(paths) != 5 {
			t.Fatalf("drew %d pictures, want 5", len(paths))
		}
		for _, p := range paths {
			f, err := os.Open(p)
			if err != nil {
				t.Fatal(err)
			}
			img, err := png.Decode(f)
			f.Close()
			if err != nil {
				t.Fatalf("%s: %v", p, err)
			}
			if b := img.Bounds(); b.Dx() != int(1366*scale) || b.Dy() != int(768*scale) {
				t.Errorf("%s is %v at scale %v", p, b, scale)
			}
			if os.Getenv("ANKHAI_SHOTS") != "" && scale == 1 {
				continue
			}
		}
		if os.Getenv("ANKHAI_SHOTS") != "" {
			break
		}
	}
}

// sample takes two months of the sample company in and drafts November's dossier.
func sample(t *testing.T, ctx context.Context, o *office.Office) string {
	t.Helper()
	if err := o.Rehearse(ctx); err != nil {
		t.Fatal(err)
	}
	res, err := o.Compare(ctx, 202611)
	if err != nil {
		t.Fatal(err)
	}
	made, err := o.Draft(ctx, "600", 202611, res.Proposals)
	if err != nil {
		t.Fatal(err)
	}
	return made[0].ID
}
