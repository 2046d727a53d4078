package d03ts

import (
	"fmt"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/nhanthan"
)

// Conditions that more than one rule needs.
var (
	tangMoi = PhuongAn.In("TM")
	giam    = PhuongAn.In("GH").Named("báo giảm hẳn")
	conDong = form.Not(giam).Named("không báo giảm")
	theoHo  = ThuTu.Filled().Named("đóng theo hộ gia đình")
	hoanTra = form.Any(HoanTu.Filled(), HoanSoThang.Filled(), HoanTien.Filled(), HoanLyDo.Filled()).Named("đề nghị hoàn trả")
)

// rules are checked in this order; a code is never given to another rule.
func rules() []form.Rule {
	return append(nguoiRules(), dongRules()...)
}

func nguoiRules() []form.Rule {
	return []form.Rule{
		nhanthan.HoTen("01", HoTen, tepDT),
		nhanthan.MaSoBHXH("02", MaSoBHXH, tepDT),
		form.Require("03", MaSoBHXH, form.Not(tangMoi).Named("phương án không phải tăng mới"), form.By(tepDT)),
		form.Require("04", SoCCCD, form.Always, form.By(qd490), form.Trust(form.Medium), form.Warn),
		nhanthan.SoGiayTo("05", SoCCCD, &QuocTich, &GioiTinh, &NgaySinh),
		nhanthan.NgaySinh("06", NgaySinh, tepDT),
		form.Require("07", NoiKCB, conDong, form.By(tepDT)),
		form.Require("08", DiaChi, form.Always, form.By(tepDT), form.Warn),
		form.Require("09", MaTinh, form.Always, form.By(tepDT), form.Warn),
		form.Require("10", MaXa, form.Always, form.By(tepDT), form.Warn),
		form.Check("11", MaXa, MaTinh.Filled(), "Xã, phường, đặc khu: phải thuộc Tỉnh, thành phố đã chọn", func(l *form.Look) bool {
			xa, ok := codes.Xa.Get(MaXa.Get(l.Row))
			return !ok || xa.Nhom == MaTinh.Get(l.Row)
		}, form.By("Quyết định 19/2025/QĐ-TTg")),
		form.Unique("12", MaSoBHXH, form.Always, form.By(tepDT)),
		form.Unique("13", SoCCCD, form.Always, form.By(tepDT)),
		form.Unique("14", ID, form.Always, form.By(tepDT)),
		form.Require("15", NgayChet, CoGiamChet.Yes(), form.By(tepDT)),
		form.Forbid("16", NgayChet, form.Not(CoGiamChet.Yes()).Named("Giảm do chết không đánh dấu"), form.By(tepDT)),
		form.Check("17", CoGiamChet, conDong, "Giảm do chết: chỉ đánh dấu khi Phương án là GH",
			func(l *form.Look) bool { return !CoGiamChet.Get(l.Row) }, form.By(tepDT)),
		form.Check("18", NgayChet, form.Always, "Ngày chết: không sau hôm nay",
			func(l *form.Look) bool { return l.Today == 0 || NgayChet.Get(l.Row) <= l.Today }, form.By(tepDT)),
		form.Judge("19", NgaySinh, form.All(theoHo, conDong), "trẻ em dưới 6 tuổi không đóng theo hộ gia đình", func(l *form.Look) form.Verdict {
			n, tu := facts.NgaySinh(NgaySinh.Get(l.Row)), TuNgay.Get(l.Row)
			if !tu.Valid() || !n.Valid() || n.Day() > tu || n.Tuoi(tu) >= 6 {
				return form.Verdict{}
			}
			return form.Verdict{Say: fmt.Sprintf("chưa đủ 6 tuổi ngày %s, thẻ của trẻ em dưới 6 tuổi do ngân sách nhà nước đóng", tu)}
		}, form.By("Luật Bảo hiểm y tế Điều 12 khoản 3"), form.Trust(form.Medium), form.Warn),
	}
}
