package office

import (
	"cmp"
	"slices"

	"ankhai/forms/sheet"
)

// notYet says since when the roster is known.
func (c *monthCount) notYet() string {
	if c.begins == 0 {
		return "Danh sách chưa có ai"
	}
	return "Danh sách bắt đầu từ tháng " + c.begins.String() + ": trước đó chưa biết nên để trống"
}

// headsTab counts who contributes: at the beginning of each month, what changed, and at
// its end.
func (c *monthCount) headsTab() sheet.ReportTab {
	t := c.r.tab("Lao động", "LAO ĐỘNG THAM GIA BHXH THEO THÁNG", "Theo danh sách người lao động: đầu kỳ + tăng − giảm = cuối kỳ. Nghỉ thai sản, ốm dài, không lương là giảm tạm thời", c.notYet())
	t.Pin = 1
	t.Cols = []sheet.ReportCol{{Head: "Tháng", Wide: 12}, {Head: "Đầu kỳ", Wide: 12}, {Head: "Tăng mới, chuyển đến", Sum: true}, {Head: "Đi làm lại", Sum: true},
		{Head: "Giảm hẳn, chuyển đi", Sum: true}, {Head: "Giảm tạm thời", Sum: true}, {Head: "Cuối kỳ", Wide: 12}}
	for _, h := range c.heads {
		switch {
		case c.begins == 0 || h.month < c.begins:
			t.Rows = append(t.Rows, []any{h.month})
		case h.month == c.begins:
			t.Rows = append(t.Rows, []any{h.month, nil, nil, nil, nil, nil, h.at})
		default:
			t.Rows = append(t.Rows, []any{h.month, h.open, h.up, h.back, h.gone, h.away, h.at})
		}
	}
	return t
}

// fundTab adds up pay and contributions by fund.
func (c *monthCount) fundTab() sheet.ReportTab {
	t := c.r.tab("Quỹ lương, tiền đóng", "QUỸ LƯƠNG VÀ TIỀN ĐÓNG THEO THÁNG VÀ TỪNG QUỸ",
		"Tính từ mức lương trong danh sách theo luật của từng tháng; chưa kể truy đóng, thoái thu, chậm đóng. Số phải nộp là số trên thông báo C12-TS của cơ quan BHXH", c.notYet())
	t.Pin = 1
	t.Cols = []sheet.ReportCol{{Head: "Tháng", Wide: 12}, {Head: "Số người đóng", Wide: 10}, {Head: "Chưa tính được (người)", Wide: 12}, {Head: "Quỹ lương (căn cứ đóng BHXH)", Wide: 18}}
	for _, head := range []string{"NLĐ: hưu trí, tử tuất", "NLĐ: BHYT", "NLĐ: BHTN", "NLĐ: cộng", "Đơn vị: ốm đau, thai sản", "Đơn vị: TNLĐ, BNN", "Đơn vị: hưu trí, tử tuất", "Đơn vị: BHYT", "Đơn vị: BHTN", "Đơn vị: cộng", "Tổng cộng"} {
		t.Cols = append(t.Cols, sheet.ReportCol{Head: head, Wide: 16})
	}
	for i := 2; i < len(t.Cols); i++ {
		t.Cols[i].Sum = true
	}
	for _, h := range c.heads {
		if c.begins == 0 || h.month < c.begins {
			t.Rows = append(t.Rows, []any{h.month})
			continue
		}
		n, d := h.due.NguoiLaoDong, h.due.DonVi
		t.Rows = append(t.Rows, []any{h.month, h.at, h.noPay, h.fund, n.HuuTri, n.BHYT, n.BHTN, n.Tong, d.OmDauThaiSan, d.TNLD, d.HuuTri, d.BHYT, d.BHTN, d.Tong, n.Tong + d.Tong})
	}
	return t
}

// movesTab lists who began and who ceased to contribute.
func (c *monthCount) movesTab() sheet.ReportTab {
	t := c.r.tab("Ai tăng, ai giảm", "NGƯỜI TĂNG, GIẢM THEO THÁNG")
	t.Pin = 2
	t.Cols = append(append(t.Cols, whoCols...), sheet.ReportCol{Head: "Tháng", Wide: 10}, sheet.ReportCol{Head: "Trước đó", Wide: 16}, sheet.ReportCol{Head: "Từ tháng này", Wide: 16},
		sheet.ReportCol{Head: "Phương án đã khai", Wide: 26}, sheet.ReportCol{Head: "Chức danh", Wide: 24}, sheet.ReportCol{Head: "Nguồn", Wide: 30})
	slices.SortStableFunc(c.moves, func(a, b move) int { return cmp.Compare(a.month, b.month) })
	for _, m := range c.moves {
		was := "chưa có trong danh sách"
		if m.was != "" {
			was = m.was.Say()
		}
		t.Rows = append(t.Rows, append(whoIs(len(t.Rows)+1, m.who), m.month, was, m.now.Say(), c.sent.of(m.who, m.month), m.who.ChucDanh, m.source))
	}
	return t
}
