package mau

import (
	"slices"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Loi is a fault that must be found, at its cell.
type Loi struct {
	Sheet string     `json:"sheet"`
	O     string     `json:"cell"`
	Ma    string     `json:"code"`
	Muc   form.Level `json:"level"`
}

// Hat is an error of the catalogue that was sown.
type Hat struct {
	Ma    string `json:"seed"` // "E01"
	Cach  string `json:"how"`  // in Vietnamese, what a person or a program did
	Sheet string `json:"sheet"`
	O     string `json:"cell"`            // where; "" for a line of its own
	Sau   string `json:"later,omitempty"` // who finds it where reading cannot: a rule and the file that shows it
	Loi   []Loi  `json:"faults"`          // what reading must say of it
	Nguoi int    `json:"people"`          // how many lines of people it touches
}

// Bo is a workbook with its oracle.
type Bo struct {
	Ten    string            // "L1-ban"
	Layout string            // "L1"
	Trang  []*Trang          // the sheets, to be written
	Nguoi  []facts.DongLuong // the people that must be read, in order
	Cham   bool              // they are a timesheet's
	Loi    []Loi             // every fault that must be named, in no order
	Hat    []Hat             // what was sown
	Bang   [][]string        // of L7: the rows that must be read, by ClaimHeads

	Muc     []MucCu   // of L8: the rows that must be read
	MaDonVi string    // of L8
	Thang   law.Month // of L8
}

// gieo sows one error: sow changes the cells and names what must be found.
func (bo *Bo) gieo(ma, cach, sau string, nguoi int, a *dat, sow func()) {
	before := len(bo.Loi)
	sow()
	h := Hat{Ma: ma, Cach: cach, Sau: sau, Loi: slices.Clone(bo.Loi[before:]), Nguoi: nguoi}
	if a != nil {
		h.Sheet, h.O = a.trang.Ten, a.cho
	}
	if len(h.Loi) > 0 {
		h.Sheet, h.O = h.Loi[0].Sheet, h.Loi[0].O
	}
	bo.Hat = append(bo.Hat, h)
}

// loi names a fault that must be found.
func (bo *Bo) loi(a *dat, o, ma string, muc form.Level) {
	bo.Loi = append(bo.Loi, Loi{a.trang.Ten, o, ma, muc})
	a.xong = true
}
