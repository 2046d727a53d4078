package d01ts

import (
	"fmt"

	"ankhai/forms/codes"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/nhanthan"
)

// rules are checked in this order; a code is never given to another rule.
func rules() []form.Rule {
	return []form.Rule{
		nhanthan.HoTen("01", HoTen, tepDT),
		nhanthan.MaSoBHXH("02", MaSoBHXH, manHinh),
		form.Require("03", MaSoBHXH, form.Always, form.By(manHinh), form.Warn),
		chuaToi("04", NgayBanHanh),
		chuaToi("05", NgayHieuLuc, form.Warn, form.Trust(form.Medium)),
		form.Over("06", SoVanBan, "một văn bản của một người chỉ kê một lần", keHaiLan, form.By(manHinh), form.Trust(form.Inferred), form.Warn),
		form.Judge("07", NoiDungThamDinh, form.Always, "truy tăng, truy giảm thì ghi từ tháng nào", func(l *form.Look) form.Verdict {
			if s := NoiDungThamDinh.Get(l.Row); laTruy(s) && !coThang(s) {
				return form.Verdict{Say: "ghi thêm từ tháng nào, ví dụ Truy tăng Nguyễn Văn Mẫu từ 09/2026"}
			}
			return form.Verdict{}
		}, form.By(manHinh), form.Trust(form.Medium), form.Warn),
	}
}

// chuaToi asks that a day of a paper is not after the day of checking.
func chuaToi(code string, c form.DayColumn, opts ...form.RuleOption) form.Rule {
	return form.Judge(code, c, form.Always, "không sau hôm nay", func(l *form.Look) form.Verdict {
		if l.Today == 0 || c.Get(l.Row) <= l.Today {
			return form.Verdict{}
		}
		return form.Verdict{Say: fmt.Sprintf("không sau ngày %s", l.Today)}
	}, append([]form.RuleOption{form.By(manHinh)}, opts...)...)
}

// keHaiLan finds a paper that stands twice for one person.
func keHaiLan(_ *form.Doc, rows []form.Row) []form.Hit {
	type key struct{ ai, loai, so string }
	first := make(map[key]int, len(rows))
	var hits []form.Hit
	for i, r := range rows {
		k := key{MaSoBHXH.Get(r), codes.Fold(TenLoaiVanBan.Get(r)), SoVanBan.Get(r)}
		if k.ai == "" {
			k.ai = codes.Fold(HoTen.Get(r))
		}
		if k.ai == "" || k.so == "" {
			continue
		}
		if n, twice := first[k]; twice {
			hits = append(hits, form.Hit{I: i, Say: fmt.Sprintf("cùng người, cùng văn bản với dòng %d. Bỏ một dòng", n+1)})
			continue
		}
		first[k] = i
	}
	return hits
}

// dauRules are the rules of the head.
func dauRules() []form.Rule {
	return []form.Rule{
		form.Require("31", TenDonVi, form.Always, form.By(qd595), form.Trust(form.Medium)),
		nhanthan.MaDonVi("32", MaDonVi, qd595),
		form.Require("33", TenBangKe, form.Always, form.By(tepDT), form.Warn),
		form.Check("34", NgayLap, form.Always, "Ngày lập: không sau hôm nay",
			func(l *form.Look) bool { return l.Today == 0 || NgayLap.Get(l.Row) <= l.Today }, form.By(manHinh), form.Trust(form.Inferred), form.Warn),
	}
}

// coThang finds a month MM/yyyy, or a day that ends in one, in a text.
func coThang(s string) bool {
	for i := 0; i+7 <= len(s); i++ {
		if m, ok := law.ParseMonth(s[i : i+7]); ok && m.Valid() && s[i+2] == '/' {
			return true
		}
	}
	return false
}
