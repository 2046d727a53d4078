package m09hsb

import (
	"strconv"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

const thangNam = 12

// thieuThang is how many months of compulsory contribution the person who died
// lacked for a monthly allowance; 0 where none are lacking, or where another case
// of Điều 86 khoản 1 gives it, or where nobody said how many there were.
func thieuThang(chet form.Row) int64 {
	nam, ok := law.Get("tuat-thang-nam-dong", NgayChet.Get(chet))
	switch {
	case !ok || !SoThangDong.Known(chet) || NguyenNhan.Get(chet) != DoKhac:
		return 0
	case TinhTrang.Get(chet) == HuongHuu, TinhTrang.Get(chet) == HuongTNLD:
		return 0
	}
	return max(nam.Amount*thangNam-SoThangDong.Get(chet), 0)
}

// dongTiep is how many months may be paid afterwards at once.
func dongTiep(chet form.Row) int64 {
	v, _ := law.Get("dong-tiep-thang-toi-da", NgayChet.Get(chet))
	return v.Amount
}

func chuaDuNam(chet, r form.Row) string {
	if thieu := thieuThang(chet); thieu <= dongTiep(chet) || !hangThang.Test(r) {
		return ""
	}
	return "người chết chưa đủ số năm đóng BHXH bắt buộc để thân nhân hưởng hằng tháng. Chọn hưởng một lần"
}

func thieuItThang(chet, r form.Row) string {
	thieu := thieuThang(chet)
	if thieu == 0 || thieu > dongTiep(chet) || !hangThang.Test(r) {
		return ""
	}
	return "người chết còn thiếu " + strconv.FormatInt(thieu, 10) + " tháng đóng BHXH bắt buộc: thân nhân đóng tiếp một lần cho số tháng thiếu thì hưởng hằng tháng"
}

// quaSoNguoi finds the relatives beyond the number that may have the monthly
// allowance for one death.
func quaSoNguoi(d *form.Doc, rows []form.Row) []form.Hit {
	of, n := toKhai(d), map[string]int64{}
	var hits []form.Hit
	for i, r := range rows {
		k := TNCua.Get(r)
		chet, ok := of[k]
		if !ok || !hangThang.Test(r) {
			continue
		}
		n[k]++
		if nhieu, biet := law.Get("tuat-thang-so-nguoi", NgayChet.Get(chet)); biet && n[k] > nhieu.Amount {
			hits = append(hits, form.Hit{I: i, Say: "đã có " + form.Dots(nhieu.Amount) + " người hưởng hằng tháng, là số tối đa. Gia đình chọn lại người hưởng"})
		}
	}
	return hits
}

// lanLon finds a lump sum beside a monthly allowance for one death.
func lanLon(d *form.Doc, rows []form.Row) []form.Hit {
	monthly := map[string]bool{}
	for _, r := range rows {
		if hangThang.Test(r) {
			monthly[TNCua.Get(r)] = true
		}
	}
	var hits []form.Hit
	for i, r := range rows {
		if TNLoai.Get(r) == MotLan && monthly[TNCua.Get(r)] {
			hits = append(hits, form.Hit{I: i, Say: "đã có thân nhân hưởng hằng tháng thì không có tuất một lần. Chọn cùng một loại"})
		}
	}
	return hits
}

func coChu(d *form.Doc, rows []form.Row) []form.Hit {
	of := toKhai(d)
	var hits []form.Hit
	for i, r := range rows {
		if k := TNCua.Get(r); k != "" && of[k] == nil {
			hits = append(hits, form.Hit{I: i, Say: "không có tờ khai nào mang khoá này"})
		}
	}
	return hits
}
