package office

import (
	"fmt"
	"strconv"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// readUnit is how a person reads and types a figure that is kept as a whole number.
type readUnit struct {
	places int // after the comma
	say    string
}

// unitsRead are the units of the figures that are parts of a whole; any other is read as
// it is kept.
var unitsRead = map[string]readUnit{
	unitRate: {2, "%"}, "1/1 000 000": {4, "%"}, "1/100": {2, "lần"}, "1/10 000 lần": {4, "lần"}, "1/10 000 tháng": {4, "tháng"},
}

func unitRead(unit string) readUnit {
	if u, ok := unitsRead[unit]; ok {
		return u
	}
	return readUnit{0, unit}
}

// figureSay writes an amount of a figure as a person reads it.
func figureSay(n int64, unit string) string {
	u := unitRead(unit)
	if u.places == 0 && u.say != "%" {
		return Amount(n, unit)
	}
	s := law.VietSo(n / pow10(u.places))
	if rest := n % pow10(u.places); rest != 0 {
		s += "," + strings.TrimRight(fmt.Sprintf("%0*d", u.places, rest), "0")
	}
	if u.say == "%" {
		return s + "%"
	}
	return s + " " + u.say
}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// ReadFigure reads an amount of a figure as it is typed, in the unit in which the figure
// is read. say is what is wrong with it, "" if nothing is.
func ReadFigure(name, text string) (n int64, say string) {
	all := law.History(name)
	if all == nil {
		return 0, law.FaultOfRow(law.Value{Name: name})
	}
	u := unitRead(all[0].Unit)
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), u.say))
	if u.places == 0 {
		if n, ok := form.ParseMoney(text); ok && text != "" {
			return n, ""
		}
		return 0, "Giá trị: phải là số, ví dụ 2.530.000"
	}
	whole, part, _ := strings.Cut(strings.Replace(text, ".", ",", 1), ",")
	if len(part) > u.places {
		return 0, fmt.Sprintf("Giá trị: không quá %d chữ số sau dấu phẩy", u.places)
	}
	n, err := strconv.ParseInt(whole+part+strings.Repeat("0", u.places-len(part)), 10, 64)
	if err != nil || whole == "" {
		return 0, "Giá trị: phải là số, ví dụ 17,5"
	}
	return n, ""
}
