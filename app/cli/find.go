package cli

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"ankhai/app/office"
)

func init() {
	register(&command{name: "find", group: groupLook, short: "tìm mọi thứ: người, hồ sơ, thủ tục, đơn vị, công cụ tính, mẫu, mã lỗi, lệnh",
		use: "find TỪ… [--limit 5]",
		long: `Tìm không cần dấu, theo thứ tự từ tuỳ ý: họ tên, mã nhân viên, mã số BHXH, số CCCD; số hồ sơ; thủ tục bằng lời thường;
đơn vị; công cụ tính; mẫu; mã lỗi; các lệnh của chương trình này. Nhóm có kết quả sát nhất đứng trước.
  --limit N   mỗi nhóm nhiều nhất N kết quả; 0: tất cả
Ví dụ: bhxh find dung tran
       bhxh find nhan vien nghi viec`, run: runFind})
}

func runFind(c *call) error {
	limit := 5
	if err := c.flags(1, 20, func(fs *flag.FlagSet) { fs.IntVar(&limit, "limit", limit, "") }); err != nil {
		return err
	}
	if limit < 0 {
		return wrong("--limit là một số từ 0 (đang ghi %d)", limit)
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	q := office.FindQuery{Term: strings.Join(c.args, " "), Limit: limit}
	for _, k := range commands {
		q.Own = append(q.Own, office.Findable{Kind: office.FindAction, Title: "bhxh " + k.name, Say: k.short, Words: k.name + " " + k.short})
	}
	found, err := o.Find(c.ctx, q)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"groups": found}, func(w io.Writer) {
		if len(found) == 0 {
			fmt.Fprintln(w, "Không tìm thấy gì. Thử ít chữ hơn.")
		}
		for _, g := range found {
			fmt.Fprintln(w, g.Title)
			for _, h := range g.Hits {
				fmt.Fprintf(w, "  %s\n", h.Title)
				if h.Say != "" {
					fmt.Fprintf(w, "      %s\n", h.Say)
				}
			}
			if g.More > 0 {
				fmt.Fprintf(w, "  … và %d kết quả nữa: thêm --limit 0\n", g.More)
			}
		}
	})
}
