package d02lt

import (
	"fmt"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/khung"
	"ankhai/forms/law"
)

// luongRules are the rules of title, workplace and pay (columns 3 to 9).
func luongRules() []form.Rule {
	khong := func(code string, c form.Handle, cot string) form.Rule {
		return form.Check(code, c, bangDong, c.Col().Label+": để trống khi lương tính bằng đồng",
			func(l *form.Look) bool { return c.Col().Get(l.Row).N == 0 }, form.By(huongC+cot))
	}
	khongAm := func(code string, c form.Handle) form.Rule {
		return form.Check(code, c, form.Always, c.Col().Label+": từ 0 đồng trở lên",
			func(l *form.Look) bool { return c.Col().Get(l.Row).N >= 0 }, form.By(huongC+"9"))
	}
	phanTram := func(code string, c form.RateColumn, cot string) form.Rule {
		return form.Check(code, c, form.Always, c.Label+": từ 0 đến 100",
			func(l *form.Look) bool { return c.Get(l.Row) >= 0 && c.Get(l.Row) <= 10*nghin }, form.By(huongC+cot))
	}
	return []form.Rule{
		form.Require("09", ChucDanh, form.Not(chiBHYT).Named("phương án không phải chỉ tăng, giảm BHYT"), form.By(huongC+"3")),
		form.Require("10", NoiLamViec, tang, form.By(huongC+"3")),
		// of somebody who takes part already the agency knows the workplace
		form.Require("69", NoiLamViec, dieuChin, form.By(huongC+"3"), form.Warn),
		form.Judge("11", NoiLamViec, tang, "có xã, phường, đặc khu và tỉnh, thành phố", func(l *form.Look) form.Verdict {
			if facts.CoDiaDanh(NoiLamViec.Get(l.Row) + " " + ChucDanh.Get(l.Row)) {
				return form.Verdict{}
			}
			return form.Verdict{Say: "ghi thêm xã, phường, đặc khu và tỉnh, thành phố nơi làm việc"}
		}, form.By(huongC+"3"), form.Warn),
		form.Check("74", NoiLamViec, form.Always, "Nơi làm việc: từ 01/07/2025 không còn quận, huyện, thị xã, thị trấn. Ghi xã, phường, đặc khu mới và tỉnh, thành phố",
			func(l *form.Look) bool {
				return TuThang.Get(l.Row) < khung.Ngay("2025-07-01").Month() || !facts.CoCapHuyen(NoiLamViec.Get(l.Row))
			},
			form.By("Luật Tổ chức chính quyền địa phương 72/2025/QH15"), form.Warn),
		form.Require("12", MucLuong, form.All(coLuong, HeSo.Empty()).Named("báo tăng, điều chỉnh lương hoặc truy đóng mà không ghi Hệ số lương"), form.By(huongC+"4")),
		form.Forbid("13", MucLuong, HeSo.Filled(), form.By(huongC+"4")),
		form.Check("14", HeSo, form.Always, "Hệ số lương: lớn hơn 0 và nhỏ hơn 20. Lương bằng tiền ghi vào cột Mức lương",
			func(l *form.Look) bool { return HeSo.Get(l.Row) > 0 && HeSo.Get(l.Row) < 20*nghin }, form.By(congDVC), form.Trust(form.Medium)),
		form.Check("15", MucLuong, form.Always, "Mức lương: từ 100.000 đồng trở lên. Hệ số ghi vào cột Hệ số lương",
			func(l *form.Look) bool { return MucLuong.Get(l.Row) >= 100*nghin }, form.By(congDVC), form.Trust(form.Medium)),
		khong("16", BaoLuu, "5"), khong("17", PhuCapCV, "6"), khong("18", TNVK, "7"), khong("19", TNNghe, "8"),
		phanTram("20", TNVK, "7"), phanTram("21", TNNghe, "8"),
		khongAm("22", PhuCapLuong), khongAm("23", BoSung),
		form.Judge("24", MucLuong, form.All(bangDong, coLuong), "không thấp hơn lương tối thiểu vùng", luongVung,
			form.By("Nghị định 293/2025/NĐ-CP"), form.Warn),
		form.Judge("25", MucLuong, form.All(bangDong, coLuong), "không thấp hơn mức tham chiếu", func(l *form.Look) form.Verdict {
			san := law.SanBHXH(TuThang.Get(l.Row))
			if san == 0 || tongLuong(l.Row) >= san {
				return form.Verdict{}
			}
			return form.Verdict{Say: fmt.Sprintf("cùng phụ cấp và bổ sung phải từ %s đồng (mức tham chiếu tháng %s) trở lên", form.Dots(san), TuThang.Get(l.Row))}
		}, form.By("Luật 41/2024/QH15 Điều 31 khoản 1")),
		form.Judge("26", MucLuong, form.All(bangDong, coLuong), "quá mức cao nhất thì chỉ đóng trên mức cao nhất", tran,
			form.By("Luật 41/2024/QH15 Điều 31 khoản 1; Luật Việc làm 74/2025/QH15"), form.Warn),
		form.Require("58", VungLTT, tang, form.By(tepDT), form.Warn),
	}
}

func luongVung(l *form.Look) form.Verdict {
	vung, thang := VungLTT.Get(l.Row), TuThang.Get(l.Row)
	toiThieu := law.LuongToiThieu(vung, thang.First())
	if toiThieu == 0 || MucLuong.Get(l.Row) >= toiThieu {
		return form.Verdict{}
	}
	return form.Verdict{Say: fmt.Sprintf("thấp hơn lương tối thiểu %s tháng %s là %s đồng. Chỉ giữ khi làm không trọn thời gian",
		strings.ToLower(codes.VungLTT.Label(vung)[:1])+codes.VungLTT.Label(vung)[1:], thang, form.Dots(toiThieu))}
}

func tran(l *form.Look) form.Verdict {
	thang, tong := TuThang.Get(l.Row), tongLuong(l.Row)
	cao := law.TranBHXH(thang)
	if cao == 0 || tong <= cao {
		return form.Verdict{}
	}
	say := fmt.Sprintf("cùng phụ cấp và bổ sung là %s đồng, BHXH và BHYT chỉ đóng trên %s đồng", form.Dots(tong), form.Dots(cao))
	if tn := law.TranBHTN(VungLTT.Get(l.Row), thang); tn != 0 {
		say += fmt.Sprintf(", BHTN trên %s đồng", form.Dots(min(tong, tn)))
	}
	return form.Verdict{Say: say + ". Vẫn ghi đủ mức lương"}
}
