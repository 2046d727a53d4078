package main

import (
	"slices"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/forms/sheet/bia"
)

const nghin = 10 * 10 * 10

// worker is an invented person of the sample factory in one month.
type worker struct {
	bia.Nguoi
	old Doi // what November's oracle says was so before
	new Doi
}

// Doi is what changes, by fact, as people and scripts read it.
type Doi map[string]any

// DeXuat is one expected proposal of the oracle.
type DeXuat struct {
	PhuongAn string   `json:"phuongAn"`
	HoTen    string   `json:"hoTen"`
	SoCCCD   string   `json:"soCCCD"`
	MaSoBHXH string   `json:"maSoBHXH"`
	TuThang  string   `json:"tuThang"`
	Old      Doi      `json:"old"`
	New      Doi      `json:"new"`
	Unknown  []string `json:"unknown"`
	Source   string   `json:"source"`
}

// base is the smallest factory, that of the shipped sample.
const base = 120

// counts is how many people each event happens to, by phương án.
type counts struct {
	TM, TD, TC, GH, TS, KL, OF, ON, DC, CD int

	// unclear asks for lines that somebody must decide on, see doubts.
	unclear bool
}

// ordinary is a month of a factory of n, in the proportions of the sample.
func ordinary(n int) counts {
	times := func(k int) int { return max(k, k*n/base) }
	return counts{TM: times(5), TD: times(2), TC: times(1), GH: times(4), TS: times(2), KL: times(1), OF: times(1), ON: times(1), DC: times(9), CD: times(3)}
}

// months are the two payrolls and what lies between them.
type months struct {
	october, november []worker
	expect            []DeXuat // Source holds the mã NV until the sheet is written
	doubts            []ChuaRo // the same
}

// mothers are born between these days.
var (
	from, _  = law.ParseDay("01/01/1986")
	until, _ = law.ParseDay("01/01/2005")
)

// invent makes October with n people and lets the events happen.
func invent(m *bia.Maker, n int, happen counts) months {
	var out months
	for i := range n {
		province := "79"
		if m.R.IntN(6) == 0 {
			province = bia.Homes.Pick(m.R)
		}
		if i%40 == 17 { // declared as new in October, the number has not come yet
			province = ""
		}
		out.october = append(out.october, worker{Nguoi: m.Person(province)})
	}
	order := m.R.Perm(n)
	next := func(ok func(*worker) bool) int { // somebody not yet used
		for k, i := range order {
			if i >= 0 && ok(&out.october[i]) {
				order[k] = -1
				return i
			}
		}
		panic("the factory is too small for the events")
	}
	any := func(w *worker) bool { return w.MaSoBHXH != "" }
	woman := func(w *worker) bool {
		return any(w) && w.GioiTinh == facts.Nu && w.NgaySinh.Day() > from && w.NgaySinh.Day() < until
	}
	for range happen.ON {
		w := &out.october[next(woman)]
		w.GhiChu, w.NgayCong = "Nghỉ thai sản từ 12/05/2026", 0
		w.old, w.new = Doi{"trangThai": "thaiSan"}, Doi{"trangThai": "dangDong"}
		w.PhuongAn = "ON"
	}
	out.november = slices.Clone(out.october)
	for i := range out.november {
		if w := &out.november[i]; w.PhuongAn == "ON" {
			w.GhiChu, w.NgayCong = "", 180
		}
	}
	pick := func(ok func(*worker) bool, pa string) *worker {
		w := &out.november[next(ok)]
		w.PhuongAn = pa
		return w
	}
	leave := func(w *worker, state string, days, note string) {
		w.old, w.new = Doi{"trangThai": "dangDong"}, Doi{"trangThai": state}
		if days != "" {
			w.new["tuNgay"] = days
		}
		w.GhiChu, w.NgayCong = note, 0
	}
	for range happen.GH {
		w := pick(any, "GH")
		w.old, w.new = Doi{"trangThai": "dangDong"}, Doi{"trangThai": "daNghi"}
	}
	for i := range happen.TS {
		if i%2 == 0 {
			leave(pick(woman, "TS"), "thaiSan", "03/11/2026", "Nghỉ thai sản từ 03/11/2026")
		} else {
			leave(pick(woman, "TS"), "thaiSan", "", "TS")
		}
	}
	for range happen.KL {
		w := pick(any, "KL")
		leave(w, "khongLuong", "", "")
		w.KhongLuong = 260
	}
	for range happen.OF {
		leave(pick(any, "OF"), "nghiOm", "02/11/2026", "Nghỉ ốm dài ngày từ 02/11/2026")
	}
	for i := range happen.DC {
		w := pick(func(w *worker) bool { return any(w) && w.To > 0 }, "DC")
		w.old, w.new = Doi{}, Doi{}
		if i%3 != 2 {
			was := w.Luong.MucLuong
			w.Luong.MucLuong += int64(2+i%4) * 100 * nghin
			w.old["mucLuong"], w.new["mucLuong"] = was, w.Luong.MucLuong
		}
		if i%3 == 2 {
			was := w.Luong.PhuCap
			w.Luong.PhuCap += 300 * nghin
			w.old["phuCap"], w.new["phuCap"] = was, w.Luong.PhuCap
		}
		if i == 0 {
			w.old["chucDanh"], w.new["chucDanh"] = w.ChucDanh, "Tổ phó sản xuất"
			w.ChucDanh = "Tổ phó sản xuất"
		}
	}
	for range happen.CD {
		w := pick(func(w *worker) bool { return any(w) && w.ChucDanh == "Công nhân may" }, "CD")
		w.old, w.new = Doi{"chucDanh": w.ChucDanh}, Doi{"chucDanh": "Công nhân kiểm hàng"}
		w.ChucDanh = "Công nhân kiểm hàng"
	}
	if happen.unclear {
		out.doubt(func() *worker { return pick(any, "?") })
	}
	out.november = slices.DeleteFunc(out.november, func(w worker) bool {
		if w.PhuongAn == "GH" {
			out.expect = append(out.expect, expect(w, []string{"ngayChamDut", "lyDoGiam"}))
		}
		return w.PhuongAn == "GH"
	})
	join := func(pa, province string, i int) {
		w := worker{Nguoi: m.Person(province)}
		w.PhuongAn, w.NgayCong = pa, 220
		first := "maSoBHXH"
		if pa != "TM" {
			first = "noiDongTruoc"
		}
		unknown := []string{first}
		if pa == "TM" && i == 0 { // left out on purpose, see README
			w.ChucDanh = ""
			unknown = append(unknown, "chucDanh")
		}
		w.old, w.new = Doi{}, Doi{"mucLuong": w.Luong.MucLuong, "phongBan": w.PhongBan}
		if w.ChucDanh != "" {
			w.new["chucDanh"] = w.ChucDanh
		}
		if w.Luong.PhuCap != 0 {
			w.new["phuCap"] = w.Luong.PhuCap
		}
		out.expect = append(out.expect, expect(w, append(unknown, "hopDong")))
		out.november = append(out.november, w)
	}
	for i := range happen.TM {
		join("TM", "", i)
	}
	for i := range happen.TD {
		join("TD", "79", i)
	}
	for i := range happen.TC {
		join("TC", "83", i)
	}
	for _, w := range out.november {
		switch w.PhuongAn {
		case "TS", "OF", "KL":
			unknown := []string{"tuNgay", "denNgay"}
			if w.new["tuNgay"] != nil {
				unknown = unknown[1:]
			}
			out.expect = append(out.expect, expect(w, unknown))
		case "ON", "DC", "CD":
			out.expect = append(out.expect, expect(w, []string{}))
		}
	}
	return out
}

func expect(w worker, unknown []string) DeXuat {
	return DeXuat{w.PhuongAn, w.HoTen, w.SoCCCD, w.MaSoBHXH, "2026-11", w.old, w.new, unknown, w.MaNV}
}
