package m14hsb

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/nhanthan"
)

// nhanTienRules are those of item 3.
func nhanTienRules() []form.Rule {
	return []form.Rule{
		form.Require("60", HinhThucNhan, coTien, form.By(luat+"93")),
		form.Require("61", SoTaiKhoan, taiKhoan, form.By(mauSo+"3")),
		form.Require("62", NganHang, taiKhoan, form.By(mauSo+"3")),
		form.Require("63", ChiNhanh, taiKhoan, form.By(mauSo+"3"), form.Warn),
		form.Require("64", ChuTaiKhoan, taiKhoan, form.By(luat+"93 khoản 1"), form.Trust(form.Inferred), form.Warn),
		nhanthan.TaiKhoan("65", SoTaiKhoan),
		form.Judge("66", ChuTaiKhoan, form.Always, "là người hưởng, hoặc người đề nghị khi người hưởng đã chết", func(l *form.Look) form.Verdict {
			chu := HoTen.Get(l.Row)
			if nguoiChet.Test(l.Row) {
				chu = NguoiDeNghi.Get(l.Row)
			}
			return nhanthan.Verdict(facts.CheckChuTaiKhoan(ChuTaiKhoan.Get(l.Row), chu))
		}, form.By(luat+"93 khoản 1"), form.Warn),
		form.Forbid("67", SoTaiKhoan, HinhThucNhan.In(TienMat).Named("nhận tiền mặt"), form.By(mauSo+"3"), form.Warn),
	}
}

// rulesDau are those of the head.
func rulesDau() []form.Rule {
	return []form.Rule{
		nhanthan.KhongSauHomNay("91", NgayLap, mau),
	}
}
