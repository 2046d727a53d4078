package mauso3

import (
	"ankhai/forms/form"
)

// theRules are the rules of the months, the card and the notes (columns 9 to 13).
func theRules() []form.Rule {
	return []form.Rule{
		form.Require("29", TuThang, form.Not(doiKCB).Named("không phải thay đổi nơi khám chữa bệnh"), form.By(huongC+"9")),
		form.Require("30", SoThang, form.All(tangNguoi, form.Any(coHoTro, hoGiaDinh)).Named("tăng người được ngân sách nhà nước hỗ trợ hoặc tham gia theo hộ gia đình"), form.By(huongC+"13")),
		form.Check("31", SoThang, form.Always, "Số tháng thẻ có giá trị: thường là 3, 6, 12 tháng; học sinh, sinh viên 9, 12, 15 tháng. Xem lại số tháng",
			func(l *form.Look) bool {
				n := SoThang.Get(l.Row)
				return n > 0 && n <= 15 && n%3 == 0
			}, form.By(huongC+"13"), form.Trust(form.Medium), form.Warn),
		form.Require("32", HinhThucNhan, tangNguoi, form.By(huongC+"11, 12"), form.Warn),
		form.Require("33", GhiChu, form.All(laoDong, form.Not(doiKCB)).Named("là người lao động"), form.By(huongC+"13: số, ngày hợp đồng hoặc quyết định; thời gian nghỉ"), form.Warn),
		form.Require("34", GhiChu, doiKCB, form.By(huong+", lưu ý")),
	}
}
