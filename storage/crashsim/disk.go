package crashsim

import (
	"math/rand/v2"
	"slices"
)

// Sector is what a disk writes as a whole.
const Sector = 512

// Keep says how much of what was not synced has arrived.
type Keep int

// The ways of a cut.
const (
	None     Keep = iota // nothing
	Some                 // each sector, each truncate or not; names up to some point
	All                  // everything
	LastPart             // everything but the end of the last write
)

// Keeps lists them.
func Keeps() []Keep { return []Keep{None, Some, All, LastPart} }

// inode is a file, whatever its name: what is on the disk, and what came since.
type inode struct {
	synced []byte
	since  []Event
	fresh  bool // its first sync syncs the folder
	lastAt int  // number of its last event
}

// Disk follows a record and can lose its power at any point of it.
type Disk struct {
	events []Event
	at     int               // how many events have happened
	names  map[string]*inode // as the program sees them
	onDisk map[string]*inode // as they are after a cut, at least
	moves  []naming          // of names, since the folder was synced
}

// naming is a name that came, or went if node is nil.
type naming struct {
	path string
	node *inode
}

// NewDisk begins with the files that were there before the record.
func NewDisk(events []Event, before map[string][]byte) *Disk {
	d := &Disk{events: events, names: map[string]*inode{}, onDisk: map[string]*inode{}}
	for path, data := range before {
		n := &inode{synced: slices.Clone(data)}
		d.names[path], d.onDisk[path] = n, n
	}
	return d
}

// Advance lets the events up to number n happen; n never goes back.
func (d *Disk) Advance(n int) {
	for ; d.at < n; d.at++ {
		d.happen(d.events[d.at])
	}
}

func (d *Disk) happen(e Event) {
	switch e.Op {
	case Create:
		n := &inode{fresh: e.Dir}
		d.names[e.Path] = n
		d.moves = append(d.moves, naming{e.Path, n})
	case Delete:
		delete(d.names, e.Path)
		d.moves = append(d.moves, naming{e.Path, nil})
		if e.Dir {
			d.syncFolder()
		}
	case Write, Truncate:
		n := d.names[e.Path]
		n.since, n.lastAt = append(n.since, e), d.at
	case Sync:
		n := d.names[e.Path]
		for _, s := range n.since {
			n.synced = apply(n.synced, s)
		}
		n.since = nil
		if n.fresh {
			n.fresh = false
			d.syncFolder()
		}
	}
}

func (d *Disk) syncFolder() {
	for _, m := range d.moves {
		m.take(d.onDisk)
	}
	d.moves = nil
}

func (m naming) take(names map[string]*inode) {
	if m.node == nil {
		delete(names, m.path)
		return
	}
	names[m.path] = m.node
}

// Cut returns the files as they could lie there if the power went now.
func (d *Disk) Cut(keep Keep, r *rand.Rand) map[string][]byte {
	names := map[string]*inode{}
	for path, n := range d.onDisk {
		names[path] = n
	}
	moves := len(d.moves)
	switch keep {
	case None:
		moves = 0
	case Some:
		moves = r.IntN(moves + 1)
	}
	for _, m := range d.moves[:moves] {
		m.take(names)
	}
	out := map[string][]byte{}
	for path, n := range names {
		out[path] = n.cut(keep, r, d.at-1)
	}
	return out
}

func (n *inode) cut(keep Keep, r *rand.Rand, last int) []byte {
	data := slices.Clone(n.synced)
	if keep == None {
		return data
	}
	for i, e := range n.since {
		switch {
		case keep == LastPart && n.lastAt == last && i == len(n.since)-1 && e.Op == Write:
			data = apply(data, part(e, r))
		case keep != Some:
			data = apply(data, e)
		case e.Op == Truncate:
			if r.IntN(2) == 0 {
				data = apply(data, e)
			}
		default:
			for _, s := range sectors(e) {
				if r.IntN(2) == 0 {
					data = apply(data, s)
				}
			}
		}
	}
	return data
}

// apply does what an event does to a file's bytes.
func apply(data []byte, e Event) []byte {
	end := e.Off
	if e.Op == Write {
		end += int64(len(e.Data))
	}
	if e.Op == Truncate && end < int64(len(data)) {
		return data[:end]
	}
	if grow := end - int64(len(data)); grow > 0 {
		data = append(data, make([]byte, grow)...)
	}
	if e.Op == Write {
		copy(data[e.Off:], e.Data)
	}
	return data
}

// sectors cuts a write where sectors of the file begin.
func sectors(e Event) (out []Event) {
	for len(e.Data) > 0 {
		n := min(int64(Sector)-e.Off%Sector, int64(len(e.Data)))
		out = append(out, Event{Op: Write, Path: e.Path, Off: e.Off, Data: e.Data[:n]})
		e.Off, e.Data = e.Off+n, e.Data[n:]
	}
	return out
}

// part is the beginning of a write, some sectors of it.
func part(e Event, r *rand.Rand) Event {
	all := sectors(e)
	n := 0
	for _, s := range all[:r.IntN(len(all))] {
		n += len(s.Data)
	}
	e.Data = e.Data[:n]
	return e
}
