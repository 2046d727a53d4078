package payroll

import (
	"ankhai/forms/codes"
	"ankhai/forms/law"
)

// late asks from which month a proposal holds where the line itself tells of a day that
// lies before the payroll's month: an increase whose contract began in an earlier month,
// a decrease of which a whole month has passed already. The month of the payroll would
// hide that it is declared late.
func (c *comparing) late(d *DeXuat) {
	var day law.Day
	var what string
	limit := c.Month
	switch group := codes.Nhom(d.PhuongAn); {
	case d.Source.O == "" || d.TuThang != c.Month:
		return
	case group == codes.NhomTang && d.PhuongAn != "ON":
		day, what = d.Nguoi.HopDong.Tu, "hợp đồng có hiệu lực từ "
	case group == codes.NhomGiam:
		day, what = newDay(d, NgayChamDut), "nghỉ việc từ "
		limit = c.Month.Add(-1)
	case group == codes.NhomGiamTam:
		day, what = newDay(d, TuNgay), "nghỉ từ "
		limit = c.Month.Add(-1)
	}
	if day == 0 || day.Month() >= limit {
		return
	}
	d.Unknown = append(d.Unknown, TuThang)
	d.LyDo += ", " + what + day.String() + ", trước tháng của bảng lương: nói rõ kê khai từ tháng nào"
	d.Confidence = min(d.Confidence, 60)
}

func newDay(d *DeXuat, fact string) law.Day {
	s, _ := d.New[fact].(string)
	day, _ := law.ParseDay(s)
	return day
}
