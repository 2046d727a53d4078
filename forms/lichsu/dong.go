package lichsu

import (
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// Loai is what kind of thing a line says.
type Loai string

// The kinds.
const (
	KhaiPhuongAn Loai = "phuongAn" // a phương án, from a month on
	TrongBang    Loai = "bang"     // the person stands in a month's payroll
	NhanThan     Loai = "nhanThan" // who the person is, and nothing of months
)

// Dong is one line of a file that speaks of a person.
type Dong struct {
	Tep      string             `json:"tep"` // the file's name
	Noi      string             `json:"noi"` // where in the file: "Tang!A12", "dòng 3"
	Loai     Loai               `json:"loai"`
	PhuongAn string             `json:"phuongAn"`
	Tu       law.Month          `json:"tu"`    // of a payroll: its month
	Den      law.Month          `json:"den"`   // the last month for which it says so; 0 = open
	Nguoi    facts.NguoiLaoDong `json:"nguoi"` // what it says of the person; ID, TrangThai and TuThang stay empty
}

// Cho is the place by which a person names a line: "tang-05.xlsx!Tang!A12".
func (d *Dong) Cho() string { return d.Tep + "!" + d.Noi }

// Tep is a file.
type Tep struct {
	Ten   string
	Thang law.Month // the month it is of, 0 where that is not known
	Bang  bool      // it is a month's payroll: who is not in it is missing
}

// Biet is somebody whom the program has.
type Biet struct {
	Nguoi facts.NguoiLaoDong   // who they are now, with ID
	Rieng []facts.NguoiLaoDong // the lines of their history that the program has of itself, earliest first
	MoBoi bool                 // the first of them is a payroll that opened the roster, which tells of no change
}

// Vao is all that there is to make a history of.
type Vao struct {
	Tep  []Tep
	Dong []Dong // in the order of the files and their lines
	Biet []Biet
	// Mo is the month whose payroll opened the program's own roster, 0 for none: who is
	// not in it had left, or is missing.
	Mo law.Month
	// Giu are the decisions of a person: places (Dong.Cho) of lines that are right, or
	// codes of VanDe whose lines are all right.
	Giu map[string]bool
}

// Moc is how a person stands from a month on, and what told it.
type Moc struct {
	facts.NguoiLaoDong
	Nguon string
}

// Nguoi is a person with their history.
type Nguoi struct {
	Ai   facts.NguoiLaoDong // who they are: what the program knew, filled with what the lines say
	Moc  []Moc              // earliest first; nothing from the first month on that the program has of itself
	Dong []int              // the lines that speak of them, also those that were left out of their months
}

// KetQua is what came of it.
type KetQua struct {
	Nguoi []Nguoi // those whom the program has first, in its order, then by their first lines
	VanDe []VanDe // by month of the first place, then in order
	Bo    []int   // lines that belong to nobody here: not taken at all
}

// so is the mã số BHXH and the personal number of a line: a personal number that
// stands in the place of the mã số is one.
func so(n *facts.NguoiLaoDong) (maSo, cccd string) {
	maSo, cccd = n.MaSoBHXH, n.SoCCCD
	if _, _, _, ok := facts.DocCCCD(maSo); ok {
		if cccd == "" {
			cccd = maSo
		}
		maSo = ""
	}
	return maSo, cccd
}
