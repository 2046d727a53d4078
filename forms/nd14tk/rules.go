package nd14tk

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/khung"
	"ankhai/forms/nhanthan"
)

// Conditions that more than one rule needs.
var (
	daChet = NgayChet.Filled().Named("nhà giáo đã chết")
	coTN   = form.Any(TNHoTen.Filled(), TNQuanHe.Filled(), TNSoCCCD.Filled()).Named("thân nhân kê khai")
)

// rules are checked in this order; a code is never given to another rule.
func rules() []form.Rule {
	return []form.Rule{
		nhanthan.HoTen("01", HoTen, mauSo+"1"),
		nhanthan.NgaySinh("02", NgaySinh, mauSo+"1"),
		nhanthan.SoGiayTo("03", SoCCCD, nil, nil, &NgaySinh),
		form.Require("04", SoCCCD, form.Not(daChet).Named("nhà giáo còn sống"), form.By(mauSo+"1")),
		nhanthan.KhongSauHomNay("11", NghiHuu, mauSo+"2"),
		form.Check("12", NghiHuu, NgaySinh.Filled(), "Ngày nghỉ hưu: sau ngày sinh", func(l *form.Look) bool {
			n := facts.NgaySinh(NgaySinh.Get(l.Row))
			return !n.Valid() || NghiHuu.Get(l.Row) > n.Day()
		}, form.By(mauSo+"2")),
		form.Check("13", NghiHuu, form.Always, "Ngày nghỉ hưu: chỉ người đã nghỉ hưu trước nghị định mới thuộc diện hưởng; xem lại ngày", func(l *form.Look) bool {
			return NghiHuu.Get(l.Row) < khung.Ngay(ngayMau)
		}, form.By(nd14), form.Trust(form.Low), form.Warn),
		form.Over("21", TongThang, "có quá trình giảng dạy", khongQuaTrinh, form.By(mauSo+"3")),
		form.Over("22", TongThang, "bằng tổng các khoảng của quá trình giảng dạy", khacTong, form.By(mauSo+"4"), form.Warn),
		form.Check("23", TongThang, form.Always, "Tổng thời gian giảng dạy: lớn hơn 0", func(l *form.Look) bool { return TongThang.Get(l.Row) > 0 }, form.By(mauSo+"4")),
		nhanthan.KhongSauHomNay("31", NgayChet, mauSo+"5"),
		nhanthan.KhongTruoc("32", NgayChet, NghiHuu, mauSo+"5", form.Warn),
		form.Require("33", TNHoTen, daChet, form.By(mauSo+"5")),
		form.Require("34", TNQuanHe, daChet, form.By(mauSo+"5")),
		form.Require("35", NgayChet, coTN, form.By(mauSo+"5"), form.Trust(form.Inferred)),
		nhanthan.HoTen("36", TNHoTen, mauSo+"5"),
		nhanthan.SoGiayTo("37", TNSoCCCD, nil, nil, nil),
		nhanthan.DienThoai("38", TNDienThoai, mauSo+"5"),
		form.Unique("39", ID, form.Always, form.By(mauSo+"1")),
	}
}

// rulesDau are those of the head.
func rulesDau() []form.Rule {
	return []form.Rule{nhanthan.KhongSauHomNay("51", NgayLap, mauSo+"1")}
}
