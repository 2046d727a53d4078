package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"ankhai/forms/codes"
)

func init() {
	register(
		&command{name: "forms", group: groupLook, short: "các mẫu: danh sách, các cột, bản mô tả, sổ Excel để điền; thêm, bỏ mẫu của hồ sơ",
			use: "forms [list|show MẪU|spec MẪU|template MẪU --out TỆP.xlsx|of MÃ|add MÃ MẪU|drop MÃ MẪU [--yes]]",
			long: `template ghi sổ Excel trống của mẫu để điền: phần đầu, bảng, bảng con, danh mục mã; điền xong thì bhxh draft --from TỆP.xlsx.
show liệt kê các cột với tên dùng trong tệp JSON; spec in bản mô tả đầy đủ: cột, quy tắc, cách trình bày trên giấy và trong XML.
of liệt kê các mẫu của một hồ sơ, và những mẫu thủ tục còn nhận thêm; add thêm một mẫu trống, phần đầu điền từ đơn vị;
drop nêu mẫu sẽ mất với mọi dòng của nó, chỉ bỏ khi có --yes: không hoàn tác được.
Ví dụ: bhxh forms spec D02-LT`, run: runForms},
		&command{name: "codes", group: groupLook, short: "danh mục mã, tìm không cần dấu",
			use: "codes [DANH_MỤC [TỪ]]", long: `Không đối số thì liệt kê các danh mục.
Ví dụ: bhxh codes kcb benh vien cho ray`, run: runCodes},
	)
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// printJSON shows a record as indented fields, for reading.
func printJSON(w io.Writer, v any) {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	_ = e.Encode(v)
}

func runCodes(c *call) error {
	if err := c.flags(0, -1, nil); err != nil {
		return err
	}
	if len(c.args) == 0 {
		out, rows := []map[string]any{}, [][]string{}
		for _, l := range codes.Lists() {
			out = append(out, map[string]any{"id": l.ID(), "name": l.Name(), "count": l.Len(), "basis": l.Basis()})
			rows = append(rows, []string{l.ID(), l.Name(), fmt.Sprint(l.Len())})
		}
		return c.answer(map[string]any{"lists": out}, func(w io.Writer) { table(w, rows) })
	}
	l := codes.ByName(c.args[0])
	if l == nil {
		return wrong("không có danh mục %q; xem: bhxh codes", c.args[0])
	}
	items := l.All()
	if len(c.args) > 1 {
		items = l.Search(strings.Join(c.args[1:], " "), 50)
	}
	return c.answer(map[string]any{"list": l.ID(), "name": l.Name(), "items": list(items)}, func(w io.Writer) {
		rows := [][]string{}
		for _, it := range items {
			rows = append(rows, []string{it.Ma, it.Ten})
		}
		table(w, rows)
	})
}
