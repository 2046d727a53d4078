package hsdklandau

import (
	"fmt"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/nhanthan"
)

// dauRules are the rules of the registration; all of its elements are asked for.
func dauRules() []form.Rule {
	return []form.Rule{
		form.Require("01", TenDonVi, form.Always, form.By(lop)),
		form.Require("02", MaSoThue, form.Always, form.By(lop)),
		nhanthan.MaSoThue("03", MaSoThue, lop),
		form.Require("04", DiaChi, form.Always, form.By(lop)),
		form.Require("05", DienThoai, form.Always, form.By(lop)),
		nhanthan.DienThoai("06", DienThoai, lop),
		form.Require("07", Email, form.Always, form.By(lop)),
		nhanthan.Email("08", Email, lop),
		form.Require("09", LoaiDoiTuong, form.Always, form.By(lop)),
		form.Require("10", NguoiLienHe, form.Always, form.By(lop)),
		nhanthan.HoTen("11", NguoiLienHe, lop),
		form.Require("12", DiaChiLienHe, form.Always, form.By(lop)),
		form.Require("13", DienThoaiLienHe, form.Always, form.By(lop)),
		nhanthan.DienThoai("14", DienThoaiLienHe, lop),
		form.Require("15", CoQuanBHXH, form.Always, form.By(lop)),
		nhanthan.Text("16", CoQuanBHXH, "mã cơ quan BHXH, 5 chữ số", lop, facts.CheckCoQuan, form.Trust(form.Medium)),
		form.Require("17", TenCoQuan, form.Always, form.By(lop)),
		form.Require("18", MaIVAN, form.Always, form.By(lop)),
		form.Judge("19", MaIVAN, form.Always, "có trong danh sách tổ chức I-VAN", func(l *form.Look) form.Verdict {
			if ma := MaIVAN.Get(l.Row); !codes.IVAN.Has(ma) {
				return form.Verdict{Say: fmt.Sprintf("không có mã %s trong danh mục %s (01/2026). Xem lại mã, hoặc danh sách mới trên Cổng", ma, codes.IVAN.Name())}
			}
			return form.Verdict{}
		}, form.By("Danh sách tổ chức I-VAN của Cổng dịch vụ công BHXH Việt Nam"), form.Warn),
		form.Require("20", TenIVAN, form.Always, form.By(lop)),
		form.Require("21", NgayLap, form.Always, form.By(lop)),
		form.Check("22", NgayLap, form.Always, "Ngày lập: không sau hôm nay",
			func(l *form.Look) bool { return l.Today == 0 || NgayLap.Get(l.Row) <= l.Today }, form.By(lop), form.Trust(form.Inferred), form.Warn),
		form.Require("23", NgayDangKy, form.Always, form.By(lop)),
		form.Check("24", NgayDangKy, NgayLap.Filled(), "Ngày đăng ký: không trước Ngày lập",
			func(l *form.Look) bool { return NgayDangKy.Get(l.Row) >= NgayLap.Get(l.Row) }, form.By(lop), form.Trust(form.Inferred), form.Warn),
		form.Require("25", HinhThucNhan, form.Always, form.By(lop), form.Trust(form.Low), form.Warn),
	}
}
