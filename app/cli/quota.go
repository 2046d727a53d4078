package cli

import (
	"fmt"
	"io"
	"strconv"

	"ankhai/app/office"
	"ankhai/forms/law"
)

// quotaMarks are the answers to a condition at the head of its line.
var quotaMarks = map[office.Met]string{office.MetYes: "đủ", office.MetNo: "thiếu", office.MetUnknown: "chưa rõ"}

// lawQuota tells what a person may still have in a year.
func (c *call) lawQuota(who string, o lawOptions) error {
	off, err := c.office()
	if err != nil {
		return err
	}
	year := office.DayOf(c.Now()).Year()
	if o.year != "" {
		if year, err = strconv.Atoi(o.year); err != nil {
			return wrong("--year phải là một năm như 2026 (đang ghi %q)", o.year)
		}
	}
	id, err := off.FindPerson(c.ctx, who)
	if err != nil {
		return err
	}
	q, err := off.Quota(c.ctx, id, year)
	if err != nil {
		return err
	}
	type answer struct {
		office.Quota
		On    string `json:"on"`
		Since string `json:"since"`
	}
	return c.answer(answer{q, q.On.ISO(), q.Worked.Since.ISO()}, func(w io.Writer) { printQuota(w, q) })
}

func printQuota(w io.Writer, q office.Quota) {
	fmt.Fprintf(w, "%s  %s: chế độ còn được hưởng năm %d, tính đến %s\n", q.Person, q.HoTen, q.Year, q.On)
	in := q.Worked.In12
	fmt.Fprintf(w, "Danh sách từ tháng %s: %s tháng tính là đã đóng, trong 12 tháng qua %d\n", q.Worked.Since, law.VietSo(q.Worked.Roster), in.Paid)
	for _, s := range q.Unknown {
		fmt.Fprintln(w, "Chưa biết:", s)
	}
	for _, e := range q.Items {
		fmt.Fprintf(w, "\n%s: %s\n", e.Label, e.Words())
		for _, x := range e.Conditions {
			fmt.Fprintf(w, "  [%s] %s\n      %s\n", quotaMarks[x.Met], x.Say, x.Basis)
		}
		for _, s := range e.Unknown {
			fmt.Fprintln(w, "  Chưa biết:", s)
		}
		for _, s := range e.Warnings {
			fmt.Fprintln(w, "  Lưu ý:", s)
		}
		printWorking(w, e.Working, "    ")
	}
}
