package han

import (
	"encoding/json"

	"ankhai/forms/law"
	"ankhai/forms/services"
)

// Viec is something to be done because of an event: a clock with its days.
type Viec struct {
	Han   Han          `json:"clock"`
	Ngay  law.Day      `json:"-"` // by when; 0 where it is not known or the law sets none
	Goc   law.Day      `json:"-"` // the same before a day off moved it
	Doi   string       `json:"moved,omitempty"`
	Xong  law.Day      `json:"-"` // done by this day nothing depends on how a day off or a first day is counted; 0 for the agency
	Tu    law.Day      `json:"-"` // the day from which it counts
	TuTen string       `json:"fromName"`
	GiaSu []string     `json:"supposed,omitempty"` // what was supposed
	Cach  string       `json:"how"`                // the rule in words
	Thieu string       `json:"missing,omitempty"`  // why Ngay is not known
	ChuaR []string     `json:"open,omitempty"`     // days off that a year's decision may still add
	Con   int          `json:"daysLeft"`           // from today; negative when late
	Trang TrangThai    `json:"state"`
	QuaH  []HauQua     `json:"ifLate"`
	HoSo  *HoSoCuaViec `json:"dossier,omitempty"` // what is filed; nil: nothing through this program
}

// HoSoCuaViec is the dossier that the work takes.
type HoSoCuaViec struct {
	DichVu    string            `json:"service"`
	TruongHop string            `json:"case,omitempty"`
	Ten       string            `json:"name"`
	ThuTuc    []string          `json:"procedures"`
	Mau       []string          `json:"forms"`
	PhuongAn  []string          `json:"phuongAn"`
	GiayTo    string            `json:"papers"`
	VaiNop    []services.VaiTro `json:"filers"`
	CoTheNop  bool              `json:"employerFiles"`
	Say       string            `json:"employerFilesSay"`
	DoChac    law.Confidence    `json:"confidence"`
}

// TrangThai is how a day stands against today.
type TrangThai string

// The states.
const (
	ChuaTinh TrangThai = ""         // no day, or nobody said what day it is
	Con      TrangThai = "con"      // still to come
	SapHet   TrangThai = "sap-het"  // within sapHetNgay days
	HomNay   TrangThai = "hom-nay"  // today
	QuaHan   TrangThai = "qua-han"  // past
	DuocRoi  TrangThai = "duoc-roi" // of SomNhat: it can be done now
)

// sapHetNgay is from how many days before on a limit is near.
const sapHetNgay = 7

// hoSo is what the clock's case takes.
func (h Han) hoSo(chon map[string]string) *HoSoCuaViec {
	id := h.ofCase(chon)
	if s, c, ok := services.Case(id); ok {
		under := c.ThuTuc
		if len(under) == 0 {
			under = []string{s.ID}
		}
		return &HoSoCuaViec{DichVu: s.ID, TruongHop: c.ID, Ten: c.Ten, ThuTuc: under, Mau: c.Mau, PhuongAn: c.PhuongAn,
			GiayTo: c.GiayTo, VaiNop: c.VaiNop, CoTheNop: s.CoTheNop, Say: s.CoTheNopCau, DoChac: c.Confidence}
	}
	if s, ok := services.Service(id); ok {
		return &HoSoCuaViec{DichVu: s.ID, Ten: s.Ten, ThuTuc: s.ThuTuc, Mau: s.Mau, VaiNop: s.VaiNop, CoTheNop: s.CoTheNop, Say: s.CoTheNopCau, DoChac: s.Confidence}
	}
	return nil
}

// MarshalJSON writes the days as yyyy-MM-dd, "" where there is none.
func (v Viec) MarshalJSON() ([]byte, error) {
	type plain Viec
	return json.Marshal(struct {
		plain
		Due    string   `json:"due"`
		Before string   `json:"dueBeforeMoving"`
		Safe   string   `json:"safe"`
		From   string   `json:"from"`
		Cases  []string `json:"clockCases"`
	}{plain(v), v.Ngay.ISO(), v.Goc.ISO(), v.Xong.ISO(), v.Tu.ISO(), v.Han.TruongHop()})
}
