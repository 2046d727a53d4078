package d05ts

import (
	"fmt"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// kyRules are the rules of method, months and income (columns 3 to 5).
func kyRules() []form.Rule {
	return []form.Rule{
		form.Require("11", PhuongThuc, dong, form.By(luat36+" khoản 2; "+tepDT)),
		form.Require("12", SoThang, dong, form.By(huongC+"4")),
		form.Judge("13", SoThang, theoKy, "bằng số tháng của phương thức đóng", func(l *form.Look) form.Verdict {
			if n := kyThang(l.Row); SoThang.Get(l.Row) != n {
				return form.Verdict{Say: fmt.Sprintf("phương thức %s đóng cho %d tháng. Sửa số tháng hoặc phương thức đóng", PhuongThuc.Codes.Label(PhuongThuc.Get(l.Row)), n), Fix: fmt.Sprint(n)}
			}
			return form.Verdict{}
		}, form.By(luat36+" khoản 2")),
		form.Judge("14", SoThang, veSau, "tròn năm, không quá số năm được đóng trước", func(l *form.Look) form.Verdict {
			n, most := SoThang.Get(l.Row), figure("tu-nguyen-nhieu-nam-toi-da", ngayDong(l))
			if most > 0 && (n%12 != 0 || n < 2*12 || n > most*12) {
				return form.Verdict{Say: fmt.Sprintf("đóng một lần cho nhiều năm về sau từ 2 đến %d năm, tính tròn năm (%d đến %d tháng)", most, 2*12, most*12)}
			}
			return form.Verdict{}
		}, form.By(luat36+" khoản 2 điểm đ; Nghị định 159/2025/NĐ-CP"), form.Trust(form.Medium)),
		form.Judge("15", SoThang, conThieu, "không quá số tháng còn thiếu được đóng", func(l *form.Look) form.Verdict {
			n, most := SoThang.Get(l.Row), figure("tu-nguyen-con-thieu-toi-da", ngayDong(l))
			if most > 0 && (n < 1 || n > most) {
				return form.Verdict{Say: fmt.Sprintf("đóng một lần cho thời gian còn thiếu từ 1 đến %d tháng", most)}
			}
			return form.Verdict{}
		}, form.By(luat36+" khoản 2 điểm e; Nghị định 159/2025/NĐ-CP"), form.Trust(form.Medium)),
		form.Judge("16", TuThang, theoKy, "còn trong thời hạn đóng", quaHan, form.By(luat36+" khoản 3"), form.Warn),
		form.Judge("17", PhuongThuc, conThieu, "sớm nhất tháng trước tháng đủ tuổi nghỉ hưu", somQua, form.By(luat36+" khoản 3 điểm e"), form.Trust(form.Medium), form.Warn),
		form.Require("18", ThuNhap, dong, form.By(huongC+"5")),
		form.Judge("19", ThuNhap, dong, "từ chuẩn hộ nghèo nông thôn đến 20 lần mức tham chiếu", thuNhap, form.By("Luật 41/2024/QH15 Điều 31 khoản 2")),
		form.Require("20", TyLeDong, dong, form.By(tepDT)),
		form.Judge("21", TyLeDong, dong, "theo tỷ lệ đóng BHXH tự nguyện", func(l *form.Look) form.Verdict {
			rate := figure("tu-nguyen-ty-le", ngayDong(l))
			if rate == 0 || TyLeDong.Get(l.Row) == rate {
				return form.Verdict{}
			}
			ten := TyLeDong.Show(form.NumValue(rate))
			return form.Verdict{Say: "tỷ lệ đóng BHXH tự nguyện là " + ten, Fix: ten}
		}, form.By(luat36+" khoản 1")),
	}
}

// quaHan counts from the first month to the last in which the method may be paid.
func quaHan(l *form.Look) form.Verdict {
	tu, on := TuThang.Get(l.Row), ngayDong(l)
	n := figure("tu-nguyen-han-dong-"+PhuongThuc.Get(l.Row), on)
	if n == 0 || !tu.Valid() {
		return form.Verdict{}
	}
	if han := tu.Add(int(n) - 1).Last(); on > han {
		return form.Verdict{Say: fmt.Sprintf("kỳ bắt đầu %s phải đóng chậm nhất ngày %s, nay đã quá hạn. Đổi tháng bắt đầu, hoặc chọn DB (đóng bù)", tu, han)}
	}
	return form.Verdict{}
}

// somQua takes the sex from the căn cước, since the form does not ask for it.
func somQua(l *form.Look) form.Verdict {
	born := facts.NgaySinh(NgaySinh.Get(l.Row))
	_, g, _, ok := facts.DocCCCD(SoCCCD.Get(l.Row))
	if !ok || !born.Valid() {
		return form.Verdict{}
	}
	du, ok := law.ThangDuTuoi(born.Day().Month(), g == facts.Nu)
	if !ok || ngayDong(l).Month() >= du.Add(-1) {
		return form.Verdict{}
	}
	return form.Verdict{Say: fmt.Sprintf("người này đủ tuổi nghỉ hưu tháng %s, được đóng cho thời gian còn thiếu sớm nhất từ tháng %s", du, du.Add(-1))}
}

func thuNhap(l *form.Look) form.Verdict {
	on := ngayDong(l)
	low, high := figure("chuan-ngheo-nong-thon", on), law.TranBHXH(on.Month())
	if n := ThuNhap.Get(l.Row); low == 0 || high == 0 || n >= low && n <= high {
		return form.Verdict{}
	}
	return form.Verdict{Say: fmt.Sprintf("từ %s đồng (chuẩn hộ nghèo nông thôn) đến %s đồng (20 lần mức tham chiếu)", form.Dots(low), form.Dots(high))}
}
