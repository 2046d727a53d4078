package tk1ts

import (
	"fmt"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/nhanthan"
)

// Conditions that more than one rule needs.
var (
	coMaSo    = MaSoBHXH.Filled()
	chuaMaSo  = MaSoBHXH.Empty()
	tuNguyen  = form.When("có mức tiền đóng tự chọn", func(r form.Row) bool { return MucDong.Get(r) > 0 }, MucDong)
	dienTu    = HinhThucNhan.In(BanDienTu).Named("nhận bản điện tử")
	giay      = HinhThucNhan.In(BanGiay).Named("nhận bản giấy")
	nuocNgoai = form.When("người mang quốc tịch nước ngoài", func(r form.Row) bool { q := QuocTich.Get(r); return q != "" && q != "VN" }, QuocTich)
	coHo      = ChuHo.Filled()
)

// danTocNuocNgoai is the code of Dân tộc for those without Vietnamese nationality.
const danTocNuocNgoai = "99"

// rules are checked in this order; a code is never given to another rule.
func rules() []form.Rule {
	return []form.Rule{
		nhanthan.HoTen("01", HoTen, huongC+"[01]"),
		nhanthan.MaSoBHXH("02", MaSoBHXH, qd366+", hướng dẫn lập mẫu TK1-TS"),
		form.Require("03", SoCCCD, form.Always, form.By(huongC+"[04]")),
		nhanthan.SoGiayTo("04", SoCCCD, &QuocTich, &GioiTinh, &NgaySinh),
		nhanthan.NgaySinh("05", NgaySinh, huongC+"[03]"),
		form.Judge("06", NgaySinh, tuNguyen, "đủ tuổi lao động", func(l *form.Look) form.Verdict {
			return nhanthan.Verdict(facts.CheckNgaySinh(facts.NgaySinh(NgaySinh.Get(l.Row)), l.Today))
		}, form.By("Luật 41/2024/QH15 Điều 2 khoản 4")),
		form.Require("07", DanToc, form.Always, form.By(huongC+"[05]")),
		form.Check("08", DanToc, nuocNgoai, "Dân tộc: chọn "+danTocNuocNgoai+" "+codes.DanToc.Label(danTocNuocNgoai)+" khi mang quốc tịch nước ngoài",
			func(l *form.Look) bool { return DanToc.Get(l.Row) == danTocNuocNgoai }, form.By(huongC+"[05]")),
		form.Require("09", QuocTich, form.Always, form.By(huongC+"[06]")),
		nhanthan.DienThoai("10", DienThoai, huongC+"[07]"),
		nhanthan.Email("11", Email, huongC+"[08]"),
		form.Require("12", Email, dienTu, form.By(huongC+"[08]"), form.Warn),
		form.Require("13", NoiKCB, form.All(chuaMaSo, form.Not(tuNguyen)).Named("chưa có mã số BHXH và không tự chọn mức đóng"), form.By(huongC+"[09]"), form.Warn),
		form.Require("14", HinhThucNhan, form.Always, form.By(huongC+"[10]"), form.Warn),
		form.Require("15", DiaChiNhan, giay, form.By(huongC+"[11]")),
		form.Require("16", MaXaNhan, giay, form.By(huongC+"[11]")),
		form.Require("17", MaTinhNhan, giay, form.By(huongC+"[11]")),
		form.Check("18", MaXaNhan, MaTinhNhan.Filled(), "Xã, phường, đặc khu: phải thuộc Tỉnh, thành phố đã chọn", func(l *form.Look) bool {
			xa, ok := codes.Xa.Get(MaXaNhan.Get(l.Row))
			return !ok || xa.Nhom == MaTinhNhan.Get(l.Row)
		}, form.By("Quyết định 19/2025/QĐ-TTg")),
		form.Require("19", PhuongThuc, tuNguyen, form.By(huongC+"[13]")),
		form.Require("20", DoiTuong, tuNguyen, form.By(huongC+"[15]"), form.Warn),
		form.Judge("21", MucDong, tuNguyen, "không quá 20 lần mức tham chiếu", func(l *form.Look) form.Verdict {
			cao := law.TranBHXH(l.Today.Month())
			if cao == 0 || MucDong.Get(l.Row) <= cao {
				return form.Verdict{}
			}
			return form.Verdict{Say: fmt.Sprintf("không quá %s đồng (20 lần mức tham chiếu)", form.Dots(cao))}
		}, form.By(huongC+"[12]")),
		form.Require("22", NoiDung, coMaSo, form.By(huongC+"[16]")),
		form.Over("23", ChaMe, "phải có khi là trẻ em dưới 6 tuổi", thieuChaMe, form.By(tepDT), form.Trust(form.Medium)),
		form.Require("24", ChuHo, form.All(chuaMaSo, form.Not(nuocNgoai)).Named("chưa có mã số BHXH"), form.By("Phụ lục thành viên hộ gia đình của "+tepDT), form.Trust(form.Medium), form.Warn),
		form.Require("25", HoTinh, coHo, form.By(tepDT)),
		form.Require("26", HoXa, coHo, form.By(tepDT)),
		form.Over("27", ChuHo, "có thành viên hộ gia đình khi có chủ hộ", thieuThanhVien, form.By(tepDT), form.Trust(form.Medium), form.Warn),
		form.Unique("28", MaSoBHXH, form.Always, form.By(tepDT)),
		form.Unique("29", SoCCCD, form.Always, form.By(tepDT)),
		form.Unique("30", ID, form.Always, form.By(tepDT)),
		form.Require("31", ID, coHo, form.By(tepDT)),
		form.Judge("32", NoiKCB, MaTinhNhan.Filled(), "cùng tỉnh với nơi nhận hồ sơ", func(l *form.Look) form.Verdict {
			return nhanthan.Verdict(facts.CheckTinhKCB(NoiKCB.Get(l.Row), MaTinhNhan.Get(l.Row), "nơi nhận hồ sơ"))
		}, form.By("Luật Bảo hiểm y tế 25/2008/QH12 Điều 26"), form.Trust(form.Medium), form.Warn),
	}
}

// thieuChaMe takes the day the sheet was made for the age: a rule over the table
// does not see the day of checking.
func thieuChaMe(d *form.Doc, rows []form.Row) []form.Hit {
	on := NgayLap.Get(d.Head)
	var hits []form.Hit
	for i, r := range rows {
		n := facts.NgaySinh(NgaySinh.Get(r))
		if on != 0 && n.Valid() && n.Day() <= on && n.Tuoi(on) < 6 && !ChaMe.Known(r) {
			hits = append(hits, form.Hit{I: i, Say: "phải có khi là trẻ em dưới 6 tuổi"})
		}
	}
	return hits
}

func thieuThanhVien(d *form.Doc, rows []form.Row) []form.Hit {
	has := map[string]bool{}
	for _, r := range d.Subs[ThanhVien] {
		has[TVCua.Get(r)] = true
	}
	var hits []form.Hit
	for i, r := range rows {
		if ChuHo.Known(r) && (ID.Get(r) == "" || !has[ID.Get(r)]) {
			hits = append(hits, form.Hit{I: i, Say: "ghi ít nhất một thành viên hộ gia đình"})
		}
	}
	return hits
}

// thanhVienRules are the rules of the household's members.
func thanhVienRules() []form.Rule {
	return []form.Rule{
		nhanthan.HoTen("41", TVHoTen, tepDT),
		nhanthan.SoGiayTo("42", TVSoCCCD, &TVQuocTich, &TVGioiTinh, &TVNgaySinh),
		nhanthan.MaSoBHXH("43", TVMaSo, tepDT),
		form.Over("44", TVQuanHe, "mỗi hộ có đúng một chủ hộ", motChuHo, form.By(tepDT), form.Trust(form.Medium)),
		form.Over("45", TVThamGia, "mỗi hộ có đúng một người là người kê khai", motNguoiKhai, form.By(tepDT), form.Trust(form.Medium), form.Warn),
		form.Over("46", TVCua, "là khoá của một người kê khai", coChu, form.By(tepDT)),
	}
}

// chuHo is the code of Quan hệ for the head of the household.
const chuHo = "00"

// dungMot finds the households where not exactly one member is it; the hit
// stands at the member that is one too many, or at the first where there is none.
func dungMot(rows []form.Row, is func(form.Row) bool, none, many string) []form.Hit {
	first, has := map[string]int{}, map[string]int{}
	var keys []string
	var hits []form.Hit
	for i, r := range rows {
		k := TVCua.Get(r)
		if _, ok := first[k]; !ok {
			first[k] = i
			keys = append(keys, k)
		}
		if is(r) {
			if has[k]++; has[k] > 1 {
				hits = append(hits, form.Hit{I: i, Say: many})
			}
		}
	}
	for _, k := range keys {
		if has[k] == 0 {
			hits = append(hits, form.Hit{I: first[k], Say: none})
		}
	}
	return hits
}

func motChuHo(_ *form.Doc, rows []form.Row) []form.Hit {
	return dungMot(rows, func(r form.Row) bool { return TVQuanHe.Get(r) == chuHo },
		"hộ này chưa có người nào là chủ hộ (mã 00)", "hộ này đã có chủ hộ ở dòng trên. Chọn quan hệ khác")
}

func motNguoiKhai(_ *form.Doc, rows []form.Row) []form.Hit {
	return dungMot(rows, func(r form.Row) bool { return TVThamGia.Get(r) },
		"hộ này chưa đánh dấu ai là người kê khai", "hộ này đã đánh dấu người kê khai ở dòng trên")
}

func coChu(d *form.Doc, rows []form.Row) []form.Hit {
	known := make(map[string]bool, len(d.Rows))
	for _, r := range d.Rows {
		known[ID.Get(r)] = true
	}
	var hits []form.Hit
	for i, r := range rows {
		if k := TVCua.Get(r); k != "" && !known[k] {
			hits = append(hits, form.Hit{I: i, Say: "không có người kê khai nào mang khoá này"})
		}
	}
	return hits
}
