package m01bhsb

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// B166 is the mẫu of Quyết định 166/QĐ-BHXH. A later one gets a file of its own
// beside this one; this one stays, for what was filed under it.
var B166 = form.Register(form.Form{
	ID:      "01B-HSB",
	Version: "166",
	Title:   "Danh sách đề nghị giải quyết hưởng chế độ ốm đau, thai sản, dưỡng sức phục hồi sức khỏe",
	Basis:   "Quyết định 166/QĐ-BHXH ngày 31/01/2019",
	From:    khung.Ngay("2019-01-31"),
	Head: &form.Table{
		Tag:   "DonVi",
		Title: "Đơn vị đề nghị và đợt xét duyệt",
		Groups: []form.Group{
			form.Cols("", TenDonVi, MaDonVi, MaSoThue, DiaChi, DienThoai),
			form.Cols("Đợt xét duyệt", Dot, Thang, KemHoSoGiay, LyDoGiaiTrinh),
			form.Cols("Nhận tiền qua đơn vị", TaiKhoanDonVi, MoTai, ChiNhanh),
			form.Cols("Ký", ThuTruong, NoiLap, NgayLap),
		},
		Rules: dauRules(),
	},
	Table: &form.Table{
		Tag:   "LaoDong",
		Title: "Danh sách người hưởng",
		Groups: []form.Group{
			form.Cols("", HoTen, MaSoBHXH, SoCCCD, Phan, CheDo),
			form.Cols("Nghỉ hưởng chế độ", TuNgay, DenNgay, TongSo, TuNgayDonVi, DenNgayDonVi, NgayNghiTuan),
			form.Cols("Chứng từ, chẩn đoán", SoSeri, TuyenBV, MaBenh, TenBenh, NangNhoc, NghiDuongThai),
			form.Cols("Con", NgaySinhCon, SoCon, TheBHYTCon, MaSoBHXHCon, DieuKienSinhCon, SinhConThuHai, TuoiThai, SoConChet, NgayConChet, NgayNhanCon),
			form.Cols("Mẹ, người nuôi dưỡng", MaSoBHXHMe, TheBHYTMe, SoCCCDMe, PhauThuat32, NgayMeChet, NgayKetLuan, PhiGiamDinh, MaSoBHXHNuoiDuong,
				ChaNghiChamCon, MangThaiHo, NgayDiLam, BienPhap),
			form.Cols("Dưỡng sức", NgayTroLai, TruongHop, TyLeSuyGiam, NgayGiamDinh),
			form.Cols("Nhận trợ cấp", HinhThucTroCap, SoTaiKhoan, ChuTaiKhoan, MaNganHang),
			form.Cols("Điều chỉnh đợt đã giải quyết", TuNgayDaDuyet, DotDaGQ, ThangDaGQ, LyDoDieuChinh),
			form.Cols("Đợt bổ sung", DotBoSung, ThangBoSung),
			form.Cols("", GhiChu),
			form.Cols("Mã riêng của tệp điện tử", MaNhomHuong, MaNhomHuong2, MaDieuKien, MaKhamThai, MaBienPhap, MaHoSo, MaNV, ID),
		},
		Rules: rules(),
		Totals: []form.Total{
			{Tag: "TongOmDau", Head: "Số đợt ốm đau", If: form.All(phatSinh, form.When("ốm đau", laMuc("A"), CheDo))},
			{Tag: "TongThaiSan", Head: "Số đợt thai sản", If: form.All(phatSinh, form.When("thai sản", laMuc("B"), CheDo))},
			{Tag: "TongDuongSuc", Head: "Số đợt dưỡng sức", If: form.All(phatSinh, form.When("dưỡng sức", laMuc("C"), CheDo))},
			{Tag: "TongDieuChinh", Head: "Số dòng điều chỉnh", If: dieuChinh},
		},
	},
	Papers: []form.Paper{paper166()},
	Wires:  []form.Wire{wireM01B()},
	Notes: []string{
		"Bố cục bản in dựng lại từ mô tả, chưa đối chiếu bản chính thức; chưa tìm thấy bản ban hành lại sau năm 2025.",
		"Cột D của bản in gộp bằng lời các ô riêng của tệp điện tử.",
		"Ngày áp dụng chưa đối chiếu văn bản, lấy ngày ban hành 31/01/2019.",
		"Tệp điện tử: phần đầu và các dòng điều chỉnh lấy từ tệp đang dùng; tên phần tử của các dòng mới phát sinh là suy ra, thứ tự do chương trình đặt.",
		"Mã nhóm hưởng: chỉ thấy O1 (ốm thường) và T12 (điều chỉnh thai sản, chưa rõ nhóm); các mã khác đoán theo thứ tự của mẫu, sửa được ở cột Mã nhóm hưởng của cơ quan BHXH.",
		"Hình thức nhận: tệp điện tử dùng ATM và DDCHI; danh mục 1, 2, 3 của phần mềm nhập Excel khác, lấy theo tệp điện tử.",
		"Điều kiện làm việc, điều kiện khám thai, biện pháp tránh thai: tệp điện tử có mã mà chưa có danh mục; mã do người dùng ghi, ô có lời của mẫu không ghi vào tệp.",
		"Nửa ngày ốm (Luật 41/2024/QH15 Điều 45 khoản 5) ghi 0.5 trong tệp; chưa thấy tệp nào có nửa ngày.",
		"Sinh con thứ hai (từ 01/07/2026) và trường hợp dưỡng sức chưa có ô trong mẫu và tệp; ghi thêm vào Ghi chú.",
		"Số ngày làm việc trừ ngày lễ, tết do luật định; ngày nghỉ do Thủ tướng quyết định hằng năm chưa biết nên không báo thiếu ngày quanh Tết và Quốc khánh.",
		"Thời hạn và số ngày theo Luật 41/2024/QH15, cho đợt nghỉ từ 01/07/2025; đợt nghỉ trước đó không so với số liệu.",
		"Tự điền Chủ tài khoản bằng họ tên người hưởng khi có số tài khoản: tiền chi vào tài khoản của người thụ hưởng (Luật 41/2024/QH15 Điều 93 khoản 1).",
		"Con chết, mẹ chết: thời gian nghỉ tính khác và không được so ở đây.",
	},
})

// laMuc takes the rows of a part of the form.
func laMuc(muc string) func(form.Row) bool {
	return func(r form.Row) bool { return nhom(r).Muc == muc }
}
