package c70ahd

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// paper102 is the list; heads and order are rebuilt, not held against the agency's.
func paper102() form.Paper {
	return form.Paper{
		Version: "102", Basis: "Thông tư 102/2018/TT-BTC", From: khung.Ngay("2019-01-01"), Landscape: true,
		Parts: []form.Part{
			form.Corner{
				Left: []form.Line{
					form.L(form.Left, form.T("Tên đơn vị: "), form.HeadField(TenDonVi, 44)),
					form.L(form.Left, form.T("Mã đơn vị: "), form.HeadField(MaDonVi, 20)),
				},
				Right: khung.Goc("C70a-HD", "(Theo Thông tư 102/2018/TT-BTC", "của Bộ Tài chính)", 90),
			},
			form.Lines{Lines: []form.Line{
				{Segs: []form.Seg{form.B("DANH SÁCH GIẢI QUYẾT HƯỞNG TRỢ CẤP BẢO HIỂM XÃ HỘI").Sized(125)}, Align: form.Center, Before: 50},
				{Segs: []form.Seg{form.B("(ỐM ĐAU, THAI SẢN, DƯỠNG SỨC PHỤC HỒI SỨC KHỎE)")}, Align: form.Center},
				{Segs: []form.Seg{form.T("Đợt "), khung.So(func(v form.View) int { return int(Dot.Get(v.Doc.Head)) }, 1, 6),
					form.T(" tháng "), khung.So(func(v form.View) int { return Thang.Get(v.Doc.Head).Num() }, 2, 6),
					form.T(" năm "), khung.So(func(v form.View) int { return Thang.Get(v.Doc.Head).Year() }, 4, 9)}, Align: form.Center, Before: 10},
				{},
			}},
			form.Grid{MinRows: 5, Size: 85, Foot: "Tổng cộng", Cols: []form.GridCol{
				form.Ordinal("STT", "A", 40),
				form.Cell("Họ và tên", "B", 150, form.Left, HoTen),
				form.Cell("Mã số BHXH", "1", 90, form.Center, MaSoBHXH),
				form.Cell("Điều kiện tính hưởng (tình trạng, thời điểm)", "2", 130, form.Left, DieuKien),
				form.Cell("Tiền lương tính hưởng BHXH", "3", 90, form.Right, TienLuong),
				form.Cell("Thời gian đóng BHXH", "4", 80, form.Center, ThoiGianDong),
				form.Heading("Số ngày nghỉ",
					form.Cell("Trong kỳ", "5", 60, form.Center, SoNgay),
					form.Cell("Luỹ kế từ đầu năm", "6", 70, form.Center, LuyKe)),
				form.Cell("Số tiền được duyệt", "7", 90, form.Right, SoTien).Summed(SoTien),
				form.Cell("Tài khoản, hình thức nhận", "8", 110, form.Left, HinhThucTra),
				form.Cell("Ghi chú, lý do không duyệt", "9", 120, form.Left, LyDo),
			}},
		},
	}
}
