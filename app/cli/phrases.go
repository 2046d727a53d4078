package cli

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/services"
)

func init() {
	register(&command{name: "phrases", group: groupLook, short: "mẫu câu cho cột ghi chú, nội dung của một mẫu",
		use: "phrases MẪU CỘT [--plan PHƯƠNG_ÁN]",
		long: `Lời của hướng dẫn lập mẫu, có chỗ «…» để điền. Chưa điền hết thì bhxh check nhắc.
  --plan PHƯƠNG_ÁN   chỉ những câu dùng được với phương án này, ví dụ --plan TS
Ví dụ: bhxh phrases D02-LT GhiChu --plan TS`,
		run: runPhrases})
}

func runPhrases(c *call) error {
	plan := ""
	if err := c.flags(2, 2, func(fs *flag.FlagSet) { fs.StringVar(&plan, "plan", "", "") }); err != nil {
		return err
	}
	f := form.Of(strings.ToUpper(c.args[0]))
	if f == nil {
		return wrong("không có mẫu %q; xem: bhxh forms list", c.args[0])
	}
	column := ""
	for _, k := range f.Table.Columns() {
		if strings.EqualFold(k.Tag, c.args[1]) {
			column = k.Tag
		}
	}
	if column == "" {
		return wrong("mẫu %s không có cột %q; xem: bhxh forms show %s", f.ID, c.args[1], f.ID)
	}
	if plan = strings.ToUpper(plan); plan != "" && !codes.PhuongAn.Has(plan) {
		return wrong("không có phương án %q; xem: bhxh codes phuong-an", plan)
	}
	now := c.Now()
	found := services.CacMauCau(f.ID, column, plan, law.DayOf(now.Year(), int(now.Month()), now.Day()))
	return c.answer(map[string]any{"form": f.ID, "column": column, "phrases": list(found)}, func(w io.Writer) {
		if len(found) == 0 {
			fmt.Fprintf(w, "Văn bản không cho mẫu câu nào cho cột %s của mẫu %s\n", column, f.ID)
		}
		for _, p := range found {
			fmt.Fprintf(w, "%s\n    %s\n", p.Cau, strings.TrimSpace(p.CanCu+" · độ tin "+string(p.Confidence)))
		}
	})
}
