package m05ahsb

import (
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// paper166 is the employer's request, one a person. It is rebuilt from a
// description of its items and was not held against the template.
func paper166() form.Paper {
	return form.Paper{
		Version: "166", Basis: "Quyết định 166/QĐ-BHXH ngày 31/01/2019", From: khung.Ngay("2019-01-31"), PerRow: true,
		Parts: []form.Part{
			form.Corner{
				Left: []form.Line{
					form.L(form.Center, form.HeadField(TenDonVi, 40)),
					form.L(form.Center, form.T("Mã đơn vị: "), form.HeadField(MaDonVi, 18)),
					form.L(form.Center, form.T("Điện thoại: "), form.HeadField(DienThoai, 18)),
					form.L(form.Center, form.T("Số: "), form.HeadField(So, 18)),
				},
				Right: khung.Goc("05A-HSB", "(Ban hành kèm theo Quyết định số: 166/QĐ-BHXH", "ngày 31/01/2019 của BHXH Việt Nam)", 90),
			},
			form.Lines{Lines: append(append([]form.Line{{}}, khung.QuocHieu(130)...),
				form.Line{Segs: []form.Seg{form.B("VĂN BẢN ĐỀ NGHỊ").Sized(140)}, Align: form.Center, Before: 50},
				form.Line{Segs: []form.Seg{form.B("GIẢI QUYẾT CHẾ ĐỘ TAI NẠN LAO ĐỘNG, BỆNH NGHỀ NGHIỆP").Sized(120)}, Align: form.Center},
				form.Line{Segs: []form.Seg{form.T("Kính gửi: "), form.HeadField(TenCoQuan, 70)}, Align: form.Center, Before: 30},
			)},
			form.Lines{Lines: nguoi()},
			form.Lines{Lines: viec()},
			form.Sign{Right: []form.Line{
				form.L(form.Center, khung.NoiNgay(NoiLap, NgayLap)...),
				form.L(form.Center, form.B("THỦ TRƯỞNG ĐƠN VỊ")),
				form.L(form.Center, form.I("(Ký, ghi rõ họ tên, đóng dấu)")),
				{}, {}, {},
				form.L(form.Center, form.FieldOf(func(v form.View) string { return ThuTruong.Get(v.Doc.Head) }, 30)),
			}},
		},
	}
}

func nguoi() []form.Line {
	line := khung.Dong
	return []form.Line{
		line(form.T("Đơn vị đề nghị giải quyết chế độ:   "), form.TickBox("tai nạn lao động", khung.La(LoaiCheDo, TNLD)), form.T("   "),
			form.TickBox("bệnh nghề nghiệp", khung.La(LoaiCheDo, BNN)), form.T("  đối với:")),
		line(form.T("1. Họ và tên: "), form.Field(HoTen, 0), form.T("    Giới tính:  "),
			form.TickBox("Nam", khung.La(GioiTinh, facts.Nam.Ma())), form.T("   "), form.TickBox("Nữ", khung.La(GioiTinh, facts.Nu.Ma()))),
		line(form.T("2. Ngày, tháng, năm sinh: "), form.FieldOf(khung.NgaySinh(NgaySinh), 24), form.T("    Mã số BHXH: "), form.Field(MaSoBHXH, 0)),
		line(form.T("3. Số CCCD/ĐDCN/hộ chiếu: "), form.Field(SoCCCD, 22), form.T("  Ngày cấp: "), form.Field(NgayCap, 18), form.T("  Nơi cấp: "), form.Field(NoiCap, 0)),
		line(form.T("4. Cấp bậc, chức vụ, nghề nghiệp: "), form.Field(ChucDanh, 0)),
		line(form.T("5. Trường hợp:  "), form.TickBox("lần đầu", khung.La(TruongHop, LanDau)), form.T("    "),
			form.TickBox("tái phát", khung.La(TruongHop, TaiPhat)), form.T("    "),
			form.TickBox("tiếp tục bị, giám định tổng hợp", khung.La(TruongHop, TiepTuc)), form.T("    Lần thứ: "), form.Field(LanThu, 8)),
	}
}

func viec() []form.Line {
	line := khung.Dong
	so := func(words string, number form.TextColumn, ngay form.DayColumn, noi form.TextColumn) form.Line {
		return line(form.T(words+" số: "), form.Field(number, 16), form.T("  ngày "), form.Field(ngay, 16), form.T("  nơi cấp: "), form.Field(noi, 0))
	}
	return []form.Line{
		line(form.T("6. Ngày xảy ra tai nạn lao động: "), form.Field(NgayXayRa, 18), form.T("   Trường hợp bị tai nạn: "), khung.Ten(NoiXayRa, 0)),
		so("7. Biên bản điều tra tai nạn lao động", BienBanSo, BienBanNgay, BienBanNoi),
		so("8. Biên bản tai nạn giao thông (nếu có)", GiaoThongSo, GiaoThongNgay, GiaoThongNoi),
		so("9. Giấy (phiếu) khám bệnh nghề nghiệp", GiayKhamSo, GiayKhamNgay, GiayKhamNoi),
		line(form.T("10. Nơi điều trị: "), form.Field(NoiDieuTri, 0), form.T("   Vào viện: "), form.Field(NgayVaoVien, 16), form.T("   Ra viện: "), form.Field(NgayRaVien, 16)),
		line(form.T("11. Biên bản giám định y khoa số: "), form.Field(GiamDinhSo, 18), form.T("  ngày "), form.Field(NgayGiamDinh, 16)),
		line(form.T("Tỷ lệ suy giảm khả năng lao động: "), form.Field(TyLeSuyGiam, 8), form.T(" %")),
		line(form.T("12. Phương tiện trợ giúp sinh hoạt (nếu có): "), form.Field(PhuongTien, 0)),
		line(form.T("13. Hình thức nhận trợ cấp: "), khung.Ten(HinhThucTroCap, 0)),
		line(form.T("Số tài khoản: "), form.Field(SoTaiKhoan, 28), form.T("  Chủ tài khoản: "), form.Field(ChuTaiKhoan, 0)),
		line(form.T("Mở tại ngân hàng: "), form.Field(TenNganHang, 0)),
		line(form.T("Nơi nhận trợ cấp: "), form.Field(NoiNhan, 50), form.T("  Nơi đăng ký KCB ban đầu: "), khung.Ten(NoiKCB, 0)),
	}
}
