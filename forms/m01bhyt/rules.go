package m01bhyt

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/nhanthan"
)

// Conditions that more than one rule needs.
var (
	chuyenKhoan = HinhThucNhan.In(ChuyenKhoan).Named("nhận bằng chuyển khoản")
	hoaDon      = CTLoai.In(HoaDon).Named("là hoá đơn")
)

// rules are checked in this order; a code is never given to another rule.
func rules() []form.Rule {
	return []form.Rule{
		nhanthan.HoTen("01", DNHoTen, mauSo+"1"),
		nhanthan.SoGiayTo("02", DNSoCCCD, nil, nil, nil),
		nhanthan.DienThoai("03", DNDienThoai, mauSo+"1"),
		nhanthan.XaThuocTinh("04", DNMaXa, DNMaTinh),
		nhanthan.HoTen("11", HoTen, mauSo+"2"),
		nhanthan.NgaySinh("12", NgaySinh, mauSo+"2"),
		nhanthan.Text("13", TheBHYT, "15 ký tự của thẻ BHYT hoặc 10 chữ số", mauSo+"2", facts.CheckTheBHYT),
		form.Require("14", NoiKCB, form.Always, form.By(mauSo+"2"), form.Warn),
		form.Check("21", TuNgay, NgaySinh.Filled(), "Ngày vào: không trước ngày sinh người bệnh", func(l *form.Look) bool {
			n := facts.NgaySinh(NgaySinh.Get(l.Row))
			return !n.Valid() || TuNgay.Get(l.Row) >= n.Day()
		}, form.By(mauSo+"4")),
		nhanthan.KhongTruoc("22", DenNgay, TuNgay, mauSo+"4"),
		nhanthan.KhongSauHomNay("23", DenNgay, mauSo+"4"),
		form.Require("24", LyDoKhac, LyDo.In(LDKhac).Named("chọn lý do khác"), form.By(mauSo+"5; "+nd188)),
		form.Check("25", LyDo, MaCoSo.Filled(), "Lý do thanh toán trực tiếp: cơ sở này có trong danh mục cơ sở KCB của BHXH; xem lại có hợp đồng hay không", func(l *form.Look) bool {
			return LyDo.Get(l.Row) != KhongHopDong
		}, form.By(nd188), form.Trust(form.Low), form.Warn),
		form.Check("26", HinhThuc, LyDo.In(LDCapCuu).Named("lý do là cấp cứu"), "Hình thức khám, chữa bệnh: là cấp cứu khi lý do là cấp cứu", func(l *form.Look) bool {
			return HinhThuc.Get(l.Row) == CapCuu
		}, form.By(nd188), form.Trust(form.Medium), form.Warn),
		form.Check("31", TongChi, form.Always, "Tổng chi phí: lớn hơn 0", func(l *form.Look) bool { return TongChi.Get(l.Row) > 0 }, form.By(mauSo+"6")),
		form.Check("32", SoTien, TongChi.Filled(), "Số tiền đề nghị thanh toán: lớn hơn 0, không quá Tổng chi phí", func(l *form.Look) bool {
			return SoTien.Get(l.Row) > 0 && SoTien.Get(l.Row) <= TongChi.Get(l.Row)
		}, form.By(mauSo+"6; Nghị định 188/2025/NĐ-CP Điều 56, 57")),
		form.Over("33", TongChi, "bằng tổng các hoá đơn", khacHoaDon, form.By(mauSo+"6, 7"), form.Trust(form.Medium), form.Warn),
		form.Over("34", TongChi, "có hoá đơn ở Chứng từ", thieu("kê ít nhất một hoá đơn vào Chứng từ", HoaDon), form.By(mauSo+"7; "+nd188)),
		form.Over("35", DenNgay, "có giấy ra viện hoặc phiếu khám ở Chứng từ", thieu("kê giấy ra viện, hoặc phiếu khám bệnh, sổ khám bệnh vào Chứng từ", RaVien, PhieuKham), form.By(mauSo+"7; danh mục giấy tờ của thủ tục"), form.Trust(form.Medium), form.Warn),
		form.Require("41", SoTaiKhoan, chuyenKhoan, form.By(mauSo+"8")),
		form.Require("42", NganHang, chuyenKhoan, form.By(mauSo+"8")),
		form.Require("43", ChuTaiKhoan, chuyenKhoan, form.By(mauSo+"8"), form.Trust(form.Inferred), form.Warn),
		nhanthan.TaiKhoan("44", SoTaiKhoan),
		form.Judge("45", ChuTaiKhoan, form.Always, "là người bệnh hoặc người đề nghị", chuKhac, form.By(mauSo+"8"), form.Trust(form.Medium), form.Warn),
		form.Forbid("46", SoTaiKhoan, HinhThucNhan.In(TienMat).Named("nhận tiền mặt"), form.By(mauSo+"8"), form.Warn),
		form.Unique("47", ID, form.Always, form.By(mauSo+"7")),
	}
}

// rulesDau are those of the head.
func rulesDau() []form.Rule {
	return []form.Rule{nhanthan.KhongSauHomNay("51", NgayLap, mauSo+"1")}
}

// chungTuRules are those of the papers.
func chungTuRules() []form.Rule {
	return []form.Rule{
		form.Require("61", CTSo, hoaDon, form.By(mauSo+"7")),
		form.Require("62", CTNgay, hoaDon, form.By(mauSo+"7")),
		form.Require("63", CTSoTien, hoaDon, form.By(mauSo+"7")),
		nhanthan.KhongSauHomNay("64", CTNgay, mauSo+"7"),
		form.Over("65", CTNgay, "không trước ngày vào", truocNgayVao, form.By(mauSo+"7"), form.Warn),
		form.Unique("66", CTSo, hoaDon, form.By(mauSo+"7")),
		form.Over("67", CTCua, "là khoá của một giấy đề nghị", coChu, form.By(mauSo+"7")),
	}
}

func chuKhac(l *form.Look) form.Verdict {
	chu := ChuTaiKhoan.Get(l.Row)
	if facts.CheckChuTaiKhoan(chu, HoTen.Get(l.Row)).OK() || facts.CheckChuTaiKhoan(chu, DNHoTen.Get(l.Row)).OK() {
		return form.Verdict{}
	}
	return form.Verdict{Say: "khác họ tên người bệnh và người đề nghị. Tiền chi cho người bệnh hoặc người nộp thay"}
}
