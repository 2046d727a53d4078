package m01bhsb

import (
	"fmt"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// hetNgay adds the year's earlier days to those of the list: a worker's own
// sickness by the years paid, a child's by its age. The years are those that the
// periods show; where they show none the highest band is taken.
func hetNgay(rows []form.Row, lichSu []Ky) []form.Hit {
	asked := map[string]int64{} // halves of days in the list so far
	over := map[string]bool{}   // told already
	return tungDong(func(x doi) string {
		key, limit, kind := quota(x)
		if key == "" || limit == 0 || over[key] {
			return ""
		}
		tu := TuNgay.Get(x.r)
		asked[key] += TongSo.Get(x.r) * 2 / nghin
		had := x.daHuong(func(k Ky) bool {
			return k.Loai == kind && k.trongNam(tu.Year()) && k.TuNgay < tu && (kind != "conOm" || k.NgaySinhCon == NgaySinhCon.Get(x.r))
		})
		if had == 0 || had+asked[key] <= 2*limit {
			return ""
		}
		over[key] = true
		return fmt.Sprintf("năm %d đã hưởng %s ngày, danh sách này thêm %s ngày, vượt %d ngày được hưởng%s",
			tu.Year(), nuaNgay(had), nuaNgay(asked[key]), limit, x.theoNam(kind))
	})(rows, lichSu)
}

// quota is the limit in days of a row's kind, with the key under which days add up.
func quota(x doi) (key string, limit int64, kind string) {
	switch CheDo.Get(x.r) {
	case "omDau":
		muc := "30-nam"
		if x.coSo() && x.biet(0) {
			muc = mucNam(x.tongThang(TuNgay.Get(x.r).Month()), x.r)
		}
		key, limit = omCua(muc)(x.r)
		return key, limit, "omDau"
	case "conOm":
		key, limit = conOmCua(x.r)
		return key, limit, "conOm"
	}
	return "", 0, ""
}

// mucNam is the band of years paid in the names of figures.
func mucNam(months int64, r form.Row) string {
	on := TuNgay.Get(r)
	switch years := months / 12; {
	case years >= soLuong("om-dau-moc-30-nam", on):
		return "30-nam"
	case years >= soLuong("om-dau-moc-15-nam", on):
		return "15-nam"
	}
	return "duoi-15-nam"
}

func (x doi) theoNam(kind string) string {
	if kind != "omDau" || !x.coSo() || !x.biet(0) {
		return ""
	}
	return fmt.Sprintf(" (theo %d năm đóng mà dữ liệu đang có)", x.tongThang(TuNgay.Get(x.r).Month())/12)
}

// quaLanKhamLichSu adds earlier visits of the pregnancy to those of the list.
func quaLanKhamLichSu(rows []form.Row, lichSu []Ky) []form.Hit {
	asked := map[string]int64{}
	return tungDong(func(x doi) string {
		tu := TuNgay.Get(x.r)
		limit, ok := so("kham-thai-so-lan", tu)
		if CheDo.Get(x.r) != "khamThai" || !ok {
			return ""
		}
		asked[khoa(x.r)]++
		had := int64(0)
		for _, k := range x.cua {
			if k.Loai == "khamThai" && k.TuNgay < tu && tu.Month().Sub(k.TuNgay.Month()) < thaiKy && k.TuNgay > x.sinhTruoc() {
				had++
			}
		}
		if had == 0 || had+asked[khoa(x.r)] != limit.Amount+1 {
			return ""
		}
		return fmt.Sprintf("đã hưởng %d lần khám thai trước, đây là lần thứ %d, luật cho %d lần", had, limit.Amount+1, limit.Amount)
	})(rows, lichSu)
}

// sinhTruoc is the day of the last birth before the row: visits before it belong to
// another pregnancy. It is 0 where none is known.
func (x doi) sinhTruoc() (last law.Day) {
	for _, k := range x.cua {
		if (k.Loai == "sinhCon" || k.Loai == "sayThai") && k.TuNgay < TuNgay.Get(x.r) {
			last = max(last, k.TuNgay)
		}
	}
	return last
}

// chuaDuOm adds up the year's days of sickness before a convalescence, those of the
// list among them. With no earlier periods at all nothing is known.
func chuaDuOm(rows []form.Row, lichSu []Ky) []form.Hit {
	if len(lichSu) == 0 {
		return nil
	}
	all := append(KyCua(&form.Doc{Rows: rows}), lichSu...)
	var hits []form.Hit
	for i, r := range rows {
		tu, k := TuNgay.Get(r), khoa(r)
		need, ok := so("duong-suc-om-dau-dieu-kien", tu)
		if Phan.Get(r) != PhatSinh || CheDo.Get(r) != "duongSucOmDau" || k == "" || !ok {
			continue
		}
		halves := int64(0)
		for _, p := range all {
			own := p.Loai == "omDau" || p.Loai == "daiNgay"
			if p.Nguoi == k && own && p.ThayTu == 0 && p.TuNgay < tu && (p.trongNam(tu.Year()) || p.DenNgay.Year() == tu.Year()) {
				halves += p.NuaNgay
			}
		}
		if halves < 2*need.Amount {
			hits = append(hits, form.Hit{I: i, Say: fmt.Sprintf("năm %d mới biết %s ngày ốm đau, cần từ đủ %d ngày", tu.Year(), nuaNgay(halves), need.Amount)})
		}
	}
	return hits
}
