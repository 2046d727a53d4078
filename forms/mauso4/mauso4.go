package mauso4

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	nd188  = "Nghị định 188/2025/NĐ-CP"
	huong  = nd188 + ", hướng dẫn lập Mẫu số 4"
	huongC = huong + ", cột "
)

// N188 is the mẫu of Nghị định 188/2025/NĐ-CP.
var N188 = form.Register(form.Form{
	ID: "MAU-SO-4", Name: "Mẫu số 4",
	Version: "188",
	Title:   "Danh sách thành viên hộ gia đình tham gia bảo hiểm y tế",
	Basis:   nd188 + "; tệp mẫu kèm Quyết định 366/QĐ-BHXH ngày 29/4/2026",
	From:    khung.Ngay("2025-08-15"),
	Head: &form.Table{
		Tag:   "ToChuc",
		Title: "Tổ chức hỗ trợ phát triển đối tượng, nơi và ngày ký",
		Groups: []form.Group{
			form.Cols("Tổ chức", TenDonVi, MaDonVi, NhanVienThu, MaNhanVien),
			form.Cols("Ký", NoiLap, NgayLap),
		},
		Rules: []form.Rule{
			form.Require("61", MaDonVi, TenDonVi.Filled(), form.By(huong+", phần thông tin chung")),
			form.Require("62", NhanVienThu, TenDonVi.Filled(), form.By(huong+", phần thông tin chung"), form.Warn),
			form.Require("63", MaNhanVien, TenDonVi.Filled(), form.By(huong+", phần thông tin chung"), form.Warn),
		},
	},
	Table: &form.Table{
		Tag:    "HoGiaDinh",
		Title:  "Hộ gia đình",
		Groups: []form.Group{form.Cols("", ID, ChuHo, HoDT, DiaChi, HoXa, HoTinh)},
		Rules:  rules(),
		Totals: []form.Total{{Tag: "TongHo", Head: "Số hộ", If: form.Always}},
	},
	Subs: []*form.Table{{
		Tag:   ThanhVien,
		Title: "Thành viên hộ gia đình",
		Groups: []form.Group{
			form.Cols("", Cua, HoTen, MaSoBHXH, SoCCCD, NgaySinh, NoiKCB, MucLuong, QuanHe, TyLeNSNN),
			form.Cols("", HinhThucNhan, SoThang, GhiChu),
		},
		Rules: thanhVienRules(),
		Link:  Cua, LinkTo: ID,
	}},
	Papers: []form.Paper{paper188()},
	Notes: []string{
		"Chưa thấy tệp điện tử của mẫu này; hồ sơ kèm danh sách dưới dạng PDF đã ký.",
		"Ngày bắt đầu áp dụng là ngày nghị định có hiệu lực thay Nghị định 146/2018/NĐ-CP; toàn văn nghị định chưa đối chiếu (độ tin trung bình).",
		"Cột 5 ghi mức lương cơ sở chưa giảm trừ; Mẫu số 3 ghi mức đã giảm trừ theo thứ tự.",
		"Người có ghi hình thức thẻ là người đề nghị cấp thẻ; các thành viên khác của hộ chỉ kê tên, quan hệ.",
		"Tờ in của mẫu đánh sẵn số thứ tự 1, 2, 3; phần mềm đánh số khi có thành viên.",
		"Số tháng của thẻ 3, 6, 12 tháng có độ tin trung bình.",
	},
})
