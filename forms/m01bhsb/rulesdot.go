package m01bhsb

import (
	"strconv"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/nhanthan"
)

// dotRules are the rules of batches, and of part 2 of the form.
func dotRules() []form.Rule {
	cot := func(s string) form.RuleOption { return form.By(mau166 + ", phần 2, cột " + s) }
	return []form.Rule{
		form.Require("112", DotDaGQ, dieuChinh, cot("2")),
		form.Require("113", ThangDaGQ, dieuChinh, cot("2")),
		form.Require("114", LyDoDieuChinh, dieuChinh, cot("3")),
		form.Require("115", TuNgayDaDuyet, dieuChinh, form.By(tepDT)),
		tuongLai("116", TuNgayDaDuyet),
		form.Forbid("117", LyDoDieuChinh, phatSinh, cot("3")),
		form.Forbid("118", DotDaGQ, phatSinh, cot("2")),
		form.Forbid("119", TuNgayDaDuyet, phatSinh, form.By(tepDT)),
		form.Check("120", DotDaGQ, form.Always, "Đợt đã giải quyết: từ 1 đến 99",
			func(l *form.Look) bool { n := DotDaGQ.Get(l.Row); return n >= 1 && n <= 99 }, form.By(tepDT), form.Trust(form.Medium)),
		form.Check("121", ThangDaGQ, form.Always, "Tháng đã giải quyết: không sau tháng này",
			func(l *form.Look) bool { return l.Today == 0 || ThangDaGQ.Get(l.Row) <= l.Today.Month() }, form.By(luoi)),
		form.Require("122", ThangBoSung, DotBoSung.Filled(), form.By(canh("51"))),
		form.Require("123", DotBoSung, ThangBoSung.Filled(), form.By(canh("51"))),
		form.Check("124", ThangBoSung, form.Always, "Tháng duyệt bổ sung: không sau tháng này",
			func(l *form.Look) bool { return l.Today == 0 || ThangBoSung.Get(l.Row) <= l.Today.Month() }, form.By(canh("51")), form.Trust(form.Medium)),
		form.Check("125", DotBoSung, form.Always, "Đợt duyệt bổ sung: từ 1 đến 99",
			func(l *form.Look) bool { n := DotBoSung.Get(l.Row); return n >= 1 && n <= 99 }, form.By(canh("51")), form.Trust(form.Medium)),
	}
}

// dauRules are the rules of the head.
func dauRules() []form.Rule {
	return []form.Rule{
		nhanthan.MaDonVi("126", MaDonVi, canh("50")),
		nhanthan.MaSoThue("127", MaSoThue, luoi),
		nhanthan.DienThoai("128", DienThoai, luoi, form.Warn),
		form.Check("129", Dot, form.Always, "Đợt: từ 1 đến 99, đánh số lại mỗi tháng",
			func(l *form.Look) bool { n := Dot.Get(l.Row); return n >= 1 && n <= 99 }, form.By(tepDT)),
		form.Check("130", Thang, form.Always, "Tháng xét duyệt: không sau tháng này",
			func(l *form.Look) bool { return l.Today == 0 || Thang.Get(l.Row) <= l.Today.Month() }, form.By(canh("02"))),
		nhanthan.Text("131", ThuTruong, "chữ Unicode có dấu, không có chữ số", tepDT, facts.CheckHoTen),
		form.Require("132", MoTai, TaiKhoanDonVi.Filled(), form.By(tepDT), form.Warn),
	}
}

func so10(n int) string { return strconv.Itoa(n) }
