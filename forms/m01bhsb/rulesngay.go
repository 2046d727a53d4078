package m01bhsb

import (
	"fmt"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// ngayRules are the rules of the days from and until.
func ngayRules() []form.Rule {
	khongSau := func(code string, c form.DayColumn, basis string, opts ...form.RuleOption) form.Rule {
		return form.Check(code, c, form.Always, c.Label+": không sau hôm nay",
			func(l *form.Look) bool { return l.Today == 0 || c.Get(l.Row) <= l.Today }, append([]form.RuleOption{form.By(basis)}, opts...)...)
	}
	return []form.Rule{
		form.Require("11", TuNgay, coNghi, form.By(canh("34"))),
		form.Require("12", DenNgay, coNghi, form.By(canh("34"))),
		form.Require("13", TongSo, coNghi, form.By(canh("34"))),
		form.Require("14", TuNgayDonVi, moi, form.By(luoi+", cột từ ngày đơn vị đề nghị")),
		form.Forbid("15", TuNgay, motLan, form.By(luoi+", nhóm VIII"), form.Trust(form.Medium)),
		form.Forbid("16", DenNgay, motLan, form.By(luoi+", nhóm VIII"), form.Trust(form.Medium)),
		form.Forbid("17", TongSo, motLan, form.By(luoi+", nhóm VIII"), form.Trust(form.Medium)),
		form.Check("18", DenNgay, TuNgay.Filled(), "Đến ngày: không trước Từ ngày",
			func(l *form.Look) bool { return DenNgay.Get(l.Row) >= TuNgay.Get(l.Row) }, form.By(canh("52")+", "+canh("61-69"))),
		khongSau("19", TuNgay, canh("41")),
		khongSau("20", TuNgayDonVi, luoi),
		form.Check("21", TuNgayDonVi, form.All(TuNgay.Filled(), DenNgay.Filled()), "Từ ngày đơn vị đề nghị: trong khoảng Từ ngày đến Đến ngày",
			func(l *form.Look) bool {
				d := TuNgayDonVi.Get(l.Row)
				return d >= TuNgay.Get(l.Row) && d <= DenNgay.Get(l.Row)
			}, form.By(canh("61-69"))),
		form.Check("22", DenNgayDonVi, TuNgayDonVi.Filled(), "Đến ngày đơn vị đề nghị: không trước Từ ngày đơn vị đề nghị",
			func(l *form.Look) bool { return DenNgayDonVi.Get(l.Row) >= TuNgayDonVi.Get(l.Row) }, form.By(canh("61-69"))),
		form.Judge("23", TuNgay, form.Always, "không sau tháng xét duyệt ở phần đầu", sauThangXet, form.By(canh("02")), form.Warn),
		form.Judge("24", DenNgay, omDau, "cùng năm với Từ ngày vì số ngày được hưởng tính theo năm", sangNam, form.By(luat+"43 khoản 1, Điều 44 khoản 1"), form.Warn),
		form.Over("25", TuNgay, "các đợt của một người không trùng ngày nhau", trungNgay, form.By(canh("07")+"; "+luat+"42 khoản 2 điểm d")),
		form.Judge("26", TuNgay, ngayLam, "có ngày làm việc", toanNgayNghi, form.By(canh("03")+"; "+luat+"43 khoản 1, Điều 44 khoản 3, Điều 51 khoản 2"), form.Warn),
	}
}

func sauThangXet(l *form.Look) form.Verdict {
	thang := Thang.Get(l.Head)
	if thang == 0 || TuNgay.Get(l.Row).Month() <= thang {
		return form.Verdict{}
	}
	return form.Verdict{Say: "sau tháng xét duyệt " + thang.String() + ". Chuyển sang đợt của tháng sau hoặc sửa tháng ở phần đầu"}
}

func sangNam(l *form.Look) form.Verdict {
	tu, den, ok := khoang(l.Row)
	if !ok || tu.Year() == den.Year() {
		return form.Verdict{}
	}
	return form.Verdict{Say: fmt.Sprintf("sang năm %d mà số ngày được hưởng tính theo từng năm. Tách thành hai dòng, dòng đầu đến 31/12/%d", den.Year(), tu.Year())}
}

// trungNgay finds two leaves of one person that share a day, and the same lump sum
// or the same adjustment twice.
func trungNgay(_ *form.Doc, rows []form.Row) []form.Hit {
	seen := map[string][]int{}
	var hits []form.Hit
	for i, r := range rows {
		k := khoa(r)
		tu, den, ok := khoang(r)
		if k == "" || !ok {
			continue
		}
		for _, j := range seen[k] {
			o := rows[j]
			if Phan.Get(o) != Phan.Get(r) || haiCon(r, o) {
				continue
			}
			if tu2, den2 := TuNgay.Get(o), DenNgay.Get(o); tu <= den2 && tu2 <= den {
				hits = append(hits, form.Hit{I: i, Say: fmt.Sprintf("trùng ngày với dòng %d của cùng người (%s đến %s). Bỏ một dòng hoặc sửa ngày", j+1, tu2, den2)})
				break
			}
		}
		seen[k] = append(seen[k], i)
	}
	return hits
}

// haiCon lets half a day for one sick child stand beside half a day for another.
func haiCon(a, b form.Row) bool {
	return conOm.Test(a) && conOm.Test(b) && nua(a) && nua(b)
}

func nua(r form.Row) bool {
	tu, den, ok := khoang(r)
	return ok && tu == den && TongSo.Get(r) == nghin/2
}

// toanNgayNghi asks that somebody would have worked on the days of the leave.
func toanNgayNghi(l *form.Look) form.Verdict {
	tu, den, ok := khoang(l.Row)
	rest, said := nghiTuan(NgayNghiTuan.Get(l.Row))
	if !ok || !said {
		return form.Verdict{}
	}
	if _, most := ngayLamViec(tu, den, rest); most == 0 {
		return form.Verdict{Say: "từ " + tu.String() + " đến " + den.String() + " đều là ngày nghỉ lễ, tết hoặc nghỉ hằng tuần nên không được tính. Xem lại ngày nghỉ"}
	}
	return form.Verdict{}
}

// trong reports whether a day lies within n days that begin with the day from.
func trong(d, from law.Day, n int64) bool { return d >= from && int64(d.Sub(from)) < n }
