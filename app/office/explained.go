package office

import (
	"fmt"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	lawdong "ankhai/forms/law/dong"
)

// Explained is the working behind an amount that a screen or a form shows: where it
// came from, and what the law says of it with the dated figures.
type Explained struct {
	Title string `json:"title"` // what the amount is: "Mức lương · Nguyễn Thị Một"
	// Unknown says why there is no total; then Total means nothing.
	Unknown string `json:"unknown,omitempty"`
	law.KetQuaTinh
}

// origin is where an amount came from, in words.
type origin struct {
	how   string // "theo bảng lương tháng 11/2026"
	where string // "luong-11.xlsx, dòng Danh sách!A2"
}

// step is the first line of a working: the amount and where it came from.
func (o origin) step(label string, n int64, unit string) law.Buoc {
	return law.Buoc{Nhan: label, KetQua: n, DonVi: unit, CongThuc: Amount(n, unit) + ": " + o.how, CanCu: o.where, Vao: []law.Vao{{Ten: label, GiaTri: n, DonVi: unit}}}
}

// fromRoster is an amount that the roster holds since a month, as its source says.
func fromRoster(since law.Month, source string) origin {
	if source == "" {
		source = "không ghi nguồn"
	}
	return origin{"theo danh sách người lao động từ tháng " + since.String(), source}
}

// fromPayroll is an amount that stands in a line of a payroll.
func fromPayroll(m law.Month, file string, at facts.Noi) origin {
	where := file
	if at.O != "" {
		where += ", dòng của ô " + at.String()
	}
	return origin{"theo bảng lương tháng " + m.String(), where}
}

// Amounts of a working by unit: đồng, 1/10 000 of a rate, thousandths of a
// coefficient.
const (
	unitMoney  = "đồng"
	unitRate   = "1/10 000"
	unitCoeff  = "1/1 000"
	unitPeople = "người"
	unitRows   = "dòng"
)

// dueStep is what is paid for a month on a pay, as one step with the funds below it.
func dueStep(in lawdong.Input) (step law.Buoc, res lawdong.KetQua, err error) {
	res, err = lawdong.Contributions(in)
	if err != nil {
		return law.Buoc{}, res, err
	}
	n, d := res.Parts.NguoiLaoDong.Tong, res.Parts.DonVi.Tong
	return law.Buoc{
		Nhan: "Mức đóng tháng " + in.Thang.String(), KetQua: res.Total, CanCu: lawdong.DongThang.CanCu, Con: res.Working,
		CongThuc: fmt.Sprintf("người lao động %s + đơn vị %s = %s", law.VietSo(n), law.VietSo(d), law.VietSo(res.Total)),
	}, res, nil
}

// payParts are pay and the two sides of what is due on it.
func payParts(res lawdong.KetQua) []law.PhanKQ {
	part := func(key, label string, n int64) law.PhanKQ {
		return law.PhanKQ{Ten: key, Nhan: label, GiaTri: n, DonVi: unitMoney}
	}
	return []law.PhanKQ{part("nguoiLaoDong", "Người lao động đóng", res.Parts.NguoiLaoDong.Tong), part("donVi", "Đơn vị đóng", res.Parts.DonVi.Tong)}
}
