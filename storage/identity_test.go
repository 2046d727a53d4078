package storage

import (
	"errors"
	"testing"
)

// Who somebody is is corrected by itself: the months keep what they say and where it came
// from, what was is kept, and it is known whom something of that source has changed.
func TestPutIdentity(t *testing.T) {
	s := start(t)
	all := invented(3, 202610)
	must(t, s.PutPeople(ctx, mst, all, "bảng lương 10/2026"))
	p := all[0]
	p.HoTen, p.DienThoai = "Nguyễn Thị Sửa", "0912345678"
	must(t, s.PutIdentity(ctx, mst, p, "sửa tay"))
	now, err := s.Person(ctx, p.ID)
	must(t, err)
	want(t, "corrected", now, p)
	was, err := s.Corrections(ctx, p.ID)
	must(t, err)
	want(t, "kept", len(was), 1)
	want(t, "name before", was[0].Was.HoTen, all[0].HoTen)
	want(t, "source", was[0].Source, "sửa tay")
	by, err := s.CorrectedFrom(ctx, mst, "sửa tay")
	must(t, err)
	want(t, "corrected people", len(by) == 1 && by[p.ID], true)
	for source, only := range map[string]bool{"bảng lương 10/2026": true, "sửa tay": false} {
		got, err := s.OnlyFrom(ctx, mst, source)
		must(t, err)
		want(t, "only from "+source, got, only)
	}
	if err := s.PutIdentity(ctx, "0300588569", p, "sửa tay"); !errors.Is(err, ErrNotFound) {
		t.Errorf("of another employer: %v", err)
	}
}
