package giamdinh

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// truong checks one cell by the declaration of its field.
func (k *kiem) truong(n noi, dong int, f *Truong, s string) {
	loi := func(ma, say string) { k.g.loi(ma, n, dong, f.Ten, say) }
	if s == "" {
		switch f.Can {
		case PhaiCo:
			loi("40", f.Nhan+": phải có")
		case NenCo:
			loi("41", f.Nhan+": đang để trống. Ghi giá trị, hoặc bỏ qua nếu trường hợp này không có")
		}
		return
	}
	if f.Dai > 0 && len(s) > f.Dai {
		if m := utf8.RuneCountInString(s); m > f.Dai {
			loi("45", f.Nhan+": không quá "+strconv.Itoa(f.Dai)+" ký tự (đang có "+strconv.Itoa(m)+")")
		}
	}
	if ma, say := f.sai(s); ma != "" {
		loi(ma, f.Nhan+": "+say)
	}
	if f.Kieu == The {
		k.the(n, dong, f, s)
	}
}

// sai says which rule of its kind a text breaks, and how to mend it; "" if none.
func (f *Truong) sai(s string) (ma, say string) {
	bad := false
	switch f.Kieu {
	case So:
		bad, ma, say = !digits(s), "42", "phải là số, chỉ gồm chữ số"
	case Tien:
		_, ok := decimal(s, leTien)
		bad, ma, say = !ok, "42", "phải là số tiền không âm, dấu chấm trước phần lẻ, không quá 2 chữ số lẻ, ví dụ 125000.50"
	case Luong:
		_, ok := decimal(s, leLuong)
		bad, ma, say = !ok, "42", "phải là số không âm, dấu chấm trước phần lẻ, không quá 3 chữ số lẻ, ví dụ 0.5"
	case TyLe:
		n, err := strconv.Atoi(s)
		bad, ma, say = !digits(s) || err != nil || n > 100, "50", "phải là số nguyên từ 0 đến 100"
	case Ngay:
		_, ok := docNgay(s)
		bad, ma, say = !ok, "43", "phải là ngày có thật, dạng 20261122"
	case CacNgay:
		bad = slices.ContainsFunc(strings.Split(s, ";"), func(one string) bool { _, ok := docNgay(one); return !ok })
		ma, say = "43", "phải là ngày có thật, dạng 20261122; nhiều ngày cách nhau dấu chấm phẩy"
	case Gio:
		_, ok := DocLuc(s)
		bad, ma, say = !ok, "44", "phải là thời điểm có thật, dạng 202611220830"
	case NgayGio:
		_, ok := ngayCua(s)
		bad, ma, say = !ok, "44", "phải là ngày hoặc thời điểm có thật, dạng 20261122 hoặc 202611220830"
	case Sinh:
		_, ok := docSinh(s)
		bad, ma, say = !ok, "44", "phải có dạng 199508150000; chỉ biết năm sinh thì ghi 199500000000"
	case CSKCB:
		bad, ma, say = len([]rune(s)) != 5, "48", "phải là mã cơ sở 5 ký tự, ví dụ 79024"
	case CacCSKCB:
		bad = slices.ContainsFunc(strings.Split(s, ";"), func(one string) bool { return len([]rune(one)) != 5 })
		ma, say = "48", "phải là mã cơ sở 5 ký tự, ví dụ 79024; nhiều mã cách nhau dấu chấm phẩy"
	case Hai:
		bad, ma, say = len(s) != 2 || !digits(s), "56", "phải có 2 chữ số, ví dụ 01"
	case MaCung:
		bad, ma, say = !slices.Contains(f.Ma, s), "46", "chỉ nhận "+strings.Join(f.Ma, ", ")
	case Ma:
		bad, ma, say = !slices.Contains(f.Ma, s), "47", "chỉ biết các mã "+strings.Join(f.Ma, ", ")+". Xem lại mã, hoặc bỏ qua nếu văn bản mới đã thêm"
	}
	if !bad {
		return "", ""
	}
	return ma, say
}

// the checks each card of a field.
func (k *kiem) the(n noi, dong int, f *Truong, s string) {
	for one := range strings.SplitSeq(s, ";") {
		if l := facts.CheckTheBHYT(one); !l.OK() {
			muc := form.Loi
			if l.Nhac {
				muc = form.Nhac
			}
			k.g.add("49", muc, n, dong, f.Ten, f.Nhan+": "+l.KhongTen(), l.Goi)
		}
	}
}
