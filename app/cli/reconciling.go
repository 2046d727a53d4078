package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/c12"
	"ankhai/forms/codes"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

func init() {
	register(&command{name: "c12", group: groupMonth, short: "đối chiếu thông báo C12-TS của cơ quan BHXH: lệch ở đâu, vì ai",
		use: "c12 [--month 2026-10] | import TỆP [--month …] | why DÒNG CỘT | mend SỐ | export --out TỆP.xlsx | letter --out TỆP.pdf | original --out TỆP | list",
		long: `So thông báo kết quả đóng với danh sách, bảng lương và các hồ sơ đã gửi; mỗi chênh lệch có người và nguyên nhân,
phần không giải thích được thì nêu số tiền. Không ghi --month thì lấy thông báo mới nhất.
  import TỆP    nhận thông báo: Excel (.xlsx), PDF (cần pdftotext của poppler-utils), chữ dán vào tệp .txt, hoặc JSON.
                Ô không đọc được nêu tên và không đem so; thông báo của tháng khác thì không nhận
  why DÒNG CỘT  cách tính một ô: bhxh c12 why B.3 HTTT. Cột: ÔĐTS, HTTT, BHXH, BHYT, BHTN, TNLĐ, Cộng
  mend SỐ       lập hồ sơ cho việc nên làm thứ SỐ trong danh sách nguyên nhân
  export        bảng đối chiếu, nguyên nhân và phần còn lại ra tệp Excel
  letter        văn bản đề nghị cơ quan BHXH kiểm tra, PDF; không phải mẫu của cơ quan BHXH
  original      tệp thông báo như khi nhận
  list          các tháng đã có thông báo
Mã thoát 1 khi có chênh lệch, hoặc có ô của tệp không đọc được.
Ví dụ: bhxh c12 import c12-10.pdf --month 2026-10
       bhxh c12 --month 2026-10 --json`,
		run: runC12})
}

// c12Options are the options of the command.
type c12Options struct {
	month, out string
}

func runC12(c *call) error {
	var o c12Options
	if err := c.flags(0, 3, func(fs *flag.FlagSet) {
		fs.StringVar(&o.month, "month", "", "")
		fs.StringVar(&o.out, "out", "", "")
	}); err != nil {
		return err
	}
	verb := ""
	if len(c.args) > 0 {
		verb = c.args[0]
	}
	off, err := c.office()
	if err != nil {
		return err
	}
	if verb == "import" && len(c.args) == 2 {
		return c.c12Import(off, o)
	}
	if verb == "list" {
		return c.c12List(off)
	}
	m, err := c.c12Month(off, o.month)
	if err != nil {
		return err
	}
	switch {
	case verb == "":
		return c.c12Show(off, m)
	case verb == "why" && len(c.args) == 3:
		return c.c12Why(off, m)
	case verb == "mend" && len(c.args) == 2:
		return c.c12Mend(off, m)
	case verb == "export" && len(c.args) == 1:
		f, err := off.C12Report(c.ctx, m)
		return c.c12Out(o, f, err)
	case verb == "letter" && len(c.args) == 1:
		f, err := off.C12Letter(c.ctx, m)
		return c.c12Out(o, f, err)
	case verb == "original" && len(c.args) == 1:
		f, err := off.C12Original(c.ctx, m)
		return c.c12Out(o, f, err)
	}
	return wrong("c12, c12 import TỆP, why DÒNG CỘT, mend SỐ, export, letter, original hoặc list")
}

// c12Month is the month asked for, else that of the latest statement.
func (c *call) c12Month(off *office.Office, s string) (law.Month, error) {
	if s != "" {
		return month(s)
	}
	all, err := off.C12Months(c.ctx)
	if err != nil {
		return 0, err
	}
	if len(all) == 0 {
		return 0, office.ErrNoStatement
	}
	return all[0], nil
}

func (c *call) c12Import(off *office.Office, o c12Options) error {
	in := office.C12File{Name: filepath.Base(c.args[1])}
	var err error
	if o.month != "" {
		if in.Month, err = month(o.month); err != nil {
			return err
		}
	}
	if in.Data, err = readFile(c.args[1]); err != nil {
		return err
	}
	res, err := off.ImportC12(c.ctx, in)
	if err != nil {
		return err
	}
	bad := !res.Kept
	for _, f := range res.Found {
		fmt.Fprintf(c.Err, "%s: %s\n", f.Level, f.Say)
		bad = bad || f.Level == form.Loi
	}
	if err := c.answer(map[string]any{"month": res.Month.ISO(), "layout": res.Statement.Mau, "rows": len(res.Statement.Dong), "kept": res.Kept, "problems": list(res.Found)}, func(w io.Writer) {
		if res.Kept {
			fmt.Fprintf(w, "Đã nhận thông báo tháng %s: %d dòng\n", res.Month, len(res.Statement.Dong))
		}
	}); err != nil {
		return err
	}
	if bad {
		return errFaults
	}
	return nil
}

func (c *call) c12List(off *office.Office) error {
	all, err := off.C12Months(c.ctx)
	if err != nil {
		return err
	}
	out := []string{}
	for _, m := range all {
		out = append(out, m.ISO())
	}
	return c.answer(map[string]any{"months": out}, func(w io.Writer) {
		for _, m := range all {
			fmt.Fprintln(w, m)
		}
	})
}

func (c *call) c12Show(off *office.Office, m law.Month) error {
	r, err := off.Reconcile(c.ctx, m)
	if err != nil {
		return err
	}
	if err := c.answer(r, func(w io.Writer) { printC12(w, r) }); err != nil {
		return err
	}
	if !r.Khop() {
		return errFaults
	}
	return nil
}

func (c *call) c12Why(off *office.Office, m law.Month) error {
	col, ok := c12Column(c.args[2])
	if !ok {
		return wrong("cột phải là ÔĐTS, HTTT, BHXH, BHYT, BHTN, TNLĐ hoặc Cộng (đang ghi %q)", c.args[2])
	}
	r, err := off.Reconcile(c.ctx, m)
	if err != nil {
		return err
	}
	ma := strings.Replace(strings.ToUpper(c.args[1]), "DD", "Đ", 1)
	e, err := r.WhyC12(ma, col)
	if errors.Is(err, office.ErrNotAnAmount) {
		return wrong("dòng %s, cột %s không đem so: một bên chưa biết, hoặc thông báo không có dòng này", ma, col.Ten())
	}
	if err != nil {
		return err
	}
	return c.explained(e)
}

// c12Column finds a column by its name, without regard to signs.
func c12Column(s string) (c12.Cot, bool) {
	fold := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' {
				return r
			}
			return -1
		}, codes.Fold(s))
	}
	for col := range c12.SoCot {
		if name := fold(col.Ten()); fold(s) == name || col == c12.CotTNLD && strings.HasSuffix(fold(s), "tnld") {
			return col, true
		}
	}
	return 0, false
}

func (c *call) c12Mend(off *office.Office, m law.Month) error {
	n, err := strconv.Atoi(c.args[1])
	r, err2 := off.Reconcile(c.ctx, m)
	if err2 != nil {
		return err2
	}
	all := r.Causes()
	if err != nil || n < 1 || n > len(all) {
		return wrong("SỐ phải từ 1 đến %d, như bhxh c12 in ra (đang ghi %q)", len(all), c.args[1])
	}
	d, err := off.MendC12(c.ctx, m, all[n-1].Sua)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"id": d.ID, "procedure": d.Procedure, "month": d.Month.ISO()}, func(w io.Writer) {
		fmt.Fprintf(w, "Hồ sơ %s, thủ tục %s, tháng %s\n", d.ID, d.Procedure, d.Month)
	})
}

func (c *call) c12Out(o c12Options, f office.File, err error) error {
	if err != nil {
		return err
	}
	if o.out == "" {
		return wrong("thiếu --out, ví dụ --out %s", f.Name)
	}
	if err := office.WriteFile(o.out, f.Bytes); err != nil {
		return fmt.Errorf("write %s: %w", o.out, err)
	}
	return c.answer(map[string]any{"file": o.out}, func(w io.Writer) { fmt.Fprintln(w, "Đã ghi "+o.out) })
}

// printC12 writes the rows that differ, then the causes.
func printC12(w io.Writer, r *office.C12) {
	fmt.Fprintf(w, "Thông báo C12-TS tháng %s (%s): %s\n", r.Thang, r.File, r.Words())
	rows := [][]string{{"Dòng", "Cột", "Thông báo", "Đơn vị", "Chênh lệch"}}
	for _, d := range r.Dong {
		for _, o := range d.O {
			if n, ok := o.So(); ok && n != 0 {
				rows = append(rows, []string{d.Ma, o.Cot.Ten(), law.VietSo(o.CoQuan.N), law.VietSo(o.Ta.N), law.VietSo(n)})
			}
		}
	}
	if len(rows) > 1 {
		table(w, rows)
	}
	for i, x := range r.Causes() {
		fmt.Fprintf(w, "%d. %s\n   Nên làm: %s\n", i+1, x.Say, x.Sua.Say)
		if n := len(x.Khac) + x.Hon; n > 0 {
			fmt.Fprintf(w, "   Hoặc một trong %d người khác cùng số tiền: %s\n", n, c12Names(x.Khac))
		}
	}
	if n := len(r.LoiGiai) - 1; n > 0 {
		fmt.Fprintf(w, "Còn %d cách giải thích khác: xem --json hoặc bhxh c12 export\n", n)
	}
	for _, l := range append(append([]c12.Lech{}, r.KyTruoc...), r.Con...) {
		fmt.Fprintln(w, l.Say)
	}
	for _, s := range r.LuuY {
		fmt.Fprintln(w, "Lưu ý:", s)
	}
}

func c12Names(all []c12.Ai) string {
	const few = 5
	var out []string
	for _, a := range all[:min(len(all), few)] {
		out = append(out, a.Ten())
	}
	return strings.Join(out, ", ")
}
