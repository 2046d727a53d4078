package mauso4

import (
	"strconv"

	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// paper188 is the sheet as the official template prints it, one a household; the
// spelling of the template is kept.
func paper188() form.Paper {
	trai := func(words string, c form.TextColumn, n int) form.Line {
		return form.L(form.Left, form.T(words).Sized(105), form.HeadField(c, n).Sized(105))
	}
	return form.Paper{
		Version: "188", Basis: nd188, From: khung.Ngay("2025-08-15"), PerRow: true, Size: 125,
		Parts: []form.Part{
			form.Corner{
				Left: []form.Line{
					trai("Tên tổ chức: ", TenDonVi, 36), trai("Mã tổ chức: ", MaDonVi, 37),
					trai("Họ và tên nhân viên thu: ", NhanVienThu, 19), trai("Mã nhân viên thu: ", MaNhanVien, 28),
				},
				Right: append(khung.QuocHieu(120), form.Line{}, form.L(form.Right, form.B("Mẫu số 4").Sized(105))),
			},
			form.Lines{Lines: []form.Line{
				{Segs: []form.Seg{form.B("DANH SÁCH THÀNH VIÊN HỘ GIA ĐÌNH").Sized(130)}, Align: form.Center, Before: 60},
				{Segs: []form.Seg{form.B("THAM GIA BẢO HIỂM Y TẾ").Sized(130)}, Align: form.Center},
				{},
				hoDong(form.T("Họ và tên chủ hộ: "), form.Field(ChuHo, 46), form.T("   số điện thoại (nếu có): "), form.Field(HoDT, 0)),
				hoDong(form.T("Địa chỉ: Số nhà, đường/phố, thôn/xóm: "), form.Field(DiaChi, 0)),
				hoDong(form.T("Xã, phường, đặc khu: "), khung.Ten(HoXa, 34), form.T("   Tỉnh, thành phố: "), khung.Ten(HoTinh, 0)),
			}},
			form.Grid{Of: ThanhVien, MinRows: 4, Size: 95, Cols: cot188()},
			form.Lines{Lines: []form.Line{{Segs: []form.Seg{
				form.T("Tổng số người đề nghị cấp thẻ bảo hiểm y tế: ").Sized(118), form.FieldOf(soThe(xinThe), 7).Sized(118), form.I(" (Trong đó: ").Sized(118),
				form.FieldOf(soThe(HinhThucNhan.In(BanGiay)), 5).Sized(118), form.I(" thẻ bảo hiểm y tế bản giấy)").Sized(118),
			}, Indent: 100, Before: 30}}},
			kyTen(),
			form.Lines{Lines: ghiChu()},
		},
	}
}

func hoDong(segs ...form.Seg) form.Line {
	return form.Line{Segs: segs, Align: form.Justify, Indent: 100, Before: 20}
}

func kyTen() form.Sign {
	giua := func(s ...form.Seg) form.Line { return form.L(form.Center, s...) }
	return form.Sign{
		Left: []form.Line{
			giua(form.I("Đề nghi cơ quan BHXH")), giua(form.I("thanh toán thù lao theo quy định.")), {},
			giua(form.B("TỔ CHỨC HỖ TRỢ")), giua(form.B("PHÁT TRIỂN ĐỐI TƯỢNG")), giua(form.I("(Ký, ghi rõ họ tên, đóng dấu)")),
		},
		Right: []form.Line{
			giua(form.T("Tôi cam đoan những nội dung kê khai là đúng và chịu trách nhiệm trước pháp luật về những nội dung đã kê khai")),
			giua(khung.NoiNgay(NoiLap, NgayLap)...),
			giua(form.B("NGƯỜI KÊ KHAI")), giua(form.I("(Ký, ghi rõ họ tên)")),
		},
	}
}

// soThe counts the members of the household for whom cond holds; the leaders
// stand while there are no members.
func soThe(cond form.Cond) func(form.View) string {
	return func(v form.View) string {
		tv := v.Doc.Of(ThanhVien, v.Row)
		if len(tv) == 0 {
			return ""
		}
		return strconv.Itoa(dem(tv, cond))
	}
}

// cot188 are the columns with the template's heads, numbers and widths.
func cot188() []form.GridCol {
	the := func(ma string) func(form.View) string {
		return func(v form.View) string {
			if HinhThucNhan.Get(v.Row) == ma {
				return "x"
			}
			return ""
		}
	}
	return []form.GridCol{
		form.Ordinal("STT", "A", 567),
		form.Cell("Họ và tên", "B", 1418, form.Left, HoTen),
		form.Cell("Mã số bảo hiểm y tế", "1", 851, form.Center, MaSoBHXH),
		form.Cell("Số CCCD/ ĐDCN", "2", 992, form.Center, SoCCCD),
		form.Cell("Ngày, tháng, năm sinh", "3", 992, form.Center, NgaySinh),
		form.CellOf("Nơi đăng ký khám bệnh, chữa bệnh ban đầu", "4", 851, form.Left, khung.MaVaTen(NoiKCB)),
		form.Cell("Tiền lương", "5", 850, form.Right, MucLuong),
		form.CellOf("Quan hệ với chủ hộ", "6", 709, form.Center, khung.LoiCua(QuanHe)),
		form.CellOf("Tỷ lệ NSNN hỗ trợ (%)", "7", 851, form.Center, khung.KhacKhong(TyLeNSNN)),
		form.Heading("Thẻ bảo hiểm y tế",
			form.CellOf("Bản điện tử", "8", 708, form.Center, the(BanDienTu)),
			form.CellOf("Bản giấy", "9", 709, form.Center, the(BanGiay)),
		),
		form.CellOf("Ghi chú", "10", 709, form.Left, khung.ThangVaGhiChu(SoThang, GhiChu)),
	}
}

func ghiChu() []form.Line {
	out := []form.Line{{Segs: []form.Seg{form.BI("Ghi chú:").Sized(105)}}}
	for _, s := range []string{
		"- Người tham gia tra cứu mã số bảo hiểm y tế tại địa chỉ: https://baohiemxahoi.gov.vn.",
		"- Danh sách thành viên Hộ gia đình tham gia bảo hiểm y tế phải được cập nhật đúng thông tin hộ gia đình trên Cơ sở dữ liệu Quốc gia về dân cư hoặc Cơ sở dữ liệu Quốc gia về cư trú hoặc thông tin cư trú trên tài khoản định danh điện tử (VneID).",
		"- Trường hợp triển khai tờ khai điện tử:",
		"+ Các trường thông tin đã được kết nối với Cơ sở dữ liệu Quốc gia về dân cư, Cơ sở dữ liệu Quốc gia về cư trú, Cơ sở dữ liệu Quốc gia về bảo hiểm, các cơ sở dữ liệu khác, ... trên Cổng dịch vụ công Quốc gia thì thông tin được tự động điền vào tờ khai điện tử. Cá nhân chỉ điền thông tin chưa có trong cơ sở dữ liệu.",
		"+ Trường hợp người kê khai sử dụng tài khoản định danh điện tử (VneID) mức độ 2 để đăng nhập vào Cổng dịch vụ công Quốc gia để giải quyết các thủ tục trên môi trường điện tử thì không phải ký tên vào tờ khai.",
	} {
		out = append(out, form.Line{Segs: []form.Seg{form.I(s).Sized(90)}, Align: form.Justify, Indent: 50})
	}
	return out
}
