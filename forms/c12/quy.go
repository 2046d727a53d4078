package c12

import "cmp"

// Quy is a fund that contributions are paid to.
type Quy int

// The funds, in the order of columns 1 to 5 of the statement.
const (
	OmDau Quy = iota
	HuuTri
	BHYT
	BHTN
	TNLD
	SoQuy
)

// Ten is the fund's short name.
func (q Quy) Ten() string {
	return [SoQuy]string{"ốm đau, thai sản", "hưu trí, tử tuất", "BHYT", "BHTN", "TNLĐ, BNN"}[q]
}

// Nam is a number for each fund: đồng, or people.
type Nam [SoQuy]int64

func (n Nam) cong(o Nam) Nam {
	for i := range n {
		n[i] += o[i]
	}
	return n
}

func (n Nam) tru(o Nam) Nam {
	for i := range n {
		n[i] -= o[i]
	}
	return n
}

func (n Nam) doi() Nam { return Nam{}.tru(n) }

// Tong is the sum of the funds.
func (n Nam) Tong() (sum int64) {
	for _, x := range n {
		sum += x
	}
	return sum
}

// duong keeps what is above nothing.
func (n Nam) duong() Nam {
	for i := range n {
		n[i] = max(n[i], 0)
	}
	return n
}

// dem counts the funds that have something: 1 or 0 each.
func (n Nam) dem() (out Nam) {
	for i, x := range n {
		if x != 0 {
			out[i] = 1
		}
	}
	return out
}

// Cot is a column of amounts on a statement.
type Cot int

// The columns. CotBHXH is sickness and retirement together, which only the older
// layout has; it has the two apart in no row.
const (
	CotOmDau Cot = iota
	CotHuuTri
	CotBHXH
	CotBHYT
	CotBHTN
	CotTNLD
	CotCong
	SoCot
)

// Ten is the column's name.
func (c Cot) Ten() string {
	return [SoCot]string{"ÔĐ, TS", "HTTT", "BHXH", "BHYT", "BHTN", "BHTNLĐ, BNN", "Cộng"}[c]
}

// khoa is the column's key in JSON.
func (c Cot) khoa() string {
	return [SoCot]string{"omDau", "huuTri", "bhxh", "bhyt", "bhtn", "tnld", "cong"}[c]
}

// cotQuy are the columns that hold one fund.
var cotQuy = [SoQuy]Cot{OmDau: CotOmDau, HuuTri: CotHuuTri, BHYT: CotBHYT, BHTN: CotBHTN, TNLD: CotTNLD}

// chieu projects numbers of funds on a column. People and pay of the two BHXH funds
// are the same people and pay: they are not added up, and a row of them has no total.
func (c Cot) chieu(n Nam, tien bool) (sum int64, ok bool) {
	switch c {
	case CotBHXH:
		if tien {
			return n[OmDau] + n[HuuTri], true
		}
		return cmp.Or(n[HuuTri], n[OmDau]), true
	case CotCong:
		return n.Tong(), tien
	}
	for q, k := range cotQuy {
		if k == c {
			return n[q], true
		}
	}
	return 0, false
}
