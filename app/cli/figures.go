package cli

import (
	"errors"
	"fmt"
	"io"

	"ankhai/app/office"
	"ankhai/forms/law"
)

// usualMonths is how many months the figures go back where nobody says.
const usualMonths = 12

// figures prints what the window shows as pictures.
func (c *call) figures(monthText, fromText string) error {
	o, err := c.office()
	if err != nil {
		return err
	}
	until, err := monthOr(monthText, o.Period())
	if err != nil {
		return err
	}
	from, err := monthOr(fromText, until.Add(1-usualMonths))
	if err != nil {
		return err
	}
	f, err := o.Figures(c.ctx, from, until)
	if errors.Is(err, office.ErrMonthOrder) {
		return wrong("--from %s sau tháng %s", from.ISO(), until.ISO())
	}
	if err != nil {
		return err
	}
	return c.answer(f, func(w io.Writer) { printFigures(w, f) })
}

func printFigures(w io.Writer, f office.Figures) {
	rows := [][]string{{"THÁNG", "NGƯỜI ĐÓNG", "TĂNG", "GIẢM", "QUỸ LƯƠNG", "NLĐ ĐÓNG", "ĐƠN VỊ ĐÓNG"}}
	for _, m := range f.Months {
		switch {
		case !m.Known:
			rows = append(rows, []string{m.Month.String(), "chưa biết"})
		case m.First:
			rows = append(rows, []string{m.Month.String(), law.VietSo(m.Heads), "", "", law.VietSo(m.Fund), law.VietSo(m.Employee), law.VietSo(m.Employer)})
		default:
			rows = append(rows, []string{m.Month.String(), law.VietSo(m.Heads), law.VietSo(m.Up + m.Back), law.VietSo(m.Gone + m.Away), law.VietSo(m.Fund), law.VietSo(m.Employee), law.VietSo(m.Employer)})
		}
	}
	table(w, rows)
	for _, l := range f.Claims {
		fmt.Fprintf(w, "%s: %d đợt chờ giải quyết, %d đã duyệt, %d không được\n", l.CheDo, l.Waiting, l.Granted, l.Refused)
	}
	for _, e := range f.Ending {
		fmt.Fprintf(w, "Hợp đồng hết hạn %s: %s\n", e.Den, e.HoTen)
	}
	for _, t := range f.Late {
		fmt.Fprintf(w, "Quá hạn %d ngày: %s (%s)\n", t.Days, t.Event, t.About)
	}
}
