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
	"slices"
	"strings"
	"sync"
	"time"
)

// Submission is one accepted dossier.
type Submission struct {
	Khoa       string          `json:"khoa"`
	SHA256     string          `json:"sha256"`
	DoDai      int             `json:"doDai"`
	MaGiaoDich string          `json:"maGiaoDich"`
	ThoiGian   time.Time       `json:"thoiGian"`
	SoHoSo     string          `json:"soHoSo"` // shown from step 2 on
	MaIVAN     string          `json:"maIVAN"`
	MaThuTuc   string          `json:"maThuTuc"`
	TenThuTuc  string          `json:"tenThuTuc"`
	KyKeKhai   string          `json:"kyKeKhai"`
	TenDonVi   string          `json:"tenDonVi"`
	MaDonVi    string          `json:"maDonVi"`
	MaSoThue   string          `json:"maSoThue"`
	CoQuan     string          `json:"coQuan"`
	Tep        []SubmittedFile `json:"tep"`
	CanhBao    []Finding       `json:"canhBao,omitempty"`
	TraLai     []Finding       `json:"traLai,omitempty"` // returned at step 3
	Steps      Steps           `json:"buoc"`

	TraLaiLuc time.Time `json:"-"` // set when returned by hand
	SoLanLap  int       `json:"-"` // times the same package came again
}

// SubmittedFile is one file of an accepted dossier.
type SubmittedFile struct {
	TenFile  string `json:"tenFile"`
	MaToKhai string `json:"maToKhai"`
	DoDai    int    `json:"doDai"`
}

// Refusal is one dossier that was not accepted.
type Refusal struct {
	Khoa     string    `json:"khoa"`
	ThoiGian time.Time `json:"thoiGian"`
	TenDonVi string    `json:"tenDonVi,omitempty"`
	MaThuTuc string    `json:"maThuTuc,omitempty"`
	Loi      []Finding `json:"loi"`
}

// entry is one line of the journal; exactly one of its pointers is set.
type entry struct {
	Nhan   *Submission `json:"nhan,omitempty"`
	Lap    string      `json:"lap,omitempty"`
	TuChoi *Refusal    `json:"tuChoi,omitempty"`
	TraLai *givenBack  `json:"traLai,omitempty"`
}

type givenBack struct {
	Khoa     string    `json:"khoa"`
	LyDo     Finding   `json:"lyDo"`
	ThoiGian time.Time `json:"thoiGian"`
}

const (
	journalName  = "nhat-ky.jsonl"
	lockName     = "khoa-thu-muc"
	keptRefusals = 200
)

var errOtherBytes = errors.New("key stands for other bytes")

// store is the journal, read into memory. An acceptance is durable before it
// is answered: content file flushed and renamed, then a journal line flushed.
type store struct {
	dir   string
	lock  *os.File // held open for the life of the store
	seals seals

	mu       sync.Mutex
	journal  *os.File
	size     int64 // end of the last whole line
	broken   error // set when the journal could not be put right again
	order    []*Submission
	keys     map[string]*Submission
	deals    map[string]*Submission
	counters map[string]int // soHoSo by "YYYY/CCCCC"
	refusals []Refusal
}

func openStore(dir string, key []byte) (_ *store, err error) {
	s := &store{dir: dir, keys: map[string]*Submission{}, deals: map[string]*Submission{}, counters: map[string]int{}}
	if err := os.MkdirAll(filepath.Join(dir, "tep"), 0o700); err != nil {
		return nil, fmt.Errorf("sandbox: %w", err)
	}
	if s.lock, err = lockFile(filepath.Join(dir, lockName)); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			s.close()
		}
	}()
	if s.seals, err = openSeals(dir, key); err != nil {
		return nil, err
	}
	if s.journal, err = os.OpenFile(filepath.Join(dir, journalName), os.O_RDWR|os.O_CREATE, 0o600); err != nil {
		return nil, fmt.Errorf("sandbox: open journal: %w", err)
	}
	stale, err := s.replay()
	if err != nil {
		return nil, err
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
	return s, nil
}

func (s *store) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.broken = errors.New("store is closed")
	var err error
	if s.journal != nil {
		err = s.journal.Close()
		s.journal = nil
	}
	if s.lock != nil {
		s.lock.Close()
		s.lock = nil
	}
	return err
}

// replay reads the journal. A last line without its end was never answered
// and is cut off; any other line that cannot be read stops the sandbox. stale
// says that something is not sealed as it should be.
func (s *store) replay() (stale bool, err error) {
	r := bufio.NewReader(s.journal)
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if err == io.EOF {
			break
		}
		if err != nil {
			return false, fmt.Errorf("sandbox: read journal: %w", err)
		}
		plain, old, err := s.seals.openLine(line)
		if err != nil {
			return false, fmt.Errorf("sandbox: journal line %d: %w", n, err)
		}
		stale = stale || old
		var e entry
		if err := json.Unmarshal(plain, &e); err != nil {
			return false, fmt.Errorf("sandbox: journal line %d: %w", n, err)
		}
		if err := s.apply(e); err != nil {
			return false, fmt.Errorf("sandbox: journal line %d: %w", n, err)
		}
		s.size += int64(len(line))
	}
	if err := s.journal.Truncate(s.size); err != nil {
		return false, fmt.Errorf("sandbox: cut journal: %w", err)
	}
	for _, sub := range s.order {
		i, err := os.Stat(s.contentPath(sub.SHA256))
		if err != nil || i.Size() != int64(sub.DoDai) && i.Size() != int64(sub.DoDai+s.seals.now.overhead()) {
			return false, fmt.Errorf("sandbox: content of %s is missing or cut", sub.MaGiaoDich)
		}
		stale = stale || i.Size() == int64(sub.DoDai)
	}
	return stale, nil
}

func (s *store) apply(e entry) error {
	switch {
	case e.Nhan != nil:
		if s.keys[e.Nhan.Khoa] != nil {
			return errors.New("key accepted twice")
		}
		var n, year int
		var agency string
		if _, err := fmt.Sscanf(e.Nhan.SoHoSo, "%d/%d/%s", &n, &year, &agency); err != nil {
			return fmt.Errorf("soHoSo: %w", err)
		}
		at := fmt.Sprintf("%04d/%s", year, agency)
		s.counters[at] = max(s.counters[at], n)
		s.order = append(s.order, e.Nhan)
		s.keys[e.Nhan.Khoa], s.deals[e.Nhan.MaGiaoDich] = e.Nhan, e.Nhan
	case e.Lap != "":
		if sub := s.keys[e.Lap]; sub != nil {
			sub.SoLanLap++
		}
	case e.TraLai != nil:
		if sub := s.keys[e.TraLai.Khoa]; sub != nil {
			sub.TraLaiLuc = e.TraLai.ThoiGian
			sub.TraLai = append(slices.Clone(sub.TraLai), e.TraLai.LyDo)
		}
	case e.TuChoi != nil:
		s.refusals = append(s.refusals, *e.TuChoi)
		if len(s.refusals) > keptRefusals {
			s.refusals = slices.Delete(s.refusals, 0, len(s.refusals)-keptRefusals)
		}
	}
	return nil
}

// write appends one line; durable says whether to wait for the disk. A line
// that failed is cut off again, so that the next one starts clean.
func (s *store) write(e entry, durable bool) error {
	if s.broken != nil {
		return s.broken
	}
	plain, err := json.Marshal(e)
	if err != nil {
		return err
	}
	line := s.seals.sealLine(plain)
	_, err = s.journal.WriteAt(line, s.size)
	if err == nil && durable {
		err = s.journal.Sync()
	}
	if err != nil {
		if cut := s.journal.Truncate(s.size); cut != nil {
			s.broken = fmt.Errorf("journal cannot be put right: %w", cut)
		}
		return err
	}
	s.size += int64(len(line))
	return s.apply(e)
}

// accept stores the dossier unless its key is already held. It tells the
// stored submission, and whether it was there before.
func (s *store) accept(sub Submission, content []byte) (Submission, bool, error) {
	if err := s.putContent(sub.SHA256, content); err != nil {
		return Submission{}, false, fmt.Errorf("store content: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if old := s.keys[sub.Khoa]; old != nil {
		return s.again(old, sub.SHA256)
	}
	at := fmt.Sprintf("%04d/%s", sub.ThoiGian.In(ict).Year(), strings.Repeat("0", max(0, 5-len(sub.CoQuan)))+sub.CoQuan)
	n := s.counters[at] + 1
	if n > 99999 {
		return Submission{}, false, errors.New("numbers of this year are used up")
	}
	sub.SoHoSo = fmt.Sprintf("%05d/%s", n, at)
	if err := s.write(entry{Nhan: &sub}, true); err != nil {
		return Submission{}, false, fmt.Errorf("write journal: %w", err)
	}
	return sub, false, nil
}

// known answers for a key that is already held.
func (s *store) known(khoa, sha string) (Submission, bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if old := s.keys[khoa]; old != nil {
		return s.again(old, sha)
	}
	return Submission{}, false, nil
}

func (s *store) again(old *Submission, sha string) (Submission, bool, error) {
	if old.SHA256 != sha {
		return Submission{}, true, errOtherBytes
	}
	if err := s.write(entry{Lap: old.Khoa}, false); err != nil {
		return Submission{}, true, fmt.Errorf("write journal: %w", err)
	}
	return *old, true, nil
}

func (s *store) refuse(r Refusal) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.write(entry{TuChoi: &r}, false)
}

func (s *store) giveBack(khoa string, lyDo Finding, at time.Time) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.write(entry{TraLai: &givenBack{Khoa: khoa, LyDo: lyDo, ThoiGian: at}}, true)
}

func (s *store) byKey(khoa string) (Submission, bool) { return s.find(s.keys, khoa) }

func (s *store) byDeal(ma string) (Submission, bool) { return s.find(s.deals, ma) }

func (s *store) find(in map[string]*Submission, k string) (Submission, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if sub := in[k]; sub != nil {
		return *sub, true
	}
	return Submission{}, false
}

func (s *store) all() []Submission {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([]Submission, 0, len(s.order))
	for _, sub := range s.order {
		out = append(out, *sub)
	}
	return out
}

func (s *store) refused() []Refusal {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.refusals)
}
