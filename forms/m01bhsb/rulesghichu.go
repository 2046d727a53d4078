package m01bhsb

import "ankhai/forms/form"

// ghiChuRules remind of what the electronic file has no place for, or a place whose
// codes are not known: it goes into the note, or the agency does not see it.
func ghiChuRules() []form.Rule {
	nho := func(code string, c form.Handle, cond form.Cond, ma form.TextColumn) form.Rule {
		return form.Check(code, c, form.All(phatSinh, cond), c.Col().Label+": tệp điện tử chưa mang được ô này (danh mục mã chưa có). Ghi bằng lời ở Ghi chú, hoặc ghi mã nếu biết",
			func(l *form.Look) bool { return ma.Known(l.Row) || GhiChu.Known(l.Row) }, form.By(tepDT), form.Trust(form.Low), form.Warn)
	}
	return []form.Rule{
		nho("133", NangNhoc, NangNhoc.Yes(), MaDieuKien),
		nho("134", BienPhap, BienPhap.Filled(), MaBienPhap),
		form.Check("135", TruongHop, form.All(phatSinh, form.Not(TruongHop.In("khac"))), "Trường hợp dưỡng sức: tệp điện tử không có ô này. Ghi bằng lời ở Ghi chú",
			func(l *form.Look) bool { return GhiChu.Known(l.Row) }, form.By(tepDT), form.Trust(form.Medium), form.Warn),
	}
}
