package storage

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"ankhai/forms/facts"
)

// signed makes a frozen dossier.
func signed(t testing.TB, s *Store) Submission {
	t.Helper()
	d := draft(t, s, 1)
	must(t, s.MoveDossier(ctx, d.ID, Nhap, DaKiem))
	sub, err := s.Freeze(ctx, d.ID, Submission{
		Envelope: []byte("<Hoso>" + d.ID + "</Hoso>"), Files: []File{{Name: "D02.xml", Bytes: []byte("<x/>")}, {Name: "rỗng.xml"}},
		Signer: "Công ty thử nghiệm", CertSerial: "0a1b", SignedAt: thisDay,
		Ledger: []LedgerKey{{MaSoBHXH: "7900000001", SoCCCD: "079000000001", Month: 202611, PhuongAn: "TM"}, {SoCCCD: "079000000002", Month: 202611, PhuongAn: "TM"}},
	})
	must(t, err)
	return sub
}

// walk moves a submission along states.
func walk(t testing.TB, s *Store, id string, states ...State) {
	t.Helper()
	for i := 1; i < len(states); i++ {
		must(t, s.Move(ctx, id, states[i-1], states[i], "", nil))
	}
}

func TestFreezeKeepsTheBytes(t *testing.T) {
	s := start(t)
	sub := signed(t, s)
	want(t, "ids", sub.ID+" "+sub.MaSoThue+" "+string(sub.State), "GN000001 "+mst+" daKy")
	want(t, "length of the key", len(sub.Key), 36)
	want(t, "SHA-256", sub.SHA256, hash(sub.Envelope))
	got, err := s.SubmissionOf(ctx, sub.DossierID)
	must(t, err)
	sub.Ledger = nil
	want(t, "submission", got, sub)
	d, err := s.Dossier(ctx, sub.DossierID)
	must(t, err)
	want(t, "dossier", d.State, DaKy)

	id := sub.DossierID
	_, err = s.PutAttachment(ctx, id, Attachment{Name: "a"})
	wantErr(t, "attach", err, ErrFrozen)
	_, err = s.Undo(ctx, id, "THU-01")
	wantErr(t, "undo", err, ErrFrozen)
	wantErr(t, "edit", s.EditCells(ctx, id, "THU-01", []CellEdit{{Tag: "HoTen"}}), ErrFrozen)
	wantErr(t, "put", s.PutDoc(ctx, id, filled(1)), ErrFrozen)
	wantErr(t, "delete form", s.DeleteDoc(ctx, id, "THU-01"), ErrFrozen)
	wantErr(t, "dismiss", s.Dismiss(ctx, id, Dismissal{Code: "x"}), ErrFrozen)
	_, err = s.Freeze(ctx, id, Submission{Envelope: []byte("x")})
	wantErr(t, "freeze twice", err, ErrMoved)
	must(t, s.SetNote(ctx, id, "ghi chú thì vẫn được"))
}

// The user edits while the token is asked for its PIN: what was signed is not
// what is there.
func TestFreezeAfterAnEditIsRefused(t *testing.T) {
	s := start(t)
	id := draft(t, s, 1).ID
	must(t, s.MoveDossier(ctx, id, Nhap, DaKiem))
	must(t, s.EditCells(ctx, id, "THU-01", []CellEdit{{Tag: "HoTen"}}))
	_, err := s.Freeze(ctx, id, Submission{Envelope: []byte("x")})
	wantErr(t, "freeze", err, ErrMoved)
	must(t, s.MoveDossier(ctx, id, Nhap, DaKiem))
	_, err = s.Freeze(ctx, id, Submission{Envelope: []byte("x"), SHA256: hash([]byte("y"))})
	wantErr(t, "other bytes than were signed", err, ErrDamaged)
	if _, err = s.Freeze(ctx, id, Submission{}); err == nil {
		t.Error("nothing was signed, and frozen")
	}
	_, err = s.SubmissionOf(ctx, id)
	wantErr(t, "submission", err, ErrNotFound)
}

// The list in Go and the table that the triggers read are one: every pair of
// states is tried on the file itself.
func TestMovesInGoAndInTheFileAreTheSame(t *testing.T) {
	s := start(t)
	for _, from := range states {
		for _, to := range states {
			legal := false
			for _, n := range from.next {
				legal = legal || n == to.s
			}
			n := 0
			must(t, s.r.QueryRow(`SELECT count(*) FROM moves WHERE tu = ? AND den = ?`, string(from.s), string(to.s)).Scan(&n))
			want(t, fmt.Sprintf("%s to %s", from.s, to.s), n == 1, legal)
		}
		if from.s.Say() == "" || from.s.Say() == string(from.s) {
			t.Errorf("%s has no words", from.s)
		}
	}
	n := 0
	must(t, s.r.QueryRow(`SELECT count(*) FROM moves`).Scan(&n))
	for _, from := range states {
		n -= len(from.next)
	}
	want(t, "moves to states that do not exist", n, 0)
}

func TestWhatTheFileItselfRefuses(t *testing.T) {
	s := start(t)
	sub := signed(t, s)
	walk(t, s, sub.ID, DaKy, ChoGui, DangGui, DaGui)
	must(t, s.SetReceipt(ctx, sub.ID, []byte("biên nhận"), "HS-1"))
	for _, q := range []string{
		`UPDATE envelopes SET bytes = x'00'`, `DELETE FROM envelopes`, `REPLACE INTO envelopes VALUES (1, x'00')`,
		`INSERT INTO envelopes VALUES (99, x'00')`, `UPDATE submissions SET sha256 = 'x'`, `UPDATE submissions SET key = 'x'`,
		`UPDATE submissions SET signer = 'x'`, `UPDATE submissions SET cert_serial = 'x'`, `UPDATE submissions SET signed_at = 0`,
		`UPDATE submissions SET id = 'x'`, `UPDATE submissions SET files = 9`, `UPDATE submissions SET created_at = 0`,
		`UPDATE submissions SET state = 'choGui'`, `UPDATE submissions SET state = 'nhap'`, `UPDATE submissions SET state = 'bia'`,
		`UPDATE submissions SET receipt = NULL`, `UPDATE submissions SET receipt = x'00'`, `UPDATE submissions SET so_ho_so = 'x'`,
		`DELETE FROM submissions`,
		`REPLACE INTO submissions (id, dossier, key, sha256, files, signer, cert_serial, signed_at, created_at, state)
			SELECT id, dossier, key, 'x', files, signer, cert_serial, signed_at, created_at, 'daKy' FROM submissions`,
		`UPDATE submission_files SET bytes = x'00'`, `DELETE FROM submission_files`,
		`INSERT INTO submission_files VALUES (1, 2, 'thêm', '', x'00')`, `REPLACE INTO submission_files VALUES (1, 0, 'thay', '', x'00')`,
		`UPDATE events SET note = 'x'`, `DELETE FROM events`,
		`UPDATE journal SET what = 'x'`, `DELETE FROM journal`,
		`UPDATE ledger SET sent_at = NULL`, `UPDATE ledger SET phuong_an = 'x'`, `REPLACE INTO ledger SELECT * FROM ledger`, `DELETE FROM ledger`,
		`DELETE FROM moves`, `INSERT INTO moves VALUES ('daGui', 'nhap')`, `UPDATE moves SET den = 'nhap'`,
		`DELETE FROM dossiers`, `UPDATE dossiers SET mst = 'x'`, `UPDATE dossiers SET state = 'nhap'`, `UPDATE dossiers SET dot = 7`,
		`UPDATE docs SET updated_at = 0`, `DELETE FROM docs`, `INSERT INTO docs VALUES (99, 1, 'X', 0, 0)`,
		`INSERT INTO attachments VALUES (99, 1, 'x', '', '', 0, 0, '00112233445566778899aabbccddeeff')`,
	} {
		if _, err := s.w.Exec(q); err == nil {
			t.Errorf("went through: %s", q)
		}
	}
	got, err := s.Submission(ctx, sub.ID)
	must(t, err)
	want(t, "envelope", string(got.Envelope), string(sub.Envelope))
}

func TestMovesAndEvents(t *testing.T) {
	s := start(t)
	id := signed(t, s).ID
	wantErr(t, "not queued yet", s.Move(ctx, id, ChoGui, DangGui, "", nil), ErrMoved)
	wantErr(t, "no such move", s.Move(ctx, id, DaKy, DaGui, "", nil), ErrMoved)
	wantErr(t, "no such submission", s.Move(ctx, "GN999999", DaKy, ChoGui, "", nil), ErrNotFound)
	wantErr(t, "receipt before sending", s.SetReceipt(ctx, id, []byte("x"), ""), ErrMoved)
	walk(t, s, id, DaKy, ChoGui, DangGui)
	must(t, s.AppendEvent(ctx, id, "lanGui", "lần 1: hết giờ chờ", []byte("<html>")))
	wantErr(t, "answer too big", s.AppendEvent(ctx, id, "x", "", make([]byte, MaxAnswer+1)), ErrTooBig)
	must(t, s.MoveAll(ctx, []Move{{SubmissionID: id, From: DangGui, To: DaGui, Raw: []byte("ok"), Receipt: []byte("biên nhận")}}))
	must(t, s.SetReceipt(ctx, id, []byte("biên nhận"), "")) // the same again
	must(t, s.SetReceipt(ctx, id, nil, "12345/2026/00001")) // the number comes later
	wantErr(t, "other receipt", s.SetReceipt(ctx, id, []byte("khác"), ""), ErrReceipt)
	wantErr(t, "other number", s.SetReceipt(ctx, id, nil, "9"), ErrReceipt)
	got, err := s.Submission(ctx, id)
	must(t, err)
	want(t, "receipt", string(got.Receipt)+" "+got.SoHoSo, "biên nhận 12345/2026/00001")
	events, err := s.Events(ctx, id)
	must(t, err)
	var lines []string
	for _, e := range events {
		lines = append(lines, fmt.Sprintf("%s %s>%s %s %s", e.Kind, e.From, e.To, e.Note, e.Raw))
	}
	want(t, "events", strings.Join(lines, "\n"), `chuyen daKiem>daKy  
chuyen daKy>choGui  
chuyen choGui>dangGui  
lanGui dangGui>dangGui lần 1: hết giờ chờ <html>
chuyen dangGui>daGui  ok
bienNhan daGui>daGui  biên nhận
bienNhan daGui>daGui 12345/2026/00001 biên nhận`)
	d, err := s.Dossier(ctx, got.DossierID)
	must(t, err)
	want(t, "the dossier moves along", d.State, DaGui)
}

func TestMoveAllIsAllOrNothing(t *testing.T) {
	s := start(t)
	a, b := signed(t, s).ID, signed(t, s).ID
	err := s.MoveAll(ctx, []Move{{SubmissionID: a, From: DaKy, To: ChoGui}, {SubmissionID: b, From: ChoGui, To: DangGui}})
	wantErr(t, "second move", err, ErrMoved)
	q, err := s.Outbox(ctx)
	must(t, err)
	want(t, "outbox", len(q), 0)
	must(t, s.MoveAll(ctx, []Move{{SubmissionID: b, From: DaKy, To: ChoGui}, {SubmissionID: a, From: DaKy, To: ChoGui}, {SubmissionID: a, From: ChoGui, To: DangGui}}))
	q, err = s.Outbox(ctx)
	must(t, err)
	want(t, "order of signing", q[0].ID+string(q[0].State)+q[1].ID+string(q[1].State), a+"dangGui"+b+"choGui")
	want(t, "attempts", []int{q[0].Attempts, q[1].Attempts}, []int{1, 0})
}

func TestTwoStoresCannotMakeTheSameMove(t *testing.T) {
	s := start(t)
	other := openAt(t, s.Path())
	var ids []string
	for range 20 {
		id := signed(t, s).ID
		walk(t, s, id, DaKy, ChoGui)
		ids = append(ids, id)
	}
	won := make(chan int)
	for _, st := range []*Store{s, other} {
		go func() {
			n := 0
			for _, id := range ids {
				switch err := st.Move(ctx, id, ChoGui, DangGui, "", nil); {
				case err == nil:
					n++
				case !errors.Is(err, ErrMoved):
					t.Error(err)
				}
			}
			won <- n
		}()
	}
	want(t, "moves won", <-won+<-won, len(ids))
	for _, id := range ids {
		e, err := s.Events(ctx, id)
		must(t, err)
		want(t, "events of "+id, len(e), 3)
	}
	_, err := other.VerifyJournal(ctx)
	must(t, err)
}

func TestLedgerShowsWhatWasSentBefore(t *testing.T) {
	s := start(t)
	first := signed(t, s)
	keys := []LedgerKey{
		{SoCCCD: "079000000009", Month: 202611, PhuongAn: "TM"},                         // somebody else
		{MaSoBHXH: "7900000001", SoCCCD: "079000000001", Month: 202611, PhuongAn: "TM"}, // by both: one hit
		{SoCCCD: "079000000002", MaSoBHXH: "7900000002", Month: 202611, PhuongAn: "TM"}, // by CCCD
		{MaSoBHXH: "7900000001", Month: 202612, PhuongAn: "TM"},                         // another month
		{MaSoBHXH: "7900000001", Month: 202611, PhuongAn: "GH"},                         // another phương án
		{Month: 202611, PhuongAn: "TM"},                                                 // nobody
	}
	hits, err := s.SentBefore(ctx, mst, keys)
	must(t, err)
	want(t, "hits", len(hits), 2)
	want(t, "keys", []int{hits[0].Key, hits[1].Key}, []int{1, 2})
	want(t, "signed, not sent", hits[0].DossierID+string(hits[0].State)+fmt.Sprint(hits[0].SentAt.IsZero()), first.DossierID+"daKytrue")
	walk(t, s, first.ID, DaKy, ChoGui, DangGui, DaGui)
	hits, err = s.SentBefore(ctx, mst, keys)
	must(t, err)
	want(t, "sent at", hits[0].SentAt, thisDay)
	none, err := s.SentBefore(ctx, "0300588569", keys)
	must(t, err)
	want(t, "another employer", len(none), 0)
	walk(t, s, first.ID, DaGui, TraLai)
	hits, err = s.SentBefore(ctx, mst, keys)
	must(t, err)
	want(t, "returned", len(hits), 0)
	all, err := s.Sent(ctx, mst, 202611)
	must(t, err)
	want(t, "the ledger keeps it", len(all), 2)
}

// What is asked about people is found whatever its month, by how it begins.
func TestLedgerAboutPeople(t *testing.T) {
	s := start(t)
	d, err := s.NewDossier(ctx, Dossier{MaSoThue: mst, Procedure: "630", Month: 202611})
	must(t, err)
	must(t, s.MoveDossier(ctx, d.ID, Nhap, DaKiem))
	a, b := LedgerKey{MaSoBHXH: "7900000001", Month: 202610, PhuongAn: "01B-HSB:omDau:2026-10-02/2026-10-06"}, LedgerKey{SoCCCD: "079000000002", Month: 202611, PhuongAn: "TM"}
	sub, err := s.Freeze(ctx, d.ID, Submission{Key: "k1", Envelope: []byte("<Hoso/>"), SignedAt: thisDay, Ledger: []LedgerKey{a, b}})
	must(t, err)
	who := []LedgerKey{{SoCCCD: "079000000002"}, {MaSoBHXH: "7900000001", SoCCCD: "079000000001"}, {}, {MaSoBHXH: "7900000003"}}
	for kind, keys := range map[string][]int{"01B-HSB:": {1}, "": {0, 1}, "TM": {0}, "D05-TS:": nil, "01B-HSB:omDau:2026-11": nil} {
		hits, err := s.SentAbout(ctx, mst, who, kind)
		must(t, err)
		var got []int
		for _, h := range hits {
			got = append(got, h.Key)
		}
		want(t, "about «"+kind+"»", got, keys)
	}
	must(t, s.Move(ctx, sub.ID, DaKy, Huy, "", nil))
	hits, err := s.SentAbout(ctx, mst, who, "")
	must(t, err)
	want(t, "cancelled", len(hits), 0)
}

func TestJournalIsAChain(t *testing.T) {
	s := start(t)
	must(t, s.Record(ctx, "hoSo.in", "HS000001"))
	n, err := s.VerifyJournal(ctx)
	must(t, err)
	j, err := s.Journal(ctx, 1)
	must(t, err)
	want(t, "last line", fmt.Sprintf("%d %s %s %s", j[0].Seq, j[0].Who, j[0].What, j[0].Ref), fmt.Sprintf("%d thu hoSo.in HS000001", n))
	// Somebody edits the file with another program, without the triggers.
	_, err = s.w.Exec(`DROP TRIGGER journal_upd; UPDATE journal SET ref = 'HS000002' WHERE seq = 2`)
	must(t, err)
	_, err = s.VerifyJournal(ctx)
	wantErr(t, "verify", err, ErrJournal)
	if !strings.Contains(err.Error(), "line 2") {
		t.Errorf("got %v", err)
	}
}

// The journal is read by people who may not see wages: it has ids only.
func TestJournalHasNoPersonalData(t *testing.T) {
	s := start(t)
	p := invented(2, 202611)
	must(t, s.PutPeople(ctx, mst, p, "luong.xlsx"))
	must(t, s.PutPayroll(ctx, mst, 202611, Payroll{TenTep: "Lương Nguyễn Thị Thử.xlsx", Rows: []facts.DongLuong{{HoTen: p[0].HoTen, SoCCCD: p[0].SoCCCD}}}))
	sub := signed(t, s)
	walk(t, s, sub.ID, DaKy, ChoGui)
	j, err := s.Journal(ctx, 0)
	must(t, err)
	for _, e := range j {
		line := e.What + " " + e.Ref
		for _, secret := range []string{"Nguyễn", "Thử", p[0].SoCCCD, p[0].MaSoBHXH, "5310000", "079000000001", "Công ty"} {
			if strings.Contains(line, secret) {
				t.Errorf("%q has %q", line, secret)
			}
		}
	}
}

func TestKeysAreUniqueAndOrdered(t *testing.T) {
	a, b := NewKey(thisDay), NewKey(thisDay.Add(time.Second))
	if a >= b || a[14] != '7' || !strings.ContainsRune("89ab", rune(a[19])) {
		t.Errorf("keys %s, %s", a, b)
	}
}
