package storage

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"
)

var saving = Options{Key: testKey, Now: func() time.Time { return thisDay }, Who: "thu"}

// spoilPages overwrites pages of a closed file.
func spoilPages(t testing.TB, path string, pages ...int) {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	for _, p := range pages {
		for i := p * 4096; i < p*4096+4096; i++ {
			data[i] = 0x5a
		}
	}
	must(t, os.WriteFile(path, data, 0o600))
}

func TestSalvageOfAWholeFileLosesNothing(t *testing.T) {
	s := full(t)
	before, err := os.ReadFile(s.Path())
	must(t, err)
	to := filepath.Join(t.TempDir(), "cuu.db")
	r, err := Salvage(ctx, s.Path(), to, saving)
	must(t, err)
	want(t, "lost", r.Lost(), false)
	want(t, "chain broken", r.Chain, false)
	after, err := os.ReadFile(s.Path())
	must(t, err)
	want(t, "the old file is only read", bytes.Equal(before, after), true)
	info, err := VerifyBackup(ctx, to, Options{Key: testKey})
	must(t, err)
	want(t, "people", info.People, 400)
	_, err = Salvage(ctx, s.Path(), to, saving)
	wantErr(t, "over another file", err, ErrExists)
}

func TestSalvageStepsOverBrokenPages(t *testing.T) {
	s := full(t)
	for range 100 {
		must(t, s.Record(ctx, "hoSo.in", "HS000001"))
	}
	must(t, s.Close())
	spoilPages(t, s.Path(), pageOf(t, s.Path(), "people", 2), pageOf(t, s.Path(), "history", 3), pageOf(t, s.Path(), "journal", 1))
	to := filepath.Join(t.TempDir(), "cuu.db")
	r, err := Salvage(ctx, s.Path(), to, saving)
	must(t, err)
	info, err := VerifyBackup(ctx, to, Options{Key: testKey})
	must(t, err)
	lost := map[string][]Gap{}
	for _, c := range r.Tables {
		if len(c.Lost) > 0 {
			lost[c.Table] = c.Lost
		}
	}
	want(t, "tables with a gap", len(lost), 3)
	want(t, "gaps of people", len(lost["people"]), 1)
	if info.People < 300 || info.People >= 400 {
		t.Errorf("people saved: %d of 400, want all but one page", info.People)
	}
	want(t, "chain begun anew", r.Chain, true)
	want(t, "submissions", info.Submissions, 6)
	c := openAt(t, to)
	hits, err := c.SentBefore(ctx, mst, []LedgerKey{{MaSoBHXH: "7900000001", Month: 202611, PhuongAn: "TM"}})
	must(t, err)
	want(t, "ledger", len(hits), 6)
	t.Logf("lost: %v, orphans %v, %d of 400 people saved", lost, r.Orphans, info.People)
}

func TestSalvageKeepsTheLedgerOfLostSubmissions(t *testing.T) {
	s := full(t)
	must(t, s.Close())
	page := pageOf(t, s.Path(), "submissions", 0)
	spoilPages(t, s.Path(), page)
	to := filepath.Join(t.TempDir(), "cuu.db")
	r, err := Salvage(ctx, s.Path(), to, saving)
	must(t, err)
	want(t, "carried", r.Carried > 0, true)
	_, err = VerifyBackup(ctx, to, Options{Key: testKey})
	must(t, err)
	c := openAt(t, to)
	hits, err := c.SentBefore(ctx, mst, []LedgerKey{{MaSoBHXH: "7900000001", Month: 202611, PhuongAn: "TM"}})
	must(t, err)
	want(t, "every line of the ledger", len(hits), 6)
}

// Wherever a page is broken, what is saved opens, or the file says that nothing
// can be read; never a panic, never a file that is not whole.
func TestSalvageWhateverPageIsBroken(t *testing.T) {
	s := full(t)
	must(t, s.Close())
	whole, err := os.ReadFile(s.Path())
	must(t, err)
	n := len(whole) / 4096
	tries, hopeless := 25, 0
	if testing.Short() {
		tries = 6
	}
	for range tries {
		path := filepath.Join(t.TempDir(), "hong.db")
		must(t, os.WriteFile(path, whole, 0o600))
		page := rand.IntN(n)
		spoilPages(t, path, page, rand.IntN(n))
		to := filepath.Join(t.TempDir(), "cuu.db")
		if _, err := Salvage(ctx, path, to, saving); err != nil {
			if Say(err) == "" {
				t.Errorf("page %d: %v has no words", page, err)
			}
			hopeless++
			continue
		}
		if _, err := VerifyBackup(ctx, to, Options{Key: testKey}); err != nil {
			t.Errorf("page %d: the salvaged file is not whole: %v", page, err)
		}
	}
	t.Logf("%d files with two broken pages of %d: %d saved, %d could not be read at all", tries, n, tries-hopeless, hopeless)
}
