package m01bhsb

import (
	"fmt"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law/lich"
	"ankhai/forms/nhanthan"
)

// conRules are the rules of children received, of death, and of the numbers of
// child and mother.
func conRules() []form.Rule {
	sauSinh := func(code string, c form.DayColumn, ma string) form.Rule {
		return form.Check(code, c, NgaySinhCon.Filled(), c.Label+": không trước Ngày sinh của con",
			func(l *form.Look) bool { return c.Get(l.Row) >= NgaySinhCon.Get(l.Row) }, form.By(canh(ma)))
	}
	return []form.Rule{
		form.Require("69", NgayNhanCon, nhanMoi, form.By(luat+"54 khoản 3, Điều 55, Điều 56")),
		sauSinh("70", NgayNhanCon, "22, 26, 27"),
		form.Judge("71", NgayNhanCon, form.All(CheDo.In("nhanConNuoi", "nhoMangThaiHo"), NgaySinhCon.Filled()), "con chưa đủ 6 tháng tuổi", conQuaThang, form.By(canh("21")+"; "+luat+"55 khoản 1, Điều 56 khoản 1")),
		form.Check("72", TuNgay, form.All(CheDo.In("nhanConNuoi", "nhoMangThaiHo"), NgayNhanCon.Filled()), "Từ ngày: không trước Ngày nhận con",
			func(l *form.Look) bool { return TuNgay.Get(l.Row) >= NgayNhanCon.Get(l.Row) }, form.By(luat+"55 khoản 1, Điều 56 khoản 1")),
		form.Judge("73", DenNgay, form.All(CheDo.In("nhanConNuoi", "nhoMangThaiHo"), NgaySinhCon.Filled()), "không quá lúc con đủ 6 tháng tuổi", hetNhanCon, form.By(luat+"55 khoản 1, Điều 56 khoản 1")),
		form.Check("74", MangThaiHo, CheDo.In("mangThaiHo", "nhoMangThaiHo"), "Mang thai hộ: ghi x ở nhóm mang thai hộ",
			func(l *form.Look) bool { return MangThaiHo.Get(l.Row) }, form.By(luoi+", cột 11.5"), form.Trust(form.Medium), form.Warn),
		sauSinh("75", NgayConChet, "24"),
		sauSinh("76", NgayMeChet, "25"),
		sauSinh("77", NgayKetLuan, "61-69"),
		form.Check("78", SoConChet, SoCon.Filled(), "Số con chết hoặc thai chết lưu: không quá Số con",
			func(l *form.Look) bool { n := SoConChet.Get(l.Row); return n >= 0 && n <= SoCon.Get(l.Row) }, form.By(luat+"53 khoản 4")),
		tuongLai("79", NgayNhanCon), tuongLai("80", NgayConChet), tuongLai("81", NgayMeChet), tuongLai("82", NgayKetLuan),
		nhieuMa("83", MaSoBHXHCon, "mã số BHXH của con, nhiều con cách nhau dấu chấm phẩy", canh("42"), facts.CheckMaSoBHXH),
		form.Check("84", MaSoBHXHCon, SoCon.Filled(), "Mã số BHXH của con: số mã phải bằng Số con còn sống",
			func(l *form.Look) bool {
				return int64(len(tach(MaSoBHXHCon.Get(l.Row)))) >= SoCon.Get(l.Row)-SoConChet.Get(l.Row) && int64(len(tach(MaSoBHXHCon.Get(l.Row)))) <= SoCon.Get(l.Row)
			}, form.By(luoi+", cột 10.1"), form.Trust(form.Medium), form.Warn),
		nhanthan.MaSoBHXH("85", MaSoBHXHMe, luoi+", cột 11.1"),
		nhanthan.Text("86", TheBHYTMe, "số thẻ BHYT", luoi+", cột 11.2", facts.CheckTheBHYT),
		nhanthan.SoGiayTo("87", SoCCCDMe, nil, nil, nil),
		nhanthan.MaSoBHXH("88", MaSoBHXHNuoiDuong, luoi+", cột 11.9"),
		form.Check("89", PhiGiamDinh, form.Always, "Phí giám định y khoa: không âm",
			func(l *form.Look) bool { return PhiGiamDinh.Get(l.Row) >= 0 }, form.By(luoi), form.Trust(form.Medium)),
	}
}

// tuongLai asks that a day is not after today.
func tuongLai(code string, c form.DayColumn) form.Rule {
	return form.Check(code, c, form.Always, c.Label+": không sau hôm nay",
		func(l *form.Look) bool { return l.Today == 0 || c.Get(l.Row) <= l.Today }, form.By(canh("61-69")+"; "+luoi))
}

func conQuaThang(l *form.Look) form.Verdict {
	limit, ok := so("con-nuoi-thang-tuoi", NgayNhanCon.Get(l.Row))
	if !ok || NgayNhanCon.Get(l.Row) < lich.ThemThang(NgaySinhCon.Get(l.Row), int(limit.Amount)) {
		return form.Verdict{}
	}
	return form.Verdict{Say: fmt.Sprintf("con đã đủ %d tháng tuổi vào ngày nhận nên không có chế độ. Xem lại ngày sinh, ngày nhận", limit.Amount)}
}

// hetNhanCon allows a mother for whom another carried a month for each further child.
func hetNhanCon(l *form.Look) form.Verdict {
	r := l.Row
	limit, ok := so("con-nuoi-thang-tuoi", TuNgay.Get(r))
	if !ok {
		return form.Verdict{}
	}
	n := limit.Amount
	if CheDo.Get(r) == "nhoMangThaiHo" && SoCon.Get(r) > 1 {
		n += (SoCon.Get(r) - 1) * soLuong("sinh-con-them-moi-con", TuNgay.Get(r))
	}
	last := lich.ThemThang(NgaySinhCon.Get(r), int(n)).Add(-1)
	if DenNgay.Get(r) <= last {
		return form.Verdict{}
	}
	return form.Verdict{Say: fmt.Sprintf("chế độ hết khi con đủ %d tháng tuổi, ngày cuối là %s", n, last), Fix: last.String()}
}

// tach splits a list at semicolons; "" has none.
func tach(s string) []string {
	var out []string
	for _, p := range strings.Split(s, ";") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// nhieuMa checks each number of a list, and names the one that is wrong.
func nhieuMa(code string, c form.TextColumn, about, basis string, check func(string) facts.LoiMa) form.Rule {
	return form.Judge(code, c, form.Always, about, func(l *form.Look) form.Verdict {
		all := tach(c.Get(l.Row))
		for _, s := range all {
			v := nhanthan.Verdict(check(s))
			if v.Say != "" && len(all) > 1 {
				v.Say, v.Fix = "«"+s+"» "+v.Say, ""
			}
			if v.Say != "" {
				return v
			}
		}
		return form.Verdict{}
	}, form.By(basis))
}

// coChu reports whether a note has one of the words, whatever its marks and case.
func coChu(s string, words ...string) bool {
	folded := codes.Fold(s)
	for _, w := range words {
		if strings.Contains(folded, w) {
			return true
		}
	}
	return false
}
