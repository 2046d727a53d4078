package lichsu

import (
	"fmt"
	"slices"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// bangThang takes what a month's payroll says; khai tells that something was declared for
// the same month.
func (w *duong) bangThang(m law.Month, lines []int, khai bool) {
	lines = w.chon(lines, func(i, j int) bool { return w.Dong[i].Nguoi.Luong != w.Dong[j].Nguoi.Luong })
	l := facts.Luong{}
	var paid []int
	for _, i := range lines {
		if w.Dong[i].Nguoi.Luong.Known {
			paid = append(paid, i)
			l = w.Dong[i].Nguoi.Luong
		}
	}
	if slices.ContainsFunc(paid, func(i int) bool { return w.Dong[i].Nguoi.Luong != l }) {
		w.hoi(KhacSo, &m, fmt.Sprintf("Các bảng lương tháng %s ghi mức lương khác nhau. Để chưa rõ mức lương, cho biết dòng nào đúng", m), paid...)
		l = facts.Luong{}
	}
	kept := slices.ContainsFunc(lines, w.giuRieng)
	if kept && w.nay.TrangThai == facts.DaNghi {
		w.nay.TrangThai = facts.ChuaRo // they had not left
	}
	switch st := w.nay.TrangThai; {
	case !w.co, st == facts.ChuaRo:
		w.lam(&w.Dong[lines[0]].Nguoi)
		w.nay.Luong, w.khai = l, false
		w.dat(m, facts.DangDong, lines)
	case st == facts.DaNghi && (m > w.tuNghi || khai) && slices.ContainsFunc(w.truoc(), w.giuRieng): // somebody has said that they had left
	case st == facts.DaNghi && (m > w.tuNghi || khai):
		w.hoi(KhacBang, &m, fmt.Sprintf("Đã báo giảm từ tháng %s nhưng có trong bảng lương tháng %s. Từ tháng này để chưa rõ, xem tệp nào đúng", w.tuNghi, m), append(slices.Clone(lines), w.truoc()...)...)
		w.hong(m, KhacBang)
	case st != facts.DangDong: // on leave: a payroll lists those too
	case l.Known && w.nay.Luong.Known && l != w.nay.Luong && w.khai && !kept:
		if slices.ContainsFunc(w.truoc(), w.giuRieng) {
			return
		}
		w.hoi(KhacBang, &m, fmt.Sprintf("Bảng lương tháng %s là %s, mức đã khai là %s. Giữ mức đã khai, xem có thiếu điều chỉnh không", m, luongWords(l), luongWords(w.nay.Luong)), append(slices.Clone(lines), w.truoc()...)...)
	default:
		if !w.khai {
			w.lam(&w.Dong[lines[0]].Nguoi)
		}
		if l.Known && l != w.nay.Luong {
			w.nay.Luong, w.khai = l, false
		}
		w.ghi(m, "", lines...)
	}
}

// truoc are the lines that told last.
func (w *duong) truoc() []int {
	for _, x := range slices.Backward(w.ra) {
		if len(x.o) > 0 {
			return x.o
		}
	}
	return nil
}
