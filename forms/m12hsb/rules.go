package m12hsb

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/nhanthan"
)

// Conditions that more than one rule needs.
var (
	taiKhoan = HinhThucNhan.In(TaiKhoan).Named("nhận qua tài khoản")
	tienMat  = HinhThucNhan.In(TienMat).Named("nhận tiền mặt")
)

// rules are checked in this order; a code is never given to another rule.
func rules() []form.Rule {
	return []form.Rule{
		nhanthan.KhongSauHomNay("01", NgayQD, mauSo+"1"),
		form.Check("02", NgayQD, NghiTu.Filled(), "Ngày quyết định: không sau Nghỉ việc hưởng chế độ từ ngày", func(l *form.Look) bool { return NgayQD.Get(l.Row) <= NghiTu.Get(l.Row) }, form.By(mauSo+"1"), form.Warn),
		form.Unique("03", SoQD, form.Always, form.By(mauSo+"1")),
		nhanthan.HoTen("04", HoTen, mauSo+"2"),
		nhanthan.NgaySinh("05", NgaySinh, mauSo+"2"),
		nhanthan.MaSoBHXH("06", MaSoBHXH, mauSo+"2"),
		form.Unique("07", MaSoBHXH, form.Always, form.By(mauSo+"2")),
		form.Require("10", DieuKien, form.Always, form.By(luat+"64, Điều 65"), form.Trust(form.Inferred), form.Warn),
		form.Judge("11", NghiTu, form.Always, "từ ngày đầu của tháng sau tháng đủ tuổi", chuaDuTuoi, form.By(tuoi)),
		form.Judge("12", NghiTu, form.Always, "hồ sơ nộp trong 20 ngày trước thời điểm đủ điều kiện", nopMuon, form.By(luat+"79 khoản 1, Điều 92"), form.Warn),
		nhanthan.XaThuocTinh("20", MaXa, MaTinh),
		form.Require("21", DiaChi, form.Always, form.By(mauSo+"4"), form.Warn),
		form.Require("30", SoTaiKhoan, taiKhoan, form.By(mauSo+"5; "+luat+"93")),
		form.Require("31", NganHang, taiKhoan, form.By(mauSo+"5; "+luat+"93")),
		form.Require("32", ChuTaiKhoan, taiKhoan, form.By(luat+"93 khoản 1"), form.Trust(form.Inferred), form.Warn),
		nhanthan.TaiKhoan("33", SoTaiKhoan),
		nhanthan.ChuTaiKhoan("34", ChuTaiKhoan, HoTen),
		form.Forbid("35", SoTaiKhoan, tienMat, form.By(mauSo+"5"), form.Warn),
		form.Require("36", NoiNhan, tienMat, form.By(mauSo+"5"), form.Warn),
		form.Unique("40", ID, form.Always, form.By(mauSo+"2")),
	}
}

// rulesDau are those of the head.
func rulesDau() []form.Rule {
	return []form.Rule{nhanthan.MaDonVi("51", MaDonVi, mauSo+"1")}
}

// somHon is how many months before the ordinary age a case lets somebody retire on
// a day; ok is false for cases that do not go by that age, and where no case or no
// figure is known.
func somHon(dieuKien string, on law.Day) (thang int64, ok bool) {
	name := map[string]string{
		NangNhoc: "tuoi-nghi-huu-nang-nhoc-giam", HamLo: "nghi-huu-som-ham-lo", SuyGiam61: "nghi-huu-som-suy-giam-61", SuyGiam81: "nghi-huu-som-suy-giam-81",
	}[dieuKien]
	if dieuKien == DuTuoi {
		return 0, true
	}
	v, ok := law.Get(name, on)
	return v.Amount, ok
}

// somNhat is the first day on which the person may leave under the case that the
// row gives; ok is false where that cannot be said.
func somNhat(r form.Row) (law.Day, bool) {
	n, gt := facts.NgaySinh(NgaySinh.Get(r)), facts.GioiTinhCua(GioiTinh.Get(r))
	som, ok := somHon(DieuKien.Get(r), NghiTu.Get(r))
	if !ok || !n.Valid() || gt != facts.Nam && gt != facts.Nu {
		return 0, false
	}
	du, ok := law.ThangDuTuoiSom(n.Day().Month(), gt == facts.Nu, som)
	if !ok {
		return 0, false
	}
	return du.Add(1).First(), true
}

func chuaDuTuoi(l *form.Look) form.Verdict {
	d, ok := somNhat(l.Row)
	if !ok || NghiTu.Get(l.Row) >= d {
		return form.Verdict{}
	}
	return form.Verdict{Say: "đủ tuổi trong tháng " + d.Month().Add(-1).String() + " theo điều kiện đã chọn, nghỉ sớm nhất từ ngày " + d.String(), Fix: d.String()}
}

func nopMuon(l *form.Look) form.Verdict {
	han, ok := law.Get("han-nop-luong-huu", NghiTu.Get(l.Row))
	if !ok || l.Today <= NghiTu.Get(l.Row) {
		return form.Verdict{}
	}
	return form.Verdict{Say: "hồ sơ nộp trong " + form.Dots(han.Amount) + " ngày trước thời điểm đủ điều kiện; đã qua thì kèm văn bản giải trình"}
}
