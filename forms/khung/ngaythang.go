package khung

import (
	"strconv"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// DongNgay is "…, ngày … tháng … năm …" in italics; of gives the day, 0 while it
// is not known, and place the words before it, nil where the line begins with
// «ngày».
func DongNgay(place *form.Seg, of func(form.View) law.Day) []form.Seg {
	out := []form.Seg{
		form.T("ngày "), So(func(v form.View) int { return of(v).Dom() }, 2, 6),
		form.T(" tháng "), So(func(v form.View) int { return of(v).Month().Num() }, 2, 6),
		form.T(" năm "), So(func(v form.View) int { return of(v).Year() }, 4, 9),
	}
	if place != nil {
		out = append([]form.Seg{*place, form.T(", ")}, out...)
	}
	for i := range out {
		out[i].Style.Italic = true
	}
	return out
}

// NoiNgay is DongNgay with place and day from the head of the form.
func NoiNgay(noi form.TextColumn, ngay form.DayColumn) []form.Seg {
	place := form.HeadField(noi, 9)
	return DongNgay(&place, func(v form.View) law.Day { return ngay.Get(v.Doc.Head) })
}

// DongSo is "Số: …/…; ngày … tháng … năm …" of a list, from the head of the form.
func DongSo(so form.TextColumn, ngay form.DayColumn) []form.Seg {
	part := func(second bool) func(form.View) string {
		return func(v form.View) string {
			a, b, _ := strings.Cut(so.Get(v.Doc.Head), "/")
			if second {
				return b
			}
			return a
		}
	}
	out := []form.Seg{form.T("Số: "), form.FieldOf(part(false), 6), form.T("/"), form.FieldOf(part(true), 9), form.T("; ")}
	for i := range out {
		out[i].Style.Italic = true
	}
	return append(out, DongNgay(nil, func(v form.View) law.Day { return ngay.Get(v.Doc.Head) })...)
}

// So is a number with leading zeros up to places, or dots many leaders while it
// is 0.
func So(f func(form.View) int, places, dots int) form.Seg {
	return form.FieldOf(func(v form.View) string {
		n := f(v)
		if n == 0 {
			return ""
		}
		s := strconv.Itoa(n)
		return strings.Repeat("0", max(0, places-len(s))) + s
	}, dots)
}

// NgaySinh prints a date of birth and leaves dots for the parts that are not
// known: "......./......./1995".
func NgaySinh(c form.BirthColumn) func(form.View) string {
	return func(v form.View) string {
		d := c.Get(v.Row)
		if d == 0 {
			return ""
		}
		return phan(d.Dom()) + "/" + phan(d.Month().Num()) + "/" + phan(d.Year())
	}
}

func phan(n int) string {
	if n == 0 {
		return "......"
	}
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(0, 2-len(s))) + s
}
