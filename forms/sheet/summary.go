package sheet

import "ankhai/forms/facts"

// summaries leaves out a sheet that only lists again, with the same pay, the
// people of the sheets beside it: «Tổng hợp» behind one sheet a department.
func (b *reading) summaries() {
	type line struct {
		maSo, cccd string
		pay        facts.Luong
	}
	on := map[string]map[line]bool{} // by sheet
	people := 0
	for i := range b.book.Rows {
		d := &b.book.Rows[i]
		k := line{d.MaSoBHXH, d.SoCCCD, d.Luong}
		if k.maSo == "" && k.cccd == "" || d.PhuongAn != "" {
			return // people without numbers: nobody can say whether they are the same
		}
		if on[d.Noi.Sheet] == nil {
			on[d.Noi.Sheet] = map[line]bool{}
		}
		if !on[d.Noi.Sheet][k] {
			people++
		}
		on[d.Noi.Sheet][k] = true
	}
	if len(on) < 3 {
		return // of two equal sheets nobody knows which is the summary
	}
	for s, lines := range on {
		others := map[line]bool{}
		for t, more := range on {
			for k := range more {
				if t != s {
					others[k] = true
				}
			}
		}
		again := len(others) == len(lines) && people == 2*len(lines)
		for k := range lines {
			again = again && others[k]
		}
		if again {
			b.drop(s)
			return
		}
	}
}

// drop takes back the people of a sheet.
func (b *reading) drop(sheet string) {
	const why = "chép lại những người đã có ở các trang khác"
	rows, wheres := b.book.Rows[:0], b.wheres[:0]
	for i, d := range b.book.Rows {
		if d.Noi.Sheet != sheet {
			rows, wheres = append(rows, d), append(wheres, b.wheres[i])
		}
	}
	b.book.Rows, b.wheres = rows, wheres
	var kept []Problem
	for _, p := range b.book.Problems {
		if p.Sheet != sheet {
			kept = append(kept, p)
		}
	}
	f := faults{sheet: sheet}
	f.nhac("", "", xlSheetSkipped, "Không đọc trang tính này: "+why, "")
	b.book.Problems = append(kept, f.list...)
	for i := range b.book.Sheets {
		if s := &b.book.Sheets[i]; s.Name == sheet {
			s.Used, s.Reason, s.Rows = false, why, 0
		}
	}
}
