package office

import (
	"context"
	"errors"
	"sync"

	"ankhai/storage"
	"ankhai/storage/failpoint"
)

// scribe writes verdicts into the store: as many in one transaction as have come
// while it wrote the last ones, a group at most. Its goroutine belongs to the lane
// that made it and ends with close.
type scribe struct {
	b    *outbox
	in   chan verdict
	open sync.WaitGroup // verdicts not yet written
	done chan struct{}
}

func newScribe(b *outbox) *scribe {
	s := &scribe{b: b, in: make(chan verdict, groupOf), done: make(chan struct{})}
	go s.write() // close waits for it
	return s
}

// put hands a verdict over; flush waits until all of them are written.
func (s *scribe) put(v verdict) {
	s.open.Add(1)
	s.in <- v
}

func (s *scribe) flush() { s.open.Wait() }

func (s *scribe) close() {
	close(s.in)
	<-s.done
}

func (s *scribe) write() {
	defer close(s.done)
	for v := range s.in {
		group := []verdict{v}
		for more := true; more && len(group) < groupOf; {
			select {
			case v, more = <-s.in:
				if more {
					group = append(group, v)
				}
			default:
				more = false
			}
		}
		s.keep(group)
		s.open.Add(-len(group))
	}
}

// keep writes a group. What the store refuses stays as it was: DangGui, to be
// asked about.
func (s *scribe) keep(group []verdict) {
	moves := make([][]storage.Move, len(group))
	for i, v := range group {
		moves[i] = v.moves
	}
	failpoint.Hit("outbox.answer.before")
	// What came back is written even if the caller has given up meanwhile.
	errs := s.b.o.together(context.Background(), moves)
	failpoint.Hit("outbox.answer.kept")
	for i, v := range group {
		p := v.p
		p.err = v.err
		if errs[i] != nil {
			p.err = errors.Join(v.err, errs[i])
			s.b.pause(p.ID, s.b.rest.after(1, nil))
			continue
		}
		if n := len(v.moves); n > 0 {
			p.State = v.moves[n-1].To
		}
		p.soHoSo = v.soHoSo
		s.b.pause(p.ID, v.pause)
	}
}
