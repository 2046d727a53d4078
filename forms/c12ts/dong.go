package c12ts

import (
	"slices"
	"strconv"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Moi makes an empty statement: all the rows of the template, and room for a
// number of payments.
func Moi(soLanNop int) []form.Row {
	var out []form.Row
	for _, d := range cacDong {
		out = append(out, dongMa(d.ma))
		if d.ma == "C" {
			for i := range soLanNop {
				out = append(out, dongMa("C."+strconv.Itoa(i+1)))
			}
		}
	}
	return out
}

func dongMa(ma string) form.Row {
	var r form.Row
	Ma.Set(&r, ma)
	return r
}

// Dat writes the cells of a row, columns 1 to 6 in their order: known, or blank
// on purpose. It reports whether the statement has the row.
func Dat(rows []form.Row, ma string, cells ...form.Value) bool {
	i := slices.IndexFunc(rows, func(r form.Row) bool { return Ma.Get(r) == ma })
	if i < 0 {
		return false
	}
	for k, c := range append(append([]form.MoneyColumn{}, Quy...), Cong) {
		if k < len(cells) {
			c.Put(&rows[i], cells[k])
		}
	}
	return true
}

// Dau makes the head out of what is known of the employer.
func Dau(dv facts.DonVi, thang law.Month) form.Row {
	var r form.Row
	TenDonVi.Set(&r, dv.Ten)
	DiaChi.Set(&r, dv.DiaChi)
	MaDonVi.Set(&r, dv.MaDonVi)
	Thang.Set(&r, thang)
	return r
}
