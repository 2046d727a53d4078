package cli

import (
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/law"
)

func init() {
	register(&command{name: "journal", group: groupMachine, short: "nhật ký xử lý dữ liệu cá nhân",
		use: "journal [--from 2026-11-01] [--to 2026-11-30] [--out TỆP.xlsx|TỆP.csv]",
		long: `Ai đã làm gì, lúc nào, để làm gì, trên dữ liệu của bao nhiêu người: nhập, xem và xuất dữ liệu của một người, in, ký, gửi, sao lưu, xoá.
Nhật ký chỉ có mã của bản ghi, không có tên, số giấy tờ hay mức lương. Không ai sửa được nó; bhxh doctor kiểm tra chuỗi của nó.
  --out TỆP   ghi ra Excel hoặc CSV, mới nhất đứng trước; người và hồ sơ của đơn vị đang mở được nêu tên`,
		run: runJournal})
}

func runJournal(c *call) error {
	var from, to, out string
	if err := c.flags(0, 0, func(fs *flag.FlagSet) {
		fs.StringVar(&from, "from", "", "")
		fs.StringVar(&to, "to", "", "")
		fs.StringVar(&out, "out", "", "")
	}); err != nil {
		return err
	}
	kind := strings.ToLower(filepath.Ext(out))
	if out != "" && kind != ".xlsx" && kind != ".csv" {
		return wrong("--out phải là tên tệp .xlsx hoặc .csv (đang ghi %q)", out)
	}
	lo, err := day("--from", from)
	if err != nil {
		return err
	}
	hi, err := day("--to", to)
	if err != nil {
		return err
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	if out != "" {
		return c.journalFile(o, lo, hi, out, kind == ".csv")
	}
	all, err := o.Processings(c.ctx, lo, hi)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"processings": list(all)}, func(w io.Writer) { printProcessings(w, all) })
}

// journalFile writes the journal of some days, with the names of whom it is about.
func (c *call) journalFile(o *office.Office, from, to law.Day, out string, csv bool) error {
	all, err := o.ProcessingLog(c.ctx, from, to)
	if err != nil {
		return err
	}
	f, err := o.ProcessingSheet(c.ctx, from, to, all, csv)
	if err != nil {
		return err
	}
	if err := office.WriteFile(out, f.Bytes); err != nil {
		return err
	}
	return c.answer(map[string]any{"lines": len(all), "file": out}, func(w io.Writer) { fmt.Fprintf(w, "Đã ghi %d dòng vào %s\n", len(all), out) })
}

func printProcessings(w io.Writer, all []office.Processing) {
	rows := [][]string{{"Lúc", "Ai", "Việc", "Bản ghi", "Số người", "Để làm gì"}}
	for _, p := range all {
		rows = append(rows, []string{stamp(p.Time), p.Who, p.Say, p.Ref, fmt.Sprint(p.People), p.Purpose})
	}
	table(w, rows)
}

// day reads an option that is a day; "" is 0.
func day(option, s string) (law.Day, error) {
	if s == "" {
		return 0, nil
	}
	d, ok := law.ParseDay(s)
	if !ok {
		return 0, wrong("%s phải có dạng 2026-11-22 (đang ghi %q)", option, s)
	}
	return d, nil
}
