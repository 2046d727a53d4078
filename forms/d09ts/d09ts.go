package d09ts

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	qd366  = "Quyết định 366/QĐ-BHXH"
	mauD09 = qd366 + ", mẫu D09-TS"
)

// D366 is the mẫu of Quyết định 366/QĐ-BHXH.
var D366 = form.Register(form.Form{
	ID:      "D09-TS",
	Version: "366",
	Title:   "Danh sách tham gia BHXH, BHYT, BHTN, BHTNLĐ, BNN",
	Basis:   qd366 + " ngày 29/4/2026",
	From:    khung.Ngay("2026-05-01"),
	Agency:  true,
	Head: &form.Table{
		Tag: "DonVi", Title: "Đơn vị và tổng số",
		Groups: []form.Group{
			form.Cols("Cơ quan lập", BHXHTren, BHXHCoSo),
			form.Cols("Đơn vị", MaDonVi, TenDonVi, DiaChiDV),
			form.Cols("Cộng", CongBHXH, CongBHYT, CongBHTN, CongTNLD),
			form.Cols("Ký", NoiLap, NgayLap, GiamDoc),
		},
		Rules: dauRules(),
	},
	Table: &form.Table{
		Tag:   "LaoDong",
		Title: "Người tham gia",
		Groups: []form.Group{
			form.Cols("", HoTen, MaSoBHXH, NgaySinh, DiaChi, NoiKCB, ChucDanh),
			form.Cols("Tiền lương đóng", LuongBHXH, LuongBHYT, LuongBHTN, LuongTNLD),
			form.Cols("", GhiChu),
		},
		Rules: rules(),
		Totals: []form.Total{
			{Tag: "TongNguoi", Head: "Số người", If: form.Always},
			{Tag: "TongBHXH", Head: "Tổng tiền lương đóng BHXH", If: form.Always, Of: LuongBHXH},
		},
	},
	Papers: []form.Paper{paper366()},
	Notes: []string{
		"Cơ quan BHXH lập; phần mềm chỉ đọc, đối chiếu và in lại.",
		"Hướng dẫn lập mẫu này trong bộ tệp chính thức bị hỏng, chưa đọc được; các quy tắc là suy ra từ cột của mẫu và từ luật, nên chỉ nhắc.",
		"Dòng Cộng trên bản in là tổng tính lại từ các dòng; số Cộng của cơ quan BHXH giữ ở phần đầu để đối chiếu.",
		"Tiền lương của người hưởng lương theo hệ số: chưa rõ mẫu in hệ số hay đồng; ở đây giữ đồng.",
	},
})
