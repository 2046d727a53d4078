package services

import (
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// HoSo is a dossier as a whole: its forms together, its papers, and what it is for.
type HoSo struct {
	ThuTuc    string // the procedure's code, or a service's ID
	TruongHop string // the case, "C4.01"; "" when nobody has said
	Docs      []*form.Doc
	Giay      []GiayNop
	KhongTep  []string // IDs of papers that are answered without a file: kept by the employer, or not needed
	HomNay    law.Day
	Ky        law.Month // kỳ kê khai
}

// GiayNop is a paper in a dossier.
type GiayNop struct {
	ID   string // which paper of the service it is, "C4-g3"; "" when nobody has said
	Ten  string // the file's name
	Byte int64
	Hash string // of its bytes, "" if not known: two of the same are one paper
}

// Check checks that the forms of one dossier belong together and to the
// procedure; each form's own rules are not asked. Rules has the codes.
func Check(procedure string, docs []*form.Doc, today law.Day, period law.Month) []form.Fault {
	return CheckCase(HoSo{ThuTuc: procedure, Docs: docs, HomNay: today, Ky: period})
}

// CheckCase checks the dossier's forms as Check does, and its papers; with a case,
// also that what the case takes is there. Without papers nothing is said of their
// number and size.
func CheckCase(h HoSo) []form.Fault {
	c := checker{HoSo: h}
	p, ok := Procedure(h.ThuTuc)
	switch {
	case !ok:
		c.add("06", form.Loi, "", "Thủ tục: không có mã "+h.ThuTuc+" trong danh mục thủ tục", canCuMau)
		return c.faults
	case p.HetHieuLuc():
		c.add("06", form.Loi, "", "Thủ tục: "+p.Ma+" đã hết áp dụng. Chọn thủ tục khác", canCuMau)
		return c.faults
	}
	c.p = p
	hasCase := c.setCase()
	c.forms()
	if h.Ky != 0 && h.HomNay != 0 && h.Ky > h.HomNay.Month() && !p.TuongLai {
		c.add("07", form.Loi, "", "Kỳ kê khai: không sau tháng "+h.HomNay.Month().String()+" với thủ tục "+p.Ma, canCuMau)
	}
	c.acrossForms()
	c.nghiHuong()
	c.bangKe()
	if hasCase {
		c.theCase()
	}
	c.files()
	return c.faults
}

type checker struct {
	HoSo
	p      ThuTuc
	dv     DichVu
	th     TruongHop // its ID is "" when there is no case
	faults []form.Fault
}

// setCase finds the case; a wrong one is a fault, and then there is none.
func (c *checker) setCase() bool {
	if c.TruongHop == "" {
		return false
	}
	dv, th, ok := Case(c.TruongHop)
	switch {
	case !ok:
		c.add("16", form.Loi, "", "Trường hợp: không có mã "+c.TruongHop+". Xem các trường hợp của dịch vụ", canCuMau)
	case !th.Nhan(c.p):
		under := th.ThuTuc
		if len(under) == 0 {
			under = []string{dv.ID}
		}
		c.add("16", form.Loi, "", "Trường hợp: "+th.ID+" «"+th.Ten+"» không nộp bằng thủ tục "+c.p.Ma+". Chọn thủ tục "+strings.Join(under, " hoặc "), canCuMau)
	default:
		c.dv, c.th = dv, th
		return true
	}
	return false
}

func (c *checker) add(code string, level form.Level, mau, say, basis string, places ...form.Place) {
	if len(places) == 0 {
		places = []form.Place{{}}
	}
	c.faults = append(c.faults, form.Fault{Code: "HS-" + code, Level: level, Form: mau, Say: say, Basis: basis, Places: places})
}

// level is Lỗi where the source is certain and Nhắc where it is not.
func level(c law.Confidence) form.Level {
	if c == law.High {
		return form.Loi
	}
	return form.Nhac
}

func (c *checker) doc(id string) *form.Doc {
	for _, d := range c.Docs {
		if d.Form.ID == id {
			return d
		}
	}
	return nil
}

func (c *checker) has(mau []string) bool {
	for _, m := range mau {
		if c.doc(m) != nil {
			return true
		}
	}
	return false
}

func place(c *form.Column, i int) form.Place {
	return form.Place{Row: i + 1, Tag: c.Tag, Label: c.Label}
}
