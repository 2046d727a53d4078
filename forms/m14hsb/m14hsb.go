package m14hsb

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	mau   = "Mẫu 14-HSB"
	qd166 = "Quyết định 166/QĐ-BHXH"
	luat  = "Luật 41/2024/QH15 Điều "
)

// D166 is the mẫu of Quyết định 166/QĐ-BHXH.
var D166 = form.Register(form.Form{
	ID:      "14-HSB",
	Version: "166",
	Title:   "Đơn đề nghị",
	Basis:   qd166 + " ngày 31/01/2019",
	From:    khung.Ngay("2019-01-31"),
	Head: &form.Table{
		Tag: "Dau", Title: "Nơi gửi và ký",
		Groups: []form.Group{form.Cols("", TenCoQuan, NoiLap, NgayLap)},
		Rules:  rulesDau(),
	},
	Table: &form.Table{
		Tag:   "DeNghi",
		Title: "Đề nghị",
		Groups: []form.Group{
			form.Cols("Người hưởng", HoTen, GioiTinh, NgaySinh, MaSoBHXH, SoCCCD, NgayCap, NoiCap, QuocTich, DienThoai, DiaChi, MaXa, MaTinh),
			form.Cols("Người đề nghị", NguoiDeNghi, QuanHe),
			form.Cols("Nội dung", NoiDung, ChiTiet, HuongTu, TuThang, DenThang, NgayChet, DiaChiMoi, MaXaMoi, MaTinhMoi, NoiKCB,
				NuocDinhCu, GiayDinhCu, NgaySinhCon, NgayThoiViec),
			form.Cols("BHXH một lần", LyDoMotLan, ThangDau, ThangDung, SoThangDong),
			form.Cols("Nhận tiền", HinhThucNhan, SoTaiKhoan, ChuTaiKhoan, NganHang, ChiNhanh),
			form.Cols("", LyDo, ID),
		},
		Rules:  rules(),
		Totals: []form.Total{{Tag: "TongDon", Head: "Số đơn", If: form.Always}},
	},
	Subs: []*form.Table{{
		Tag: GiayTo, Title: "Giấy tờ kèm theo",
		Groups: []form.Group{form.Cols("", GTCua, GTLoai, GTTen, GTSo, GTNgay)},
		Rules:  giayToRules(),
		Link:   GTCua, LinkTo: ID,
	}},
	Papers: []form.Paper{paper166()},
	Notes: []string{
		"Bố cục bản in dựng lại từ mô tả, chưa đối chiếu bản chính thức.",
		"Áp dụng từ ngày ban hành Quyết định 166/QĐ-BHXH; ngày hiệu lực của mẫu và bản sửa sau Luật 41/2024/QH15 chưa thấy.",
		"Không có bố cục tệp điện tử: hồ sơ mang mẫu này dưới dạng PDF đã ký, hoặc khai trên Cổng.",
		"Danh sách nội dung yêu cầu gom từ các dịch vụ công dùng mẫu này (độ tin cậy trung bình); mã do phần mềm đặt.",
		"Người đề nghị, những tháng chưa nhận, ngày chết, ngày sinh con, ngày thôi việc và điều kiện của BHXH một lần suy ra từ thủ tục; mẫu không nêu riêng từng mục.",
		"Danh mục cơ quan BHXH và danh mục ngân hàng của cơ quan BHXH chưa thấy công bố.",
	},
})
