package office

import (
	"fmt"
	"slices"

	"ankhai/forms/facts"
	"ankhai/forms/law"
	"ankhai/storage"
)

// usage is what of a person's periods counts as used, and what was put aside.
type usage struct {
	list  []storage.Benefit // that count, earliest first
	notes map[facts.CheDo][]string
}

// usageOf leaves out what was refused, returned or cancelled, and a request for days
// that another period has granted. Two that ask for the same days both count, and
// are named.
func usageOf(all []storage.Benefit) usage {
	u := usage{notes: map[facts.CheDo][]string{}}
	note := func(b storage.Benefit, format string, args ...any) {
		u.notes[b.CheDo] = append(u.notes[b.CheDo], fmt.Sprintf(format, args...))
	}
	for i, b := range all {
		if !b.Counts() {
			continue
		}
		covered := false
		for k, c := range all {
			same := k != i && c.Counts() && c.CheDo == b.CheDo && c.NgaySinhCon == b.NgaySinhCon && c.TuNgay <= b.DenNgay && b.TuNgay <= c.DenNgay
			switch {
			case !same:
			case b.State == storage.DeNghi && c.State == storage.DaDuyet:
				note(b, "%s trùng ngày với %s đã duyệt: chỉ tính đợt đã duyệt", periodSay(b), periodSay(c))
				covered = true
			case b.State == c.State && i < k:
				note(b, "%s và %s trùng ngày, đang tính cả hai: xem lại", periodSay(b), periodSay(c))
			}
		}
		if !covered {
			u.list = append(u.list, b)
		}
	}
	return u
}

func periodSay(b storage.Benefit) string {
	return fmt.Sprintf("đợt %s %s–%s", b.CheDo.Say(), b.TuNgay, b.DenNgay)
}

// of lists the periods of some kinds, for a child where one is given.
func (u usage) of(child law.Day, kinds ...facts.CheDo) (out []storage.Benefit) {
	for _, b := range u.list {
		if slices.Contains(kinds, b.CheDo) && (child == 0 || b.NgaySinhCon == child) {
			out = append(out, b)
		}
	}
	return out
}

// inYear adds up the days of a kind in a calendar year. What cannot be told is named:
// a period over the year's end, and one from before the law at hand.
func (u usage) inYear(year int, child law.Day, kind facts.CheDo) (halves int64, unknown []string) {
	for _, b := range u.of(child, kind) {
		switch {
		case b.DenNgay.Year() < year || b.TuNgay.Year() > year:
		case b.TuNgay.Year() != b.DenNgay.Year():
			unknown = append(unknown, fmt.Sprintf("%s vắt qua hai năm: chưa biết bao nhiêu ngày thuộc năm %d", periodSay(b), year))
		default:
			if _, known := law.Get("om-dau-so-ngay-duoi-15-nam", b.TuNgay); !known {
				unknown = append(unknown, fmt.Sprintf("%s bắt đầu trước Luật 41/2024/QH15: chưa biết có tính vào số ngày của năm %d hay không", periodSay(b), year))
			}
			halves += b.NuaNgay
		}
	}
	return halves, unknown
}

// lastBefore is the latest period of some kinds that ended by a day.
func (u usage) lastBefore(on law.Day, kinds ...facts.CheDo) (last storage.Benefit, ok bool) {
	for _, b := range u.of(0, kinds...) {
		if b.DenNgay <= on && (!ok || b.DenNgay > last.DenNgay) {
			last, ok = b, true
		}
	}
	return last, ok
}

// rested adds up the days of convalescence after sickness that count for a year: the
// one in which the sickness ended that gave the right to them (Điều 46 khoản 1).
func (u usage) rested(year int, within int64) (halves int64) {
	for _, b := range u.of(0, facts.DuongSucOmDau) {
		of := b.TuNgay.Year()
		if ill, ok := u.lastBefore(b.TuNgay, facts.OmDau, facts.DaiNgay); ok && int64(b.TuNgay.Sub(ill.DenNgay)) <= within {
			of = ill.DenNgay.Year()
		}
		if of == year {
			halves += b.NuaNgay
		}
	}
	return halves
}

// children are the birthdays of children that periods tell of, youngest first.
func (u usage) children() (out []law.Day) {
	for _, b := range u.list {
		if b.NgaySinhCon.Valid() && !slices.Contains(out, b.NgaySinhCon) {
			out = append(out, b.NgaySinhCon)
		}
	}
	slices.Sort(out)
	slices.Reverse(out)
	return out
}
