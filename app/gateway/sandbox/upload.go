package sandbox

import (
	"bytes"
	"errors"
	"time"
)

// What an upload may hold, and for how long it is kept without a submission.
const (
	maxUpload  = 24 << 20
	maxPart    = 1 << 20
	uploadLife = 24 * time.Hour
)

// upload is a package that comes in parts.
type upload struct {
	Khoa   string    `json:"khoa"`
	MaIVAN string    `json:"maIVAN"`
	DoDai  int64     `json:"doDai"`
	SHA256 string    `json:"sha256"`
	HetHan time.Time `json:"hetHan"`

	daNhan int64
}

func (m *memory) loadUpload(r *rowReader) func(scan func(...any) error) error {
	return func(scan func(...any) error) error {
		var key string
		var facts []byte
		var parts, stored int64
		if err := scan(&key, &facts, &parts, &stored); err != nil {
			return err
		}
		u := &upload{}
		if err := r.open(uploadLabel(key), facts, u); err != nil {
			return err
		}
		u.daNhan = stored - parts*int64(r.s.seals.now.overhead())
		m.uploads[key] = u
		return nil
	}
}

// Why a part is not taken.
var (
	errNoUpload = errors.New("no such upload")
	errGap      = errors.New("part does not begin where the last one ended")
	errTooMuch  = errors.New("part goes beyond the package")
)

// openUpload opens an upload, or finds it open already.
func (t *tx) openUpload(u upload) (upload, bool, error) {
	if old := t.mem.uploads[u.Khoa]; old != nil {
		if old.SHA256 != u.SHA256 || old.DoDai != u.DoDai {
			return upload{}, false, errOtherBytes
		}
		return *old, true, nil
	}
	if old := t.mem.keys[u.Khoa]; old != nil {
		if old.SHA256 != u.SHA256 {
			return upload{}, false, errOtherBytes
		}
		u.daNhan = u.DoDai // it was submitted: there is nothing to send
		return u, true, nil
	}
	t.exec(`INSERT INTO upload (key, facts) VALUES (?, ?)`, u.Khoa, t.sealed(uploadLabel(u.Khoa), u))
	t.mem.uploads[u.Khoa] = &u
	return u, false, nil
}

// putPart keeps a part that follows what is there, or finds it there already.
func (t *tx) putPart(khoa string, at int64, b []byte) (upload, error) {
	u := t.mem.uploads[khoa]
	switch {
	case u == nil:
		return upload{}, errNoUpload
	case at+int64(len(b)) > u.DoDai:
		return *u, errTooMuch
	case at > u.daNhan:
		return *u, errGap
	case at < u.daNhan:
		have, err := t.uploaded(khoa)
		if err != nil {
			return *u, err
		}
		if end := at + int64(len(b)); end > u.daNhan || !bytes.Equal(have[at:end], b) {
			return *u, errGap
		}
		return *u, nil
	case len(b) > 0:
		t.exec(`INSERT INTO part (key, at, bytes) VALUES (?, ?, ?)`, khoa, at, t.store.seals.now.seal(partLabel(khoa, at), b))
		u.daNhan += int64(len(b))
	}
	return *u, nil
}

// uploaded puts the parts together.
func (t *tx) uploaded(khoa string) (whole []byte, err error) {
	rows, err := t.q.Query(`SELECT at, bytes FROM part WHERE key = ? ORDER BY at`, khoa)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var at int64
		var sealed []byte
		if err := rows.Scan(&at, &sealed); err != nil {
			return nil, err
		}
		b, _, err := t.store.seals.open(partLabel(khoa, at), sealed)
		if err != nil {
			return nil, err
		}
		if at != int64(len(whole)) {
			return nil, errGap
		}
		whole = append(whole, b...)
	}
	return whole, rows.Err()
}

// dropUpload forgets an upload: it was submitted, refused, or never was.
func (t *tx) dropUpload(khoa string) {
	if t.mem.uploads[khoa] != nil {
		t.exec(`DELETE FROM upload WHERE key = ?`, khoa)
		delete(t.mem.uploads, khoa)
	}
}

// dropStale forgets the uploads that ran out.
func (t *tx) dropStale(now time.Time) {
	for khoa, u := range t.mem.uploads {
		if !u.HetHan.After(now) {
			t.dropUpload(khoa)
		}
	}
}
