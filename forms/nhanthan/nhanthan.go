package nhanthan

import (
	"strings"
	"unicode"

	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// canCuSo is where the twelve digits of a number of identity get their meaning.
const canCuSo = "Nghị định 137/2015/NĐ-CP"

// Verdict turns a finding about an identifier into the engine's words, which put
// the column's label before them.
func Verdict(l facts.LoiMa) form.Verdict {
	return form.Verdict{Say: l.KhongTen(), Fix: l.Goi, Warn: l.Nhac}
}

// Text makes a rule of a check of a text; about is its sentence in the spec sheet.
func Text(code string, c form.TextColumn, about, basis string, check func(string) facts.LoiMa, opts ...form.RuleOption) form.Rule {
	return form.Judge(code, c, form.Always, about, func(l *form.Look) form.Verdict { return Verdict(check(c.Get(l.Row))) },
		append([]form.RuleOption{form.By(basis)}, opts...)...)
}

// HoTen asks for a name in letters.
func HoTen(code string, c form.TextColumn, basis string, opts ...form.RuleOption) form.Rule {
	return Text(code, c, "chữ Unicode có dấu, không có chữ số", basis, facts.CheckHoTen, opts...)
}

// MaSoBHXH asks for ten digits.
func MaSoBHXH(code string, c form.TextColumn, basis string, opts ...form.RuleOption) form.Rule {
	return Text(code, c, "10 chữ số", basis, facts.CheckMaSoBHXH, opts...)
}

// MaSoBHYT asks for the same ten digits, and offers those of a card's number.
func MaSoBHYT(code string, c form.TextColumn, basis string, opts ...form.RuleOption) form.Rule {
	return Text(code, c, "10 chữ số", basis, facts.CheckMaSoBHYT, opts...)
}

// DienThoai and Email ask for the shape of a telephone number and an address.
func DienThoai(code string, c form.TextColumn, basis string, opts ...form.RuleOption) form.Rule {
	return Text(code, c, "có dạng 0912345678", basis, facts.CheckDienThoai, opts...)
}

// Email asks for the shape of an address.
func Email(code string, c form.TextColumn, basis string, opts ...form.RuleOption) form.Rule {
	return Text(code, c, "có dạng ten@congty.vn", basis, facts.CheckEmail, opts...)
}

// MaSoThue asks for a tax code of ten or thirteen digits with its check digit,
// or the twelve digits of a person.
func MaSoThue(code string, c form.TextColumn, basis string, opts ...form.RuleOption) form.Rule {
	return Text(code, c, "10 hoặc 13 chữ số đúng số kiểm tra, hoặc 12 chữ số", basis, facts.CheckMST, opts...)
}

// MaDonVi asks for the shape of a mã đơn vị, which is known from samples only.
func MaDonVi(code string, c form.TextColumn, basis string) form.Rule {
	return Text(code, c, "mã do cơ quan BHXH cấp", basis, facts.CheckMaDonVi, form.Trust(form.Medium))
}

// SoGiayTo holds the number of identity against nationality, sex and birth. The
// handles other than so may be nil where the form has no such column. Without a
// nationality the person is taken as Vietnamese; a form that does not ask for it
// takes a number with a letter as that of a passport.
func SoGiayTo(code string, so form.TextColumn, quocTich, gioiTinh *form.CodeColumn, ngaySinh *form.BirthColumn, opts ...form.RuleOption) form.Rule {
	return form.Judge(code, so, form.Always, "12 chữ số, hợp với giới tính và năm sinh; người nước ngoài ghi hộ chiếu", func(l *form.Look) form.Verdict {
		var qt string
		gt, ns := facts.GioiTinhCua(""), facts.NgaySinh(0)
		if quocTich != nil {
			qt = quocTich.Get(l.Row)
		}
		if gioiTinh != nil {
			gt = facts.GioiTinhCua(gioiTinh.Get(l.Row))
		}
		if ngaySinh != nil {
			ns = facts.NgaySinh(ngaySinh.Get(l.Row))
		}
		if s := so.Get(l.Row); quocTich == nil && strings.ContainsFunc(s, unicode.IsLetter) {
			return Verdict(facts.CheckHoChieu(s))
		}
		return Verdict(facts.CheckSoGiayTo(so.Get(l.Row), qt, gt, ns))
	}, append([]form.RuleOption{form.By(canCuSo)}, opts...)...)
}

// NgaySinh asks for a day that exists, not after today.
func NgaySinh(code string, c form.BirthColumn, basis string, opts ...form.RuleOption) form.Rule {
	return form.Judge(code, c, form.Always, "là ngày có thật, sau năm 1900, không sau hôm nay", func(l *form.Look) form.Verdict {
		n := facts.NgaySinh(c.Get(l.Row))
		if !n.Valid() {
			return form.Verdict{Say: "phải có dạng 15/08/1995, 08/1995 hoặc 1995"}
		}
		if l.Today != 0 && n.Day() > l.Today {
			return form.Verdict{Say: "không sau ngày " + l.Today.String()}
		}
		return form.Verdict{}
	}, append([]form.RuleOption{form.By(basis)}, opts...)...)
}
