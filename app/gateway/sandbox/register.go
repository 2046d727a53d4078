package sandbox

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Register is what the gateway is told of units and people beforehand, in
// dang-ky.json of its folder or in Options. It goes into the book once, and again
// whenever the file has changed; what the gateway learns later is added there.
type Register struct {
	DonVi []RegisterUnit   `json:"donVi"` // none: every unit counts as registered
	Nguoi []RegisterPerson `json:"nguoi"`
}

const registerName = "dang-ky.json"

// readRegister is dang-ky.json and its hash; nil where there is no such file.
func readRegister(dir string) (*Register, string, error) {
	b, err := os.ReadFile(filepath.Join(dir, registerName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, "", nil
	}
	if err != nil {
		return nil, "", fmt.Errorf("read register: %w", err)
	}
	var r Register
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&r); err != nil {
		return nil, "", fmt.Errorf("read register %s: %w", registerName, err)
	}
	if err := r.check(); err != nil {
		return nil, "", fmt.Errorf("read register %s: %w", registerName, err)
	}
	return &r, hashOf(b), nil
}

func (r *Register) check() error {
	for i, p := range r.Nguoi {
		if !slices.Contains(standings, p.TinhTrang) {
			return fmt.Errorf("person %d: tinhTrang %q", i+1, p.TinhTrang)
		}
		if p.MaSoBHXH == "" && p.SoCCCD == "" {
			return fmt.Errorf("person %d: neither maSoBHXH nor soCCCD", i+1)
		}
	}
	for i, u := range r.DonVi {
		if !slices.Contains([]string{"", ChuaDangKy, DangDung, DaNgung}, u.TrangThai) {
			return fmt.Errorf("unit %d: trangThai %q", i+1, u.TrangThai)
		}
		if u.MaDonVi == "" {
			return fmt.Errorf("unit %d: no maDonVi", i+1)
		}
	}
	return nil
}

// takeRegister brings a register into the book: entries that are known are
// overwritten in what the register says, the others are added.
func (t *tx) takeRegister(r *Register, hash string) {
	for _, u := range r.DonVi {
		u.Nguon = TuDangKy
		if u.TrangThai == "" {
			u.TrangThai = DangDung
		}
		if old := t.mem.reg.byCode[u.MaDonVi]; old != nil {
			id := old.id
			*old = u
			old.id = id
			t.putUnit(old)
			continue
		}
		t.putUnit(&u)
	}
	for _, p := range r.Nguoi {
		if old := t.mem.reg.person(p.MaSoBHXH, p.SoCCCD); old != nil {
			t.mem.reg.forget(old)
			id, moved := old.id, old.BienDong
			*old = p
			old.id = id
			if len(moved) > 0 {
				old.BienDong = moved
			}
			t.putPerson(old)
			continue
		}
		t.putPerson(&p)
	}
	t.set(setFile, hash)
	t.mem.file = hash
}
