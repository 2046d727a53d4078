package cli

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"

	"ankhai/app/office"
)

func init() {
	register(&command{name: "payroll", group: groupMonth, short: "bảng lương đã nhập: ô phải xem, sửa ô tại đây, bỏ sửa",
		use: "payroll --month 2026-11 | payroll fix Ô GIÁ_TRỊ --month … | payroll unfix Ô --month … | payroll fixes --month … | payroll again --month …",
		long: `Không có đối số: các ô còn phải xem của bảng lương đã nhập, ô nào sửa được tại đây.
fix Ô GIÁ_TRỊ   sửa một ô ghi sai, như thể tệp ghi đúng: dòng ấy được đọc lại, đề xuất theo giá trị mới. Tệp của bạn giữ nguyên.
                Ô ghi như trong danh sách (trang và ô), hoặc chỉ E17 khi một trang có ô ấy; giá trị '' là để trống.
                Giá trị chưa đọc được thì nêu lý do, không ghi, mã thoát 1
unfix Ô         bỏ sửa: ô lại như tệp ghi
fixes           các ô đã sửa: ai, lúc nào, trước và sau; và ô đã sửa ở lần nhập trước
again           sửa lại các ô như trước khi nhập lại tệp, nơi tệp vẫn ghi như cũ
Nhập lại tệp thì lấy theo tệp; những ô đã sửa được nêu ra, không tự sửa lại.
Ví dụ: bhxh payroll fix E17 5.310.000 --month 2026-11`,
		run: runPayroll})
}

func runPayroll(c *call) error {
	var monthText string
	if err := c.flags(0, 3, func(fs *flag.FlagSet) { fs.StringVar(&monthText, "month", "", "") }); err != nil {
		return err
	}
	m, err := month(monthText)
	if err != nil {
		return err
	}
	what, n := "", len(c.args)
	if n > 0 {
		what = c.args[0]
	}
	steps := map[string]struct {
		args int
		do   func(*office.Office, office.Month) error
	}{"": {0, c.payroll}, "fix": {3, c.fixCell}, "unfix": {2, c.unfixCell}, "fixes": {1, c.fixes}, "again": {1, c.fixAgain}}
	step, ok := steps[what]
	if !ok || n != step.args {
		return wrong("payroll cần --month, hoặc fix Ô GIÁ_TRỊ, unfix Ô, fixes, again")
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	return step.do(o, m)
}

// kept is the payroll of a month.
func (c *call) kept(o *office.Office, m office.Month) (office.Payroll, error) {
	p, err := o.Payroll(c.ctx, m)
	if errors.Is(err, office.ErrNotFound) {
		err = office.ErrNoPayroll
	}
	return p, err
}

func (c *call) payroll(o *office.Office, m office.Month) error {
	p, err := c.kept(o, m)
	if err != nil {
		return err
	}
	var problems []office.CellProblem
	if len(p.Problems) > 0 {
		if err := json.Unmarshal(p.Problems, &problems); err != nil {
			return err
		}
	}
	fixed := office.FixedCells(p)
	return c.answer(map[string]any{"file": p.TenTep, "rows": len(p.Rows), "problems": list(problems), "fixes": fixesJSON(fixed)}, func(w io.Writer) {
		for _, x := range problems {
			here := ""
			if _, ok := office.FixableCell(p, x.Sheet, x.Cell); ok {
				here = "  (sửa được: bhxh payroll fix '" + x.Sheet + "!" + x.Cell + "' GIÁ_TRỊ --month " + m.ISO() + ")"
			}
			fmt.Fprintf(w, "%s %s  %s!%s  %s%s\n", x.Level, x.Code, x.Sheet, x.Cell, x.Message, here)
		}
		fmt.Fprintf(w, "%s: %d dòng, %d ô phải xem, %d ô đã sửa tại đây\n", p.TenTep, len(p.Rows), len(problems), counted(fixed))
	})
}

// counted is how many corrections count.
func counted(fixed []office.CellFix) (n int) {
	for _, f := range fixed {
		if f.Fixed {
			n++
		}
	}
	return n
}

// fixJSON is a correction for scripts.
type fixJSON struct {
	Cell  string `json:"cell"`
	Line  string `json:"line"`
	Field string `json:"field"`
	Old   string `json:"old"`
	New   string `json:"new"`
	Fixed bool   `json:"fixed"`
	Again bool   `json:"again"` // it can be made again
	Who   string `json:"who"`
	Time  string `json:"time"`
}

func fixesJSON(fs []office.CellFix) []fixJSON {
	out := []fixJSON{}
	for _, f := range fs {
		out = append(out, fixJSON{f.Place(), f.Line, f.Field, f.Old, f.New, f.Fixed, f.Before, f.By, f.At.UTC().Format("2006-01-02T15:04:05Z")})
	}
	return out
}

func (c *call) fixCell(o *office.Office, m office.Month) error {
	f, found, err := o.FixCell(c.ctx, m, c.args[1], c.args[2])
	if err != nil {
		return err
	}
	if len(found) > 0 {
		if err := c.answer(map[string]any{"fixed": false, "findings": found}, func(w io.Writer) {
			for _, x := range found {
				fmt.Fprintf(w, "%s %s  %s  %s\n", x.Level, x.Code, x.Field, x.Say)
			}
			fmt.Fprintf(w, "Chưa sửa ô %s: giá trị “%s” chưa đọc được\n", f.Place(), f.New)
		}); err != nil {
			return err
		}
		return errFaults
	}
	return c.afterFix(o, m, map[string]any{"fixed": true, "fix": fixesJSON([]office.CellFix{f})[0]}, func(w io.Writer) {
		fmt.Fprintf(w, "Đã sửa ô %s (%s, %s): %s\nBỏ sửa: bhxh payroll unfix '%s' --month %s\n", f.Place(), f.Line, f.Field, f.Say(), f.Place(), m.ISO())
	})
}

func (c *call) unfixCell(o *office.Office, m office.Month) error {
	f, err := o.UnfixCell(c.ctx, m, c.args[1])
	if err != nil {
		return err
	}
	return c.afterFix(o, m, map[string]any{"undone": f.Place()}, func(w io.Writer) {
		fmt.Fprintf(w, "Đã bỏ sửa ô %s (%s, %s): ô lại như tệp ghi\n", f.Place(), f.Line, f.Field)
	})
}

func (c *call) fixAgain(o *office.Office, m office.Month) error {
	done, left, err := o.FixAgain(c.ctx, m)
	if err != nil {
		return err
	}
	return c.afterFix(o, m, map[string]any{"fixed": fixesJSON(done), "left": fixesJSON(left)}, func(w io.Writer) {
		printFixes(w, done)
		for _, f := range left {
			fmt.Fprintf(w, "Chưa sửa ô %s: giá trị “%s” chưa đọc được\n", f.Place(), f.New)
		}
		fmt.Fprintf(w, "Đã sửa lại %d ô\n", len(done))
	})
}

// afterFix tells what is left to be looked at and what is proposed then.
func (c *call) afterFix(o *office.Office, m office.Month, answer map[string]any, say func(io.Writer)) error {
	p, err := c.kept(o, m)
	if err != nil {
		return err
	}
	var left []json.RawMessage
	if err := json.Unmarshal(p.Problems, &left); err != nil {
		return err
	}
	res, err := o.Compare(c.ctx, m)
	if err != nil {
		return err
	}
	answer["problems"], answer["proposals"], answer["undecided"] = len(left), len(res.Proposals), len(res.Undecided)
	return c.answer(answer, func(w io.Writer) {
		say(w)
		fmt.Fprintf(w, "Còn %d ô phải xem; %d đề xuất, %d trường hợp cần xem\n", len(left), len(res.Proposals), len(res.Undecided))
	})
}

func (c *call) fixes(o *office.Office, m office.Month) error {
	p, err := c.kept(o, m)
	if err != nil {
		return err
	}
	fixed := office.FixedCells(p)
	return c.answer(map[string]any{"fixes": fixesJSON(fixed)}, func(w io.Writer) {
		printFixes(w, fixed)
		fmt.Fprintf(w, "%d ô đã sửa tại đây\n", counted(fixed))
	})
}

func printFixes(w io.Writer, fixed []office.CellFix) {
	rows := [][]string{}
	for _, f := range fixed {
		rows = append(rows, []string{f.Place(), f.Line, f.Field, f.Say()})
	}
	table(w, rows)
}

// printEarlier tells what had been corrected before a file was taken in again.
func printEarlier(w io.Writer, earlier []office.CellFix, m office.Month) {
	if len(earlier) == 0 {
		return
	}
	again := 0
	for _, f := range earlier {
		if f.Before {
			again++
		}
	}
	fmt.Fprintf(w, "Bảng lương được đọc lại từ tệp; trước đó đã sửa %d ô tại đây:\n", len(earlier))
	printFixes(w, earlier)
	if again > 0 {
		fmt.Fprintf(w, "%d ô tệp vẫn ghi như cũ; sửa lại như trước: bhxh payroll again --month %s\n", again, m.ISO())
	}
}
