package sandbox

import (
	"container/heap"
	"time"
)

// next is when something happens to a package by itself: at step 3 the register
// is asked, then it is returned or gets its result.
func (s *Submission) next() (time.Time, bool) {
	switch {
	case s.closed() || s.waiting():
		return time.Time{}, false
	case s.XetLuc.IsZero():
		return s.start().Add(s.Steps.GiaiQuyet), true
	case s.Hen != nil:
		return s.start().Add(max(s.Hen.Sau, s.Steps.GiaiQuyet)), true
	}
	return s.start().Add(max(s.Steps.KetQua, s.Steps.GiaiQuyet)), true
}

// schedule holds what is due when, earliest first; of the same moment, what came
// first. An entry whose package has moved on meanwhile is passed over.
type schedule struct {
	list dueList
	n    int
}

type dueEntry struct {
	at  time.Time
	n   int
	sub *Submission
}

func newSchedule() *schedule { return &schedule{} }

func (s *schedule) put(sub *Submission) {
	if at, ok := sub.next(); ok {
		s.n++
		heap.Push(&s.list, dueEntry{at, s.n, sub})
	}
}

// due says that something may have to happen by now; it changes nothing.
func (s *schedule) due(now time.Time) bool { return len(s.list) > 0 && !s.list[0].at.After(now) }

// first is the earliest package that is due at all.
func (s *schedule) first() (sub *Submission, at time.Time) {
	for len(s.list) > 0 {
		e := s.list[0]
		if at, ok := e.sub.next(); ok && at.Equal(e.at) {
			return e.sub, at
		}
		heap.Pop(&s.list)
	}
	return nil, time.Time{}
}

type dueList []dueEntry

func (l dueList) Len() int { return len(l) }
func (l dueList) Less(i, j int) bool {
	return l[i].at.Before(l[j].at) || l[i].at.Equal(l[j].at) && l[i].n < l[j].n
}
func (l dueList) Swap(i, j int) { l[i], l[j] = l[j], l[i] }
func (l *dueList) Push(x any)   { *l = append(*l, x.(dueEntry)) }
func (l *dueList) Pop() any {
	last := len(*l) - 1
	x := (*l)[last]
	*l = (*l)[:last]
	return x
}
