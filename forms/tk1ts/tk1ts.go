package tk1ts

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	qd366  = "Quyết định 366/QĐ-BHXH"
	huongC = qd366 + ", hướng dẫn lập mẫu TK1-TS, chỉ tiêu "
	tepDT  = "Tệp điện tử TK1-TS-595.xml"
)

// D366 is the mẫu of Quyết định 366/QĐ-BHXH.
var D366 = form.Register(form.Form{
	ID:      "TK1-TS",
	Version: "366",
	Title:   "Tờ khai đăng ký, điều chỉnh thông tin tham gia bảo hiểm xã hội, bảo hiểm y tế",
	Basis:   qd366 + " ngày 29/4/2026",
	From:    khung.Ngay("2026-05-01"),
	Head: &form.Table{
		Tag: "DonVi", Title: "Ký và xác nhận",
		Groups: []form.Group{form.Cols("", NoiLap, NgayLap, TenDonVi, MaDonVi)},
	},
	Table: &form.Table{
		Tag:   "LaoDong",
		Title: "Người kê khai",
		Groups: []form.Group{
			form.Cols("Thông tin chung", HoTen, GioiTinh, NgaySinh, SoCCCD, MaSoBHXH, DanToc, QuocTich, DienThoai, Email, NoiKCB),
			form.Cols("Nhận kết quả", HinhThucNhan, DiaChiNhan, MaXaNhan, MaHuyenNhan, MaTinhNhan),
			form.Cols("Thông tin bổ sung", MucDong, PhuongThuc, NgheNghiep, DoiTuong),
			form.Cols("Điều chỉnh thông tin", NoiDung, HoSoKem),
			form.Cols("Khai sinh, giám hộ", MaTinhKS, MaHuyenKS, MaXaKS, DiaChiKS, ChaMe),
			form.Cols("Hộ gia đình", MaHoGiaDinh, ChuHo, HoDT, HoSoGiay, HoLoaiGiay, HoTinh, HoHuyen, HoXa, HoThon, HoMaSo, HoDiaChi),
			form.Cols("", ID),
		},
		Rules: rules(),
		Totals: []form.Total{
			{Tag: "TongNguoi", Head: "Số người kê khai", If: form.Always},
			{Tag: "TongChuaMaSo", Head: "Chưa có mã số BHXH", If: MaSoBHXH.Empty()},
		},
	},
	Subs: []*form.Table{{
		Tag:   ThanhVien,
		Title: "Thành viên hộ gia đình",
		Groups: []form.Group{
			form.Cols("", TVCua, TVHoTen, TVQuanHe, TVNgaySinh, TVGioiTinh, TVSoCCCD, TVMaSo, TVThamGia,
				TVDanToc, TVQuocTich, TVTinhKS, TVHuyenKS, TVXaKS, TVDiaChiKS, TVGhiChu),
		},
		Rules: thanhVienRules(),
		Link:  TVCua, LinkTo: ID,
	}},
	Papers: []form.Paper{paper366()},
	Wires:  []form.Wire{wire595()},
	Notes: []string{
		"Mẫu giấy của Quyết định 366/QĐ-BHXH không còn nơi cấp giấy khai sinh, cha, mẹ, người giám hộ và phụ lục hộ gia đình; tệp điện tử còn các phần tử đó.",
		"Chỉ tiêu [10], [14], [15] không có phần tử trong tệp điện tử TK1-TS-595.xml.",
		"Danh mục của loại giấy tờ của hộ (LoaiGiayTo) chưa thấy công bố.",
		"Địa chỉ nhận [11] điền sẵn bằng địa chỉ của người trong danh sách; hướng dẫn chỉ hỏi nơi nhận kết quả, xem lại khi nhận bản giấy ở nơi khác.",
	},
})
