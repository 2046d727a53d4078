package cli

import (
	"flag"
	"fmt"
	"io"
	"slices"

	"ankhai/storage"
)

func init() {
	register(&command{name: "employer", group: groupMachine, short: "giao một đơn vị cho nơi khác, hoặc nhận vào",
		use: "employer export MST --out TỆP | import TỆP [--employer MST]",
		long: `export ghi một đơn vị vào một tệp: người lao động và quá trình, bảng lương, hồ sơ nháp, hồ sơ đã ký và đã gửi, sổ đã gửi.
import nhận đơn vị ấy vào thư mục dữ liệu này. Đơn vị đã có ở đây thì phần chưa ký được thay, phần đã ký, đã gửi được gộp lại;
toàn bộ dữ liệu được sao lưu trước khi nhận. Số hồ sơ trùng với hồ sơ khác thì được đổi sang số mới, có ghi trong nhật ký.
Ví dụ: bhxh employer export 0100109106 --out khach-hang.ankhai`, run: runEmployer})
}

func runEmployer(c *call) error {
	var out, employer string
	if err := c.flags(2, 2, func(fs *flag.FlagSet) {
		fs.StringVar(&out, "out", "", "")
		fs.StringVar(&employer, "employer", "", "")
	}); err != nil {
		return err
	}
	switch c.args[0] {
	case "export":
		if out == "" {
			return wrong("thiếu --out")
		}
		o, err := c.office()
		if err != nil {
			return err
		}
		m, err := o.ExportEmployer(c.ctx, c.args[1], out)
		if err != nil {
			return err
		}
		return c.merged("Đã ghi vào "+out, out, m)
	case "import":
		return c.takeEmployer(c.args[1], employer)
	}
	return wrong("employer export hoặc employer import")
}

// takeEmployer takes one employer in from a file.
func (c *call) takeEmployer(file, mst string) error {
	o, err := c.office()
	if err != nil {
		return err
	}
	m, err := o.RestoreEmployer(c.ctx, file, mst)
	if err != nil {
		return err
	}
	return c.merged("Đã lấy từ "+file, file, m)
}

func (c *call) merged(done, file string, m storage.Merged) error {
	return c.answer(map[string]any{"file": file, "taxCode": m.MST, "people": m.People, "payrolls": m.Payrolls, "dossiers": m.Dossiers,
		"submissions": m.Submissions, "kept": m.Kept, "renumbered": m.Renumbered}, func(w io.Writer) {
		fmt.Fprintf(w, "%s: đơn vị %s, %d người, %d tháng lương, %d hồ sơ, %d lần gửi\n", done, m.MST, m.People, m.Payrolls, m.Dossiers, m.Submissions)
		if m.Kept > 0 {
			fmt.Fprintf(w, "Giữ nguyên %d hồ sơ đã ký ở đây\n", m.Kept)
		}
		var old []string
		for k := range m.Renumbered {
			old = append(old, k)
		}
		slices.Sort(old)
		for _, k := range old {
			fmt.Fprintf(w, "  %s ở đây mang số mới %s\n", k, m.Renumbered[k])
		}
	})
}
