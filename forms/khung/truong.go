package khung

import "ankhai/forms/form"

// Ten prints the words of a code, the code itself where the list lacks it, or
// leaders of dots until it is answered.
func Ten(c form.CodeColumn, dots int) form.Seg { return form.FieldOf(LoiCua(c), dots) }

// LoiCua is the words of a code for a cell of a table.
func LoiCua(c form.CodeColumn) func(form.View) string {
	return func(v form.View) string { return loi(c, v.Row) }
}

// TenDau is Ten for a column of the head.
func TenDau(c form.CodeColumn, dots int) form.Seg {
	return form.FieldOf(func(v form.View) string { return loi(c, v.Doc.Head) }, dots)
}

func loi(c form.CodeColumn, r form.Row) string {
	ma := c.Get(r)
	if s := c.Codes.Label(ma); s != "" {
		return s
	}
	return ma
}

// La says that the row answers the column with a code: for a box to tick.
func La(c form.CodeColumn, ma string) func(form.View) bool {
	return func(v form.View) bool { return c.Get(v.Row) == ma }
}

// Co says that the row answers the column with yes: for a box to tick.
func Co(c form.FlagColumn) func(form.View) bool {
	return func(v form.View) bool { return c.Get(v.Row) }
}

// Tien prints money with its unit, "" until it is answered.
func Tien(c form.MoneyColumn) func(form.View) string {
	return func(v form.View) string {
		if !c.Known(v.Row) {
			return ""
		}
		return form.Dots(c.Get(v.Row)) + " đồng"
	}
}

// KhacKhong shows a number unless it is zero: a cell stays empty where there is
// no allowance.
func KhacKhong(c form.Handle) func(form.View) string {
	col := c.Col()
	return func(v form.View) string {
		if x := col.Get(v.Row); x.N != 0 {
			return col.Show(x)
		}
		return ""
	}
}

// MaVaTen shows a code with its words behind it, for a cell of a table.
func MaVaTen(c form.CodeColumn) func(form.View) string {
	return func(v form.View) string {
		ma := c.Get(v.Row)
		if ten := c.Codes.Label(ma); ten != "" {
			return ma + " " + ten
		}
		return ma
	}
}

// TenVaMa shows the words of a code with the code in brackets, for running text.
func TenVaMa(c form.CodeColumn) func(form.View) string {
	return func(v form.View) string {
		ma := c.Get(v.Row)
		if ten := c.Codes.Label(ma); ten != "" {
			return ten + " (" + ma + ")"
		}
		return ma
	}
}

// ThangVaGhiChu shows a number of months before the notes, as columns do that have
// no place of their own for the months of a card.
func ThangVaGhiChu(soThang form.IntColumn, ghiChu form.TextColumn) func(form.View) string {
	return func(v form.View) string {
		s := ghiChu.Get(v.Row)
		if !soThang.Known(v.Row) {
			return s
		}
		thang := soThang.Show(soThang.Column.Get(v.Row)) + " tháng"
		if s == "" {
			return thang
		}
		return thang + ". " + s
	}
}
