package office

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/lichsu"
	"ankhai/storage"
)

// Keys of the notes in which lines and decisions are kept. A key carries the number of
// the MoveIn that brought it.
const (
	movedFileKey  = "lich-su-tep:" // + number + ":" + SHA-256 + ":" + month
	movedBatchKey = "lich-su-lan:" // + number
)

// movedFile is a file with what it says, as it is kept.
type movedFile struct {
	MovedFile
	SHA256 string      `json:"sha256"`
	Hint   law.Month   `json:"hint"` // the month that its name or the person gave
	Of     []movedOf   `json:"of"`   // the months that it is of
	Dong   []movedLine `json:"dong"`

	batch int
}

type movedOf struct {
	Thang law.Month `json:"thang"`
	Bang  bool      `json:"bang"` // it is the payroll of that month, whole
}

// movedLine is a line that speaks of a person. The person stands flat in it, so that
// the erasure of a person finds the line as one record.
type movedLine struct {
	Noi      string      `json:"noi"`
	Loai     lichsu.Loai `json:"loai"`
	PhuongAn string      `json:"pa,omitempty"`
	Tu       law.Month   `json:"tu,omitempty"`
	Den      law.Month   `json:"den,omitempty"`
	facts.NguoiLaoDong
}

// movedBatch is one MoveIn.
type movedBatch struct {
	At   time.Time `json:"at"`
	Keep []string  `json:"keep"`

	number int
}

// moved are the files of before, and those that come to them now.
type moved struct {
	files   []movedFile
	batches []movedBatch
	now     int      // number of this MoveIn
	keep    []string // decisions of this one
	gone    []storage.Memory
}

// movedBefore reads what was taken in.
func (o *Office) movedBefore(ctx context.Context, mst string) (*moved, error) {
	m := &moved{}
	notes, err := o.store.Memories(ctx, mst, movedBatchKey)
	if err != nil {
		return nil, err
	}
	for _, n := range notes {
		var b movedBatch
		if _, err := fmt.Sscanf(n.Key, movedBatchKey+"%d", &b.number); err != nil {
			return nil, fmt.Errorf("read what was moved in: %w", err)
		}
		if err := json.Unmarshal(n.Data, &b); err != nil {
			return nil, fmt.Errorf("read what was moved in: %w", err)
		}
		m.batches, m.now = append(m.batches, b), max(m.now, b.number)
	}
	m.now++
	if notes, err = o.store.Memories(ctx, mst, movedFileKey); err != nil {
		return nil, err
	}
	for _, n := range notes {
		var f movedFile
		if _, err := fmt.Sscanf(n.Key, movedFileKey+"%d:", &f.batch); err != nil {
			return nil, fmt.Errorf("read what was moved in: %w", err)
		}
		if err := json.Unmarshal(n.Data, &f); err != nil {
			return nil, fmt.Errorf("read what was moved in: %w", err)
		}
		m.files = append(m.files, f)
	}
	return m, nil
}

// has reports whether a file was taken in. The same bytes given for another month are
// another file: a list of decreases says no month itself.
func (m *moved) has(of movedFile) bool {
	return slices.ContainsFunc(m.files, func(f movedFile) bool { return f.SHA256 == of.SHA256 && f.Hint == of.Hint })
}

// nameFor is the name by which places in a file are known: another file of the same
// name gets a mark.
func (m *moved) nameFor(name string, f movedFile) string {
	for _, n := range []string{name, name + "@" + f.Hint.ISO(), name + "#" + f.SHA256[:6]} {
		if !slices.ContainsFunc(m.files, func(f movedFile) bool { return f.Name == n }) && (f.Hint.Valid() || !strings.HasSuffix(n, "@"+f.Hint.ISO())) {
			return n
		}
	}
	return name + "#" + f.SHA256 + "@" + f.Hint.ISO()
}

func (m *moved) take(f movedFile) {
	f.batch = m.now
	m.files = append(m.files, f)
}

// decide takes decisions that name something, and returns those that do not.
func (m *moved) decide(keep []string) (unknown []string) {
	unknown = []string{}
	places := map[string]bool{}
	for _, f := range m.files {
		places[f.Name] = true
		for _, l := range f.Dong {
			places[f.Name+"!"+l.Noi] = true
		}
	}
	for _, k := range keep {
		switch {
		case !places[k] && !strings.HasPrefix(k, "LS-"):
			unknown = append(unknown, k)
		case !m.kept()[k]:
			m.keep = append(m.keep, k)
		}
	}
	return unknown
}

func (m *moved) kept() map[string]bool {
	out := map[string]bool{}
	for _, b := range m.batches {
		for _, k := range b.Keep {
			out[k] = true
		}
	}
	for _, k := range m.keep {
		out[k] = true
	}
	return out
}

func (m *moved) changed() bool {
	return len(m.keep)+len(m.gone) > 0 || slices.ContainsFunc(m.files, func(f movedFile) bool { return f.batch == m.now })
}

// undo takes the last MoveIn out.
func (m *moved) undo() (files []movedFile, ok bool) {
	if len(m.batches) == 0 {
		return nil, false
	}
	last := slices.MaxFunc(m.batches, func(a, b movedBatch) int { return a.number - b.number }).number
	m.batches = slices.DeleteFunc(m.batches, func(b movedBatch) bool { return b.number == last })
	m.gone = append(m.gone, storage.Memory{Key: batchKey(last)})
	m.files = slices.DeleteFunc(m.files, func(f movedFile) bool {
		if f.batch != last {
			return false
		}
		files = append(files, f)
		m.gone = append(m.gone, storage.Memory{Key: f.key()})
		return true
	})
	return files, true
}

func batchKey(n int) string { return fmt.Sprintf("%s%06d", movedBatchKey, n) }

func (f *movedFile) key() string {
	return fmt.Sprintf("%s%06d:%s:%d", movedFileKey, f.batch, f.SHA256, f.Hint)
}

// notes are what of this MoveIn is to be kept, or dropped.
func (m *moved) notes(now time.Time) ([]storage.Memory, error) {
	out := m.gone
	put := func(key string, v any) error {
		data, err := json.Marshal(v)
		out = append(out, storage.Memory{Key: key, Data: data})
		return err
	}
	for i := range m.files {
		if f := &m.files[i]; f.batch == m.now {
			if err := put(f.key(), f); err != nil {
				return nil, err
			}
		}
	}
	if len(m.gone) == 0 {
		if err := put(batchKey(m.now), movedBatch{At: now, Keep: append([]string{}, m.keep...)}); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// vao is what the histories are built of.
func (m *moved) vao(stand [][]storage.Held, opened law.Month) lichsu.Vao {
	v := lichsu.Vao{Giu: m.kept(), Mo: opened}
	for _, f := range m.files {
		for _, of := range f.Of {
			v.Tep = append(v.Tep, lichsu.Tep{Ten: f.Name, Thang: of.Thang, Bang: of.Bang})
		}
		for _, l := range f.Dong {
			v.Dong = append(v.Dong, lichsu.Dong{Tep: f.Name, Noi: l.Noi, Loai: l.Loai, PhuongAn: l.PhuongAn, Tu: l.Tu, Den: l.Den, Nguoi: l.NguoiLaoDong})
		}
	}
	for _, h := range stand {
		b := lichsu.Biet{Nguoi: identityOf(h[0].Who)}
		for _, x := range h {
			if movedInLine(x) {
				b.Rieng = nil // what stands between such months was written later, and stays
				continue
			}
			b.Rieng = append(b.Rieng, x.Who)
		}
		b.MoBoi = len(b.Rieng) > 0 && opened != 0 && b.Rieng[0].TuThang == opened
		v.Biet = append(v.Biet, b)
	}
	return v
}

// addMoved adds the lines that were kept of a person to what is answered to them.
func (o *Office) addMoved(ctx context.Context, s storage.Subject, r *PersonRecord) error {
	if len(s.Notes) == 0 {
		return nil
	}
	m, err := o.movedBefore(ctx, s.MaSoThue)
	if err != nil {
		return err
	}
	names := map[string]string{}
	for _, f := range m.files {
		names[f.key()] = f.Name
	}
	for _, n := range s.Notes {
		name, ok := names[n.Key]
		if !ok {
			continue
		}
		x := PersonMoved{Tep: name}
		if err := json.Unmarshal(n.Data, &x.movedLine); err != nil {
			return fmt.Errorf("read what was moved in: %w", err)
		}
		r.ChuyenVao = append(r.ChuyenVao, x)
	}
	return nil
}
