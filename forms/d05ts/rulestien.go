package d05ts

import (
	"fmt"
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/form"
	"ankhai/forms/khung"
	"ankhai/forms/law"
)

// tienRules are the rules of the amounts (columns 6 to 12).
func tienRules() []form.Rule {
	hoTroC := "Nghị định 159/2025/NĐ-CP Điều 5; " + huongC
	// an amount that is given by a rate must be what the rate makes
	theoTyLe := func(code string, tien form.MoneyColumn, tyLe form.RateColumn, cot string) form.Rule {
		co := form.All(theoKy, SoThang.Filled(), form.When(tyLe.Label+" lớn hơn 0", func(r form.Row) bool { return tyLe.Get(r) > 0 }, tyLe))
		return form.Judge(code, tien, co, "bằng số tháng × tỷ lệ × 22% × chuẩn hộ nghèo nông thôn", func(l *form.Look) form.Verdict {
			return phaiLa(tien.Get(l.Row), hoTro(l.Row, tyLe.Get(l.Row), ngayDong(l)), SoThang.Get(l.Row),
				fmt.Sprintf("%d tháng × %s × 22%% × chuẩn hộ nghèo nông thôn", SoThang.Get(l.Row), law.VietTyLe(tyLe.Get(l.Row))))
		}, form.By(hoTroC+cot))
	}
	coTyLe := func(c form.RateColumn) form.Cond {
		return form.When(c.Label+" lớn hơn 0", func(r form.Row) bool { return c.Get(r) > 0 }, c)
	}
	khongAm := func(code string, c form.MoneyColumn, cot string) form.Rule {
		return form.Check(code, c, form.Always, c.Label+": từ 0 đồng trở lên",
			func(l *form.Look) bool { return c.Get(l.Row) >= 0 }, form.By(huongC+cot))
	}
	return []form.Rule{
		form.Require("22", PhaiDong, dong, form.By(huongC+"6")),
		form.Judge("23", PhaiDong, form.All(theoKy, coThuong), "bằng số tháng × mức thu nhập × 22%", func(l *form.Look) form.Verdict {
			return phaiLa(PhaiDong.Get(l.Row), thuong(l.Row, ngayDong(l)), SoThang.Get(l.Row),
				fmt.Sprintf("%d tháng × %s × 22%%", SoThang.Get(l.Row), form.Dots(ThuNhap.Get(l.Row))))
		}, form.By(huongC+"6")),
		form.Check("24", PhaiDong, form.All(veSau, coThuong), "Số tiền phải đóng theo quy định: đóng một lần cho nhiều năm về sau thì thấp hơn số tháng × mức thu nhập × 22%. Tính lại bằng công cụ tính BHXH tự nguyện",
			func(l *form.Look) bool { return PhaiDong.Get(l.Row) < thuong(l.Row, ngayDong(l)) }, form.By(luat36+" khoản 2 điểm đ")),
		form.Check("25", PhaiDong, form.All(form.Any(conThieu, PhuongAn.In("DB")).Named("đóng cho thời gian còn thiếu, đóng bù"), coThuong),
			"Số tiền phải đóng theo quy định: đóng cho thời gian còn thiếu, đóng bù thì không thấp hơn số tháng × mức thu nhập × 22%. Tính lại bằng công cụ tính BHXH tự nguyện",
			func(l *form.Look) bool { return PhaiDong.Get(l.Row) >= thuong(l.Row, ngayDong(l)) }, form.By(luat36+" khoản 2 điểm e")),
		form.Require("26", TyLeNSNN, dong, form.By(huongC+"8")),
		form.Judge("27", TyLeNSNN, dong, "một trong các tỷ lệ hỗ trợ của ngày đóng, hoặc 0", tyLeCo, form.By(hoTroC+"8")),
		form.Judge("28", TyLeNSNN, DienHoTro.Filled(), "theo diện được Nhà nước hỗ trợ", tyLeTheoDien, form.By(hoTroC+"8")),
		form.Require("29", DienHoTro, form.All(dong, coTyLe(TyLeNSNN)), form.By(hoTroC+"8"), form.Warn),
		theoTyLe("30", TienNSNN, TyLeNSNN, "8"),
		form.Require("31", TienThem, coTyLe(TyLeThem), form.By(huongC+"10")),
		theoTyLe("32", TienThem, TyLeThem, "10"),
		form.Require("33", TienKhac, coTyLe(TyLeKhac), form.By(huongC+"12")),
		theoTyLe("34", TienKhac, TyLeKhac, "12"),
		khongAm("35", TienThem, "10"), khongAm("36", TienKhac, "12"),
		form.Require("37", NguoiDong, dong, form.By(huongC+"7")),
		form.Judge("38", NguoiDong, dong, "bằng số tiền phải đóng trừ các khoản hỗ trợ", nguoiDong, form.By(huongC+"7"), form.Trust(form.Medium)),
		form.Forbid("39", HoanTra, dong, form.By("Nghị định 159/2025/NĐ-CP Điều 8")),
		form.Require("40", GhiChu, HoanTra.Filled(), form.By("Nghị định 159/2025/NĐ-CP Điều 8: lý do và tài khoản nhận tiền"), form.Trust(form.Medium), form.Warn),
		form.Check("41", NgayBL, form.Always, "Ngày biên lai: không sau hôm nay",
			func(l *form.Look) bool { return l.Today == 0 || NgayBL.Get(l.Row) <= l.Today }, form.By(tepDT), form.Trust(form.Medium)),
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
var dien = []string{HoNgheo, CanNgheo, DanToc, Khac}

func tyLeDien(ma string, l *form.Look) int64 { return figure("tu-nguyen-ho-tro-"+ma, ngayDong(l)) }

func tyLeCo(l *form.Look) form.Verdict {
	co := TyLeNSNN.Get(l.Row)
	if co == 0 {
		return form.Verdict{}
	}
	var list []string
	for _, ma := range dien {
		k := tyLeDien(ma, l)
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
	return form.Verdict{Say: "chỉ có " + strings.Join(list, ", ") + ", hoặc 0 khi không còn được hỗ trợ"}
}

func tyLeTheoDien(l *form.Look) form.Verdict {
	ma, co := DienHoTro.Get(l.Row), TyLeNSNN.Get(l.Row)
	k := tyLeDien(ma, l)
	if k == 0 || co == 0 || co == k {
		return form.Verdict{}
	}
	return form.Verdict{Say: fmt.Sprintf("diện %s được hỗ trợ %s", DienNSNN.Label(ma), law.VietTyLe(k)), Fix: TyLeNSNN.Show(form.NumValue(k))}
}

func nguoiDong(l *form.Look) form.Verdict {
	dung, ok := conLai(l.Row, ngayDong(l))
	if !ok {
		return form.Verdict{}
	}
	if dung < 0 {
		return form.Verdict{Say: fmt.Sprintf("các khoản hỗ trợ vượt số tiền phải đóng %s đồng. Xem lại các khoản hỗ trợ", form.Dots(-dung))}
	}
	return phaiLa(NguoiDong.Get(l.Row), dung, SoThang.Get(l.Row), "số tiền phải đóng trừ các khoản hỗ trợ")
}

// noiRules are the rules of the place of living and of the result.
func noiRules() []form.Rule {
	return []form.Rule{
		form.Require("42", MaTinh, dong, form.By(tepDT), form.Warn),
		form.Require("43", MaXa, dong, form.By(tepDT), form.Warn),
		form.Check("44", MaXa, MaTinh.Filled(), "Xã, phường, đặc khu đang sinh sống: phải thuộc Tỉnh, thành phố đã chọn", func(l *form.Look) bool {
			xa, ok := codes.Xa.Get(MaXa.Get(l.Row))
			return !ok || xa.Nhom == MaTinh.Get(l.Row)
		}, form.By("Quyết định 19/2025/QĐ-TTg")),
		form.Check("45", MaHuyen, form.Always, "Huyện đang sinh sống (đến 30/06/2025): để trống từ 07/2025, không còn cấp huyện",
			func(l *form.Look) bool { return TuThang.Get(l.Row) < khung.Ngay("2025-07-01").Month() },
			form.By("Luật Tổ chức chính quyền địa phương 72/2025/QH15"), form.Trust(form.Medium), form.Warn),
		form.Check("46", DienHoTro, MaXa.Filled(), "Diện được Nhà nước hỗ trợ: người sinh sống tại đặc khu thuộc nhóm hộ nghèo, xã đảo, đặc khu. Xem lại diện và tỷ lệ hỗ trợ", func(l *form.Look) bool {
			return DienHoTro.Get(l.Row) == HoNgheo || !strings.HasPrefix(codes.Xa.Label(MaXa.Get(l.Row)), "Đặc khu")
		}, form.By(huongC+"8"), form.Warn),
		form.Require("47", HinhThucNhan, dong, form.By(huongC+"13"), form.Warn),
	}
}
