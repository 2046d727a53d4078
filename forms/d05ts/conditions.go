package d05ts

import (
	"strconv"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Conditions that more than one rule needs.
var (
	dong     = PhuongAn.In("TM", "DT", "DL", "DB").Named("đóng mới, đóng tiếp, đóng lại, đóng bù")
	giam     = PhuongAn.In("GB", "GC", "GD", "GH", "GM", "GT", "SB").Named("báo giảm")
	coMaSo   = form.Not(PhuongAn.In("TM")).Named("không phải tăng mới")
	theoKy   = form.All(PhuongAn.In("TM", "DT", "DL"), PhuongThuc.In("1", "3", "6", "12")).Named("đóng hằng tháng, 03, 06, 12 tháng một lần")
	veSau    = PhuongThuc.In("VS").Named("đóng một lần cho nhiều năm về sau")
	coThuong = form.All(SoThang.Filled(), ThuNhap.Filled()).Named("có số tháng và mức thu nhập")
	conThieu = PhuongThuc.In("TH").Named("đóng một lần cho thời gian còn thiếu")
)

// figure is an amount of the law on a day, 0 when it is not known.
func figure(name string, on law.Day) int64 {
	v, _ := law.Get(name, on)
	return v.Amount
}

// ngayDong is the day that chooses the figures: that of the receipt, or today
// while none is known.
func ngayDong(l *form.Look) law.Day { return ngayCua(l.Row, l.Today) }

func ngayCua(r form.Row, today law.Day) law.Day {
	if d := NgayBL.Get(r); d != 0 {
		return d
	}
	return today
}

// kyThang is how many months a phương thức đóng pays for; 0 where it does not say.
func kyThang(r form.Row) int64 {
	n, err := strconv.ParseInt(PhuongThuc.Get(r), 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// thuong is what the months of a row cost without discount or interest.
func thuong(r form.Row, on law.Day) int64 {
	return SoThang.Get(r) * law.Phan(ThuNhap.Get(r), figure("tu-nguyen-ty-le", on))
}

// hoTro is a part of the contribution on the rural poverty line, for the months
// of a row; k in 1/10 000.
func hoTro(r form.Row, k int64, on law.Day) int64 {
	one := law.Nhan(law.Ti(figure("chuan-ngheo-nong-thon", on)), law.TiLe(figure("tu-nguyen-ty-le", on)), law.TiLe(k))
	return SoThang.Get(r) * law.Tron(one)
}

// nhaNuoc is the State's part: as written, or by the rate while nobody has
// written it. A series of payments made at once has only what is written.
func nhaNuoc(r form.Row, on law.Day) (n int64, known bool) {
	switch {
	case TienNSNN.Known(r):
		return TienNSNN.Get(r), true
	case TyLeNSNN.Known(r) && (TyLeNSNN.Get(r) == 0 || kyThang(r) > 0 && SoThang.Known(r)):
		return hoTro(r, TyLeNSNN.Get(r), on), true
	}
	return 0, false
}

// conLai is what is left to the person: column 7 by columns 6, 8, 10 and 12.
func conLai(r form.Row, on law.Day) (n int64, known bool) {
	state, ok := nhaNuoc(r, on)
	if !ok || !PhaiDong.Known(r) {
		return 0, false
	}
	return PhaiDong.Get(r) - state - TienThem.Get(r) - TienKhac.Get(r), true
}
