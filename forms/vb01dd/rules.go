package vb01dd

import (
	"fmt"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/nhanthan"
)

// rules only remind: the letter is the agency's.
func rules() []form.Rule {
	return []form.Rule{
		form.Require("01", HanhVi, form.Always, form.By(mau01), form.Warn),
		form.Unique("02", HanhVi, form.Always, form.By(mau01), form.Warn),
		form.Check("03", SoTien, form.Always, "Số tiền chậm đóng, trốn đóng: từ 0 đồng trở lên",
			func(l *form.Look) bool { return SoTien.Get(l.Row) >= 0 }, form.By(mau01), form.Warn),
		form.Check("04", SoNgay, form.Always, "Số ngày chậm đóng, trốn đóng: từ 0 ngày trở lên",
			func(l *form.Look) bool { return SoNgay.Get(l.Row) >= 0 }, form.By(mau01), form.Warn),
		form.Require("05", SoNgay, form.When("có số tiền chậm đóng, trốn đóng", func(r form.Row) bool { return SoTien.Get(r) > 0 }, SoTien), form.By(mau01), form.Warn),
		form.Judge("06", TienXuLy, form.All(SoTien.Filled(), SoNgay.Filled()), "bằng số tiền × 0,03% × số ngày", tienXuLy,
			form.By(luatCD), form.Trust(form.Inferred), form.Warn),
		form.Judge("07", SoNgay, HanhVi.In(ChamDong).Named("chậm đóng"), "chậm đóng quá hạn thì thành trốn đóng", sapTron,
			form.By("Luật 41/2024/QH15 Điều 39; Luật Bảo hiểm y tế Điều 48b"), form.Warn),
	}
}

// XuLy is the surcharge on an amount for a number of days, in đồng, by the law of
// a day; ok is false where that is not known (Luật 41/2024/QH15 Điều 40, 41).
func XuLy(soTien, soNgay int64, on law.Day) (tien int64, ok bool) {
	tyLe, ok := law.Get("lai-cham-dong-ngay", on)
	if !ok {
		return 0, false
	}
	return law.Tron(law.Nhan(law.Ti(soTien), law.TiLe(tyLe.Amount), law.Ti(soNgay))), true
}

func tienXuLy(l *form.Look) form.Verdict {
	phai, ok := XuLy(SoTien.Get(l.Row), SoNgay.Get(l.Row), ngayLap(l))
	if !ok || TienXuLy.Get(l.Row) == phai {
		return form.Verdict{}
	}
	return form.Verdict{Say: fmt.Sprintf("%s đồng × 0,03%% × %s ngày là %s đồng, văn bản ghi %s. Các khoản có số ngày khác nhau thì xem chi tiết ở C12-TS",
		form.Dots(SoTien.Get(l.Row)), form.Dots(SoNgay.Get(l.Row)), form.Dots(phai), form.Dots(TienXuLy.Get(l.Row)))}
}

// sapTron says how long is left, or that nothing is, before late becomes evaded.
func sapTron(l *form.Look) form.Verdict {
	han, ok := law.Get("so-ngay-thanh-tron-dong", ngayLap(l))
	n := SoNgay.Get(l.Row)
	switch {
	case !ok || n <= han.Amount/2 || SoTien.Get(l.Row) <= 0:
		return form.Verdict{}
	case n <= han.Amount:
		return form.Verdict{Say: fmt.Sprintf("đã chậm %d ngày, quá %d ngày sau khi được đôn đốc thì có thể bị coi là trốn đóng. Nộp trước hạn đó", n, han.Amount)}
	}
	return form.Verdict{Say: fmt.Sprintf("đã chậm %d ngày, quá %d ngày sau khi được đôn đốc có thể bị coi là trốn đóng. Nộp ngay và báo cáo nguyên nhân", n, han.Amount)}
}

func ngayLap(l *form.Look) law.Day {
	if d := NgayLap.Get(l.Head); d.Valid() {
		return d
	}
	return l.Today
}

// dauRules are the rules of the head.
func dauRules() []form.Rule {
	return []form.Rule{
		form.Require("21", MaDonVi, form.Always, form.By(mau01), form.Warn),
		nhanthan.Text("22", MaDonVi, "mã do cơ quan BHXH cấp", mau01, facts.CheckMaDonVi, form.Trust(form.Medium), form.Warn),
		form.Require("23", Thang, form.Always, form.By(mau01), form.Warn),
		form.Check("24", NgayLap, Thang.Filled(), "Ngày lập: không trước tháng của Thông báo C12-TS",
			func(l *form.Look) bool { return NgayLap.Get(l.Row) >= Thang.Get(l.Row).First() }, form.By(mau01), form.Trust(form.Inferred), form.Warn),
	}
}
