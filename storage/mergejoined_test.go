package storage

import (
	"path/filepath"
	"slices"
	"testing"

	"ankhai/forms/facts"
)

// What waited there may have been sent since: it waits for a person here, whichever way
// it came. A file that is made to be taken in holds it as it stood.
func TestTakingInDoesNotSendTwice(t *testing.T) {
	s := full(t)
	going := signed(t, s)
	walk(t, s, going.ID, DaKy, ChoGui, DangGui)
	must(t, s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst2, Ten: "Hai"}))
	other, err := s.NewDossier(ctx, Dossier{MaSoThue: mst2, Procedure: "600", Month: 202611})
	must(t, err)
	file := filepath.Join(t.TempDir(), "a.bhxh")
	made, err := s.WriteEmployer(ctx, file, mst, Options{Key: testKey, Now: s.opt.Now}, Pack{}, TakeOptions{})
	must(t, err)
	want(t, "in doubt in the file", len(made.Held), 0)
	bundle, err := OpenBundle(ctx, file, t.TempDir())
	must(t, err)
	defer bundle.Close()
	from, err := bundle.Store(ctx, t.TempDir(), Options{Key: testKey, Now: s.opt.Now})
	must(t, err)
	defer from.Close()
	states := func(b *Store) (out []string) {
		all, err := b.Outbox(ctx)
		must(t, err)
		for _, q := range all {
			out = append(out, q.ID+" "+string(q.State))
		}
		return out
	}
	want(t, "waiting in the file", states(from), states(s))
	for name, src := range map[string]*Store{"a file of one employer": from, "a whole backup": s} {
		b := empty(t)
		m, err := b.TakeEmployer(ctx, src, mst, TakeOptions{})
		must(t, err)
		want(t, name+": held", m.Held, []string{"HS000007", going.DossierID})
		want(t, name+": what the outbox has", states(b), []string{"GN000006 nghiVan", going.ID + " nghiVan"})
		events, err := b.Events(ctx, "GN000006")
		must(t, err)
		want(t, name+": last event", events[len(events)-1].Note, takenSay)
		x, err := b.Submission(ctx, "GN000002")
		must(t, err)
		want(t, name+": signed only", x.State, DaKy)
		at, err := b.Restored(ctx)
		must(t, err)
		want(t, name+": the outbox asks before it sends", at.IsZero(), false)
	}
	b := empty(t)
	m, err := b.TakeEmployer(ctx, s, mst2, TakeOptions{})
	must(t, err)
	want(t, "of the other employer", []any{other.MaSoThue, m.Dossiers, len(m.Held)}, []any{mst2, 1, 0})
}

// A warning of the employer's own rule that was dismissed is that of the same rule
// wherever it goes; one of a rule that is gone is of none.
func TestDismissedRulesAreTheSameElsewhere(t *testing.T) {
	s := start(t)
	var last LocalRule
	for i := range 4 {
		r, err := s.AddLocalRule(ctx, mst, LocalRule{Data: []byte(`{}`), On: i != 1})
		must(t, err)
		last = r
	}
	d := draft(t, s, 2)
	for _, code := range []string{"RIENG-QT1", "RIENG-QT2", "RIENG-" + last.ID, "D02-LT-04"} {
		must(t, s.Dismiss(ctx, d.ID, Dismissal{Code: code, Row: 1, Reason: "đúng"}))
	}
	must(t, s.RemoveLocalRule(ctx, mst, "QT1"))
	must(t, s.RemoveLocalRule(ctx, mst, "QT2"))
	dir := opened(t, s)
	for _, c := range []struct {
		others int
		open   bool
		want   []string
	}{
		{0, true, []string{"D02-LT-04", "RIENG-QT01", "RIENG-QT02", "RIENG-QT2"}},
		{0, false, []string{"D02-LT-04", "RIENG-QT01", "RIENG-QT02", "RIENG-QT2"}},
		{5, true, []string{"D02-LT-04", "RIENG-QT01", "RIENG-QT02", "RIENG-QT7"}},
		{5, false, []string{"D02-LT-04", "RIENG-QT01", "RIENG-QT02", "RIENG-QT7"}},
	} {
		b := empty(t)
		must(t, b.PutDonVi(ctx, facts.DonVi{MaSoThue: mst2, Ten: "Hai"}))
		for range c.others {
			_, err := b.AddLocalRule(ctx, mst2, LocalRule{Data: []byte(`{}`)})
			must(t, err)
		}
		var err error
		if c.open {
			_, err = take(t, b, dir, OpenTake{})
		} else {
			_, err = b.TakeEmployer(ctx, s, mst, TakeOptions{})
		}
		must(t, err)
		all, err := b.Dismissals(ctx, d.ID)
		must(t, err)
		var got []string
		for _, x := range all {
			got = append(got, x.Code)
		}
		slices.Sort(got)
		want(t, "codes", got, c.want)
		rules, err := b.LocalRules(ctx, mst)
		must(t, err)
		want(t, "the rule", "RIENG-"+rules[1].ID, c.want[3])
		sameFiles(t, openFiles(t, opened(t, b)), openFiles(t, dir))
	}
}

// Records that were joined get numbers that nobody else has here, and are parted again.
func TestJoinedPeopleAreTakenInBesideOthers(t *testing.T) {
	s := settled(t)
	dir := opened(t, s)
	for _, open := range []bool{true, false} {
		b := start(t)
		_, err := b.w.Exec(`UPDATE employers SET mst = ?, data = json_set(data, '$.maSoThue', ?)`, mst2, mst2)
		must(t, err)
		must(t, b.PutPeople(ctx, mst2, invented(450, 202611), "thử"))
		if open {
			_, err = take(t, b, dir, OpenTake{})
		} else {
			_, err = b.TakeEmployer(ctx, s, mst, TakeOptions{})
		}
		must(t, err)
		all, err := b.JoinedPeople(ctx, mst)
		must(t, err)
		want(t, "joins", len(all), 1)
		want(t, "who stays and who went", all[0].Keep+" "+all[0].Gone, "NLD000452 NLD000851")
		apart, err := b.Apart(ctx, mst)
		must(t, err)
		want(t, "kept apart", apart, [][2]string{{"NLD000453", "NLD000454"}})
		rules, err := b.LocalRules(ctx, mst)
		must(t, err)
		d, err := b.Dossier(ctx, rules[0].Dossier)
		must(t, err)
		want(t, "whose rejection a rule comes from", d.MaSoThue, mst)
		files, err := b.ReceivedOf(ctx, rules[0].Dossier)
		must(t, err)
		got, err := b.ReceivedFile(ctx, rules[0].Dossier, files[0].N)
		must(t, err)
		want(t, "what came back", string(got.Bytes), "%PDF-")
		decided, err := b.Decisions(ctx, mst)
		must(t, err)
		want(t, "decided about", decided[0].Person, "NLD000453")
		j, err := b.PartPeople(ctx, mst, all[0].ID)
		must(t, err)
		want(t, "who came back", j.Gone, "NLD000851")
		p, err := b.Person(ctx, j.Gone)
		must(t, err)
		want(t, "what they are called", p.HoTen, "Tên Đã Sửa")
		left := ""
		must(t, b.r.QueryRowContext(ctx, `SELECT coalesce(max(nguon), '') FROM people_past WHERE nguon LIKE 'gộp %'`).Scan(&left))
		want(t, "what the join wrote is gone", left, "")
	}
}
