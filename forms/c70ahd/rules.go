package c70ahd

import (
	"ankhai/forms/form"
	"ankhai/forms/nhanthan"
)

const coQuan = "Danh sách C70a-HD của cơ quan BHXH"

// Conditions that more than one rule needs.
var (
	duyet  = form.When("được duyệt tiền", func(r form.Row) bool { return SoTien.Get(r) > 0 }, SoTien)
	tuChoi = form.When("số tiền bằng 0", func(r form.Row) bool { return SoTien.Known(r) && SoTien.Get(r) == 0 }, SoTien)
)

// rules find what was read or typed wrongly: the agency's list itself is not to be
// mended here. A code is never given to another rule.
func rules() []form.Rule {
	khongAm := func(code string, c interface {
		form.Handle
		Get(form.Row) int64
	}) form.Rule {
		return form.Check(code, c, form.Always, c.Col().Label+": không âm",
			func(l *form.Look) bool { return c.Get(l.Row) >= 0 }, form.By(coQuan))
	}
	return []form.Rule{
		nhanthan.HoTen("01", HoTen, coQuan),
		nhanthan.MaSoBHXH("02", MaSoBHXH, coQuan),
		khongAm("03", TienLuong),
		khongAm("04", SoNgay),
		form.Check("05", LuyKe, SoNgay.Filled(), "Số ngày luỹ kế từ đầu năm: không ít hơn Số ngày nghỉ hưởng trong kỳ. Xem lại hai cột có đổi chỗ không",
			func(l *form.Look) bool { return LuyKe.Get(l.Row) >= SoNgay.Get(l.Row) }, form.By(coQuan), form.Trust(form.Medium), form.Warn),
		khongAm("06", SoTien),
		form.Require("07", LyDo, tuChoi, form.By(coQuan), form.Trust(form.Medium), form.Warn),
		form.Check("08", SoNgay, duyet, "Số ngày nghỉ hưởng trong kỳ: lớn hơn 0 khi có tiền, trừ trợ cấp một lần",
			func(l *form.Look) bool { return SoNgay.Get(l.Row) > 0 }, form.By(coQuan), form.Trust(form.Medium), form.Warn),
	}
}

func dauRules() []form.Rule {
	return []form.Rule{
		nhanthan.MaDonVi("09", MaDonVi, coQuan),
		form.Check("10", Dot, form.Always, "Đợt duyệt: từ 1 trở lên", func(l *form.Look) bool { return Dot.Get(l.Row) >= 1 }, form.By(coQuan)),
		form.Check("11", Thang, form.Always, "Tháng duyệt: không sau tháng này",
			func(l *form.Look) bool { return l.Today == 0 || Thang.Get(l.Row) <= l.Today.Month() }, form.By(coQuan)),
	}
}
