package law

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// CachHieu is how one company reads a point that the sources leave open: kept with
// its figures, so that every computation reads it the same way.
type CachHieu struct {
	Ten   string `json:"name"`            // of the question: "ngayDongTinh"
	Ma    string `json:"value"`           // the code chosen; a rate as it was typed, "0,31"
	CanCu string `json:"basis,omitempty"` // why, in the company's words
	Nam   int    `json:"year,omitempty"`  // of a rate that is published each year: that year
}

// Chot is how an open point is read in one computation, and who settled it. Ma ""
// means that nobody has.
type Chot struct {
	Ma    string
	Nhan  string // the words of the choice
	Nguon string // who chose: "mặc định của chương trình"
}

// diemMo are the open points by name, as the calculators ask for them.
var diemMo = map[string]CauHoi{}

// DiemMos lists the points that the sources leave open, by name.
func DiemMos() []CauHoi {
	out := make([]CauHoi, 0, len(diemMo))
	for _, h := range diemMo {
		out = append(out, h)
	}
	slices.SortFunc(out, func(a, b CauHoi) int { return strings.Compare(a.Ten, b.Ten) })
	return out
}

// DiemMo finds an open point by its name.
func DiemMo(ten string) (CauHoi, bool) {
	h, ok := diemMo[ten]
	return h, ok
}

// ghiDiemMo remembers the open points of a calculator. Two calculators that ask for
// one of the same name must ask the same.
func ghiDiemMo(where string, hoi []CauHoi) error {
	for _, h := range hoi {
		if err := ghiDiemMo(where, h.Cot); err != nil {
			return err
		}
		if !h.ThietLap {
			continue
		}
		if old, ok := diemMo[h.Ten]; ok && (old.Nhan != h.Nhan || old.MacDinh != h.MacDinh || !slices.Equal(old.Chon, h.Chon)) {
			return fmt.Errorf("calculator %s: open point %s is asked otherwise elsewhere", where, h.Ten)
		}
		diemMo[h.Ten] = h
	}
	return nil
}

// FaultOfCachHieu says in Vietnamese what is wrong with a choice; "" if it can be
// kept.
func FaultOfCachHieu(c CachHieu) string {
	h, ok := diemMo[c.Ten]
	if !ok {
		return "Thiết lập: không có tên " + c.Ten + ". Xem danh sách: bhxh law settings"
	}
	v := TraLoi{so: map[string]int64{}, chu: map[string]string{}}
	text, _ := json.Marshal(c.Ma) // a text always encodes
	switch say := v.put(h, text); {
	case say != "":
		return h.Nhan + ": " + say
	case h.Loai != Chon && !Month(c.Nam*100+1).Valid():
		return h.Nhan + ": phải ghi năm áp dụng"
	case h.Loai == Chon && c.Nam != 0:
		return h.Nhan + ": không theo năm"
	}
	return ""
}

// VoiCachHieu is the book with the choices of a company on top; the book itself
// stays. A choice that cannot be kept is refused.
func (s *Sach) VoiCachHieu(all []CachHieu) (*Sach, error) {
	out := &Sach{cach: map[cachKey]CachHieu{}}
	if s != nil {
		out.them = s.them
	}
	for _, c := range all {
		if say := FaultOfCachHieu(c); say != "" {
			return nil, fmt.Errorf("choice of %s: %s", c.Ten, say)
		}
		out.cach[cachKey{c.Ten, c.Nam}] = c
	}
	return out, nil
}

// cachKey finds a choice: by its name and, of a rate of one year, by that year.
type cachKey struct {
	ten string
	nam int
}

// ThietLap says how an open point with choices is read: as the company chose, else
// as the program has it, "" where no choice may be made silently.
func (s *Sach) ThietLap(ten string) Chot {
	h := diemMo[ten]
	c, nguon := h.MacDinh, "mặc định của chương trình"
	if s != nil {
		if own, ok := s.cach[cachKey{ten, 0}]; ok {
			c, nguon = own.Ma, own.nguon()
		}
	}
	return h.chot(c, nguon)
}

// TyLeRieng is a rate of one year that the company has entered in the place of the
// program's, in 1/1 000 000, with who says so.
func (s *Sach) TyLeRieng(ten string, nam int) (n int64, nguon string, ok bool) {
	if s == nil {
		return 0, "", false
	}
	own, ok := s.cach[cachKey{ten, nam}]
	if !ok {
		return 0, "", false
	}
	n, ok = decimal(own.Ma, 4)
	return n, own.nguon(), ok
}

func (c CachHieu) nguon() string {
	if c.CanCu == "" {
		return "đơn vị đã chọn"
	}
	return "đơn vị đã chọn theo " + c.CanCu
}

func (h CauHoi) chot(ma, nguon string) Chot {
	if ma == "" {
		return Chot{}
	}
	return Chot{ma, h.Loi(ma), nguon}
}

// Loi is a choice of the question in words; a code that it does not have stays.
func (h CauHoi) Loi(ma string) string {
	for _, k := range h.Chon {
		if k.Ma == ma {
			return k.Nhan
		}
	}
	return ma
}

// ThietLap is how an open point is read: as answered this time, else as the book
// has it.
func (v TraLoi) ThietLap(ten string) Chot {
	if ma := v.chu[ten]; ma != "" {
		return diemMo[ten].chot(ma, "chọn cho lần tính này")
	}
	return v.Sach.ThietLap(ten)
}

// Say is the choice with who made it, for a working.
func (c Chot) Say() string { return c.Nhan + " (" + c.Nguon + ")" }
