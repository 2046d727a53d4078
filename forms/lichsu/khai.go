package lichsu

import (
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// khaiThang takes what was declared for a month.
func (w *duong) khaiThang(m law.Month, lines []int) {
	lines = w.chon(lines, func(i, j int) bool { return w.trang(i) != w.trang(j) })
	states := []facts.TrangThai{}
	for _, i := range lines {
		if s := w.trang(i); !slices.Contains(states, s) {
			states = append(states, s)
		}
	}
	if len(states) > 1 {
		var say []string
		for _, i := range lines {
			say = them(say, w.Dong[i].PhuongAn)
		}
		w.hoi(KhacTrang, &m, fmt.Sprintf("Tháng %s có các phương án trái nhau: %s. Từ tháng này để chưa rõ, cho biết dòng nào đúng", m, noi(say)), lines...)
		w.co = true
		w.hong(m, KhacTrang)
		return
	}
	switch st := states[0]; {
	case st == facts.DaNghi:
		w.giam(m, lines)
	case st != facts.DangDong:
		w.nghi(m, st, lines)
	default:
		w.tang(m, lines)
	}
}

// trang is the state after a line. An adjustment does not say that somebody is back.
func (w *duong) trang(i int) facts.TrangThai { return facts.SauPhuongAn(w.Dong[i].PhuongAn) }

// chon leaves the lines that a person named where lines contradict each other.
func (w *duong) chon(lines []int, against func(i, j int) bool) []int {
	var kept []int
	clash := false
	for k, i := range lines {
		for _, j := range lines[:k] {
			clash = clash || against(i, j)
		}
		if w.giuRieng(i) {
			kept = append(kept, i)
		}
	}
	if clash && len(kept) > 0 {
		return kept
	}
	return lines
}

func (w *duong) nhom(i int) string { return codes.Nhom(w.Dong[i].PhuongAn) }

// dat begins or changes with the state that lines tell, for as long as they say.
func (w *duong) dat(m law.Month, st facts.TrangThai, lines []int) {
	w.nay.TrangThai, w.co, w.tuNghi = st, true, 0
	if st == facts.DaNghi {
		w.tuNghi = m
	}
	w.han = 0
	for _, i := range lines {
		if den := w.Dong[i].Den; den > w.han && st != facts.DaNghi {
			w.han, w.hanTu, w.hanLuong = den, i, w.nhom(i) == codes.NhomDieuChinh
		} else if den == 0 {
			w.han = 0
			break
		}
	}
	w.ghi(m, "", lines...)
}

// giam takes a decrease.
func (w *duong) giam(m law.Month, lines []int) {
	if !w.co {
		kept := slices.DeleteFunc(slices.Clone(lines), func(i int) bool { return !w.giu(GiamChuaTang, i) })
		if len(kept) == 0 {
			w.hoi(GiamChuaTang, &m, fmt.Sprintf("Giảm từ tháng %s nhưng không tệp nào nói người này đã tham gia. Chưa lấy: nếu người này có từ trước thì cho biết dòng này đúng", m), lines...)
			return
		}
		lines = kept
	}
	if w.nay.TrangThai == facts.DaNghi && w.co {
		w.hoi(GiamHaiLan, &m, fmt.Sprintf("Giảm từ tháng %s nhưng đã giảm từ tháng %s. Giữ lần trước", m, w.tuNghi), lines...)
		return
	}
	w.luongNeuChua(lines)
	w.dat(m, facts.DaNghi, lines)
}

// nghi takes a leave.
func (w *duong) nghi(m law.Month, st facts.TrangThai, lines []int) {
	w.coTruoc(m, lines)
	w.thieuTang(m, lines)
	w.luongNeuChua(lines)
	w.lam(&w.Dong[lines[0]].Nguoi)
	w.dat(m, st, lines)
}

// luongNeuChua takes the pay of a decrease only where none is known: it says what was.
func (w *duong) luongNeuChua(lines []int) {
	for _, i := range lines {
		if l := w.Dong[i].Nguoi.Luong; !w.nay.Luong.Known && l.Known {
			w.nay.Luong, w.khai = l, true
		}
	}
}

// coTruoc names somebody who was there before the first file.
func (w *duong) coTruoc(m law.Month, lines []int) {
	if !w.co {
		w.hoi(CoTruoc, &m, fmt.Sprintf("Lời đầu tiên về người này là phương án %s tháng %s: đã tham gia từ trước mà không tệp nào nói từ bao giờ. Trước tháng này để trống", w.Dong[lines[0]].PhuongAn, m), lines...)
	}
}

// thieuTang names somebody who had left and is there again.
func (w *duong) thieuTang(m law.Month, lines []int) {
	if !w.co || w.nay.TrangThai != facts.DaNghi {
		return
	}
	from := w.tuNghi.Add(1)
	say := fmt.Sprintf("Đã giảm từ tháng %s, tháng %s lại có phương án %s mà không tệp nào báo tăng", w.tuNghi, m, w.Dong[lines[0]].PhuongAn)
	if from < m {
		say += fmt.Sprintf(". Từ tháng %s đến tháng %s để chưa rõ", from, m.Add(-1))
	}
	w.hoi(ThieuTang, &m, say, lines...)
	if from < m {
		w.hong(from, ThieuTang)
	}
}

// tang takes increases and adjustments.
func (w *duong) tang(m law.Month, lines []int) {
	var tang, dieuChinh []int
	for _, i := range lines {
		if w.nhom(i) == codes.NhomTang {
			tang = append(tang, i)
		} else {
			dieuChinh = append(dieuChinh, i)
		}
	}
	st := facts.DangDong
	switch {
	case len(tang) > 0:
		w.xetTang(m, tang)
	default:
		w.coTruoc(m, lines)
		w.thieuTang(m, lines)
		if s := w.nay.TrangThai; w.co && (s == facts.ThaiSan || s == facts.NghiOm || s == facts.KhongLuong) {
			w.hoi(DangNghi, &m, fmt.Sprintf("Phương án %s tháng %s khi đang %s, không tệp nào báo đi làm lại. Vẫn để %s", w.Dong[lines[0]].PhuongAn, m, s.Say(), s.Say()), lines...)
			st = s
		}
	}
	w.chucDanh(m, lines)
	for _, i := range lines {
		w.lam(&w.Dong[i].Nguoi)
	}
	w.luong(m, tang, dieuChinh)
	w.dat(m, st, lines)
}

func (w *duong) xetTang(m law.Month, lines []int) {
	pa := w.Dong[lines[0]].PhuongAn
	back := !slices.ContainsFunc(lines, func(i int) bool { return w.Dong[i].PhuongAn != "ON" })
	switch {
	case back && !w.co:
		w.coTruoc(m, lines)
	case back && w.nay.TrangThai == facts.DaNghi:
		w.thieuTang(m, lines)
	case back && w.nay.TrangThai == facts.DangDong:
		w.hoi(ThieuNghi, &m, fmt.Sprintf("Đi làm lại (ON) tháng %s nhưng không tệp nào báo nghỉ trước đó", m), lines...)
	case !back && w.co && (w.nay.TrangThai == facts.DangDong):
		w.hoi(TangHaiLan, &m, fmt.Sprintf("Tăng (%s) tháng %s khi đang tham gia từ tháng %s. Nếu đã nghỉ rồi vào lại thì thiếu tệp báo giảm ở giữa", pa, m, w.tuKhi()), lines...)
	}
}

// tuKhi is since when the person stands as they do.
func (w *duong) tuKhi() law.Month {
	m := law.Month(0)
	for _, x := range slices.Backward(w.ra) {
		if x.TrangThai != w.nay.TrangThai {
			break
		}
		m = x.TuThang
	}
	return m
}

// luong takes the pay: that of an adjustment before that of an increase.
func (w *duong) luong(m law.Month, tang, dieuChinh []int) {
	known := func(i int) bool { return w.Dong[i].Nguoi.Luong.Known }
	take := func(lines []int) (taken bool) {
		var paid []int
		for _, i := range lines {
			if known(i) {
				paid = append(paid, i)
			}
		}
		paid = w.chon(paid, func(i, j int) bool { return w.Dong[i].Nguoi.Luong != w.Dong[j].Nguoi.Luong })
		if len(paid) == 0 {
			return false
		}
		var say []string
		for _, i := range paid {
			say = them(say, luongWords(w.Dong[i].Nguoi.Luong))
		}
		if slices.ContainsFunc(paid, func(i int) bool { return w.Dong[i].Nguoi.Luong != w.Dong[paid[0]].Nguoi.Luong }) {
			w.hoi(KhacSo, &m, fmt.Sprintf("Phương án %s tháng %s ghi mức lương khác nhau: %s. Để chưa rõ mức lương, cho biết dòng nào đúng", w.Dong[paid[0]].PhuongAn, m, strings.Join(say, "; ")), paid...)
			w.nay.Luong = facts.Luong{}
			return true
		}
		w.nay.Luong, w.khai = w.Dong[paid[0]].Nguoi.Luong, true
		return true
	}
	dc := slices.DeleteFunc(slices.Clone(dieuChinh), func(i int) bool { return w.Dong[i].PhuongAn == "CD" })
	cd := slices.DeleteFunc(slices.Clone(dieuChinh), func(i int) bool { return w.Dong[i].PhuongAn != "CD" })
	for _, part := range [][]int{dc, tang, cd} {
		if take(part) {
			return
		}
	}
	if len(tang) > 0 && !slices.ContainsFunc(tang, func(i int) bool { return w.Dong[i].PhuongAn != "ON" }) {
		return // back on the pay of before
	}
	if len(tang) > 0 {
		w.nay.Luong = facts.Luong{}
		w.hoi(ThieuLuong, &m, fmt.Sprintf("Tăng tháng %s không ghi mức lương. Để chưa rõ mức lương", m), tang...)
	}
}

// chucDanh names titles that lines of the same phương án write differently.
func (w *duong) chucDanh(m law.Month, lines []int) {
	for k, i := range lines {
		for _, j := range lines[:k] {
			x, y := &w.Dong[i], &w.Dong[j]
			if x.PhuongAn == y.PhuongAn && x.Nguoi.ChucDanh != "" && y.Nguoi.ChucDanh != "" && !folded(x.Nguoi.ChucDanh, y.Nguoi.ChucDanh) {
				w.hoi(KhacNhau, &m, fmt.Sprintf("Chức danh tháng %s ghi khác nhau: %s, %s. Lấy %s", m, y.Nguoi.ChucDanh, x.Nguoi.ChucDanh, x.Nguoi.ChucDanh), j, i)
				return
			}
		}
	}
}
