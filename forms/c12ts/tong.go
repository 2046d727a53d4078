package c12ts

import (
	"fmt"
	"strings"

	"ankhai/forms/form"
)

// phep is a sum between rows: the row is what the others make together.
type phep struct {
	code  string
	dong  string
	cong  []string
	tru   []string
	basis string
	conf  form.Confidence
}

// cacPhep are the sums inside the statement, by column. Those of «trong đó» say
// so themselves; the others follow from the words of the rows.
var cacPhep = []phep{
	{"11", "A.2.2", []string{"A.2.2.1", "A.2.2.2", "A.2.2.3"}, nil, mauC12, form.High},
	{"12", "A.3", []string{"A.3.1", "A.3.2"}, nil, mauC12, form.Inferred},
	{"13", "B.1", []string{"B.1.1"}, []string{"B.1.2"}, mauC12, form.Inferred},
	{"14", "B.2", []string{"B.2.1"}, []string{"B.2.2"}, mauC12, form.Inferred},
	{"15", "B.3", []string{"B.3.1"}, []string{"B.3.2"}, mauC12, form.Inferred},
	{"16", "B.3.1", []string{"B.3.1.1", "B.3.1.2"}, nil, mauC12, form.Inferred},
	{"17", "B.3.1.2", []string{"B.3.1.2.1", "B.3.1.2.2"}, nil, mauC12, form.Inferred},
	{"18", "B.4", []string{"B.4.1"}, []string{"B.4.2"}, mauC12, form.Inferred},
	{"19", "B.4.1", []string{"B.4.1.1", "B.4.1.2", "B.4.1.3"}, nil, mauC12, form.Inferred},
	{"20", "B.4.1.2", []string{"B.4.1.2.1", "B.4.1.2.2"}, nil, mauC12, form.Inferred},
	{"21", "B.4.1.3", []string{"B.4.1.3.1", "B.4.1.3.2"}, nil, mauC12, form.Inferred},
	{"22", "B.5", []string{"B.5.1", "B.5.2"}, nil, mauC12, form.Inferred},
	{"23", "D", []string{"D.1", "D.2"}, nil, mauC12, form.Inferred},
	{"24", "D.2", []string{"D.2.1", "D.2.2"}, nil, mauC12, form.Inferred},
	{"25", "Đ.2.2", []string{"Đ.2.2.1", "Đ.2.2.2", "Đ.2.2.3"}, nil, mauC12, form.High},
	{"26", "Đ.3", []string{"Đ.3.1", "Đ.3.2"}, nil, mauC12, form.Inferred},
	{"27", "Đ.1", []string{"A.1", "B.1.1"}, []string{"B.1.2"}, mauC12, form.Inferred},
}

// rule holds a sum against the rows, column by column.
func (p phep) rule() form.Rule {
	about := "dòng " + p.dong + " bằng " + p.say()
	return form.Over(p.code, Cong, about, func(_ *form.Doc, rows []form.Row) []form.Hit {
		b := doc(rows)
		i, has := b.at[p.dong]
		if !has {
			return nil
		}
		var sai []string
		for _, c := range append(append([]form.MoneyColumn{}, Quy...), Cong) {
			co, ok := b.so(p.dong, c)
			phai, du := b.cong(c, p.cong, p.tru)
			if ok && du && co != phai {
				sai = append(sai, fmt.Sprintf("%s là %s, cộng lại %s", c.Label, form.Dots(co), form.Dots(phai)))
			}
		}
		if len(sai) == 0 {
			return nil
		}
		return []form.Hit{{I: i, Say: about + ". " + strings.Join(sai, "; ")}}
	}, form.By(p.basis), form.Trust(p.conf), form.Warn)
}

func (p phep) say() string {
	s := strings.Join(p.cong, " + ")
	for _, m := range p.tru {
		s += " − " + m
	}
	return s
}

// bang is the statement by the codes of its rows.
type bang struct {
	rows []form.Row
	at   map[string]int // of the first row of a code
}

func doc(rows []form.Row) bang {
	b := bang{rows, make(map[string]int, len(rows))}
	for i, r := range rows {
		ma := Ma.Get(r)
		if _, twice := b.at[ma]; !twice && ma != "" {
			b.at[ma] = i
		}
	}
	return b
}

// so is a cell that is compared: one that is known, or blank on purpose, which is
// nothing. A cell that the template strikes through is not one.
func (b bang) so(ma string, c form.MoneyColumn) (n int64, ok bool) {
	i, has := b.at[ma]
	d, _ := dongCua(ma)
	if !has || d.gach(c) {
		return 0, false
	}
	v := c.Column.Get(b.rows[i])
	return v.N, v.A != form.Unknown
}

// cong adds up cells; ok is false when one of them is not known.
func (b bang) cong(c form.MoneyColumn, cong, tru []string) (sum int64, ok bool) {
	for _, ma := range cong {
		n, ok := b.so(ma, c)
		if !ok {
			return 0, false
		}
		sum += n
	}
	for _, ma := range tru {
		n, ok := b.so(ma, c)
		if !ok {
			return 0, false
		}
		sum -= n
	}
	return sum, true
}

// gach reports whether the template strikes the cell of a column through.
func (d dong) gach(c form.MoneyColumn) bool {
	if c.Column == Cong.Column {
		return d.cheo == gachCong
	}
	return d.cheo == gachQuy
}

// Gach reports whether the template strikes a cell through: nothing is written there.
func Gach(ma string, c form.MoneyColumn) bool {
	d, ok := dongCua(ma)
	return ok && d.gach(c)
}
