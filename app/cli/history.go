package cli

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/lichsu"
)

func init() {
	register(&command{name: "history", group: groupMonth, short: "chuyển lịch sử người lao động từ phần mềm khác vào",
		use: "history import MST TỆP… [--month 2024-05] [--keep CHỖ]… [--dry-run] | list MST | undo MST [--dry-run]",
		long: `Đọc tệp của phần mềm khác và dựng lịch sử từng người theo tháng: trạng thái, mức lương, chức danh, kèm tệp và ô nói điều đó.
Đọc được: bảng rộng D02-LT TK1, danh sách tăng và giảm của TS24, mẫu gọn, bảng lương (nhiều tháng: mỗi tháng một trang hoặc một tệp),
45 cột của cổng; tờ khai XML và gói hồ sơ đã ký của phần mềm khác. Chữ ký được kiểm, tình trạng được nói ra; tệp bị sửa sau khi ký thì không lấy.
Lịch sử được dựng lại từ mọi tệp đã chuyển vào, nên chuyển vào theo thứ tự nào, thành mấy lần cũng như nhau; chuyển lại cùng tệp không đổi gì.
Tháng mà chương trình đã có (bảng lương, hồ sơ đã gửi) không bao giờ bị ghi đè. Hai tệp nói trái nhau thì nêu người, tháng, hai giá trị, hai chỗ,
để chưa rõ và chờ quyết định; không tệp nào nói thì để trống. Mọi thứ ghi trong một lần: được cả hoặc không gì cả.
  --month      tháng của tệp nào không tự nói tháng (tiêu đề, tên trang, tên tệp như tang-2024-05.xlsx)
  --keep CHỖ   điều đã xem và cho là đúng, lặp lại được, được nhớ: chỗ của một dòng, đúng như chương trình đã nêu,
               một mã (LS-03: mọi dòng có mã ấy), hoặc tên tệp có chữ ký hỏng mà vẫn dùng
  --dry-run    chỉ xem sẽ thay đổi gì
undo bỏ lần chuyển vào gần nhất, cả tệp và quyết định của lần ấy.
Mã thoát 1 khi có tệp không đọc được, dòng không lấy được hoặc điều phải quyết định; phần khác vẫn được ghi.
Ví dụ: bhxh history import 0100109106 ts24/*.xlsx ho-so/*.xml --dry-run
       bhxh history import 0100109106 --keep LS-03`,
		run: runHistory})
}

func runHistory(c *call) error {
	var monthText string
	var keep several
	var dry bool
	if err := c.flags(2, -1, func(fs *flag.FlagSet) {
		fs.StringVar(&monthText, "month", "", "")
		fs.Var(&keep, "keep", "")
		fs.BoolVar(&dry, "dry-run", false, "")
	}); err != nil {
		return err
	}
	verb, mst, files := c.args[0], c.args[1], c.args[2:]
	in := office.MoveInInput{Company: mst, Keep: keep, DryRun: dry}
	switch {
	case verb == "import" && len(files)+len(keep) == 0:
		return wrong("history import cần ít nhất một tệp, hoặc --keep")
	case verb == "import", (verb == "undo" || verb == "list") && len(files) == 0:
	default:
		return wrong("history import MST TỆP…, list MST hoặc undo MST")
	}
	hint := law.Month(0)
	if monthText != "" {
		var err error
		if hint, err = month(monthText); err != nil {
			return err
		}
	}
	for _, path := range files {
		data, err := readFile(path)
		if err != nil {
			return err
		}
		in.Files = append(in.Files, office.MoveInFile{Name: filepath.Base(path), Data: data, Month: hint})
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	var res office.MoveInResult
	switch verb {
	case "list":
		return c.historyList(o, mst)
	case "undo":
		res, err = o.UndoMoveIn(c.ctx, mst, dry)
	default:
		res, err = o.MoveIn(c.ctx, in)
	}
	if err != nil {
		return err
	}
	loi, nhac := res.Faults()
	if verb == "undo" {
		loi = 0 // what is left was told when it came
	}
	if err := c.answer(map[string]any{
		"files": res.Files, "people": res.People, "findings": findingsJSON(res.Findings), "problems": list(res.Problems),
		"others": res.Others, "notKnown": res.NotKnown, "kept": res.Kept, "dryRun": dry,
	}, func(w io.Writer) { printMovedIn(w, res, dry, loi, nhac) }); err != nil {
		return err
	}
	if loi > 0 {
		return errFaults
	}
	return nil
}

func (c *call) historyList(o *office.Office, mst string) error {
	files, err := o.MovedIn(c.ctx, mst)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"files": files}, func(w io.Writer) {
		for _, f := range files {
			printMovedFile(w, f)
		}
		fmt.Fprintf(w, "%d tệp đã chuyển vào\n", len(files))
	})
}

type historyFinding struct {
	lichsu.VanDe
	Month string `json:"month"`
}

func findingsJSON(all []lichsu.VanDe) []historyFinding {
	out := []historyFinding{}
	for _, v := range all {
		f := historyFinding{VanDe: v}
		if v.Thang.Valid() {
			f.Month = v.Thang.ISO()
		}
		out = append(out, f)
	}
	return out
}

func printMovedFile(w io.Writer, f office.MovedFile) {
	say := f.Say
	if f.State == office.MovedNew || say == "" {
		say = fmt.Sprintf("%d dòng", f.Lines)
		if len(f.Months) > 0 {
			say += ", tháng " + strings.Join(f.Months, " ")
		}
		if f.Kind != "" {
			say = f.Kind + ": " + say
		}
	}
	fmt.Fprintf(w, "Tệp %s: %s\n", f.Name, say)
	if f.Signature != "" && f.State != office.MovedNot {
		fmt.Fprintf(w, "    chữ ký: %s\n", f.Signature)
	}
}

func printMovedIn(w io.Writer, res office.MoveInResult, dry bool, loi, nhac int) {
	for _, f := range res.Files {
		printMovedFile(w, f)
	}
	for _, p := range res.Problems {
		fmt.Fprintf(w, "%s %s  %s!%s  %s\n", p.Level, p.Code, p.File, strings.Trim(p.Sheet+"!"+p.Cell, "!"), p.Message)
	}
	for _, v := range res.Findings {
		who := v.HoTen
		if v.So != "" {
			who += " (" + v.So + ")"
		}
		fmt.Fprintf(w, "%s %s  %s\n", v.Muc, v.Ma, strings.TrimPrefix(who+": "+v.Say, ": "))
		for _, at := range v.Cho {
			fmt.Fprintf(w, "    %s\n", at)
		}
	}
	if decide := slices.IndexFunc(res.Findings, func(v lichsu.VanDe) bool { return v.Muc == form.Loi && len(v.Cho) > 0 }); decide >= 0 {
		fmt.Fprintf(w, "Dòng nào đúng thì cho biết, ví dụ: --keep '%s'\n", res.Findings[decide].Cho[0])
	}
	for _, k := range res.NotKnown {
		fmt.Fprintf(w, "%s  --keep %s: không có dòng, mã hay tệp nào tên như vậy\n", form.Loi, k)
	}
	fresh, months := 0, 0
	for _, p := range res.People {
		say := ""
		switch {
		case p.New:
			fresh++
			say = ", người mới"
		case p.Gone:
			say = ", không còn gì về người này"
		}
		fmt.Fprintf(w, "%s (%s)%s\n", p.HoTen, cmp.Or(p.So, "chưa có số"), say)
		for _, m := range p.Months {
			months++
			fmt.Fprintf(w, "    %s  %s  [%s]\n", m.Month, monthChange(m), m.Source)
		}
	}
	done := "Đã ghi"
	switch {
	case dry:
		done = "Sẽ ghi"
	case !res.Kept:
		done = "Không có gì thay đổi"
	}
	fmt.Fprintf(w, "%s: %d người thay đổi, %d người mới, %d tháng, %d lỗi, %d nhắc\n", done, len(res.People)-fresh, fresh, months, loi, nhac)
	if res.Others > 0 {
		fmt.Fprintf(w, "%d người chỉ có nhân thân, không tệp nào nói tháng tham gia: không đưa vào danh sách\n", res.Others)
	}
}

func monthChange(m office.MovedMonth) string {
	switch {
	case m.To == "":
		return "bỏ: " + m.From
	case m.From == "":
		return m.To
	}
	return m.From + " → " + m.To
}
