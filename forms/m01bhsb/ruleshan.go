package m01bhsb

import (
	"fmt"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

const canCuCham = "; " + luat + "92 khoản 1"

// hanRules remind of terms of filing that have passed: the claim stands, with an
// explanation.
func hanRules() []form.Rule {
	return []form.Rule{
		form.Judge("102", DenNgay, omMoi, "nộp trong hạn kể từ ngày trở lại làm việc", func(l *form.Look) form.Verdict {
			lai := NgayTroLai.Get(l.Row)
			if lai == 0 {
				lai = DenNgay.Get(l.Row).Add(1)
			}
			return quaHan(l, lai, "han-nop-om-dau", "trở lại làm việc")
		}, form.By(luat+"48 khoản 1"+canCuCham), form.Warn),
		form.Judge("103", DenNgay, form.All(phatSinh, thaiSan), "nộp trong hạn kể từ ngày hết thời gian nghỉ thai sản", func(l *form.Look) form.Verdict {
			return quaHan(l, DenNgay.Get(l.Row), "han-nop-thai-san", "hết thời gian nghỉ")
		}, form.By(luat+"62 khoản 1"+canCuCham), form.Warn),
		form.Judge("104", TuNgay, dsMoi, "nộp trong hạn kể từ ngày nghỉ dưỡng sức", quaHanNopDuongSuc, form.By(luat+"49 khoản 1, Điều 63 khoản 1"+canCuCham), form.Warn),
	}
}

// quaHan counts days of the calendar from an event to the day of checking.
func quaHan(l *form.Look, from law.Day, name, event string) form.Verdict {
	limit, ok := so(name, from)
	if !ok || !l.Today.Valid() || int64(l.Today.Sub(from)) <= limit.Amount || LyDoGiaiTrinh.Known(l.Head) {
		return form.Verdict{}
	}
	return cham(fmt.Sprintf("đã %d ngày kể từ ngày %s %s, hạn nộp hồ sơ là %d ngày", l.Today.Sub(from), event, from, limit.Amount))
}

func quaHanNopDuongSuc(l *form.Look) form.Verdict {
	tu := TuNgay.Get(l.Row)
	limit, ok := so("han-nop-duong-suc", tu)
	if !ok || !l.Today.Valid() || LyDoGiaiTrinh.Known(l.Head) || tooLong(tu, l.Today) {
		return form.Verdict{}
	}
	if last := tuanNam.ThemNgayLam(tu, int(limit.Amount)); l.Today > last {
		return cham(fmt.Sprintf("quá %d ngày làm việc kể từ ngày nghỉ dưỡng sức, hạn nộp là %s", limit.Amount, last))
	}
	return form.Verdict{}
}

func cham(say string) form.Verdict {
	return form.Verdict{Say: say + ". Ghi Giải trình nộp chậm ở phần đầu và kèm văn bản giải trình"}
}
