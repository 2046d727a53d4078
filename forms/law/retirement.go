package law

// ThangDuTuoi returns the month in which a person born in a month reaches the
// retirement age of ordinary working conditions. The age grows from year to
// year; the one of the year in which it is reached counts (Bộ luật Lao động
// 45/2019/QH14 Điều 169, Nghị định 135/2020/NĐ-CP Điều 4). ok is false for
// those who reached it before the figures begin.
func ThangDuTuoi(sinh Month, nu bool) (thang Month, ok bool) { return ThangDuTuoiSom(sinh, nu, 0) }

// ThangDuTuoiSom is ThangDuTuoi for those who may retire som months before that
// age (Bộ luật Lao động Điều 169 khoản 3; Luật 41/2024/QH15 Điều 64, 65): the age
// of the year in which the lower one is reached counts.
func ThangDuTuoiSom(sinh Month, nu bool, som int64) (thang Month, ok bool) {
	name := "tuoi-nghi-huu-nam"
	if nu {
		name = "tuoi-nghi-huu-nu"
	}
	if !sinh.Valid() {
		return 0, false
	}
	for i, v := range History(name) {
		m := sinh.Add(int(v.Amount - som))
		if i == 0 && m.Last() < v.From {
			return 0, false
		}
		// Who is too young while this age holds is measured by the next one.
		if v.Until == 0 || m.First() <= v.Until {
			return m, true
		}
	}
	return 0, false
}
