package sandbox

import (
	"encoding/json"
	"errors"
	"time"
)

// The kinds of notice (ThongBao.loai).
const (
	LoaiC12 = "C12" // C12-TS of a month
	LoaiD09 = "D09" // D09-TS of a month
	LoaiKQ  = "KQ"  // a dossier's result, or its return
	LoaiTB  = "TB"  // anything else
)

// Notice is something the gateway tells a unit. It never changes.
type Notice struct {
	Ma         string    `json:"ma"`
	Loai       string    `json:"loai"`
	TieuDe     string    `json:"tieuDe"`
	Luc        time.Time `json:"luc"`
	MaDonVi    string    `json:"maDonVi"`
	Thang      string    `json:"thang,omitempty"`      // of C12-TS and D09-TS, 2026-11
	MaGiaoDich string    `json:"maGiaoDich,omitempty"` // the package it is about
}

// Task is what the files of a notice are made of.
type Task struct {
	Notice  Notice            `json:"-"`
	Dossier *Submission       `json:"-"`                  // of a KQ, with its State
	Files   []TaskFile        `json:"-"`                  // of the Dossier
	Unit    RegisterUnit      `json:"donVi"`              // as it was then
	People  []StatementPerson `json:"nguoi,omitempty"`    // of C12 and D09: who took part in the month
	Moved   []StatementPerson `json:"bienDong,omitempty"` // of C12 and D09: who came, went or changed in it
	Changes []Movement        `json:"dong,omitempty"`     // the rows of Moved, in their order
}

// StatementPerson is somebody in a month's statement.
type StatementPerson struct {
	MaSoBHXH string            `json:"maSoBHXH,omitempty"`
	SoCCCD   string            `json:"soCCCD,omitempty"`
	HoTen    string            `json:"hoTen,omitempty"`
	NgaySinh string            `json:"ngaySinh,omitempty"`
	GioiTinh string            `json:"gioiTinh,omitempty"`
	TuThang  string            `json:"tuThang,omitempty"` // takes part here since
	O        map[string]string `json:"o,omitempty"`       // the pay cells last declared, by their element
}

// Paper is one file of a notice.
type Paper struct {
	Ma      string `json:"ma"` // C12-TS, TB-THUC-HANH
	Ten     string `json:"ten"`
	TenFile string `json:"tenFile"`
	Bytes   []byte `json:"-"`
}

func (m *memory) addNotice(n *Notice) {
	m.noticeAt[n.Ma] = len(m.notices)
	m.notices = append(m.notices, n)
	if n.Loai == LoaiKQ {
		m.results[n.MaGiaoDich] = n
	}
}

// addNotice keeps a notice with what its files will be made of.
func (t *tx) addNotice(n Notice, task Task) {
	n.Ma = newUUID()
	t.exec(`INSERT INTO notice (seq, id, facts, task) VALUES (?, ?, ?, ?)`,
		len(t.mem.notices)+1, n.Ma, t.sealed(noticeLabel(n.Ma), n), t.sealed(taskLabel(n.Ma), task))
	t.mem.addNotice(&n)
}

func (s *store) notice(ma string) (n Notice, ok bool) {
	s.read(func(m *memory) {
		if i, has := m.noticeAt[ma]; has {
			n, ok = *m.notices[i], true
		}
	})
	return n, ok
}

// papers are the files of a notice. They are made when they are first asked for,
// and are the same for ever after.
func (s *store) papers(n Notice, maker func(Task) ([]Paper, error)) ([]Paper, error) {
	if have, err := s.storedPapers(n.Ma); err != nil || have != nil {
		return have, err
	}
	task, err := s.task(n)
	if err != nil {
		return nil, err
	}
	fresh, err := maker(task)
	if err != nil {
		return nil, err
	}
	err = s.update(func(t *tx) error {
		var there int
		if err := t.q.QueryRow(`SELECT count(*) FROM notice_file WHERE id = ?`, n.Ma).Scan(&there); err != nil || there > 0 {
			return err // somebody else was first
		}
		for i, p := range fresh {
			t.exec(`INSERT INTO notice_file (id, n, facts, bytes) VALUES (?, ?, ?, ?)`, n.Ma, i,
				t.sealed(noticeFileLabel(n.Ma, i, "muc"), p), s.seals.now.seal(noticeFileLabel(n.Ma, i, "tep"), p.Bytes))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return s.storedPapers(n.Ma)
}

func (s *store) storedPapers(ma string) (out []Paper, err error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.broken != nil {
		return nil, s.broken
	}
	rows, err := s.db.Query(`SELECT n, facts, bytes FROM notice_file WHERE id = ? ORDER BY n`, ma)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var n int
		var facts, sealed []byte
		if err := rows.Scan(&n, &facts, &sealed); err != nil {
			return nil, err
		}
		head, _, err1 := s.seals.open(noticeFileLabel(ma, n, "muc"), facts)
		b, _, err2 := s.seals.open(noticeFileLabel(ma, n, "tep"), sealed)
		if err := errors.Join(err1, err2); err != nil {
			return nil, err
		}
		p := Paper{Bytes: b}
		if err := json.Unmarshal(head, &p); err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, rows.Err()
}

func (s *store) task(n Notice) (Task, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.broken != nil {
		return Task{}, s.broken
	}
	var sealed []byte
	if err := s.db.QueryRow(`SELECT task FROM notice WHERE id = ?`, n.Ma).Scan(&sealed); err != nil {
		return Task{}, err
	}
	plain, _, err := s.seals.open(taskLabel(n.Ma), sealed)
	if err != nil {
		return Task{}, err
	}
	var task Task
	if err := json.Unmarshal(plain, &task); err != nil {
		return Task{}, err
	}
	task.Notice = n
	if sub := s.mem.deals[n.MaGiaoDich]; sub != nil {
		c := *sub
		task.Dossier = &c
	}
	return task, nil
}
