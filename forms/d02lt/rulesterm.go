package d02lt

import (
	"fmt"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// hopDongRules are the rules of contracts and decisions (columns 10 to 13).
func hopDongRules() []form.Rule {
	return []form.Rule{
		form.Require("27", LoaiHD, moi, form.By(huongC+"10, 11, 12")),
		form.Require("28", HDTu, moi, form.By(huongC+"13")),
		form.Require("29", HDDen, xacDinh, form.By("Bộ luật Lao động 45/2019/QH14 Điều 20")),
		form.Forbid("30", HDDen, voHan, form.By("Bộ luật Lao động 45/2019/QH14 Điều 20")),
		form.Check("31", HDDen, HDTu.Filled(), "Hợp đồng đến ngày: không trước Hợp đồng từ ngày",
			func(l *form.Look) bool { return HDDen.Get(l.Row) >= HDTu.Get(l.Row) }, form.By(huongC+"13")),
		form.Judge("32", HDDen, form.All(xacDinh, HDTu.Filled()), "không quá thời hạn dài nhất của hợp đồng xác định thời hạn", func(l *form.Look) form.Verdict {
			dai, ok := law.Get("hop-dong-toi-da", HDTu.Get(l.Row))
			if !ok || HDDen.Get(l.Row) < sau(HDTu.Get(l.Row), int(dai.Amount)) {
				return form.Verdict{}
			}
			return form.Verdict{Say: fmt.Sprintf("hợp đồng xác định thời hạn không quá %d tháng. Xem lại ngày hoặc loại hợp đồng", dai.Amount)}
		}, form.By("Bộ luật Lao động 45/2019/QH14 Điều 20"), form.Warn),
		form.Judge("33", HDDen, form.All(xacDinh, moi), "người nước ngoài có hợp đồng đủ thời hạn tối thiểu", func(l *form.Look) form.Verdict {
			nn, ok := NuocNgoai(l.Row)
			ngan, co := law.Get("hop-dong-nguoi-nuoc-ngoai-toi-thieu", TuThang.Get(l.Row).First())
			if !nn || !ok || !co || HDTu.Get(l.Row) == 0 || HDDen.Get(l.Row).Add(1) >= sau(HDTu.Get(l.Row), int(ngan.Amount)) {
				return form.Verdict{}
			}
			return form.Verdict{Say: fmt.Sprintf("người nước ngoài chỉ tham gia BHXH bắt buộc khi hợp đồng từ đủ %d tháng", ngan.Amount)}
		}, form.By("Luật 41/2024/QH15 Điều 2 khoản 2")),
		form.Check("73", HDDen, form.All(xacDinh, moi, HDTu.Filled()), "Hợp đồng đến ngày: hợp đồng dưới 1 tháng không thuộc diện tham gia BHXH bắt buộc. Xem lại trước khi nộp",
			func(l *form.Look) bool {
				return HDDen.Get(l.Row) < HDTu.Get(l.Row) || HDDen.Get(l.Row).Add(1) >= sau(HDTu.Get(l.Row), 1)
			},
			form.By("Luật 41/2024/QH15 Điều 2 khoản 1"), form.Warn),
		form.Check("34", HDNgayKy, form.Always, "Ngày ký hợp đồng: không sau hôm nay",
			func(l *form.Look) bool { return l.Today == 0 || HDNgayKy.Get(l.Row) <= l.Today }, form.By(congDVC), form.Trust(form.Medium)),
		form.Check("53", ViTriDen, ViTriTu.Filled(), "Vị trí việc làm đến ngày: không trước Vị trí việc làm từ ngày",
			func(l *form.Look) bool { return ViTriDen.Get(l.Row) >= ViTriTu.Get(l.Row) }, form.By(tepDT)),
		form.Check("54", NndhDen, NndhTu.Filled(), "Nặng nhọc, độc hại đến ngày: không trước Nặng nhọc, độc hại từ ngày",
			func(l *form.Look) bool { return NndhDen.Get(l.Row) >= NndhTu.Get(l.Row) }, form.By(tepDT)),
		form.Judge("55", HDTu, moi, "báo tăng trong thời hạn kể từ ngày bắt đầu hợp đồng", baoMuon,
			form.By("Luật 41/2024/QH15 Điều 28 khoản 1, Điều 38, Điều 39"), form.Warn),
	}
}

// sau is the day n months after d, the first of the month that follows where
// the day does not exist there.
func sau(d law.Day, n int) law.Day {
	m := d.Month().Add(n)
	if last := m.Last(); d.Dom() <= last.Dom() {
		return m.First().Add(d.Dom() - 1)
	}
	return m.Last().Add(1)
}

// baoMuon counts from the first day of the contract to the day of checking.
func baoMuon(l *form.Look) form.Verdict {
	tu := HDTu.Get(l.Row)
	han := int(law.HanBaoTang(l.Today))
	if han == 0 || !tu.Valid() || !l.Today.Valid() || l.Today < tu.Add(han) {
		return form.Verdict{}
	}
	muon := l.Today.Sub(tu) + 1 // the first day counts: Quyết định 366/QĐ-BHXH, hướng dẫn C12-TS, chỉ tiêu 3.1.2
	say := fmt.Sprintf("đã %d ngày, quá hạn báo tăng %d ngày. Nộp sớm để không bị coi là chậm đóng", muon, han)
	if muon > 3*han {
		say = fmt.Sprintf("đã %d ngày, quá hạn báo tăng %d ngày. Có thể bị coi là trốn đóng, nộp ngay và chuẩn bị văn bản giải trình", muon, han)
	}
	return form.Verdict{Say: say}
}
