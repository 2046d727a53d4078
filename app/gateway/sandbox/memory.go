package sandbox

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"
)

const keptRefusals = 200

// memory is the book without the bytes of its files.
type memory struct {
	order    []*Submission
	keys     map[string]*Submission
	deals    map[string]*Submission
	counters map[string]int // soHoSo by "YYYY/CCCCC"
	refusals []Refusal
	uploads  map[string]*upload
	reg      *registry
	notices  []*Notice
	noticeAt map[string]int     // of notices, by their id
	results  map[string]*Notice // of packages, by their transaction
	due      *schedule
	clock    time.Duration // how far the gateway's clock is ahead
	closed   string        // last month whose statements were made, 2026-11
	file     string        // hash of the dang-ky.json that was taken in
}

func newMemory() memory {
	return memory{
		keys: map[string]*Submission{}, deals: map[string]*Submission{}, counters: map[string]int{},
		uploads: map[string]*upload{}, reg: newRegistry(), noticeAt: map[string]int{}, results: map[string]*Notice{}, due: newSchedule(),
	}
}

func (m *memory) addDossier(sub *Submission) error {
	if m.keys[sub.Khoa] != nil || m.deals[sub.MaGiaoDich] != nil {
		return errors.New("key accepted twice")
	}
	var n, year int
	var agency string
	if _, err := fmt.Sscanf(sub.SoHoSo, "%d/%d/%s", &n, &year, &agency); err != nil {
		return fmt.Errorf("soHoSo: %w", err)
	}
	at := fmt.Sprintf("%04d/%s", year, agency)
	m.counters[at] = max(m.counters[at], n)
	m.order = append(m.order, sub)
	m.keys[sub.Khoa], m.deals[sub.MaGiaoDich] = sub, sub
	m.due.put(sub)
	return nil
}

func (m *memory) addRefusal(r Refusal) {
	m.refusals = append(m.refusals, r)
	if len(m.refusals) > keptRefusals {
		m.refusals = slices.Delete(m.refusals, 0, len(m.refusals)-keptRefusals)
	}
}

// The settings of a folder.
const (
	setClock  = "dong-ho"
	setClosed = "thang-da-chot"
	setFile   = "dang-ky"
)

// load reads the book into the memory. stale says that something is not sealed as
// it should be.
func (s *store) load() (stale bool, err error) {
	m := newMemory()
	r := rowReader{s: s}
	r.each(`SELECT key, key, repeats, facts, state FROM dossier ORDER BY seq`, func(scan func(...any) error) error {
		sub := &Submission{}
		var key string
		var facts, state []byte
		if err := scan(&key, &sub.Khoa, &sub.SoLanLap, &facts, &state); err != nil {
			return err
		}
		if err := errors.Join(r.open(dossierLabel(key), facts, sub), r.open(stateLabel(key), state, &sub.State)); err != nil {
			return err
		}
		return m.addDossier(sub)
	})
	r.each(`SELECT seq, facts FROM refusal ORDER BY seq`, func(scan func(...any) error) error {
		var x Refusal
		if err := r.one(scan, refusalLabel, &x); err != nil {
			return err
		}
		m.addRefusal(x)
		return nil
	})
	r.each(`SELECT id, facts FROM unit ORDER BY id`, func(scan func(...any) error) error {
		u := &RegisterUnit{}
		id, err := r.numbered(scan, unitLabel, u)
		u.id = id
		m.reg.addUnit(u)
		return err
	})
	r.each(`SELECT id, facts FROM person ORDER BY id`, func(scan func(...any) error) error {
		p := &RegisterPerson{}
		id, err := r.numbered(scan, personLabel, p)
		p.id = id
		m.reg.addPerson(p)
		return err
	})
	r.each(`SELECT key, facts, (SELECT count(*) FROM part p WHERE p.key = u.key),
		coalesce((SELECT sum(length(bytes)) FROM part p WHERE p.key = u.key), 0) FROM upload u`, m.loadUpload(&r))
	r.each(`SELECT id, facts FROM notice ORDER BY seq`, func(scan func(...any) error) error {
		n := &Notice{}
		if err := r.named(scan, noticeLabel, n); err != nil {
			return err
		}
		m.addNotice(n)
		return nil
	})
	r.each(`SELECT name, facts FROM setting`, func(scan func(...any) error) error {
		var name string
		var facts []byte
		if err := scan(&name, &facts); err != nil {
			return err
		}
		to := map[string]any{setClock: &m.clock, setClosed: &m.closed, setFile: &m.file}[name]
		if to == nil {
			return nil
		}
		return r.open(settingLabel(name), facts, to)
	})
	if r.err == nil {
		s.mem = m
	}
	return r.stale, r.err
}

// rowReader reads sealed rows until one fails.
type rowReader struct {
	s     *store
	stale bool
	err   error
}

func (r *rowReader) each(query string, row func(scan func(...any) error) error) {
	if r.err != nil {
		return
	}
	q, err := r.s.db.Query(query)
	if err != nil {
		r.err = err
		return
	}
	defer q.Close()
	for q.Next() {
		if r.err = row(q.Scan); r.err != nil {
			return
		}
	}
	r.err = q.Err()
}

func (r *rowReader) open(label string, sealed []byte, into any) error {
	plain, stale, err := r.s.seals.open(label, sealed)
	if err != nil {
		return err
	}
	r.stale = r.stale || stale
	if err := json.Unmarshal(plain, into); err != nil {
		return fmt.Errorf("%s: %w", label, err)
	}
	return nil
}

func (r *rowReader) numbered(scan func(...any) error, label func(int64) string, into any) (id int64, err error) {
	var facts []byte
	if err := scan(&id, &facts); err != nil {
		return 0, err
	}
	return id, r.open(label(id), facts, into)
}

func (r *rowReader) one(scan func(...any) error, label func(int64) string, into any) error {
	_, err := r.numbered(scan, label, into)
	return err
}

func (r *rowReader) named(scan func(...any) error, label func(string) string, into any) error {
	var id string
	var facts []byte
	if err := scan(&id, &facts); err != nil {
		return err
	}
	return r.open(label(id), facts, into)
}
