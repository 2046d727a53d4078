package storage

import "testing"

func TestDropSetting(t *testing.T) {
	s := start(t)
	ctx := t.Context()
	must(t, s.PutSetting(ctx, "giu", 1))
	must(t, s.PutSetting(ctx, "bo", 2))
	must(t, s.DropSetting(ctx, "bo"))
	must(t, s.DropSetting(ctx, "bo"))
	var n int
	wantErr(t, "read", s.Setting(ctx, "bo", &n), ErrNotFound)
	if must(t, s.Setting(ctx, "giu", &n)); n != 1 {
		t.Errorf("the other setting is %d, want 1", n)
	}
}
