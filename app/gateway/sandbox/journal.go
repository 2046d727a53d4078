package sandbox

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Programs before 0.3 kept a journal of lines and a folder of files. Both are
// taken into the book once, when it is opened.
const (
	journalName   = "nhat-ky.jsonl"
	journalFolder = "tep"
)

// journalEntry is one line of the journal; exactly one of its pointers is set.
type journalEntry struct {
	Nhan *struct {
		Submission
		TraLai []Finding `json:"traLai"` // returned at step 3
	} `json:"nhan"`
	Lap    string   `json:"lap"`
	TuChoi *Refusal `json:"tuChoi"`
	TraLai *struct {
		Khoa     string    `json:"khoa"`
		LyDo     Finding   `json:"lyDo"`
		ThoiGian time.Time `json:"thoiGian"`
	} `json:"traLai"`
}

// moveJournal takes the journal of an earlier program into the book, all of it or
// nothing. It may be done again: what the book holds already is left as it is.
func (s *store) moveJournal() error {
	f, err := os.Open(filepath.Join(s.dir, journalName))
	if errors.Is(err, fs.ErrNotExist) {
		return s.dropJournal()
	}
	if err != nil {
		return err
	}
	j := journal{before: map[string]bool{}}
	for khoa := range s.mem.keys {
		j.before[khoa] = true
	}
	errs := make([]error, 1)
	err = s.commit([]job{{change: func(t *tx) error { return j.take(t, f) }}}, errs)
	if err := errors.Join(err, errs[0], f.Close()); err != nil { // closed before it is removed, for Windows
		return err
	}
	return s.dropJournal()
}

// dropJournal removes the journal, then the files that only it named.
func (s *store) dropJournal() error {
	if s.dir == "" {
		return nil
	}
	if err := os.Remove(filepath.Join(s.dir, journalName)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.RemoveAll(filepath.Join(s.dir, journalFolder))
}

type journal struct {
	before map[string]bool // keys that the book held
}

// take reads the lines. A last line without its end was never answered; any other
// line that cannot be read stops the sandbox.
func (j journal) take(t *tx, from io.Reader) error {
	r := bufio.NewReader(from)
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if err == io.EOF {
			return t.err
		}
		if err == nil {
			err = j.line(t, line)
		}
		if err = errors.Join(err, t.err); err != nil {
			err = fmt.Errorf("journal line %d: %w", n, err)
			t.fail(err)
			return err
		}
	}
}

func (j journal) line(t *tx, line []byte) error {
	plain, _, err := t.store.seals.openLine(line)
	if err != nil {
		return err
	}
	var e journalEntry
	if err := json.Unmarshal(plain, &e); err != nil {
		return err
	}
	switch {
	case e.Nhan != nil && !j.before[e.Nhan.Khoa]:
		return t.takeOld(&e.Nhan.Submission, e.Nhan.TraLai)
	case e.Lap != "" && !j.before[e.Lap] && t.mem.keys[e.Lap] != nil:
		t.repeat(t.mem.keys[e.Lap])
	case e.TuChoi != nil:
		t.addRefusal(*e.TuChoi)
	case e.TraLai != nil && !j.before[e.TraLai.Khoa] && t.mem.keys[e.TraLai.Khoa] != nil:
		sub := t.mem.keys[e.TraLai.Khoa]
		sub.TraLai = append(sub.TraLai[:len(sub.TraLai):len(sub.TraLai)], e.TraLai.LyDo)
		sub.XetLuc, sub.XongLuc = e.TraLai.ThoiGian, e.TraLai.ThoiGian
		t.putState(sub)
	}
	return nil
}

// takeOld takes an accepted package and its bytes.
func (t *tx) takeOld(sub *Submission, traLai []Finding) error {
	if len(sub.SHA256) != 64 {
		return errors.New("no hash")
	}
	b, err := os.ReadFile(filepath.Join(t.store.dir, journalFolder, sub.SHA256[:2], sub.SHA256))
	if err != nil {
		return err
	}
	if b, _, err = t.store.seals.openContent(sub.SHA256, b); err != nil {
		return err
	}
	if len(b) != sub.DoDai {
		return fmt.Errorf("content of %s is missing or cut", sub.MaGiaoDich)
	}
	if len(traLai) > 0 {
		at := sub.ThoiGian.Add(sub.Steps.GiaiQuyet)
		sub.State = State{TraLai: traLai, XetLuc: at, XongLuc: at}
	}
	t.addDossier(sub)
	t.putContent(sub.SHA256, t.store.seals.now.seal(contentLabel(sub.SHA256), b))
	return nil
}
