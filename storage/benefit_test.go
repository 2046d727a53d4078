package storage

import (
	"path/filepath"
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

func ptr[T any](v T) *T { return &v }

// leave is a period that somebody told by hand.
func leave(person string, kind facts.CheDo, from, until law.Day, halves int64) Benefit {
	return Benefit{Person: person, State: DaDuyet, Source: ByHand, DotHuong: facts.DotHuong{CheDo: kind, TuNgay: from, DenNgay: until, NuaNgay: halves}}
}

// asked signs a dossier that asks for periods.
func asked(t *testing.T, s *Store, all ...Benefit) Submission {
	t.Helper()
	d := draft(t, s, 1)
	must(t, s.MoveDossier(ctx, d.ID, Nhap, DaKiem))
	sub, err := s.Freeze(ctx, d.ID, Submission{Envelope: []byte("<Hoso/>"), SignedAt: thisDay, Benefits: all})
	must(t, err)
	return sub
}

func one(t *testing.T, s *Store, person string) Benefit {
	t.Helper()
	all, err := s.Benefits(ctx, person)
	must(t, err)
	if len(all) != 1 {
		t.Fatalf("%d periods, want 1", len(all))
	}
	return all[0]
}

// A period that is told twice is one period; what was granted stays granted, and a
// dossier that asks again after a refusal asks anew.
func TestPeriodIsKnownByItsDays(t *testing.T) {
	s := start(t)
	must(t, s.PutPeople(ctx, mst, invented(2, 202611), "thử"))
	claim := Benefit{Person: "NLD000001", Form: "01B-HSB", Row: 3, DotHuong: facts.DotHuong{CheDo: facts.OmDau, TuNgay: 20261102, DenNgay: 20261106, NuaNgay: 10}}
	sub := asked(t, s, claim)
	b := one(t, s, "NLD000001")
	want(t, "asked", []any{b.State, b.Source, b.DossierID, b.Form, b.Row, b.Dossier, b.NuaNgay, b.Counts()},
		[]any{DeNghi, FromDossier, sub.DossierID, "01B-HSB", 3, DaKy, int64(10), true})

	must(t, s.SetBenefit(ctx, "NLD000001", b.Seq, DaDuyet, 8))
	claim.DossierID, claim.State, claim.Source = sub.DossierID, DeNghi, FromDossier
	must(t, s.PutBenefits(ctx, mst, []Benefit{claim})) // recorded again
	b = one(t, s, "NLD000001")
	want(t, "granted", []any{b.State, b.Source, b.NuaNgay}, []any{DaDuyet, FromAgency, int64(8)})

	must(t, s.SetBenefit(ctx, "NLD000001", b.Seq, BiTuChoi, 0))
	b = one(t, s, "NLD000001")
	want(t, "refused", []any{b.State, b.Counts(), b.NuaNgay}, []any{BiTuChoi, false, int64(8)})
	again := asked(t, s, claim)
	b = one(t, s, "NLD000001")
	want(t, "asked anew", []any{b.State, b.DossierID, b.NuaNgay, b.Counts()}, []any{DeNghi, again.DossierID, int64(10), true})

	must(t, s.MoveAll(ctx, []Move{{SubmissionID: again.ID, From: DaKy, To: Huy}}))
	b = one(t, s, "NLD000001")
	want(t, "its dossier was cancelled", []any{b.Dossier, b.Counts()}, []any{Huy, false})

	wantErr(t, "a dossier asks for it", s.DropBenefit(ctx, "NLD000001", b.Seq), ErrNotFound)
	must(t, s.PutBenefits(ctx, mst, []Benefit{leave("NLD000002", facts.KhamThai, 20261110, 20261110, 2)}))
	wantErr(t, "somebody else's", s.DropBenefit(ctx, "NLD000001", one(t, s, "NLD000002").Seq), ErrNotFound)
	must(t, s.DropBenefit(ctx, "NLD000002", one(t, s, "NLD000002").Seq))
	wantErr(t, "nobody's", s.PutBenefits(ctx, mst, []Benefit{leave("NLD000009", facts.OmDau, 20261110, 20261110, 2)}), ErrNotFound)
	wantErr(t, "another employer's", s.PutBenefits(ctx, mst2, []Benefit{leave("NLD000001", facts.OmDau, 20261110, 20261110, 2)}), ErrNotFound)
	for name, bad := range map[string]Benefit{
		"days the wrong way round": leave("NLD000001", facts.OmDau, 20261110, 20261109, 2),
		"no days":                  leave("NLD000001", facts.OmDau, 20261110, 20261110, 0),
		"no kind":                  leave("NLD000001", "", 20261110, 20261110, 2),
	} {
		if err := s.PutBenefits(ctx, mst, []Benefit{bad}); err == nil {
			t.Errorf("%s went through", name)
		}
	}
}

// What nobody has said is not known, and what was said can be taken back.
func TestCareer(t *testing.T) {
	s := start(t)
	must(t, s.PutPeople(ctx, mst, invented(1, 202611), "thử"))
	c, err := s.Career(ctx, "NLD000001")
	must(t, err)
	want(t, "nothing said", c.MonthsBefore == nil && c.Heavy == nil, true)
	must(t, s.PutCareer(ctx, "NLD000001", Career{MonthsBefore: ptr(int64(0)), Heavy: ptr(false)}))
	c, err = s.Career(ctx, "NLD000001")
	must(t, err)
	want(t, "said", []any{*c.MonthsBefore, *c.Heavy}, []any{int64(0), false})
	must(t, s.PutCareer(ctx, "NLD000001", Career{Heavy: ptr(true)}))
	c, err = s.Career(ctx, "NLD000001")
	must(t, err)
	want(t, "taken back", c.MonthsBefore == nil && *c.Heavy, true)
	wantErr(t, "nobody", s.PutCareer(ctx, "NLD000009", Career{}), ErrNotFound)
}

// An employer that goes to another file takes its periods along; those of a dossier
// whose number was taken there name its new number.
func TestPeriodsGoWithTheEmployer(t *testing.T) {
	s, b := start(t), start(t)
	must(t, s.PutPeople(ctx, mst, invented(1, 202611), "thử"))
	sub := asked(t, s, Benefit{Person: "NLD000001", Form: "01B-HSB", Row: 1, DotHuong: facts.DotHuong{CheDo: facts.OmDau, TuNgay: 20261102, DenNgay: 20261106, NuaNgay: 10}})
	must(t, s.PutBenefits(ctx, mst, []Benefit{leave("NLD000001", facts.KhamThai, 20260110, 20260110, 2)}))
	must(t, s.PutCareer(ctx, "NLD000001", Career{MonthsBefore: ptr(int64(24))}))
	_, err := b.w.Exec(`UPDATE employers SET mst = ?`, mst2)
	must(t, err)
	must(t, b.PutPeople(ctx, mst2, invented(1, 202611), "thử"))
	_, err = b.NewDossier(ctx, Dossier{MaSoThue: mst2, Procedure: "600", Month: 202611})
	must(t, err)
	m, err := b.TakeEmployer(ctx, s, mst, TakeOptions{})
	must(t, err)
	here := m.Renumbered[sub.DossierID]
	all, err := b.Benefits(ctx, "NLD000002")
	must(t, err)
	if len(all) != 2 || all[1].DossierID != here || here == "" || all[1].Dossier != DaKy || all[0].DossierID != "" {
		t.Errorf("periods %d, dossier %q, want %q", len(all), all[1].DossierID, here)
	}
	c, err := b.Career(ctx, "NLD000002")
	must(t, err)
	want(t, "months before", *c.MonthsBefore, int64(24))
	must(t, b.Close())
	_, err = VerifyBackup(ctx, b.Path(), Options{Key: testKey})
	must(t, err)
}

// An employer that goes back to how a backup has it keeps what dossiers asked for
// that were signed since: they are still on their way.
func TestPeriodsOfSignedDossiersStay(t *testing.T) {
	s := start(t)
	must(t, s.PutPeople(ctx, mst, invented(2, 202611), "thử"))
	file := filepath.Join(t.TempDir(), "b.db")
	must(t, s.Backup(ctx, file))
	sub := asked(t, s, Benefit{Person: "NLD000002", Form: "01B-HSB", Row: 1, DotHuong: facts.DotHuong{CheDo: facts.OmDau, TuNgay: 20261102, DenNgay: 20261106, NuaNgay: 10}})
	must(t, s.PutBenefits(ctx, mst, []Benefit{leave("NLD000001", facts.KhamThai, 20260110, 20260110, 2)}))
	_, err := s.TakeEmployer(ctx, openAt(t, file), mst, TakeOptions{})
	must(t, err)
	b := one(t, s, "NLD000002")
	want(t, "period", []any{b.DossierID, b.Dossier, b.State}, []any{sub.DossierID, DaKy, DeNghi})
	all, err := s.Benefits(ctx, "NLD000001")
	must(t, err)
	want(t, "what was told by hand since", len(all), 0)
}

// A file of version 5 knows no periods; the program brings it up and they can be told.
func TestFileFromBeforeBenefits(t *testing.T) {
	s := openAt(t, oldFile(t, 5))
	must(t, s.PutPeople(ctx, mst, invented(1, 202611), "thử"))
	must(t, s.PutBenefits(ctx, mst, []Benefit{leave("NLD000001", facts.OmDau, 20261102, 20261106, 9)}))
	path := filepath.Join(t.TempDir(), "sao-luu.db")
	must(t, s.Backup(ctx, path))
	info, err := VerifyBackup(ctx, path, Options{Key: testKey})
	must(t, err)
	want(t, "version", info.Version, len(migrations()))
}
