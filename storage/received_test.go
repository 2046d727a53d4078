package storage

import (
	"encoding/json"
	"path/filepath"
	"testing"
	"time"

	"ankhai/forms/facts"
)

func TestReceivedFilesDoNotChange(t *testing.T) {
	s := start(t)
	d := draft(t, s, 1)
	_, _, err := s.PutReceived(ctx, Received{DossierID: d.ID, Name: "a.pdf", How: CameAsFile, Doc: json.RawMessage(`{}`), Signatures: json.RawMessage(`[]`)})
	wantErr(t, "file of a draft", err, ErrMoved)
	sub := signed(t, s)
	in := Received{DossierID: sub.DossierID, Name: "ket-qua.pdf", How: CameAsFile, Bytes: []byte("%PDF"), Doc: json.RawMessage(`{"soHoSo":"1"}`), Signatures: json.RawMessage(`[]`)}
	kept, again, err := s.PutReceived(ctx, in)
	must(t, err)
	want(t, "again", again, false)
	in.Name = "ten-khac.pdf"
	twice, again, err := s.PutReceived(ctx, in)
	must(t, err)
	want(t, "again", again, true)
	want(t, "the one kept first", twice.Name, kept.Name)
	got, err := s.ReceivedFile(ctx, sub.DossierID, kept.N)
	must(t, err)
	want(t, "bytes", string(got.Bytes), "%PDF")
	want(t, "what was read", string(got.Doc), `{"soHoSo":"1"}`)
	_, err = s.w.Exec(`UPDATE received SET name = 'x'`)
	want(t, "changed", err != nil, true)
	_, err = s.w.Exec(`DELETE FROM received`)
	want(t, "deleted", err != nil, true)
	list, err := s.ReceivedOf(ctx, sub.DossierID)
	must(t, err)
	want(t, "files", len(list), 1)
	_, err = s.ReceivedFile(ctx, d.ID, kept.N)
	wantErr(t, "file of another dossier", err, ErrNotFound)
	in.Bytes = make([]byte, MaxReceived+1)
	_, _, err = s.PutReceived(ctx, in)
	wantErr(t, "too big", err, ErrTooBig)
}

// Files and rules go with their employer into another data file.
func TestReceivedGoesWithTheEmployer(t *testing.T) {
	s, b := start(t), start(t)
	sub := signed(t, s)
	_, _, err := s.PutReceived(ctx, Received{DossierID: sub.DossierID, Name: "a.txt", How: CameInPerson, Bytes: []byte("a"), Doc: json.RawMessage(`{}`), Signatures: json.RawMessage(`[]`)})
	must(t, err)
	_, err = s.AddLocalRule(ctx, mst, LocalRule{Data: json.RawMessage(`{"tag":"X"}`), Dossier: sub.DossierID, On: true})
	must(t, err)
	_, err = b.TakeEmployer(ctx, s, mst, TakeOptions{})
	must(t, err)
	list, err := b.ReceivedOf(ctx, sub.DossierID)
	must(t, err)
	want(t, "files", len(list), 1)
	rules, err := b.LocalRules(ctx, mst)
	must(t, err)
	want(t, "rules", len(rules), 1)
	path := filepath.Join(t.TempDir(), "sao-luu.db")
	must(t, b.Backup(ctx, path))
	list, err = openAt(t, path).ReceivedOf(ctx, sub.DossierID)
	must(t, err)
	want(t, "files in the backup", len(list), 1)
}

func TestLocalRules(t *testing.T) {
	s := start(t)
	r, err := s.AddLocalRule(ctx, mst, LocalRule{Data: json.RawMessage(`{}`), Dossier: "HS000001", On: true})
	must(t, err)
	want(t, "id", r.ID, "QT1")
	must(t, s.SwitchLocalRule(ctx, mst, "qt1", false))
	all, err := s.LocalRules(ctx, mst)
	must(t, err)
	want(t, "rules", len(all), 1)
	want(t, "on", all[0].On, false)
	wantErr(t, "another employer's", s.RemoveLocalRule(ctx, "0000000000", r.ID), ErrNotFound)
	wantErr(t, "no rule", s.SwitchLocalRule(ctx, mst, "abc", true), ErrNotFound)
	must(t, s.RemoveLocalRule(ctx, mst, r.ID))
	all, err = s.LocalRules(ctx, mst)
	must(t, err)
	want(t, "rules", len(all), 0)
	next, err := s.AddLocalRule(ctx, mst, LocalRule{Data: json.RawMessage(`{}`)})
	must(t, err)
	want(t, "a number does not come again", next.ID, "QT2")
}

// The files go with the signed bytes when the term is over, and not before.
func TestReceivedGoesWithTheSignedBytes(t *testing.T) {
	now := thisDay
	s, err := Open(ctx, filepath.Join(t.TempDir(), "ankhai.db"), Options{Now: func() time.Time { return now }, Who: "thu"})
	must(t, err)
	defer s.Close()
	must(t, s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst, Ten: "Công ty thử nghiệm"}))
	sub := signed(t, s)
	walk(t, s, sub.ID, DaKy, ChoGui, DangGui, TraLai)
	_, _, err = s.PutReceived(ctx, Received{DossierID: sub.DossierID, Name: "a.txt", How: CameAsFile, Bytes: []byte("a"), Doc: json.RawMessage(`{}`), Signatures: json.RawMessage(`{}`)})
	must(t, err)
	must(t, s.SetRetention(ctx, mst, Retention{DossierMonths: 12}))
	_, err = s.EraseDossier(ctx, sub.DossierID, "het-han")
	wantErr(t, "before its term", err, ErrTerm)
	now = thisDay.AddDate(1, 0, 1)
	_, err = s.EraseDossier(ctx, sub.DossierID, "het-han")
	must(t, err)
	list, err := s.ReceivedOf(ctx, sub.DossierID)
	must(t, err)
	want(t, "files", len(list), 0)
	_, _, err = s.PutReceived(ctx, Received{DossierID: sub.DossierID, Name: "b.txt", How: CameAsFile, Bytes: []byte("b"), Doc: json.RawMessage(`{}`), Signatures: json.RawMessage(`{}`)})
	wantErr(t, "a file of a tombstone", err, ErrMoved)
}
