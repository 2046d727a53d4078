package m14hsb

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// thangNam is the number of months of a year.
const thangNam = 12

// motLanRules hold a claim for BHXH một lần against the cases of Điều 70 and 102.
// What the row does not say of the time paid is not asked: the agency knows it.
func motLanRules() []form.Rule {
	vietNam := lyDo("hưởng một lần theo khoản 1 Điều 70", MLDinhCu, ML12Thang, MLXuatNgu)
	khongVN := lyDo("hưởng một lần theo điểm riêng của người nước ngoài", MLRoiVN, MLHetPhep)
	return []form.Rule{
		form.Require("50", LyDoMotLan, motLan, form.By(canCuMLan)),
		form.Forbid("51", LyDoMotLan, form.All(NoiDung.Filled(), form.Not(motLan)).Named("không đề nghị BHXH một lần"), form.By(canCuMLan)),
		form.Check("52", LyDoMotLan, form.All(nuocNgoai, vietNam).Named("người mang quốc tịch nước ngoài"),
			"Trường hợp hưởng BHXH một lần: trường hợp này chỉ của công dân Việt Nam. Chọn trường hợp của khoản 2 Điều 70", func(*form.Look) bool { return false }, form.By(luat+"70 khoản 2")),
		form.Check("53", LyDoMotLan, form.All(form.Not(nuocNgoai), khongVN).Named("công dân Việt Nam"),
			"Trường hợp hưởng BHXH một lần: trường hợp này chỉ của người nước ngoài. Chọn trường hợp khác hoặc ghi quốc tịch", func(*form.Look) bool { return false }, form.By(luat+"70 khoản 2")),
		form.Judge("54", LyDoMotLan, duTuoi, "đã đủ tuổi nghỉ hưu", chuaDuTuoi, form.By(canCuML15n+"; Bộ luật Lao động 45/2019/QH14 Điều 169")),
		form.Judge("55", SoThangDong, duTuoi, "chưa đủ số năm đóng để hưởng lương hưu", func(l *form.Look) form.Verdict {
			nam, ok := law.Get("luong-huu-nam-toi-thieu", l.Today)
			if !ok || SoThangDong.Get(l.Row) < nam.Amount*thangNam {
				return form.Verdict{}
			}
			return form.Verdict{Say: "đã đủ " + form.Dots(nam.Amount) + " năm đóng và đủ tuổi thì đề nghị hưởng lương hưu"}
		}, form.By(canCuML15n)),
		form.Require("56", ThangDung, sau12Thang, form.By(canCuML12), form.Warn),
		form.Judge("57", ThangDung, sau12Thang, "đủ số tháng liên tục không đóng", chuaDuThang, form.By(canCuML12)),
		form.Judge("58", SoThangDong, sau12Thang, "chưa đủ 20 năm đóng", func(l *form.Look) form.Verdict {
			nam, ok := law.Get("mot-lan-nam-chua-du", l.Today)
			if !ok || SoThangDong.Get(l.Row) < nam.Amount*thangNam {
				return form.Verdict{}
			}
			return form.Verdict{Say: "từ đủ " + form.Dots(nam.Amount) + " năm đóng thì không hưởng một lần theo trường hợp này"}
		}, form.By(canCuML12)),
		form.Judge("59", ThangDau, sau12Thang, "trước ngày Luật 41/2024/QH15 có hiệu lực", func(l *form.Look) form.Verdict {
			cho := law.History("mot-lan-thang-cho")
			if len(cho) == 0 || ThangDau.Get(l.Row) < cho[0].From.Month() {
				return form.Verdict{}
			}
			return form.Verdict{Say: "người bắt đầu đóng từ ngày " + cho[0].From.String() + " không hưởng một lần theo trường hợp này"}
		}, form.By(canCuML12)),
		form.Check("5A", ThangDung, ThangDau.Filled(), "Tháng đóng cuối cùng: không trước Tháng đầu tiên đóng BHXH",
			func(l *form.Look) bool { return ThangDung.Get(l.Row) >= ThangDau.Get(l.Row) }, form.By(canCuML12)),
	}
}

func chuaDuTuoi(l *form.Look) form.Verdict {
	sinh, gt := facts.NgaySinh(NgaySinh.Get(l.Row)), facts.GioiTinhCua(GioiTinh.Get(l.Row))
	if !sinh.Valid() || gt != facts.Nam && gt != facts.Nu {
		return form.Verdict{}
	}
	du, ok := law.ThangDuTuoi(sinh.Day().Month(), gt == facts.Nu)
	if !ok || l.Today == 0 || l.Today.Month() >= du {
		return form.Verdict{}
	}
	return form.Verdict{Say: "đủ tuổi nghỉ hưu trong tháng " + du.String() + ", chưa đến. Chọn trường hợp khác"}
}

// chuaDuThang counts the months without contribution up to the month before the
// agency takes the request, here the month of checking.
func chuaDuThang(l *form.Look) form.Verdict {
	cho, ok := law.Get("mot-lan-thang-cho", l.Today)
	if !ok {
		return form.Verdict{}
	}
	som := ThangDung.Get(l.Row).Add(int(cho.Amount) + 1)
	if l.Today.Month() >= som {
		return form.Verdict{}
	}
	return form.Verdict{Say: "chưa đủ " + form.Dots(cho.Amount) + " tháng liên tục không đóng; nộp sớm nhất trong tháng " + som.String()}
}
