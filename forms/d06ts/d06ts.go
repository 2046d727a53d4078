package d06ts

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	qd366  = "Quyết định 366/QĐ-BHXH"
	huong  = qd366 + ", hướng dẫn lập mẫu D06-TS"
	huongC = huong + ", cột "
	nd143  = "Nghị định 143/2024/NĐ-CP"
)

// D366 is the mẫu of Quyết định 366/QĐ-BHXH.
var D366 = form.Register(form.Form{
	ID:      "D06-TS",
	Version: "366",
	Title:   "Danh sách tham gia bảo hiểm tai nạn lao động theo hình thức tự nguyện",
	Basis:   qd366 + " ngày 29/4/2026",
	From:    khung.Ngay("2026-05-01"),
	Head: &form.Table{
		Tag:   "ToChuc",
		Title: "Tổ chức hỗ trợ phát triển đối tượng",
		Groups: []form.Group{
			form.Cols("", TenDonVi, MaDonVi, NhanVienThu, MaNhanVien),
			form.Cols("Danh sách", So, NgayLap),
		},
		Rules: dauRules(),
	},
	Table: &form.Table{
		Tag:   "NguoiThamGia",
		Title: "Danh sách người tham gia",
		Groups: []form.Group{
			form.Cols("", HoTen, MaSoBHXH, NgaySinh, SoCCCD, Loai),
			form.Cols("Phương thức đóng", TuNgay, SoThang),
			form.Cols("", NgheNghiep, ThuNhap),
			form.Cols("Số tiền đóng", PhaiDong, NguoiDong, DienHoTro, TyLeNSNN, TyLeThem, TienThem, TyLeKhac, TienKhac),
			form.Cols("", HinhThucNhan, GhiChu, ID),
		},
		Rules: rules(),
		Totals: []form.Total{
			{Tag: "TongDong", Head: "Số người đóng", If: dong},
			{Tag: "TongDieuChinh", Head: "Số người điều chỉnh", If: dieuChinh},
			{Tag: "TongPhaiDong", Head: "Tổng số tiền phải đóng", If: dong, Of: PhaiDong},
			{Tag: "TongNguoiDong", Head: "Tổng số tiền người tham gia đóng", If: dong, Of: NguoiDong},
		},
	},
	Papers: []form.Paper{paper366()},
	Notes: []string{
		"Mẫu mới của Quyết định 366/QĐ-BHXH, chưa thấy tệp điện tử; hồ sơ kèm danh sách dưới dạng PDF đã ký.",
		"Hướng dẫn nêu bốn loại ở cột 15 rồi để dấu ba chấm; loại giảm chưa có trong hướng dẫn nên chưa có ở đây. Mã của loại do phần mềm đặt.",
		"Mức thu nhập và mức hỗ trợ theo số liệu của ngày kiểm tra, coi là ngày đóng.",
		"Tuổi tham gia từ đủ 15 tuổi chưa đối chiếu với toàn văn nghị định (độ tin trung bình).",
	},
})
