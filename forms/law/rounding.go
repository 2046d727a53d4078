package law

import "math/big"

// perTenThousand is what one unit of a rate is a part of: 17,5 % = 1750.
const perTenThousand = 10_000

// Phan returns rate (in 1/10 000) of base, rounded half up to the đồng. No
// official text gives a rounding rule; rounding happens once per person and
// fund, here and nowhere else. base and rate are not negative.
func Phan(base, rate int64) int64 {
	return (base*rate + perTenThousand/2) / perTenThousand
}

// TachQuy splits a fund's contribution: the whole fund and the employee's part
// are rounded each by Phan, the employer pays the rest, so that the two parts
// always add up to the fund.
func TachQuy(base, rateNLD, rateDV int64) (nld, dv int64) {
	nld = Phan(base, rateNLD)
	return nld, Phan(base, rateNLD+rateDV) - nld
}

// TachBen is the other reading of the same: each side's part is rounded by Phan
// alone, so that the two may differ from the rounded fund by a đồng.
func TachBen(base, rateNLD, rateDV int64) (nld, dv int64) {
	return Phan(base, rateNLD), Phan(base, rateDV)
}

// Ti is an exact number while a calculator works: a product and quotient of money,
// rates, days and months that is rounded once, at the end, by Tron.
func Ti(n int64) *big.Rat { return new(big.Rat).SetInt64(n) }

// TiLe is rate/10 000 as an exact number.
func TiLe(rate int64) *big.Rat { return big.NewRat(rate, perTenThousand) }

// Nhan is the exact product of its factors, Chia the exact quotient a/b.
func Nhan(factors ...*big.Rat) *big.Rat {
	p := Ti(1)
	for _, f := range factors {
		p.Mul(p, f)
	}
	return p
}

// Chia is a divided by b, which is not zero.
func Chia(a *big.Rat, b int64) *big.Rat { return new(big.Rat).Quo(a, Ti(b)) }

// Tron rounds an exact amount that is not negative half up to the đồng: the same
// rule as Phan.
func Tron(x *big.Rat) int64 {
	twice := new(big.Int).Lsh(x.Num(), 1)
	twice.Add(twice, x.Denom())
	return twice.Quo(twice, new(big.Int).Lsh(x.Denom(), 1)).Int64()
}
