package m01bhsb

import (
	"fmt"

	"ankhai/forms/form"
)

// thaiRules are the rules of visits before birth, lost pregnancies and
// contraception.
func thaiRules() []form.Rule {
	return []form.Rule{
		form.Judge("44", TongSo, CheDo.In("khamThai"), "mỗi lần khám thai không quá số ngày của luật", quaMuc("kham-thai-so-ngay", "mỗi lần khám thai được nghỉ nhiều nhất %d ngày. Lần khác ghi ở dòng khác"),
			form.By(luat+"51 khoản 1")),
		form.Over("45", CheDo, "khám thai không quá số lần của luật trong một thai kỳ", quaLanKham, form.By(canh("12")+"; "+luat+"51 khoản 1")),
		form.Require("46", TuoiThai, form.All(phatSinh, CheDo.In("sayThai")).Named("sảy thai, phá thai, thai chết"), form.By(luat+"52 khoản 1")),
		form.Judge("47", TuoiThai, form.Always, "từ 1 đến 45 tuần", tuoiThaiCoThat, form.By(luat+"52 khoản 1"), form.Trust(form.Medium)),
		form.Judge("48", TongSo, CheDo.In("sayThai"), "không quá số ngày theo tuổi thai", quaMucSayThai, form.By(luat+"52 khoản 1")),
		form.Require("49", BienPhap, form.All(phatSinh, CheDo.In("tranhThai")).Named("thực hiện biện pháp tránh thai"), form.By(luat+"57 khoản 1")),
		form.Judge("50", TongSo, form.All(CheDo.In("tranhThai"), BienPhap.Filled()), "không quá số ngày theo biện pháp", func(l *form.Look) form.Verdict {
			name := "tranh-thai-dat-vong"
			if BienPhap.Get(l.Row) == TrietSan {
				name = "tranh-thai-triet-san"
			}
			return quaMuc(name, "biện pháp này được nghỉ nhiều nhất %d ngày. Bớt số ngày hoặc xem lại biện pháp")(l)
		}, form.By(luat+"57 khoản 1")),
		form.Over("51", BienPhap, "mỗi người một lần thực hiện biện pháp tránh thai trong danh sách", haiLanTranhThai, form.By(canh("13/76")), form.Trust(form.Medium), form.Warn),
	}
}

// quaMuc holds the total of a row against a figure; say has the figure's %d.
func quaMuc(name, say string) func(*form.Look) form.Verdict {
	return func(l *form.Look) form.Verdict {
		limit, ok := so(name, TuNgay.Get(l.Row))
		if !ok || TongSo.Get(l.Row) <= limit.Amount*nghin {
			return form.Verdict{}
		}
		return form.Verdict{Say: fmt.Sprintf(say, limit.Amount)}
	}
}

// thaiKy is how many months of leave for visits belong to one pregnancy, as the
// agency counts (warning 36).
const thaiKy = 10

// quaLanKham counts a woman's visits within the months of one pregnancy.
func quaLanKham(_ *form.Doc, rows []form.Row) []form.Hit {
	seen := map[string][]form.Row{}
	var hits []form.Hit
	for i, r := range rows {
		k, tu := khoa(r), TuNgay.Get(r)
		limit, ok := so("kham-thai-so-lan", tu)
		if k == "" || !ok || CheDo.Get(r) != "khamThai" || Phan.Get(r) != PhatSinh {
			continue
		}
		n := int64(1)
		for _, o := range seen[k] {
			if d := TuNgay.Get(o).Month().Sub(tu.Month()); d > -thaiKy && d < thaiKy {
				n++
			}
		}
		if n == limit.Amount+1 {
			hits = append(hits, form.Hit{I: i, Say: fmt.Sprintf("đã ghi %d lần khám thai của người này, luật cho nhiều nhất %d lần mỗi thai kỳ. Bỏ bớt lần khám", n, limit.Amount)})
		}
		seen[k] = append(seen[k], r)
	}
	return hits
}

func tuoiThaiCoThat(l *form.Look) form.Verdict {
	if n := TuoiThai.Get(l.Row); n < 1 || n > 45 {
		return form.Verdict{Say: "từ 1 đến 45 tuần"}
	}
	return form.Verdict{}
}

// quaMucSayThai picks the band by the weeks of the pregnancy.
func quaMucSayThai(l *form.Look) form.Verdict {
	on, tuan := TuNgay.Get(l.Row), TuoiThai.Get(l.Row)
	if !TuoiThai.Known(l.Row) {
		return quaMuc("say-thai-so-ngay-tu-22-tuan", "được nghỉ nhiều nhất %d ngày. Ghi tuổi thai và xem lại số ngày")(l)
	}
	name := "duoi-5-tuan"
	switch {
	case tuan >= soLuong("say-thai-moc-22-tuan", on):
		name = "tu-22-tuan"
	case tuan >= soLuong("say-thai-moc-13-tuan", on):
		name = "duoi-22-tuan"
	case tuan >= soLuong("say-thai-moc-5-tuan", on):
		name = "duoi-13-tuan"
	}
	v := quaMuc("say-thai-so-ngay-"+name, fmt.Sprintf("thai %d tuần được nghỉ nhiều nhất %%d ngày. Bớt số ngày hoặc xem lại tuổi thai", tuan))(l)
	if v.Say != "" && name == "tu-22-tuan" {
		v.Say += ". Thai từ đủ 22 tuần mà đủ điều kiện đóng thì được nghỉ như sinh con: chọn nhóm Sinh con"
	}
	return v
}

// haiLanTranhThai finds a person's second contraception in the list.
func haiLanTranhThai(_ *form.Doc, rows []form.Row) []form.Hit {
	first := map[string]int{}
	var hits []form.Hit
	for i, r := range rows {
		k := khoa(r)
		if k == "" || CheDo.Get(r) != "tranhThai" || Phan.Get(r) != PhatSinh {
			continue
		}
		if j, seen := first[k]; seen {
			hits = append(hits, form.Hit{I: i, Say: fmt.Sprintf("dòng %d đã ghi biện pháp tránh thai của người này. Xem lại có phải hai lần không", j+1)})
			continue
		}
		first[k] = i
	}
	return hits
}
