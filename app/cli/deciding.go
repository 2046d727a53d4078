package cli

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/payroll"
)

// decideFlags are the answers that a person can give to a question.
type decideFlags struct {
	is                     string
	other                  string
	fresh, two, skip, take bool
	first                  bool
}

// answer is the one that was given; more or less than one is a wrong call.
func (f *decideFlags) answer(c *call, o *office.Office) (a payroll.Answer, err error) {
	given := 0
	for _, x := range []struct {
		on   bool
		viec payroll.Viec
	}{{f.is != "", payroll.LaNguoi}, {f.fresh, payroll.LaMoi}, {f.two || f.other != "", payroll.HaiNguoiKhac}, {f.skip, payroll.BoDong}} {
		if x.on {
			a.Viec = x.viec
			given++
		}
	}
	switch {
	case given != 1:
		return a, wrong("compare decide cần đúng một trong --is NGƯỜI, --new, --two, --not NGƯỜI, --skip")
	case f.take && f.is == "":
		return a, wrong("--take chỉ đi cùng --is")
	}
	a.Nhan, a.Dau = f.take, f.first
	if who := f.is + f.other; who != "" {
		a.Nguoi, err = o.FindPerson(c.ctx, who)
	}
	return a, err
}

func (c *call) decide(f *decideFlags, monthText string) error {
	m, err := month(monthText)
	if err != nil {
		return err
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	a, err := f.answer(c, o)
	if err != nil {
		return err
	}
	q, err := o.Decide(c.ctx, m, c.args[1], a)
	if err != nil {
		return err
	}
	all, err := o.Decisions(c.ctx)
	if err != nil {
		return err
	}
	res, err := o.Compare(c.ctx, m)
	if err != nil {
		return err
	}
	made := all[len(all)-1]
	return c.answer(map[string]any{"decision": q.ID, "what": q.Viec, "proposals": len(res.Proposals), "undecided": len(res.Undecided)}, func(w io.Writer) {
		fmt.Fprintf(w, "Quyết định %d: %s\n%d đề xuất, còn %d trường hợp cần xem. Bỏ quyết định: bhxh compare undo %d\n", q.ID, made.Say(), len(res.Proposals), len(res.Undecided), q.ID)
	})
}

// decisionJSON is a decision for scripts.
type decisionJSON struct {
	N      int64           `json:"n"`
	Month  string          `json:"month"`
	What   payroll.Viec    `json:"what"`
	Say    string          `json:"say"`
	Kind   string          `json:"kind"`
	Line   payroll.VetDong `json:"line"`
	Person string          `json:"person"`
	Not    []string        `json:"not"`
	Take   bool            `json:"take"`
	Source string          `json:"source"`
	Who    string          `json:"who"`
	Time   string          `json:"time"`
}

func (c *call) decisions() error {
	o, err := c.office()
	if err != nil {
		return err
	}
	all, err := o.Decisions(c.ctx)
	if err != nil {
		return err
	}
	out := []decisionJSON{}
	rows := [][]string{}
	for _, d := range all {
		at := d.Luc.UTC().Format("2006-01-02T15:04:05Z")
		out = append(out, decisionJSON{d.ID, d.Thang.ISO(), d.Viec, d.Say(), d.Loai, d.Dong, d.Nguoi, list(d.QuyetDinh.Khac), d.Nhan, d.O, d.Ai, at})
		rows = append(rows, []string{strconv.FormatInt(d.ID, 10), d.Thang.String(), d.Say(), d.O, d.Ai})
	}
	return c.answer(map[string]any{"decisions": out}, func(w io.Writer) {
		table(w, rows)
		fmt.Fprintf(w, "%d quyết định. Quyết định «là người này», «là người mới», «hai người» dùng cho cả những tháng sau; bỏ bằng: bhxh compare undo SỐ\n", len(all))
	})
}

func (c *call) undecide() error {
	n, err := strconv.ParseInt(c.args[1], 10, 64)
	if err != nil {
		return wrong("số của quyết định ở đầu dòng của: bhxh compare decisions (đang ghi %q)", c.args[1])
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	if err := o.Undecide(c.ctx, n); err != nil {
		return err
	}
	return c.answer(map[string]any{"undone": n}, func(w io.Writer) {
		fmt.Fprintf(w, "Đã bỏ quyết định %d; dòng ấy được hỏi lại\n", n)
	})
}

// printQuestion shows what is asked about a line, whom it may mean with points and
// reasons, and how it can be answered.
func printQuestion(w io.Writer, u payroll.ChuaRo, kept bool) {
	at := u.Source.String()
	if o := u.Other.String(); o != "" {
		at += ", " + o
	}
	if at != "" {
		at = " (" + at + ")"
	}
	kept = kept && len(u.Duoc) > 0
	if kept {
		fmt.Fprintf(w, "Cần xem %s: %s%s – %s\n", u.Ma(), u.HoTen, at, u.LyDo)
	} else {
		fmt.Fprintf(w, "Chưa đề xuất: %s%s – %s\n", u.HoTen, at, u.LyDo)
	}
	for _, v := range u.UngVien {
		n := v.Nguoi
		fmt.Fprintf(w, "    %3d điểm  %s  %s  %s  %s: %s\n", v.Diem, n.ID, n.HoTen, n.NgaySinh, n.SoCCCD, strings.Join(v.LyDo, "; "))
	}
	if !kept {
		return
	}
	ways := map[payroll.Viec]string{payroll.LaNguoi: "--is NGƯỜI [--take]", payroll.LaMoi: "--new", payroll.HaiNguoiKhac: "--two", payroll.BoDong: "--skip"}
	var say []string
	for _, v := range u.Duoc {
		say = append(say, ways[v]+" ("+v.Say()+")")
	}
	fmt.Fprintf(w, "    Trả lời: bhxh compare decide %s --month %s %s\n", u.Ma(), u.TuThang.ISO(), strings.Join(say, " | "))
}
