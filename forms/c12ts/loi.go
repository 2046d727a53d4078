package c12ts

import (
	"strconv"

	"ankhai/forms/form"
)

// dauThu is the letter down to the table.
func dauThu() []form.Line {
	nhan := func(s string) form.Seg { return form.B(s) }
	kinhGui := form.BI("Kính gửi: ")
	return []form.Line{
		{Segs: []form.Seg{form.B("THÔNG BÁO KẾT QUẢ ĐÓNG BHXH, BHYT, BHTN, BHTNLĐ, BNN").Sized(125)}, Align: form.Center, Before: 40},
		{Segs: []form.Seg{form.B("Tháng "), dam(form.FieldOf(thangSo, 6)), form.B(" năm "), dam(form.FieldOf(namSo, 7))}, Align: form.Center, Before: 8},
		{Segs: []form.Seg{kinhGui, form.HeadField(TenDonVi, 0)}, Indent: 120, Before: 8},
		{Segs: []form.Seg{nhan("Địa chỉ: "), form.HeadField(DiaChi, 72), form.T(" Mã đơn vị "), form.HeadField(MaDonVi, 0)}, Before: 12},
		{Segs: []form.Seg{nhan("BHXH "), form.HeadField(CoQuan, 0)}, Before: 5},
		{Segs: []form.Seg{nhan("Địa chỉ "), form.HeadField(DiaChiCQ, 0)}, Before: 5},
		{Segs: []form.Seg{nhan("Điện thoại: "), form.HeadField(DienThoai, 30)}, Before: 5},
		{Segs: []form.Seg{form.T("Căn cứ hồ sơ kê khai của đơn vị tính đến hết tháng, Thông báo chi tiết kết quả đóng BHXH, BHYT, BHTN, BHTNLĐ, BNN của đơn vị như sau:")}, Align: form.Justify, Before: 15},
		{Segs: []form.Seg{form.I("Đơn vị tính: Người, đồng")}, Align: form.Right, Before: 5},
	}
}

func thangSo(v form.View) string { return soThang(Thang.Get(v.Doc.Head).Num(), 2) }

func namSo(v form.View) string { return soThang(Thang.Get(v.Doc.Head).Year(), 4) }

func soThang(n, places int) string {
	if n == 0 {
		return ""
	}
	s := strconv.Itoa(n)
	for len(s) < places {
		s = "0" + s
	}
	return s
}

// cuoiThu is the letter below the table, items a to g.
func cuoiThu() []form.Line {
	var out []form.Line
	line := func(segs ...form.Seg) {
		out = append(out, form.Line{Segs: segs, Align: form.Justify, Before: 8})
	}
	for i, k := range CacKetQua {
		line(form.T([]string{"a", "b", "c", "d", "đ"}[i]+") Kết quả đơn vị đã đóng "+k.Cho+" cho "), form.HeadField(k.Nguoi, 9),
			form.T(" lao động đến hết tháng/năm "), form.HeadField(k.Den, 18))
	}
	line(form.T("e) Tổng số nộp thiếu là "), form.HeadField(TongThieu, 19), form.T(" đồng, đề nghị đơn vị nộp vào tài khoản số "), form.HeadField(SoTaiKhoan, 14),
		form.T(" Tại Ngân hàng "), form.HeadField(NganHang, 14), form.T(" (hoặc tài khoản số "), form.HeadField(TaiKhoanKB, 14),
		form.T(" Tại Kho bạc NN "), form.HeadField(KhoBac, 11), form.T(") của cơ quan BHXH "), form.HeadField(CoQuan, 9), form.T(" trước ngày "), form.HeadField(NopTruoc, 16))
	line(form.T("g) Đề nghị đơn vị kiểm tra số liệu trên, nếu chưa thống nhất đề nghị đến cơ quan BHXH "), form.HeadField(CoQuan, 24),
		form.T(" để kiểm tra điều chỉnh trước ngày "), form.FieldOf(ngayKiemTra, 1), form.T(". Quá thời hạn trên nếu đơn vị không đến, số liệu trên là đúng."))
	return out
}

func ngayKiemTra(v form.View) string {
	if d := KiemTra.Get(v.Doc.Head); d.Valid() {
		return d.String()
	}
	return "   /   /      "
}
