package storage

import (
	"path/filepath"
	"testing"
	"time"

	"ankhai/forms/facts"
)

// What waits and what is under way is always listed; what came to its end only as long
// as it is asked for.
func TestOutgoing(t *testing.T) {
	now := thisDay
	s, err := Open(ctx, filepath.Join(t.TempDir(), "ankhai.db"), Options{Now: func() time.Time { return now }, Who: "thu"})
	must(t, err)
	defer s.Close()
	must(t, s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst, Ten: "Công ty thử nghiệm"}))
	ended, waits, open, signedOnly := signed(t, s), signed(t, s), signed(t, s), signed(t, s)
	walk(t, s, ended.ID, DaKy, ChoGui, DangGui, DaGui, TraLai)
	walk(t, s, waits.ID, DaKy, ChoGui)
	walk(t, s, open.ID, DaKy, ChoGui, DangGui, ChoGui, DangGui, DaGui)
	list, err := s.Outgoing(ctx, now.Add(-time.Hour))
	must(t, err)
	want(t, "rows", len(list), 3)
	want(t, "latest first", list[0].DossierID, open.DossierID)
	want(t, "attempts", list[0].Attempts, 2)
	want(t, "state", list[1].State, ChoGui)
	want(t, "employer", list[2].MaSoThue, mst)
	now = now.Add(48 * time.Hour)
	list, err = s.Outgoing(ctx, now.Add(-time.Hour))
	must(t, err)
	want(t, "rows after two days", len(list), 2)
	for _, g := range list {
		want(t, "not signed only", g.DossierID != signedOnly.DossierID, true)
	}
}

func TestUnreadNotices(t *testing.T) {
	s := start(t)
	count := func() int {
		n, err := s.UnreadNotices(ctx, mst)
		must(t, err)
		return n
	}
	want(t, "at first", count(), 0)
	n, _, err := s.PutNotice(ctx, mst, aNotice("TB", ""))
	must(t, err)
	_, _, err = s.PutNotice(ctx, mst, aNotice("C12", "", "a.pdf"))
	must(t, err)
	want(t, "two came", count(), 2)
	must(t, s.MarkNotice(ctx, mst, n.N, true))
	want(t, "one was read", count(), 1)
	other, err := s.UnreadNotices(ctx, mst2)
	must(t, err)
	want(t, "another employer's", other, 0)
}
