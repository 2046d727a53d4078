package sandbox

import (
	"fmt"
	"strings"
)

// registry is the register in memory: units and people, found by their numbers.
type registry struct {
	units  []*RegisterUnit
	byCode map[string]*RegisterUnit
	byTax  map[string]*RegisterUnit
	people []*RegisterPerson
	byBook map[string]*RegisterPerson // by mã số BHXH
	byID   map[string]*RegisterPerson // by CCCD
	last   int64                      // highest place in the book
	named  bool                       // somebody named the units that are registered
}

func newRegistry() *registry {
	return &registry{
		byCode: map[string]*RegisterUnit{}, byTax: map[string]*RegisterUnit{},
		byBook: map[string]*RegisterPerson{}, byID: map[string]*RegisterPerson{},
	}
}

func (r *registry) addUnit(u *RegisterUnit) {
	r.units = append(r.units, u)
	r.last = max(r.last, u.id)
	r.knowUnit(u)
}

// knowUnit makes a unit found by what it has become.
func (r *registry) knowUnit(u *RegisterUnit) {
	if u.MaDonVi != "" {
		r.byCode[u.MaDonVi] = u
	}
	if u.MaSoThue != "" {
		r.byTax[plainTax(u.MaSoThue)] = u
	}
	r.named = r.named || u.Nguon == TuDangKy
}

// unit is the unit with the code, or the one with the tax code where a code is
// lacking on either side.
func (r *registry) unit(maDonVi, maSoThue string) *RegisterUnit {
	if u := r.byCode[maDonVi]; u != nil && maDonVi != "" {
		return u
	}
	if u := r.byTax[plainTax(maSoThue)]; u != nil && (u.MaDonVi == "" || maDonVi == "") {
		return u
	}
	return nil
}

// registered says whether dossiers of a unit are taken.
func (r *registry) registered(maDonVi, maSoThue string) bool {
	u := r.byCode[maDonVi]
	if u == nil {
		return !r.named
	}
	return u.serves() && (u.MaSoThue == "" || plainTax(u.MaSoThue) == plainTax(maSoThue))
}

// plainTax is a tax code without its hyphen, which is written or not.
func plainTax(s string) string { return strings.ReplaceAll(s, "-", "") }

func (r *registry) addPerson(p *RegisterPerson) {
	r.people = append(r.people, p)
	r.last = max(r.last, p.id)
	r.knowPerson(p)
}

func (r *registry) knowPerson(p *RegisterPerson) {
	if p.MaSoBHXH != "" {
		r.byBook[p.MaSoBHXH] = p
	}
	if p.SoCCCD != "" {
		r.byID[p.SoCCCD] = p
	}
}

// forget takes somebody's numbers out of the index, before they change.
func (r *registry) forget(p *RegisterPerson) {
	if r.byBook[p.MaSoBHXH] == p {
		delete(r.byBook, p.MaSoBHXH)
	}
	if r.byID[p.SoCCCD] == p {
		delete(r.byID, p.SoCCCD)
	}
}

// person finds somebody by either number.
func (r *registry) person(maSoBHXH, soCCCD string) *RegisterPerson {
	if p := r.byBook[maSoBHXH]; p != nil && maSoBHXH != "" {
		return p
	}
	if p := r.byID[soCCCD]; p != nil && soCCCD != "" {
		return p
	}
	return nil
}

// freshNumber is a mã số BHXH that nobody has. 99 is no province's number, so that
// it cannot be taken for a real one.
func (r *registry) freshNumber() string {
	for n := len(r.people) + 1; ; n++ {
		if s := fmt.Sprintf("99%08d", n); r.byBook[s] == nil {
			return s
		}
	}
}

// freshCode is a unit code that nobody has: «TH» for thực hành.
func (r *registry) freshCode() string {
	for n := 1; ; n++ {
		if s := fmt.Sprintf("TH%05d", n); r.byCode[s] == nil {
			return s
		}
	}
}
