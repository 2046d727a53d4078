package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

func init() {
	register(&command{name: "why", group: groupLook, short: "vì sao: một số tiền, tỷ lệ, tổng ở đâu ra và luật nói gì về nó",
		use: "why MÃ MẪU DÒNG CỘT [--table BẢNG] | why MÃ [MẪU] --total TÊN | why --person NGƯỜI | why --figure TÊN | why --law TÊN [--on NGÀY] | why --proposal N [--month 2026-11]",
		long: `Mọi con số trả lời vì sao: ai đã ghi (bảng lương nào, dòng nào, danh sách, nhập tay lúc nào), luật nói gì (sàn, trần,
lương tối thiểu vùng, tỷ lệ, kèm số liệu có ngày và điều luật), quy tắc nào của mẫu xét ô này, và mức đóng tính ra.
  MÃ MẪU DÒNG CỘT   một ô của hồ sơ; DÒNG từ 1, CỘT là tên hoặc nhãn cột (bhxh forms show MẪU)
  --table BẢNG      ô của phần đầu (head, DÒNG ghi 1) hoặc của một bảng phụ
  --total TÊN       một tổng của mẫu, ví dụ TongMucLuong, hoặc tổng của một cột tiền, ví dụ MucLuong
  --person NGƯỜI    tiền lương và mức đóng một tháng của một người (CCCD, mã số BHXH hoặc mã trong danh sách)
  --figure TÊN      số ở tổng quan: phaiDong, quyLuong, vuotTran, quyBangLuong
  --law TÊN         một số liệu luật (bhxh law list): đang áp dụng từ ngày nào, căn cứ, trước đó là bao nhiêu; --on NGÀY: vào ngày ấy
  --proposal N      đề xuất thứ N của tháng, theo thứ tự của bhxh compare
  --month THÁNG     tháng của người, của tổng quan hoặc của đề xuất (mặc định: tháng này)
Mã thoát 1 khi ô chưa có số hoặc chưa tính được.
Ví dụ: bhxh why HS000001 D02-LT 3 MucLuong
       bhxh why HS000001 --total TongMucLuong`, run: runWhy})
}

// whyOptions are what a figure is found by.
type whyOptions struct {
	table, total, person, figure, month, law, on string
	proposal                                     int
}

func runWhy(c *call) error {
	var o whyOptions
	if err := c.flags(0, 4, func(fs *flag.FlagSet) {
		fs.StringVar(&o.table, "table", "", "")
		fs.StringVar(&o.total, "total", "", "")
		fs.StringVar(&o.person, "person", "", "")
		fs.StringVar(&o.figure, "figure", "", "")
		fs.StringVar(&o.month, "month", "", "")
		fs.StringVar(&o.law, "law", "", "")
		fs.StringVar(&o.on, "on", "", "")
		fs.IntVar(&o.proposal, "proposal", 0, "")
	}); err != nil {
		return err
	}
	off, err := c.office()
	if err != nil {
		return err
	}
	m := off.Period()
	if o.month != "" {
		if m, err = month(o.month); err != nil {
			return err
		}
	}
	var e office.Explained
	switch n := len(c.args); {
	case n == 4 && o.total == "":
		e, err = c.whyCell(off, o.table)
	case (n == 1 || n == 2) && o.total != "":
		e, err = c.whyTotal(off, o)
	case n == 0 && o.person != "":
		e, err = c.whyPerson(off, m, o.person)
	case n == 0 && o.figure != "":
		var w office.Why
		w, err = off.Why(c.ctx, m, office.Figure(o.figure))
		e = office.Explained{Title: o.figure + " tháng " + m.String(), KetQuaTinh: w.KetQuaTinh}
	case n == 0 && o.law != "":
		e, err = c.whyLaw(off, o)
	case n == 0 && o.proposal > 0:
		e, err = c.whyProposal(off, m, o.proposal)
	default:
		return wrong("ghi MÃ MẪU DÒNG CỘT, hoặc MÃ --total TÊN, --person, --figure, --law, --proposal")
	}
	if errors.Is(err, office.ErrNotAnAmount) || errors.Is(err, office.ErrNoFigure) {
		return wrong("%s", office.Say(err))
	}
	var lack *law.ChuaBiet
	if errors.As(err, &lack) {
		e, err = office.Explained{Title: lack.Ten, Unknown: lack.Say}, nil
	}
	if err != nil {
		return err
	}
	return c.explained(e)
}

func (c *call) whyCell(off *office.Office, table string) (office.Explained, error) {
	at, err := c.cellRef(table)
	if err != nil {
		return office.Explained{}, err
	}
	return off.WhyCell(c.ctx, at)
}

// cellRef reads MÃ MẪU DÒNG CỘT.
func (c *call) cellRef(table string) (at office.CellRef, err error) {
	id, formID := c.args[0], strings.ToUpper(c.args[1])
	f := form.Of(formID)
	if f == nil {
		return at, wrong("không có mẫu %q; xem: bhxh forms list", c.args[1])
	}
	row, err := strconv.Atoi(c.args[2])
	if err != nil || row < 1 {
		return at, wrong("DÒNG phải là số từ 1 (đang ghi %q)", c.args[2])
	}
	tag := office.FindColumn(f, table, c.args[3])
	if tag == "" {
		return at, wrong("mẫu %s không có cột %q; xem: bhxh forms show %s", formID, c.args[3], formID)
	}
	return office.CellRef{Dossier: id, Form: formID, Table: table, Row: row - 1, Tag: tag}, nil
}

// whyTotal explains a total; without a form, of the first one that has it.
func (c *call) whyTotal(off *office.Office, o whyOptions) (e office.Explained, err error) {
	forms := []string{strings.ToUpper(c.args[len(c.args)-1])}
	if len(c.args) == 1 {
		v, err := off.Dossier(c.ctx, c.args[0])
		if err != nil {
			return e, err
		}
		forms = nil
		for _, d := range v.Docs {
			forms = append(forms, d.Form.ID)
		}
	}
	err = office.ErrNotAnAmount
	for _, formID := range forms {
		var w office.WhySum
		if w, err = off.WhyTotal(c.ctx, c.args[0], formID, o.table, o.total); !errors.Is(err, office.ErrNotAnAmount) {
			return w.Explained, err
		}
	}
	return e, err
}

func (c *call) whyPerson(off *office.Office, m law.Month, who string) (office.Explained, error) {
	id, err := off.FindPerson(c.ctx, who)
	if err != nil {
		return office.Explained{}, err
	}
	return off.WhyPay(c.ctx, m, id)
}

// whyLaw explains a figure of the law, as it is today or on a day.
func (c *call) whyLaw(off *office.Office, o whyOptions) (office.Explained, error) {
	day := office.DayOf(c.Now())
	if o.on != "" {
		var ok bool
		if day, ok = law.ParseDay(o.on); !ok {
			return office.Explained{}, wrong("--on phải có dạng 2026-07-01 (đang ghi %q)", o.on)
		}
	}
	if len(law.History(o.law)) == 0 {
		return office.Explained{}, wrong("không có số liệu %q; xem tên: bhxh law list", o.law)
	}
	return off.WhyFigure(c.ctx, o.law, day)
}

func (c *call) whyProposal(off *office.Office, m law.Month, n int) (office.Explained, error) {
	res, err := off.Compare(c.ctx, m)
	if err != nil {
		return office.Explained{}, err
	}
	if n > len(res.Proposals) {
		return office.Explained{}, wrong("tháng %s có %d đề xuất, không có đề xuất thứ %d", m, len(res.Proposals), n)
	}
	return off.WhyProposal(c.ctx, m, res.Proposals[n-1])
}

// explained prints a working; one that has no total ends as data that lacks something.
func (c *call) explained(e office.Explained) error {
	e.Parts, e.Working, e.Warnings = list(e.Parts), list(e.Working), list(e.Warnings)
	if err := c.answer(e, func(w io.Writer) {
		if e.Unknown == "" {
			fmt.Fprintf(w, "%s: %s\n", e.Title, strings.TrimSpace(office.Amount(e.Total, e.Unit)))
		}
		printWorking(w, e.Working, "  ")
		for _, p := range e.Parts {
			fmt.Fprintf(w, "%s: %s\n", p.Nhan, office.Amount(p.GiaTri, p.DonVi))
		}
		for _, x := range e.Warnings {
			fmt.Fprintln(w, "Lưu ý:", x)
		}
	}); err != nil {
		return err
	}
	if e.Unknown != "" {
		fmt.Fprintln(c.Err, e.Unknown)
		return errFaults
	}
	return nil
}
