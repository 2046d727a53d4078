package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/law"
)

func init() {
	register(&command{name: "report", group: groupLook, short: "danh sách, quá trình, báo cáo theo tháng ra Excel, PDF",
		use: "report [roster|history|months|claims|lacking] [NGƯỜI] --out TỆP.xlsx|TỆP.pdf|TỆP.csv [--month 2026-11] [--from 2026-01]",
		long: `Không đối số thì liệt kê các báo cáo. Tháng mặc định là tháng này; báo cáo nói về cuối tháng ấy.
  roster    ` + reportSay("roster") + `
  history   ` + reportSay("history") + `; NGƯỜI là mã, mã số BHXH, số CCCD hoặc mã nhân viên
  months    ` + reportSay("months") + `; --from là tháng đầu (mặc định: mười hai tháng)
  claims    ` + reportSay("claims") + `
  lacking   ` + reportSay("lacking") + `
Trong Excel: số là số, ngày là ngày, mã số là chữ nên giữ số 0 ở đầu; dòng Cộng đi theo bộ lọc. TỆP.csv chỉ có trang đầu.
report months không có --out thì in số của từng tháng, chế độ, hợp đồng sắp hết hạn và việc quá hạn ra màn hình.
TỆP.pdf để in trên A4 ngang; bảng rộng chia thành nhiều phần, phần nào cũng có tên người.
Ví dụ: bhxh report roster --month 2026-11 --out danh-sach.xlsx
       bhxh report history 0123456789 --out qua-trinh.xlsx`, run: runReport})
}

func reportSay(id string) string {
	for _, r := range office.Reports() {
		if r.ID == id {
			return r.Say
		}
	}
	return ""
}

func runReport(c *call) error {
	var out, monthText, fromText string
	if err := c.flags(0, 2, func(fs *flag.FlagSet) {
		fs.StringVar(&out, "out", "", "")
		fs.StringVar(&monthText, "month", "", "")
		fs.StringVar(&fromText, "from", "", "")
	}); err != nil {
		return err
	}
	if len(c.args) == 0 {
		rows := [][]string{}
		for _, r := range office.Reports() {
			rows = append(rows, []string{r.ID, r.Name, r.Say})
		}
		return c.answer(map[string]any{"reports": office.Reports()}, func(w io.Writer) { table(w, rows) })
	}
	if out == "" && c.args[0] == "months" && len(c.args) == 1 {
		return c.figures(monthText, fromText)
	}
	in := office.ReportOrder{ID: c.args[0]}
	if len(c.args) == 2 {
		if in.ID != "history" {
			return wrong("chỉ report history nói về một người (đang ghi %q)", c.args[1])
		}
		in.Person = c.args[1]
	}
	switch strings.ToLower(filepath.Ext(out)) {
	case ".xlsx":
	case ".csv":
		in.CSV = true
	case ".pdf":
		in.PDF = true
	default:
		return wrong("--out phải là tên tệp .xlsx, .pdf hoặc .csv (đang ghi %q)", out)
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	if in.Month, err = monthOr(monthText, o.Period()); err != nil {
		return err
	}
	if in.From, err = monthOr(fromText, 0); err != nil {
		return err
	}
	if in.From != 0 && in.ID != "months" {
		return wrong("--from chỉ dùng cho report months")
	}
	f, err := o.Report(c.ctx, in)
	switch {
	case errors.Is(err, office.ErrNoReport):
		return wrong("không có báo cáo %q; xem: bhxh report", in.ID)
	case errors.Is(err, office.ErrMonthOrder):
		return wrong("--from %s sau tháng %s", in.From.ISO(), in.Month.ISO())
	case err != nil:
		return err
	}
	if err := office.WriteFile(out, f.Bytes); err != nil {
		return err
	}
	return c.answer(map[string]any{"report": in.ID, "month": in.Month.ISO(), "file": out}, func(w io.Writer) { fmt.Fprintln(w, "Đã ghi", out) })
}

// monthOr reads a month that may be left out.
func monthOr(s string, usual law.Month) (law.Month, error) {
	if s == "" {
		return usual, nil
	}
	return month(s)
}
