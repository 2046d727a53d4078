package office

import (
	"encoding/json"
	"errors"
	"fmt"

	"ankhai/forms/codes"
	"ankhai/forms/d02lt"
	"ankhai/forms/form"
	"ankhai/forms/law"
	lawdong "ankhai/forms/law/dong"
)

// gone reckons what the health fund still takes of people whose decrease comes late.
type gone struct {
	roster peopleIndex // as the draft's month has it, for pay that a row does not carry
	steps  []law.Buoc
	notes  []string
}

// add reckons one row. Leave for sickness or maternity is no such case: the social
// fund pays for health insurance then.
func (g *gone) add(c *Cost, book *law.Sach, r form.Row) error {
	pa := d02lt.PhuongAn.Get(r)
	if codes.Nhom(pa) != codes.NhomGiam && pa != "KL" {
		return nil
	}
	c.Leaving++
	name, since := d02lt.HoTen.Get(r), d02lt.TuThang.Get(r)
	if !since.Valid() {
		c.Unknown = append(c.Unknown, name+": chưa có Từ tháng")
		return nil
	}
	late := c.SendOn.Month().Sub(since)
	if late <= 0 {
		return nil
	}
	pay := d02lt.MucLuong.Get(r) + d02lt.PhuCapLuong.Get(r) + d02lt.BoSung.Get(r)
	if p := g.roster.find(d02lt.MaSoBHXH.Get(r), d02lt.SoCCCD.Get(r)); pay == 0 && p != nil && p.Luong.Known {
		pay = p.Luong.ThanhTien(law.MucThamChieu(since.Add(-1).Last()))
	}
	if pay == 0 {
		c.Unknown = append(c.Unknown, name+": chưa biết mức lương để tính BHYT của các tháng báo giảm chậm")
		return nil
	}
	abroad := d02lt.QuocTich.Get(r)
	raw, err := json.Marshal(map[string]any{"luong": fmt.Sprint(pay), "tuThang": since.ISO(), "ngayNop": c.SendOn.ISO(), "nuocNgoai": abroad != "" && abroad != "VN"})
	if err != nil {
		return err
	}
	res, err := lawdong.BHYTBaoGiamCham.TinhJSON(raw, book)
	var lack *law.ChuaBiet
	var faults law.LoiVaos
	switch {
	case errors.As(err, &lack):
		c.Unknown = append(c.Unknown, name+": "+lack.Say)
		return nil
	case errors.As(err, &faults):
		c.Unknown = append(c.Unknown, name+": "+faults.Error())
		return nil
	case err != nil:
		return err
	}
	c.BHYT += res.Total
	c.LateGone = append(c.LateGone, CostLine{HoTen: name, Since: since, Months: late, Arrears: res.Total,
		Say: fmt.Sprintf("báo giảm chậm %d tháng: thẻ BHYT dùng được và phải đóng BHYT đến hết %s", late, c.SendOn.Month().Add(-1))})
	g.steps = append(g.steps, law.Buoc{Nhan: name, KetQua: res.Total, CanCu: lawdong.BHYTBaoGiamCham.CanCu, Con: res.Working,
		CongThuc: fmt.Sprintf("báo giảm chậm %d tháng: BHYT %s đồng", late, law.VietSo(res.Total))})
	for _, n := range res.Warnings {
		if len(g.notes) == 0 {
			g.notes = append(g.notes, "BHYT báo giảm chậm: "+n)
		}
	}
	if pa == "KL" && len(g.notes) < 2 {
		g.notes = append(g.notes, "Nghỉ không lương: các nguồn nói khác nhau về BHYT của tháng nghỉ từ 14 ngày làm việc")
	}
	return nil
}

// done adds the sum to the working.
func (g *gone) done(c *Cost) {
	if len(g.steps) == 0 {
		return
	}
	c.Notes = append(c.Notes, g.notes...)
	c.Notes = append(c.Notes, "Giảm lùi tháng thì các quỹ khác của những tháng đó được điều chỉnh giảm theo D02-LT; D01-TS chỉ lập khi cơ quan BHXH yêu cầu")
	c.Working = append(c.Working, law.Buoc{Nhan: "BHYT các tháng báo giảm chậm", KetQua: c.BHYT, CanCu: lawdong.BHYTBaoGiamCham.CanCu, Con: g.steps,
		CongThuc: fmt.Sprintf("%d người: cộng = %s đồng", len(g.steps), law.VietSo(c.BHYT))})
}
