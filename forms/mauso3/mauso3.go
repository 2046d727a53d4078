package mauso3

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	nd188  = "Nghị định 188/2025/NĐ-CP"
	huong  = nd188 + ", hướng dẫn lập Mẫu số 3"
	huongC = huong + ", cột "
)

// N188 is the mẫu of Nghị định 188/2025/NĐ-CP.
var N188 = form.Register(form.Form{
	ID: "MAU-SO-3", Name: "Mẫu số 3",
	Version: "188",
	Title:   "Danh sách đối tượng tham gia bảo hiểm y tế",
	Basis:   nd188 + "; tệp mẫu kèm Quyết định 366/QĐ-BHXH ngày 29/4/2026",
	From:    khung.Ngay("2025-08-15"),
	Head: &form.Table{
		Tag:   "ToChuc",
		Title: "Cơ quan, tổ chức lập danh sách",
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
			form.Cols("", HoTen, MaSoBHXH, SoCCCD, NoiKCB, Loai, NhomDong),
			form.Cols("Mức đóng", MucLuong, HeSo, PhuCapCV, TNVK, TNNghe, BoSung),
			form.Cols("", TuThang, SoThang, TyLeNSNN, HinhThucNhan, GhiChu),
			form.Cols("Hộ gia đình", KhoaHo, ThuTu),
			form.Cols("", ID),
		},
		Rules: rules(),
		Totals: []form.Total{
			{Tag: "TongTang", Head: "Số người tăng", If: tangNguoi},
			{Tag: "TongGiam", Head: "Số người giảm", If: Loai.In(GiamNguoi)},
			{Tag: "TongTheDienTu", Head: "Số thẻ bản điện tử", If: HinhThucNhan.In("1")},
			{Tag: "TongTheGiay", Head: "Số thẻ bản giấy", If: HinhThucNhan.In("2")},
		},
	},
	Papers: []form.Paper{paper188()},
	Notes: []string{
		"Chưa thấy tệp điện tử của mẫu này; hồ sơ kèm danh sách dưới dạng PDF đã ký. D03-TS-595.xml là tệp của mẫu cũ.",
		"Ngày bắt đầu áp dụng là ngày nghị định có hiệu lực thay Nghị định 146/2018/NĐ-CP; toàn văn nghị định chưa đối chiếu (độ tin trung bình).",
		"Mẫu không có cột phương án; loại tăng, giảm theo chỉ tiêu hàng ngang của hướng dẫn, mã do phần mềm đặt.",
		"Mẫu chỉ in (1) và (2); phần mềm ghi thêm Tăng, Giảm theo hướng dẫn. Dòng thay đổi nơi khám chữa bệnh xếp vào phần (1): hướng dẫn không nói xếp vào phần nào.",
		"Ví dụ về hộ gia đình của hướng dẫn nhắc cột 6, đúng ra là cột 4.",
		"Giảm trừ theo thứ tự chỉ khi các thành viên cùng tham gia trong năm tài chính (độ tin trung bình).",
		"Số tháng của thẻ 3, 6, 12 tháng và 9, 15 tháng của học sinh, sinh viên có độ tin trung bình.",
	},
})
