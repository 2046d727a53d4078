package m01bhyt

import "ankhai/forms/form"

// How somebody was treated, and why the fund did not pay the facility.
const (
	NoiTru   = "1"
	NgoaiTru = "2"
	CapCuu   = "3"

	KhongHopDong = "1"
	LDCapCuu     = "2"
	KhongTrinh   = "3"
	CapCham      = "4"
	Du5Nam       = "5"
	LDKhac       = "9"
)

// HinhThucs and LyDos are the lists of items 4 and 5. That of the reasons is not
// complete: the description ends in dots.
var (
	HinhThucs = form.Choice("Hình thức khám, chữa bệnh", NoiTru, "Nội trú", NgoaiTru, "Ngoại trú", CapCuu, "Cấp cứu")
	LyDos     = form.Choice("Lý do thanh toán trực tiếp",
		KhongHopDong, "Cơ sở không có hợp đồng khám, chữa bệnh BHYT",
		LDCapCuu, "Cấp cứu",
		KhongTrinh, "Không xuất trình thẻ BHYT",
		CapCham, "Thẻ BHYT cấp chậm",
		Du5Nam, "Đủ 5 năm liên tục",
		LDKhac, "Lý do khác",
	)
)

// The papers of item 7 and the ways of item 8.
const (
	RaVien    = "1"
	PhieuKham = "2"
	HoaDon    = "3"
	BangKe    = "4"
	CTKhac    = "9"

	ChuyenKhoan = "1"
	TienMat     = "2"
)

// ChungTus is the list of the kinds of papers, Nhans that of the ways to be paid.
var (
	ChungTus = form.Choice("Chứng từ",
		RaVien, "Giấy ra viện",
		PhieuKham, "Phiếu khám bệnh, sổ khám bệnh",
		HoaDon, "Hoá đơn",
		BangKe, "Bảng kê chi phí",
		CTKhac, "Chứng từ khác",
	)
	Nhans = form.Choice("Hình thức nhận", ChuyenKhoan, "Chuyển khoản", TienMat, "Tiền mặt")
)
