package d03ts

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	qd490   = "Quyết định 595/QĐ-BHXH, sửa bởi Quyết định 490/QĐ-BHXH, mẫu D03-TS"
	tepDT   = "Tệp điện tử D03-TS-595.xml"
	manHinh = "Màn hình D03-TS của phần mềm I-VAN"

	// motTram is a hundred per cent in 1/10 000.
	motTram = 100 * 100
)

// D595 is the mẫu of Quyết định 595/QĐ-BHXH with its amendments.
var D595 = form.Register(form.Form{
	ID:      "D03-TS",
	Version: "595",
	Title:   "Danh sách người chỉ tham gia BHYT",
	Basis:   "Quyết định 595/QĐ-BHXH ngày 14/4/2017, sửa bởi Quyết định 490/QĐ-BHXH ngày 28/3/2023",
	From:    khung.Ngay("2017-07-01"),
	Head: &form.Table{
		Tag: "DonVi", Title: "Đơn vị lập danh sách",
		Groups: []form.Group{
			form.Cols("", TenDonVi, MaDonVi, MaSoThue, DiaChiDonVi, DienThoai, Email),
			form.Cols("Đối tượng", TenDoiTuong, LoaiDoiTuong, NguonDong, LuongCoSo, TyLeNSNN, HinhThucTinh, SoTheBHYT),
			form.Cols("Ký", NoiLap, NgayLap),
		},
		Rules: dauRules(),
	},
	Table: &form.Table{
		Tag:   "LaoDong",
		Title: "Người tham gia",
		Groups: []form.Group{
			form.Cols("", HoTen, MaSoBHXH, PhuongAn, SoCCCD, NgaySinh, GioiTinh, QuocTich),
			form.Cols("Nơi ở", DiaChi, MaXa, MaHuyen, MaTinh),
			form.Cols("Thẻ BHYT", NoiKCB, MucHuong, VungSS, TuNgay, SoThang),
			form.Cols("Tiền đóng", MaHo, ThuTu, MucDong, TienDong, TyLeNSDP, HoTroKhac, SoBienLai, NgayBienLai, MaNVThu),
			form.Cols("Giảm do chết", CoGiamChet, NgayChet),
			form.Cols("Hoàn trả", BaoGiamTu, HoanTu, HoanSoThang, HoanTien, HoanLyDo),
			form.Cols("", Loai, MaPhongBan, GhiChu, ID),
		},
		Rules: rules(),
		Totals: []form.Total{
			{Tag: "TongTang", Head: "Số người tăng", If: PhuongAn.In("TM", "ON")},
			{Tag: "TongGiam", Head: "Số người giảm", If: giam},
			{Tag: "TongTien", Head: "Tổng số tiền đóng", If: conDong, Of: TienDong},
			{Tag: "TongHoan", Head: "Tổng số tiền hoàn trả", If: hoanTra, Of: HoanTien},
		},
	},
	Papers: []form.Paper{paper490()},
	Wires:  []form.Wire{wire595()},
	Notes: []string{
		"Từ 01/05/2026 bản giấy là Mẫu số 3 của Nghị định 188/2025/NĐ-CP; thủ tục qua I-VAN vẫn nhận tệp D03-TS-595.xml.",
		"Bố cục bản in dựng lại từ mô tả, chưa đối chiếu bản chính thức. Cột 2 và 14 theo hướng dẫn của Quyết định 490/QĐ-BHXH, số của các cột khác là suy ra; nhóm III là của phần mềm.",
		"Phần tử Tiendong: tệp quan sát được ghi tổng số tiền của cả kỳ; bảng mô tả ghi «tiền đóng / mức căn cứ». Ở đây ghi tổng số tiền, mức căn cứ chỉ in trên giấy.",
		"Mức đóng giảm dần trong hộ chỉ khi các thành viên cùng tham gia trong năm tài chính (độ tin cậy trung bình); không tính lại khi mức tham chiếu tăng giữa kỳ.",
		"Chưa thấy giá trị của LoaiDoiTuong, NguonDong trên tệp, và danh mục của Loai. Hình thức tính 1, 2 theo màn hình phần mềm I-VAN.",
		"Số CCCD, mã nhân viên thu, người thứ mấy trong hộ và phần hoàn trả không có phần tử trong tệp.",
		"Hỗ trợ khác hiểu là tỷ lệ phần trăm theo màn hình phần mềm I-VAN.",
	},
})
