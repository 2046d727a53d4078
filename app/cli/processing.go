package cli

import (
	"flag"
	"fmt"
	"io"

	"ankhai/app/office"
	"ankhai/forms/law"
)

func init() {
	register(&command{name: "journal", group: groupMachine, short: "nhật ký xử lý dữ liệu cá nhân",
		use: "journal [--from 2026-11-01] [--to 2026-11-30]",
		long: `Ai đã làm gì, lúc nào, để làm gì, trên dữ liệu của bao nhiêu người: nhập, xem và xuất dữ liệu của một người, in, ký, gửi, sao lưu, xoá.
Nhật ký chỉ có mã của bản ghi, không có tên, số giấy tờ hay mức lương. Không ai sửa được nó; bhxh doctor kiểm tra chuỗi của nó.`,
		run: runJournal})
}

func runJournal(c *call) error {
	var from, to string
	if err := c.flags(0, 0, func(fs *flag.FlagSet) {
		fs.StringVar(&from, "from", "", "")
		fs.StringVar(&to, "to", "", "")
	}); err != nil {
		return err
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
	all, err := o.Processings(c.ctx, lo, hi)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"processings": list(all)}, func(w io.Writer) { printProcessings(w, all) })
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
