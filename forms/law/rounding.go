package law

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
