package m05ahsb

import "ankhai/forms/form"

// ngayRules are the rules of the order of days.
func ngayRules() []form.Rule {
	out := []form.Rule{
		khongSau("25", NgayCap), khongSau("26", NgayXayRa), khongSau("27", BienBanNgay), khongSau("28", GiaoThongNgay),
		khongSau("29", GiayKhamNgay), khongSau("30", NgayRaVien), khongSau("31", NgayGiamDinh),
		khongTruoc("32", BienBanNgay, NgayXayRa), khongTruoc("33", GiaoThongNgay, NgayXayRa),
		khongTruoc("34", NgayRaVien, NgayVaoVien), khongTruoc("35", NgayVaoVien, NgayXayRa),
	}
	return append(out, form.Check("36", NgayGiamDinh, form.Any(NgayXayRa.Filled(), NgayRaVien.Filled()),
		"Ngày biên bản giám định: không trước ngày xảy ra tai nạn, ngày ra viện; giám định khi thương tật, bệnh tật đã điều trị ổn định",
		func(l *form.Look) bool {
			d := NgayGiamDinh.Get(l.Row)
			return d >= NgayXayRa.Get(l.Row) && d >= NgayRaVien.Get(l.Row)
		}, form.By(luat84+"47"), form.Trust(form.Medium)))
}

// khongSau asks that a day is not after today.
func khongSau(code string, c form.DayColumn) form.Rule {
	return form.Check(code, c, form.Always, c.Label+": không sau hôm nay",
		func(l *form.Look) bool { return l.Today == 0 || c.Get(l.Row) <= l.Today }, form.By(luoi))
}

// khongTruoc asks that a day is not before another.
func khongTruoc(code string, c, o form.DayColumn) form.Rule {
	return form.Check(code, c, o.Filled(), c.Label+": không trước "+o.Label,
		func(l *form.Look) bool { return c.Get(l.Row) >= o.Get(l.Row) }, form.By(luoi))
}
