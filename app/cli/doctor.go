package cli

import (
	"fmt"
	"io"
)

func init() {
	register(&command{name: "doctor", group: groupMachine, short: "khám: dữ liệu, ổ đĩa, sao lưu, đồng hồ, khoá, hộp gửi, cổng",
		use: "doctor",
		long: `Xem những gì một tháng làm việc cần: mọi trang dữ liệu đọc được và nhật ký nguyên vẹn; thư mục ở đâu, ổ đĩa còn chỗ;
bản sao gần nhất đọc lại được; đồng hồ đúng; có đơn vị, có khoá còn hạn; hộp gửi không có hồ sơ nghi vấn; cổng trả lời.
Mỗi dòng: ✓ ổn, hoặc ✗ điều không ổn và cách sửa. Với --json: {"checks":[{"name","ok","message","remedy"}]}.`, run: runDoctor})
}

func runDoctor(c *call) error {
	o, err := c.on(0)
	if err != nil {
		return err
	}
	checks := o.Examine(c.ctx)
	return c.answer(map[string]any{"checks": checks}, func(w io.Writer) {
		for _, x := range checks {
			mark := "✓"
			if !x.OK {
				mark = "✗"
			}
			fmt.Fprintf(w, "%s %s: %s\n", mark, x.Name, x.Say)
			if x.Remedy != "" {
				fmt.Fprintln(w, "   →", x.Remedy)
			}
		}
	})
}
