package cli

import (
	"fmt"
	"io"
)

func init() {
	register(&command{name: "crash", group: groupMachine, short: "sự cố lần trước của cửa sổ: báo cáo để gửi người hỗ trợ",
		use:  "crash",
		long: `Báo cáo chỉ nói lúc nào, trên hệ điều hành nào, ở chỗ nào trong chương trình; không có tên người, số giấy tờ, tiền lương. Cửa sổ mời chép nó ở lần mở sau, rồi bỏ đi.`,
		run:  runCrash})
}

func runCrash(c *call) error {
	off, err := c.on(0)
	if err != nil {
		return err
	}
	n, err := off.CrashNote()
	if err != nil {
		return err
	}
	if n == nil {
		return c.answer(map[string]any{"crash": nil}, func(w io.Writer) { fmt.Fprintln(w, "Không có sự cố nào chưa xem.") })
	}
	return c.answer(map[string]any{"crash": n}, func(w io.Writer) { fmt.Fprint(w, n.Text()) })
}
