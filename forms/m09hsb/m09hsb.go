package m09hsb

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	qd166   = "Quyết định 166/QĐ-BHXH"
	mauSo   = "Mẫu 09-HSB theo " + qd166 + ", phần "
	luat    = "Luật 41/2024/QH15 Điều "
	ngayMau = "2019-01-31"
)

// D166 is the mẫu of Quyết định 166/QĐ-BHXH.
var D166 = form.Register(form.Form{
	ID:      "09-HSB",
	Version: "166",
	Title:   "Tờ khai của thân nhân",
	Basis:   qd166 + " ngày 31/01/2019",
	From:    khung.Ngay(ngayMau),
	Head: &form.Table{
		Tag: "Dau", Title: "Nơi gửi và ký",
		Groups: []form.Group{form.Cols("", TenCoQuan, NoiLap, NgayLap)},
		Rules:  rulesDau(),
	},
	Table: &form.Table{
		Tag:   "NguoiChet",
		Title: "Người chết và người khai",
		Groups: []form.Group{
			form.Cols("Người khai", KhaiHoTen, KhaiNgaySinh, KhaiSoCCCD, KhaiQuanHe, KhaiDiaChi, KhaiMaXa, KhaiMaTinh, KhaiDienThoai),
			form.Cols("Người chết", HoTen, NgaySinh, MaSoBHXH, TinhTrang, DonViCheDo, NgayChet, NguyenNhan, SoThangDong),
			form.Cols("Lo mai táng", MTTen, MTTaiKhoan, MTNganHang),
			form.Cols("Thoả thuận", ThoaThuan, GiaiTrinh),
			form.Cols("", ID),
		},
		Rules:  rules(),
		Totals: []form.Total{{Tag: "TongToKhai", Head: "Số tờ khai", If: form.Always}},
	},
	Subs: []*form.Table{{
		Tag: ThanNhan, Title: "Danh sách thân nhân",
		Groups: []form.Group{
			form.Cols("Thân nhân", TNCua, TNHoTen, TNQuanHe, TNGioiTinh, TNNgaySinh, TNDiaChi),
			form.Cols("Điều kiện", TNNguonThu, TNThuNhap, TNTinhTrang, TNSuyGiam, TNNgayGD, TNNuoiDuong),
			form.Cols("Đề nghị", TNLoai, TNNguoiNhan, TNTaiKhoan, TNNganHang, TNNoiNhan),
		},
		Rules: thanNhanRules(),
		Link:  TNCua, LinkTo: ID,
	}},
	Papers: []form.Paper{paper166()},
	Notes: []string{
		"Bố cục bản in dựng lại từ mô tả, chưa đối chiếu bản chính thức.",
		"Áp dụng từ ngày ban hành Quyết định 166/QĐ-BHXH; ngày hiệu lực của mẫu và bản sửa sau Luật 41/2024/QH15 chưa thấy.",
		"Không có bố cục tệp điện tử: hồ sơ mang mẫu này dưới dạng PDF đã ký, hoặc khai trên Cổng.",
		"Người chết trước 01/07/2025 theo Luật 58/2014/QH13: phần mềm không kiểm điều kiện tuổi, thu nhập, số người của thân nhân.",
		"Tình trạng tham gia, nguồn thu nhập theo loại, nghĩa vụ nuôi dưỡng và ngày giám định suy từ điều kiện của luật; mẫu ghi bằng lời.",
		"Điểm d khoản 1 Điều 86 (hưởng trợ cấp TNLĐ, BNN hằng tháng từ 61%) không kiểm được: mẫu không có mức suy giảm của người chết.",
		"Con chưa sinh khi cha chết kê khai sau khi sinh: mẫu cần ngày sinh.",
		"Xác nhận của Uỷ ban nhân dân xã (độ tin cậy thấp) in để trống.",
	},
})
