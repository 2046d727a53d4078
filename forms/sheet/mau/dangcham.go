package mau

import (
	"fmt"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// ngayCham is the first column of the days.
const ngayCham = 4

// dangL6 is the timesheet: a column a day under two rows of head, a legend below
// that says what «L» and «V» mean in this firm.
func dangL6() dang {
	d := dang{ten: "L6", dau: 3, cao: 2, tren: []string{congTy, "BẢNG CHẤM CÔNG THÁNG 11 NĂM 2026"}, trang: []string{"Chấm công T11"}}
	d.cot = []cot{cotSTT("STT"), cotChu("", "Mã NV", "maNV", maNV), cotChu("", "Họ và tên", "hoTen", hoTen), cotChu("", "Bộ phận", "phongBan", phongBan)}
	for day := range Thang.Last().Dom() {
		d.cot = append(d.cot, cot{nhom: "Ngày trong tháng", dau: fmt.Sprint(day + 1)})
	}
	d.cot = append(d.cot, cotTrong("", "Tổng công"), cotTrong("", "Ghi chú"))
	d.xep = func(x *xep) {
		for i, p := range x.people {
			row := x.dong
			x.nguoi(p, i)
			signs := ngayCua(i)
			var nua strings.Builder
			for day, s := range signs {
				if s == "" {
					nua.WriteString("--")
					continue
				}
				x.t.Dat(ngayCham+day, row, ghi(s))
				nua.WriteString(nghia[s])
			}
			p.ChamCong = facts.ChamCong{Noi: facts.Noi{Sheet: x.t.Ten, O: O(ngayCham, row)}, Tu: law.DayOf(Thang.Year(), Thang.Num(), 1), Nua: nua.String()}
			x.t.Dat(ngayCham+len(signs), row, Cong(int64(len(signs))))
			x.at[len(x.at)-1].cot["chamCong"] = ngayCham
		}
	}
	d.sau = func(x *xep) {
		x.t.Dat(2, x.dong, Chu("Tổng cộng"))
		x.t.Dat(ngayCham+30, x.dong, Cong(int64(len(x.people))))
		x.t.Dat(2, x.dong+2, Chu("Ký hiệu chấm công:"))
		x.t.Dat(2, x.dong+3, Chu("X: Đi làm; P: Nghỉ phép; Ô: Nghỉ ốm; TS: Thai sản; KL: Nghỉ không lương"))
		x.t.Dat(2, x.dong+4, Chu("L: Nghỉ lễ"))
		x.t.Dat(2, x.dong+5, Chu("V"))
		x.t.Dat(3, x.dong+5, Chu("Nghỉ không lý do, không hưởng lương"))
		x.t.Dat(20, x.dong+6, Chu("Ngày 30 tháng 11 năm 2026"))
		x.t.Dat(2, x.dong+7, Chu("Người chấm công"))
		x.t.Dat(20, x.dong+7, Chu("Giám đốc"))
	}
	d.them = benhCham
	return d
}

// nghia is what each sign means, as halves of a day.
var nghia = map[string]string{"X": "xx", "P": "pp", "L": "ll", "Ô": "oo", "TS": "tt", "KL": "kk", "V": "kk", "X/P": "xp", "0.5": "x-"}

func ghi(s string) Gia {
	if s == "0.5" {
		return So(s)
	}
	return Chu(s)
}

// ngayCua are the signs of a person's month: Sundays are blank.
func ngayCua(i int) []string {
	first := law.DayOf(Thang.Year(), Thang.Num(), 1)
	out := make([]string, Thang.Last().Dom())
	for d := range out {
		if first.Add(d).Weekday() == 0 {
			continue
		}
		switch {
		case i%50 == 7:
			out[d] = "TS"
		case i%50 == 13 && d < 17:
			out[d] = "KL"
		case i%50 == 21 && d >= 3 && d < 6:
			out[d] = "Ô"
		case i%9 == 2 && d == 10:
			out[d] = "P"
		case i%11 == 3 && d == 11:
			out[d] = "X/P"
		case i%13 == 4 && d == 12:
			out[d] = "0.5"
		case i%17 == 5 && d == 18:
			out[d] = "V"
		case d == 1:
			out[d] = "L"
		default:
			out[d] = "X"
		}
	}
	return out
}

// benhCham sows the errors of timesheets: signs that no legend explains, formulas
// without a result, and leaves of 13 and of 14 working days (E29).
func benhCham(r *ruong) {
	for i, sign := range []string{"Q1", "H?", "NB"} {
		day := 20 + i
		a := r.ranh(anyone)
		r.bo.gieo("L6", "ký hiệu «"+sign+"» không có trong chú thích", "", 1, a, func() {
			a.trang.Dat(ngayCham+day, a.dong, Chu(sign))
			a.n.ChamCong.Nua = thay(a.n.ChamCong.Nua, day)
			r.bo.loi(a, O(ngayCham+day, a.dong), "XL-47", form.Loi)
		})
	}
	if !r.tinh {
		a := r.ranh(anyone)
		r.bo.gieo("E06", "ngày công là công thức chưa có kết quả lưu", "", 1, a, func() {
			a.trang.Dat(ngayCham+24, a.dong, Gia{Rong: true})
			a.n.ChamCong.Nua = thay(a.n.ChamCong.Nua, 24)
			r.bo.loi(a, O(ngayCham+24, a.dong), "XL-03", form.Loi)
		})
	}
	for _, days := range []int{13, 14} {
		a := r.ranh(anyone)
		r.bo.gieo("E29", fmt.Sprintf("nghỉ không lương %d ngày làm việc: đọc đúng như ghi", days), later("D02-LT-71", "E29"), 1, a, func() { nghi(a, days) })
	}
}

// nghi marks somebody absent without pay on the first working days of the month, and
// present on the others.
func nghi(a *dat, days int) {
	first := law.DayOf(Thang.Year(), Thang.Num(), 1)
	var nua strings.Builder
	for d := range Thang.Last().Dom() {
		if first.Add(d).Weekday() == 0 {
			nua.WriteString("--")
			continue
		}
		sign := "X"
		if days > 0 {
			sign, days = "KL", days-1
		}
		a.trang.Dat(ngayCham+d, a.dong, Chu(sign))
		nua.WriteString(nghia[sign])
	}
	a.n.ChamCong.Nua, a.cho = nua.String(), O(ngayCham, a.dong)
}

// thay marks a day as not understood.
func thay(nua string, day int) string { return nua[:2*day] + "??" + nua[2*day+2:] }
