package d03ts

import (
	"strconv"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// NguoiCuoi is the place in a household from which nobody pays less any more.
const NguoiCuoi = 5

// MucHo is the part of the reference level on which a member of a household pays,
// and what one month costs, in đồng, on the day of payment; thuTu counts from 1.
// ok is false where the law of that day is not known (Luật Bảo hiểm y tế Điều 13;
// Nghị định 188/2025/NĐ-CP).
func MucHo(thuTu int64, on law.Day) (mucDong, thang int64, ok bool) {
	if thuTu < 1 || on == 0 {
		return 0, 0, false
	}
	phan, ok1 := law.Get("bhyt-ho-gia-dinh-nguoi-"+strconv.FormatInt(min(thuTu, NguoiCuoi), 10), on)
	tyLe, ok2 := law.Get("bhyt-ho-gia-dinh-ty-le", on)
	mtc := law.MucThamChieu(on)
	if !ok1 || !ok2 || mtc == 0 {
		return 0, 0, false
	}
	mucDong = law.Phan(mtc, phan.Amount)
	return mucDong, law.Phan(mucDong, tyLe.Amount), true
}

// DienHo numbers the members of one household in the order of rows and writes
// what each pays for a number of months, counted on the day of payment. What the
// law of that day does not say stays unknown.
func DienHo(rows []form.Row, soThang int64, on law.Day) {
	for i := range rows {
		thuTu := int64(i + 1)
		ThuTu.Set(&rows[i], thuTu)
		SoThang.Set(&rows[i], soThang)
		if muc, thang, ok := MucHo(thuTu, on); ok {
			MucDong.Set(&rows[i], muc)
			TienDong.Set(&rows[i], soThang*thang)
		}
	}
}

// ngayDong is the day whose figures hold for a row: that of the receipt, of the
// list, or of the checking.
func ngayDong(l *form.Look) law.Day {
	if d := NgayBienLai.Get(l.Row); d.Valid() {
		return d
	}
	return ngayLap(l)
}

func ngayLap(l *form.Look) law.Day {
	if d := NgayLap.Get(l.Head); d.Valid() {
		return d
	}
	return l.Today
}

// hoTro is the part that others pay, in 1/10 000.
func hoTro(l *form.Look) int64 {
	return TyLeNSNN.Get(l.Head) + TyLeNSDP.Get(l.Row) + HoTroKhac.Get(l.Row)
}
