package d02lt

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// D366 is the mẫu of Quyết định 366/QĐ-BHXH. A later one gets a file of its own
// beside this one; this one stays, for what was filed under it.
var D366 = form.Register(form.Form{
	ID:      "D02-LT",
	Version: "366",
	Title:   "Danh sách tham gia, điều chỉnh đóng bảo hiểm xã hội, bảo hiểm y tế, bảo hiểm thất nghiệp",
	Basis:   qd366 + " ngày 29/4/2026",
	From:    khung.Ngay("2026-05-01"),
	Head: &form.Table{
		Tag:   "DonVi",
		Title: "Đơn vị, tổ chức quản lý người tham gia",
		Groups: []form.Group{
			form.Cols("", MaDonVi, TenDonVi, DiaChi, Email, DienThoai, NguoiDaiDien, SoDinhDanh,
				LoaiHinh, NganhNghe, PhuongThuc, DoiTuong, CoQuanBHXH),
			form.Cols("Danh sách", So, NgayLap),
			form.Cols("Số lượng đề nghị cấp", SoToBia, SoToRoi, SoTheBHYT),
		},
		Rules: dauRules(),
	},
	Table: &form.Table{
		Tag:   "LaoDong",
		Title: "Danh sách người tham gia",
		Groups: []form.Group{
			form.Cols("", HoTen, MaSoBHXH, PhuongAn, TuThang, DenThang, NgaySinh, GioiTinh, SoCCCD, QuocTich),
			form.Cols("Công việc", ChucDanh, NoiLamViec, MaPhongBan, ViTri, ViTriTu, ViTriDen, NndhTu, NndhDen),
			form.Cols("Tiền lương", MucLuong, HeSo, BaoLuu, PhuCapCV, TNVK, TNNghe, PhuCapLuong, BoSung),
			form.Cols("Hợp đồng, quyết định", LoaiHD, HDSo, HDNgayKy, HDTu, HDDen, NgayHieuLuc, QDSo, QDNgay),
			form.Cols("Tham gia", Loai, TyLeDong, TinhLai, DaCoSo, VungLTT, VungSS, MucHuong, NoiKCB, HinhThucNhan),
			form.Cols("Giảm do chết", CoGiamChet, NgayChet),
			form.Cols("", GhiChu, ID),
		},
		Rules: rules(),
		Totals: []form.Total{
			{Tag: "TongTang", Head: "Số lao động tăng", If: tang},
			{Tag: "TongGiam", Head: "Số lao động giảm", If: form.Any(giam, tam)},
			{Tag: "TongDieuChinh", Head: "Số dòng điều chỉnh", If: PhuongAn.In("DC", "CD", "DL", "DN")},
			{Tag: "TongTruy", Head: "Số dòng truy đóng, bổ sung giảm", If: truy},
			{Tag: "TongMucLuong", Head: "Tổng mức lương", If: form.Always, Of: MucLuong},
		},
		Reasons: giai(),
	},
	Papers: []form.Paper{paper366()},
	Wires:  []form.Wire{wire595()},
	Notes: append([]string{
		"Cột 18 của mẫu giấy ghi bằng lời; cách ghép lời với mã phương án của tệp điện tử chờ cơ quan BHXH xác nhận.",
		"Cột 5, 16 và 17 của mẫu giấy không có phần tử trong tệp điện tử D02-TS-595.xml.",
		"Cột 9 của mẫu giấy in tổng phụ cấp lương và các khoản bổ sung; tệp điện tử giữ hai số riêng.",
		"Mục A (điểm 1 đến 12) bị ẩn trong tệp mẫu chính thức, nên tờ in không có; dữ liệu vẫn giữ.",
		"Danh sách loại kê khai (Loai) lấy từ phần mềm của tổ chức I-VAN, chưa có văn bản.",
	}, tuDienNotes()...),
})
