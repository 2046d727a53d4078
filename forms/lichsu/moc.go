package lichsu

import (
	"cmp"
	"fmt"
	"slices"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

const nhac = form.Nhac

// moc is a Moc with the lines that told it; none for the end of what was told.
type moc struct {
	facts.NguoiLaoDong
	o  []int
	vi string // of a gap: the finding
}

// duong is the way of one person through the months.
type duong struct {
	*dung
	cuoi     law.Month          // the last month of which a file may tell
	co       bool               // something was told
	nay      facts.NguoiLaoDong // as they stand
	tuNghi   law.Month          // since when they have left
	khai     bool               // the pay was declared, not read from a payroll
	trongMot bool               // they stand in the payroll before
	han      law.Month          // the last month for which the last word was said; 0 open
	hanTu    int                // its line
	hanLuong bool               // when it is over the pay is open, not the state
	ra       []moc
}

// moc makes the months of a person.
func (b *dung) moc(n nhom) []Moc {
	own := b.rieng(n)
	by := map[law.Month][]int{}
	var months []law.Month
	for _, i := range n.dong {
		d := &b.Dong[i]
		switch {
		case d.Loai == NhanThan || d.Loai == KhaiPhuongAn && facts.SauPhuongAn(d.PhuongAn) == "":
		case own.biet(d.Tu):
			own.soSanh(b, i)
		default:
			if by[d.Tu] == nil {
				months = append(months, d.Tu)
			}
			by[d.Tu] = append(by[d.Tu], i)
		}
	}
	if len(months) == 0 {
		return nil
	}
	for _, m := range b.bang { // a payroll tells of those too who are not in it
		if !own.biet(m) {
			months = append(months, m)
		}
	}
	vangMo := b.Mo.Valid() && len(own.moc) == 0
	if vangMo {
		months = append(months, b.Mo)
	}
	slices.Sort(months)
	w := &duong{dung: b, cuoi: own.truoc(b.den)}
	for _, m := range slices.Compact(months) {
		slices.SortFunc(by[m], func(i, j int) int { return cmp.Compare(b.Dong[i].Cho(), b.Dong[j].Cho()) })
		w.hetHan(m, len(by[m]) > 0)
		w.thang(m, by[m])
		if vangMo && m == b.Mo && len(by[m]) == 0 && w.nay.TrangThai == facts.DangDong {
			w.hoiCho(Vang, m, fmt.Sprintf("Bảng lương tháng %s đã mở danh sách không có người này, không tệp nào báo giảm hay nghỉ. Từ tháng này để chưa rõ", m))
			w.hong(m, Vang)
		}
	}
	w.hetHan(w.cuoi.Add(1), false)
	own.choNoi(b, w.ra)
	var out []Moc
	for _, x := range w.ra {
		src := x.vi
		for _, i := range x.o {
			if src != "" {
				src += ", "
			}
			src += b.Dong[i].Cho()
		}
		out = append(out, Moc{x.NguoiLaoDong, src})
	}
	return out
}

// hetHan ends what was said for a term that is over before month m. Where something is
// said of m, and m follows at once, m speaks for itself.
func (w *duong) hetHan(m law.Month, said bool) {
	end := w.han.Add(1)
	if w.han == 0 || m <= end || end > w.cuoi {
		if said {
			w.han = 0
		}
		return
	}
	w.han = 0
	d := &w.Dong[w.hanTu]
	if w.hanLuong {
		w.nay.Luong = facts.Luong{}
		w.hoi(HetHan, &end, fmt.Sprintf("Phương án %s chỉ đến tháng %s, sau đó không tệp nào nói mức lương. Từ tháng %s để chưa rõ mức lương", d.PhuongAn, d.Den, end), w.hanTu)
		w.ghi(end, HetHan)
		return
	}
	w.hoi(HetHan, &end, fmt.Sprintf("Phương án %s chỉ đến tháng %s, sau đó không tệp nào nói người này đi làm lại hay nghỉ tiếp. Từ tháng %s để chưa rõ", d.PhuongAn, d.Den, end), w.hanTu)
	w.hong(end, HetHan)
}

// hong writes a gap.
func (w *duong) hong(m law.Month, vi string) {
	w.nay.TrangThai, w.nay.Luong, w.trongMot = facts.ChuaRo, facts.Luong{}, false
	w.ghi(m, vi)
}

// ghi writes how the person stands from month m on, if that is anything new.
func (w *duong) ghi(m law.Month, vi string, lines ...int) {
	p := w.nay
	p.TuThang = m
	if n := len(w.ra); n > 0 {
		last := w.ra[n-1].NguoiLaoDong
		last.TuThang = m
		if last == p {
			return
		}
		if w.ra[n-1].TuThang == m {
			w.ra = w.ra[:n-1]
		}
	}
	w.ra = append(w.ra, moc{p, lines, vi})
}

// thang takes what lines say of a month.
func (w *duong) thang(m law.Month, lines []int) {
	var khai, bang []int
	for _, i := range lines {
		if w.Dong[i].Loai == TrongBang {
			bang = append(bang, i)
		} else {
			khai = append(khai, i)
		}
	}
	_, isBang := slices.BinarySearch(w.bang, m)
	if len(khai) > 0 {
		w.khaiThang(m, khai)
	}
	if len(bang) > 0 {
		w.bangThang(m, bang, len(khai) > 0)
		w.trongMot = w.nay.TrangThai != facts.DaNghi
		return
	}
	if isBang && len(khai) == 0 && w.trongMot && w.nay.TrangThai == facts.DangDong {
		w.hoiCho(Vang, m, fmt.Sprintf("Không có trong bảng lương tháng %s, không tệp nào báo giảm hay nghỉ. Từ tháng này để chưa rõ", m))
		w.hong(m, Vang)
	}
	if isBang {
		w.trongMot = false
	}
}

// hoiCho asks about the line that told last.
func (w *duong) hoiCho(ma string, m law.Month, say string) {
	for _, x := range slices.Backward(w.ra) {
		if len(x.o) > 0 {
			w.hoi(ma, &m, say, x.o...)
			return
		}
	}
}

// lam takes what a line says of work; what it does not say stays.
func (w *duong) lam(d *facts.NguoiLaoDong) {
	for _, f := range [...]struct{ to, from *string }{{&w.nay.PhongBan, &d.PhongBan}, {&w.nay.NoiLamViec, &d.NoiLamViec}, {&w.nay.Vung, &d.Vung}, {&w.nay.ChucDanh, &d.ChucDanh}} {
		if *f.from != "" && codes.Fold(*f.from) != codes.Fold(*f.to) {
			*f.to = *f.from
		}
	}
	if d.HopDong != (facts.HopDong{}) {
		w.nay.HopDong = d.HopDong
	}
}
