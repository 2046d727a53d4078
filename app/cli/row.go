package cli

import (
	"flag"
	"fmt"
	"io"
	"strconv"

	"ankhai/app/office"
)

func init() {
	register(&command{name: "row", group: groupFile, short: "thêm dòng vào một mẫu của bản nháp, hoặc bỏ một dòng",
		use: "row add MÃ MẪU [NGƯỜI…] [--empty N] [--table BẢNG] | row drop MÃ MẪU DÒNG [--table BẢNG]",
		long: `add thêm một dòng cho mỗi người, điền những gì danh sách người lao động đã biết; NGƯỜI là mã (NLD000001), mã số BHXH, số CCCD hoặc mã nhân viên.
  --empty N      thêm N dòng trống
  --table BẢNG   dòng của một bảng phụ của mẫu (bhxh forms show MẪU)
drop bỏ dòng thứ DÒNG, từ 1. Lấy lại bước vừa làm: bhxh cell undo MÃ MẪU
Ví dụ: bhxh row add HS000001 D02-LT 079091000002
       bhxh row drop HS000001 D02-LT 3`, run: runRow})
}

// mostEmpty is how many empty rows one call may add; a longer list comes in as a file.
const mostEmpty = 10_000

func runRow(c *call) error {
	var table string
	var empty int
	if err := c.flags(3, -1, func(fs *flag.FlagSet) {
		fs.StringVar(&table, "table", "", "")
		fs.IntVar(&empty, "empty", 0, "")
	}); err != nil {
		return err
	}
	verb, id, rest := c.args[0], c.args[1], c.args[3:]
	f := findForm(c.args[2])
	switch {
	case f == nil:
		return wrong("không có mẫu %q; xem: bhxh forms of %s", c.args[2], id)
	case table != "" && f.Sub(table) == nil:
		return wrong("mẫu %s không có bảng phụ %q; xem: bhxh forms show %s", f.ID, table, f.ID)
	case empty < 0 || empty > mostEmpty:
		return wrong("--empty là một số từ 1 đến %d (đang ghi %d)", mostEmpty, empty)
	case verb == "add" && (len(rest) > 0 || empty > 0):
		return c.addRows(id, f.ID, table, rest, empty)
	case verb == "drop" && len(rest) == 1 && empty == 0:
		return c.dropRow(id, f.ID, table, rest[0])
	}
	return wrong("row add MÃ MẪU với NGƯỜI hoặc --empty N, row drop MÃ MẪU DÒNG")
}

func (c *call) addRows(id, formID, table string, people []string, empty int) error {
	o, err := c.office()
	if err != nil {
		return err
	}
	ids := make([]string, len(people))
	for i, who := range people {
		if ids[i], err = o.FindPerson(c.ctx, who); err != nil {
			return err
		}
	}
	if err := o.AddRows(c.ctx, id, formID, table, ids, empty); err != nil {
		return err
	}
	return c.rowsNow(o, id, formID, table, fmt.Sprintf("Đã thêm %d dòng", len(ids)+empty))
}

func (c *call) dropRow(id, formID, table, row string) error {
	n, err := strconv.Atoi(row)
	if err != nil || n < 1 {
		return wrong("DÒNG phải là số từ 1 (đang ghi %q)", row)
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	if err := o.DeleteRow(c.ctx, id, formID, table, n-1); err != nil {
		return err
	}
	return c.rowsNow(o, id, formID, table, fmt.Sprintf("Đã bỏ dòng %d", n))
}

// rowsNow tells what was done and how many rows the table has since.
func (c *call) rowsNow(o *office.Office, id, formID, table, done string) error {
	v, err := o.Dossier(c.ctx, id)
	if err != nil {
		return err
	}
	rows := 0
	for _, d := range v.Docs {
		switch {
		case d.Form.ID != formID:
		case table == "":
			rows = len(d.Rows)
		default:
			rows = len(d.Subs[table])
		}
	}
	return c.answer(map[string]any{"id": id, "form": formID, "table": table, "rows": rows}, func(w io.Writer) {
		fmt.Fprintf(w, "%s; mẫu %s của %s nay có %d dòng\n", done, formID, id, rows)
	})
}
