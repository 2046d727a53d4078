package storage

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ankhai/forms/facts"
)

func TestBackupWhileWorkGoesOn(t *testing.T) {
	s := start(t)
	must(t, s.PutPeople(ctx, mst, invented(200, 202611), "thử"))
	stop, stopped := make(chan bool), make(chan error)
	go func() {
		for {
			select {
			case <-stop:
				stopped <- nil
				return
			default:
				if err := s.PutSetting(ctx, "k", 1); err != nil {
					stopped <- err
					return
				}
			}
		}
	}()
	to := filepath.Join(t.TempDir(), "sao lưu.ankhai")
	must(t, s.Backup(ctx, to))
	close(stop)
	must(t, <-stopped)
	info, err := VerifyBackup(ctx, to, Options{Key: testKey})
	must(t, err)
	want(t, "people", info.People, 200)
	want(t, "version", info.Version, len(migrations()))
	wantErr(t, "over another file", s.Backup(ctx, to), ErrExists)
	left, err := os.ReadDir(filepath.Dir(to))
	must(t, err)
	want(t, "files beside it", len(left), 1)
}

// In a plain file SQLite does not notice a changed byte: what is signed is checked
// by its hash. The tamper tests do the same to encrypted ones.
func TestBrokenBackupsAreFound(t *testing.T) {
	s := startPlain(t)
	sub := signed(t, s)
	must(t, s.PutPeople(ctx, mst, invented(300, 202611), "thử"))
	whole := filepath.Join(t.TempDir(), "b")
	must(t, s.Backup(ctx, whole))
	data, err := os.ReadFile(whole)
	must(t, err)
	flip := bytes.Index(data, sub.Envelope) + 3
	if flip < 3 {
		t.Fatal("no envelope in the file")
	}
	for name, bad := range map[string][]byte{
		"cut short":       data[:len(data)/2],
		"signed bit flip": append(append(bytes.Clone(data[:flip]), data[flip]^1), data[flip+1:]...),
	} {
		path := filepath.Join(t.TempDir(), "b")
		must(t, os.WriteFile(path, bad, 0o600))
		_, err := VerifyBackup(ctx, path, Options{Key: testKey})
		wantErr(t, name, err, ErrDamaged)
		_, err = VerifyBackup(ctx, path, Options{})
		wantErr(t, name+" without a key", err, ErrDamaged)
		wantErr(t, "restore "+name, Restore(ctx, path, s.Path()+".x", Options{Key: testKey, Now: time.Now}), ErrDamaged)
	}
}

func TestRestoreMakesTheQueueUncertain(t *testing.T) {
	s := start(t)
	a, b := signed(t, s), signed(t, s)
	walk(t, s, a.ID, DaKy, ChoGui)
	to := filepath.Join(t.TempDir(), "b")
	must(t, s.Backup(ctx, to))
	// After the backup the first is sent, and the file is left with a log beside it.
	walk(t, s, a.ID, ChoGui, DangGui, DaGui)
	must(t, s.PutDonVi(ctx, facts.DonVi{MaSoThue: "0300588569"}))
	must(t, s.Close())
	must(t, os.WriteFile(s.Path()+"-wal", []byte("a log of the old file"), 0o600))

	must(t, Restore(ctx, to, s.Path(), Options{Key: testKey, Now: func() time.Time { return thisDay }}))
	s = openAt(t, s.Path())
	q, err := s.Outbox(ctx)
	must(t, err)
	want(t, "queued", len(q), 1)
	want(t, "outcome unknown", q[0].ID+string(q[0].State)+q[0].Key, a.ID+"dangGui"+a.Key)
	got, err := s.Submission(ctx, b.ID)
	must(t, err)
	want(t, "signed only", got.State, DaKy)
	at, err := s.Restored(ctx)
	must(t, err)
	want(t, "restored", at, thisDay)
	info, err := VerifyBackup(ctx, s.Path()+".truoc-khoi-phuc", Options{Key: testKey})
	must(t, err)
	want(t, "the old file has what came later", info.Employers, 2)
	_, err = s.VerifyJournal(ctx)
	must(t, err)
	left, err := filepath.Glob(s.Path() + "*khoi-phuc*")
	must(t, err)
	want(t, "left beside", len(left), 1)
}

func TestRestoreIntoAnEmptyFolder(t *testing.T) {
	s := start(t)
	to := filepath.Join(t.TempDir(), "b")
	must(t, s.Backup(ctx, to))
	path := filepath.Join(t.TempDir(), "mới", "ankhai.db")
	must(t, Restore(ctx, to, path, Options{Key: testKey, Now: time.Now}))
	s = openAt(t, path)
	_, err := s.DonVi(ctx, mst)
	must(t, err)
}

// The backup knows a draft; since then it was signed and sent. Signing the draft
// again would send the same people twice, and the ledger says so.
func TestRestoreCarriesTheLedgerOver(t *testing.T) {
	s := start(t)
	key := []LedgerKey{{MaSoBHXH: "7900000001", Month: 202611, PhuongAn: "TM"}}
	to := filepath.Join(t.TempDir(), "b")
	must(t, s.Backup(ctx, to))
	sent := signed(t, s)
	walk(t, s, sent.ID, DaKy, ChoGui, DangGui, DaGui)
	must(t, s.Close())
	for range 2 { // a second time changes nothing
		must(t, Restore(ctx, to, s.Path(), Options{Key: testKey, Now: func() time.Time { return thisDay }}))
	}
	s = openAt(t, s.Path())
	hits, err := s.SentBefore(ctx, mst, key)
	must(t, err)
	want(t, "hits", hits, []LedgerHit{{LedgerKey: LedgerKey{"7900000001", "079000000001", 202611, "TM"}, DossierID: sent.DossierID,
		SubmissionID: sent.ID, State: DaGui, SentAt: thisDay, Carried: true}})
	all, err := s.Sent(ctx, mst, 0)
	must(t, err)
	want(t, "ledger", len(all), 2)
	next, err := s.NewDossier(ctx, Dossier{MaSoThue: mst, Procedure: "600", Month: 202611})
	must(t, err)
	want(t, "the number is not given out again", next.ID, "HS000002")
}

func TestRestoreOverADamagedFile(t *testing.T) {
	s := start(t)
	to := filepath.Join(t.TempDir(), "b")
	must(t, s.Backup(ctx, to))
	must(t, s.Close())
	data, err := os.ReadFile(s.Path())
	must(t, err)
	for i := 4096; i < len(data); i++ {
		data[i] = 0x5a
	}
	must(t, os.WriteFile(s.Path(), data, 0o600))
	must(t, Restore(ctx, to, s.Path(), Options{Key: testKey, Now: time.Now}))
	s = openAt(t, s.Path())
	_, err = s.DonVi(ctx, mst)
	must(t, err)
	_, err = os.Stat(s.Path() + ".truoc-khoi-phuc")
	must(t, err)
}

// A file that somebody gave us may carry triggers of its own, or lack ours.
func TestFilesWithOtherTriggersAreRefused(t *testing.T) {
	for name, q := range map[string]string{
		"dropped": `DROP TRIGGER submissions_fixed`,
		"added":   `CREATE TRIGGER evil AFTER INSERT ON settings BEGIN UPDATE employers SET mst = 'x'; END`,
		"weaker":  `DROP TRIGGER events_del; CREATE TRIGGER events_del BEFORE DELETE ON events BEGIN SELECT 1; END`,
		"view":    `CREATE VIEW evil AS SELECT 1`,
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t)
			_, err := s.w.Exec(q)
			must(t, err)
			to := filepath.Join(t.TempDir(), "b")
			must(t, s.Backup(ctx, to))
			must(t, s.Close())
			_, err = VerifyBackup(ctx, to, Options{Key: testKey})
			wantErr(t, "backup", err, ErrDamaged)
			for _, ro := range []bool{false, true} {
				_, err = Open(ctx, s.Path(), Options{Key: testKey, Now: time.Now, ReadOnly: ro})
				wantErr(t, "open", err, ErrDamaged)
			}
		})
	}
}
