package lichsu

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ankhai/forms/law"
)

// dung is one run of Dung ("dựng": to build).
type dung struct {
	Vao
	bo   map[int]bool // lines that say nothing which can be taken
	bang []law.Month  // months with a payroll, earliest first
	den  law.Month    // the last month that a file is of or speaks of
	ra   KetQua
}

// Dung makes the history. It is a function of what it is given alone: the same files in
// another order give the same history.
func Dung(v Vao) KetQua {
	b := &dung{Vao: v, bo: map[int]bool{}, ra: KetQua{Nguoi: []Nguoi{}, VanDe: []VanDe{}}}
	for i := range b.Dong {
		b.xet(i)
	}
	b.thangCoTep()
	for _, n := range b.ghep() {
		p := Nguoi{Ai: b.ai(n), Dong: n.dong}
		p.Moc = b.moc(n)
		b.ra.Nguoi = append(b.ra.Nguoi, p)
	}
	b.xep()
	return b.ra
}

// xet looks whether a line says anything that can be taken.
func (b *dung) xet(i int) {
	d := &b.Dong[i]
	leave := func(ma, say string) {
		b.bo[i] = true
		b.hoi(ma, &d.Tu, say, i)
	}
	maSo, cccd := so(&d.Nguoi)
	switch {
	case maSo == "" && cccd == "" && !(d.Nguoi.HoTen != "" && d.Nguoi.NgaySinh.Full()):
		leave(KhongRoAi, "Dòng không có mã số BHXH, số CCCD, cũng không đủ họ tên và ngày sinh. Chưa lấy dòng này: ghi thêm một số")
	case d.Loai == NhanThan:
	case !d.Tu.Valid():
		leave(KhongRoThang, "Chưa biết dòng này của tháng nào: dòng không có cột Từ tháng, tiêu đề và tên tệp không ghi tháng. Đặt tên tệp có tháng, ví dụ tang-2024-05.xlsx")
	case d.Den != 0 && d.Den < d.Tu:
		leave(ThangNguoc, fmt.Sprintf("Đến tháng %s trước Từ tháng %s. Chưa lấy dòng này: sửa một trong hai", d.Den, d.Tu))
	}
}

// thangCoTep finds which months have files, and names those between them that have none.
func (b *dung) thangCoTep() {
	var all []law.Month
	for _, t := range b.Tep {
		if t.Thang.Valid() {
			all = append(all, t.Thang)
			b.den = max(b.den, t.Thang)
			if t.Bang {
				b.bang = append(b.bang, t.Thang)
			}
		}
	}
	for i := range b.Dong {
		if d := &b.Dong[i]; !b.bo[i] && d.Loai != NhanThan {
			b.den = max(b.den, d.Tu)
		}
	}
	for _, list := range []*[]law.Month{&all, &b.bang} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	var none []string
	for k := 1; k < len(all); k++ {
		switch from, to := all[k-1].Add(1), all[k].Add(-1); {
		case from == to:
			none = append(none, from.String())
		case from < to:
			none = append(none, from.String()+"–"+to.String())
		}
	}
	if len(none) > 0 {
		b.ra.VanDe = append(b.ra.VanDe, VanDe{Ma: ThieuTep, Muc: nhac, Cho: []string{},
			Say: "Không có tệp nào của tháng " + strings.Join(none, ", ") + ": nếu tháng ấy có tăng, giảm, điều chỉnh thì lịch sử còn thiếu"})
	}
}

// xep puts what was found in order: those of no month first.
func (b *dung) xep() {
	slices.SortStableFunc(b.ra.VanDe, func(x, y VanDe) int {
		return cmp.Or(cmp.Compare(x.Thang, y.Thang), cmp.Compare(x.Ma, y.Ma), cmp.Compare(x.HoTen, y.HoTen), slices.Compare(x.Cho, y.Cho))
	})
	slices.Sort(b.ra.Bo)
	for i := range b.ra.Nguoi {
		slices.Sort(b.ra.Nguoi[i].Dong)
	}
}
