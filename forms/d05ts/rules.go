package d05ts

import (
	"fmt"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/nhanthan"
)

// rules are checked in this order; a code is never given to another rule.
func rules() []form.Rule {
	out := nguoiRules()
	out = append(out, kyRules()...)
	out = append(out, tienRules()...)
	return append(out, noiRules()...)
}

func nguoiRules() []form.Rule {
	return []form.Rule{
		nhanthan.HoTen("01", HoTen, qd366+" Điều 5 khoản 1.3"),
		form.Require("02", MaSoBHXH, coMaSo, form.By(huongC+"1")),
		nhanthan.MaSoBHXH("03", MaSoBHXH, huongC+"1"),
		form.Require("04", SoCCCD, MaSoBHXH.Empty().Named("chưa có Mã số BHXH"), form.By(qd366+" Điều 5 khoản 1.3"), form.Warn),
		nhanthan.SoGiayTo("05", SoCCCD, nil, nil, &NgaySinh),
		form.Require("06", NgaySinh, form.Always, form.By(huongC+"2")),
		nhanthan.NgaySinh("07", NgaySinh, huongC+"2"),
		form.Judge("08", NgaySinh, dong, "đủ tuổi tham gia BHXH tự nguyện", duTuoi, form.By("Luật 41/2024/QH15 Điều 2 khoản 4")),
		form.Over("09", MaSoBHXH, "không lặp lại ở hai dòng cùng chiều với tháng trùng nhau", trungDong, form.By(qd366+" Điều 5 khoản 1.3")),
		form.Unique("10", ID, form.Always, form.By(tepDT), form.Warn),
	}
}

// duTuoi asks for the age at the end of the first month paid for. The law's
// number of years is that of tuổi lao động.
func duTuoi(l *form.Look) form.Verdict {
	born, tu := facts.NgaySinh(NgaySinh.Get(l.Row)), TuThang.Get(l.Row)
	if !born.Valid() || !tu.Valid() || born.Day() > tu.Last() {
		return form.Verdict{}
	}
	if least := figure("tuoi-lao-dong", tu.First()); int64(born.Tuoi(tu.Last())) < least {
		return form.Verdict{Say: fmt.Sprintf("tham gia BHXH tự nguyện phải từ đủ %d tuổi. Xem lại năm sinh hoặc tháng bắt đầu", least)}
	}
	return form.Verdict{}
}

// trungDong finds a person who pays, or is taken out, twice for the same months.
func trungDong(_ *form.Doc, rows []form.Row) []form.Hit {
	seen := make(map[string][]int, len(rows))
	var hits []form.Hit
	for i, r := range rows {
		key := MaSoBHXH.Get(r)
		if key == "" {
			key = SoCCCD.Get(r)
		}
		if key == "" {
			continue
		}
		for _, k := range seen[key] {
			if dong.Test(r) == dong.Test(rows[k]) && giao(r, rows[k]) {
				hits = append(hits, form.Hit{I: i, Say: fmt.Sprintf("trùng với dòng %d: cùng người, cùng chiều, tháng trùng nhau. Bỏ một dòng hoặc sửa tháng", k+1)})
				break
			}
		}
		seen[key] = append(seen[key], i)
	}
	return hits
}

// giao reports whether the months of two rows overlap; a row without a number of
// months stands for its first.
func giao(a, b form.Row) bool {
	span := func(r form.Row) (law.Month, law.Month) {
		tu := TuThang.Get(r)
		return tu, tu.Add(max(int(SoThang.Get(r)), 1) - 1)
	}
	a1, a2 := span(a)
	b1, b2 := span(b)
	return a1 != 0 && b1 != 0 && a1 <= b2 && b1 <= a2
}

// dauRules are the rules of the head.
func dauRules() []form.Rule {
	return []form.Rule{
		form.Require("61", TenDonVi, form.Always, form.By(huong+", điểm 5.1")),
		form.Require("62", MaDonVi, form.Always, form.By(huong+", điểm 5.1")),
		form.Require("63", NhanVienThu, form.Always, form.By(huong+", điểm 5.1"), form.Warn),
		form.Require("64", MaNhanVien, form.Always, form.By(huong+", điểm 5.1"), form.Warn),
	}
}
