package payroll

import (
	"slices"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// away is a kind of absence in a timesheet and what it is declared as. A sick
// child counts with the own sickness: both are leave on the sickness benefit.
type away struct {
	pa    string
	kinds string // of facts.NuaLam …
	words string
}

var aways = [...]away{
	{"TS", string(facts.NuaThaiSan), "nghỉ thai sản"},
	{"OF", string(facts.NuaOm) + string(facts.NuaConOm), "nghỉ ốm, con ốm"},
	{"KL", string(facts.NuaKhongLuong), "nghỉ không lương"},
}

// readTimes tells from a timesheet whether somebody was away long enough for
// nothing to be due: 14 working days or more of one kind in the calendar month
// (Luật 41/2024/QH15 Điều 33 khoản 5; sickness by practice of Quyết định 595
// Điều 42, maternity Điều 53 khoản 8). What is near it, and which words cannot
// settle, is left to a person: kinds that reach the limit only together, leave
// of maternity that began within it, a sheet that does not cover the month.
func readTimes(t facts.ChamCong, m law.Month, limit int32) note {
	if !t.Co() || limit == 0 {
		return note{}
	}
	whole := t.Tu != 0 && t.Tu.Month() == m && t.Tu.Add(len(t.Nua)/2-1).Month() == m
	var sum int32
	var parts []string
	for _, a := range aways {
		n := t.Ngay([]byte(a.kinds)...)
		if n == 0 {
			continue
		}
		sum += n
		said := a.words + " " + tenths(n) + " ngày"
		parts = append(parts, said)
		switch {
		case n >= limit && whole:
			out := note{pa: a.pa, say: "Bảng chấm công ghi " + said + " trong tháng, từ 14 ngày làm việc trở lên"}
			out.days, out.until = between(t, a.kinds)
			return out
		case n >= limit:
			return note{pa: a.pa, unsure: "Bảng chấm công ghi " + said + " nhưng không theo tháng dương lịch, nên chưa rõ có đủ 14 ngày trong tháng"}
		case a.pa == "TS" && toTheEnd(t.Nua, a.kinds):
			return note{pa: a.pa, unsure: "Bảng chấm công ghi " + said + ", đến hết tháng. Nghỉ sinh con thì tháng này không đóng dù chưa đủ 14 ngày"}
		}
	}
	if sum >= limit {
		return note{pa: "OF, KL", unsure: "Bảng chấm công ghi " + strings.Join(parts, ", ") + ": cộng lại từ 14 ngày, từng loại thì chưa đủ"}
	}
	return note{}
}

// between answers the first and the last day of an absence, each only where the
// sheet shows the person at work on its other side.
func between(t facts.ChamCong, kinds string) (from, to law.Day) {
	first, last := strings.IndexAny(t.Nua, kinds), strings.LastIndexAny(t.Nua, kinds)
	at := func(half int) law.Day { return t.Tu.Add(half / 2) }
	if worked(t.Nua[:first]) {
		from = at(first)
	}
	if worked(t.Nua[last+1:]) {
		to = at(last)
	}
	return from, to
}

func worked(halves string) bool { return strings.IndexByte(halves, facts.NuaLam) >= 0 }

// toTheEnd reports whether the last absence of a kind is followed by weekly rest
// and holidays alone.
func toTheEnd(halves, kinds string) bool {
	last := strings.LastIndexAny(halves, kinds)
	rest := []byte(halves[last+1:])
	return !slices.ContainsFunc(rest, func(h byte) bool { return h != facts.NuaNghiTuan && h != facts.NuaLe && h != facts.NuaTrong })
}
