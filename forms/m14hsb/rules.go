package m14hsb

import (
	"slices"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/nhanthan"
)

const mauSo = mau + " theo " + qd166 + ", mục "

// rules are checked in this order; a code is never given to another rule.
func rules() []form.Rule {
	return slices.Concat(nguoiRules(), noiDungRules(), motLanRules(), nhanTienRules(), giayToCan(), []form.Rule{
		form.Unique("95", ID, form.Always, form.By(mau)),
		form.Over("96", NoiDung, "mỗi người một đơn cho một nội dung", haiDon, form.By(mau), form.Warn),
	})
}

func nguoiRules() []form.Rule {
	return []form.Rule{
		nhanthan.HoTen("01", HoTen, mauSo+"1"),
		nhanthan.NgaySinh("02", NgaySinh, mauSo+"1"),
		nhanthan.MaSoBHXH("03", MaSoBHXH, mauSo+"1"),
		nhanthan.SoGiayTo("04", SoCCCD, &QuocTich, &GioiTinh, &NgaySinh),
		nhanthan.DienThoai("05", DienThoai, mauSo+"1"),
		form.Require("06", NgayCap, form.Always, form.By(mauSo+"1"), form.Warn),
		form.Require("07", NoiCap, form.Always, form.By(mauSo+"1"), form.Warn),
		nhanthan.NgayCap("08", NgayCap, NgaySinh, mauSo+"1"),
		nhanthan.XaThuocTinh("09", MaXa, MaTinh),
		form.Require("10", NguoiDeNghi, nguoiChet, form.By(luat+"75 khoản 5")),
		form.Require("11", QuanHe, NguoiDeNghi.Filled(), form.By(luat+"75 khoản 5; Điều 10 khoản 2 điểm d")),
		nhanthan.HoTen("12", NguoiDeNghi, mauSo+"1"),
		form.Check("13", NguoiDeNghi, form.Always, "Họ và tên người đề nghị: để trống khi chính người hưởng đề nghị", func(l *form.Look) bool {
			return facts.HoTenChuan(NguoiDeNghi.Get(l.Row)) != facts.HoTenChuan(HoTen.Get(l.Row))
		}, form.By(mauSo+"1"), form.Warn),
	}
}

func noiDungRules() []form.Rule {
	return []form.Rule{
		form.Require("20", ChiTiet, canChiTiet, form.By(mauSo+"2")),
		form.Require("21", HuongTu, luongHuu, form.By(luat+"69 khoản 2, Điều 101")),
		form.Judge("22", HuongTu, luongHuu, "không trước tháng sau tháng đủ tuổi nghỉ hưu", huongTuoi,
			form.By("Bộ luật Lao động 45/2019/QH14 Điều 169; Nghị định 135/2020/NĐ-CP Điều 3"), form.Warn),
		form.Judge("23", HuongTu, luongHuu, "có lý do khi nộp sau thời điểm hưởng", huongMuon, form.By(luat+"79 khoản 1, Điều 92, Điều 107, Điều 113"), form.Warn),
		form.Require("24", NoiKCB, luongHuu, form.By(mauSo+"2")),
		form.Require("25", NoiKCB, chuyenTinh, form.By(mauSo+"2"), form.Warn),
		form.Require("26", MaTinhMoi, chuyenTinh, form.By(luat+"82 khoản 1")),
		form.Require("27", MaXaMoi, chuyenTinh, form.By(luat+"82 khoản 1")),
		form.Require("28", DiaChiMoi, chuyenTinh, form.By(luat+"82 khoản 1"), form.Warn),
		nhanthan.XaThuocTinh("29", MaXaMoi, MaTinhMoi),
		form.Check("30", MaTinhMoi, chuyenTinh, "Nơi nhận mới: tỉnh, thành phố: khác tỉnh đang cư trú; đổi nơi nhận trong tỉnh thì dùng mẫu 2-CBH",
			func(l *form.Look) bool { return MaTinhMoi.Get(l.Row) != MaTinh.Get(l.Row) }, form.By(luat+"82 khoản 1"), form.Warn),
		form.Forbid("31", MaTinhMoi, form.All(NoiDung.Filled(), form.Not(chuyenTinh)).Named("không chuyển nơi hưởng sang tỉnh khác"), form.By(mauSo+"2")),
		form.Require("32", NuocDinhCu, dinhCu, form.By(luat+"76 khoản 4, Điều 78 khoản 2")),
		form.Check("33", NuocDinhCu, form.Always, "Nước định cư: là nước ngoài", func(l *form.Look) bool { return NuocDinhCu.Get(l.Row) != "VN" }, form.By(luat+"76")),
		form.Require("34", GiayDinhCu, dinhCu, form.By(luat+"76 khoản 4, Điều 78 khoản 2")),
		form.Require("35", NgaySinhCon, thaiSan, form.By(luat+"62 khoản 2, Điều 97")),
		nhanthan.KhongSauHomNay("36", NgaySinhCon, luat+"62, Điều 97"),
		form.Judge("37", NgaySinhCon, thaiSanTN, "có lý do khi nộp quá hạn kể từ ngày sinh con", sinhMuon, form.By(luat+"97 khoản 1, Điều 113 khoản 1"), form.Warn),
		form.Require("38", NgayThoiViec, form.Any(thoiViec, taiNan).Named("người đã nghỉ việc tự nộp"), form.By(luat+"62 khoản 2; Luật 84/2015/QH13 Điều 59"), form.Trust(form.Medium), form.Warn),
		form.Check("39", NgayThoiViec, form.All(thoiViec, NgaySinhCon.Filled()).Named("tự nộp hồ sơ thai sản"), "Ngày thôi việc: trước ngày sinh con; còn đơn vị thì nộp qua đơn vị bằng mẫu 01B-HSB",
			func(l *form.Look) bool { return NgayThoiViec.Get(l.Row) < NgaySinhCon.Get(l.Row) }, form.By(luat+"62 khoản 2"), form.Warn),
		form.Require("40", NgayChet, nguoiChet, form.By(luat+"75 khoản 5")),
		nhanthan.KhongSauHomNay("41", NgayChet, luat+"75"),
		form.Require("42", TuThang, truyLinh, form.By(luat+"75 khoản 3, khoản 5"), form.Trust(form.Medium), form.Warn),
		form.Check("43", DenThang, TuThang.Filled(), "Chưa nhận đến tháng: không trước Chưa nhận từ tháng", func(l *form.Look) bool { return DenThang.Get(l.Row) >= TuThang.Get(l.Row) }, form.By(mauSo+"2")),
		form.Check("44", DenThang, form.Always, "Chưa nhận đến tháng: không sau tháng này", func(l *form.Look) bool { return l.Today == 0 || DenThang.Get(l.Row) <= l.Today.Month() }, form.By(mauSo+"2")),
		form.Check("45", DenThang, form.All(nguoiChet, NgayChet.Filled()).Named("truy lĩnh của người đã chết"), "Chưa nhận đến tháng: không sau tháng người hưởng chết",
			func(l *form.Look) bool { return DenThang.Get(l.Row) <= NgayChet.Get(l.Row).Month() }, form.By(luat+"75 khoản 5")),
		form.Require("46", LyDo, truyLinhB2, form.By(mauSo+"4")),
	}
}

// huongTuoi finds a pension asked for from before the ordinary age; the law knows
// several ways to go earlier, so it reminds.
func huongTuoi(l *form.Look) form.Verdict {
	sinh, gt := facts.NgaySinh(NgaySinh.Get(l.Row)), facts.GioiTinhCua(GioiTinh.Get(l.Row))
	if !sinh.Valid() || gt != facts.Nam && gt != facts.Nu {
		return form.Verdict{}
	}
	du, ok := law.ThangDuTuoi(sinh.Day().Month(), gt == facts.Nu)
	if !ok || HuongTu.Get(l.Row) > du {
		return form.Verdict{}
	}
	return form.Verdict{Say: "đủ tuổi nghỉ hưu trong tháng " + du.String() + ", hưởng sớm nhất từ tháng " + du.Add(1).String() +
		". Nghỉ hưu trước tuổi thì kèm biên bản giám định hoặc giấy tờ về nghề, công việc"}
}

func huongMuon(l *form.Look) form.Verdict {
	han, ok := law.Get("han-nop-luong-huu", l.Today)
	if tu := HuongTu.Get(l.Row); !ok || l.Today <= tu.First() || LyDo.Known(l.Row) {
		return form.Verdict{}
	}
	return form.Verdict{Say: "hồ sơ nộp trong " + form.Dots(han.Amount) + " ngày trước thời điểm đủ điều kiện; đã qua thì ghi Lý do và kèm văn bản giải trình"}
}

func sinhMuon(l *form.Look) form.Verdict {
	d := NgaySinhCon.Get(l.Row)
	han, ok := law.Get("han-nop-thai-san-tu-nguyen", d)
	if !ok || l.Today <= d.Add(int(han.Amount)) || LyDo.Known(l.Row) {
		return form.Verdict{}
	}
	return form.Verdict{Say: "hồ sơ nộp trong " + form.Dots(han.Amount) + " ngày kể từ ngày sinh con, hạn là " + d.Add(int(han.Amount)).String() + "; đã qua thì ghi Lý do và kèm văn bản giải trình"}
}

// haiDon finds a second request of the same person for the same thing.
func haiDon(_ *form.Doc, rows []form.Row) []form.Hit {
	first := map[string]int{}
	var hits []form.Hit
	for i, r := range rows {
		if MaSoBHXH.Get(r) == "" || NoiDung.Get(r) == "" {
			continue
		}
		k := MaSoBHXH.Get(r) + " " + NoiDung.Get(r)
		if n, twice := first[k]; twice {
			hits = append(hits, form.Hit{I: i, Say: "trùng với đơn ở dòng " + form.Dots(int64(n+1)) + " của cùng người"})
			continue
		}
		first[k] = i
	}
	return hits
}
