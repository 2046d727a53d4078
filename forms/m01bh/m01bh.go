package m01bh

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	tt12 = "Thông tư 12/2026/TT-BTC"
	// moTa is all that the items rest on.
	moTa    = "Mô tả mẫu 01/BH (các cột của " + tt12 + " chưa đọc được)"
	luatYTe = "Luật Bảo hiểm y tế Điều 32 (chưa đối chiếu với " + tt12 + ")"
)

// D12 is the mẫu of Thông tư 12/2026/TT-BTC.
var D12 = form.Register(form.Form{
	ID:      "01BH",
	Version: "12/2026",
	Title:   "Bảng tổng hợp thanh toán chi phí khám bệnh, chữa bệnh bảo hiểm y tế (mẫu 01/BH)",
	Basis:   tt12 + " ngày 10/02/2026",
	From:    khung.Ngay("2026-04-01"),
	Head: &form.Table{
		Tag: "DonVi", Title: "Cơ sở và kỳ",
		Groups: []form.Group{
			form.Cols("Cơ sở", MaCSKCB, TenDonVi),
			form.Cols("Kỳ", KyThang, KyQuy, KyNam),
			form.Cols("", NguoiDaiDien, NoiLap, NgayLap),
		},
		Rules: dauRules(),
	},
	Table: &form.Table{
		Tag: "ChiPhi", Title: "Chi phí theo loại hình",
		Groups: []form.Group{
			form.Cols("", LoaiHinh, SoLuot),
			form.Cols("Chi phí theo nhóm", TienKham, TienGiuong, TienXN, TienCDHA, TienPTTT, TienThuoc, TienVTYT, TienMau, TienVC),
			form.Cols("Nguồn chi trả", QuyBHYT, CungTra, TuTra, NguonKhac),
			form.Cols("", DeNghi),
		},
		Rules: rules(),
		Totals: []form.Total{
			{Tag: "TongQuyBHYT", Head: "Quỹ BHYT chi trả", If: form.Always, Of: QuyBHYT},
			{Tag: "TongDeNghi", Head: "Số đề nghị thanh toán", If: form.Always, Of: DeNghi},
		},
	},
	Papers: []form.Paper{paper()},
	Notes: []string{
		"Mẫu 01/BH do " + tt12 + " ban hành, dùng từ 01/04/2026; các cột chính thức chưa đọc được. Các mục ở đây là điều một bảng như vậy được mô tả có: cơ sở, kỳ, số lượt, chi phí theo nhóm, nguồn chi trả, số đề nghị; mọi mục độ tin thấp.",
		"Bố cục bản in dựng lại từ mô tả, chưa đối chiếu bản chính thức; số thứ tự của cột chưa biết nên không in.",
		"Hạn gửi bảng tổng hợp tháng (15 ngày đầu tháng sau) lấy theo Luật Bảo hiểm y tế Điều 32, chưa đối chiếu với " + tt12 + ".",
		"Mẫu 05/BH, 06/BH, 09/BH của cùng Thông tư chưa thấy nội dung.",
		"Số liệu được nhập trên Cổng giám định BHYT; không có tệp điện tử của mẫu này.",
	},
})
