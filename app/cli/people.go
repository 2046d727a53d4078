package cli

import (
	"flag"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/codes"
	"ankhai/forms/facts"
)

func init() {
	register(&command{name: "people", group: groupMachine, short: "danh sách người lao động; bản ghi trùng: tìm, gộp, tách lại",
		use: "people list [TỪ…] [--month 2026-11] [--lacking] | people duplicates | people merge GIỮ BỎ [--theirs soCCCD,2026-10] [--yes] | people merges | people unmerge SỐ | people apart [NGƯỜI NGƯỜI [--again]]",
		long: `list [TỪ…]         danh sách như ở cuối tháng (mặc định: tháng này), hoặc chỉ ai có mọi TỪ trong họ tên, mã, số, chức danh
  --lacking        chỉ những người còn thiếu điều phải có khi kê khai, kèm điều còn thiếu
duplicates         tìm những cặp bản ghi giống một người, có điểm và lý do; không tự gộp ai với ai
merge GIỮ BỎ       nêu những gì sẽ thành một, chỗ hai bản ghi trái nhau và điều sẽ còn; chỉ gộp khi có --yes.
                   Quá trình được nối lại, đợt hưởng, giấy tờ, quyết định chuyển sang bản ghi giữ; hồ sơ và sổ đã gửi giữ nguyên,
                   vẫn tìm được theo số của cả hai bản ghi
  --theirs …       những điều (hoTen, soCCCD, maSoBHXH …) và tháng (2026-10) lấy theo bản ghi bỏ; không nêu thì theo bản ghi giữ
merges             những lần đã gộp
unmerge SỐ         tách lại như trước; điều đã đổi sau khi gộp ở lại bản ghi giữ
apart              những cặp đã ghi là hai người
apart A B          ghi nhớ là hai người khác nhau, không nêu lại; --again để xem lại
Người được chỉ bằng mã (NLD000001), mã số BHXH, số CCCD hoặc mã nhân viên; khi hai bản ghi cùng số thì dùng mã.`,
		run: runPeople})
}

func runPeople(c *call) error {
	var theirs, monthText string
	var yes, again, lacking bool
	if err := c.flags(1, 20, func(fs *flag.FlagSet) {
		fs.StringVar(&monthText, "month", "", "")
		fs.BoolVar(&lacking, "lacking", false, "")
		fs.StringVar(&theirs, "theirs", "", "")
		fs.BoolVar(&yes, "yes", false, "")
		fs.BoolVar(&again, "again", false, "")
	}); err != nil {
		return err
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	switch what, n := c.args[0], len(c.args); {
	case what == "list":
		return c.listPeople(o, monthText, lacking)
	case what == "duplicates" && n == 1:
		return c.duplicates(o)
	case what == "apart" && n == 1:
		return c.keptApart(o)
	case what == "merges" && n == 1:
		return c.merges(o)
	case what == "unmerge" && n == 2:
		return c.unmerge(o)
	case (what == "merge" || what == "apart") && n == 3:
		a, err := o.FindPerson(c.ctx, c.args[1])
		if err != nil {
			return err
		}
		b, err := o.FindPerson(c.ctx, c.args[2])
		if err != nil {
			return err
		}
		if what == "apart" {
			return c.apart(o, a, b, again)
		}
		return c.mergePeople(o, a, b, theirs, yes)
	}
	return wrong("people list, duplicates, merge GIỮ BỎ, merges, unmerge SỐ hoặc apart [NGƯỜI NGƯỜI]")
}

// aPerson is somebody of the roster, with what their record lacks.
type aPerson struct {
	facts.NguoiLaoDong
	Missing []string `json:"missing"`
}

// listPeople lists the roster of a month, or those of it who have every word.
func (c *call) listPeople(o *office.Office, monthText string, lacking bool) error {
	m, err := monthOr(monthText, o.Period())
	if err != nil {
		return err
	}
	all, err := o.People(c.ctx, m)
	if err != nil {
		return err
	}
	words := strings.Fields(codes.Fold(strings.Join(c.args[1:], " ")))
	out := []aPerson{}
	rows := [][]string{{"Mã", "Họ và tên", "Mã số BHXH", "Số CCCD", "Chức danh", "Trạng thái", "Còn thiếu"}}
	for _, p := range all {
		lacks := office.Missing(p)
		if lacking && len(lacks) == 0 || !hasWords(p, words) {
			continue
		}
		out = append(out, aPerson{p, list(lacks)})
		rows = append(rows, []string{p.ID, p.HoTen, p.MaSoBHXH, p.SoCCCD, p.ChucDanh, p.TrangThai.Say(), strings.Join(lacks, ", ")})
	}
	return c.answer(map[string]any{"month": m.ISO(), "people": out, "of": len(all)}, func(w io.Writer) {
		if len(out) > 0 {
			table(w, rows)
		}
		fmt.Fprintf(w, "%d trên %d người, tháng %s\n", len(out), len(all), m)
	})
}

// hasWords reports whether a person has every word, without diacritics.
func hasWords(p facts.NguoiLaoDong, words []string) bool {
	said := codes.Fold(strings.Join([]string{p.ID, p.HoTen, p.MaSoBHXH, p.SoCCCD, p.MaNV, p.ChucDanh}, " "))
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(said, w) })
}

func (c *call) duplicates(o *office.Office) error {
	found, err := o.Duplicates(c.ctx)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"duplicates": list(found)}, func(w io.Writer) {
		for _, d := range found {
			fmt.Fprintf(w, "%3d điểm  %s %s · %s %s: %s\n", d.Diem, d.A.ID, d.A.HoTen, d.B.ID, d.B.HoTen, strings.Join(d.LyDo, "; "))
			fmt.Fprintf(w, "          gộp: bhxh people merge %s %s · hai người: bhxh people apart %s %s\n", d.A.ID, d.B.ID, d.A.ID, d.B.ID)
		}
		fmt.Fprintf(w, "%d cặp bản ghi có thể là một người\n", len(found))
	})
}

func (c *call) mergePeople(o *office.Office, keep, gone, theirs string, yes bool) error {
	var chosen []string
	if theirs != "" {
		chosen = strings.Split(theirs, ",")
	}
	var plan office.JoinPlan
	var n int64
	var err error
	if yes {
		plan, n, err = o.JoinPeople(c.ctx, keep, gone, chosen)
	} else {
		plan, err = o.PlanJoin(c.ctx, keep, gone, chosen)
	}
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"merged": yes, "merge": n, "keep": keep, "gone": gone, "plan": plan}, func(w io.Writer) {
		fmt.Fprintf(w, "Giữ %s %s, bỏ %s %s (%d điểm: %s)\n", keep, plan.Giu.HoTen, gone, plan.Bo.HoTen, plan.Diem, strings.Join(plan.LyDo, "; "))
		for _, f := range append(plan.Facts, plan.Months...) {
			switch {
			case f.Xung:
				fmt.Fprintf(w, "  trái nhau  %s (%s): giữ «%s», bỏ «%s» → còn «%s»\n", f.Say, f.Ten, f.Giu, f.Bo, f.Con)
			default:
				fmt.Fprintf(w, "  thêm vào   %s: %s\n", f.Say, f.Con)
			}
		}
		if len(plan.HoSo) > 0 {
			fmt.Fprintf(w, "  hồ sơ nhắc đến hai bản ghi, giữ nguyên: %s\n", strings.Join(plan.HoSo, ", "))
		}
		if !yes {
			fmt.Fprintln(w, "Chưa gộp gì. Để gộp: thêm --yes; lấy theo bản ghi bỏ: --theirs")
			return
		}
		fmt.Fprintf(w, "Đã gộp (lần %d). Tách lại: bhxh people unmerge %d\n", n, n)
	})
}

func (c *call) merges(o *office.Office) error {
	all, err := o.JoinedPeople(c.ctx)
	if err != nil {
		return err
	}
	out := []map[string]any{}
	rows := [][]string{}
	for _, j := range all {
		at := j.At.UTC().Format("2006-01-02T15:04:05Z")
		out = append(out, map[string]any{"n": j.ID, "keep": j.Keep, "gone": j.Gone, "who": j.Who, "time": at})
		rows = append(rows, []string{strconv.FormatInt(j.ID, 10), j.Keep, "đã nhận " + j.Gone, j.Who, at})
	}
	return c.answer(map[string]any{"merges": out}, func(w io.Writer) {
		table(w, rows)
		fmt.Fprintf(w, "%d lần gộp\n", len(rows))
	})
}

func (c *call) unmerge(o *office.Office) error {
	n, err := strconv.ParseInt(c.args[1], 10, 64)
	if err != nil {
		return wrong("số của lần gộp ở đầu dòng của: bhxh people merges (đang ghi %q)", c.args[1])
	}
	j, err := o.PartPeople(c.ctx, n)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"keep": j.Keep, "back": j.Gone}, func(w io.Writer) {
		fmt.Fprintf(w, "Đã tách lại %s và %s như trước khi gộp\n", j.Keep, j.Gone)
	})
}

func (c *call) keptApart(o *office.Office) error {
	all, err := o.KeptApart(c.ctx)
	if err != nil {
		return err
	}
	out := []map[string]any{}
	rows := [][]string{}
	for _, p := range all {
		at := p.At.UTC().Format("2006-01-02T15:04:05Z")
		out = append(out, map[string]any{"a": p.A.ID, "b": p.B.ID, "who": p.Who, "time": at})
		rows = append(rows, []string{p.A.ID, p.A.HoTen, p.B.ID, p.B.HoTen, p.Who, at})
	}
	return c.answer(map[string]any{"apart": out}, func(w io.Writer) {
		table(w, rows)
		fmt.Fprintf(w, "%d cặp là hai người\n", len(rows))
	})
}

func (c *call) apart(o *office.Office, a, b string, again bool) error {
	err := error(nil)
	say := "Đã ghi: %s và %s là hai người, không nêu là trùng nữa\n"
	if again {
		say = "%s và %s sẽ được xem lại\n"
		err = o.AskAgain(c.ctx, a, b)
	} else {
		err = o.KeepApart(c.ctx, a, b)
	}
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"a": a, "b": b, "apart": !again}, func(w io.Writer) { fmt.Fprintf(w, say, a, b) })
}
