package m05ahsb

import (
	"fmt"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/nhanthan"
)

const (
	mau166 = "Quyết định 166/QĐ-BHXH, mẫu 05A-HSB"
	luoi   = "Lưới nhập 642a của phần mềm I-VAN"
	luat84 = "Luật 84/2015/QH13 Điều "
)

// Conditions that more than one rule needs.
var (
	taiNan    = LoaiCheDo.In(TNLD).Named("tai nạn lao động")
	benh      = LoaiCheDo.In(BNN).Named("bệnh nghề nghiệp")
	khongTai  = form.Not(TruongHop.In(TaiPhat)).Named("không phải tái phát")
	taiNanMoi = form.All(taiNan, khongTai).Named("tai nạn lao động lần này, không phải tái phát")
	quaNH     = HinhThucTroCap.In(TaiKhoan).Named("nhận qua tài khoản cá nhân")
	giaoThong = form.Any(GiaoThongSo.Filled(), GiaoThongNgay.Filled(), GiaoThongNoi.Filled()).Named("có biên bản tai nạn giao thông")
)

// rules are checked in this order; a code is never given to another rule.
func rules() []form.Rule {
	out := nguoiRules()
	out = append(out, viecRules()...)
	out = append(out, ngayRules()...)
	return append(out, traRules()...)
}

func nguoiRules() []form.Rule {
	return []form.Rule{
		nhanthan.HoTen("01", HoTen, mau166),
		nhanthan.MaSoBHXH("02", MaSoBHXH, mau166),
		nhanthan.SoGiayTo("03", SoCCCD, nil, &GioiTinh, &NgaySinh),
		nhanthan.NgaySinh("04", NgaySinh, mau166),
		form.Unique("05", MaSoBHXH, form.Always, form.By(mau166), form.Trust(form.Medium), form.Warn),
	}
}

// viecRules are the rules of what happened and of its papers.
func viecRules() []form.Rule {
	papers := luat84 + "57, Điều 58; " + luoi
	return []form.Rule{
		form.Require("06", LanThu, TruongHop.In(TaiPhat, TiepTuc).Named("tái phát hoặc tiếp tục bị"), form.By(luoi)),
		form.Judge("07", LanThu, form.Always, "hợp với trường hợp đề nghị", func(l *form.Look) form.Verdict {
			switch n := LanThu.Get(l.Row); {
			case n < 1:
				return form.Verdict{Say: "từ 1 trở lên"}
			case TruongHop.Get(l.Row) == LanDau && n != 1:
				return form.Verdict{Say: "lần đầu thì ghi 1 hoặc để trống"}
			case TruongHop.Get(l.Row) != LanDau && n == 1:
				return form.Verdict{Say: "tái phát hoặc tiếp tục bị thì từ lần 2 trở lên. Xem lại trường hợp đề nghị"}
			}
			return form.Verdict{}
		}, form.By(luoi)),
		form.Require("08", NgayXayRa, taiNan, form.By(papers)),
		form.Require("09", NoiXayRa, taiNan, form.By(luat84+"45; "+luoi), form.Trust(form.Medium)),
		form.Forbid("10", NgayXayRa, benh, form.By(luoi)),
		form.Forbid("11", NoiXayRa, benh, form.By(luoi)),
		form.Require("12", BienBanSo, taiNanMoi, form.By(papers)),
		form.Require("13", BienBanNgay, taiNanMoi, form.By(papers)),
		form.Require("14", BienBanNoi, taiNanMoi, form.By(papers)),
		form.Require("15", GiaoThongNgay, form.All(taiNanMoi, NoiXayRa.In(TuyenDuong)).Named("tai nạn trên tuyến đường đi và về"), form.By(luoi), form.Trust(form.Medium), form.Warn),
		form.Require("16", GiaoThongSo, giaoThong, form.By(luoi), form.Trust(form.Medium), form.Warn),
		form.Require("17", GiaoThongNoi, giaoThong, form.By(luoi), form.Trust(form.Medium), form.Warn),
		form.Require("18", GiayKhamSo, form.All(benh, khongTai, NgayRaVien.Empty()).Named("bệnh nghề nghiệp mà không có giấy ra viện"), form.By(papers)),
		form.Require("19", GiayKhamNgay, GiayKhamSo.Filled(), form.By(papers)),
		form.Require("20", GiayKhamNoi, GiayKhamSo.Filled(), form.By(papers)),
		form.Forbid("21", GiayKhamSo, taiNan, form.By(luoi), form.Trust(form.Medium), form.Warn),
		form.Require("22", NoiDieuTri, NgayVaoVien.Filled(), form.By(mau166), form.Trust(form.Medium)),
		form.Judge("23", TyLeSuyGiam, form.Always, "từ mức có trợ cấp đến 100", tyLe, form.By(luat84+"48, Điều 49"), form.Trust(form.Medium)),
		form.Require("24", NoiKCB, form.When("hưởng trợ cấp hằng tháng nên được cấp thẻ BHYT", hangThang, TyLeSuyGiam), form.By(luat84+"49; "+mau166), form.Trust(form.Medium), form.Warn),
	}
}

// suyGiam reads a figure of the loss of ability to work, in 1/10 000 as the column
// has it; ok is false where the law has none on the day of the rating.
func suyGiam(name string, r form.Row) (int64, bool) {
	v, ok := law.Get(name, NgayGiamDinh.Get(r))
	return v.Amount * 100, ok
}

func hangThang(r form.Row) bool {
	from, ok := suyGiam("tnld-hang-thang-suy-giam-dau", r)
	return ok && TyLeSuyGiam.Known(r) && TyLeSuyGiam.Get(r) >= from
}

func tyLe(l *form.Look) form.Verdict {
	rate := TyLeSuyGiam.Get(l.Row)
	least, ok := suyGiam("tnld-mot-lan-suy-giam-dau", l.Row)
	switch {
	case rate < 0 || rate > 100*100:
		return form.Verdict{Say: "từ 0 đến 100"}
	case ok && rate < least:
		return form.Verdict{Say: fmt.Sprintf("dưới %d%% thì chưa có trợ cấp. Xem lại biên bản giám định; nhiều lần thì giám định tổng hợp", least/100)}
	}
	return form.Verdict{}
}

// traRules are the rules of how the money is received, and of the term.
func traRules() []form.Rule {
	return []form.Rule{
		form.Require("37", SoTaiKhoan, quaNH, form.By(mau166+"; Luật 41/2024/QH15 Điều 93"), form.Trust(form.Medium)),
		form.Require("38", TenNganHang, quaNH, form.By(mau166+"; Luật 41/2024/QH15 Điều 93"), form.Trust(form.Medium)),
		form.Judge("39", SoTaiKhoan, form.Always, "6 đến 19 chữ số, hoặc chữ không dấu và chữ số", dangTaiKhoan, form.By(luoi), form.Trust(form.Medium), form.Warn),
		form.Judge("40", ChuTaiKhoan, form.Always, "trùng họ tên người hưởng, viết hoa không dấu", func(l *form.Look) form.Verdict {
			if codes.Fold(ChuTaiKhoan.Get(l.Row)) == codes.Fold(HoTen.Get(l.Row)) {
				return form.Verdict{}
			}
			return form.Verdict{Say: "khác Họ và tên. Trợ cấp chỉ chuyển vào tài khoản của người hưởng, xem lại tên"}
		}, form.By(luoi), form.Trust(form.Medium), form.Warn),
		form.Judge("41", NgayGiamDinh, form.Always, "nộp trong hạn kể từ ngày có biên bản giám định", quaHan, form.By(luat84+"59 khoản 1"), form.Trust(form.Medium), form.Warn),
	}
}

func dangTaiKhoan(l *form.Look) form.Verdict {
	s := SoTaiKhoan.Get(l.Row)
	ok := len(s) >= 6 && len(s) <= 19
	for i := range len(s) {
		ch := s[i]
		ok = ok && (ch >= '0' && ch <= '9' || ch >= 'A' && ch <= 'Z' || ch >= 'a' && ch <= 'z')
	}
	if ok {
		return form.Verdict{}
	}
	return form.Verdict{Say: "phải có 6 đến 19 chữ số, hoặc chữ không dấu và chữ số, không có dấu cách"}
}

// quaHan counts from the rating, the last paper of a full dossier as a rule.
func quaHan(l *form.Look) form.Verdict {
	d := NgayGiamDinh.Get(l.Row)
	limit, ok := law.Get("han-nop-tnld", d)
	if !ok || !l.Today.Valid() || int64(l.Today.Sub(d)) <= limit.Amount {
		return form.Verdict{}
	}
	return form.Verdict{Say: fmt.Sprintf("đã %d ngày kể từ ngày có biên bản, đơn vị nộp trong %d ngày kể từ ngày đủ hồ sơ. Nộp sớm, kèm giải trình nếu đã đủ hồ sơ từ trước", l.Today.Sub(d), limit.Amount)}
}

// dauRules are the rules of the head.
func dauRules() []form.Rule {
	return []form.Rule{
		nhanthan.MaDonVi("42", MaDonVi, mau166),
		nhanthan.DienThoai("43", DienThoai, mau166, form.Warn),
		nhanthan.Text("44", ThuTruong, "chữ Unicode có dấu, không có chữ số", mau166, facts.CheckHoTen),
	}
}
