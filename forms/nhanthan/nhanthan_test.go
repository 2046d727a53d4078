package nhanthan

import (
	"strings"
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

const canCu = "Mẫu thử"

var (
	hoTen = form.Text("HoTen", "Họ và tên")
	maSo  = form.Text("MaSoBHXH", "Mã số BHXH")
	so    = form.Text("SoCCCD", "Số CCCD")
	gt    = form.Code("GioiTinh", "Giới tính", form.Choice("Giới tính", "0", "Nữ", "1", "Nam"))
	sinh  = form.Birth("NgaySinh", "Ngày sinh")
	mst   = form.Text("MaSoThue", "Mã số thuế")
	tk    = form.Text("SoTaiKhoan", "Số tài khoản")
	chu   = form.Text("ChuTaiKhoan", "Chủ tài khoản")
	cap   = form.Date("NgayCap", "Ngày cấp")
	nghi  = form.Date("NgayNghi", "Ngày nghỉ")
	xa    = form.Code("MaXa", "Xã, phường, đặc khu", form.Choice("Xã", "00004", "Ba Đình"))
	tinh  = form.Code("MaTinh", "Tỉnh, thành phố", form.Choice("Tỉnh", "79", "Hồ Chí Minh", "01", "Hà Nội"))

	thu = form.Register(form.Form{
		ID: "THU-NHANTHAN", Version: "1", Title: "Mẫu thử", From: 1,
		Table: &form.Table{Tag: "Nguoi", Groups: []form.Group{form.Cols("", hoTen, maSo, so, gt, sinh, mst, tk, chu, xa, tinh, cap, nghi)}, Rules: []form.Rule{
			HoTen("01", hoTen, canCu), MaSoBHXH("02", maSo, canCu), SoGiayTo("03", so, nil, &gt, &sinh),
			NgaySinh("04", sinh, canCu), MaSoThue("05", mst, canCu, form.Warn),
			TaiKhoan("06", tk), ChuTaiKhoan("07", chu, hoTen), XaThuocTinh("08", xa, tinh),
			NgayCap("09", cap, sinh, canCu), KhongSauHomNay("10", nghi, canCu), KhongTruoc("11", nghi, cap, canCu),
		}},
	})
)

func TestFaults(t *testing.T) {
	today, _ := law.ParseDay("2026-11-22")
	for _, c := range []struct {
		name, want string
		set        func(*form.Row)
	}{
		{"nothing said", "", func(*form.Row) {}},
		{"digits in a name", "THU-NHANTHAN-01 Lỗi", func(r *form.Row) { hoTen.Set(r, "Lê V4n") }},
		{"nine digits", "THU-NHANTHAN-02 Lỗi", func(r *form.Row) { maSo.Set(r, "123456789") }},
		{"a passport where nationality is not asked", "", func(r *form.Row) { so.Set(r, "M12345678") }},
		{"a number of another sex", "THU-NHANTHAN-03", func(r *form.Row) { so.Set(r, "001195000001"); gt.Set(r, "1"); sinh.Set(r, 19950101) }},
		{"an account too short", "THU-NHANTHAN-06 Nhắc", func(r *form.Row) { tk.Set(r, "123") }},
		{"an account of another", "THU-NHANTHAN-07 Nhắc", func(r *form.Row) { hoTen.Set(r, "Lê Văn An"); chu.Set(r, "LE VAN BA") }},
		{"an account without diacritics", "", func(r *form.Row) { hoTen.Set(r, "Lê Văn An"); chu.Set(r, "LE VAN AN") }},
		{"a commune elsewhere", "THU-NHANTHAN-08 Lỗi", func(r *form.Row) { xa.Set(r, "00004"); tinh.Set(r, "79") }},
		{"issued before the birth", "THU-NHANTHAN-09 Lỗi", func(r *form.Row) { sinh.Set(r, 19950101); cap.Set(r, 19940101) }},
		{"issued tomorrow", "THU-NHANTHAN-09 Lỗi", func(r *form.Row) { cap.Set(r, 20261123) }},
		{"a day in the future", "THU-NHANTHAN-10 Lỗi", func(r *form.Row) { nghi.Set(r, 20261123) }},
		{"a day before another", "THU-NHANTHAN-11 Lỗi", func(r *form.Row) { nghi.Set(r, 20200101); cap.Set(r, 20200102) }},
		{"born tomorrow", "THU-NHANTHAN-04 Lỗi", func(r *form.Row) { sinh.Set(r, 20261123) }},
		{"a wrong tax code", "THU-NHANTHAN-05 Nhắc", func(r *form.Row) { mst.Set(r, "0100109107") }},
	} {
		d := form.New(thu)
		var r form.Row
		c.set(&r)
		d.Rows = []form.Row{r}
		var got string
		for _, f := range d.Check(today, today.Month()) {
			got += f.Code + " " + string(f.Level) + " " + f.Say + "\n"
		}
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
