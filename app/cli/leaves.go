package cli

import (
	"fmt"
	"io"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/law"
)

// leaveLine is a leave of the timesheet for scripts.
type leaveLine struct {
	N        int          `json:"n"`
	Person   string       `json:"person"` // "" for somebody the roster does not know
	HoTen    string       `json:"hoTen"`
	MaSoBHXH string       `json:"maSoBHXH"`
	Kind     string       `json:"kind"`
	Group    string       `json:"group"`
	From     string       `json:"from"`
	Until    string       `json:"until"`
	Days     office.Days  `json:"days"`
	Rest     string       `json:"weeklyRest"`
	Left     *office.Days `json:"left"`
	Asked    string       `json:"asked"`
	Unknown  []string     `json:"unknown"`
	Source   string       `json:"source"`
}

// claimsLeaves lists the leaves that the month's timesheet shows.
func (c *call) claimsLeaves(off *office.Office, monthText string) error {
	m, err := month(monthText)
	if err != nil {
		return err
	}
	all, err := off.LeaveClaims(c.ctx, m)
	if err != nil {
		return err
	}
	out := make([]leaveLine, 0, len(all))
	for i, l := range all {
		out = append(out, leaveLine{i + 1, l.Nguoi.ID, l.Nguoi.HoTen, l.Nguoi.MaSoBHXH, l.Words, l.Nhom, l.Tu.ISO(), l.Den.ISO(), office.Days(l.NuaNgay), l.NghiTuan, l.Left, l.Asked, list(l.Unknown), l.Source.String()})
	}
	return c.answer(map[string]any{"month": m.ISO(), "leaves": out}, func(w io.Writer) { sayLeaves(w, m, all) })
}

func sayLeaves(w io.Writer, m law.Month, all []office.LeaveClaim) {
	if len(all) == 0 {
		fmt.Fprintf(w, "Bảng chấm công tháng %s không có ngày nghỉ ốm, con ốm, thai sản\n", m)
		return
	}
	open := 0
	for i, l := range all {
		fmt.Fprintf(w, "%d  %s  %s %s–%s, %s ngày  (%s)\n", i+1, l.Nguoi.HoTen, l.Words, l.Tu, l.Den, office.Days(l.NuaNgay), l.Source)
		switch {
		case l.Asked != "":
			fmt.Fprintf(w, "     đã đề nghị: %s\n", l.Asked)
			continue
		case l.Left != nil && int64(*l.Left) < l.NuaNgay:
			fmt.Fprintf(w, "     trong năm chỉ còn %s ngày\n", l.Left)
		case l.Left != nil:
			fmt.Fprintf(w, "     trong năm còn %s ngày\n", l.Left)
		}
		open++
		if len(l.Unknown) > 0 {
			fmt.Fprintf(w, "     chưa rõ: %s\n", strings.Join(l.Unknown, "; "))
		}
	}
	if open > 0 {
		fmt.Fprintf(w, "Tiếp theo: bhxh draft --procedure 630 --month %s --from leaves\n", m.ISO())
	}
}
