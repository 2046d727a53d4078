package m01bhyt

import (
	"slices"

	"ankhai/forms/form"
)

// khacHoaDon holds the total against the invoices; it says nothing while one of
// them has no amount.
func khacHoaDon(d *form.Doc, rows []form.Row) []form.Hit {
	var hits []form.Hit
	for i, r := range rows {
		sum, n, known := int64(0), 0, true
		for _, c := range d.Of(ChungTu, r) {
			if CTLoai.Get(c) != HoaDon {
				continue
			}
			n++
			known = known && CTSoTien.Known(c)
			sum += CTSoTien.Get(c)
		}
		if n > 0 && known && TongChi.Known(r) && sum != TongChi.Get(r) {
			hits = append(hits, form.Hit{I: i, Say: "khác tổng các hoá đơn là " + form.Dots(sum) + " đồng"})
		}
	}
	return hits
}

// thieu finds the requests without a paper of one of the kinds.
func thieu(say string, loai ...string) func(*form.Doc, []form.Row) []form.Hit {
	return func(d *form.Doc, rows []form.Row) []form.Hit {
		var hits []form.Hit
		for i, r := range rows {
			if !slices.ContainsFunc(d.Of(ChungTu, r), func(c form.Row) bool { return slices.Contains(loai, CTLoai.Get(c)) }) {
				hits = append(hits, form.Hit{I: i, Say: say})
			}
		}
		return hits
	}
}

// deNghi are the requests by their key.
func deNghi(d *form.Doc) map[string]form.Row {
	of := make(map[string]form.Row, len(d.Rows))
	for _, r := range d.Rows {
		if k := ID.Get(r); k != "" {
			of[k] = r
		}
	}
	return of
}

func truocNgayVao(d *form.Doc, rows []form.Row) []form.Hit {
	of := deNghi(d)
	var hits []form.Hit
	for i, r := range rows {
		vao := TuNgay.Get(of[CTCua.Get(r)])
		if hoaDon.Test(r) && CTNgay.Known(r) && vao != 0 && CTNgay.Get(r) < vao {
			hits = append(hits, form.Hit{I: i, Say: "hoá đơn trước ngày vào " + vao.String() + ". Xem lại hoá đơn của đợt điều trị nào"})
		}
	}
	return hits
}

func coChu(d *form.Doc, rows []form.Row) []form.Hit {
	of := deNghi(d)
	var hits []form.Hit
	for i, r := range rows {
		if k := CTCua.Get(r); k != "" && of[k] == nil {
			hits = append(hits, form.Hit{I: i, Say: "không có giấy đề nghị nào mang khoá này"})
		}
	}
	return hits
}
