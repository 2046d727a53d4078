package mauso3

import (
	"fmt"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/nhanthan"
)

// rules are checked in this order; a code is never given to another rule.
func rules() []form.Rule {
	out := nguoiRules()
	out = append(out, mucRules()...)
	return append(out, theRules()...)
}

func nguoiRules() []form.Rule {
	return []form.Rule{
		nhanthan.HoTen("01", HoTen, "Quyết định 366/QĐ-BHXH Điều 5 khoản 1.3"),
		form.Require("02", MaSoBHXH, form.Not(tangNguoi).Named("không phải tăng người tham gia"), form.By(huongC+"1")),
		nhanthan.MaSoBHYT("03", MaSoBHXH, huongC+"1"),
		form.Require("04", SoCCCD, form.Not(doiKCB).Named("không phải thay đổi nơi khám chữa bệnh"), form.By(huongC+"2")),
		nhanthan.SoGiayTo("05", SoCCCD, nil, nil, nil),
		form.Require("06", NoiKCB, form.Any(tangNguoi, doiKCB), form.By(huongC+"3")),
		form.Over("07", HoTen, "một người không đứng hai dòng cùng loại tăng, giảm", trungNguoi, form.By("Quyết định 366/QĐ-BHXH Điều 5 khoản 1.3")),
		form.Require("08", NhomDong, coMuc, form.By(huongC+"4")),
		form.Unique("09", ID, form.Always, form.By(huong), form.Warn),
		form.Judge("10", Loai, doiKCB, "thay đổi nơi khám chữa bệnh chỉ ghi họ tên, mã số, nơi khám chữa bệnh và ghi chú", deTrong, form.By(huong+", lưu ý")),
	}
}

func trungNguoi(_ *form.Doc, rows []form.Row) []form.Hit {
	seen := map[string]int{}
	var hits []form.Hit
	for i, r := range rows {
		who := MaSoBHXH.Get(r)
		if who == "" {
			who = SoCCCD.Get(r)
		}
		if who == "" {
			continue
		}
		key := who + " " + Loai.Get(r)
		if k, twice := seen[key]; twice {
			hits = append(hits, form.Hit{I: i, Say: fmt.Sprintf("trùng với dòng %d: cùng người, cùng loại. Bỏ một dòng", k+1)})
			continue
		}
		seen[key] = i
	}
	return hits
}

// deTrong names the columns that a change of the place of treatment leaves blank.
func deTrong(l *form.Look) form.Verdict {
	var list []string
	for _, c := range []form.Handle{SoCCCD, MucLuong, HeSo, PhuCapCV, TNVK, TNNghe, BoSung, TuThang, TyLeNSNN, HinhThucNhan} {
		if c.Col().Known(l.Row) {
			list = append(list, c.Col().Label)
		}
	}
	if list == nil {
		return form.Verdict{}
	}
	return form.Verdict{Say: "thay đổi nơi khám chữa bệnh thì để trống " + strings.Join(list, ", ")}
}

// dauRules are the rules of the head.
func dauRules() []form.Rule {
	return []form.Rule{
		form.Require("61", TenDonVi, form.Always, form.By(huong+", phần thông tin chung")),
		form.Require("62", MaDonVi, form.Always, form.By(huong+", phần thông tin chung")),
		form.Require("63", MaNhanVien, NhanVienThu.Filled(), form.By(huong+", phần thông tin chung"), form.Warn),
	}
}
