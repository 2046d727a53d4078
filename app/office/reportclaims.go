package office

import (
	"ankhai/forms/facts"
	"ankhai/forms/sheet"
	"ankhai/storage"
)

// claims lists the periods of benefits by what became of them, and counts them.
func (r *reporter) claims() ([]sheet.ReportTab, error) {
	all, err := r.o.store.BenefitsOf(r.ctx, r.dv.MaSoThue)
	if err != nil {
		return nil, err
	}
	everybody, err := r.o.store.Roster(r.ctx, r.dv.MaSoThue, r.o.Period().Add(1200))
	if err != nil {
		return nil, err
	}
	people := map[string]facts.NguoiLaoDong{}
	for _, p := range everybody {
		people[p.ID] = p
	}
	end := r.in.Month.Last()
	title := "CHẾ ĐỘ ĐẾN HẾT THÁNG " + r.in.Month.String()
	tabs := []sheet.ReportTab{r.claimTab("Chờ giải quyết", title+": CHỜ GIẢI QUYẾT"), r.claimTab("Đã duyệt", title+": ĐÃ DUYỆT"),
		r.claimTab("Không được", title+": BỊ TỪ CHỐI, HỒ SƠ BỊ TRẢ LẠI HOẶC HUỶ")}
	var sums claimSums
	for _, b := range all {
		if b.TuNgay > end {
			continue
		}
		i := 2
		switch {
		case b.State == storage.DaDuyet:
			i = 1
		case b.Counts():
			i = 0
		}
		t := &tabs[i]
		t.Rows = append(t.Rows, claimRow(len(t.Rows)+1, people[b.Person], b))
		sums.add(b, i)
		r.people[b.Person] = true
	}
	return append(tabs, r.claimsTab(sums)), nil
}

func (r *reporter) claimTab(name, title string) sheet.ReportTab {
	t := r.tab(name, title, "Kết quả là kết quả đã ghi nhận đến ngày lập. Số tiền do cơ quan BHXH quyết định nên không có ở đây")
	t.Pin = 2
	t.Cols = append(append(t.Cols, whoCols...), sheet.ReportCol{Head: "Chế độ", Wide: 24}, sheet.ReportCol{Head: "Từ ngày", Wide: 12}, sheet.ReportCol{Head: "Đến ngày", Wide: 12},
		sheet.ReportCol{Head: "Số ngày", Wide: 9}, sheet.ReportCol{Head: "Ngày sinh của con", Wide: 12}, sheet.ReportCol{Head: "Kết quả", Wide: 14},
		sheet.ReportCol{Head: "Hồ sơ", Wide: 12}, sheet.ReportCol{Head: "Hồ sơ đang ở bước", Wide: 20}, sheet.ReportCol{Head: "Mẫu", Wide: 12}, sheet.ReportCol{Head: "Nguồn", Wide: 24}, sheet.ReportCol{Head: "Ghi ngày", Wide: 12})
	return t
}

func claimRow(n int, p facts.NguoiLaoDong, b storage.Benefit) []any {
	at := ""
	if b.Dossier != "" {
		at = b.Dossier.Say()
	}
	return append(whoIs(n, p), b.CheDo.Say(), b.TuNgay, b.DenNgay, inDays(b.NuaNgay), b.NgaySinhCon, b.State.Say(), b.DossierID, at, b.Form, b.Source.Say(), dayIn(b.At))
}

// inDays are half days as days.
func inDays(n int64) sheet.Fixed { return sheet.Fixed{N: n * 5, Places: 1} }

// claimSums counts periods and half days by kind: waiting, granted, refused.
type claimSums map[facts.CheDo]*[3]struct{ n, halves int64 }

func (s *claimSums) add(b storage.Benefit, i int) {
	if *s == nil {
		*s = claimSums{}
	}
	if (*s)[b.CheDo] == nil {
		(*s)[b.CheDo] = new([3]struct{ n, halves int64 })
	}
	c := &(*s)[b.CheDo][i]
	c.n, c.halves = c.n+1, c.halves+b.NuaNgay
}

// claimsTab is the summary by kind.
func (r *reporter) claimsTab(sums claimSums) sheet.ReportTab {
	t := r.tab("Tổng hợp", "TỔNG HỢP CHẾ ĐỘ ĐẾN HẾT THÁNG "+r.in.Month.String())
	t.Cols = []sheet.ReportCol{{Head: "Chế độ", Wide: 34}}
	for _, head := range []string{"Chờ giải quyết", "Đã duyệt", "Không được"} {
		t.Cols = append(t.Cols, sheet.ReportCol{Head: head + " (đợt)", Sum: true}, sheet.ReportCol{Head: head + " (ngày)"})
	}
	for _, k := range facts.CheDos() {
		c := sums[k]
		if c == nil {
			continue
		}
		row := []any{k.Say()}
		for _, x := range c {
			row = append(row, x.n, inDays(x.halves))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
