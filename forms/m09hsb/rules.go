package m09hsb

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
	"ankhai/forms/nhanthan"
)

// Conditions that more than one rule needs.
var (
	coMaiTang = MTTen.Filled().Named("có người lo mai táng")
	tuNguyen  = TinhTrang.In(TuNguyen).Named("đang tham gia BHXH tự nguyện")
	dangDong  = TinhTrang.In(DangDong, BaoLuu).Named("đang tham gia hoặc bảo lưu")
)

// rules are checked in this order; a code is never given to another rule.
func rules() []form.Rule {
	return []form.Rule{
		nhanthan.HoTen("01", KhaiHoTen, mauSo+"A"),
		nhanthan.NgaySinh("02", KhaiNgaySinh, mauSo+"A"),
		nhanthan.SoGiayTo("03", KhaiSoCCCD, nil, nil, &KhaiNgaySinh),
		nhanthan.DienThoai("04", KhaiDienThoai, mauSo+"A"),
		nhanthan.XaThuocTinh("05", KhaiMaXa, KhaiMaTinh),
		nhanthan.HoTen("11", HoTen, mauSo+"A"),
		nhanthan.NgaySinh("12", NgaySinh, mauSo+"A"),
		nhanthan.MaSoBHXH("13", MaSoBHXH, mauSo+"A"),
		nhanthan.KhongSauHomNay("14", NgayChet, luat+"90"),
		form.Check("15", NgayChet, NgaySinh.Filled(), "Ngày chết: không trước ngày sinh", func(l *form.Look) bool {
			n := facts.NgaySinh(NgaySinh.Get(l.Row))
			return !n.Valid() || NgayChet.Get(l.Row) >= n.Day()
		}, form.By(mauSo+"A")),
		form.Judge("16", NgayChet, form.Always, "có giải trình khi nộp quá hạn kể từ ngày chết", nopMuon, form.By(luat+"91 khoản 1, 2; Điều 92; Điều 112, 113"), form.Warn),
		form.Check("17", NguyenNhan, tuNguyen, "Nguyên nhân chết: tai nạn lao động, bệnh nghề nghiệp chỉ có ở người tham gia BHXH bắt buộc", func(l *form.Look) bool {
			return NguyenNhan.Get(l.Row) == DoKhac
		}, form.By(luat+"85 khoản 1 điểm b"), form.Warn),
		form.Judge("18", SoThangDong, form.All(coMaiTang, dangDong, NguyenNhan.In(DoKhac)).Named("có người lo mai táng"), "đủ số tháng để có trợ cấp mai táng", thieuMaiTang, form.By(luat+"85 khoản 1 điểm a, Điều 109"), form.Warn),
		form.Require("21", MTTaiKhoan, coMaiTang, form.By(mauSo+"A"), form.Trust(form.Medium), form.Warn),
		nhanthan.TaiKhoan("22", MTTaiKhoan),
		form.Require("23", MTNganHang, MTTaiKhoan.Filled(), form.By(mauSo+"A")),
		form.Over("24", MTTen, "có người lo mai táng hoặc có thân nhân", khongAi, form.By(luat+"84")),
		form.Over("25", ThoaThuan, "có ghi khi nhiều thân nhân hoặc chọn tuất một lần", thieuThoaThuan, form.By(luat+"88 khoản 2 điểm c; "+mauSo+"C"), form.Trust(form.Medium), form.Warn),
		form.Unique("26", ID, form.Always, form.By(mauSo+"A")),
		form.Unique("27", MaSoBHXH, form.Always, form.By(mauSo+"A")),
	}
}

// rulesDau are those of the head.
func rulesDau() []form.Rule {
	return []form.Rule{nhanthan.KhongSauHomNay("31", NgayLap, mauSo+"C")}
}

func nopMuon(l *form.Look) form.Verdict {
	d := NgayChet.Get(l.Row)
	han, ok := law.Get("han-nop-tuat", d)
	if !ok || GiaiTrinh.Known(l.Row) || l.Today <= d.Add(int(han.Amount)) {
		return form.Verdict{}
	}
	return form.Verdict{Say: "hồ sơ nộp trong " + form.Dots(han.Amount) + " ngày kể từ ngày chết, hạn là " + d.Add(int(han.Amount)).String() +
		"; đã qua thì ghi Giải trình nộp chậm và kèm văn bản giải trình"}
}

func thieuMaiTang(l *form.Look) form.Verdict {
	need, ok := law.Get("mai-tang-thang-bat-buoc", NgayChet.Get(l.Row))
	if !ok || SoThangDong.Get(l.Row) >= need.Amount {
		return form.Verdict{}
	}
	return form.Verdict{Say: "chưa đủ " + form.Dots(need.Amount) + " tháng đóng bắt buộc; chỉ có trợ cấp mai táng khi tổng thời gian bắt buộc và tự nguyện đủ mốc của BHXH tự nguyện"}
}

func khongAi(d *form.Doc, rows []form.Row) []form.Hit {
	var hits []form.Hit
	for i, r := range rows {
		if !MTTen.Known(r) && len(d.Of(ThanNhan, r)) == 0 {
			hits = append(hits, form.Hit{I: i, Say: "ghi người lo mai táng, hoặc kê khai thân nhân ở phần B"})
		}
	}
	return hits
}

func thieuThoaThuan(d *form.Doc, rows []form.Row) []form.Hit {
	var hits []form.Hit
	for i, r := range rows {
		if ThoaThuan.Known(r) {
			continue
		}
		motLan := 0
		for _, t := range d.Of(ThanNhan, r) {
			if TNLoai.Get(t) == MotLan {
				motLan++
			}
		}
		if motLan > 1 {
			hits = append(hits, form.Hit{I: i, Say: "nhiều thân nhân cùng hưởng tuất một lần thì ghi cử ai đứng tên nhận"})
		}
	}
	return hits
}
