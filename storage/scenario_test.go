package storage

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"reflect"
	"strconv"
	"testing"
	"time"

	"ankhai/forms/facts"
	"ankhai/storage/vfs"
)

// count is a number of rounds: usual in the gate, soak with ANKHAI_SOAK=1.
func count(usual, soak int) int {
	if os.Getenv("ANKHAI_SOAK") == "1" {
		return soak
	}
	if testing.Short() {
		return max(1, usual/10)
	}
	return usual
}

// dotted writes a number as Vietnamese readers do: 2.000.
func dotted(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return s
}

// A scenario is a day's work on one store, in steps that each end in one
// transaction.
type doing struct {
	name string
	do   func(*Store) error
}

// scenario enters an employer and people, and takes rounds dossiers from the
// draft to the receipt.
func scenario(people, rounds int) (out []doing) {
	add := func(name string, do func(*Store) error) { out = append(out, doing{name, do}) }
	add("employer", func(s *Store) error {
		return s.PutDonVi(ctx, facts.DonVi{MaSoThue: mst, Ten: "Công ty thử nghiệm"})
	})
	add("people", func(s *Store) error { return s.PutPeople(ctx, mst, invented(people, 202611), "luong.xlsx") })
	for n := range rounds {
		var d Dossier
		var sub Submission
		add("dossier", func(s *Store) (err error) {
			d, err = s.NewDossier(ctx, Dossier{MaSoThue: mst, Procedure: "600", Month: 202611})
			return err
		})
		add("form", func(s *Store) error { return s.PutDoc(ctx, d.ID, filled(4+n)) })
		add("edit", func(s *Store) error {
			return s.EditCells(ctx, d.ID, "THU-01", []CellEdit{{Row: 1, Tag: "HoTen"}, {Row: 2, Tag: "Cot03"}})
		})
		add("undo", func(s *Store) error { _, err := s.Undo(ctx, d.ID, "THU-01"); return err })
		add("rows", func(s *Store) error { return s.DeleteRows(ctx, d.ID, "THU-01", "", 0, 2) })
		add("raise", func(s *Store) error {
			p := invented(people, 202611)[n%people]
			p.TuThang, p.Luong.MucLuong = 202612, 9_000_000+int64(n)
			return s.PutPeople(ctx, mst, []facts.NguoiLaoDong{p}, "luong.xlsx")
		})
		add("checked", func(s *Store) error { return s.MoveDossier(ctx, d.ID, Nhap, DaKiem) })
		add("frozen", func(s *Store) (err error) {
			sub, err = s.Freeze(ctx, d.ID, Submission{Envelope: make([]byte, 3000+5000*(n%3)), SignedAt: thisDay,
				Files: []File{{Name: "D02.xml", Bytes: []byte("<x/>")}}, Ledger: []LedgerKey{{SoCCCD: d.ID, Month: 202611}}})
			return err
		})
		add("queued", func(s *Store) error { return s.Move(ctx, sub.ID, DaKy, ChoGui, "", nil) })
		add("sending", func(s *Store) error { return s.Move(ctx, sub.ID, ChoGui, DangGui, "", nil) })
		add("answer", func(s *Store) error {
			return s.AppendEvent(ctx, sub.ID, "traLoi", "hết giờ chờ", []byte("<html>"))
		})
		add("sent", func(s *Store) error {
			return s.MoveAll(ctx, []Move{{SubmissionID: sub.ID, From: DangGui, To: DaGui, Receipt: []byte("biên nhận"), SoHoSo: fmt.Sprint("HS-", n)}})
		})
		add("journal", func(s *Store) error { return s.Record(ctx, "hoSo.in", d.ID) })
	}
	return out
}

// openWith opens a store for a test as the options say.
func openWith(path string, o Options) (*Store, error) {
	o.Now, o.Who = func() time.Time { return thisDay }, "thu"
	return Open(ctx, path, o)
}

// smallLog makes the write-ahead log fold in often.
func smallLog(s *Store, pages int) error {
	_, err := s.w.Exec(fmt.Sprintf("PRAGMA wal_autocheckpoint = %d", pages))
	return err
}

// contents is the fingerprint of all that a store holds.
func (s *Store) contents() (p map[string]tablePrint, err error) {
	err = s.read(ctx, "read everything", func(tx *sql.Tx) error {
		p, err = fingerprint(ctx, tx)
		return err
	})
	return p, err
}

func same(a, b map[string]tablePrint) bool { return reflect.DeepEqual(a, b) }

// sound checks a store that is open from end to end: pages, indices, foreign
// keys, the journal's chain, signed bytes.
func (s *Store) sound() error {
	var word string
	var broken int
	if err := s.r.QueryRow(`PRAGMA integrity_check(1)`).Scan(&word); err != nil {
		return err
	}
	if err := s.r.QueryRow(`SELECT count(*) FROM pragma_foreign_key_check`).Scan(&broken); err != nil {
		return err
	}
	if word != "ok" || broken > 0 {
		return fmt.Errorf("%w: integrity %q, %d rows point nowhere", ErrDamaged, word, broken)
	}
	if _, err := s.VerifyJournal(ctx); err != nil {
		return err
	}
	return s.verifySigned(context.Background())
}

// lazy is the lowest layer of tests whose disk never fails by itself: it does not
// wait for it.
type lazy struct{}

func (lazy) Open(o vfs.Opening, next func(vfs.Opening) (vfs.File, error)) (vfs.File, error) {
	f, err := next(o)
	if err != nil {
		return nil, err
	}
	return lazyFile{f}, nil
}

func (lazy) Delete(path string, _ bool, next func(string, bool) error) error {
	return next(path, false)
}

type lazyFile struct{ vfs.File }

func (lazyFile) Sync() error { return nil }

// testKey is the data key of the stores of these tests.
var testKey = []byte("0123456789abcdef0123456789abcdef")
