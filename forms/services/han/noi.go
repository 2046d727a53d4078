package han

import (
	"fmt"
	"strings"
)

// noi is the clock's rule in words, n its number and from the name of the day it
// counts from.
func (h Han) noi(n int, from string) string {
	from = lower(from)
	since := noiSo(n, h.DonVi) + " kể từ " + from
	var out string
	switch h.Cach {
	case Sau:
		out = since + ", ngày đó không tính"
	case KeCa:
		out = since + ", ngày đó là ngày thứ nhất"
	case Truoc:
		out = noiSo(n, h.DonVi) + " trước " + from
	case CuoiThangSau:
		out = "ngày cuối của tháng sau tháng của " + from
	case CuoiThang:
		out = "trước khi hết tháng của " + from
	case CuoiThangThu:
		out = fmt.Sprintf("trong %d tháng đầu, kể cả tháng của %s", n, from)
	case DauThangSau:
		out = fmt.Sprintf("ngày %d của tháng sau tháng của %s", n, from)
	case SauThang:
		out = noiSo(n, h.DonVi) + " trọn, tính từ tháng sau tháng của " + from
	case SauDu:
		out = since
	case DungNgay:
		out = "trong " + from
	default:
		out = "luật không định số ngày"
	}
	switch h.Doi {
	case Lui:
		out += "; ngày cuối rơi vào ngày nghỉ thì lùi tới ngày làm việc sau"
	case Som:
		out += "; rơi vào ngày nghỉ thì làm từ ngày làm việc trước"
	case Giu:
		if counts(h.Cach) && h.DonVi == DonViNgay || h.Cach == CuoiThangSau {
			out += "; ngày cuối rơi vào ngày nghỉ vẫn là ngày đó"
		}
	}
	return out
}

// Noi is the clock's rule in words, apart from any event's days.
func (h Han) Noi() string {
	n := h.So
	figure := ""
	if h.SoLieu != "" {
		if v, ok := latest(h.SoLieu); ok {
			n = int(v)
		}
		figure = " [" + h.SoLieu + "]"
	}
	s, _ := TimSuKien(h.SuKien)
	var from []string
	for _, m := range h.Moc {
		if name := s.ten(m); name != "" {
			from = append(from, lower(name))
			continue
		}
		from = append(from, "ngày cuối của "+m)
	}
	return h.noi(n, strings.Join(from, "; chưa biết thì ")) + figure
}
