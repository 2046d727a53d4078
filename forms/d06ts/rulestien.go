package d06ts

import (
	"fmt"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// tienRules are the rules of months and amounts (columns 4 and 6 to 13).
func tienRules() []form.Rule {
	coTyLe := func(c form.RateColumn) form.Cond {
		return form.When(c.Label+" lớn hơn 0", func(r form.Row) bool { return c.Get(r) > 0 }, c)
	}
	theoTyLe := func(code string, tien form.MoneyColumn, tyLe form.RateColumn, cot string) form.Rule {
		return form.Judge(code, tien, form.All(dong, SoThang.Filled(), coTyLe(tyLe)), "bằng số tháng × tỷ lệ × 1% × chuẩn hộ nghèo nông thôn", func(l *form.Look) form.Verdict {
			return phaiLa(tien.Get(l.Row), hoTro(l.Row, tyLe.Get(l.Row), l.Today), SoThang.Get(l.Row),
				fmt.Sprintf("%d tháng × %s × 1%% × chuẩn hộ nghèo nông thôn", SoThang.Get(l.Row), law.VietTyLe(tyLe.Get(l.Row))))
		}, form.By(huongC+cot))
	}
	khongAm := func(code string, c form.MoneyColumn, cot string) form.Rule {
		return form.Check(code, c, form.Always, c.Label+": từ 0 đồng trở lên",
			func(l *form.Look) bool { return c.Get(l.Row) >= 0 }, form.By(huongC+cot))
	}
	return []form.Rule{
		form.Require("13", SoThang, dong, form.By(huongC+"4")),
		form.Check("14", SoThang, dong, "Số tháng: 6 hoặc 12 tháng",
			func(l *form.Look) bool { n := SoThang.Get(l.Row); return n == 6 || n == 12 }, form.By(nd143+"; "+huongC+"4")),
		form.Require("15", ThuNhap, dong, form.By(huongC+"6")),
		form.Judge("16", ThuNhap, dong, "bằng lương tối thiểu vùng IV", func(l *form.Look) form.Verdict {
			muc := luongVung(l.Today)
			if muc == 0 || ThuNhap.Get(l.Row) == muc {
				return form.Verdict{}
			}
			return form.Verdict{Say: fmt.Sprintf("lương tối thiểu vùng IV là %s đồng", form.Dots(muc)), Fix: fmt.Sprint(muc)}
		}, form.By(huongC+"6")),
		form.Require("17", PhaiDong, dong, form.By(huongC+"7")),
		form.Judge("18", PhaiDong, form.All(dong, ThuNhap.Filled(), SoThang.Filled()).Named("có số tháng và mức thu nhập"), "bằng số tháng × mức thu nhập × 1%", func(l *form.Look) form.Verdict {
			return phaiLa(PhaiDong.Get(l.Row), phaiDong(l.Row, l.Today), SoThang.Get(l.Row),
				fmt.Sprintf("%d tháng × %s × 1%%", SoThang.Get(l.Row), form.Dots(ThuNhap.Get(l.Row))))
		}, form.By(huongC+"7")),
		form.Require("19", TyLeNSNN, dong, form.By(huongC+"9")),
		form.Judge("20", TyLeNSNN, dong, "một trong các tỷ lệ hỗ trợ, hoặc 0", tyLeCo, form.By(nd143+"; "+huongC+"9")),
		form.Judge("21", TyLeNSNN, DienHoTro.Filled(), "theo diện được Nhà nước hỗ trợ", tyLeTheoDien, form.By(nd143+"; "+huongC+"9")),
		form.Require("22", DienHoTro, form.All(dong, coTyLe(TyLeNSNN)), form.By(huongC+"9"), form.Warn),
		form.Require("23", TienThem, coTyLe(TyLeThem), form.By(huongC+"11")),
		theoTyLe("24", TienThem, TyLeThem, "11"),
		form.Require("25", TienKhac, coTyLe(TyLeKhac), form.By(huongC+"13")),
		theoTyLe("26", TienKhac, TyLeKhac, "13"),
		khongAm("27", TienThem, "11"), khongAm("28", TienKhac, "13"),
		form.Require("29", NguoiDong, dong, form.By(huongC+"8")),
		form.Judge("30", NguoiDong, dong, "bằng số tiền phải đóng trừ các khoản hỗ trợ", nguoiDong, form.By(huongC+"8")),
	}
}

// phaiLa holds an amount against what it must be; a đồng a month is left to
// rounding.
func phaiLa(co, dung, lech int64, how string) form.Verdict {
	if d := co - dung; d >= -lech && d <= lech {
		return form.Verdict{}
	}
	return form.Verdict{Say: fmt.Sprintf("phải là %s đồng (%s)", form.Dots(dung), how), Fix: fmt.Sprint(dung)}
}

// dien are the classes in the order of the guide, each with the name of its figure.
var dien = []string{HoNgheo, CanNgheo, Khac}

func tyLeDien(ma string, on law.Day) int64 { return figure("tnld-tu-nguyen-ho-tro-"+ma, on) }

func tyLeCo(l *form.Look) form.Verdict {
	co := TyLeNSNN.Get(l.Row)
	if co == 0 {
		return form.Verdict{}
	}
	var list []string
	for _, ma := range dien {
		k := tyLeDien(ma, l.Today)
		if k == co {
			return form.Verdict{}
		}
		if k > 0 {
			list = append(list, law.VietTyLe(k))
		}
	}
	if list == nil {
		return form.Verdict{}
	}
	return form.Verdict{Say: "chỉ có " + strings.Join(list, ", ") + ", hoặc 0 khi không được hỗ trợ"}
}

func tyLeTheoDien(l *form.Look) form.Verdict {
	ma, co := DienHoTro.Get(l.Row), TyLeNSNN.Get(l.Row)
	k := tyLeDien(ma, l.Today)
	if k == 0 || co == 0 || co == k {
		return form.Verdict{}
	}
	return form.Verdict{Say: fmt.Sprintf("diện %s được hỗ trợ %s", DienNSNN.Label(ma), law.VietTyLe(k)), Fix: TyLeNSNN.Show(form.NumValue(k))}
}

func nguoiDong(l *form.Look) form.Verdict {
	dung, ok := conLai(l.Row, l.Today)
	if !ok {
		return form.Verdict{}
	}
	if dung < 0 {
		return form.Verdict{Say: fmt.Sprintf("các khoản hỗ trợ vượt số tiền phải đóng %s đồng. Xem lại các khoản hỗ trợ", form.Dots(-dung))}
	}
	return phaiLa(NguoiDong.Get(l.Row), dung, SoThang.Get(l.Row), "số tiền phải đóng trừ các khoản hỗ trợ")
}
