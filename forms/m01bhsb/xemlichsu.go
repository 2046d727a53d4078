package m01bhsb

import (
	"fmt"
	"slices"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// xemLichSu are the warnings that earlier periods can tell, by the agency's code.
var xemLichSu = map[string]func([]form.Row, []Ky) []form.Hit{
	"01": tungDong(func(x doi) string {
		on := TuNgay.Get(x.r)
		if on == 0 {
			on = suKien(x.r)
		}
		if on == 0 || !x.coSo() || !x.biet(on.Month().Add(-1)) || x.thangDong(on.Month().Add(-1), on.Month()) > 0 {
			return ""
		}
		return "không thấy tháng đóng nào ở tháng nghỉ và tháng liền trước"
	}),
	"04": tungDong(func(x doi) string {
		if nhom(x.r).Muc == "B" || !x.o(facts.ThaiSan, TuNgay.Get(x.r)) {
			return ""
		}
		return "ngày này người lao động đang báo nghỉ thai sản (phương án TS)"
	}),
	"06": hetNgay,
	"07": tungDong(func(x doi) string {
		return x.trung(func(k Ky) bool { return k.DonVi == "" && !trangThai(k) }, "đã hưởng hoặc đã đề nghị")
	}),
	"12":    quaLanKhamLichSu,
	"13/76": tungDong(daTranhThai),
	"16":    tungDong(sinhGanDay),
	"17":    tungDong(chuaDuThang),
	"18": tungDong(func(x doi) string {
		on := NgaySinhCon.Get(x.r)
		need, ok := so("thai-san-dieu-kien-tong-duong-thai", on)
		if !duongThai(x.r) || !ok || !x.coSo() || !x.biet(0) {
			return ""
		}
		return thieuThang(x.tongThang(on.Month()), need.Amount, "tổng số tháng đã đóng")
	}),
	"19": tungDong(func(x doi) string {
		on := NgaySinhCon.Get(x.r)
		need, ok := so("thai-san-dieu-kien-duong-thai", on)
		if !duongThai(x.r) || !ok || !x.coSo() || !x.biet(on.Month().Add(-12)) {
			return ""
		}
		return thieuThang(x.truoc(on, 12), need.Amount, "số tháng đóng trong 12 tháng trước khi sinh")
	}),
	"29": chuaDuOm,
	"36": tungDong(khamQuaLau),
	"40": tungDong(func(x doi) string {
		return x.trung(func(k Ky) bool { return k.DonVi != "" && !trangThai(k) }, "đơn vị khác đã đề nghị")
	}),
	"79/80": tungDong(func(x doi) string {
		on := TuNgay.Get(x.r)
		if on == 0 {
			on = suKien(x.r)
		}
		if !x.o(facts.DaNghi, on) {
			return ""
		}
		return "ngày này người lao động đã báo giảm hẳn"
	}),
	"81": tungDong(func(x doi) string {
		if !x.o(facts.KhongLuong, TuNgay.Get(x.r)) {
			return ""
		}
		return "ngày này người lao động đang báo nghỉ không lương (phương án KL)"
	}),
	"82": tungDong(vanDong),
}

func duongThai(r form.Row) bool { return me.Test(r) && NghiDuongThai.Get(r) }

func thieuThang(has, need int64, what string) string {
	if has >= need {
		return ""
	}
	return fmt.Sprintf("%s theo dữ liệu đang có là %d, cần từ đủ %d tháng", what, has, need)
}

// trung finds an earlier period that shares a day with the row.
func (x doi) trung(is func(Ky) bool, words string) string {
	tu, den, ok := khoang(x.r)
	if !ok {
		return ""
	}
	for _, k := range x.cua {
		if is(k) && k.giao(tu, den) {
			return fmt.Sprintf("trùng với đợt từ %s đến %s %s", k.TuNgay, k.DenNgay, words)
		}
	}
	return ""
}

func daTranhThai(x doi) string {
	tu := TuNgay.Get(x.r)
	if CheDo.Get(x.r) != "tranhThai" {
		return ""
	}
	for _, k := range x.cua {
		if k.Loai == "tranhThai" && k.TuNgay < tu && (k.TruongHop == TrietSan || k.trongNam(tu.Year())) {
			return "đã hưởng chế độ tránh thai từ " + k.TuNgay.String()
		}
	}
	return ""
}

// thangCachSinh is how many months the agency wants between two births (warning 16).
const thangCachSinh = 9

func sinhGanDay(x doi) string {
	tu := TuNgay.Get(x.r)
	if !sinh.Test(x.r) || tu == 0 {
		return ""
	}
	for _, k := range x.cua {
		if d := tu.Month().Sub(k.TuNgay.Month()); (k.Loai == "sinhCon" || k.Loai == "mangThaiHo") && k.TuNgay < tu && d < thangCachSinh {
			return fmt.Sprintf("đã hưởng chế độ sinh con từ %s, chưa đến %d tháng trước", k.TuNgay, thangCachSinh)
		}
	}
	return ""
}

// chuaDuThang holds the months before birth, or before a child is received. A woman
// who had to rest in her pregnancy is held by warnings 18 and 19.
func chuaDuThang(x doi) string {
	switch CheDo.Get(x.r) {
	case "sinhCon", "mangThaiHo", "nhanConNuoi", "nhoMangThaiHo", "chaMotLan":
	default:
		return ""
	}
	on := suKien(x.r)
	need, ok := so("thai-san-dieu-kien-thang", on)
	if !ok || NghiDuongThai.Get(x.r) || !x.coSo() || !x.biet(on.Month().Add(-12)) || CheDo.Get(x.r) == "sinhCon" && !me.Test(x.r) {
		return ""
	}
	return thieuThang(x.truoc(on, 12), need.Amount, "số tháng đóng trong 12 tháng trước đó")
}

// khamQuaLau goes back from visit to visit of one pregnancy: visits less than a
// quarter of a year apart belong together.
func khamQuaLau(x doi) string {
	tu := TuNgay.Get(x.r)
	if CheDo.Get(x.r) != "khamThai" || tu == 0 {
		return ""
	}
	var visits []law.Day
	for _, k := range x.cua {
		if k.Loai == "khamThai" && k.TuNgay < tu {
			visits = append(visits, k.TuNgay)
		}
	}
	slices.Sort(visits)
	first := tu
	for i := len(visits) - 1; i >= 0 && first.Month().Sub(visits[i].Month()) <= 3; i-- {
		first = visits[i]
	}
	if tu.Month().Sub(first.Month()) <= thaiKy {
		return ""
	}
	return fmt.Sprintf("đã hơn %d tháng kể từ lần khám thai đầu tiên ngày %s", thaiKy, first)
}

// vanDong finds a whole month of a mother's leave in which contributions were still
// declared.
func vanDong(x doi) string {
	tu, den, ok := khoang(x.r)
	switch CheDo.Get(x.r) {
	case "sinhCon", "mangThaiHo", "nhanConNuoi", "nhoMangThaiHo":
	default:
		ok = false
	}
	if !ok {
		return ""
	}
	for m := tu.Month(); m <= den.Month(); m = m.Add(1) {
		whole := m.First() >= tu && m.Last() <= den && (!NgayDiLam.Known(x.r) || m.Last() < NgayDiLam.Get(x.r))
		if whole && x.o(facts.DangDong, m.First()) && x.o(facts.DangDong, m.Last()) {
			return "tháng " + m.String() + " nghỉ trọn mà vẫn báo đóng"
		}
	}
	return ""
}
