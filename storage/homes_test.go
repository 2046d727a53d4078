package storage

import (
	"errors"
	"testing"
)

// Homes are moved together, and back together; whoever has moved since stays.
func TestMoveHomes(t *testing.T) {
	s := start(t)
	all := invented(4, 202610)
	for i := range all {
		all[i].MaXa, all[i].MaTinh = "00001", "01"
	}
	must(t, s.PutPeople(ctx, mst, all, "bảng lương 10/2026"))
	home := func(i int) string {
		t.Helper()
		p, err := s.Person(ctx, all[i].ID)
		must(t, err)
		return p.MaXa + " " + p.MaTinh
	}
	n, err := s.MoveHomes(ctx, mst, []Home{{all[0].ID, "00097", "01"}, {all[1].ID, "00097", "01"}, {all[2].ID, "00001", "01"}}, "đổi xã")
	must(t, err)
	want(t, "moved", n, 2)
	want(t, "the first", home(0), "00097 01")
	want(t, "who was there already", home(2), "00001 01")
	past, err := s.Corrections(ctx, all[0].ID)
	must(t, err)
	want(t, "what was corrected", len(past) == 1 && past[0].Source == "đổi xã (lần 1)" && past[0].Was.MaXa == "00001", true)
	held, err := s.Held(ctx, all[0].ID)
	must(t, err)
	want(t, "where the pay is from", held[0].Source, "bảng lương 10/2026")

	_, err = s.MoveHomes(ctx, mst, []Home{{all[1].ID, "00008", "01"}}, "chuyển nhà")
	must(t, err)
	n, err = s.MoveHomesBack(ctx, mst, "đổi xã", "hoàn tác đổi xã")
	must(t, err)
	want(t, "moved back", n, 1)
	want(t, "the first again", home(0), "00001 01")
	want(t, "who moved since", home(1), "00008 01")
	if _, err := s.MoveHomesBack(ctx, mst, "đổi xã", "hoàn tác đổi xã"); !errors.Is(err, ErrNothingToUndo) {
		t.Errorf("twice: %v", err)
	}
	if _, err := s.MoveHomes(ctx, mst, []Home{{all[3].ID, "00097", "01"}, {"NLD999999", "00097", "01"}}, "đổi xã"); !errors.Is(err, ErrNotFound) {
		t.Errorf("nobody: %v", err)
	}
	want(t, "all or nothing", home(3), "00001 01")
}
