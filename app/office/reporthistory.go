package office

import (
	"slices"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/law"
	lawdong "ankhai/forms/law/dong"
	"ankhai/forms/sheet"
	"ankhai/storage"
)

// history is how people stood from each month on: pay, title and state, what was
// declared that month and where the line comes from.
func (r *reporter) history() ([]sheet.ReportTab, error) {
	people, err := r.o.store.Histories(r.ctx, r.dv.MaSoThue)
	if err != nil {
		return nil, err
	}
	all := slices.Concat(people...)
	if r.in.Person != "" {
		id, err := r.o.FindPerson(r.ctx, r.in.Person)
		if err != nil {
			return nil, err
		}
		r.ref = id
		all = slices.DeleteFunc(all, func(h storage.Held) bool { return h.Who.ID != id })
	}
	sent, err := r.declared()
	if err != nil {
		return nil, err
	}
	t := r.tab("Quá trình", "QUÁ TRÌNH THAM GIA ĐẾN THÁNG "+r.in.Month.String(), "Phương án là phương án đã khai của tháng đó trong hồ sơ đã ký; để trống khi chưa khai hoặc khai ở nơi khác")
	t.Pin = 2
	t.Cols = append(append(t.Cols, whoCols...), sheet.ReportCol{Head: "Từ tháng", Wide: 10}, sheet.ReportCol{Head: "Đến tháng", Wide: 10}, sheet.ReportCol{Head: "Trạng thái", Wide: 16},
		sheet.ReportCol{Head: "Phương án", Wide: 26}, sheet.ReportCol{Head: "Chức danh", Wide: 24}, sheet.ReportCol{Head: "Phòng ban", Wide: 18}, sheet.ReportCol{Head: "Nơi làm việc", Wide: 30})
	for _, c := range payCols {
		c.Sum = false // a sum over changes of pay says nothing
		t.Cols = append(t.Cols, c)
	}
	t.Cols = append(t.Cols, sheet.ReportCol{Head: "Hợp đồng số"}, sheet.ReportCol{Head: "Nguồn", Wide: 30}, sheet.ReportCol{Head: "Ghi ngày", Wide: 12})
	for i, h := range all {
		p := h.Who
		if p.TuThang > r.in.Month {
			continue
		}
		until := any(nil)
		if i+1 < len(all) && all[i+1].Who.ID == p.ID {
			until = all[i+1].Who.TuThang.Add(-1)
		}
		row := append(whoIs(len(t.Rows)+1, p), p.TuThang, until, p.TrangThai.Say(), sent.of(p, p.TuThang), p.ChucDanh, p.PhongBan, p.NoiLamViec)
		t.Rows = append(t.Rows, append(append(row, pay(p.Luong)...), p.HopDong.So, h.Source, dayIn(h.At)))
		r.people[p.ID] = true
	}
	if r.in.Person == "" || len(t.Rows) == 0 {
		return []sheet.ReportTab{t}, nil
	}
	return []sheet.ReportTab{t, r.eachMonth(all, sent)}, nil
}

// eachMonth is one person month by month, with what is paid.
func (r *reporter) eachMonth(all []storage.Held, sent declarations) sheet.ReportTab {
	t := r.tab("Từng tháng", "TỪNG THÁNG CỦA "+strings.ToUpper(all[0].Who.HoTen), "Số tiền đóng tính theo luật của tháng; để trống ở tháng không đóng hoặc chưa đủ dữ liệu")
	t.Pin = 1
	t.Cols = []sheet.ReportCol{{Head: "Tháng", Wide: 10}, {Head: "Trạng thái", Wide: 16}, {Head: "Phương án", Wide: 26}, {Head: "Chức danh", Wide: 24}, {Head: "Tiền lương tháng"},
		{Head: "Căn cứ đóng BHXH"}, {Head: "Người lao động đóng", Sum: true}, {Head: "Đơn vị đóng", Sum: true}, {Head: "Nguồn", Wide: 30}}
	k := 0
	for m := all[0].Who.TuThang; m <= r.in.Month; m = m.Add(1) {
		for k+1 < len(all) && all[k+1].Who.TuThang <= m {
			k++
		}
		p := all[k].Who
		row := []any{m, p.TrangThai.Say(), sent.of(p, m), p.ChucDanh, nil, nil, nil, nil, all[k].Source}
		if in, ok := dueOf(r.dv, p, m, r.book); ok {
			row[4] = in.Luong
			if due, err := lawdong.MucDong(in); err == nil && p.TrangThai == facts.DangDong {
				row[5], row[6], row[7] = due.CanCu, due.Parts.NguoiLaoDong.Tong, due.Parts.DonVi.Tong
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// declarations are the phương án that signed dossiers declare, by person and month.
type declarations map[storage.LedgerKey][]string

func (r *reporter) declared() (declarations, error) {
	hits, err := r.o.store.Sent(r.ctx, r.dv.MaSoThue, 0)
	if err != nil {
		return nil, err
	}
	out := declarations{}
	for _, h := range hits {
		if h.State == storage.Huy || h.State == storage.TraLai || !codes.PhuongAn.Has(h.PhuongAn) {
			continue
		}
		for _, k := range []storage.LedgerKey{{MaSoBHXH: h.MaSoBHXH, Month: h.Month}, {SoCCCD: h.SoCCCD, Month: h.Month}} {
			if k.MaSoBHXH+k.SoCCCD != "" && !slices.Contains(out[k], h.PhuongAn) {
				out[k] = append(out[k], h.PhuongAn)
			}
		}
	}
	return out, nil
}

// of tells what was declared of a person for a month, in words.
func (d declarations) of(p facts.NguoiLaoDong, m law.Month) string {
	var all []string
	for _, k := range []storage.LedgerKey{{MaSoBHXH: p.MaSoBHXH, Month: m}, {SoCCCD: p.SoCCCD, Month: m}} {
		if k.MaSoBHXH+k.SoCCCD == "" {
			continue
		}
		for _, pa := range d[k] {
			if s := pa + " – " + codes.PhuongAn.Label(pa); !slices.Contains(all, s) {
				all = append(all, s)
			}
		}
	}
	return strings.Join(all, "; ")
}
