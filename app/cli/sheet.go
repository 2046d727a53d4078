package cli

import (
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"ankhai/app/office"
)

func init() {
	register(&command{name: "sheet", group: groupMonth, short: "sổ Excel bảng lương để điền, có người và lương của tháng trước",
		use: "sheet template --out TỆP.xlsx [--month 2026-12] [--layout L4|L1] [--blank]",
		long: `Ghi bảng lương của tháng với những người đang tham gia và mức lương trong danh sách: chỉ sửa chỗ thay đổi rồi nhập lại
bằng bhxh import. Nhập lại nguyên như thế thì không có đề xuất nào.
  --layout   L4 (mặc định) rút gọn; L1 có thêm nơi làm việc, hợp đồng, quốc tịch, dân tộc, địa chỉ, nơi KCB
  --blank    không có người, chỉ có tiêu đề
Các cột mã có danh sách để chọn: phương án, giới tính, chức danh và phòng ban của đơn vị, vùng lương, loại hợp đồng, xã, tỉnh, nơi KCB.
Ví dụ: bhxh sheet template --month 2026-12 --out luong-12.xlsx`, run: runSheet})
}

func runSheet(c *call) error {
	in := office.TemplateOrder{}
	var out, monthText string
	if err := c.flags(1, 1, func(fs *flag.FlagSet) {
		fs.StringVar(&out, "out", "", "")
		fs.StringVar(&monthText, "month", "", "")
		fs.StringVar(&in.Layout, "layout", "L4", "")
		fs.BoolVar(&in.Blank, "blank", false, "")
	}); err != nil {
		return err
	}
	if c.args[0] != "template" {
		return wrong("sheet template (đang ghi %q)", c.args[0])
	}
	if !strings.EqualFold(filepath.Ext(out), ".xlsx") {
		return wrong("--out phải là tên tệp .xlsx (đang ghi %q)", out)
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	if in.Month, err = monthOr(monthText, o.Period()); err != nil {
		return err
	}
	f, err := o.PayrollTemplate(c.ctx, in)
	if err != nil {
		return err
	}
	if err := office.WriteFile(out, f.Bytes); err != nil {
		return err
	}
	return c.answer(map[string]any{"layout": in.Layout, "month": in.Month.ISO(), "file": out}, func(w io.Writer) {
		fmt.Fprintf(w, "Đã ghi %s. Sửa chỗ thay đổi, lưu, rồi: bhxh import %s --month %s\n", out, out, in.Month.ISO())
	})
}
