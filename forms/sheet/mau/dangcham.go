package mau

import (
	"fmt"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/sheet/bia"
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

// benhCham sows the faults of timesheets: signs that no legend explains, formulas
// without a result.
func benhCham(bo *Bo, at []*dat, m *bia.Maker) {
	for i, sign := range []string{"Q1", "H?", "NB"} {
		a := ranh(at, m, func(*dat) bool { return true })
		day := 20 + i
		a.trang.Dat(ngayCham+day, a.dong, Chu(sign))
		a.n.ChamCong.Nua = thay(a.n.ChamCong.Nua, day)
		bo.loi(a, O(ngayCham+day, a.dong), "XL-47", form.Loi, "L6")
	}
	a := ranh(at, m, func(*dat) bool { return true })
	a.trang.Dat(ngayCham+24, a.dong, Gia{Rong: true})
	a.n.ChamCong.Nua = thay(a.n.ChamCong.Nua, 24)
	bo.loi(a, O(ngayCham+24, a.dong), "XL-03", form.Loi, "E06")
}

// thay marks a day as not understood.
func thay(nua string, day int) string { return nua[:2*day] + "??" + nua[2*day+2:] }
