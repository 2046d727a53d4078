package office

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/storage"
)

// CommuneMove is somebody of the roster whose commune or province was abolished on
// 01/07/2025, and where it is now.
type CommuneMove struct {
	Who facts.NguoiLaoDong `json:"nguoi"`
	Was string             `json:"cu"`  // in words: "Phường Cống Vị, Quận Ba Đình (00007)"
	Now []CommuneNow       `json:"moi"` // one, or several where it was divided
}

// CommuneNow is a commune as it is now; MaXa is empty where only the province is known.
type CommuneNow struct {
	MaXa   string `json:"maXa"`
	MaTinh string `json:"maTinh"`
	Words  string `json:"ten"`
}

// Sure reports whether there is nothing to choose.
func (m CommuneMove) Sure() bool { return len(m.Now) == 1 }

// ErrNotTheCommune: a commune was chosen that the person's former one did not become.
var ErrNotTheCommune = errors.New("not a commune that the former one became")

// What is kept of a conversion with the people it changed.
const (
	communeSource = "điều chỉnh mã xã, mã tỉnh theo Quyết định 19/2025/QĐ-TTg"
	communeUndone = "hoàn tác điều chỉnh mã xã, mã tỉnh"
)

// ConvertCommunes lists the people who are with the employer in a month and whose
// commune or province has the code of an abolished one. Nothing is changed.
func (o *Office) ConvertCommunes(ctx context.Context, month law.Month) ([]CommuneMove, error) {
	people, err := o.People(ctx, month)
	if err != nil {
		return nil, err
	}
	out := []CommuneMove{}
	for _, p := range people {
		if p.TrangThai == facts.DaNghi {
			continue
		}
		if m := moveOf(p); len(m.Now) > 0 {
			out = append(out, m)
		}
	}
	return out, nil
}

// moveOf is what became of a person's commune and province; no Now where both are in
// force, or in no list. A code that both numberings have is taken for the new one,
// unless the province is an old one.
func moveOf(p facts.NguoiLaoDong) CommuneMove {
	oldProvince := !codes.Tinh.Has(p.MaTinh) && codes.TinhCu.Has(p.MaTinh)
	tinh := p.MaTinh
	if now := codes.Tinh.Thay(tinh); len(now) == 1 {
		tinh = now[0].Ma
	}
	m := CommuneMove{Who: p, Was: formerHome(p.MaXa, p.MaTinh)}
	was, former := codes.XaCu.Get(p.MaXa)
	switch {
	case former && (oldProvince || !codes.Xa.Has(p.MaXa)):
		for _, ma := range strings.Fields(was.Nhom) {
			m.add(ma)
		}
	case codes.Xa.Has(p.MaXa) && oldProvince:
		m.add(p.MaXa)
	case p.MaXa == "" && oldProvince && tinh != p.MaTinh:
		m.Now = []CommuneNow{{MaTinh: tinh, Words: codes.Tinh.Label(tinh)}}
	}
	if there := slices.DeleteFunc(slices.Clone(m.Now), func(n CommuneNow) bool { return tinh != "" && n.MaTinh != tinh }); len(there) > 0 {
		m.Now = there
	}
	return m
}

func (m *CommuneMove) add(maXa string) {
	if i, ok := codes.Xa.Get(maXa); ok {
		m.Now = append(m.Now, CommuneNow{i.Ma, i.Nhom, i.Ten + ", " + codes.Tinh.Label(i.Nhom)})
	}
}

// formerHome puts old codes into words.
func formerHome(maXa, maTinh string) string {
	var out []string
	for _, c := range []struct {
		old, now *codes.List
		ma       string
	}{{codes.XaCu, codes.Xa, maXa}, {codes.TinhCu, codes.Tinh, maTinh}} {
		ten := c.old.Label(c.ma)
		if ten == "" {
			ten = c.now.Label(c.ma)
		}
		if c.ma != "" {
			out = append(out, strings.TrimSpace(ten+" ("+c.ma+")"))
		}
	}
	return strings.Join(out, ", ")
}

// ApplyCommunes gives people the communes that were chosen for them, by the store's key
// and the new code; "" takes the province alone where nothing else is known. All in
// one step, which UndoCommunes takes back. What they were stays among the corrections
// of each. How many changed comes back.
func (o *Office) ApplyCommunes(ctx context.Context, month law.Month, chosen map[string]string) (int, error) {
	moves, err := o.ConvertCommunes(ctx, month)
	if err != nil {
		return 0, err
	}
	dv, err := o.Company(ctx)
	if err != nil {
		return 0, err
	}
	var homes []storage.Home
	for _, m := range moves {
		maXa, ok := chosen[m.Who.ID]
		if !ok {
			continue
		}
		i := slices.IndexFunc(m.Now, func(n CommuneNow) bool { return n.MaXa == maXa })
		if i < 0 {
			return 0, fmt.Errorf("commune %s of %s: %w", maXa, m.Who.ID, ErrNotTheCommune)
		}
		homes = append(homes, storage.Home{ID: m.Who.ID, MaXa: m.Now[i].MaXa, MaTinh: m.Now[i].MaTinh})
	}
	if len(homes) < len(chosen) {
		return 0, fmt.Errorf("communes of %d people: %w", len(chosen)-len(homes), ErrNoPerson)
	}
	if len(homes) == 0 {
		return 0, nil
	}
	return o.store.MoveHomes(ctx, dv.MaSoThue, homes, communeSource)
}

// UndoCommunes takes the last ApplyCommunes back, of the people who have not moved
// since. storage.ErrNothingToUndo if there is nobody.
func (o *Office) UndoCommunes(ctx context.Context) (int, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return 0, err
	}
	return o.store.MoveHomesBack(ctx, dv.MaSoThue, communeSource, communeUndone)
}
