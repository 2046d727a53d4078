package storage

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ankhai/forms/facts"
)

const mst2 = "0300588569"

// shared are the tables that belong to no employer by foreign keys; the merge
// deals with each by name, or leaves it alone on purpose.
var shared = []string{"counters", "erasures", "journal", "ledger_carried", "moves", "sent_carried", "settings"}

// A table that a migration adds must hang on employers, or be dealt with.
func TestEveryTableBelongsOrIsShared(t *testing.T) {
	s := start(t)
	all, err := belongings(ctx, s.r)
	must(t, err)
	var mine []string
	for _, b := range all {
		mine = append(mine, b.name)
	}
	tables, err := shapesOf(ctx, s.r)
	must(t, err)
	for _, b := range tables {
		if slices.Contains(mine, b.name) == slices.Contains(shared, b.name) {
			t.Errorf("table %s: belongs %v, shared %v", b.name, slices.Contains(mine, b.name), slices.Contains(shared, b.name))
		}
		if k, ok := idKinds[b.name]; ok && !slices.Contains(b.columns, k.column) {
			t.Errorf("table %s has no column %s", b.name, k.column)
		}
	}
	for _, b := range all {
		i := slices.Index(b.columns, "id")
		if i >= 0 && b.number != "id" {
			if _, ok := idKinds[b.name]; !ok {
				t.Errorf("table %s has names that may clash", b.name)
			}
		}
	}
}

// rowsOf hashes everything of an employer, numbers and links left out.
func rowsOf(t testing.TB, s *Store, mst string) map[string]string {
	t.Helper()
	all, err := belongings(ctx, s.r)
	must(t, err)
	out := map[string]string{}
	for _, b := range all {
		var columns []string
		for _, c := range b.columns {
			reference := c == b.number || b.name == "events" && c == "hash" // of the file's own chain
			for _, l := range b.links {
				reference = reference || slices.Contains(l.from, c) && l.parent != "employers"
			}
			if !reference {
				columns = append(columns, c)
			}
		}
		h := newRowHash()
		v := table{name: b.name, columns: columns, key: b.key}
		must(t, v.stream(ctx, s.r, func(_, row []any) error { return h.add(row) },
			v.selectFrom()+" WHERE "+whose(all, b.name, "employers", "mst = ?")+v.order(), mst))
		out[b.name] = h.sum()
	}
	return out
}

func TestEmployerGoesToAnEmptyStore(t *testing.T) {
	s := settled(t)
	must(t, s.PutSetting(ctx, "cong-tk:"+mst, "bí mật"))
	b := openAt(t, filepath.Join(t.TempDir(), "b.db"))
	m, err := b.TakeEmployer(ctx, s, mst, TakeOptions{Left: []string{"cong-tk:"}})
	must(t, err)
	wantErr(t, "what stays", b.Setting(ctx, "cong-tk:"+mst, new(string)), ErrNotFound)
	want(t, "in doubt", len(m.Held), 0)
	want(t, "people", m.People, 400)
	want(t, "dossiers", m.Dossiers, 8)
	want(t, "submissions", m.Submissions, 6)
	want(t, "renumbered", len(m.Renumbered), 0)
	want(t, "rows", rowsOf(t, b, mst), rowsOf(t, s, mst))
	all, err := b.DonVis(ctx)
	must(t, err)
	want(t, "employers", len(all), 1)
	var address string
	must(t, b.Setting(ctx, "cong:"+mst, &address))
	want(t, "setting", address, "thuc-hanh")
	here, err := s.Sent(ctx, mst, 0)
	must(t, err)
	there, err := b.Sent(ctx, mst, 0)
	must(t, err)
	want(t, "ledger", len(there), len(here))
	p, ok, err := b.ProofOf(ctx, "k") // carried once, carried again
	must(t, err)
	want(t, "proof", p.SoHoSo+" "+map[bool]string{true: "there"}[ok], "1/2026 there")
	next, err := b.NewDossier(ctx, Dossier{MaSoThue: mst, Procedure: "600", Month: 202611})
	must(t, err)
	want(t, "next number", next.ID, "HS000009")
	must(t, b.Close())
	_, err = VerifyBackup(ctx, b.Path(), Options{Key: testKey})
	must(t, err)
	_, err = s.TakeEmployer(ctx, s, "9", TakeOptions{})
	wantErr(t, "an employer that is not there", err, ErrNotFound)
}

func TestClashingNumbersAreChangedWithTheirLinks(t *testing.T) {
	s, b := start(t), start(t)
	a := signed(t, s)
	child, err := s.NewDossier(ctx, Dossier{MaSoThue: mst, Procedure: "600", Month: 202611, Parent: a.DossierID})
	must(t, err)
	must(t, s.PutPeople(ctx, mst, invented(3, 202611), "thử"))
	must(t, s.PutSetting(ctx, "da-theo:"+a.DossierID, map[string]any{"after": []map[string]string{{"id": "NLD000002"}}}))
	must(t, s.PutSetting(ctx, "duong:"+a.ID, "https://a"))
	// The other store has the same numbers for another employer.
	_, err = b.w.Exec(`UPDATE employers SET mst = ?`, mst2)
	must(t, err)
	must(t, b.PutPeople(ctx, mst2, invented(3, 202611), "thử"))
	other, err := b.NewDossier(ctx, Dossier{MaSoThue: mst2, Procedure: "600", Month: 202611})
	must(t, err)
	before := rowsOf(t, b, mst2)

	m, err := b.TakeEmployer(ctx, s, mst, TakeOptions{})
	must(t, err)
	want(t, "same number", other.ID, a.DossierID)
	want(t, "renumbered", m.Renumbered, map[string]string{a.DossierID: "HS000002", child.ID: "HS000003"})
	d, err := b.Dossier(ctx, "HS000003")
	must(t, err)
	want(t, "reference to the dossier it was copied from", d.Parent, "HS000002")
	var f struct{ After []struct{ ID string } }
	must(t, b.Setting(ctx, "da-theo:HS000002", &f))
	want(t, "person named in a setting", f.After[0].ID, "NLD000005")
	var to string
	must(t, b.Setting(ctx, "duong:"+a.ID, &to))
	want(t, "where it was sent", to, "https://a")
	want(t, "the other employer", rowsOf(t, b, mst2), before)
	roster, err := b.Roster(ctx, mst, 202611)
	must(t, err)
	want(t, "people", roster[0].ID+" "+roster[2].ID, "NLD000004 NLD000006")
	lines, err := b.Journal(ctx, 3)
	must(t, err)
	said, err := json.Marshal(lines)
	must(t, err)
	if !strings.Contains(string(said), "HS000001 HS000002") {
		t.Errorf("journal: %s", said)
	}
	must(t, b.Close())
	_, err = VerifyBackup(ctx, b.Path(), Options{Key: testKey})
	must(t, err)
}

func TestOneEmployerGoesBackAndNothingSignedIsLost(t *testing.T) {
	s := full(t)
	must(t, s.PutPeople(ctx, mst2, invented(5, 202611), "thử"))
	keep := draft(t, s, 4)
	file := filepath.Join(t.TempDir(), "b.db")
	must(t, s.Backup(ctx, file))
	was := rowsOf(t, s, mst)
	// Since then: people changed, the draft was edited, another was signed and sent,
	// a new one was begun, and the other employer worked as well.
	must(t, s.PutPeople(ctx, mst, invented(50, 202612), "thử"))
	must(t, s.EditCells(ctx, keep.ID, "THU-01", []CellEdit{{Row: 1, Tag: "HoTen"}}))
	late := signed(t, s)
	walk(t, s, late.ID, DaKy, ChoGui, DangGui, DaGui)
	begun := draft(t, s, 2)
	_, err := s.NewDossier(ctx, Dossier{MaSoThue: mst2, Procedure: "600", Month: 202611})
	must(t, err)
	other := rowsOf(t, s, mst2)
	must(t, s.PutSetting(ctx, "da-theo:"+late.DossierID, 1))

	from := openAt(t, file)
	for name, b := range map[string]*Store{"chi-ben-kia.pdf": from, "chi-o-day.pdf": s} {
		_, _, err := b.PutReceived(ctx, Received{DossierID: "HS000007", Name: name, How: CameAsFile, Bytes: []byte(name), Doc: []byte(`{}`), Signatures: []byte(`{}`)})
		must(t, err)
	}
	for range 2 { // a second time changes nothing
		m, err := s.TakeEmployer(ctx, from, mst, TakeOptions{Roster: []string{"da-theo:"}})
		must(t, err)
		want(t, "people", m.People, 400)
		want(t, "submissions brought", m.Submissions, 0)
		want(t, "submissions kept", m.Kept, 6)
		want(t, "renumbered", len(m.Renumbered), 0)
		now := rowsOf(t, s, mst)
		for _, name := range []string{"people", "history", "payrolls", "payroll_rows", "mappings", "doc_rows", "attachments", "dismissals", "benefits", "careers"} {
			if name != "doc_rows" && now[name] != was[name] {
				t.Errorf("%s are not as in the backup", name)
			}
		}
		want(t, "the other employer", rowsOf(t, s, mst2), other)
		sub, err := s.Submission(ctx, late.ID)
		must(t, err)
		want(t, "what was sent since", sub.State, DaGui)
		back, err := s.ReceivedOf(ctx, "HS000007")
		must(t, err)
		var names []string
		for _, r := range back {
			names = append(names, r.Name)
		}
		want(t, "what came back, on either side", names, []string{"giay-hen.pdf", "chi-o-day.pdf", "chi-ben-kia.pdf"})
		d, err := s.Dossier(ctx, begun.ID)
		must(t, err)
		want(t, "what was begun since", d.State, Huy)
		doc, err := s.Doc(ctx, keep.ID, "THU-01")
		must(t, err)
		want(t, "rows of the draft", len(doc.Rows), 4)
		want(t, "the draft's cell", hoTen.Get(doc.Rows[1]) != "", true)
		wantErr(t, "the roster follows anew", s.Setting(ctx, "da-theo:"+late.DossierID, new(int)), ErrNotFound)
	}
	must(t, s.Close())
	info, err := VerifyBackup(ctx, s.Path(), Options{Key: testKey})
	must(t, err)
	want(t, "submissions", info.Submissions, 7)
}

// What the other file knows of sending comes along: here the same submission is
// still in the queue.
func TestTakingInBringsProof(t *testing.T) {
	s := start(t)
	sub := signed(t, s)
	file := filepath.Join(t.TempDir(), "b.db")
	must(t, s.Backup(ctx, file))
	walk(t, s, sub.ID, DaKy, ChoGui, DangGui)
	must(t, s.MoveAll(ctx, []Move{{SubmissionID: sub.ID, From: DangGui, To: DaGui, Receipt: []byte("{}"), SoHoSo: "9/2026"}}))
	old := openAt(t, file)
	m, err := old.TakeEmployer(ctx, s, mst, TakeOptions{})
	must(t, err)
	want(t, "kept", m.Kept, 1)
	p, ok, err := old.ProofOf(ctx, sub.Key)
	must(t, err)
	want(t, "proof", ok && p.SoHoSo == "9/2026", true)
	must(t, old.AdoptProof(ctx, sub.ID, p, "thử"))
	got, err := old.Submission(ctx, sub.ID)
	must(t, err)
	want(t, "after adopting", string(got.State)+got.SoHoSo, "daGui9/2026")
	hits, err := old.SentBefore(ctx, mst, []LedgerKey{{MaSoBHXH: "7900000001", Month: 202611, PhuongAn: "TM"}})
	must(t, err)
	want(t, "hits", len(hits), 1)
}

func TestTakingInIsAllOrNothing(t *testing.T) {
	s, b := full(t), start(t)
	before := rowsOf(t, b, mst)
	stop, cancel := context.WithCancel(ctx)
	lost := glob(t, filepath.Join(filepath.Dir(s.Path()), SealedDir, "??", "*"))
	must(t, os.Rename(lost[0], lost[0]+".mat"))
	_, err := b.TakeEmployer(ctx, s, mst, TakeOptions{})
	wantErr(t, "a sealed attachment that is gone", err, ErrDamaged)
	must(t, os.Rename(lost[0]+".mat", lost[0]))
	cancel()
	if _, err := b.TakeEmployer(stop, s, mst, TakeOptions{}); err == nil {
		t.Error("a cancelled one went through")
	}
	want(t, "rows", rowsOf(t, b, mst), before)
	must(t, b.PutDonVi(ctx, facts.DonVi{MaSoThue: mst}))
	must(t, b.Close())
	_, err = VerifyBackup(ctx, b.Path(), Options{Key: testKey})
	must(t, err)
}
