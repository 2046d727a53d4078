package m13hsb

import (
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/nhanthan"
)

// linhTien is true of a power to collect money, coChungThuc of a paper that is
// certified already.
var (
	linhTien    = LinhTien.Yes().Named("uỷ quyền lĩnh lương hưu, trợ cấp")
	coChungThuc = form.Any(ChungThuc.Filled(), CoQuanCT.Filled(), NgayChungThuc.Filled()).Named("đã chứng thực")
)

// rules are checked in this order; a code is never given to another rule.
func rules() []form.Rule {
	return []form.Rule{
		nhanthan.HoTen("01", HoTen, mauSo+"1"),
		nhanthan.NgaySinh("02", NgaySinh, mauSo+"1"),
		nhanthan.SoGiayTo("03", SoCCCD, nil, nil, &NgaySinh),
		nhanthan.MaSoBHXH("04", MaSoBHXH, mauSo+"1"),
		nhanthan.DienThoai("05", DienThoai, mauSo+"1"),
		nhanthan.XaThuocTinh("06", MaXa, MaTinh),
		form.Require("07", CheDo, linhTien, form.By(mauSo+"1")),
		nhanthan.HoTen("11", BHoTen, mauSo+"2"),
		nhanthan.NgaySinh("12", BNgaySinh, mauSo+"2"),
		nhanthan.SoGiayTo("13", BSoCCCD, nil, nil, &BNgaySinh),
		form.Check("14", BSoCCCD, form.Always, BSoCCCD.Label+": khác số của người uỷ quyền", func(l *form.Look) bool { return BSoCCCD.Get(l.Row) != SoCCCD.Get(l.Row) }, form.By(dieu10)),
		nhanthan.DienThoai("15", BDienThoai, mauSo+"2"),
		nhanthan.XaThuocTinh("16", BMaXa, BMaTinh),
		form.Require("17", BNgayCap, form.Always, form.By(mauSo+"2"), form.Warn),
		form.Require("18", BNoiCap, form.Always, form.By(mauSo+"2"), form.Warn),
		nhanthan.NgayCap("19", BNgayCap, BNgaySinh, mauSo+"2"),
		form.Over("20", UQKhac, "có ít nhất một nội dung uỷ quyền", khongNoiDung, form.By(mauSo+"3")),
		form.Over("21", DenNgay, "có ghi; không ghi thì hết hiệu lực theo luật", khongHan, form.By(dieu10), form.Warn),
		nhanthan.KhongTruoc("22", DenNgay, TuNgay, mauSo+"4"),
		form.Judge("23", DenNgay, linhTien, "không quá 12 tháng kể từ ngày lập", quaHan, form.By(dieu10)),
		form.Check("24", DenNgay, form.Always, "Uỷ quyền đến ngày: đã qua; giấy uỷ quyền hết hiệu lực", func(l *form.Look) bool { return l.Today == 0 || DenNgay.Get(l.Row) >= l.Today }, form.By(mauSo+"4"), form.Warn),
		form.Check("25", TuNgay, form.Always, "Uỷ quyền từ ngày: không trước Ngày lập", func(l *form.Look) bool { return TuNgay.Get(l.Row) >= NgayLap.Get(l.Head) }, form.By(mauSo+"4"), form.Warn),
		form.Require("30", ChungThuc, form.Always, form.By(dieu10), form.Warn),
		form.Require("31", CoQuanCT, coChungThuc, form.By(mauSo+"6"), form.Warn),
		form.Require("32", NgayChungThuc, coChungThuc, form.By(mauSo+"6"), form.Warn),
		nhanthan.KhongSauHomNay("33", NgayChungThuc, mauSo+"6"),
		form.Check("34", NgayChungThuc, form.Always, "Ngày chứng thực: không trước Ngày lập", func(l *form.Look) bool { return NgayChungThuc.Get(l.Row) >= NgayLap.Get(l.Head) }, form.By(mauSo+"6")),
		form.Unique("35", ID, form.Always, form.By(mauSo+"1")),
	}
}

// rulesDau are those of the head.
func rulesDau() []form.Rule {
	return []form.Rule{nhanthan.KhongSauHomNay("41", NgayLap, mauSo+"4")}
}

func khongNoiDung(_ *form.Doc, rows []form.Row) []form.Hit {
	var hits []form.Hit
	for i, r := range rows {
		if !NopHoSo.Get(r) && !NhanKetQua.Get(r) && !LinhTien.Get(r) && !UQKhac.Known(r) {
			hits = append(hits, form.Hit{I: i, Say: "chọn ít nhất một nội dung uỷ quyền, hoặc ghi nội dung khác"})
		}
	}
	return hits
}

// HetHan is the last day on which a power to collect money made on a day holds; ok
// is false where the law of that day sets no limit.
func HetHan(lap law.Day) (law.Day, bool) {
	v, ok := law.Get("uy-quyen-thang-toi-da", lap)
	if !ok {
		return 0, false
	}
	return lap.SauThang(int(v.Amount)), true
}

// ngayLap is the day from which the term counts: that of the head, the first day
// of the power while the head does not say.
func ngayLap(head, row form.Row) law.Day {
	if d := NgayLap.Get(head); d != 0 {
		return d
	}
	return TuNgay.Get(row)
}

func khongHan(d *form.Doc, rows []form.Row) []form.Hit {
	var hits []form.Hit
	for i, r := range rows {
		if DenNgay.Known(r) {
			continue
		}
		say := "ghi ngày hết hạn"
		if het, ok := HetHan(ngayLap(d.Head, r)); ok && LinhTien.Get(r) {
			say = "không ghi thì việc lĩnh lương hưu, trợ cấp hết hiệu lực sau ngày " + het.String()
		}
		hits = append(hits, form.Hit{I: i, Say: say})
	}
	return hits
}

func quaHan(l *form.Look) form.Verdict {
	het, ok := HetHan(ngayLap(l.Head, l.Row))
	if !ok || DenNgay.Get(l.Row) <= het {
		return form.Verdict{}
	}
	return form.Verdict{Say: "việc lĩnh lương hưu, trợ cấp có hiệu lực đến hết ngày " + het.String() + ". Hết hạn thì lập giấy mới", Fix: het.String()}
}
