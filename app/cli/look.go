package cli

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/codes"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/services"
)

func init() {
	register(
		&command{name: "services", group: groupLook, short: "30 dịch vụ công: danh sách, hoặc một dịch vụ",
			use: "services [list|show MÃ|find TỪ]",
			long: `Mỗi dịch vụ: mẫu phải lập, ai nộp, thời hạn, căn cứ. Tìm bằng lời thường, không cần dấu.
Ví dụ: bhxh services find nhan vien nghi viec; bhxh services show E5`, run: runServices},
		&command{name: "forms", group: groupLook, short: "các mẫu: danh sách, các cột, bản mô tả",
			use: "forms [list|show MẪU|spec MẪU]",
			long: `show liệt kê các cột với tên dùng trong tệp JSON; spec in bản mô tả đầy đủ: cột, quy tắc, cách trình bày trên giấy và trong XML.
Ví dụ: bhxh forms spec D02-LT`, run: runForms},
		&command{name: "codes", group: groupLook, short: "danh mục mã, tìm không cần dấu",
			use: "codes [DANH_MỤC [TỪ]]", long: `Không đối số thì liệt kê các danh mục.
Ví dụ: bhxh codes kcb benh vien cho ray`, run: runCodes},
		&command{name: "law", group: groupLook, short: "số liệu luật theo ngày; mức đóng của một tháng",
			use: "law get TÊN [--on 2026-07-01] | law list | law contributions --wage 60000000 --month 2026-11 --region 1 [--foreigner]",
			long: `Mọi con số có ngày áp dụng và căn cứ. Ví dụ:
  bhxh law get muc-tham-chieu --on 2026-07-01
  bhxh law contributions --wage 60000000 --month 2026-11 --region 1`, run: runLaw},
	)
}

func runServices(c *call) error {
	if err := c.flags(0, -1, nil); err != nil {
		return err
	}
	switch {
	case len(c.args) == 0, c.args[0] == "list":
		return c.services(services.Services())
	case c.args[0] == "show" && len(c.args) == 2:
		s, ok := services.Service(strings.ToUpper(c.args[1]))
		if !ok {
			return wrong("không có dịch vụ %q; xem: bhxh services list", c.args[1])
		}
		return c.answer(s, func(w io.Writer) { printJSON(w, s) })
	case c.args[0] == "find" && len(c.args) > 1:
		return c.services(services.Search(strings.Join(c.args[1:], " ")))
	}
	return wrong("services list, services show MÃ hoặc services find TỪ")
}

func (c *call) services(all []services.DichVu) error {
	return c.answer(map[string]any{"services": list(all)}, func(w io.Writer) {
		for _, s := range all {
			fmt.Fprintf(w, "%-4s %s\n     Mẫu: %s · %s\n", s.ID, s.Ten, or(strings.Join(s.Mau, ", "), "không có"), s.Kenh)
		}
	})
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

func runForms(c *call) error {
	if err := c.flags(0, 2, nil); err != nil {
		return err
	}
	if len(c.args) == 0 || c.args[0] == "list" {
		type line struct {
			ID      string `json:"id"`
			Version string `json:"version"`
			Title   string `json:"title"`
			Basis   string `json:"basis"`
			From    string `json:"from"`
		}
		out, rows := []line{}, [][]string{}
		for _, f := range form.Forms() {
			out = append(out, line{f.ID, f.Version, f.Title, f.Basis, f.From.ISO()})
			rows = append(rows, []string{f.ID, f.Title, "từ " + f.From.String(), f.Basis})
		}
		return c.answer(map[string]any{"forms": out}, func(w io.Writer) { table(w, rows) })
	}
	if len(c.args) != 2 || (c.args[0] != "show" && c.args[0] != "spec") {
		return wrong("forms list, forms show MẪU hoặc forms spec MẪU")
	}
	f := form.Of(strings.ToUpper(c.args[1]))
	if f == nil {
		return wrong("không có mẫu %q; xem: bhxh forms list", c.args[1])
	}
	if c.args[0] == "spec" {
		spec := form.Spec(f)
		return c.answer(map[string]any{"id": f.ID, "spec": spec}, func(w io.Writer) { fmt.Fprint(w, spec) })
	}
	type column struct {
		Tag      string          `json:"tag"`
		Label    string          `json:"label"`
		Required bool            `json:"required"`
		List     string          `json:"list,omitempty"`
		Conf     form.Confidence `json:"confidence"`
	}
	cols, rows := []column{}, [][]string{}
	for _, k := range f.Table.Columns() {
		x := column{Tag: k.Tag, Label: k.Label, Required: k.Required, Conf: k.Conf}
		if k.Codes != nil {
			x.List = k.Codes.Name()
		}
		cols = append(cols, x)
		rows = append(rows, []string{k.Tag, k.Label, map[bool]string{true: "phải có"}[k.Required], x.List})
	}
	return c.answer(map[string]any{"id": f.ID, "title": f.Title, "basis": f.Basis, "columns": cols}, func(w io.Writer) {
		fmt.Fprintf(w, "%s – %s\n%s\n", f.ID, f.Title, f.Basis)
		table(w, rows)
	})
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

func runLaw(c *call) error {
	var on, wage, monthText, region string
	var foreigner bool
	if err := c.flags(1, 2, func(fs *flag.FlagSet) {
		fs.StringVar(&on, "on", "", "")
		fs.StringVar(&wage, "wage", "", "")
		fs.StringVar(&monthText, "month", "", "")
		fs.StringVar(&region, "region", "", "")
		fs.BoolVar(&foreigner, "foreigner", false, "")
	}); err != nil {
		return err
	}
	switch c.args[0] {
	case "list":
		return c.answer(map[string]any{"names": law.Names()}, func(w io.Writer) { fmt.Fprintln(w, strings.Join(law.Names(), "\n")) })
	case "get":
		if len(c.args) != 2 {
			return wrong("law get TÊN; xem tên: bhxh law list")
		}
		return c.lawGet(c.args[1], on)
	case "contributions":
		return c.contributions(wage, monthText, region, foreigner)
	}
	return wrong("law get, law list hoặc law contributions")
}

func (c *call) lawGet(name, on string) error {
	day := office.DayOf(c.Now())
	if on != "" {
		d, ok := law.ParseDay(on)
		if !ok {
			return wrong("--on phải có dạng 2026-07-01 (đang ghi %q)", on)
		}
		day = d
	}
	v, ok := law.Get(name, day)
	if !ok {
		if len(law.History(name)) == 0 {
			return wrong("không có số liệu %q; xem tên: bhxh law list", name)
		}
		return wrong("%s: chưa có số liệu cho ngày %s", name, day)
	}
	return c.answer(v, func(w io.Writer) {
		fmt.Fprintf(w, "%s: %s %s, từ %s\nCăn cứ: %s\n", v.Title, form.Dots(v.Amount), v.Unit, v.From, v.Basis)
	})
}

func (c *call) contributions(wage, monthText, region string, foreigner bool) error {
	n, ok := form.ParseMoney(wage)
	if !ok {
		return wrong("--wage phải là số đồng, ví dụ 60000000 (đang ghi %q)", wage)
	}
	m, err := month(monthText)
	if err != nil {
		return err
	}
	res, err := law.Contributions(law.Input{Luong: n, Thang: m, Vung: region, NuocNgoai: foreigner})
	if err != nil {
		return err
	}
	return c.answer(res, func(w io.Writer) {
		rows := [][]string{}
		for _, b := range res.Working {
			rows = append(rows, []string{b.Nhan, b.CongThuc, form.Dots(b.KetQua), b.CanCu})
		}
		table(w, rows)
		for _, x := range res.Warnings {
			fmt.Fprintln(w, "Lưu ý:", x)
		}
		fmt.Fprintf(w, "Người lao động %s · đơn vị %s · cộng %s đồng\n", form.Dots(res.Parts.NguoiLaoDong.Tong), form.Dots(res.Parts.DonVi.Tong), form.Dots(res.Total))
	})
}
