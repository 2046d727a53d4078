package d03ts

import (
	"fmt"

	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/nhanthan"
)

// dauRules are the rules of the head.
func dauRules() []form.Rule {
	return []form.Rule{
		form.Require("71", TenDonVi, form.Always, form.By(qd490)),
		form.Require("72", MaDonVi, form.Always, form.By(qd490)),
		nhanthan.MaDonVi("73", MaDonVi, qd490),
		nhanthan.MaSoThue("74", MaSoThue, qd490, form.Warn),
		nhanthan.DienThoai("75", DienThoai, qd490, form.Warn),
		nhanthan.Email("76", Email, qd490, form.Warn),
		form.Require("77", TenDoiTuong, form.Always, form.By(qd490), form.Warn),
		form.Require("78", LuongCoSo, form.Always, form.By(qd490), form.Warn),
		form.Judge("79", LuongCoSo, form.Always, "là mức tham chiếu của ngày lập", func(l *form.Look) form.Verdict {
			on := ngayLap(l)
			mtc := law.MucThamChieu(on)
			if mtc == 0 || LuongCoSo.Get(l.Row) == mtc {
				return form.Verdict{}
			}
			return form.Verdict{Say: fmt.Sprintf("mức tham chiếu ngày %s là %s đồng", on, form.Dots(mtc)), Fix: form.Dots(mtc)}
		}, form.By(qd490), form.Warn),
		form.Check("80", TyLeNSNN, form.Always, "Tỷ lệ NSNN hỗ trợ (%): từ 0 đến 100",
			func(l *form.Look) bool { return TyLeNSNN.Get(l.Row) >= 0 && TyLeNSNN.Get(l.Row) <= motTram }, form.By(tepDT)),
		form.Require("81", HinhThucTinh, form.Always, form.By(manHinh), form.Trust(form.Medium), form.Warn),
		form.Check("82", SoTheBHYT, form.Always, "Số thẻ BHYT đề nghị cấp: từ 0 trở lên",
			func(l *form.Look) bool { return SoTheBHYT.Get(l.Row) >= 0 }, form.By(tepDT)),
	}
}
