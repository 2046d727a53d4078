package lichsu

import (
	"cmp"
	"slices"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
)

// la is a fact of identity as lines say it.
type la struct {
	gia string
	o   int // the line
}

// ai says who somebody is: what the program knows, filled with what the lines say. What
// lines say differently, and no person has decided, is not filled in.
func (b *dung) ai(n nhom) facts.NguoiLaoDong {
	var out facts.NguoiLaoDong
	if n.biet >= 0 {
		out = b.Biet[n.biet].Nguoi
	}
	lines := slices.Clone(n.dong)
	slices.SortStableFunc(lines, func(i, j int) int {
		return cmp.Or(cmp.Compare(b.Dong[i].Tu, b.Dong[j].Tu), cmp.Compare(b.Dong[i].Cho(), b.Dong[j].Cho()))
	})

	b.ten(&out, lines)
	b.sinh(&out, lines)
	b.phai(&out, lines)
	b.so(&out, lines)
	for _, i := range slices.Backward(lines) { // the latest word first; only what is blank is filled
		d := &b.Dong[i].Nguoi
		for _, f := range [...]struct{ to, from *string }{{&out.MaNV, &d.MaNV}, {&out.QuocTich, &d.QuocTich}, {&out.DanToc, &d.DanToc}, {&out.DienThoai, &d.DienThoai},
			{&out.Email, &d.Email}, {&out.MaKCB, &d.MaKCB}} {
			if *f.to == "" {
				*f.to = *f.from
			}
		}
		if out.DiaChi == "" && out.MaXa == "" && out.MaTinh == "" { // an address is one thing
			out.DiaChi, out.MaXa, out.MaTinh = d.DiaChi, d.MaXa, d.MaTinh
		}
	}
	return out
}

// khac lists the different values of a fact, each with the last line that says it, in the
// order of the lines; a line that a person named rules the others out.
func (b *dung) khac(lines []int, of func(*facts.NguoiLaoDong) string, same func(a, b string) bool) (out []la) {
	for _, i := range lines {
		v := of(&b.Dong[i].Nguoi)
		if v == "" {
			continue
		}
		at := slices.IndexFunc(out, func(x la) bool { return same(x.gia, v) })
		if at >= 0 {
			out = slices.Delete(out, at, at+1)
		}
		out = append(out, la{v, i})
	}
	if len(out) > 1 {
		for _, i := range slices.Backward(lines) {
			if v := of(&b.Dong[i].Nguoi); v != "" && b.giuRieng(i) {
				return []la{{v, i}}
			}
		}
	}
	return out
}

func bang(a, b string) bool { return a == b }

func folded(a, b string) bool { return codes.Fold(a) == codes.Fold(b) }

// choCua are the lines of values, and the values in words.
func choCua(all []la) (at []int, say []string) {
	for _, x := range all {
		at, say = append(at, x.o), append(say, x.gia)
	}
	return at, say
}

// ten takes the latest spelling: names change, and are written without diacritics.
func (b *dung) ten(out *facts.NguoiLaoDong, lines []int) {
	all := b.khac(lines, func(n *facts.NguoiLaoDong) string { return n.HoTen }, folded)
	if len(all) == 0 {
		return
	}
	at, say := choCua(all)
	last := all[len(all)-1]
	switch {
	case out.HoTen == "":
		if len(all) > 1 {
			b.hoi(KhacNhau, nil, "Họ tên ghi khác nhau: "+noi(say)+". Lấy cách ghi mới nhất: "+last.gia, at...)
		}
		out.HoTen = last.gia
	case !folded(out.HoTen, last.gia):
		b.hoi(KhacDanhSach, nil, "Họ tên trong danh sách là "+out.HoTen+", tệp ghi "+last.gia+". Giữ như danh sách", last.o)
	}
}

// sinh takes the fullest birth that all lines agree with.
func (b *dung) sinh(out *facts.NguoiLaoDong, lines []int) {
	all := b.khac(lines, func(n *facts.NguoiLaoDong) string {
		if n.NgaySinh == 0 {
			return ""
		}
		return n.NgaySinh.String()
	}, bang)
	var best facts.NgaySinh
	clash := false
	for _, x := range all {
		v := b.Dong[x.o].Nguoi.NgaySinh
		clash = clash || !sinhHop(best, v)
		if best == 0 || v.Full() && !best.Full() || v.Full() == best.Full() {
			best = v
		}
	}
	at, say := choCua(all)
	switch {
	case best == 0:
	case out.NgaySinh == 0 && clash:
		b.hoi(KhacNhau, nil, "Ngày sinh ghi khác nhau: "+noi(say)+". Để trống, cho biết dòng nào đúng", at...)
	case out.NgaySinh == 0:
		out.NgaySinh = best
	case !sinhHop(out.NgaySinh, best):
		b.hoi(KhacDanhSach, nil, "Ngày sinh trong danh sách là "+out.NgaySinh.String()+", tệp ghi "+best.String()+". Giữ như danh sách", at...)
	}
}

// sinhHop reports whether two births, given in part perhaps, may be one.
func sinhHop(a, b facts.NgaySinh) bool {
	return a == 0 || b == 0 || a == b || a.Year() == b.Year() && !(a.Full() && b.Full())
}

func (b *dung) phai(out *facts.NguoiLaoDong, lines []int) {
	all := b.khac(lines, func(n *facts.NguoiLaoDong) string { return string(n.GioiTinh) }, bang)
	at, _ := choCua(all)
	switch {
	case len(all) == 0:
	case out.GioiTinh == "" && len(all) > 1:
		b.hoi(KhacNhau, nil, "Giới tính ghi khác nhau. Để trống, cho biết dòng nào đúng", at...)
	case out.GioiTinh == "":
		out.GioiTinh = facts.GioiTinh(all[0].gia)
	case string(out.GioiTinh) != all[len(all)-1].gia:
		b.hoi(KhacDanhSach, nil, "Giới tính trong danh sách là "+out.GioiTinh.Ten()+", tệp ghi khác. Giữ như danh sách", at[len(at)-1])
	}
}

// so takes the two numbers. A number of 9 digits is what one of 12 took the place of.
func (b *dung) so(out *facts.NguoiLaoDong, lines []int) {
	for _, f := range [...]struct {
		to    *string
		label string
		of    func(*facts.NguoiLaoDong) string
	}{
		{&out.MaSoBHXH, "mã số BHXH", func(n *facts.NguoiLaoDong) string { s, _ := so(n); return s }},
		{&out.SoCCCD, "số CCCD", func(n *facts.NguoiLaoDong) string { _, s := so(n); return s }},
	} {
		all := b.khac(lines, f.of, bang)
		if slices.ContainsFunc(all, func(x la) bool { return len(x.gia) == soDinhDanh }) {
			all = slices.DeleteFunc(all, func(x la) bool { return len(x.gia) == soCMND })
		}
		at, say := choCua(all)
		switch {
		case len(all) == 0:
		case *f.to == "" && len(all) > 1:
			b.hoi(HaiSo, nil, "Một người có hai "+f.label+": "+noi(say)+". Chưa ghi số nào, cho biết dòng nào đúng", at...)
		case *f.to == "":
			*f.to = all[0].gia
		default:
			all = slices.DeleteFunc(all, func(x la) bool { return x.gia == *f.to || len(x.gia) == soCMND && len(*f.to) == soDinhDanh })
			if at, say = choCua(all); len(all) > 0 {
				b.hoi(KhacDanhSach, nil, "Trong danh sách "+f.label+" là "+*f.to+", tệp ghi "+noi(say)+". Giữ như danh sách", at...)
			}
		}
	}
}

// Digits of a personal number and of the number that it took the place of.
const (
	soDinhDanh = 12
	soCMND     = 9
)
