package c12

import "ankhai/forms/law"

// TinhTrang says how far the report of an event has come.
type TinhTrang string

// The states of a report.
const (
	ChuaBao TinhTrang = "chuaBao" // the payroll shows it, nothing was sent
	DaGui   TinhTrang = "daGui"
	BiTra   TinhTrang = "biTra" // the dossier was returned
)

// SuKien is something that changed about a person and its report.
type SuKien struct {
	PhuongAn string
	TuThang  law.Month // since when
	Bao      TinhTrang
	Ngay     law.Day // on which it was sent; zero while it was not
	HoSo     string  // our dossier, "" if none
	SoHoSo   string  // the agency's number of it, "" until it is known
}

// Bien is another way in which the agency may have reckoned a person's month.
type Bien struct {
	Loai Loai
	Muc  *Muc
}

// Nguoi is a person of the month.
type Nguoi struct {
	ID, HoTen, MaSo, MaNV string
	NuocNgoai             bool

	Nay   *Muc      // as the month is by our figures; nil: takes no part
	Truoc *Muc      // the month before, as the agency could know it at its end; nil: took no part
	Giu   *Muc      // this month, if the agency had heard nothing since then; of somebody who left before, on the last pay
	Nghi  law.Month // since when somebody who left has left

	DieuChinh Nam   // what earlier months come to more (or less) by reports that reached the agency in this month
	BHYTCham  int64 // BHYT of earlier months that stays due because a decrease was reported late; not in DieuChinh
	Bien      []Bien
	SuKien    []SuKien // reports that concern this month, latest last
}

// suKien is the event that tells of the month; nil where there is none.
func (n *Nguoi) suKien() *SuKien {
	if len(n.SuKien) == 0 {
		return nil
	}
	return &n.SuKien[len(n.SuKien)-1]
}

// Ai names a person in an answer.
type Ai struct {
	ID    string `json:"id"`
	HoTen string `json:"hoTen"`
	MaSo  string `json:"maSoBHXH,omitempty"`
	MaNV  string `json:"maNV,omitempty"`
}

func (n *Nguoi) ai() Ai { return Ai{n.ID, n.HoTen, n.MaSo, n.MaNV} }

// Ten is the person's name with the number by which people of the same name are
// told apart.
func (a Ai) Ten() string {
	switch {
	case a.MaSo != "":
		return a.HoTen + " (" + a.MaSo + ")"
	case a.MaNV != "":
		return a.HoTen + " (" + a.MaNV + ")"
	}
	return a.HoTen
}
