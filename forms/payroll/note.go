package payroll

import (
	"strconv"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// note is what a line says about a person's being away.
type note struct {
	pa     string // TS, OF, KL or GH; "" when the line says nothing of the kind
	days   law.Day
	until  law.Day
	unsure string // why the note is not believed at once
	back   bool   // it says that the person is back
	why    string // why somebody is there no more, where the words tell
	say    string // the reason in words, where it is not the remark
}

// spare is how many working days a month has at most, in tenths.
const spare = 270

// readNote reads the remarks and the days of a line of month m. Short leaves are no reason
// to declare anything: sickness and unpaid leave count from 14 working days in
// the month (Luật 41/2024/QH15 Điều 33, figure ngay-cong-mien-dong).
func readNote(r *facts.DongLuong, m law.Month, limit int32) note {
	n := wordsOf(r.GhiChu, limit)
	if n.pa == "" && !n.back {
		if t := readTimes(r.ChamCong, m, limit); t.pa != "" {
			return t
		}
		if limit > 0 && r.KhongLuong >= limit {
			n.pa, n.say = "KL", "Nghỉ không lương "+tenths(r.KhongLuong)+" ngày trong tháng, từ 14 ngày làm việc trở lên"
		}
	}
	if (n.pa == "OF" || n.pa == "KL") && r.KhongLuong < limit && r.NgayCongBiet && limit > 0 && r.NgayCong > spare-limit {
		n.unsure = "Ghi chú “" + r.GhiChu + "” nhưng có " + tenths(r.NgayCong) + " ngày công, nên chưa đủ 14 ngày nghỉ"
	}
	return n
}

func wordsOf(s string, limit int32) note {
	if s == "" {
		return note{}
	}
	k := " " + strings.Map(func(r rune) rune {
		if strings.ContainsRune(",.;:()-/", r) {
			return ' '
		}
		return r
	}, codes.Fold(s)) + " "
	has := func(list ...string) bool {
		for _, w := range list {
			if strings.Contains(k, " "+w+" ") {
				return true
			}
		}
		return false
	}
	n := note{}
	n.days, n.until = daysIn(s)
	short := shortLeave(k, limit)
	switch {
	case has("di lam lai", "tro lai lam viec", "di lam tro lai", "het thai san", "het nghi"):
		n.back = true
	case has("nghi viec", "thoi viec", "cham dut hd", "cham dut hdld", "cham dut hop dong", "nghi huu", "het han hop dong", "don phuong cham dut", "sa thai", "ve huu", "huu tri"):
		n.pa = "GH"
		if has("nghi huu", "ve huu", "huu tri") {
			n.why = NghiHuu
		}
	case has("chet", "tu vong", "qua doi", "tu tran"):
		n.pa, n.why = "GH", Chet
	case has("kham thai", "vo sinh", "say thai"):
		// days of leave, not the leave for birth
	case has("thai san", "nghi sinh", "sinh con", "nghi de") || strings.TrimSpace(k) == "ts":
		n.pa = "TS"
	case short:
	case has("khong luong", "khong huong luong", "ko luong") || strings.TrimSpace(k) == "kl":
		n.pa = "KL"
	case has("con om"):
	case has("nghi om", "om dai ngay", "benh dai ngay", "om dau", "nghi benh") || strings.TrimSpace(k) == "om" || strings.TrimSpace(k) == "of":
		n.pa = "OF"
	}
	return n
}

// shortLeave tells «ốm 3 ngày»: a number of days below the limit.
func shortLeave(k string, limit int32) bool {
	w := strings.Fields(k)
	for i := 1; i < len(w); i++ {
		if w[i] != "ngay" {
			continue
		}
		if d, err := strconv.Atoi(w[i-1]); err == nil && (limit == 0 || int32(d)*10 < limit) {
			return i+1 >= len(w) || !date(w[i+1])
		}
	}
	return false
}

func date(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

// daysIn finds the first two days written in a remark.
func daysIn(s string) (from, to law.Day) {
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !(r >= '0' && r <= '9' || r == '/') }) {
		d, ok := law.ParseDay(w)
		if !ok {
			continue
		}
		if from != 0 {
			return from, d
		}
		from = d
	}
	return from, 0
}

func tenths(n int32) string {
	s := strconv.Itoa(int(n / 10))
	if n%10 != 0 {
		s += "," + strconv.Itoa(int(n%10))
	}
	return s
}
