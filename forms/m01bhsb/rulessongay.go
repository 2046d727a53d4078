package m01bhsb

import (
	"fmt"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// soNgayRules are the rules of how many days a leave has.
func soNgayRules() []form.Rule {
	return []form.Rule{
		form.Judge("27", TongSo, form.Always, "lớn hơn 0; ốm đau tính đến nửa ngày, chế độ khác tính trọn ngày", chanNgay, form.By(luat+"45 khoản 5")),
		form.Judge("28", TongSo, coNghi, "bằng số ngày từ Từ ngày đến Đến ngày, trừ ngày nghỉ khi tính theo ngày làm việc", demNgay,
			form.By(canh("78")+"; "+luat+"43 khoản 1, Điều 44 khoản 3, Điều 51 khoản 2, Điều 52 khoản 3, Điều 53 khoản 9, Điều 57 khoản 2")),
		form.Require("29", NgayNghiTuan, form.All(phatSinh, ngayLam).Named("số ngày tính theo ngày làm việc, mới phát sinh"), form.By(tepDT), form.Trust(form.Inferred), form.Warn),
		form.Check("30", NgayNghiTuan, form.Always, "Ngày nghỉ hằng tuần: phải có dạng 7;8 (2 đến 7 là thứ hai đến thứ bảy, 8 là chủ nhật)",
			func(l *form.Look) bool { _, ok := nghiTuan(NgayNghiTuan.Get(l.Row)); return ok }, form.By(tepDT), form.Trust(form.Low)),
	}
}

func chanNgay(l *form.Look) form.Verdict {
	n := TongSo.Get(l.Row)
	switch {
	case n <= 0:
		return form.Verdict{Say: "phải lớn hơn 0"}
	case nhom(l.Row).Ma == "":
		return form.Verdict{}
	case nhom(l.Row).Muc == "A" && n%(nghin/2) != 0:
		return form.Verdict{Say: "tính đến nửa ngày: dưới nửa ngày ghi 0,5; từ nửa ngày ghi 1"}
	case nhom(l.Row).Muc != "A" && n%nghin != 0:
		return form.Verdict{Say: "chế độ này tính trọn ngày"}
	}
	return form.Verdict{}
}

// demNgay holds the total against the calendar. What is more than the days there
// are is wrong; less may be meant, and is a reminder.
func demNgay(l *form.Look) form.Verdict {
	r := l.Row
	tu, den, ok := khoang(r)
	if !ok || TongSo.Get(r) <= 0 {
		return form.Verdict{}
	}
	least, most, words := ngayLich(tu, den), ngayLich(tu, den), "ngày"
	if nhom(r).NgayLam {
		if rest, said := nghiTuan(NgayNghiTuan.Get(r)); said {
			least, most = ngayLamViec(tu, den, rest)
			words = "ngày làm việc"
		} else {
			least = 0
		}
	}
	if most == 0 {
		return form.Verdict{} // rule 26 speaks
	}
	has := fmt.Sprintf("từ %s đến %s có %d %s, đang ghi %s", tu, den, most, words, viet(TongSo.Get(r)))
	switch {
	case TongSo.Get(r) > most*nghin:
		return form.Verdict{Say: has + ". Ghi lại số ngày hoặc sửa ngày", Fix: fmt.Sprint(most)}
	case TongSo.Get(r) < least*nghin && !tuDonVi(r, TongSo.Get(r)) && !nuaCuoi(r, least):
		return form.Verdict{Say: has + ". Ghi lại số ngày, hoặc giữ nguyên khi trong đó có ngày đi làm", Warn: true}
	}
	return form.Verdict{}
}

// tuDonVi reports whether the total counts from the day that the employer asks for.
func tuDonVi(r form.Row, tong int64) bool {
	n, ok := SoNgay(CheDo.Get(r), TuNgayDonVi.Get(r), DenNgay.Get(r), NgayNghiTuan.Get(r))
	return ok && n*nghin == tong
}

// nuaCuoi reports whether a sickness is short of its days by the half day of one on
// which somebody worked.
func nuaCuoi(r form.Row, days int64) bool {
	return nhom(r).Muc == "A" && TongSo.Get(r) == days*nghin-nghin/2
}

// viet writes thousandths of a day for a person: 2500 is "2,5".
func viet(thousandths int64) string { return TongSo.Show(form.NumValue(thousandths)) }

// nuaNgay writes halves of a day for a person.
func nuaNgay(halves int64) string { return viet(halves * nghin / 2) }

// congDon adds up the days of rows with one key, and tells at which row a limit is
// passed. of gives the key and the limit of a row ("" for none, limit 0 for unknown).
func congDon(rows []form.Row, of func(form.Row) (key string, limit int64), say func(sum, limit int64) string) []form.Hit {
	sum := map[string]int64{}
	var hits []form.Hit
	for i, r := range rows {
		key, limit := of(r)
		if key == "" || limit == 0 || Phan.Get(r) != PhatSinh {
			continue
		}
		before := sum[key]
		sum[key] += TongSo.Get(r)
		if before <= limit*nghin && sum[key] > limit*nghin {
			hits = append(hits, form.Hit{I: i, Say: say(sum[key], limit)})
		}
	}
	return hits
}

// nam makes a key of a person, a year and what more tells a quota from another.
func nam(r form.Row, more ...string) string {
	k := khoa(r)
	if k == "" || TuNgay.Get(r) == 0 {
		return ""
	}
	return strings.Join(append([]string{k, fmt.Sprint(TuNgay.Get(r).Year())}, more...), "|")
}

// soLuong is the amount of a figure, 0 before the law has one.
func soLuong(name string, on law.Day) int64 {
	v, _ := so(name, on)
	return v.Amount
}
