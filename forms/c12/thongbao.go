package c12

import (
	"slices"
	"strconv"
	"strings"

	"ankhai/forms/c12ts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Mau is a layout of the statement.
type Mau string

// The layouts: the rows of Quyết định 366/QĐ-BHXH, and those of before, which have
// one column for BHXH.
const (
	Mau366 Mau = "366"
	MauCu  Mau = "cu"
)

// ThongBao is a statement as it was read.
type ThongBao struct {
	Mau       Mau       `json:"mau"`
	Thang     law.Month `json:"thang"` // zero where the statement does not say
	MaDonVi   string    `json:"maDonVi,omitempty"`
	TenDonVi  string    `json:"tenDonVi,omitempty"`
	TongThieu *int64    `json:"tongThieu,omitempty"` // item e, nil where it was not read
	KiemTra   law.Day   `json:"kiemTra,omitempty"`   // item g: until when it may be contested
	Dong      []Dong    `json:"dong"`
}

// Dong is a row of a statement.
type Dong struct {
	Ma      string  // "A.2.2.1"; a payment is C.1, C.2 …
	Ten     string  // as the statement words it
	O       O       // amounts in đồng; in rows of heads people, in rows of days days
	SoUNC   string  // of a payment
	NgayUNC law.Day // of a payment
	Noi     string  // where it was read: "C12!A22", "dòng 31"
}

// O are the cells of a row by column.
type O [SoCot]form.Value

// dong finds a row, nil where the statement has none.
func (t *ThongBao) dong(ma string) *Dong {
	if t == nil {
		return nil
	}
	i := slices.IndexFunc(t.Dong, func(d Dong) bool { return d.Ma == ma })
	if i < 0 {
		return nil
	}
	return &t.Dong[i]
}

// So is a cell that can be compared: known, or blank, which counts as nothing.
func (t *ThongBao) So(ma string, c Cot) (n int64, ok bool) {
	d := t.dong(ma)
	if d == nil || d.O[c].A == form.Unknown {
		return 0, false
	}
	return d.O[c].N, true
}

// soHoac is a cell, or nothing where the statement has no such row.
func (t *ThongBao) soHoac(ma string, c Cot) int64 {
	n, _ := t.So(ma, c)
	return n
}

// Cot are the columns that the layout has.
func (t *ThongBao) Cot() []Cot {
	if t.Mau == MauCu {
		return []Cot{CotBHXH, CotBHYT, CotBHTN, CotTNLD, CotCong}
	}
	return []Cot{CotOmDau, CotHuuTri, CotBHYT, CotBHTN, CotTNLD, CotCong}
}

// Nop are the payments of the month, in their order.
func (t *ThongBao) Nop() (out []Dong) {
	for _, d := range t.Dong {
		if laNop(d.Ma) {
			out = append(out, d)
		}
	}
	return out
}

// laNop reports whether a code is that of a payment.
func laNop(ma string) bool {
	so, ok := strings.CutPrefix(ma, "C.")
	n, err := strconv.Atoi(so)
	return ok && err == nil && n > 0
}

// laNguoi, laNgay and laTien tell what a row counts: people, days, or money of which
// the funds add up. The rows of pay (B.2) are money that does not add up.
func laNguoi(ma string) bool {
	return ma == "A.1" || ma == "Đ.1" || ma == "B.1" || strings.HasPrefix(ma, "B.1.")
}

func laNgay(ma string) bool { return strings.HasPrefix(ma, "A.4") || strings.HasPrefix(ma, "Đ.4") }

func laQuyLuong(ma string) bool { return ma == "B.2" || strings.HasPrefix(ma, "B.2.") }

func laTien(ma string) bool { return !laNguoi(ma) && !laNgay(ma) && !laQuyLuong(ma) }

// tenDong are the words of a row: those of the statement, else the template's.
func (t *ThongBao) tenDong(ma string) string {
	if d := t.dong(ma); d != nil && d.Ten != "" {
		return d.Ten
	}
	return c12ts.ChiTieu.Label(ma)
}
