package sandbox

import (
	"context"
	"crypto/rand"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"ankhai/storage/sqlitefile"
)

const (
	bookName = "so-cong.db"
	lockName = "khoa-thu-muc"
)

//go:embed book.sql
var bookSQL string

// book is the file of a sandbox: application_id "ANKG".
var book = sqlitefile.Options{Application: 0x414e4b47, Versions: []string{bookSQL}}

// What may be wrong with a folder's book: a later program has written it, or it is no
// book of a gateway.
var (
	ErrNewer   = sqlitefile.ErrNewer
	ErrForeign = sqlitefile.ErrForeign
)

// store is the book in SQLite with what is asked for often in memory. One
// goroutine writes: it takes all changes that wait, puts them into one
// transaction, and answers them when that is on the disk.
type store struct {
	dir   string   // "" keeps the book in memory
	lock  *os.File // held open for the life of the store
	seals seals
	db    *sql.DB

	jobs chan job
	quit chan struct{} // closed to end the writer
	done chan struct{} // closed by the writer
	end  sync.Once     // closes quit

	mu     sync.RWMutex // held by the writer until what it changed is on the disk
	mem    memory
	broken error // set when the memory could not be read again
}

type job struct {
	change func(*tx) error
	answer chan error
}

// mostJobs bounds one transaction.
const mostJobs = 128

var errClosed = errors.New("store is closed")

func openStore(dir string, key []byte) (_ *store, err error) {
	s := &store{dir: dir, jobs: make(chan job, mostJobs), quit: make(chan struct{}), done: make(chan struct{})}
	if dir == "" {
		return s, s.openMemory(key)
	}
	if s.lock, err = lockFile(filepath.Join(dir, lockName)); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			s.release()
		}
	}()
	if s.seals, err = openSeals(dir, key); err != nil {
		return nil, err
	}
	if s.db, err = sqlitefile.Open(context.Background(), filepath.Join(dir, bookName), book); err != nil {
		return nil, fmt.Errorf("sandbox: %w", err)
	}
	stale, err := s.load()
	if err != nil {
		return nil, fmt.Errorf("sandbox: read book: %w", err)
	}
	if err := s.moveJournal(); err != nil {
		return nil, fmt.Errorf("sandbox: move journal: %w", err)
	}
	if stale {
		if err := s.reseal(); err != nil {
			return nil, fmt.Errorf("sandbox: seal: %w", err)
		}
	}
	if key != nil { // what the folder's own key opened is sealed with the one given
		if err := os.Remove(filepath.Join(dir, ownKeyName)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("sandbox: drop own key: %w", err)
		}
	}
	if err := syncDir(dir); err != nil {
		return nil, fmt.Errorf("sandbox: %w", err)
	}
	go s.write() // close waits for it
	return s, nil
}

// openMemory opens a book that ends with the store.
func (s *store) openMemory(key []byte) (err error) {
	if key == nil {
		key = make([]byte, KeySize)
		rand.Read(key) // never fails since Go 1.24
	}
	if s.seals.now, err = newSealer(key); err != nil {
		return err
	}
	if s.db, err = sqlitefile.OpenMemory(context.Background(), book); err != nil {
		return fmt.Errorf("sandbox: %w", err)
	}
	if _, err := s.load(); err != nil {
		return errors.Join(fmt.Errorf("sandbox: read book: %w", err), s.release())
	}
	go s.write() // close waits for it
	return nil
}

// close ends the writer and lets the folder go. It may be called again.
func (s *store) close() error {
	s.end.Do(func() { close(s.quit) })
	<-s.done
	s.mu.Lock()
	defer s.mu.Unlock()
	s.broken = errClosed
	return s.release()
}

func (s *store) release() (err error) {
	if s.db != nil {
		err = s.db.Close()
	}
	if s.lock != nil {
		s.lock.Close()
		s.lock = nil
	}
	return err
}

// update makes a change durable before it returns. change looks at the memory
// first and returns an error while nothing is changed yet; after that it changes
// book and memory together. It runs in the writer, alone.
func (s *store) update(change func(*tx) error) error {
	j := job{change, make(chan error, 1)}
	select {
	case s.jobs <- j:
	case <-s.done:
		return errClosed
	}
	select {
	case err := <-j.answer:
		return err
	case <-s.done:
		select { // it may have been answered in the last moment
		case err := <-j.answer:
			return err
		default:
			return errClosed
		}
	}
}

func (s *store) write() {
	defer close(s.done)
	for {
		select {
		case <-s.quit:
			return
		case j := <-s.jobs:
			batch := []job{j}
			for more := true; more && len(batch) < mostJobs; {
				select {
				case j := <-s.jobs:
					batch = append(batch, j)
				default:
					more = false
				}
			}
			errs := make([]error, len(batch))
			if err := s.commit(batch, errs); err != nil {
				for i := range errs {
					errs[i] = err
				}
			}
			for i, j := range batch {
				j.answer <- errs[i]
			}
		}
	}
}

// commit makes all changes of a batch, or none: then the memory is read again.
func (s *store) commit(batch []job, errs []error) (err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.broken != nil {
		return s.broken
	}
	q, err := s.db.Begin()
	if err != nil {
		return err
	}
	t := &tx{store: s, mem: &s.mem, q: q, fresh: map[string]*declared{}}
	for i, j := range batch {
		errs[i] = t.run(j.change)
	}
	if t.err == nil {
		t.err = q.Commit()
	}
	if t.err == nil {
		return nil
	}
	q.Rollback() // nothing of it is on the disk
	if _, err := s.load(); err != nil {
		s.broken = fmt.Errorf("book cannot be read again: %w", err)
	}
	return t.err
}
