package office

import (
	"strings"
	"sync"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/services"
)

// EmployerScreen is the door to an employer: it takes the one with the tax code ID at
// hand. RuleScreen is the door to the words of a code of the catalogue of faults.
// BlankScreen is the door to the blank workbook of the form ID.
const (
	EmployerScreen = "don-vi"
	RuleScreen     = "ma-loi"
	BlankScreen    = "mau-excel"
)

// foundPerson is a person as they are found: by name, by the company's own number, by
// mã số BHXH and by identity number.
func foundPerson(p facts.NguoiLaoDong) Findable {
	var say []string
	if p.MaNV != "" {
		say = append(say, p.MaNV)
	}
	if p.NgaySinh != 0 {
		say = append(say, "sinh "+p.NgaySinh.String())
	}
	if p.ChucDanh != "" {
		say = append(say, p.ChucDanh)
	}
	if p.TrangThai == facts.DaNghi {
		say = append(say, "đã nghỉ")
	}
	return Findable{Kind: FindPerson, Title: p.HoTen, Say: strings.Join(say, " · "), Words: strings.Join([]string{p.MaNV, p.MaSoBHXH, p.SoCCCD, p.ID}, " "), Go: Place{Screen: "nguoi-lao-dong", ID: p.ID}}
}

func foundService(s services.DichVu) Findable {
	return Findable{Kind: FindService, Title: s.Ten, Say: s.ID, Words: s.ID + " " + strings.Join(s.ThuTuc, " ") + " " + strings.Join(s.Mau, " "), Go: Place{Screen: "thu-tuc", ID: s.ID}}
}

// lasting is what can be found without any data: forms, calculators, the codes of
// faults. It is made once.
var lasting = sync.OnceValue(func() []folded {
	var out []folded
	for _, f := range form.Forms() {
		out = append(out, fold(Findable{Kind: FindForm, Title: f.Called() + " " + f.Title, Say: f.Basis, Words: f.ID, Go: Place{Screen: "thu-tuc", ID: "mau:" + f.ID}}))
		if !f.Agency {
			out = append(out, fold(Findable{Kind: FindForm, Title: "Mẫu Excel trống " + f.Called(), Say: f.Title, Words: f.ID + " lấy bảng tính điền", Go: Place{Screen: BlankScreen, ID: f.ID}}))
		}
	}
	for _, m := range law.MayTinhs() {
		out = append(out, fold(Findable{Kind: FindCalculator, Title: m.TieuDe, Say: m.CanCu, Words: m.Ten, Go: Place{Screen: "cong-cu", ID: m.Ten}}))
	}
	for _, h := range Codes() {
		if h.Code != "" {
			out = append(out, fold(Findable{Kind: FindError, Title: h.Code, Say: h.Say, Words: h.Say, Go: Place{Screen: RuleScreen, ID: h.Code}}))
		}
	}
	return out
})
