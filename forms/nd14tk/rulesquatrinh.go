package nd14tk

import (
	"cmp"
	"slices"
	"strconv"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// quaTrinhRules are those of item 3.
func quaTrinhRules() []form.Rule {
	return []form.Rule{
		form.Check("61", QTDen, QTTu.Filled(), "Đến tháng: không trước Từ tháng", func(l *form.Look) bool { return QTDen.Get(l.Row) >= QTTu.Get(l.Row) }, form.By(mauSo+"3")),
		form.Over("62", QTTu, "không chồng lên khoảng khác", chong, form.By(mauSo+"3")),
		form.Over("63", QTDen, "không sau tháng nghỉ hưu", sauNghiHuu, form.By(mauSo+"3")),
		form.Over("64", QTCua, "là khoá của một tờ khai", coChu, form.By(mauSo+"3")),
	}
}

// soThang is how many months a stretch has, both ends included; 0 where it is not
// told or the wrong way round.
func soThang(r form.Row) int64 {
	if !QTTu.Known(r) || !QTDen.Known(r) {
		return 0
	}
	return int64(max(QTDen.Get(r).Sub(QTTu.Get(r))+1, 0))
}

func khongQuaTrinh(d *form.Doc, rows []form.Row) []form.Hit {
	var hits []form.Hit
	for i, r := range rows {
		if len(d.Of(QuaTrinh, r)) == 0 {
			hits = append(hits, form.Hit{I: i, Say: "kê ít nhất một khoảng vào Quá trình giảng dạy"})
		}
	}
	return hits
}

func khacTong(d *form.Doc, rows []form.Row) []form.Hit {
	var hits []form.Hit
	for i, r := range rows {
		sum := int64(0)
		for _, q := range d.Of(QuaTrinh, r) {
			sum += soThang(q)
		}
		if sum > 0 && TongThang.Known(r) && TongThang.Get(r) != sum {
			hits = append(hits, form.Hit{I: i, Say: "các khoảng cộng lại là " + strconv.FormatInt(sum, 10) + " tháng"})
		}
	}
	return hits
}

// chong finds the stretches of one teacher that begin before an earlier one ended.
func chong(_ *form.Doc, rows []form.Row) []form.Hit {
	order := make([]int, 0, len(rows))
	for i, r := range rows {
		if soThang(r) > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(QTTu.Get(rows[a]), QTTu.Get(rows[b])) })
	end := map[string]law.Month{}
	var hits []form.Hit
	for _, i := range order {
		k := QTCua.Get(rows[i])
		if e := end[k]; e != 0 && QTTu.Get(rows[i]) <= e {
			hits = append(hits, form.Hit{I: i, Say: "khoảng trước còn đến tháng " + e.String()})
		}
		end[k] = max(end[k], QTDen.Get(rows[i]))
	}
	return hits
}

func sauNghiHuu(d *form.Doc, rows []form.Row) []form.Hit {
	of := toKhai(d)
	var hits []form.Hit
	for i, r := range rows {
		if nghi := NghiHuu.Get(of[QTCua.Get(r)]); nghi != 0 && QTDen.Get(r) > nghi.Month() {
			hits = append(hits, form.Hit{I: i, Say: "không sau tháng nghỉ hưu " + nghi.Month().String()})
		}
	}
	return hits
}

// toKhai are the declarations by their key.
func toKhai(d *form.Doc) map[string]form.Row {
	of := make(map[string]form.Row, len(d.Rows))
	for _, r := range d.Rows {
		if k := ID.Get(r); k != "" {
			of[k] = r
		}
	}
	return of
}

func coChu(d *form.Doc, rows []form.Row) []form.Hit {
	of := toKhai(d)
	var hits []form.Hit
	for i, r := range rows {
		if k := QTCua.Get(r); k != "" && of[k] == nil {
			hits = append(hits, form.Hit{I: i, Say: "không có tờ khai nào mang khoá này"})
		}
	}
	return hits
}
