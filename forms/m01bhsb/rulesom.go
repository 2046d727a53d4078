package m01bhsb

import (
	"fmt"

	"ankhai/forms/facts"
	"ankhai/forms/form"
)

// omRules are the rules of sickness, a worker's own and a child's.
func omRules() []form.Rule {
	return []form.Rule{
		form.Require("31", SoSeri, omMoi, form.By(luat+"47; "+tepDT)),
		form.Require("32", SoSeri, form.All(phatSinh, CheDo.In("khamThai", "sayThai", "tranhThai")).Named("khám thai, sảy thai hoặc tránh thai"),
			form.By(luat+"61 khoản 3; "+luoi+", nhóm I, II, IX"), form.Warn),
		form.Over("33", SoSeri, "một chứng từ không đứng ở dòng của hai người", hoSeri, form.By(luat+"47"), form.Trust(form.Medium), form.Warn),
		form.Require("34", MaBenh, form.All(phatSinh, CheDo.In("daiNgay")).Named("nghỉ ốm dài ngày"), form.By(luat+"43 khoản 2; "+luoi)),
		form.Over("35", TongSo, "trong một năm không vượt số ngày ốm đau tối đa", hanMucOm, form.By(canh("06")+"; "+luat+"43 khoản 1")),
		form.Over("36", TongSo, "trong một năm không vượt số ngày của người đóng dưới 15 năm", hanMucOmItNam, form.By(canh("06")+"; "+luat+"43 khoản 1"), form.Warn),
		form.Require("37", NgaySinhCon, form.All(phatSinh, conOm).Named("nghỉ vì con ốm"), form.By(canh("34")+"; "+luat+"44")),
		form.Check("38", NgaySinhCon, form.All(conOm, TuNgay.Filled()), "Ngày sinh của con: không sau Từ ngày, con chưa sinh thì chưa có chế độ con ốm",
			func(l *form.Look) bool { return NgaySinhCon.Get(l.Row) <= TuNgay.Get(l.Row) }, form.By(canh("11"))),
		form.Judge("39", NgaySinhCon, conOm, "con dưới 7 tuổi vào ngày nghỉ", conQuaTuoi, form.By(canh("10/54")+"; "+luat+"42 khoản 1 điểm e")),
		form.Require("40", SoCon, form.All(phatSinh, conOm).Named("nghỉ vì con ốm"), form.By(luoi), form.Warn),
		form.Require("41", TheBHYTCon, form.All(phatSinh, conOm, MaSoBHXHCon.Empty()).Named("nghỉ vì con ốm mà chưa ghi mã số BHXH của con"), form.By(luoi), form.Warn),
		nhieuMa("42", TheBHYTCon, "số thẻ BHYT của con, nhiều con cách nhau dấu chấm phẩy", canh("42"), facts.CheckTheBHYT),
		form.Over("43", TongSo, "trong một năm không vượt số ngày chăm sóc một con", hanMucConOm, form.By(canh("06")+"; "+luat+"44 khoản 1")),
	}
}

// hoSeri finds one certificate with two people.
func hoSeri(_ *form.Doc, rows []form.Row) []form.Hit {
	first := map[string]int{}
	var hits []form.Hit
	for i, r := range rows {
		s := SoSeri.Get(r)
		if s == "" || khoa(r) == "" {
			continue
		}
		k, seen := first[s]
		if !seen {
			first[s] = i
		} else if khoa(rows[k]) != khoa(r) && !conOm.Test(r) { // father and mother may share the paper of a child
			hits = append(hits, form.Hit{I: i, Say: fmt.Sprintf("dòng %d ghi số seri này cho người khác. Xem lại số trên chứng từ", k+1)})
		}
	}
	return hits
}

// hanMucOm takes the highest band, since the form does not know the years paid.
func hanMucOm(_ *form.Doc, rows []form.Row) []form.Hit {
	return congDon(rows, omCua("30-nam"), func(sum, limit int64) string {
		return fmt.Sprintf("cộng các dòng của người này trong năm được %s ngày, luật cho nhiều nhất %d ngày. Bớt số ngày; bệnh dài ngày thì chọn nhóm Ốm dài ngày", viet(sum), limit)
	})
}

func hanMucOmItNam(_ *form.Doc, rows []form.Row) []form.Hit {
	return congDon(rows, omCua("duoi-15-nam"), func(sum, limit int64) string {
		return fmt.Sprintf("cộng các dòng của người này trong năm được %s ngày, người đóng dưới 15 năm được %d ngày. Xem lại số năm đóng và số ngày đã hưởng", viet(sum), limit)
	})
}

// omCua gives the key and limit of a worker's own sickness in a band of years.
func omCua(muc string) func(form.Row) (string, int64) {
	return func(r form.Row) (string, int64) {
		if CheDo.Get(r) != "omDau" {
			return "", 0
		}
		name := "om-dau-so-ngay-"
		if NangNhoc.Get(r) {
			name += "nang-nhoc-"
		}
		return nam(r), soLuong(name+muc, TuNgay.Get(r))
	}
}

func conQuaTuoi(l *form.Look) form.Verdict {
	tu, sinh := TuNgay.Get(l.Row), NgaySinhCon.Get(l.Row)
	old, ok := so("con-om-tuoi-toi-da", tu)
	if !ok || !sinh.Valid() || sinh > tu || tuoiDu(sinh, tu) < old.Amount {
		return form.Verdict{}
	}
	return form.Verdict{Say: fmt.Sprintf("con đã đủ %d tuổi vào ngày %s, chế độ chỉ có khi con dưới %d tuổi. Xem lại ngày sinh", tuoiDu(sinh, tu), tu, old.Amount)}
}

// conOmCua gives the key and limit of the days for one child in one year.
func conOmCua(r form.Row) (string, int64) {
	sinh, tu := NgaySinhCon.Get(r), TuNgay.Get(r)
	if !conOm.Test(r) || !sinh.Valid() || !tu.Valid() || sinh > tu || SoCon.Get(r) > 1 {
		return "", 0 // several children in one row: whose days they are is not said
	}
	con := sinh.ISO() + " " + MaSoBHXHCon.Get(r) + " " + TheBHYTCon.Get(r)
	if small, ok := so("con-om-tuoi-nho", tu); ok && tuoiDu(sinh, tu) < small.Amount {
		return nam(r, con), soLuong("con-om-so-ngay-duoi-3-tuoi", tu)
	}
	return nam(r, con), soLuong("con-om-so-ngay-duoi-7-tuoi", tu)
}

func hanMucConOm(_ *form.Doc, rows []form.Row) []form.Hit {
	return congDon(rows, conOmCua, func(sum, limit int64) string {
		return fmt.Sprintf("cộng các dòng chăm con này trong năm được %s ngày, luật cho nhiều nhất %d ngày. Bớt số ngày hoặc xem lại ngày sinh của con", viet(sum), limit)
	})
}
