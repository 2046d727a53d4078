package c12ts

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	qd366  = "Quyết định 366/QĐ-BHXH"
	mauC12 = qd366 + ", mẫu C12-TS"
	hdC12  = qd366 + ", hướng dẫn lập mẫu C12-TS, điểm 5"
)

// D366 is the mẫu of Quyết định 366/QĐ-BHXH.
var D366 = form.Register(form.Form{
	ID:      "C12-TS",
	Version: "366",
	Title:   "Thông báo kết quả đóng BHXH, BHYT, BHTN, BHTNLĐ, BNN",
	Basis:   qd366 + " ngày 29/4/2026",
	From:    khung.Ngay("2026-05-01"),
	Agency:  true,
	Head: &form.Table{
		Tag: "ThongBao", Title: "Thông báo",
		Groups: []form.Group{
			form.Cols("Cơ quan lập", BHXHTren, BHXHCoSo, CoQuan, DiaChiCQ, DienThoai),
			form.Cols("Đơn vị", Thang, TenDonVi, DiaChi, MaDonVi),
			{Head: "Kết quả", Cols: cotKetQua()},
			form.Cols("Đề nghị", TongThieu, SoTaiKhoan, NganHang, TaiKhoanKB, KhoBac, NopTruoc, KiemTra),
			form.Cols("Ký", NoiLap, NgayLap, GiamDoc),
		},
		Rules: dauRules(),
	},
	Table: &form.Table{
		Tag:   "ChiTieu",
		Title: "Chi tiết kết quả đóng",
		Groups: []form.Group{
			form.Cols("", Ma, OmDau, HuuTri, BHYT, BHTN, TNLD, Cong),
			form.Cols("Lần nộp", SoUNC, NgayUNC),
		},
		Rules: rules(),
	},
	Papers: []form.Paper{paper366()},
	Notes: []string{
		"Cơ quan BHXH lập; phần mềm chỉ đọc, đối chiếu và in lại. Biểu tượng của cơ quan BHXH ở góc trái không in.",
		"Hướng dẫn chỉ nêu cột 6 = 1 + 2 + 3 + 4 + 5 và mục A bằng mục Đ của tháng trước; các phép cộng khác giữa các dòng là suy ra từ lời của dòng, nên chỉ nhắc.",
		"Mẫu đánh số 1.1, 1.2 cho tăng, giảm quỹ lương; mã ở đây là B.2.1, B.2.2, bản in giữ số của mẫu.",
		"Ô để trống trên thông báo tính là không có; ô chưa đọc được thì không đem so.",
		"Trường hợp hợp đồng từ ngày 01 mà báo tăng ngày 31 cùng tháng đã quá 30 ngày, nằm ở dòng B.3.1.2 (hướng dẫn lập mẫu).",
		"Cột số liệu in rộng hơn mẫu để chứa số tiền từ 10 triệu đồng trở lên.",
	},
})

func cotKetQua() []*form.Column {
	var out []*form.Column
	for _, k := range CacKetQua {
		out = append(out, k.Nguoi.Column, k.Den.Column)
	}
	return out
}
