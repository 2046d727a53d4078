package cli

import (
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/tralai"
)

func init() {
	register(
		&command{name: "reasons", group: groupFile, short: "vì sao hồ sơ bị trả lại, ở dòng nào, ô nào",
			use: "reasons MÃ",
			long: `Đọc lời của cổng hoặc của cán bộ: số dòng, tên, số CCCD, mã số BHXH, tên cột, mã lỗi. Chỗ nào chắc thì nêu, chỗ nào chỉ có thể
thì nói vì sao; lý do không nói của ô nào thì ghi là của cả hồ sơ. Với bản lập lại, xem lý do của hồ sơ gốc ở đúng chỗ các dòng đang đứng
và ô nào đã sửa. Cuối mỗi lý do là quy tắc có thể giữ: bhxh rules local add
Ví dụ: bhxh reasons HS000001`, run: runReasons},
		&command{name: "diff", group: groupFile, short: "bản lập lại khác hồ sơ gốc ở những ô nào",
			use: "diff MÃ [MÃ_KHÁC]",
			long: `Từng ô: trước là gì, bây giờ là gì; dòng thêm, dòng bỏ, mẫu thêm, mẫu bỏ. Dòng chỉ dời chỗ thì không kể. Không ghi hồ sơ thứ hai thì
so bản lập lại với hồ sơ gốc, hoặc hồ sơ gốc với bản lập lại mới nhất.
Ví dụ: bhxh diff HS000002`, run: runDiff},
		&command{name: "redo", group: groupFile, short: "lập lại hồ sơ bị trả, cả hồ sơ hoặc tách dòng bị trả",
			use: "redo MÃ [--only returned|good | --split] [--rows MẪU:2,5]…",
			long: `Chép hồ sơ sang bản nháp mới có ghi hồ sơ gốc, kèm giấy tờ. Hồ sơ gốc không đổi.
  --only returned   chỉ những người có dòng bị nêu chắc chắn trong lý do
  --only good       chỉ những người còn lại
  --split           cả hai, mỗi bên một bản nháp: dòng tốt nộp trước, dòng bị trả sửa sau
  --rows            tự chọn dòng thay cho các dòng trong lý do; lặp lại được
Mọi dòng của một người, ở mẫu nào cũng vậy, đi cùng nhau. Giấy tờ chép sang mọi bản nháp.
Ví dụ: bhxh redo HS000001 --split`, run: runRedo},
		&command{name: "rules", group: groupFile, short: "quy tắc riêng của đơn vị, giữ từ hồ sơ bị trả",
			use: "rules local [list | add [--from MÃ] 'QUY TẮC' | on SỐ | off SỐ | remove SỐ]",
			long: `Quy tắc riêng nhắc ở mọi lần kiểm tra sau này, không chặn ký. Cách ghi:
  ` + tralai.CachGhi + `
Cột ghi theo tên trên mẫu hoặc mã cột (bhxh forms spec MẪU). Quy tắc chỉ nói ở những dòng đúng điều kiện sau chữ «khi»; không ghi tên, số
của một người nào.
  add --from MÃ   quy tắc giữ từ hồ sơ bị trả này; lời nhắc sẽ nêu hồ sơ ấy
  on, off         bật, tắt        remove   bỏ hẳn
Ví dụ: bhxh rules local add --from HS000001 'D02-LT: Nơi làm việc không được để trống khi Phương án là TM'`, run: runRules},
	)
}

type placeJSON struct {
	Form    string `json:"form"`
	Table   string `json:"table,omitempty"`
	Row     int    `json:"row"`
	Column  string `json:"column,omitempty"`
	Who     string `json:"hoTen,omitempty"`
	Sure    bool   `json:"sure"`
	Why     string `json:"why"`
	Was     string `json:"was"`
	Now     string `json:"now"`
	Changed bool   `json:"changed"`
	Gone    bool   `json:"gone"`
}

func runReasons(c *call) error {
	o, err := c.on(1)
	if err != nil {
		return err
	}
	r, err := o.Rejection(c.ctx, c.args[0])
	if err != nil {
		return err
	}
	var out []map[string]any
	for _, x := range r.Reasons {
		var places []placeJSON
		for _, p := range x.Places {
			places = append(places, placeJSON{p.Mau, p.Bang, p.Dong, p.Tag, p.Who, p.Chac, p.ViSao, p.Was, p.Now, p.Changed, p.Gone})
		}
		rules := []string{}
		for _, q := range x.Rules {
			rules = append(rules, q.Goc())
		}
		out = append(out, map[string]any{"n": x.N, "code": x.Ma, "message": x.Say, "places": list(places), "lacks": list(x.Lacks), "rules": rules})
	}
	var copies []string
	for _, v := range r.Copies {
		copies = append(copies, v.ID)
	}
	return c.answer(map[string]any{"id": r.ID, "copy": r.Copy, "by": r.Say, "reasons": list(out), "copies": list(copies)}, func(w io.Writer) { printReasons(w, r) })
}

func printReasons(w io.Writer, r office.Rejection) {
	fmt.Fprintf(w, "%s  %s\n%s lúc %s\n", r.ID, r.Title, r.Say, stamp(r.At))
	for _, x := range r.Reasons {
		fmt.Fprintf(w, "%d. %s", x.N, x.Say)
		if x.Ma != "" {
			fmt.Fprintf(w, " (%s)", x.Ma)
		}
		fmt.Fprintln(w)
		if len(x.Places) == 0 {
			fmt.Fprintln(w, "     cả hồ sơ: lý do không nói của ô nào")
		}
		for _, p := range x.Places {
			say := "     " + p.Where()
			if !p.Chac {
				say = "     có thể là " + p.Where() + " (" + p.ViSao + ")"
			}
			switch {
			case p.Gone:
				say += ": dòng đã bỏ"
			case p.Changed:
				say += fmt.Sprintf(": đã sửa %s → %s", quoted(p.Was), quoted(p.Now))
			case p.Tag != "":
				say += ": " + quoted(p.Now)
			}
			fmt.Fprintln(w, say)
		}
		for _, l := range x.Lacks {
			fmt.Fprintln(w, "     "+l)
		}
		for _, q := range x.Rules {
			fmt.Fprintf(w, "     giữ được thành quy tắc: bhxh rules local add --from %s '%s'\n", r.ID, q.Goc())
		}
	}
	for _, v := range r.Copies {
		fmt.Fprintf(w, "Đã lập lại: %s (%s)\n", v.ID, v.StateSay)
	}
	if len(r.Copies) == 0 {
		fmt.Fprintf(w, "Sửa và nộp lại: bhxh redo %s\n", r.ID)
	}
}

// quoted shows a cell, an empty one in words.
func quoted(s string) string {
	if s == "" {
		return "(trống)"
	}
	return "«" + s + "»"
}

func runDiff(c *call) error {
	if err := c.flags(1, 2, nil); err != nil {
		return err
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	other := ""
	if len(c.args) == 2 {
		other = c.args[1]
	}
	d, err := o.Difference(c.ctx, c.args[0], other)
	if err != nil {
		return err
	}
	var cells []map[string]any
	for _, k := range d.Cells {
		cells = append(cells, map[string]any{"kind": k.Kieu, "form": k.Mau, "table": k.Bang, "oldRow": k.Cu, "newRow": k.Moi, "column": k.Tag, "label": k.Nhan,
			"old": k.Truoc, "new": k.BayGio, "hoTen": k.Ai})
	}
	return c.answer(map[string]any{"from": d.From, "to": d.To, "differences": list(cells)}, func(w io.Writer) {
		fmt.Fprintf(w, "%s so với %s: %d chỗ khác\n", d.To, d.From, len(d.Cells))
		for _, k := range d.Cells {
			fmt.Fprintln(w, "  "+office.DifferenceSay(k))
		}
	})
}

func runRedo(c *call) error {
	var only string
	var split bool
	var rows []tralai.Noi
	if err := c.flags(1, 1, func(fs *flag.FlagSet) {
		fs.StringVar(&only, "only", "", "")
		fs.BoolVar(&split, "split", false, "")
		fs.Func("rows", "", func(s string) error {
			more, err := rowsNamed(s)
			rows = append(rows, more...)
			return err
		})
	}); err != nil {
		return err
	}
	part := office.Part(only)
	switch {
	case split && only != "" || only != "" && part != office.ReturnedRows && part != office.GoodRows:
		return wrong("ghi --only returned, --only good, hoặc --split")
	case split:
		part = office.BothParts
	case part == office.Whole && len(rows) > 0:
		return wrong("--rows đi với --split hoặc --only")
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	made, err := o.Redo(c.ctx, c.args[0], part, rows)
	if err != nil {
		return err
	}
	var ids []string
	for _, d := range made {
		ids = append(ids, d.ID)
	}
	return c.answer(map[string]any{"id": ids[0], "ids": ids, "parent": c.args[0]}, func(w io.Writer) {
		for i, d := range made {
			say := "chép từ " + d.Parent
			switch {
			case part == office.ReturnedRows || part == office.BothParts && i == 0:
				say = "các dòng bị trả của " + d.Parent
			case part != office.Whole:
				say = "các dòng còn lại của " + d.Parent
			}
			fmt.Fprintf(w, "Bản nháp mới %s: %s\n", d.ID, say)
		}
		if part == office.ReturnedRows || part == office.GoodRows {
			fmt.Fprintf(w, "Các dòng khác của %s chưa có trong bản nháp nào.\n", c.args[0])
		}
	})
}

// rowsNamed reads "D02-LT:2,5".
func rowsNamed(s string) (out []tralai.Noi, err error) {
	id, nums, ok := strings.Cut(s, ":")
	if !ok {
		return nil, fmt.Errorf("%q", s)
	}
	for n := range strings.SplitSeq(nums, ",") {
		row, err := strconv.Atoi(strings.TrimSpace(n))
		if err != nil || row < 1 {
			return nil, fmt.Errorf("%q", s)
		}
		out = append(out, tralai.Noi{Mau: strings.TrimSpace(id), Dong: row})
	}
	return out, nil
}

func runRules(c *call) error {
	var from string
	if err := c.flags(1, 3, func(fs *flag.FlagSet) { fs.StringVar(&from, "from", "", "") }); err != nil {
		return err
	}
	usage := wrong("rules local list, add [--from MÃ] 'QUY TẮC', on SỐ, off SỐ hoặc remove SỐ")
	verb, arg := "list", ""
	if len(c.args) > 1 {
		verb = c.args[1]
	}
	if len(c.args) > 2 {
		arg = c.args[2]
	}
	if c.args[0] != "local" || (verb == "list") != (arg == "") || from != "" && verb != "add" {
		return usage
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	switch verb {
	case "list":
	case "add":
		r, err := o.KeepRule(c.ctx, arg, from)
		if err != nil {
			return err
		}
		return c.answer(ruleJSON(r), func(w io.Writer) { fmt.Fprintf(w, "Đã giữ quy tắc %s: %s, %s\n", r.ID, r.Rule.Mau, r.Say) })
	case "on", "off":
		err = o.SwitchRule(c.ctx, arg, verb == "on")
	case "remove":
		err = o.RemoveRule(c.ctx, arg)
	default:
		return usage
	}
	if err != nil {
		return err
	}
	all, err := o.LocalRules(c.ctx)
	if err != nil {
		return err
	}
	out := []map[string]any{}
	rows := [][]string{{"Số", "Bật", "Mẫu", "Quy tắc", "Từ hồ sơ"}}
	for _, r := range all {
		out = append(out, ruleJSON(r))
		rows = append(rows, []string{r.ID, map[bool]string{true: "có", false: "tắt"}[r.On], r.Rule.Mau, r.Say, r.Dossier})
	}
	return c.answer(map[string]any{"rules": out}, func(w io.Writer) {
		if len(all) == 0 {
			fmt.Fprintln(w, "Đơn vị chưa có quy tắc riêng nào.")
			return
		}
		table(w, rows)
	})
}

func ruleJSON(r office.LocalRule) map[string]any {
	return map[string]any{"id": r.ID, "on": r.On, "form": r.Rule.Mau, "rule": r.Rule.Goc(), "message": r.Say, "dossier": r.Dossier}
}
