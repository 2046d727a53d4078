package cli

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/form"
)

func init() {
	register(&command{name: "overview", group: groupMonth, short: "tổng quan của tháng: việc cần làm, số người, quỹ lương, phải đóng, thiếu dữ liệu",
		use: "overview [--month 2026-11]",
		long: `Như màn hình đầu của cửa sổ: việc cần làm (* là việc gấp), người đang tham gia, quỹ lương và tiền phải đóng của tháng,
ai còn thiếu dữ liệu, hồ sơ của tháng theo trạng thái, mười hai tháng gần nhất theo bảng lương. Con số nào ở đâu ra: bhxh why --figure.
Việc có thời hạn: bhxh deadlines --from-store. Mọi đơn vị: bhxh board.`, run: runOverview})
}

func runOverview(c *call) error {
	var monthText string
	if err := c.flags(0, 0, func(fs *flag.FlagSet) { fs.StringVar(&monthText, "month", "", "") }); err != nil {
		return err
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	m, err := monthOr(monthText, o.Period())
	if err != nil {
		return err
	}
	v, err := o.Overview(c.ctx, m)
	if err != nil {
		return err
	}
	return c.answer(overviewJSON(v), func(w io.Writer) { printOverview(w, v) })
}

func overviewJSON(v office.Overview) map[string]any {
	todo, months, states := []map[string]any{}, []map[string]any{}, []map[string]any{}
	for _, t := range v.Todo {
		todo = append(todo, map[string]any{"level": t.Level, "title": t.Title, "why": t.Why, "screen": t.Go.Screen, "id": t.Go.ID})
	}
	for _, m := range v.Months {
		months = append(months, map[string]any{"month": m.Month.ISO(), "known": m.Known, "heads": m.Heads, "fund": m.Fund})
	}
	for _, s := range v.ByState {
		states = append(states, map[string]any{"state": s.State, "stateName": s.Say, "n": s.N})
	}
	return map[string]any{"month": v.Month.ISO(), "todo": todo, "contributing": v.DangDong, "up": v.Tang, "down": v.Giam, "fund": v.QuyLuong, "due": v.PhaiDong,
		"dueBy": v.HanDong.ISO(), "ceiling": v.Tran, "aboveCeiling": v.VuotTran, "unread": v.ChuaDoc, "months": months, "states": states,
		"missing": map[string]int{"people": v.Thieu, "maSoBHXH": v.ThieuMaSo, "soCCCD": v.ThieuCCCD, "chucDanh": v.ThieuChucDanh, "luong": v.ThieuLuong}}
}

func printOverview(w io.Writer, v office.Overview) {
	for _, t := range v.Todo {
		mark := " "
		if t.Level == office.Red {
			mark = "*"
		}
		fmt.Fprintf(w, "%s %s: %s\n", mark, t.Title, t.Why)
	}
	if len(v.Todo) == 0 {
		fmt.Fprintln(w, "Không có việc nào đang chờ.")
	}
	rows := [][]string{
		{"Đang tham gia", fmt.Sprintf("%d người", v.DangDong), fmt.Sprintf("+%d −%d tháng này", v.Tang, v.Giam)},
		{"Quỹ lương đóng", form.Dots(v.QuyLuong), fmt.Sprintf("%d người vượt trần %s", v.VuotTran, form.Dots(v.Tran))},
		{"Phải đóng tháng " + v.Month.String(), form.Dots(v.PhaiDong), "hạn " + v.HanDong.String()},
		{"Thiếu dữ liệu", fmt.Sprintf("%d người", v.Thieu), overviewLacks(v)},
	}
	for _, s := range v.ByState {
		rows = append(rows, []string{"Hồ sơ " + strings.ToLower(s.Say), fmt.Sprint(s.N), ""})
	}
	table(w, rows)
	for _, m := range v.Months {
		if m.Known {
			fmt.Fprintf(w, "Bảng lương %s: %d người, %s đồng\n", m.Month, m.Heads, form.Dots(m.Fund))
		}
	}
}

// overviewLacks says of what how many people have none.
func overviewLacks(v office.Overview) string {
	var out []string
	for _, x := range []struct {
		n   int
		say string
	}{{v.ThieuMaSo, "mã số BHXH"}, {v.ThieuCCCD, "số CCCD"}, {v.ThieuChucDanh, "chức danh"}, {v.ThieuLuong, "mức lương"}} {
		if x.n > 0 {
			out = append(out, fmt.Sprintf("%d %s", x.n, x.say))
		}
	}
	return strings.Join(out, ", ")
}
