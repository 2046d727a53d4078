package dnhdkcb

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	nd188 = "Nghị định 188/2025/NĐ-CP"
	// banGhi is where the items were seen.
	banGhi = "Bản ghi DNHDKCB của phần mềm I-VAN"
)

// D188 is the request under Nghị định 188/2025/NĐ-CP.
var D188 = form.Register(form.Form{
	ID:      "DNHDKCB",
	Version: "188",
	Title:   "Đề nghị hợp đồng khám bệnh, chữa bệnh bảo hiểm y tế",
	Basis:   nd188 + " (chưa đối chiếu); các mục theo bản ghi của phần mềm I-VAN",
	From:    khung.Ngay("2025-07-01"),
	Head: &form.Table{
		Tag: "DonVi", Title: "Công văn đề nghị",
		Groups: []form.Group{
			form.Cols("Công văn", SoCongVan, TenDonVi, NguoiDaiDien, NamDeNghi),
			form.Cols("Giấy phép hoạt động", SoGiayPhep, NgayCapGiayPhep, SoYTe),
			form.Cols("Xếp cấp chuyên môn kỹ thuật", CapCMKT, DiemXepCap),
			form.Cols("", NoiLap, NgayLap),
		},
		Rules: dauRules(),
	},
	Table: &form.Table{
		Tag: "TaiLieu", Title: "Tài liệu kèm theo",
		Groups: []form.Group{form.Cols("", TenTaiLieu, GhiChu)},
		Rules:  rules(),
		Totals: []form.Total{{Tag: "TongTaiLieu", Head: "Số tài liệu kèm theo", If: form.Always}},
	},
	Papers: []form.Paper{paper()},
	Notes: []string{
		"Ký hiệu DNHDKCB là của phần mềm I-VAN (bộ mẫu theo Quyết định 505/QĐ-BHXH); ký hiệu chính thức chưa rõ. Các mục từ số công văn đến Sở Y tế thấy trong bản ghi ấy; cấp chuyên môn, điểm và tài liệu kèm theo độ tin trung bình.",
		"Bố cục bản in dựng lại từ mô tả, chưa đối chiếu bản chính thức.",
		"Ngày bắt đầu áp dụng lấy theo " + nd188 + "; ngày của mẫu chưa biết.",
		"Bố cục tệp điện tử (gốc DNHDKCB) chưa biết thứ tự phần tử: hồ sơ mang bản PDF đã ký.",
	},
})
