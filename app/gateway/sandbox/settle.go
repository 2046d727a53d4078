package sandbox

import (
	"errors"
	"fmt"
	"time"
)

// now is the gateway's clock: that of the machine, and how far a person has put it
// ahead.
func (s *Sandbox) now() time.Time {
	at := s.opt.Now()
	s.store.read(func(m *memory) { at = at.Add(m.clock) })
	return at
}

// PutAhead puts the gateway's clock ahead by d more, which may not be less than
// nothing: what has happened stays.
func (s *Sandbox) PutAhead(d time.Duration) error {
	if d < 0 {
		return fmt.Errorf("sandbox: clock cannot be put back by %v", -d)
	}
	err := s.store.update(func(t *tx) error {
		t.mem.clock += d
		t.set(setClock, t.mem.clock)
		return nil
	})
	if err != nil {
		return fmt.Errorf("sandbox: put clock ahead: %w", err)
	}
	return s.settle()
}

// settle lets everything happen that is due by now. Nothing runs by itself: every
// question settles first, so that the answer depends on the clock alone.
func (s *Sandbox) settle() error {
	now := s.now()
	idle := true
	s.store.read(func(m *memory) { idle = !m.due.due(now) && !m.monthDue(now) && !m.stale(now) })
	if idle {
		return nil
	}
	return s.store.update(func(t *tx) error { return s.settleIn(t, now) })
}

// settleIn does what is due in the order of time.
func (s *Sandbox) settleIn(t *tx, now time.Time) error {
	t.dropStale(now)
	t.openMonths(now)
	for t.err == nil {
		sub, at := t.mem.due.first()
		if sub == nil || at.After(now) {
			at, sub = now, nil
		}
		for t.mem.monthDue(at) {
			t.closeMonth()
		}
		if sub == nil {
			break
		}
		t.advance(sub, at)
	}
	return t.err
}

// lost is why a package is returned whose bytes are damaged in the book: one such must
// not stop the others.
var lost = Finding{Ma: "E-HT-02", MucDo: Loi, ThongBao: "Cổng thực hành không đọc lại được hồ sơ này vì sổ của cổng bị hỏng; lập bản mới từ bản bị trả rồi gửi lại"}

// advance takes a package one step on, at the moment that was due.
func (t *tx) advance(sub *Submission, at time.Time) {
	const software = "Phần mềm tiếp nhận tự động"
	var rows *declared
	if sub.kind() == HSNV {
		var err error
		if rows, err = t.rowsOf(sub); errors.Is(err, errLost) {
			t.giveBack(sub, at, software, []Finding{lost})
			return
		} else if err != nil {
			t.fail(err)
			return
		}
	}
	switch {
	case sub.XetLuc.IsZero():
		sub.XetLuc = at
		if sub.kind() == HSNV {
			if why := t.mem.reg.returns(sub, rows); len(why) > 0 {
				t.giveBack(sub, at, software, why)
				return
			}
		}
		t.putState(sub)
	case sub.Hen != nil:
		t.giveBack(sub, at, "Cán bộ tiếp nhận (thực hành)", []Finding{sub.Hen.LyDo})
	default:
		t.finish(sub, at, software)
	}
}

// giveBack closes a package without a result.
func (t *tx) giveBack(sub *Submission, at time.Time, who string, why []Finding) {
	sub.TraLai, sub.XongLuc, sub.NguoiXet = why, at, who
	if sub.XetLuc.IsZero() {
		sub.XetLuc = at
	}
	t.undo(sub)
	t.putState(sub)
	t.addNotice(Notice{Loai: LoaiKQ, TieuDe: "Thông báo trả lại hồ sơ " + sub.SoHoSo, Luc: at, MaDonVi: sub.MaDonVi, MaGiaoDich: sub.MaGiaoDich}, Task{Unit: t.unitOf(sub)})
}

// finish closes a package with a result: what it declares enters the register.
func (t *tx) finish(sub *Submission, at time.Time, who string) {
	sub.TraLai, sub.XongLuc, sub.NguoiXet = nil, at, who
	if sub.XetLuc.IsZero() {
		sub.XetLuc = at
	}
	t.apply(sub, at)
	t.putState(sub)
	ma := sub.MaDonVi
	if ma == "" && len(sub.Cap) > 0 {
		ma = sub.Cap[0].Ma
	}
	t.addNotice(Notice{Loai: LoaiKQ, TieuDe: "Thông báo kết quả hồ sơ " + sub.SoHoSo, Luc: at, MaDonVi: ma, MaGiaoDich: sub.MaGiaoDich}, Task{Unit: t.unitOf(sub)})
}

func (t *tx) unitOf(sub *Submission) RegisterUnit {
	if u := t.mem.reg.unit(sub.MaDonVi, sub.MaSoThue); u != nil {
		return *u
	}
	return RegisterUnit{MaDonVi: sub.MaDonVi, MaSoThue: sub.MaSoThue, TenDonVi: sub.TenDonVi, CoQuan: sub.CoQuan}
}

// declared is what a package's declarations say of people.
type declared struct{ d02, tk1 []declaredRow }

func declaredIn(files []envelopeFile) *declared {
	return &declared{rowsOf(files, "D02-TS"), rowsOf(files, "TK1-TS")}
}

// rowsOf are the rows of a package: those just read, or read again.
func (t *tx) rowsOf(sub *Submission) (*declared, error) {
	if d := t.fresh[sub.Khoa]; d != nil {
		return d, nil
	}
	b, err := t.content(sub.SHA256)
	if err != nil {
		return nil, fmt.Errorf("read content of %s: %w", sub.MaGiaoDich, err)
	}
	var l faultList
	env := readEnvelope(b, true, &l)
	if env == nil {
		return nil, fmt.Errorf("content of %s is no envelope", sub.MaGiaoDich)
	}
	for i := range env.files {
		env.files[i].decode()
	}
	d := declaredIn(env.files)
	t.fresh[sub.Khoa] = d
	return d, nil
}
