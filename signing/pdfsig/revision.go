package pdfsig

import (
	"bytes"
	"slices"
	"time"
)

// maxRevisions after the first signature; a file that is signed ten times with
// validation data each time has about thirty.
const maxRevisions = 64

// history is what happened to a file after its first signature, revision by
// revision.
type history struct{ steps []step }

// after is the furthest change in the revisions that came after a place.
func (h history) after(end int) step {
	var all step
	for _, s := range h.steps {
		if s.until > end {
			all.reach(s.far)
			all.filled = append(all.filled, s.filled...)
			all.shown = all.shown || s.shown
		}
	}
	return all
}

// trace compares each revision from the first signature's on with the next. ends
// are where signatures end, last is the file as it is.
func trace(data []byte, ends []int, last *book) history {
	stops := slices.Clone(ends)
	first := slices.Min(ends)
	for at := first; len(stops) < 4*maxRevisions; {
		n := bytes.Index(data[at:], []byte("%%EOF"))
		if n < 0 {
			break
		}
		at += n + len("%%EOF")
		end := at
		for _, eol := range []string{"\r\n", "\n", "\r"} {
			if bytes.HasPrefix(data[at:], []byte(eol)) {
				end += len(eol)
				break
			}
		}
		stops = append(stops, end)
	}
	slices.Sort(stops)
	stops = slices.Compact(stops)
	unknown := func(from int) step { return step{until: max(len(data), from+1), far: changeContent} }
	h := history{}
	before, from := (*book)(nil), 0
	started := time.Now()
	for _, stop := range stops {
		if stop < first || stop == from {
			continue
		}
		if time.Since(started) > patience { // each revision had its own, all share another
			h.steps = append(h.steps, unknown(stop))
			return h
		}
		whole := stop == len(data)
		now := last
		if !whole {
			var err error
			if now, err = open(data[:stop]); err != nil || !whole && !sounds(data[:stop]) {
				if slices.Contains(ends, stop) {
					h.steps = append(h.steps, unknown(stop))
					return h
				}
				continue // an %%EOF inside something else
			}
		}
		if before != nil {
			if len(h.steps) == maxRevisions {
				h.steps = append(h.steps, unknown(stop))
				return h
			}
			s := compare(before, now)
			if !accounted(before, now, from) || !sounds(data[:stop]) {
				s.reach(changeContent)
			}
			h.steps = append(h.steps, s)
		}
		before, from = now, stop
	}
	if from < len(data) {
		h.steps = append(h.steps, unknown(from))
	}
	return h
}

// sounds says that a revision can be read in one way only.
func sounds(data []byte) bool {
	_, ok := anchored(data)
	return ok
}

// accounted says that every object that lies in the added bytes is one that the
// new revision's table leads to. A reader that rebuilds the table, or reads it
// differently, then finds nothing else. The object streams are the library's to
// read; what they hold is compared with the rest.
func accounted(before, now *book, from int) bool {
	known := map[int]bool{}
	for nr := range now.ctx.Table {
		if at := now.objectAt(nr); at >= from {
			known[at] = true
		}
	}
	if at, ok := anchored(now.data); ok {
		known[at] = true // a cross-reference stream need not list itself
	}
	added := now.data[from:]
	for at := 0; ; {
		n := bytes.Index(added[at:], []byte("obj"))
		if n < 0 {
			return true
		}
		at += n + len("obj")
		head := added[:at-len("obj")]
		if !numbered(head) {
			continue
		}
		if !known[from+headStart(head)] {
			return false
		}
	}
}

// headStart is where the "12 0 " at the end begins.
func headStart(before []byte) int {
	p := len(before)
	for range 2 {
		for p > 0 && white(before[p-1]) {
			p--
		}
		for p > 0 && before[p-1] >= '0' && before[p-1] <= '9' {
			p--
		}
	}
	return p
}
