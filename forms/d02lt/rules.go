package d02lt

import (
	"fmt"
	"slices"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/nhanthan"
)

const (
	qd366   = "Quyết định 366/QĐ-BHXH"
	huongC  = qd366 + ", hướng dẫn lập mẫu D02-LT, cột "
	tepDT   = "Tệp điện tử D02-TS-595.xml"
	congDVC = "Cổng dịch vụ công Bảo hiểm xã hội Việt Nam, thủ tục 600"
)

// rules are checked in this order; a code is never given to another rule.
func rules() []form.Rule {
	out := nguoiRules()
	out = append(out, luongRules()...)
	out = append(out, hopDongRules()...)
	out = append(out, dienRules()...)
	out = append(out, keKhaiRules()...)
	return append(out, bhytRules()...)
}

func nguoiRules() []form.Rule {
	return []form.Rule{
		form.Require("01", MaSoBHXH, coMaSo, form.By(huongC+"1")),
		form.Require("02", SoCCCD, tang, form.By(qd366+" Điều 5 khoản 1.3")),
		nhanthan.HoTen("03", HoTen, qd366+" Điều 5 khoản 1.3"),
		nhanthan.MaSoBHXH("04", MaSoBHXH, huongC+"1"),
		nhanthan.SoGiayTo("05", SoCCCD, &QuocTich, &GioiTinh, &NgaySinh),
		form.Judge("06", NgaySinh, form.Always, "đủ ngày, tháng, năm; không sau hôm nay; đủ tuổi lao động", func(l *form.Look) form.Verdict {
			n := facts.NgaySinh(NgaySinh.Get(l.Row))
			if n.Valid() && !n.Full() {
				return form.Verdict{Say: "phải đủ ngày, tháng, năm vì tệp điện tử chỉ nhận dạng 15/08/1995. Ghi theo căn cước"}
			}
			return nhanthan.Verdict(facts.CheckNgaySinh(n, l.Today))
		}, form.By(huongC+"2; Bộ luật Lao động 45/2019/QH14 Điều 3"), form.Trust(form.Medium)),
		form.Over("07", MaSoBHXH, "không lặp lại ở hai dòng cùng chiều tăng, giảm với tháng trùng nhau", trungDong, form.By(qd366+" Điều 5 khoản 1.3")),
		form.Require("08", GioiTinh, form.Always, form.By(tepDT), form.Trust(form.Medium)),
		form.Judge("57", NgaySinh, moi, "đã đến tuổi nghỉ hưu thì xem lại", tuoiNghiHuu,
			form.By("Bộ luật Lao động 45/2019/QH14 Điều 169"), form.Warn),
	}
}

// trungDong finds a person declared twice in one direction for the same months. One
// number in common makes two rows one person's: a số định danh may stand in the place
// of the mã số.
func trungDong(_ *form.Doc, rows []form.Row) []form.Hit {
	seen := make(map[string][]int, len(rows))
	var hits []form.Hit
	for i, r := range rows {
		for _, k := range truoc(seen, r) {
			o := rows[k]
			if h := huong(PhuongAn.Get(r)); h == huong(PhuongAn.Get(o)) && (h != 0 || PhuongAn.Get(r) == PhuongAn.Get(o)) && giao(r, o) {
				hits = append(hits, form.Hit{I: i, Say: fmt.Sprintf("trùng với dòng %d: cùng người, cùng chiều, tháng trùng nhau. Bỏ một dòng hoặc sửa tháng", k+1)})
				break
			}
		}
		for _, key := range []string{MaSoBHXH.Get(r), SoCCCD.Get(r)} {
			if key != "" {
				seen[key] = append(seen[key], i)
			}
		}
	}
	return hits
}

// truoc lists the earlier rows that have a number in common with a row.
func truoc(seen map[string][]int, r form.Row) []int {
	a, b := seen[MaSoBHXH.Get(r)], seen[SoCCCD.Get(r)]
	if len(b) == 0 || MaSoBHXH.Get(r) == SoCCCD.Get(r) {
		return a
	}
	return append(slices.Clip(a), b...)
}

// giao reports whether the months of two rows overlap. A row without an end
// that moves somebody in or out stands for its first month.
func giao(a, b form.Row) bool {
	from := func(r form.Row) (law.Month, law.Month) {
		tu, den := TuThang.Get(r), DenThang.Get(r)
		if den == 0 {
			den = tu
		}
		return tu, den
	}
	a1, a2 := from(a)
	b1, b2 := from(b)
	return a1 <= b2 && b1 <= a2
}

// tuoiNghiHuu measures everybody by the age of the year in which they reach it,
// in the month that the row declares.
func tuoiNghiHuu(l *form.Look) form.Verdict {
	born, g := facts.NgaySinh(NgaySinh.Get(l.Row)), facts.GioiTinhCua(GioiTinh.Get(l.Row))
	return nhanthan.Verdict(facts.CheckTuoiNghiHuu(born, g, TuThang.Get(l.Row)))
}
