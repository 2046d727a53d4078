package sandbox

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

var (
	errOtherBytes = errors.New("key stands for other bytes")
	errLost       = errors.New("content was changed on disk")
)

// read looks at the memory; what f keeps of it must be a copy.
func (s *store) read(f func(*memory)) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	f(&s.mem)
}

func (s *store) byKey(khoa string) (Submission, bool) {
	return s.find(func(m *memory) *Submission { return m.keys[khoa] })
}

func (s *store) byDeal(ma string) (Submission, bool) {
	return s.find(func(m *memory) *Submission { return m.deals[ma] })
}

func (s *store) find(in func(*memory) *Submission) (out Submission, ok bool) {
	s.read(func(m *memory) {
		if sub := in(m); sub != nil {
			out, ok = *sub, true
		}
	})
	return out, ok
}

func (s *store) all() (out []Submission) {
	s.read(func(m *memory) {
		out = make([]Submission, 0, len(m.order))
		for _, sub := range m.order {
			out = append(out, *sub)
		}
	})
	return out
}

// latest is the last n packages, newest first, and how many there are.
func (s *store) latest(n int) (out []Submission, total int) {
	s.read(func(m *memory) {
		total = len(m.order)
		for _, sub := range m.order[max(0, total-n):] {
			out = append(out, *sub)
		}
	})
	slices.Reverse(out)
	return out, total
}

func (s *store) refused() (out []Refusal) {
	s.read(func(m *memory) { out = slices.Clone(m.refusals) })
	return out
}

// number gives the next số hồ sơ of an agency in a year.
func (m *memory) number(agency string, at time.Time) (string, error) {
	counter := fmt.Sprintf("%04d/%s", at.In(ict).Year(), strings.Repeat("0", max(0, 5-len(agency)))+agency)
	n := m.counters[counter] + 1
	if n > 99999 {
		return "", errors.New("numbers of this year are used up")
	}
	return fmt.Sprintf("%05d/%s", n, counter), nil
}

// content reads an accepted package back and proves that it is unchanged.
func (s *store) content(sha string) ([]byte, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.broken != nil {
		return nil, s.broken
	}
	var sealed []byte
	if err := s.db.QueryRow(`SELECT bytes FROM content WHERE sha = ?`, sha).Scan(&sealed); err != nil {
		return nil, err
	}
	return s.unsealContent(sha, sealed)
}

func (s *store) unsealContent(sha string, sealed []byte) ([]byte, error) {
	b, _, err := s.seals.open(contentLabel(sha), sealed)
	if err != nil {
		return nil, errors.Join(errLost, err)
	}
	if hashOf(b) != sha {
		return nil, errLost
	}
	return b, nil
}

// content is the same from within a change.
func (t *tx) content(sha string) ([]byte, error) {
	var sealed []byte
	err := t.q.QueryRow(`SELECT bytes FROM content WHERE sha = ?`, sha).Scan(&sealed)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, errLost
	}
	if err != nil {
		return nil, err
	}
	return t.store.unsealContent(sha, sealed)
}
