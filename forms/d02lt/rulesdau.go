package d02lt

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/nhanthan"
)

// dauRules are the rules of the head.
// coMaDonVi is true unless the head says on purpose that there is no code: a unit
// that registers for the first time has none yet.
var coMaDonVi = form.When("đơn vị đã được cấp mã", func(head form.Row) bool { return MaDonVi.Column.Get(head).A != form.Blank }, MaDonVi)

func dauRules() []form.Rule {
	chung := qd366 + ", hướng dẫn lập mẫu D02-LT, điểm 5.1"
	return []form.Rule{
		form.Require("61", MaDonVi, coMaDonVi, form.By(chung)),
		nhanthan.MaDonVi("62", MaDonVi, chung),
		form.Require("63", TenDonVi, form.Always, form.By(chung)),
		form.Require("64", CoQuanBHXH, form.Always, form.By(qd366+", mẫu D02-LT, mục A điểm 12")),
		nhanthan.Text("65", CoQuanBHXH, "mã cơ quan BHXH, 5 chữ số", qd366+", mẫu D02-LT, mục A điểm 12", facts.CheckCoQuan, form.Trust(form.Medium)),
		nhanthan.Email("66", Email, qd366+", mẫu D02-LT, mục A điểm 4", form.Warn),
		nhanthan.DienThoai("67", DienThoai, qd366+", mẫu D02-LT, mục A điểm 5", form.Warn),
		nhanthan.Text("68", SoDinhDanh, "12 chữ số", qd366+", mẫu D02-LT, mục A điểm 7",
			func(s string) facts.LoiMa { return facts.CheckCCCD(s, "", 0) }, form.Warn),
	}
}
