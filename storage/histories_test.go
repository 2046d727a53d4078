package storage

import (
	"slices"
	"testing"

	"ankhai/forms/facts"
)

// The histories and periods of everybody are those of each, one after the other, and
// nobody else's.
func TestEverybodysHistoriesAndPeriods(t *testing.T) {
	s := start(t)
	people := invented(3, 202610)
	must(t, s.PutPeople(ctx, mst, people, "bảng lương 10/2026"))
	later := people[1]
	later.TuThang, later.TrangThai = 202611, facts.DaNghi
	must(t, s.PutPeople(ctx, mst, []facts.NguoiLaoDong{later}, "hồ sơ HS000001"))
	must(t, s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst2, Ten: "Đơn vị khác"}))
	others := invented(1, 202610)
	must(t, s.PutPeople(ctx, mst2, others, "thử"))
	must(t, s.PutBenefits(ctx, mst, []Benefit{leave(people[2].ID, facts.OmDau, 20261102, 20261103, 4), leave(people[0].ID, facts.ConOm, 20261102, 20261102, 2)}))
	must(t, s.PutBenefits(ctx, mst2, []Benefit{leave(others[0].ID, facts.OmDau, 20261102, 20261103, 4)}))

	all, err := s.Histories(ctx, mst)
	must(t, err)
	var got []string
	for _, h := range slices.Concat(all...) {
		got = append(got, h.Who.ID+" "+h.Who.TuThang.ISO()+" "+h.Source)
		one, err := s.History(ctx, h.Who.ID)
		must(t, err)
		at := 0
		if h.Who.TuThang == 202611 {
			at = 1
		}
		want(t, "line of "+h.Who.ID, h.Who, one[at])
	}
	want(t, "histories", got, []string{people[0].ID + " 2026-10 bảng lương 10/2026", people[1].ID + " 2026-10 bảng lương 10/2026", people[1].ID + " 2026-11 hồ sơ HS000001", people[2].ID + " 2026-10 bảng lương 10/2026"})

	periods, err := s.BenefitsOf(ctx, mst)
	must(t, err)
	want(t, "periods", []any{len(periods), periods[0].Person, periods[0].CheDo, periods[1].Person}, []any{2, people[0].ID, facts.ConOm, people[2].ID})
}
