package office

import (
	"context"
	"fmt"

	"ankhai/forms/codes"
	"ankhai/forms/d02lt"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Cost is what it costs to send a draft on a day: what is owed for the months
// that have passed, what is added for being late, and who is past the time limit.
type Cost struct {
	SendOn    law.Day    `json:"sendOn"`
	Arrears   int64      `json:"arrears"`   // contributions of months before the one of sending
	Surcharge int64      `json:"surcharge"` // 0,03 % a day on those past their own deadline
	Late      []CostLine `json:"late"`      // people past the 30 days of registering
	Lines     []CostLine `json:"lines"`
	Unknown   []string   `json:"unknown"` // what could not be reckoned, and why
}

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
// other: «hôm nay» and «tháng sau». Only increases cost: contributions are owed from
// the month in which they began.
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
	book, err := o.LawBook(ctx)
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
		c := Cost{SendOn: day, Late: []CostLine{}, Lines: []CostLine{}, Unknown: []string{}}
		for _, r := range rows {
			c.add(book, dv, r)
		}
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
	for m := since; m < c.SendOn.Month(); m = m.Add(1) {
		res, err := law.MucDong(law.Input{Sach: book, Luong: pay, Thang: m, Vung: vung, NuocNgoai: abroad != "" && abroad != "VN"})
		if err != nil {
			c.Unknown = append(c.Unknown, fmt.Sprintf("%s, tháng %s: %v", name, m, err))
			return
		}
		line.Months++
		line.Arrears += res.Total
		due := m.Add(1).Last()
		if late := int64(c.SendOn.Sub(due)) - 1; late > 0 {
			rate, ok := book.Get("lai-cham-dong-ngay", due)
			if !ok {
				c.Unknown = append(c.Unknown, fmt.Sprintf("%s, tháng %s: chưa có mức nộp thêm", name, m))
				continue
			}
			line.Surcharge += law.Tron(law.Nhan(law.Ti(res.Total), law.TiLe(rate.Amount), law.Ti(late)))
		}
	}
	start := d02lt.HDTu.Get(r)
	if !start.Valid() {
		start = d02lt.NgayHieuLuc.Get(r)
	}
	if start.Valid() {
		if limit, ok := book.Get("han-bao-tang", start); ok && int64(c.SendOn.Sub(start))+1 > limit.Amount {
			line.Say = fmt.Sprintf("báo tăng ngày thứ %d kể từ ngày hợp đồng, hạn là %d ngày (%s): cần giải trình, có thể phải lập D01-TS", c.SendOn.Sub(start)+1, limit.Amount, limit.Basis)
			c.Late = append(c.Late, line)
		}
	}
	c.Arrears += line.Arrears
	c.Surcharge += line.Surcharge
	if line.Months > 0 {
		c.Lines = append(c.Lines, line)
	}
}
