package m14hsb

import (
	"slices"
	"strings"

	"ankhai/forms/form"
)

// Conditions that more than one rule needs.
var (
	nguoiChet  = NoiDung.In(NguoiChet).Named("truy lĩnh của người đã chết")
	truyLinh   = NoiDung.In(NguoiChet, HetHan, KhongTen, KhongNhan, TamDungIn, MotLanCu).Named("truy lĩnh")
	truyLinhB2 = NoiDung.In(HetHan, KhongTen, KhongNhan, TamDungIn, MotLanCu).Named("truy lĩnh, hưởng tiếp")
	luongHuu   = NoiDung.In(LuongHuu, CanBoXa).Named("đề nghị hưởng lương hưu")
	chuyenTinh = NoiDung.In(ChuyenTinh).Named("chuyển nơi hưởng sang tỉnh khác")
	motLan     = NoiDung.In(MotLan).Named("đề nghị BHXH một lần")
	dinhCu     = form.Any(NoiDung.In(RaNuocNgoai), form.All(motLan, LyDoMotLan.In(MLDinhCu))).Named("ra nước ngoài để định cư")
	thaiSan    = NoiDung.In(ThaiSan, ThaiSanTN).Named("đề nghị chế độ thai sản")
	thaiSanTN  = NoiDung.In(ThaiSanTN).Named("đề nghị trợ cấp thai sản của BHXH tự nguyện")
	thoiViec   = NoiDung.In(ThaiSan).Named("tự nộp hồ sơ thai sản")
	taiNan     = NoiDung.In(TaiNanDau, TaiPhat, TaiNanTiep).Named("tự nộp hồ sơ tai nạn lao động, bệnh nghề nghiệp")
	taiNanMoi  = NoiDung.In(TaiNanDau, TaiNanTiep).Named("có vụ tai nạn lao động, bệnh nghề nghiệp mới")
	canChiTiet = la(NhanThan, SuaQuyetDinh, MotLanCu, MatSucLaoDong, NoiDungKhac)
	khongTien  = NoiDung.In(NhanThan, SuaQuyetDinh, ChamDut, NoiDungKhac).Named("không nhận tiền")
	coTien     = form.All(NoiDung.Filled(), form.Not(khongTien)).Named("có nhận tiền")
	taiKhoan   = HinhThucNhan.In(QuaTaiKhoan).Named("nhận qua tài khoản")
	sau12Thang = form.All(motLan, LyDoMotLan.In(ML12Thang)).Named("hưởng một lần sau 12 tháng không đóng")
	duTuoi     = form.All(motLan, LyDoMotLan.In(MLDuTuoi)).Named("hưởng một lần vì đủ tuổi mà chưa đủ năm đóng")
	nguoiKhac  = form.All(NguoiDeNghi.Filled(), form.Not(nguoiChet)).Named("người khác đề nghị thay")
	nuocNgoai  = form.When("người mang quốc tịch nước ngoài", func(r form.Row) bool { q := QuocTich.Get(r); return q != "" && q != "VN" }, QuocTich)
)

// lyDo is true of a claim for BHXH một lần in one of the cases.
func lyDo(say string, cases ...string) form.Cond {
	return form.All(motLan, form.When(say, func(r form.Row) bool { return slices.Contains(cases, LyDoMotLan.Get(r)) }, LyDoMotLan)).Named(say)
}

// la is true of a request of one of the kinds, and says so in their words.
func la(kinds ...string) form.Cond {
	words := make([]string, len(kinds))
	for i, k := range kinds {
		words[i] = NoiDungs.Label(k)
	}
	return NoiDung.In(kinds...).Named("nội dung là «" + strings.Join(words, "» hoặc «") + "»")
}
