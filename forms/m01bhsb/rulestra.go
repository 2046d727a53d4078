package m01bhsb

import (
	"ankhai/forms/codes"
	"ankhai/forms/form"
)

// traRules are the rules of how the money is paid.
func traRules() []form.Rule {
	hinh := tepDT + "; " + luat + "93"
	return []form.Rule{
		form.Require("105", SoTaiKhoan, quaNH, form.By(hinh)),
		form.Require("106", ChuTaiKhoan, quaNH, form.By(hinh)),
		form.Require("107", MaNganHang, quaNH, form.By(hinh)),
		form.Judge("108", SoTaiKhoan, form.Always, "6 đến 19 chữ số, hoặc chữ không dấu và chữ số", dangTaiKhoan, form.By(luoi), form.Trust(form.Medium), form.Warn),
		form.Judge("109", ChuTaiKhoan, form.Always, "trùng họ tên người hưởng, viết hoa không dấu", dungChu, form.By(luoi), form.Warn),
		form.Over("110", SoTaiKhoan, "một tài khoản không của hai người", motTaiKhoan, form.By(luat+"93 khoản 1"), form.Warn),
		form.Over("111", HinhThucTroCap, "nhận qua đơn vị thì phần đầu có tài khoản của đơn vị", thieuTaiKhoanDonVi, form.By(tepDT), form.Warn),
	}
}

func dangTaiKhoan(l *form.Look) form.Verdict {
	s := SoTaiKhoan.Get(l.Row)
	ok := len(s) >= 6 && len(s) <= 19
	for i := range len(s) {
		ch := s[i]
		ok = ok && (ch >= '0' && ch <= '9' || ch >= 'A' && ch <= 'Z' || ch >= 'a' && ch <= 'z')
	}
	if ok {
		return form.Verdict{}
	}
	return form.Verdict{Say: "phải có 6 đến 19 chữ số, hoặc chữ không dấu và chữ số, không có dấu cách"}
}

func dungChu(l *form.Look) form.Verdict {
	if HoTen.Known(l.Row) && codes.Fold(ChuTaiKhoan.Get(l.Row)) != codes.Fold(HoTen.Get(l.Row)) {
		return form.Verdict{Say: "khác Họ và tên. Trợ cấp chỉ chuyển vào tài khoản của người hưởng, xem lại tên"}
	}
	return form.Verdict{}
}

func motTaiKhoan(_ *form.Doc, rows []form.Row) []form.Hit {
	first := map[string]int{}
	var hits []form.Hit
	for i, r := range rows {
		k := MaNganHang.Get(r) + "/" + SoTaiKhoan.Get(r)
		if !SoTaiKhoan.Known(r) || khoa(r) == "" {
			continue
		}
		if j, seen := first[k]; !seen {
			first[k] = i
		} else if khoa(rows[j]) != khoa(r) {
			hits = append(hits, form.Hit{I: i, Say: "trùng với dòng " + so10(j+1) + " của người khác. Xem lại số tài khoản"})
		}
	}
	return hits
}

func thieuTaiKhoanDonVi(d *form.Doc, rows []form.Row) []form.Hit {
	if TaiKhoanDonVi.Known(d.Head) {
		return nil
	}
	for i, r := range rows {
		if HinhThucTroCap.Get(r) == QuaDonVi {
			return []form.Hit{{I: i, Say: "có người nhận qua đơn vị hoặc đại diện chi trả. Nhận qua đơn vị thì ghi Tài khoản của đơn vị ở phần đầu"}}
		}
	}
	return nil
}
