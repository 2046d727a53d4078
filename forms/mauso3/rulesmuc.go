package mauso3

import (
	"fmt"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// mucRules are the rules of columns 4 to 8.
func mucRules() []form.Rule {
	khong := func(code string, c form.Handle, cot string) form.Rule {
		return form.Check(code, c, bangDong, c.Col().Label+": để trống khi tiền lương tính bằng đồng",
			func(l *form.Look) bool { return c.Col().Get(l.Row).N == 0 }, form.By(huongC+cot))
	}
	phanTram := func(code string, c form.RateColumn, cot string) form.Rule {
		return form.Check(code, c, form.Always, c.Label+": từ 0 đến 100",
			func(l *form.Look) bool { return c.Get(l.Row) >= 0 && c.Get(l.Row) <= 10*nghin }, form.By(huongC+cot))
	}
	return []form.Rule{
		form.Require("11", MucLuong, form.All(coMuc, HeSo.Empty()).Named("tăng người, tăng hoặc giảm tiền lương mà không ghi Hệ số lương"), form.By(huongC+"4")),
		form.Forbid("12", MucLuong, HeSo.Filled(), form.By(huongC+"4")),
		form.Check("13", HeSo, form.Always, "Hệ số lương: lớn hơn 0 và nhỏ hơn 20. Lương bằng tiền ghi vào cột Tiền lương",
			func(l *form.Look) bool { return HeSo.Get(l.Row) > 0 && HeSo.Get(l.Row) < 20*nghin }, form.By(huongC+"4"), form.Trust(form.Medium)),
		form.Check("14", HeSo, form.Not(laoDong).Named("không phải người lao động"), "Hệ số lương: chỉ dành cho người lao động hưởng lương do Nhà nước quy định. Ghi số tiền vào cột Tiền lương",
			func(*form.Look) bool { return false }, form.By(huongC+"4")),
		form.Check("15", MucLuong, form.Always, "Tiền lương: lớn hơn 0 đồng",
			func(l *form.Look) bool { return MucLuong.Get(l.Row) > 0 }, form.By(huongC+"4")),
		khong("16", PhuCapCV, "5"), khong("17", TNVK, "6"), khong("18", TNNghe, "7"),
		phanTram("19", TNVK, "6"), phanTram("20", TNNghe, "7"),
		form.Check("21", BoSung, form.Always, "Các khoản phụ cấp lương và thu nhập bổ sung: từ 0 đồng trở lên",
			func(l *form.Look) bool { return BoSung.Get(l.Row) >= 0 }, form.By(huongC+"8")),
		form.Judge("22", MucLuong, theoLCS, "bằng mức lương cơ sở của tháng tham gia", func(l *form.Look) form.Verdict {
			return laMot(MucLuong.Get(l.Row), "mức lương cơ sở", law.MucThamChieu(TuThang.Get(l.Row).First()))
		}, form.By(huongC+"4")),
		form.Judge("23", MucLuong, hoGiaDinh, "bằng mức lương cơ sở đã giảm trừ theo thứ tự trong hộ", mucHo, form.By("Luật Bảo hiểm y tế Điều 13; "+huongC+"4")),
		form.Require("24", ThuTu, form.All(hoGiaDinh, tangNguoi).Named("tăng người tham gia theo hộ gia đình"), form.By(huongC+"4"), form.Warn),
		form.Over("25", ThuTu, "mỗi người trong hộ một thứ tự", thuTuHo, form.By(huongC+"4"), form.Trust(form.Medium)),
		form.Over("35", ThuTu, "trong hộ có người thứ 1", thieuNguoiDau, form.By(huongC+"4"), form.Trust(form.Medium), form.Warn),
		form.Judge("26", MucLuong, form.All(laoDong, bangDong).Named("người lao động hưởng lương bằng đồng"), "quá mức cao nhất thì chỉ đóng trên mức cao nhất", func(l *form.Look) form.Verdict {
			cao := law.TranBHXH(TuThang.Get(l.Row))
			if cao == 0 || MucLuong.Get(l.Row)+BoSung.Get(l.Row) <= cao {
				return form.Verdict{}
			}
			return form.Verdict{Say: fmt.Sprintf("BHYT chỉ đóng trên %s đồng. Vẫn ghi đủ tiền lương", form.Dots(cao))}
		}, form.By("Luật Bảo hiểm y tế Điều 13"), form.Trust(form.Medium), form.Warn),
		form.Check("27", TyLeNSNN, form.Always, "Tỷ lệ ngân sách nhà nước hỗ trợ (%): từ 0 đến 100",
			func(l *form.Look) bool { return TyLeNSNN.Get(l.Row) >= 0 && TyLeNSNN.Get(l.Row) <= 10*nghin }, form.By(huongC+"10")),
		form.Forbid("28", TyLeNSNN, NhomDong.In(NguoiLaoDong, LuongHuu).Named("là người lao động, người hưởng lương hưu, trợ cấp"), form.By(huongC+"10")),
	}
}

// laMot holds an amount against the ones it may be, of which 0 is not known.
func laMot(co int64, ten string, muc ...int64) form.Verdict {
	for _, n := range muc {
		if n == 0 || n == co {
			return form.Verdict{}
		}
	}
	return form.Verdict{Say: fmt.Sprintf("%s là %s đồng", ten, form.Dots(muc[0])), Fix: fmt.Sprint(muc[0])}
}

// mucHo knows two days: the contribution is counted on the day of paying, which
// may come before the first month.
func mucHo(l *form.Look) form.Verdict {
	co, dau := MucLuong.Get(l.Row), TuThang.Get(l.Row).First()
	if ThuTu.Known(l.Row) {
		n := ThuTu.Get(l.Row)
		return laMot(co, fmt.Sprintf("mức của người thứ %d trong hộ", n), MucHo(n, l.Today), MucHo(n, dau))
	}
	for n := int64(1); n <= nguoiCuoi; n++ {
		if m := MucHo(n, l.Today); m == 0 || m == co || MucHo(n, dau) == co {
			return form.Verdict{}
		}
	}
	return form.Verdict{Say: fmt.Sprintf("không phải mức của người nào trong hộ (từ %s đến %s đồng). Ghi thứ tự trong hộ",
		form.Dots(MucHo(nguoiCuoi, l.Today)), form.Dots(MucHo(1, l.Today)))}
}

// cho is a place in a household.
type cho struct {
	ho string
	n  int64
}

// choCua is the place that a row takes; ok is false where it takes none.
func choCua(r form.Row) (c cho, ok bool) {
	c = cho{KhoaHo.Get(r), ThuTu.Get(r)}
	return c, c.ho != "" && ThuTu.Known(r) && tangNguoi.Test(r)
}

// thuTuHo finds places that two people of a household take.
func thuTuHo(_ *form.Doc, rows []form.Row) []form.Hit {
	seen := map[cho]int{}
	var hits []form.Hit
	for i, r := range rows {
		c, ok := choCua(r)
		if !ok {
			continue
		}
		if k, twice := seen[c]; twice {
			hits = append(hits, form.Hit{I: i, Say: fmt.Sprintf("trùng với dòng %d của cùng hộ. Mỗi người một thứ tự", k+1)})
			continue
		}
		seen[c] = i
	}
	return hits
}

// thieuNguoiDau finds households of which nobody here is the first.
func thieuNguoiDau(_ *form.Doc, rows []form.Row) []form.Hit {
	has, first := map[string]bool{}, map[string]int{}
	var ho []string
	for i, r := range rows {
		c, ok := choCua(r)
		if !ok {
			continue
		}
		if _, known := first[c.ho]; !known {
			first[c.ho] = i
			ho = append(ho, c.ho)
		}
		has[c.ho] = has[c.ho] || c.n == 1
	}
	var hits []form.Hit
	for _, h := range ho {
		if !has[h] {
			hits = append(hits, form.Hit{I: first[h], Say: "hộ này chưa có người thứ 1. Chỉ giữ khi người thứ 1 đã tham gia từ trước trong năm"})
		}
	}
	return hits
}
