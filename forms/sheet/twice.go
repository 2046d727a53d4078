package sheet

import (
	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// twice names people who stand in two lines, at both cells. A list of changes
// may name a person more than once, each time with another phương án or month.
func (b *reading) twice() {
	type key struct {
		id string
		pa string
		m  int32
	}
	cccd, maSo, name := map[key]int{}, map[key]int{}, map[key]int{}
	rows := b.book.Rows
	for i := range rows {
		d := &rows[i]
		k := key{"", d.PhuongAn, int32(d.TuThang)}
		same := false
		if k.id = d.SoCCCD; k.id != "" {
			if j, ok := cccd[k]; ok {
				b.both(i, j, xlTwiceCCCD, "Số ĐDCN/CCCD", func(w where) string { return w.cccd }, d.SoCCCD)
				same = true
			} else {
				cccd[k] = i
			}
		}
		if k.id = d.MaSoBHXH; k.id != "" {
			if j, ok := maSo[k]; ok {
				b.both(i, j, xlTwiceMaSo, "Mã số BHXH", func(w where) string { return w.maSo }, d.MaSoBHXH)
				same = true
			} else {
				maSo[k] = i
			}
		}
		if !d.NgaySinh.Full() || d.HoTen == "" {
			continue
		}
		k.id = codes.Fold(d.HoTen) + "|" + d.NgaySinh.String()
		if j, ok := name[k]; !ok {
			name[k] = i
		} else if !same {
			b.near(i, j)
		}
	}
}

// both puts a problem at the same fact of two lines, each naming the other.
func (b *reading) both(i, j int, code, label string, at func(where) string, value string) {
	for _, p := range [2][2]int{{j, i}, {i, j}} {
		w, o := b.wheres[p[0]], b.wheres[p[1]]
		b.book.Problems = append(b.book.Problems, Problem{w.sheet, at(w), value, code, form.Loi,
			label + ": trùng với ô " + facts.Noi{Sheet: o.sheet, O: at(o)}.String() + ". Xoá một dòng, hoặc sửa số nếu là hai người", ""})
	}
}

// near reminds of two lines with the same name and birth but other numbers.
func (b *reading) near(i, j int) {
	for _, p := range [2][2]int{{j, i}, {i, j}} {
		w, o := b.wheres[p[0]], b.wheres[p[1]]
		b.book.Problems = append(b.book.Problems, Problem{w.sheet, w.name, b.book.Rows[p[0]].HoTen, xlTwiceName, form.Nhac,
			"Họ và tên, Ngày sinh: giống ô " + facts.Noi{Sheet: o.sheet, O: o.name}.String() + " nhưng khác mã số. Xem có phải một người ghi hai lần", ""})
	}
}
