package storage

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// released is a data file as version 0.1.0 left it.
func released(t *testing.T) string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "v1.db.gz"))
	must(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	must(t, err)
	data, err := io.ReadAll(z)
	must(t, err)
	path := filepath.Join(t.TempDir(), "ankhai.db")
	must(t, os.WriteFile(path, data, 0o600))
	return path
}

func TestEventsAreAChain(t *testing.T) {
	for name, tamper := range map[string]string{
		"changed":   `DROP TRIGGER events_upd; UPDATE events SET note = 'khác' WHERE seq = 3`,
		"raw":       `DROP TRIGGER events_upd; UPDATE events SET raw = x'00' WHERE seq = 3`,
		"taken out": `DROP TRIGGER events_del; DELETE FROM events WHERE seq = 3`,
		"put in":    `INSERT INTO events (seq, submission, at, tu, den, kind, note) VALUES (90, 1, 0, 'daGui', 'daGui', 'x', '')`,
		"hash gone": `DROP TRIGGER events_upd; UPDATE events SET hash = NULL WHERE seq = 3`,
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t)
			a, b := signed(t, s), signed(t, s)
			walk(t, s, a.ID, DaKy, ChoGui, DangGui)
			walk(t, s, b.ID, DaKy, ChoGui)
			must(t, s.MoveAll(ctx, []Move{{SubmissionID: a.ID, From: DangGui, To: DangGui, Kind: "chua-ro", Note: "hết giờ", Raw: []byte("<html>")}}))
			n, err := s.VerifyEvents(ctx)
			must(t, err)
			want(t, "events", n, 6)
			_, err = s.w.Exec(tamper)
			must(t, err)
			_, err = s.VerifyEvents(ctx)
			wantErr(t, "verify", err, ErrJournal)
			to := filepath.Join(t.TempDir(), "b")
			must(t, s.Backup(ctx, to))
			if _, err = VerifyBackup(ctx, to, Options{Key: testKey}); err == nil {
				t.Error("the backup passes")
			}
		})
	}
}

// Events of 0.1.0 have no hash of their own. The first event after them covers
// them all: a change of one is found from then on.
func TestEventsOfTheFirstReleaseAreCovered(t *testing.T) {
	path := released(t)
	info, err := VerifyBackup(ctx, path, Options{})
	must(t, err)
	if info.Events == 0 {
		t.Fatal("the fixture has no events")
	}
	s := openAt(t, path)
	n, err := s.VerifyEvents(ctx)
	must(t, err)
	want(t, "events after migrating", n, info.Events)
	gone, err := s.InState(ctx, CoKetQua)
	must(t, err)
	want(t, "dossiers with a result", len(gone), 1)
	sub, err := s.SubmissionOf(ctx, gone[0])
	must(t, err)
	must(t, s.AppendEvent(ctx, sub.ID, "thu", "sự kiện mới", nil))
	n, err = s.VerifyEvents(ctx)
	must(t, err)
	want(t, "events with the new one", n, info.Events+1)
	_, err = s.w.Exec(`DROP TRIGGER events_upd; UPDATE events SET note = note || '.' WHERE seq = 1`)
	must(t, err)
	_, err = s.VerifyEvents(ctx)
	wantErr(t, "verify", err, ErrJournal)
}

func TestAMoveThatStaysIsAnEventAlone(t *testing.T) {
	s := start(t)
	id := signed(t, s).ID
	stay := []Move{{SubmissionID: id, From: DangGui, To: DangGui, Kind: "chua-ro", Note: "hết giờ"}}
	wantErr(t, "it is not there", s.MoveAll(ctx, stay), ErrMoved)
	wantErr(t, "neither a move nor an event", s.Move(ctx, id, DaKy, DaKy, "", nil), ErrMoved)
	walk(t, s, id, DaKy, ChoGui, DangGui)
	must(t, s.MoveAll(ctx, stay))
	e, err := s.Events(ctx, id)
	must(t, err)
	want(t, "last event", fmt.Sprintf("%s %s>%s %s", e[3].Kind, e[3].From, e[3].To, e[3].Note), "chua-ro dangGui>dangGui hết giờ")
}

// What is kept of attempts comes back after a restart, with what was said last.
func TestRetriesAreKept(t *testing.T) {
	s := start(t)
	sub := signed(t, s)
	walk(t, s, sub.ID, DaKy, ChoGui)
	q, err := s.Outbox(ctx)
	must(t, err)
	want(t, "nothing kept yet", fmt.Sprint(q[0].Retry, q[0].Since.IsZero()), fmt.Sprint(Retry{}, true))
	r := Retry{Road: "https://cong.example", Failures: 3, Pause: 8 * time.Second}
	must(t, s.MoveAll(ctx, []Move{
		{SubmissionID: sub.ID, From: ChoGui, To: DangGui, Retry: &Retry{Road: r.Road}},
		{SubmissionID: sub.ID, From: DangGui, To: DangGui, Kind: "chua-ro", Note: "hết giờ", Retry: &r},
	}))
	must(t, s.Close())
	s = openAt(t, s.Path())
	q, err = s.Outbox(ctx)
	must(t, err)
	want(t, "kept", fmt.Sprint(q[0].Retry, q[0].Since, q[0].Attempts, q[0].Said, q[0].SaidAt), fmt.Sprint(r, thisDay, 1, "hết giờ", thisDay))
	got, err := s.RetryOf(ctx, sub.ID)
	must(t, err)
	want(t, "retry", got, r)
	bytes, err := s.Travelling(ctx, []string{sub.ID})
	must(t, err)
	want(t, "envelope", string(bytes[sub.ID]), string(sub.Envelope))
	_, err = s.Travelling(ctx, []string{sub.ID, "GN999999"})
	wantErr(t, "no such submission", err, ErrNotFound)
}

// What was signed as a file of its own travels without an envelope, by its name; the
// papers beside it stay.
func TestOneFileTravelsWithoutAnEnvelope(t *testing.T) {
	s := start(t)
	d := draft(t, s, 1).ID
	must(t, s.MoveDossier(ctx, d, Nhap, DaKiem))
	file := []byte("<BHXH>đăng ký</BHXH>")
	sub, err := s.Freeze(ctx, d, Submission{Files: []File{{Name: "04_DK-IVAN.xml", Bytes: file}, {Name: "04_DK-IVAN.pdf", Bytes: []byte("%PDF")}}, SignedAt: thisDay})
	must(t, err)
	walk(t, s, sub.ID, DaKy, ChoGui)
	q, err := s.Outbox(ctx)
	must(t, err)
	want(t, "what travels", fmt.Sprint(q[0].File, q[0].SHA256, q[0].Size), fmt.Sprint("04_DK-IVAN.xml", hash(file), len(file)))
	bytes, err := s.Travelling(ctx, []string{sub.ID})
	must(t, err)
	want(t, "bytes", string(bytes[sub.ID]), string(file))
}

// The road of a submission was a setting in 0.1.0.
func TestRoadsOfTheFirstReleaseMoveOver(t *testing.T) {
	path := oldFile(t, 1)
	db, err := door{key: testKey}.connect(path, 1)
	must(t, err)
	_, err = db.Exec(`INSERT INTO dossiers (id, mst, procedure, month, dot, state, note, created_at, updated_at)
		VALUES ('HS000001', '0100109106', '600', 202611, 1, 'daKy', '', 1, 1);
		INSERT INTO submissions (id, dossier, key, envelope, sha256, files, signer, cert_serial, signed_at, created_at, state)
		VALUES ('GN000001', 1, 'k', x'00', '', 0, '', '', 1, 1, 'daKy');
		INSERT INTO settings VALUES ('duong:GN000001', '"https://cong.example:8443"')`)
	must(t, err)
	must(t, db.Close())
	s := openAt(t, path)
	r, err := s.RetryOf(ctx, "GN000001")
	must(t, err)
	want(t, "road", r, Retry{Road: "https://cong.example:8443"})
}

// What a restored backup replaced knows that a submission had arrived, and is
// told after each further restore.
func TestWhatHadArrivedIsCarriedOver(t *testing.T) {
	s := start(t)
	early := signed(t, s)
	to := filepath.Join(t.TempDir(), "b")
	must(t, s.Backup(ctx, to))
	sub := signed(t, s)
	for _, x := range []Submission{early, sub} {
		walk(t, s, x.ID, DaKy, ChoGui, DangGui, DaGui)
	}
	must(t, s.SetReceipt(ctx, sub.ID, []byte("biên nhận"), "HS-1"))
	must(t, s.Close())
	for range 2 {
		must(t, Restore(ctx, to, s.Path(), Options{Key: testKey, Now: func() time.Time { return thisDay }}))
		s = openAt(t, s.Path())
		for key, w := range map[string]Arrived{sub.Key: {thisDay, "HS-1"}, early.Key: {thisDay, ""}, strings.Repeat("0", 36): {}} {
			got, err := s.ArrivedBefore(ctx, key)
			must(t, err)
			want(t, "known of "+key, got, w)
		}
		must(t, s.Close())
	}
}
