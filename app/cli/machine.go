package cli

import (
	"flag"
	"fmt"
	"io"
	"path/filepath"

	"ankhai/app/office"
)

func init() {
	register(
		&command{name: "demo", group: groupMonth, short: "chạy cả việc chính với công ty mẫu, từ bảng lương đến số hồ sơ",
			use: "demo [--out THƯ_MỤC]",
			long: `Nhập bảng lương mẫu tháng 10 và 11/2026 của một công ty 120 người, so, lập hồ sơ 600, kiểm tra, điền chỗ thiếu, in, ký bằng khoá
thực hành và gửi tới cổng thực hành trong cùng tiến trình, qua HTTPS. Tệp đã ký và bản in nằm trong THƯ_MỤC (mặc định: ra).
Chạy lại sau khi bị ngắt ở bất kỳ bước nào: làm tiếp, không gửi hai lần.`, run: runDemo},
	)
}

func runDemo(c *call) error {
	out := "ra"
	if err := c.flags(0, 0, func(fs *flag.FlagSet) { fs.StringVar(&out, "out", "ra", "") }); err != nil {
		return err
	}
	out, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	data := c.data
	if data == "" {
		data = filepath.Join(out, "kho")
	}
	say := func(format string, args ...any) {
		w := c.Out
		if c.json {
			w = c.Err
		}
		fmt.Fprintf(w, format+"\n", args...)
	}
	var res office.DemoResult
	if err := c.withKeys(func(src office.Sources) (err error) {
		res, err = office.Demo(c.ctx, office.DemoConfig{Dir: data, Out: out, Now: c.Now, Say: say, Keys: src})
		return err
	}); err != nil {
		return err
	}
	return c.answer(map[string]any{
		"id": res.ID, "soHoSo": res.SoHoSo, "state": res.State, "proposals": res.Proposals, "faults": res.FaultsBefore, "files": res.Files,
	}, func(w io.Writer) {
		fmt.Fprintf(w, "\nSố hồ sơ: %s\n", res.SoHoSo)
		for _, f := range res.Files {
			fmt.Fprintln(w, " ", f)
		}
	})
}
