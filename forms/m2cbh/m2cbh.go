package m2cbh

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	qd166   = "Quyết định 166/QĐ-BHXH"
	mauSo   = "Mẫu 2-CBH, mục "
	dieu82  = "Luật 41/2024/QH15 Điều 82"
	dieu93  = "Luật 41/2024/QH15 Điều 93"
	ngayMau = "2019-01-31"
)

// D166 is the mẫu of the family of Quyết định 166/QĐ-BHXH.
var D166 = form.Register(form.Form{
	ID:      "2-CBH",
	Version: "166",
	Title:   "Thông báo thay đổi thông tin người hưởng",
	Basis:   qd166 + " ngày 31/01/2019, Quyết định 686/QĐ-BHXH",
	From:    khung.Ngay(ngayMau),
	Head: &form.Table{
		Tag: "Dau", Title: "Nơi gửi và ký",
		Groups: []form.Group{form.Cols("", TenCoQuan, NoiLap, NgayLap)},
		Rules:  rulesDau(),
	},
	Table: &form.Table{
		Tag:   "ThayDoi",
		Title: "Thay đổi",
		Groups: []form.Group{
			form.Cols("Người hưởng", HoTen, NgaySinh, SoCCCD, MaSoBHXH, CheDo, SoHoSo, MaTinh),
			form.Cols("Thay đổi", ThayDoi, ThongTinCu),
			form.Cols("Tài khoản mới", SoTaiKhoan, ChuTaiKhoan, NganHang, ChiNhanh),
			form.Cols("Nơi nhận mới", DiemChi, MaXaMoi, MaTinhMoi),
			form.Cols("Liên hệ mới", DienThoai, Email, DiaChi),
			form.Cols("", TuThang, ID),
		},
		Rules:  rules(),
		Totals: []form.Total{{Tag: "TongThongBao", Head: "Số thông báo", If: form.Always}},
	},
	Papers: []form.Paper{paper166()},
	Notes: []string{
		"Bố cục bản in dựng lại từ mô tả (độ tin cậy trung bình), chưa đối chiếu bản chính thức.",
		"Mẫu có từ Quyết định 828/QĐ-BHXH năm 2016; Quyết định 686/QĐ-BHXH chưa thấy toàn văn. Áp dụng lấy từ ngày ban hành Quyết định 166/QĐ-BHXH.",
		"Không có bố cục tệp điện tử: hồ sơ mang mẫu này dưới dạng PDF đã ký, hoặc khai trên Cổng.",
		"Danh mục chế độ, danh mục cơ quan BHXH và danh mục ngân hàng của cơ quan BHXH chưa thấy công bố.",
		"Luật 41/2024/QH15 Điều 82 đặt 5 ngày làm việc để giải quyết; không có hạn nộp.",
	},
})
