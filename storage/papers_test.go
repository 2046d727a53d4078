package storage

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"ankhai/storage/sealed"
)

// papersOfVersion1 are attachments as a data file of version 1 keeps them: from
// empty to larger than a chunk of a sealed file.
func papersOfVersion1() [][]byte {
	rnd := rand.NewChaCha8([32]byte{3})
	var out [][]byte
	for _, n := range []int{0, 1, 5000, 65_536, 150_000, 20_000, 70_000, 131_072, 40_000} {
		b := make([]byte, n)
		rnd.Read(b)
		out = append(out, b)
	}
	return out
}

// fileOfVersion1 makes a data file with attachments, plain as 0.1.0 had it or
// encrypted; the last attachment is damaged.
func fileOfVersion1(t *testing.T, d door) (path string, want [][]byte) {
	t.Helper()
	path, want = fileOf(t, d, 1), papersOfVersion1()
	db, err := d.connect(path, 1)
	must(t, err)
	defer db.Close()
	_, err = db.Exec(`INSERT INTO dossiers (id, mst, procedure, month, dot, state, note, created_at, updated_at)
		VALUES ('HS000001', ?, '600', 202611, 1, 'nhap', '', 1, 1)`, mst)
	must(t, err)
	for i, b := range want {
		_, err = db.Exec(`INSERT INTO attachments (dossier, name, mime, sha256, size, at, bytes) VALUES (1, ?, 'application/pdf', ?, ?, ?, ?)`,
			fmt.Sprintf("giay-%d.pdf", i+1), hash(b), len(b), i+1, blob(b))
		must(t, err)
	}
	_, err = db.Exec(`INSERT INTO attachments (dossier, name, mime, sha256, size, at, bytes) VALUES (1, 'hong.pdf', '', ?, 4, 1, x'01020304')`, hash(nil))
	must(t, err)
	return path, want
}

// papersAreWhole opens the file and compares every attachment.
func papersAreWhole(t *testing.T, path string, wanted [][]byte) *Store {
	t.Helper()
	s := openAt(t, path)
	list, err := s.Attachments(ctx, "HS000001")
	must(t, err)
	want(t, "attachments", len(list), len(wanted)+1)
	for i, b := range wanted {
		got, err := s.Attachment(ctx, "HS000001", int64(i+1))
		must(t, err)
		want(t, fmt.Sprintf("bytes of attachment %d", i+1), bytes.Equal(got.Bytes, b), true)
		want(t, "name", got.Name, fmt.Sprintf("giay-%d.pdf", i+1))
	}
	_, err = s.Attachment(ctx, "HS000001", int64(len(wanted)+1))
	wantErr(t, "damaged in version 1", err, ErrDamaged)
	left := 0
	must(t, s.r.QueryRow(`SELECT count(*) FROM attachment_bytes`).Scan(&left))
	want(t, "attachments left in the data file: the damaged one", left, 1)
	return s
}

func TestAttachmentsOfVersion1MoveOut(t *testing.T) {
	path, wanted := fileOfVersion1(t, door{})
	s := papersAreWhole(t, path, wanted)
	// the journal of the old numbers goes on
	a, err := s.PutAttachment(ctx, "HS000001", Attachment{Name: "mới.pdf", Bytes: []byte("%PDF")})
	must(t, err)
	want(t, "next number", a.ID, int64(len(wanted)+2))
	must(t, s.Close())
	must(t, filepath.WalkDir(filepath.Dir(path), func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		for i, b := range wanted {
			if len(b) > 1000 && bytes.Contains(data, b[100:132]) {
				t.Errorf("%s still holds attachment %d", filepath.Base(name), i+1)
			}
		}
		return err
	}))
	papersAreAt := func(n int) {
		t.Helper()
		got := 0
		must(t, papersOf(path, Options{Key: testKey}).IDs(func(string, time.Time) error { got++; return nil }))
		want(t, "sealed files", got, n)
	}
	papersAreAt(len(wanted) + 1)
	s = openAt(t, path)
	must(t, s.DeleteAttachment(ctx, "HS000001", a.ID))
	papersAreAt(len(wanted))
}

// The states in which a killed program may leave the move, one by one.
func TestMoveGoesOnWhereItWasCutOff(t *testing.T) {
	path, wanted := fileOfVersion1(t, door{key: testKey})
	must(t, door{key: testKey}.migrate(ctx, path)) // killed right after the migration
	ro, err := Open(ctx, path, Options{Key: testKey, Now: time.Now, ReadOnly: true})
	must(t, err)
	got, err := ro.Attachment(ctx, "HS000001", 3)
	must(t, err)
	want(t, "readable before it is moved", bytes.Equal(got.Bytes, wanted[2]), true)
	teps := map[int64]string{}
	found, err := ro.r.Query(`SELECT id, tep FROM attachments`)
	must(t, err)
	for found.Next() {
		var id int64
		var tep string
		must(t, found.Scan(&id, &tep))
		teps[id] = tep
	}
	must(t, found.Err())
	must(t, ro.Close())
	f := papersOf(path, Options{Key: testKey})
	must(t, f.Put(teps[3], bytes.NewReader(wanted[2])))                 // the file is there, the row's bytes as well
	must(t, f.Put(teps[4], strings.NewReader("của chương trình khác"))) // another file in its place
	must(t, f.Put(teps[5], bytes.NewReader(wanted[4])))
	cut, err := f.Path(teps[5])
	must(t, err)
	must(t, os.Truncate(cut, 1000)) // a torn file: nobody renames one, but a disk may lose its end
	must(t, papersAreWhole(t, path, wanted).Close())
	papersAreWhole(t, path, wanted)
}

// openPapers is a program that opens the data folder: from a plain file of 0.1.0
// to an encrypted one whose attachments lie outside. until is "sealed-3", the n-th
// pass of a point at which it ends itself, or "" to be killed from outside.
func openPapers(until, path string) error {
	point, n, _ := strings.Cut(until, "-")
	left, err := strconv.Atoi(n)
	if err != nil && until != "" {
		return err
	}
	movingOut = func(at string) {
		if at == point {
			if left--; left == 0 {
				fmt.Println("at", until)
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
	}
	fmt.Println("ready")
	s, err := Open(ctx, path, Options{Key: testKey, Now: time.Now})
	if err != nil {
		return err
	}
	fmt.Println("open")
	return s.Close()
}

// Killed at each step of moving each attachment out, once or several times on end:
// none is lost.
func TestKilledAtEachStepOfMovingOut(t *testing.T) {
	path, wanted := "", papersOfVersion1()
	kills := 0
	for n := 1; n <= len(wanted); n++ {
		for _, point := range []string{"sealed", "moved"} {
			if n%3 == 1 && point == "sealed" { // three attachments on one file, then a fresh one
				path, _ = fileOfVersion1(t, door{key: testKey})
			}
			until := point + "-1"
			c, out := child(t, "papers-"+until, path)
			said := ""
			for out.Scan() {
				said = out.Text()
			}
			c.Wait() // killed by itself
			want(t, "it was killed", said, "at "+until)
			kills++
		}
		if n%3 == 0 || n == len(wanted) {
			if left := rowsLeft(t, path); left <= 1 {
				t.Errorf("nothing was left to be moved: %d", left)
			}
			must(t, papersAreWhole(t, path, wanted).Close())
		}
	}
	path, _ = fileOfVersion1(t, door{key: testKey})
	for n := range len(wanted) {
		c, out := child(t, fmt.Sprintf("papers-sealed-%d", 1+n%2), path)
		for out.Scan() {
		}
		c.Wait() // killed by itself, or at its end
		kills++
	}
	must(t, papersAreWhole(t, path, wanted).Close())
	t.Logf("%d kills, 0 attachments lost", kills)
}

// killsFrom is how many kills a test does: more of them in make soak.
func killsFrom(t *testing.T, usual int) int {
	t.Helper()
	if n, err := strconv.Atoi(os.Getenv("ANKHAI_KILLS")); err == nil && n > 0 {
		return n
	}
	if testing.Short() {
		return usual / 3
	}
	return usual
}

// Killed at moments that nobody named, from the first byte of a plain file of
// 0.1.0 on.
func TestKillWhileAttachmentsMoveOutLosesNone(t *testing.T) {
	kills, cut, left := killsFrom(t, 9), 0, map[int]int{}
	path, wanted := fileOfVersion1(t, door{})
	c, out := child(t, "papers-", path)
	out.Scan()
	began := time.Now()
	out.Scan()
	whole := time.Since(began) // of an undisturbed run, on this machine now
	want(t, "an undisturbed run says", out.Text(), "open")
	for out.Scan() {
	}
	c.Wait() // it ends as every child does, with 1
	for k := range kills {
		if k%3 == 0 { // three kills on one file, so that a half moved one is met again
			path, wanted = fileOfVersion1(t, door{})
		}
		c, out := child(t, "papers-", path)
		out.Scan()
		time.Sleep(rand.N(whole))
		c.Process.Kill()
		finished := false
		for out.Scan() {
			finished = finished || out.Text() == "open"
		}
		c.Wait() // killed, as was asked
		if !finished {
			cut++
		}
		if k%3 == 2 || k == kills-1 {
			left[rowsLeft(t, path)]++
			must(t, papersAreWhole(t, path, wanted).Close())
		}
	}
	t.Logf("%d kills, %d before the end; 0 attachments lost; rows left in the data file (-1: not moved yet): %v", kills, cut, left)
}

// rowsLeft is how many attachments still lie in the data file; -1 if it is not of
// this version, or not encrypted yet.
func rowsLeft(t *testing.T, path string) (n int) {
	t.Helper()
	db, err := door{key: testKey}.connect(path, 1)
	must(t, err)
	defer db.Close()
	if v, err := version(ctx, db); err != nil || v == 1 {
		return -1
	}
	must(t, db.QueryRow(`SELECT count(*) FROM attachment_bytes`).Scan(&n))
	return n
}

func TestDamagedAndLostPapers(t *testing.T) {
	s := start(t)
	id := draft(t, s, 1).ID
	plain := bytes.Repeat([]byte("giấy tờ mật "), 10_000)
	a, err := s.PutAttachment(ctx, id, Attachment{Name: "a.pdf", Bytes: plain})
	must(t, err)
	b, err := s.PutAttachment(ctx, id, Attachment{Name: "b.pdf", Bytes: []byte("khác")})
	must(t, err)
	n, err := s.VerifyPapers(ctx)
	must(t, err)
	want(t, "verified", n, 2)
	pathOf := func(id int64) string {
		var tep string
		must(t, s.r.QueryRow(`SELECT tep FROM attachments WHERE id = ?`, id).Scan(&tep))
		p, err := s.papers.Path(tep)
		must(t, err)
		return p
	}
	whole, err := os.ReadFile(pathOf(a.ID))
	must(t, err)
	want(t, "plaintext on the disk", bytes.Contains(whole, []byte("giấy tờ")), false)
	other, err := os.ReadFile(pathOf(b.ID))
	must(t, err)
	flipped := bytes.Clone(whole)
	flipped[len(flipped)/2] ^= 4
	for what, bad := range map[string][]byte{"flipped": flipped, "cut": whole[:len(whole)-1], "empty": {}, "another's": other} {
		must(t, os.WriteFile(pathOf(a.ID), bad, 0o600))
		_, err := s.Attachment(ctx, id, a.ID)
		wantErr(t, what, err, ErrDamaged)
		_, err = s.VerifyPapers(ctx)
		wantErr(t, what, err, ErrDamaged)
	}
	must(t, os.Remove(pathOf(a.ID)))
	_, err = s.Attachment(ctx, id, a.ID)
	wantErr(t, "gone", err, ErrDamaged)
	_, err = s.Attachment(ctx, id, 99)
	wantErr(t, "never there", err, ErrNotFound)
	_, err = s.Attachment(ctx, id, b.ID)
	must(t, err)
}

// What no row names is put aside, and comes back with a data file that names it.
func TestSweepPapers(t *testing.T) {
	s := start(t)
	id := draft(t, s, 1).ID
	a, err := s.PutAttachment(ctx, id, Attachment{Name: "a.pdf", Bytes: []byte("của hồ sơ")})
	must(t, err)
	must(t, s.papers.Put(sealed.NewID(), strings.NewReader("mồ côi")))
	done, err := s.SweepPapers(ctx)
	must(t, err)
	want(t, "swept", done, sealed.Swept{Aside: 1})
	_, err = s.Attachment(ctx, id, a.ID)
	must(t, err)

	// the data file is lost, a new one made, the old one put back
	path := s.Path()
	must(t, s.Close())
	must(t, os.Rename(path, path+".cat"))
	fresh := openAt(t, path)
	done, err = fresh.SweepPapers(ctx)
	must(t, err)
	want(t, "swept by an empty data file", done, sealed.Swept{Aside: 1})
	must(t, fresh.Close())
	must(t, os.Rename(path+".cat", path))
	s = openAt(t, path)
	done, err = s.SweepPapers(ctx)
	must(t, err)
	want(t, "swept by the old one", done, sealed.Swept{Back: 1})
	got, err := s.Attachment(ctx, id, a.ID)
	must(t, err)
	want(t, "bytes", string(got.Bytes), "của hồ sơ")
}

// A refused attachment leaves no file.
func TestRefusedAttachmentLeavesNoFile(t *testing.T) {
	s := start(t)
	_, err := s.PutAttachment(ctx, "HS999999", Attachment{Name: "a.pdf", Bytes: []byte("x")})
	wantErr(t, "no such dossier", err, ErrNotFound)
	must(t, s.papers.IDs(func(id string, _ time.Time) error { return fmt.Errorf("%s is left", id) }))
}

// The key of the data is the key of the attachments.
func TestPapersAreUnderTheKey(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ankhai.db")
	key := bytes.Repeat([]byte{9}, 32)
	f := papersOf(path, Options{Key: key})
	id := sealed.NewID()
	must(t, f.Put(id, strings.NewReader("mật")))
	_, _, err := papersOf(path, Options{}).Verify(id)
	want(t, "another key", errors.Is(err, sealed.ErrDamaged), true)
	_, _, err = f.Verify(id)
	must(t, err)
}

// A program that is killed between an erasure and taking the papers away takes them
// away when it starts again; they do not wait with what was lost by accident.
func TestErasedPapersGoAfterAKill(t *testing.T) {
	s := start(t)
	d := draft(t, s, 1)
	a, err := s.PutAttachment(ctx, d.ID, Attachment{Name: "cccd.pdf", Bytes: []byte("%PDF-1.7 bản chụp")})
	must(t, err)
	var names []string
	must(t, s.write(ctx, "erase, then be killed", func(tx *sql.Tx) (err error) {
		if names, err = sealedNames(ctx, tx); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `DELETE FROM attachments WHERE id = ?`, a.ID)
		return err
	}))
	must(t, s.PutSetting(ctx, shredSetting, names))
	s = openAt(t, s.Path())
	_, err = s.SweepPapers(ctx)
	must(t, err)
	left := 0
	must(t, filepath.WalkDir(filepath.Join(filepath.Dir(s.Path()), papersName), func(_ string, e os.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			left++
		}
		return err
	}))
	want(t, "sealed files that are left", left, 0)
	if err := s.Setting(ctx, shredSetting, &names); !errors.Is(err, ErrNotFound) {
		t.Errorf("what was to be taken away is still listed: %v, %v", names, err)
	}
}
