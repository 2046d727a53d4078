package d05ts

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	qd366  = "Quyết định 366/QĐ-BHXH"
	huong  = qd366 + ", hướng dẫn lập mẫu D05-TS"
	huongC = huong + ", cột "
	tepDT  = "Tệp điện tử D05-TS-595.xml"
	luat36 = "Luật 41/2024/QH15 Điều 36"
)

// D366 is the mẫu of Quyết định 366/QĐ-BHXH.
var D366 = form.Register(form.Form{
	ID:      "D05-TS",
	Version: "366",
	Title:   "Danh sách tham gia bảo hiểm xã hội tự nguyện",
	Basis:   qd366 + " ngày 29/4/2026",
	From:    khung.Ngay("2026-05-01"),
	Head: &form.Table{
		Tag:   "ToChuc",
		Title: "Tổ chức hỗ trợ phát triển đối tượng",
		Groups: []form.Group{
			form.Cols("", TenDonVi, MaDonVi, NhanVienThu, MaNhanVien),
			form.Cols("Danh sách", So, NgayLap, SoSoBHXH),
		},
		Rules: dauRules(),
	},
	Table: &form.Table{
		Tag:   "LaoDong",
		Title: "Danh sách người tham gia",
		Groups: []form.Group{
			form.Cols("", HoTen, MaSoBHXH, NgaySinh, CCNS, SoCCCD),
			form.Cols("Phương thức đóng", PhuongAn, PhuongThuc, TuThang, SoThang),
			form.Cols("", ThuNhap, TyLeDong),
			form.Cols("Số tiền đóng", PhaiDong, NguoiDong, DienHoTro, TyLeNSNN, TienNSNN, TyLeThem, TienThem, TyLeKhac, TienKhac),
			form.Cols("Hoàn trả, biên lai", HoanTra, SoBL, NgayBL),
			form.Cols("Đang sinh sống", DiaChi, MaXa, MaHuyen, MaTinh),
			form.Cols("", HinhThucNhan, GhiChu, HeSo, Loai, ID),
		},
		Rules: rules(),
		Totals: []form.Total{
			{Tag: "TongTang", Head: "Số người đóng", If: dong},
			{Tag: "TongGiam", Head: "Số người giảm", If: giam},
			{Tag: "TongPhaiDong", Head: "Tổng số tiền phải đóng", If: dong, Of: PhaiDong},
			{Tag: "TongNguoiDong", Head: "Tổng số tiền người tham gia đóng", If: dong, Of: NguoiDong},
		},
	},
	Papers: []form.Paper{paper366()},
	Wires:  []form.Wire{wire595()},
	Notes: []string{
		"Công thức cột 7 trong hướng dẫn lệch một cột (cột 4 × cột 6 − cột 9 × … − cột 11 − cột 13); phần mềm tính cột 7 = cột 6 − tiền NSNN hỗ trợ theo tỷ lệ cột 8 − cột 10 − cột 12.",
		"Tiền NSNN hỗ trợ = số tháng × tỷ lệ cột 8 × 22% × chuẩn hộ nghèo khu vực nông thôn của ngày đóng.",
		"Số tiền đóng một lần cho nhiều năm về sau, cho thời gian còn thiếu và đóng bù chỉ được so với mức đóng thường; tính bằng công cụ tính BHXH tự nguyện.",
		"Tệp điện tử không có ngày sinh, số CCCD, hình thức nhận kết quả, số tiền hoàn trả; mẫu giấy không có phương thức đóng, tỷ lệ đóng, tiền NSNN hỗ trợ và địa chỉ.",
		"Tệp điện tử: tên và thứ tự phần tử theo mã nguồn của một phần mềm (2022), chưa thấy tệp thật.",
		"NSNN hỗ trợ thêm (cột 9, 10) ghi vào TyleNSDP, TienNSDP của tệp điện tử: cách ghép do phần mềm suy ra.",
		"Ý nghĩa của phần tử Loai chưa thống nhất giữa các nguồn; cách tính của Heso chưa rõ.",
		"Thời gian được hỗ trợ tối đa (120 tháng, độ tin trung bình) không kiểm được trên danh sách này, vì không biết số tháng đã được hỗ trợ.",
		"Mã của cột diện được hỗ trợ do phần mềm đặt theo bốn nhóm của hướng dẫn cột 8.",
	},
})
