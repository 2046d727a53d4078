package cli

import (
	"fmt"
	"io"

	"ankhai/app/office"
)

func init() {
	register(&command{name: "start", group: groupLook, short: "những bước đầu: bước nào xong, bước nào còn",
		use: "start [sample]", long: "Bốn bước đầu với AnKhai: đơn vị, khoá khôi phục, danh sách lao động, nộp tập một hồ sơ. Mỗi bước là điều đang có trong dữ liệu, làm bằng cửa sổ hay dòng lệnh đều được tính.\nstart sample chuyển sang công ty mẫu để tập; chưa có thì lập, kèm bảng lương hai tháng. Các đơn vị khác còn nguyên.", run: runStart})
}

func runStart(c *call) error {
	if err := c.flags(0, 1, nil); err != nil {
		return err
	}
	if len(c.args) == 1 && c.args[0] != "sample" {
		return wrong("start chỉ có: sample")
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	if len(c.args) == 1 {
		if err := o.OpenSample(c.ctx); err != nil {
			return err
		}
	}
	steps, err := o.Start(c.ctx)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"steps": steps}, func(w io.Writer) {
		for i, s := range steps {
			if s.Done {
				fmt.Fprintf(w, "%d. %s: xong\n", i+1, s.Title)
				continue
			}
			fmt.Fprintf(w, "%d. %s: chưa – %s\n   %s\n", i+1, s.Title, s.Say, s.Command)
		}
	})
}

// nearest tells the n nearest things that are due, each once for all it is about.
func (c *call) nearest(d office.Dues, n int) error {
	all := d.Groups()
	near := all[:min(n, len(all))]
	return c.answer(map[string]any{"today": d.HomNay.ISO(), "groups": list(near), "more": len(all) - len(near)}, func(w io.Writer) {
		rows := [][]string{}
		for _, g := range near {
			rows = append(rows, []string{g.Ngay.String(), g.Stand, g.Who, g.Viec})
		}
		table(w, rows)
		if more := len(all) - len(near); more > 0 {
			fmt.Fprintf(w, "… và %d việc nữa\n", more)
		}
	})
}
