package d02lt

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// dauRules are the rules of the head.
func dauRules() []form.Rule {
	judge := func(code string, c form.TextColumn, about, basis string, check func(string) facts.LoiMa, opts ...form.RuleOption) form.Rule {
		return form.Judge(code, c, form.Always, about, func(l *form.Look) form.Verdict { return verdict(check(c.Get(l.Row))) },
			append([]form.RuleOption{form.By(basis)}, opts...)...)
	}
	chung := qd366 + ", hướng dẫn lập mẫu D02-LT, điểm 5.1"
	return []form.Rule{
		form.Require("61", MaDonVi, form.Always, form.By(chung)),
		judge("62", MaDonVi, "mã do cơ quan BHXH cấp", chung, facts.CheckMaDonVi, form.Trust(form.Medium)),
		form.Require("63", TenDonVi, form.Always, form.By(chung)),
		form.Require("64", CoQuanBHXH, form.Always, form.By(qd366+", mẫu D02-LT, mục A điểm 12")),
		judge("65", CoQuanBHXH, "mã cơ quan BHXH, 5 chữ số", qd366+", mẫu D02-LT, mục A điểm 12", facts.CheckCoQuan, form.Trust(form.Medium)),
		judge("66", Email, "có dạng ten@congty.vn", qd366+", mẫu D02-LT, mục A điểm 4", facts.CheckEmail, form.Warn),
		judge("67", DienThoai, "có dạng 0912345678", qd366+", mẫu D02-LT, mục A điểm 5", facts.CheckDienThoai, form.Warn),
		judge("68", SoDinhDanh, "12 chữ số", qd366+", mẫu D02-LT, mục A điểm 7",
			func(s string) facts.LoiMa { return facts.CheckCCCD(s, "", 0) }, form.Warn),
	}
}
