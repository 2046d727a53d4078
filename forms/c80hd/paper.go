package c80hd

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// paper is the record, rebuilt from its items: the official one was not read.
func paper() form.Paper {
	tien := func(head string, c form.MoneyColumn) form.GridCol {
		return form.Cell(head, "", 140, form.Right, c).Summed(c)
	}
	return form.Paper{
		Version: "102/2018", Basis: "Dựng lại từ mô tả, chưa đối chiếu bản chính thức", From: khung.Ngay("2025-07-01"),
		Parts: []form.Part{
			form.Corner{Right: khung.Goc("C80-HD", "", "", 110)},
			form.Lines{Lines: append(khung.QuocHieu(130),
				form.Line{Segs: []form.Seg{form.B("BIÊN BẢN QUYẾT TOÁN").Sized(140)}, Align: form.Center, Before: 60},
				form.Line{Segs: []form.Seg{form.B("CHI PHÍ KHÁM BỆNH, CHỮA BỆNH BẢO HIỂM Y TẾ").Sized(140)}, Align: form.Center},
				form.Line{Before: 20},
				khung.Dong(form.T("Tên cơ sở khám bệnh, chữa bệnh: "), form.HeadField(TenDonVi, 0)),
				khung.Dong(form.T("Mã cơ sở: "), form.HeadField(MaCSKCB, 16)),
				form.Line{Segs: []form.Seg{form.I("Đơn vị tính: đồng")}, Align: form.Right},
			)},
			form.Grid{MinRows: 1, Size: 100, Foot: "Cộng", Cols: []form.GridCol{
				form.Ordinal("STT", "", 50),
				form.Cell("Kỳ quyết toán", "", 130, form.Left, Ky),
				tien("Số đề nghị", DeNghi), tien("Giảm trừ sau giám định", GiamTru), tien("Được quyết toán", DuocQT),
				tien("Đã tạm ứng", DaTamUng), tien("Còn phải trả", ConPhaiTra),
			}},
			form.Lines{Lines: []form.Line{{Segs: khung.NoiNgay(NoiLap, NgayLap), Align: form.Right, Before: 40}}},
			form.Sign{
				Left: []form.Line{form.L(form.Center, form.B("ĐẠI DIỆN CƠ SỞ KCB")), form.L(form.Center, form.I("(Ký, ghi rõ họ tên, đóng dấu)"))},
				Right: []form.Line{
					form.L(form.Center, form.B("ĐẠI DIỆN CƠ QUAN BẢO HIỂM XÃ HỘI")),
					form.L(form.Center, form.I("(Ký, ghi rõ họ tên, đóng dấu)")),
				},
			},
		},
	}
}
