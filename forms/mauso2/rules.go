package mauso2

import (
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/nhanthan"
)

// Conditions that more than one rule needs.
var (
	lanDau    = MaSoBHXH.Empty().Named("tham gia bảo hiểm y tế lần đầu")
	dieuChinh = NoiDung.Filled().Named("đề nghị điều chỉnh thông tin trên thẻ")
	nuocNgoai = form.When("người mang quốc tịch nước ngoài", func(r form.Row) bool { q := QuocTich.Get(r); return q != "" && q != "VN" }, QuocTich)
	dienTu    = HinhThucNhan.In(BanDienTu).Named("nhận bản điện tử")
	giay      = HinhThucNhan.In(BanGiay).Named("nhận bản giấy")
	nhanThan  = form.When("đề nghị điều chỉnh họ tên, ngày sinh, giới tính", doiNhanThan, NoiDung)
)

// rules are checked in this order; a code is never given to another rule.
func rules() []form.Rule {
	return []form.Rule{
		nhanthan.HoTen("01", HoTen, huongC+"[01]"),
		nhanthan.MaSoBHYT("02", MaSoBHXH, huong),
		form.Require("03", MaSoBHXH, dieuChinh, form.By(huong)),
		form.Require("04", GioiTinh, lanDau, form.By(huongC+"[02]")),
		form.Require("05", NgaySinh, lanDau, form.By(huongC+"[03]")),
		nhanthan.NgaySinh("06", NgaySinh, huongC+"[03]"),
		form.Check("07", NgaySinh, lanDau, "Ngày, tháng, năm sinh: ghi đủ ngày, tháng, năm như trong giấy khai sinh, căn cước hoặc hộ chiếu",
			func(l *form.Look) bool {
				n := facts.NgaySinh(NgaySinh.Get(l.Row))
				return n.Full() || !n.Valid()
			}, form.By(huongC+"[03]"), form.Warn),
		form.Require("08", DanToc, form.All(lanDau, form.Not(nuocNgoai)).Named("tham gia lần đầu, không phải người nước ngoài"), form.By(huongC+"[04]")),
		form.Forbid("09", DanToc, nuocNgoai, form.By(huongC+"[04]")),
		form.Require("10", QuocTich, lanDau, form.By(huongC+"[05]")),
		form.Require("11", SoCCCD, lanDau, form.By(huongC+"[06]")),
		nhanthan.SoGiayTo("12", SoCCCD, &QuocTich, &GioiTinh, &NgaySinh),
		form.Require("13", DienThoai, lanDau, form.By(huongC+"[07]"), form.Warn),
		nhanthan.DienThoai("14", DienThoai, huongC+"[07]", form.Warn),
		nhanthan.Email("15", Email, huongC+"[08]", form.Warn),
		form.Require("16", Email, KenhNhan.In(QuaEmail).Named("nhận thẻ qua Email"), form.By(huongC+"[10]")),
		form.Require("17", NoiKCB, lanDau, form.By(huongC+"[09]")),
		form.Require("18", HinhThucNhan, lanDau, form.By(huongC+"[10]"), form.Warn),
		form.Require("19", KenhNhan, dienTu, form.By(huongC+"[10]")),
		form.Require("20", DiaChiNhan, giay, form.By(huongC+"[10]")),
		form.Require("21", MaXaNhan, giay, form.By(huongC+"[10]")),
		form.Require("22", MaTinhNhan, giay, form.By(huongC+"[10]")),
		form.Check("23", MaXaNhan, MaTinhNhan.Filled(), "Xã, phường, đặc khu: phải thuộc Tỉnh, thành phố đã chọn", func(l *form.Look) bool {
			xa, ok := codes.Xa.Get(MaXaNhan.Get(l.Row))
			return !ok || xa.Nhom == MaTinhNhan.Get(l.Row)
		}, form.By("Quyết định 19/2025/QĐ-TTg")),
		form.Require("24", NoiDung, form.Not(lanDau).Named("đã có Mã số bảo hiểm y tế"), form.By(huongC+"[11]")),
		form.Require("25", HoSoKem, nhanThan, form.By(huongC+"[12]"), form.Trust(form.Medium), form.Warn),
		form.Unique("26", MaSoBHXH, form.Always, form.By(huong)),
		form.Unique("27", SoCCCD, form.Always, form.By(huong)),
		form.Judge("28", NoiKCB, MaTinhNhan.Filled(), "cùng tỉnh với nơi nhận thẻ", func(l *form.Look) form.Verdict {
			return nhanthan.Verdict(facts.CheckTinhKCB(NoiKCB.Get(l.Row), MaTinhNhan.Get(l.Row), "nơi nhận thẻ"))
		}, form.By("Luật Bảo hiểm y tế 25/2008/QH12 Điều 26"), form.Trust(form.Medium), form.Warn),
	}
}

// doiNhanThan looks for the words of the identity printed on a card.
func doiNhanThan(r form.Row) bool {
	s := codes.Fold(NoiDung.Get(r))
	for _, w := range []string{"ho ten", "ho, ten", "ho va ten", "ten dem", "ngay sinh", "ngay, thang", "nam sinh", "gioi tinh"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
