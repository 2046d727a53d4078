package hdkcb

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	nd188 = "Nghị định 188/2025/NĐ-CP"
	// moTa is all that the items rest on.
	moTa = "Mô tả dịch vụ công ký hợp đồng khám bệnh, chữa bệnh BHYT (mẫu trong phụ lục " + nd188 + " chưa đọc được)"
)

// D188 is the contract under Nghị định 188/2025/NĐ-CP.
var D188 = form.Register(form.Form{
	ID:      "HDKCB",
	Version: "188",
	Title:   "Hợp đồng khám bệnh, chữa bệnh bảo hiểm y tế",
	Basis:   nd188 + ", phụ lục (chưa đọc được nội dung mẫu)",
	From:    khung.Ngay("2025-07-01"),
	Head: &form.Table{
		Tag: "HopDong", Title: "Hợp đồng",
		Groups: []form.Group{
			form.Cols("Hợp đồng", SoHopDong, NgayKy, NoiKy),
			form.Cols("Bên A: cơ quan BHXH", TenBenA, DaiDienA, DiaChiA, TaiKhoanA, VanBanUyA),
			form.Cols("Bên B: cơ sở KCB", TenDonVi, MaCSKCB, SoGiayPhep, NguoiDaiDien, TaiKhoanB),
			form.Cols("Nội dung", DoiTuongPhucVu, PhamViChuyenMon, PhuongThucTT, TamUng, QuyetToan, QuyenTrachNhiem),
			form.Cols("Thời hạn", TuNgay, DenNgay),
		},
		Rules: dauRules(),
	},
	Table: &form.Table{
		Tag: "PhuLuc", Title: "Phụ lục",
		Groups: []form.Group{form.Cols("", LoaiPhuLuc, TenPhuLuc)},
		Rules:  rules(),
		Totals: []form.Total{{Tag: "TongPhuLuc", Head: "Số phụ lục", If: form.Always}},
	},
	Papers: []form.Paper{paper()},
	Notes: []string{
		"Mẫu hợp đồng trong phụ lục " + nd188 + " (trước là Mẫu số 7 Nghị định 146/2018/NĐ-CP; có nơi dẫn Mẫu 8, Mẫu 9) chưa đọc được: mọi mục suy từ mô tả, độ tin thấp.",
		"Bố cục bản in dựng lại từ mô tả, chưa đối chiếu bản chính thức. Điều khoản của mẫu không có sẵn: nội dung do hai bên ghi, chỗ chưa ghi để trống.",
		"Ngày bắt đầu áp dụng lấy theo " + nd188 + "; ngày của mẫu chưa biết.",
		"Hạn gia hạn 10 ngày trước khi hết hạn lấy theo Nghị định 146/2018/NĐ-CP, chưa đối chiếu với " + nd188 + ".",
		"Mục chưa ghi chỉ được nhắc, không chặn gửi: mẫu chưa đọc được, và mỗi bên ghi phần của mình.",
		"Không có tệp điện tử: hai bên ký số bản PDF.",
	},
})
