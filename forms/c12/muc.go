package c12

import (
	"ankhai/forms/law"
	"ankhai/forms/law/dong"
)

// Muc is what one person's month comes to: the pay that each fund rests on, and what
// both sides pay into it. A fund that the person takes no part in is nothing.
type Muc struct {
	CanCu Nam
	Dong  Nam
}

// TinhMuc reckons a month; the errors are those of dong.MucDong.
func TinhMuc(in dong.Input) (*Muc, error) {
	r, err := dong.MucDong(in)
	if err != nil {
		return nil, err
	}
	n, d := r.Parts.NguoiLaoDong, r.Parts.DonVi
	m := &Muc{Dong: Nam{OmDau: d.OmDauThaiSan, HuuTri: n.HuuTri + d.HuuTri, BHYT: n.BHYT + d.BHYT, BHTN: n.BHTN + d.BHTN, TNLD: d.TNLD}}
	for q, x := range m.Dong {
		if x != 0 {
			m.CanCu[q] = r.CanCu
		}
	}
	if m.Dong[BHTN] != 0 {
		m.CanCu[BHTN] = r.CanCuTN
	}
	return m, nil
}

// chiBHYT is a month in which the health fund alone is paid.
func (m *Muc) chiBHYT() *Muc {
	if m == nil {
		return nil
	}
	return &Muc{CanCu: Nam{BHYT: m.CanCu[BHYT]}, Dong: Nam{BHYT: m.Dong[BHYT]}}
}

// dong and canCu are those of a month, nothing where there is none.
func (m *Muc) dong() Nam {
	if m == nil {
		return Nam{}
	}
	return m.Dong
}

func (m *Muc) canCu() Nam {
	if m == nil {
		return Nam{}
	}
	return m.CanCu
}

// tenTyLe are the figures of the two sides' rates by fund.
var tenTyLe = [SoQuy][2]string{
	OmDau: {"", "ty-le-om-dau-thai-san-don-vi"}, HuuTri: {"ty-le-huu-tri-nguoi-lao-dong", "ty-le-huu-tri-don-vi"},
	BHYT: {"ty-le-bhyt-nguoi-lao-dong", "ty-le-bhyt-don-vi"}, BHTN: {"ty-le-bhtn-nguoi-lao-dong", "ty-le-bhtn-don-vi"},
	TNLD: {"", "ty-le-tnld-don-vi"},
}

// tyLe are the rates of the two sides in a month, 1/10 000.
func tyLe(s *law.Sach, nuocNgoai bool, thang law.Month) (nld, dv Nam) {
	for q, ten := range tenTyLe {
		for side, name := range ten {
			if name == "" {
				continue
			}
			if nuocNgoai {
				name += "-nuoc-ngoai"
			}
			v, _ := s.Get(name, thang.First())
			if side == 0 {
				nld[q] = v.Amount
			} else {
				dv[q] = v.Amount
			}
		}
	}
	return nld, dv
}
