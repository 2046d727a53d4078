package m01bh

import (
	"strconv"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/nhanthan"
)

// hanThang is how many days of the next month there are for the summary of a
// month.
const hanThang = 15

var (
	theoThang = KyThang.Filled()
	theoQuy   = KyQuy.Filled()
	namKyTu   = form.When("mã có 5 ký tự", func(r form.Row) bool { return len(MaCSKCB.Get(r)) == 5 }, MaCSKCB)
)

func dauRules() []form.Rule {
	thap := []form.RuleOption{form.By(moTa), form.Trust(form.Low)}
	return []form.Rule{
		form.Check("01", MaCSKCB, form.Always, "Mã cơ sở KCB: phải có 5 ký tự, ví dụ 79024",
			func(l *form.Look) bool { return len([]rune(MaCSKCB.Get(l.Row))) == 5 }, thap...),
		form.Check("02", MaCSKCB, namKyTu, "Mã cơ sở KCB: không có trong danh mục cơ sở KCB đang dùng. Xem lại mã, trừ cơ sở mới được cấp",
			func(l *form.Look) bool { return codes.KCB.Has(MaCSKCB.Get(l.Row)) }, form.By("Danh mục cơ sở khám, chữa bệnh của Cổng BHXH"), form.Trust(form.Medium), form.Warn),
		form.Require("03", KyThang, form.Not(theoQuy).Named("không ghi quý"), thap...),
		form.Forbid("04", KyThang, theoQuy.Named("đã ghi quý"), thap...),
		form.Require("05", KyNam, theoQuy, thap...),
		form.Check("06", KyNam, form.Always, "Năm của quý: phải có dạng 2026", func(l *form.Look) bool {
			n, err := strconv.Atoi(KyNam.Get(l.Row))
			return err == nil && n > 0 && len(KyNam.Get(l.Row)) == 4
		}, thap...),
		form.Judge("07", KyThang, form.Always, "không sau tháng này", func(l *form.Look) form.Verdict {
			if l.Today == 0 || KyThang.Get(l.Row) <= l.Today.Month() {
				return form.Verdict{}
			}
			return form.Verdict{Say: "không sau tháng " + l.Today.Month().String() + ". Tháng chưa qua chưa có chi phí để tổng hợp"}
		}, form.By(moTa), form.Trust(form.Inferred)),
		form.Judge("08", NgayLap, theoThang, "trong 15 ngày đầu tháng sau", quaHan, form.By(luatYTe), form.Trust(form.Low), form.Warn),
		nhanthan.Text("09", NguoiDaiDien, "chữ có dấu, không có chữ số", moTa, facts.CheckHoTen, form.Trust(form.Inferred), form.Warn),
	}
}

// quaHan reminds of a summary made after the days that the law gives.
func quaHan(l *form.Look) form.Verdict {
	sau := KyThang.Get(l.Row).Add(1)
	if !sau.Valid() {
		return form.Verdict{}
	}
	han := law.DayOf(sau.Year(), sau.Num(), hanThang)
	if NgayLap.Get(l.Row) <= han {
		return form.Verdict{}
	}
	return form.Verdict{Say: "bảng tổng hợp của tháng " + KyThang.Get(l.Row).String() + " gửi chậm nhất ngày " + han.String() + ". Gửi ngay và nêu lý do chậm"}
}

func rules() []form.Rule {
	out := []form.Rule{
		form.Unique("21", LoaiHinh, form.Always, form.By(moTa), form.Trust(form.Inferred)),
		form.Check("22", SoLuot, form.Always, "Số lượt: không nhỏ hơn 0", func(l *form.Look) bool { return SoLuot.Get(l.Row) >= 0 }, form.By(moTa), form.Trust(form.Inferred)),
		form.Judge("23", QuyBHYT, du(append(nhom, nguon...)), "các nguồn cộng lại bằng các nhóm chi phí cộng lại", khopNguon,
			form.By(moTa), form.Trust(form.Inferred), form.Warn),
		form.Check("24", DeNghi, QuyBHYT.Filled(), "Số đề nghị thanh toán: thường bằng phần Quỹ BHYT. Xem lại một trong hai",
			func(l *form.Look) bool { return DeNghi.Get(l.Row) == QuyBHYT.Get(l.Row) }, form.By(moTa), form.Trust(form.Inferred), form.Warn),
		form.Check("25", SoLuot, form.When("có chi phí", coChiPhi, cot(nhom)...), "Số lượt: lớn hơn 0 khi có chi phí",
			func(l *form.Look) bool { return SoLuot.Get(l.Row) > 0 }, form.By(moTa), form.Trust(form.Inferred), form.Warn),
	}
	for i, c := range append(append([]form.MoneyColumn{}, nhom...), append(nguon, DeNghi)...) {
		out = append(out, form.Check(strconv.Itoa(31+i), c, form.Always, c.Label+": không nhỏ hơn 0",
			func(l *form.Look) bool { return c.Get(l.Row) >= 0 }, form.By(moTa), form.Trust(form.Inferred)))
	}
	return out
}

// du says that all of the columns are answered, so that they can be added up.
func du(cols []form.MoneyColumn) form.Cond {
	return form.When("các khoản đều có ghi", func(r form.Row) bool {
		for _, c := range cols {
			if !c.Known(r) {
				return false
			}
		}
		return true
	}, cot(cols)...)
}

func khopNguon(l *form.Look) form.Verdict {
	a, b := cong(l.Row, nhom), cong(l.Row, nguon)
	if a == b {
		return form.Verdict{}
	}
	return form.Verdict{Say: "bốn nguồn cộng lại là " + form.Dots(b) + " đồng, các nhóm chi phí cộng lại là " + form.Dots(a) + " đồng. Xem lại khoản lệch"}
}

func coChiPhi(r form.Row) bool { return cong(r, nhom) > 0 }

// cong adds up what is known.
func cong(r form.Row, cols []form.MoneyColumn) int64 {
	var sum int64
	for _, c := range cols {
		sum += c.Get(r)
	}
	return sum
}

func cot(cols []form.MoneyColumn) []form.Handle {
	out := make([]form.Handle, len(cols))
	for i, c := range cols {
		out[i] = c
	}
	return out
}
