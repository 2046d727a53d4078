package m2cbh

import (
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/nhanthan"
)

// Conditions that more than one rule needs.
var (
	taiKhoan = ThayDoi.In(SangTaiKhoan, DoiTaiKhoan).Named("nhận qua tài khoản mới")
	tienMat  = ThayDoi.In(SangTienMat).Named("chuyển sang nhận tiền mặt")
	noiNhan  = ThayDoi.In(SangTienMat, DoiNoiNhan).Named("nhận ở nơi mới")
	lienHe   = ThayDoi.In(DoiLienHe).Named("đổi thông tin liên hệ")
)

// rules are checked in this order; a code is never given to another rule.
func rules() []form.Rule {
	return []form.Rule{
		nhanthan.HoTen("01", HoTen, mauSo+"1"),
		nhanthan.NgaySinh("02", NgaySinh, mauSo+"1"),
		nhanthan.SoGiayTo("03", SoCCCD, nil, nil, &NgaySinh),
		nhanthan.MaSoBHXH("04", MaSoBHXH, mauSo+"1"),
		form.Require("05", ThongTinCu, ThayDoi.In(DoiTaiKhoan, DoiNoiNhan).Named("đổi tài khoản hoặc nơi nhận"), form.By(mauSo+"4"), form.Trust(form.Medium), form.Warn),
		form.Require("10", SoTaiKhoan, taiKhoan, form.By(mauSo+"5; "+dieu93+" khoản 1")),
		form.Require("11", ChuTaiKhoan, taiKhoan, form.By(mauSo+"5; "+dieu93+" khoản 1")),
		form.Require("12", NganHang, taiKhoan, form.By(mauSo+"5; "+dieu93+" khoản 1")),
		form.Require("13", ChiNhanh, taiKhoan, form.By(mauSo+"5"), form.Trust(form.Medium), form.Warn),
		nhanthan.TaiKhoan("14", SoTaiKhoan),
		nhanthan.ChuTaiKhoan("15", ChuTaiKhoan, HoTen),
		form.Forbid("16", SoTaiKhoan, tienMat, form.By(mauSo+"5"), form.Warn),
		form.Check("17", SoTaiKhoan, ThayDoi.In(DoiTaiKhoan).Named("đổi tài khoản"), "Số tài khoản mới: khác số đang ghi ở Thông tin hiện tại", func(l *form.Look) bool {
			return !strings.Contains(ThongTinCu.Get(l.Row), SoTaiKhoan.Get(l.Row))
		}, form.By(mauSo+"5"), form.Warn),
		form.Require("20", MaXaMoi, noiNhan, form.By(mauSo+"6; "+dieu82+" khoản 1")),
		form.Require("21", MaTinhMoi, noiNhan, form.By(mauSo+"6; "+dieu82+" khoản 1")),
		form.Require("22", DiemChi, noiNhan, form.By(mauSo+"6"), form.Trust(form.Medium), form.Warn),
		nhanthan.XaThuocTinh("23", MaXaMoi, MaTinhMoi),
		form.Check("24", MaTinhMoi, MaTinh.Filled(), "Tỉnh, thành phố nhận mới: trong tỉnh đang nhận; sang tỉnh khác thì dùng đơn 14-HSB, nội dung chuyển nơi hưởng", func(l *form.Look) bool {
			return MaTinhMoi.Get(l.Row) == MaTinh.Get(l.Row)
		}, form.By(dieu82+" khoản 1")),
		form.Require("25", MaTinh, ThayDoi.In(DoiNoiNhan).Named("đổi nơi nhận trong tỉnh"), form.By(mauSo+"6"), form.Trust(form.Inferred), form.Warn),
		form.Over("30", DienThoai, "có ít nhất một thông tin liên hệ mới", khongLienHe, form.By(mauSo+"3")),
		nhanthan.DienThoai("31", DienThoai, mauSo+"3"),
		nhanthan.Email("32", Email, mauSo+"3"),
		form.Check("40", TuThang, form.Always, "Đề nghị từ tháng: sau tháng này; danh sách chi trả của tháng này thường đã lập", func(l *form.Look) bool {
			return l.Today == 0 || TuThang.Get(l.Row) > l.Today.Month()
		}, form.By(mauSo+"7; "+dieu82+" khoản 2"), form.Trust(form.Medium), form.Warn),
		form.Unique("41", ID, form.Always, form.By(mauSo+"1")),
		form.Over("42", ThayDoi, "mỗi người một thông báo cho một thay đổi", haiLan, form.By(mauSo+"3"), form.Warn),
	}
}

// rulesDau are those of the head.
func rulesDau() []form.Rule {
	return []form.Rule{nhanthan.KhongSauHomNay("51", NgayLap, mauSo+"7")}
}

func khongLienHe(_ *form.Doc, rows []form.Row) []form.Hit {
	var hits []form.Hit
	for i, r := range rows {
		if lienHe.Test(r) && !DienThoai.Known(r) && !Email.Known(r) && !DiaChi.Known(r) {
			hits = append(hits, form.Hit{I: i, Say: "ghi số điện thoại, email hoặc địa chỉ mới"})
		}
	}
	return hits
}

// haiLan finds a second notice of the same person for the same change.
func haiLan(_ *form.Doc, rows []form.Row) []form.Hit {
	first := map[string]int{}
	var hits []form.Hit
	for i, r := range rows {
		if MaSoBHXH.Get(r) == "" || ThayDoi.Get(r) == "" {
			continue
		}
		k := MaSoBHXH.Get(r) + " " + ThayDoi.Get(r) + " " + CheDo.Get(r)
		if n, twice := first[k]; twice {
			hits = append(hits, form.Hit{I: i, Say: "trùng với thông báo ở dòng " + form.Dots(int64(n+1)) + " của cùng người"})
			continue
		}
		first[k] = i
	}
	return hits
}
