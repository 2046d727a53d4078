package m01bhyt

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	mauSo   = "Mẫu 01/BHYT, mục "
	nd188   = "Nghị định 188/2025/NĐ-CP Điều 55"
	ngayMau = "2025-07-01"
)

// D188 is the mẫu as it is used under Nghị định 188/2025/NĐ-CP.
var D188 = form.Register(form.Form{
	ID:      "01BHYT",
	Name:    "01/BHYT",
	Version: "188",
	Title:   "Giấy đề nghị thanh toán trực tiếp chi phí khám bệnh, chữa bệnh bảo hiểm y tế",
	Basis:   "Mẫu của BHXH Việt Nam theo Nghị định 146/2018/NĐ-CP; mẫu theo Nghị định 188/2025/NĐ-CP chưa thấy",
	From:    khung.Ngay(ngayMau),
	Head: &form.Table{
		Tag: "Dau", Title: "Nơi gửi và ký",
		Groups: []form.Group{form.Cols("", TenCoQuan, NoiLap, NgayLap)},
		Rules:  rulesDau(),
	},
	Table: &form.Table{
		Tag:   "DotDieuTri",
		Title: "Đợt điều trị",
		Groups: []form.Group{
			form.Cols("Người đề nghị", DNHoTen, DNSoCCCD, DNQuanHe, DNDienThoai, DNDiaChi, DNMaXa, DNMaTinh),
			form.Cols("Người bệnh", HoTen, NgaySinh, TheBHYT, NoiKCB),
			form.Cols("Điều trị", TenCoSo, MaCoSo, TuNgay, DenNgay, HinhThuc, ChanDoan, LyDo, LyDoKhac),
			form.Cols("Chi phí", TongChi, SoTien),
			form.Cols("Nhận tiền", HinhThucNhan, SoTaiKhoan, ChuTaiKhoan, NganHang),
			form.Cols("", ID),
		},
		Rules: rules(),
		Totals: []form.Total{
			{Tag: "TongGiay", Head: "Số giấy đề nghị", If: form.Always},
			{Tag: "TongDeNghi", Head: "Số tiền đề nghị", If: form.Always, Of: SoTien},
		},
	},
	Subs: []*form.Table{{
		Tag: ChungTu, Title: "Chứng từ",
		Groups: []form.Group{form.Cols("", CTCua, CTLoai, CTSo, CTNgay, CTSoTien)},
		Rules:  chungTuRules(),
		Link:   CTCua, LinkTo: ID,
	}},
	Papers: []form.Paper{paper188()},
	Notes: []string{
		"Bố cục bản in dựng lại từ mô tả (độ tin cậy trung bình), chưa đối chiếu bản chính thức.",
		"Quyết định ban hành mẫu theo Nghị định 188/2025/NĐ-CP chưa thấy; áp dụng lấy từ ngày nghị định thay Nghị định 146/2018/NĐ-CP.",
		"Danh sách lý do thanh toán trực tiếp chưa đủ: mô tả của mẫu còn dấu ba chấm; Điều 55 chưa có toàn văn.",
		"Mức tối đa của Điều 56, 57 chưa có: phần mềm không so số tiền với mức ấy.",
		"Không có bố cục tệp điện tử: hồ sơ mang mẫu này dưới dạng PDF đã ký, hoặc khai trên Cổng.",
	},
})
