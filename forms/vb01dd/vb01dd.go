package vb01dd

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	qd366  = "Quyết định 366/QĐ-BHXH"
	mau01  = qd366 + ", Mẫu 01-ĐĐ"
	luatCD = "Luật 41/2024/QH15 Điều 40, Điều 41"
)

// D366 is the mẫu of Quyết định 366/QĐ-BHXH.
var D366 = form.Register(form.Form{
	ID: "01-DD", Name: "01-ĐĐ",
	Version: "366",
	Title:   "Văn bản đôn đốc đóng BHXH, BHTN, BHYT",
	Basis:   qd366 + " ngày 29/4/2026",
	From:    khung.Ngay("2026-05-01"),
	Agency:  true,
	Head: &form.Table{
		Tag: "VanBan", Title: "Văn bản",
		Groups: []form.Group{
			form.Cols("Cơ quan BHXH", BHXHTren, BHXHCoSo, CoQuan, So),
			form.Cols("Đơn vị", TenDonVi, MaDonVi, DiaChi, DienThoai, Thang),
			form.Cols("Ký", NoiLap, NgayLap, GiamDoc),
		},
		Rules: dauRules(),
	},
	Table: &form.Table{
		Tag:    "HanhVi",
		Title:  "Số tiền chậm đóng, trốn đóng",
		Groups: []form.Group{form.Cols("", HanhVi, SoTien, SoNgay, TienXuLy)},
		Rules:  rules(),
		Totals: []form.Total{
			{Tag: "TongTien", Head: "Tổng số tiền chậm đóng, trốn đóng", If: form.Always, Of: SoTien},
			{Tag: "TongXuLy", Head: "Tổng số tiền xử lý", If: form.Always, Of: TienXuLy},
		},
	},
	Papers: []form.Paper{paper366()},
	Notes: []string{
		"Cơ quan BHXH lập; phần mềm chỉ đọc, đối chiếu và in lại.",
		"Số tiền xử lý tính 0,03% mỗi ngày trên số tiền chậm, trốn đóng. Khi các khoản có số ngày khác nhau thì phép nhân một lần không khớp, nên chỉ nhắc.",
		"Ngày nộp có tính vào số ngày hay không: chưa đọc được Nghị định 274/2025/NĐ-CP Điều 5, Điều 6.",
	},
})
