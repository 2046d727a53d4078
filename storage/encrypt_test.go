package storage

import (
	"bytes"
	"compress/gzip"
	"database/sql"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// fixture unpacks a data file of a released version, plain as it was.
func fixture(t testing.TB, name string) string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
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

// prints reads the fingerprint of a file through a door.
func prints(t testing.TB, d door, path string) map[string]tablePrint {
	t.Helper()
	db, err := d.connect(path, 1)
	must(t, err)
	defer db.Close()
	tx, err := db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	must(t, err)
	defer tx.Rollback()
	p, err := fingerprint(ctx, tx)
	must(t, err)
	return p
}

// secrets are words of a file that must not be found in an encrypted one.
func secrets(t testing.TB, path string) (out [][]byte) {
	t.Helper()
	db, err := door{}.connect(path, 1, "mode=ro")
	must(t, err)
	defer db.Close()
	found, err := db.Query(`SELECT ho_ten FROM people UNION SELECT so_cccd FROM people WHERE so_cccd <> '' LIMIT 60`)
	must(t, err)
	defer found.Close()
	for found.Next() {
		var word string
		must(t, found.Scan(&word))
		out = append(out, []byte(word))
	}
	if len(out) < 10 {
		t.Fatalf("only %d words to look for", len(out))
	}
	return out
}

// clean fails if a file of the folder holds one of the words.
func clean(t testing.TB, dir string, words [][]byte) {
	t.Helper()
	files, err := os.ReadDir(dir)
	must(t, err)
	for _, f := range files {
		data, err := os.ReadFile(filepath.Join(dir, f.Name()))
		must(t, err)
		for _, w := range words {
			if bytes.Contains(data, w) {
				t.Errorf("%s holds a plain word", f.Name())
				break
			}
		}
	}
}

func TestFileOf010BecomesEncrypted(t *testing.T) {
	path := fixture(t, "v1.db.gz")
	words := secrets(t, path)
	must(t, os.WriteFile(path+".v1", []byte("SQLite format 3\x00"+string(bytes.Join(words, nil))), 0o600)) // a copy from before a migration
	before := prints(t, door{}, path)
	s := openAt(t, path)
	after, err := s.contents()
	must(t, err)
	for table, p := range before {
		if len(migrations()) == 1 {
			want(t, "rows of "+table, after[table], p)
		} else if after[table].rows < p.rows && table != "sqlite_sequence" {
			t.Errorf("table %s has %d rows, had %d", table, after[table].rows, p.rows)
		}
	}
	must(t, s.sound())
	must(t, s.Close())
	clean(t, filepath.Dir(path), words)
	left, err := filepath.Glob(path + "*")
	must(t, err)
	for _, f := range left {
		if strings.HasSuffix(f, plainSuffix) || strings.Contains(f, freshSuffix) {
			t.Errorf("left: %s", filepath.Base(f))
		}
	}
	must(t, openAt(t, path).Close())
}

// The program is killed at each point of the way; the next start goes on.
func TestKilledWhileEncrypting(t *testing.T) {
	for _, point := range []string{"written", "copied", "aside", "swapped", "overwritten"} {
		t.Run(point, func(t *testing.T) {
			path := fixture(t, "v1.db.gz")
			words, before := secrets(t, path), prints(t, door{}, path)
			c, out := child(t, "encrypt-"+point, path)
			var said []string
			for out.Scan() {
				said = append(said, out.Text())
			}
			c.Wait() // killed by itself
			want(t, "it was killed", strings.Join(said, " "), "begins at "+point)
			s := openAt(t, path)
			must(t, s.sound())
			after, err := s.contents()
			must(t, err)
			for table, p := range before {
				if p.rows > 0 && after[table].rows < p.rows && table != "sqlite_sequence" {
					t.Errorf("table %s has %d rows, had %d", table, after[table].rows, p.rows)
				}
			}
			must(t, s.Close())
			clean(t, filepath.Dir(path), words)
		})
	}
}

// Killed at any moment, it leaves the plain file or the encrypted one.
func TestKilledAnywhereWhileEncrypting(t *testing.T) {
	kills, finished := count(8, 200), 0
	before := 0
	for range kills {
		path := fixture(t, "v1.db.gz")
		before = prints(t, door{}, path)["people"].rows
		c, out := child(t, "encrypt-none", path)
		out.Scan() // it has begun
		time.Sleep(time.Duration(rand.IntN(250)) * time.Millisecond)
		c.Process.Kill()
		for out.Scan() {
			finished++
		}
		c.Wait() // killed, as was asked
		s := openAt(t, path)
		must(t, s.sound())
		n := 0
		must(t, s.r.QueryRow(`SELECT count(*) FROM people`).Scan(&n))
		want(t, "people", n, before)
		must(t, s.Close())
	}
	t.Logf("%d kills, %d after it had finished", kills, finished)
}

// encryptUntil is the program that is killed at a point of encrypting.
func encryptUntil(point, path string) error {
	encrypting = func(at string) {
		if at == point {
			fmt.Println("at", at)
			p, err := os.FindProcess(os.Getpid())
			if err == nil {
				err = p.Kill()
			}
			if err != nil {
				fmt.Println(err)
			}
			select {}
		}
	}
	fmt.Println("begins")
	s, err := openWith(path, Options{Key: testKey})
	if err != nil {
		return err
	}
	return s.Close()
}

// Where a disk has no second names for a file, there is a moment without a data
// file; and a stranger's file is never overwritten.
func TestWhatLiesBesideTheDataFile(t *testing.T) {
	path := fixture(t, "v1.db.gz")
	must(t, os.Rename(path, path+plainSuffix))
	s := openAt(t, path)
	n := 0
	must(t, s.r.QueryRow(`SELECT count(*) FROM people`).Scan(&n))
	if n == 0 {
		t.Error("the people are gone")
	}
	other := fixture(t, "v1.db.gz")
	must(t, os.WriteFile(other+plainSuffix, []byte("của người khác"), 0o600))
	_, err := openWith(other, Options{Key: testKey})
	wantErr(t, "another file beside it", err, ErrExists)
	data, err := os.ReadFile(other + plainSuffix)
	must(t, err)
	want(t, "it is as it was", string(data), "của người khác")
}

func TestKeysAndWords(t *testing.T) {
	s := start(t)
	must(t, s.PutPeople(ctx, mst, invented(100, 202611), "thử"))
	must(t, s.Close())
	other := bytes.Repeat([]byte{7}, 32)
	for name, key := range map[string][]byte{"another key": other, "no key": nil} {
		for _, ro := range []bool{false, true} {
			_, err := openWith(s.Path(), Options{Key: key, ReadOnly: ro})
			wantErr(t, name, err, ErrWrongKey)
		}
		_, err := VerifyBackup(ctx, s.Path(), Options{Key: key})
		wantErr(t, "verify with "+name, err, ErrWrongKey)
	}
	if _, err := openWith(s.Path(), Options{Key: []byte("ngắn")}); err == nil {
		t.Error("a short key was taken")
	}
	// A log whose data file is still empty, as a killed program leaves it.
	path := filepath.Join(t.TempDir(), "ankhai.db")
	must(t, os.WriteFile(path, nil, 0o600))
	first := filepath.Join(t.TempDir(), "ankhai.db")
	db, err := door{key: testKey}.connect(first, 1, "_pragma=journal_mode(WAL)")
	must(t, err)
	defer db.Close()
	_, err = db.Exec(`CREATE TABLE t (a); INSERT INTO t VALUES ('một')`)
	must(t, err)
	st, err := os.Stat(first)
	must(t, err)
	want(t, "bytes of the data file", st.Size(), int64(0))
	live, err := os.ReadFile(first + "-wal")
	must(t, err)
	must(t, os.WriteFile(path+"-wal", live, 0o600))
	_, err = openWith(path, Options{Key: other})
	wantErr(t, "another key and only a log", err, ErrWrongKey)
	after, err := os.ReadFile(path + "-wal")
	must(t, err)
	want(t, "the log is as it was", bytes.Equal(live, after), true)
	again, err := door{key: testKey}.connect(path, 1)
	must(t, err)
	defer again.Close()
	word := ""
	must(t, again.QueryRow(`SELECT a FROM t`).Scan(&word))
	want(t, "with the right key", word, "một")

	data, err := os.ReadFile(s.Path())
	must(t, err)
	data[7] = 2 // a later format
	must(t, os.WriteFile(path+".moi", data, 0o600))
	_, err = openWith(path+".moi", Options{Key: testKey})
	wantErr(t, "later format", err, ErrNewer)
	// A plain file is read without being turned.
	plain := fixture(t, "v1.db.gz")
	_, err = VerifyBackup(ctx, plain, Options{Key: testKey})
	must(t, err)
}
