package office

import (
	"context"
	"fmt"

	"ankhai/forms/codes"
	"ankhai/forms/d02lt"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	lawdong "ankhai/forms/law/dong"
)

// Cost is what it costs to send a draft on a day: what is owed for the months that
// have passed and for the day's own, what is added for being late, what the health
// fund still takes of people whose decrease comes late, and who is past a time limit.
type Cost struct {
	SendOn    law.Day    `json:"sendOn"`
	People    int        `json:"people"`    // who begin to contribute
	Leaving   int        `json:"leaving"`   // who stop
	Current   int64      `json:"current"`   // contributions of the month of sending, not late yet
	Arrears   int64      `json:"arrears"`   // contributions of months before the one of sending
	Surcharge int64      `json:"surcharge"` // 0,03 % a day on those past their own deadline
	BHYT      int64      `json:"bhyt"`      // of the months by which decreases are late
	Late      []CostLine `json:"late"`      // people past the 30 days of registering
	LateGone  []CostLine `json:"lateGone"`  // people whose decrease is late
	Lines     []CostLine `json:"lines"`
	Unknown   []string   `json:"unknown"` // what could not be reckoned, and why
	Notes     []string   `json:"notes"`   // how sure it is, and what it leaves out
	Working   []law.Buoc `json:"working"` // one step for each of Lines, then BHYT, then the month of sending

	current []law.Buoc // of Current, one step a person
}

// Total is all that is to be paid.
func (c Cost) Total() int64 { return c.Current + c.Extra() }

// Extra is what was not to be paid, had the draft been sent in time or, of arrears,
// would have been paid by now.
func (c Cost) Extra() int64 { return c.Arrears + c.Surcharge + c.BHYT }

// CostLine is one person's share.
type CostLine struct {
	HoTen     string    `json:"hoTen"`
	Since     law.Month `json:"-"`
	Months    int       `json:"months"`
	Arrears   int64     `json:"arrears"`
	Surcharge int64     `json:"surcharge"`
	Say       string    `json:"message"`
}

// CostOfWaiting reckons what sending a draft costs on each of the days, beside each
// other: «hôm nay» and «tháng sau». Increases owe contributions from the month in
// which they began; decreases that come late owe the health fund its part.
func (o *Office) CostOfWaiting(ctx context.Context, id string, days ...law.Day) ([]Cost, error) {
	d, err := o.store.Dossier(ctx, id)
	if err != nil {
		return nil, err
	}
	dv, err := o.store.DonVi(ctx, d.MaSoThue)
	if err != nil {
		return nil, err
	}
	docs, err := o.store.Docs(ctx, id)
	if err != nil {
		return nil, err
	}
	book, err := o.LawBookOf(ctx, d.MaSoThue)
	if err != nil {
		return nil, err
	}
	roster, err := o.store.Roster(ctx, d.MaSoThue, d.Month)
	if err != nil {
		return nil, err
	}
	var rows []form.Row
	for _, doc := range docs {
		if doc.Form.ID == "D02-LT" {
			rows = append(rows, doc.Rows...)
		}
	}
	var out []Cost
	for _, day := range days {
		c := Cost{SendOn: day, Late: []CostLine{}, Lines: []CostLine{}, LateGone: []CostLine{}, Unknown: []string{}, Notes: []string{}, Working: []law.Buoc{}}
		g := gone{roster: knownPeople(roster)}
		for _, r := range rows {
			c.add(book, dv, r)
			if err := g.add(&c, book, r); err != nil {
				return nil, err
			}
		}
		g.done(&c)
		c.now()
		out = append(out, c)
	}
	return out, nil
}

// add reckons one row.
func (c *Cost) add(book *law.Sach, dv facts.DonVi, r form.Row) {
	name := d02lt.HoTen.Get(r)
	if codes.Nhom(d02lt.PhuongAn.Get(r)) != codes.NhomTang {
		return
	}
	c.People++
	since := d02lt.TuThang.Get(r)
	if !since.Valid() {
		c.Unknown = append(c.Unknown, name+": chưa có Từ tháng")
		return
	}
	pay := d02lt.MucLuong.Get(r) + d02lt.PhuCapLuong.Get(r) + d02lt.BoSung.Get(r)
	vung := d02lt.VungLTT.Get(r)
	if vung == "" {
		vung = dv.Vung
	}
	abroad := d02lt.QuocTich.Get(r)
	line := CostLine{HoTen: name, Since: since}
	in := lawdong.Input{Sach: book, Luong: pay, Thang: c.SendOn.Month(), Vung: vung, NuocNgoai: abroad != "" && abroad != "VN"}
	if since <= in.Thang {
		res, err := lawdong.Contributions(in)
		if err != nil {
			c.Unknown = append(c.Unknown, fmt.Sprintf("%s, tháng %s: %v", name, in.Thang, err))
			return
		}
		c.Current += res.Total
		c.current = append(c.current, law.Buoc{Nhan: name, KetQua: res.Total, CanCu: lawdong.DongThang.CanCu, Con: res.Working,
			CongThuc: "cộng các quỹ = " + law.VietSo(res.Total) + " đồng"})
	}
	var months []law.Buoc
	for m := since; m < c.SendOn.Month(); m = m.Add(1) {
		in.Thang = m
		step, res, late, err := passed(in, c.SendOn)
		if err != nil {
			c.Unknown = append(c.Unknown, fmt.Sprintf("%s, tháng %s: %v", name, m, err))
			return
		}
		line.Months++
		line.Arrears += res
		line.Surcharge += late
		months = append(months, step)
	}
	if say := overdue(book, r, c.SendOn); say != "" {
		line.Say = say
		c.Late = append(c.Late, line)
	}
	c.Arrears += line.Arrears
	c.Surcharge += line.Surcharge
	if line.Months > 0 {
		c.Lines = append(c.Lines, line)
		c.Working = append(c.Working, law.Buoc{
			Nhan: name, KetQua: line.Arrears + line.Surcharge, CanCu: line.Say, Con: months,
			CongThuc: fmt.Sprintf("%d tháng đã qua: tiền đóng %s + nộp thêm %s = %s đồng", line.Months,
				law.VietSo(line.Arrears), law.VietSo(line.Surcharge), law.VietSo(line.Arrears+line.Surcharge)),
		})
	}
}

// now adds the month of sending to the working.
func (c *Cost) now() {
	if len(c.current) == 0 {
		return
	}
	m := c.SendOn.Month()
	c.Working = append(c.Working, law.Buoc{Nhan: "Tiền đóng tháng " + m.String(), KetQua: c.Current, CanCu: lawdong.DongThang.CanCu, Con: c.current,
		CongThuc: fmt.Sprintf("tháng nộp hồ sơ, %d người, hạn đóng %s: cộng = %s đồng", len(c.current), m.Add(1).Last(), law.VietSo(c.Current))})
}

// passed reckons one month that has passed by the day of sending: what was due for
// it and what is added since its own deadline, with the working of both. Whether the
// day of payment itself counts as late is the company's setting.
func passed(in lawdong.Input, sendOn law.Day) (step law.Buoc, due, surcharge int64, err error) {
	res, err := lawdong.Contributions(in)
	if err != nil {
		return law.Buoc{}, 0, 0, err
	}
	step = law.Buoc{
		Nhan: "Tháng " + in.Thang.String(), KetQua: res.Total, CanCu: lawdong.DongThang.CanCu, Con: res.Working,
		CongThuc: "cộng các quỹ = " + law.VietSo(res.Total) + " đồng",
	}
	deadline := in.Thang.Add(1).Last()
	late := lawdong.NgayCham(in.Sach, deadline, sendOn)
	if late == 0 {
		return step, res.Total, 0, nil
	}
	rate, ok := in.Sach.Get("lai-cham-dong-ngay", deadline)
	if !ok {
		return law.Buoc{}, 0, 0, &law.ChuaBiet{Ten: "lai-cham-dong-ngay", Say: "chưa có mức nộp thêm khi chậm đóng"}
	}
	surcharge = law.Tron(law.Nhan(law.Ti(res.Total), law.TiLe(rate.Amount), law.Ti(late)))
	step.Con = append(step.Con, law.Buoc{
		Nhan: "Nộp thêm do chậm đóng", KetQua: surcharge, CanCu: rate.Basis, LuatTu: rate.From.ISO(),
		CongThuc: fmt.Sprintf("hạn %s, nộp %s: %d ngày × %s × %s = %s",
			deadline, sendOn, late, law.VietTyLe(rate.Amount), law.VietSo(res.Total), law.VietSo(surcharge)),
		Vao: []law.Vao{law.VaoTien("Số tiền chậm đóng", res.Total), law.VaoTu(rate)},
	}, lawdong.CachTinhNgay(in.Sach))
	return step, res.Total, surcharge, nil
}

// overdue tells that an increase is declared past its time limit, "" if it is not.
func overdue(book *law.Sach, r form.Row, sendOn law.Day) string {
	start := d02lt.HDTu.Get(r)
	if !start.Valid() {
		start = d02lt.NgayHieuLuc.Get(r)
	}
	if !start.Valid() {
		return ""
	}
	limit, ok := book.Get("han-bao-tang", start)
	day := int64(sendOn.Sub(start)) + 1
	if !ok || day <= limit.Amount {
		return ""
	}
	return fmt.Sprintf("báo tăng ngày thứ %d kể từ ngày hợp đồng, hạn là %d ngày (%s): cần giải trình. D01-TS chỉ lập khi cơ quan BHXH yêu cầu: Quyết định 366/QĐ-BHXH không còn mẫu này", day, limit.Amount, limit.Basis)
}
