package d09ts

import (
	"fmt"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/nhanthan"
)

const luatMuc = "Luật 41/2024/QH15 Điều 31 khoản 1"

// rules only remind: the list is the agency's.
func rules() []form.Rule {
	out := []form.Rule{
		form.Require("01", HoTen, form.Always, form.By(mauD09), form.Warn),
		nhanthan.HoTen("02", HoTen, mauD09, form.Warn),
		form.Require("03", MaSoBHXH, form.Always, form.By(mauD09), form.Warn),
		nhanthan.MaSoBHXH("04", MaSoBHXH, mauD09, form.Warn),
		form.Unique("05", MaSoBHXH, form.Always, form.By(mauD09), form.Trust(form.Inferred), form.Warn),
		nhanthan.NgaySinh("06", NgaySinh, mauD09, form.Warn),
	}
	for i, q := range cacQuy {
		code := fmt.Sprintf("1%d", i+1)
		out = append(out, form.Over(code, q.luong, "dòng Cộng bằng tổng các dòng", congDung(q), form.By(mauD09), form.Warn))
	}
	return append(out,
		form.Judge("21", LuongBHXH, form.Always, "không quá mức cao nhất của tháng lập", func(l *form.Look) form.Verdict {
			thang := ngayLap(l).Month()
			cao := law.TranBHXH(thang)
			if cao == 0 || LuongBHXH.Get(l.Row) <= cao {
				return form.Verdict{}
			}
			return form.Verdict{Say: fmt.Sprintf("quá mức cao nhất tháng %s là %s đồng", thang, form.Dots(cao))}
		}, form.By(luatMuc), form.Trust(form.Inferred), form.Warn),
		form.Judge("22", LuongBHXH, form.Always, "không thấp hơn mức tham chiếu của tháng lập", func(l *form.Look) form.Verdict {
			thang := ngayLap(l).Month()
			san := law.SanBHXH(thang)
			if co := LuongBHXH.Get(l.Row); san == 0 || co == 0 || co >= san {
				return form.Verdict{}
			}
			return form.Verdict{Say: fmt.Sprintf("thấp hơn mức tham chiếu tháng %s là %s đồng", thang, form.Dots(san))}
		}, form.By(luatMuc), form.Trust(form.Inferred), form.Warn),
		form.Check("23", LuongBHYT, LuongBHXH.Filled(), "Tiền lương đóng BHYT: thường bằng Tiền lương đóng BHXH",
			func(l *form.Look) bool {
				a, b := LuongBHYT.Get(l.Row), LuongBHXH.Get(l.Row)
				return a == 0 || b == 0 || a == b
			}, form.By("Nghị định 188/2025/NĐ-CP; "+luatMuc), form.Trust(form.Inferred), form.Warn),
	)
}

// ngayLap is the day of the list, or that of the checking.
func ngayLap(l *form.Look) law.Day {
	if d := NgayLap.Get(l.Head); d.Valid() {
		return d
	}
	return l.Today
}

// congDung holds the sum that the list prints against its rows; it says nothing
// while one of them is not known.
func congDung(q quy) func(*form.Doc, []form.Row) []form.Hit {
	return func(d *form.Doc, rows []form.Row) []form.Hit {
		co := q.cong.Column.Get(d.Head)
		if !co.Known() || len(rows) == 0 {
			return nil
		}
		sum := int64(0)
		for _, r := range rows {
			v := q.luong.Column.Get(r)
			if v.A == form.Unknown {
				return nil
			}
			sum += v.N
		}
		if sum == co.N {
			return nil
		}
		return []form.Hit{{I: -1, Say: fmt.Sprintf("dòng Cộng ghi %s, các dòng cộng lại %s", form.Dots(co.N), form.Dots(sum))}}
	}
}

// dauRules are the rules of the head.
func dauRules() []form.Rule {
	return []form.Rule{
		form.Require("31", MaDonVi, form.Always, form.By(mauD09), form.Warn),
		nhanthan.Text("32", MaDonVi, "mã do cơ quan BHXH cấp", mauD09, facts.CheckMaDonVi, form.Trust(form.Medium), form.Warn),
	}
}
