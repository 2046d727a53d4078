package m05ahsb

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// A166 is the mẫu of Quyết định 166/QĐ-BHXH. A later one gets a file of its own
// beside this one; this one stays, for what was filed under it.
var A166 = form.Register(form.Form{
	ID:      "05A-HSB",
	Version: "166",
	Title:   "Văn bản đề nghị giải quyết chế độ tai nạn lao động, bệnh nghề nghiệp",
	Basis:   "Quyết định 166/QĐ-BHXH ngày 31/01/2019",
	From:    khung.Ngay("2019-01-31"),
	Head: &form.Table{
		Tag:    "DonVi",
		Title:  "Đơn vị đề nghị",
		Groups: []form.Group{form.Cols("", TenDonVi, MaDonVi, DienThoai, So, TenCoQuan, ThuTruong, NoiLap, NgayLap)},
		Rules:  dauRules(),
	},
	Table: &form.Table{
		Tag:   "NguoiLaoDong",
		Title: "Người bị tai nạn lao động, bệnh nghề nghiệp",
		Groups: []form.Group{
			form.Cols("", HoTen, NgaySinh, GioiTinh, MaSoBHXH, SoCCCD, NgayCap, NoiCap, ChucDanh),
			form.Cols("Trường hợp", LoaiCheDo, TruongHop, LanThu),
			form.Cols("Tai nạn lao động", NgayXayRa, NoiXayRa, BienBanSo, BienBanNgay, BienBanNoi, GiaoThongSo, GiaoThongNgay, GiaoThongNoi),
			form.Cols("Bệnh nghề nghiệp", GiayKhamSo, GiayKhamNgay, GiayKhamNoi),
			form.Cols("Điều trị, giám định", NoiDieuTri, NgayVaoVien, NgayRaVien, GiamDinhSo, NgayGiamDinh, TyLeSuyGiam, PhuongTien),
			form.Cols("Nhận trợ cấp", HinhThucTroCap, SoTaiKhoan, ChuTaiKhoan, TenNganHang, NoiNhan, NoiKCB),
			form.Cols("", ID),
		},
		Rules: rules(),
		Totals: []form.Total{
			{Tag: "TongTNLD", Head: "Số người bị tai nạn lao động", If: taiNan},
			{Tag: "TongBNN", Head: "Số người bị bệnh nghề nghiệp", If: benh},
		},
	},
	Papers: []form.Paper{paper166()},
	Notes: []string{
		"Bố cục bản in dựng lại từ mô tả, chưa đối chiếu bản chính thức; chưa tìm thấy bản ban hành lại sau năm 2025.",
		"Tệp điện tử chỉ biết tên 05A-HSB.xml, phần tử gốc M05A-HSB và nút ký Cky, không biết phần bên trong; hồ sơ mang mẫu này bằng PDF đã ký.",
		"Ngày áp dụng chưa đối chiếu văn bản, lấy ngày ban hành 31/01/2019.",
		"Mã của loại chế độ, trường hợp là của chương trình; bản in ghi bằng lời.",
		"Luật 84/2015/QH13 không có trong kho văn bản; điều khoản lấy từ bảng tổng hợp, độ tin trung bình.",
		"Dòng Kính gửi là suy ra từ thể thức văn bản.",
		"Tự điền Chủ tài khoản bằng họ tên người hưởng khi có số tài khoản: tiền chi vào tài khoản của người thụ hưởng (Luật 41/2024/QH15 Điều 93 khoản 1).",
	},
})
