package c80hd

import "ankhai/forms/form"

// rules compare the figures of the record with each other. They only remind: the
// record is the agency's.
func rules() []form.Rule {
	hon := func(code string, c form.MoneyColumn, la string, of func(form.Row) int64, cot ...form.Handle) form.Rule {
		return form.Judge(code, c, form.When("các số liên quan có ghi", duGhi(cot), cot...), la, func(l *form.Look) form.Verdict {
			if n := of(l.Row); n != c.Get(l.Row) {
				return form.Verdict{Say: la + ", tính ra " + form.Dots(n) + " đồng. Hỏi lại cơ quan BHXH về khoản lệch"}
			}
			return form.Verdict{}
		}, form.By(moTa), form.Trust(form.Low), form.Warn)
	}
	return []form.Rule{
		hon("21", DuocQT, "phải bằng số đề nghị trừ giảm trừ", func(r form.Row) int64 { return DeNghi.Get(r) - GiamTru.Get(r) }, DeNghi, GiamTru),
		hon("22", ConPhaiTra, "phải bằng số được quyết toán trừ số đã tạm ứng", func(r form.Row) int64 { return DuocQT.Get(r) - DaTamUng.Get(r) }, DuocQT, DaTamUng),
		form.Check("23", GiamTru, DeNghi.Filled(), "Giảm trừ sau giám định: không lớn hơn Số đề nghị",
			func(l *form.Look) bool { return GiamTru.Get(l.Row) <= DeNghi.Get(l.Row) }, form.By(moTa), form.Trust(form.Inferred), form.Warn),
	}
}

func duGhi(cot []form.Handle) func(form.Row) bool {
	return func(r form.Row) bool {
		for _, c := range cot {
			if !c.Col().Known(r) {
				return false
			}
		}
		return true
	}
}
