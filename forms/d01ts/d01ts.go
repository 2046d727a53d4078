package d01ts

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	qd595 = "Quyết định 595/QĐ-BHXH"
	tepDT = "Tệp điện tử D01-TS-595.xml"
	// manHinh is the screen of a program of an I-VAN, seen 10/2026.
	manHinh = "Màn hình D01-TS của phần mềm I-VAN đang dùng (10/2026)"
)

// D595 is the mẫu of Quyết định 595/QĐ-BHXH.
var D595 = form.Register(form.Form{
	ID:      "D01-TS",
	Version: "595",
	Title:   "Bảng kê thông tin",
	Basis:   qd595 + " ngày 14/4/2017",
	From:    khung.Ngay("2017-07-01"),
	Head: &form.Table{
		Tag: "DonVi", Title: "Bảng kê",
		Groups: []form.Group{
			form.Cols("", TenDonVi, MaDonVi, TenBangKe, KemTheo),
			form.Cols("Ký", NoiLap, NgayLap),
		},
		Rules: dauRules(),
	},
	Table: &form.Table{
		Tag:   "ThongTin",
		Title: "Văn bản",
		Groups: []form.Group{
			form.Cols("Người tham gia", HoTen, MaSoBHXH),
			form.Cols("Văn bản", TenLoaiVanBan, SoVanBan, NgayBanHanh, NgayHieuLuc, CoQuanBanHanh),
			form.Cols("Nội dung", TrichYeu, NoiDungThamDinh),
		},
		Rules:  rules(),
		Totals: []form.Total{{Tag: "TongVanBan", Head: "Số văn bản", If: form.Always}},
	},
	Papers: []form.Paper{paper595()},
	Wires:  []form.Wire{wire595()},
	Notes: []string{
		"Quyết định 366/QĐ-BHXH (từ 01/05/2026) không còn mẫu này; thủ tục qua I-VAN vẫn nhận tệp D01-TS-595.xml khi báo muộn, truy thu, thoái thu.",
		"Bố cục bản in dựng lại từ mô tả, chưa đối chiếu bản chính thức.",
		"Ngày ban hành, ngày hiệu lực trong tệp điện tử có dạng 2026-07-01T00:00:00 theo lớp của phần mềm I-VAN (2022); khi đọc nhận cả 01/07/2026.",
		"Giới hạn ký tự lấy theo màn hình của phần mềm I-VAN (10/2026): cơ quan ban hành 255, trích lược 1000. Bảng mô tả tệp ghi 200 và 500, nhưng đó là con số đề xuất.",
		"Giấy tờ theo từng phương án là gợi ý của phần mềm I-VAN, không phải quy định.",
	},
})
