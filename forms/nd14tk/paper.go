package nd14tk

import (
	"strconv"

	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// thangNam is the number of months of a year.
const thangNam = 12

// paper14 is one sheet a teacher. The annex was not at hand: the order of the
// items is that of the description of the form.
func paper14() form.Paper {
	return form.Paper{
		Version: "14", Basis: nd14 + " ngày 24/01/2020", From: khung.Ngay(ngayMau), PerRow: true,
		Parts: []form.Part{
			form.Corner{Right: []form.Line{
				form.L(form.Center, form.I("(Theo Nghị định số 14/2020/NĐ-CP").Sized(90)),
				form.L(form.Center, form.I("ngày 24/01/2020 của Chính phủ)").Sized(90)),
			}},
			form.Lines{Lines: append(append([]form.Line{{}}, khung.QuocHieu(130)...), khung.TieuDe("TỜ KHAI HƯỞNG TRỢ CẤP"),
				form.L(form.Center, form.B("ĐỐI VỚI NHÀ GIÁO ĐÃ NGHỈ HƯU CHƯA ĐƯỢC HƯỞNG")),
				form.L(form.Center, form.B("PHỤ CẤP THÂM NIÊN TRONG LƯƠNG HƯU")), khung.KinhGui(TenCoQuan))},
			form.Lines{Lines: tren()},
			form.Grid{Of: QuaTrinh, MinRows: 4, Size: 105, Cols: []form.GridCol{
				form.Ordinal("STT", "", 40),
				form.Cell("Từ tháng, năm", "", 95, form.Center, QTTu),
				form.Cell("Đến tháng, năm", "", 95, form.Center, QTDen),
				form.Cell("Đơn vị công tác", "", 240, form.Left, QTDonVi),
				form.Cell("Chức danh", "", 180, form.Left, QTChucDanh),
			}},
			form.Lines{Lines: duoi()},
			form.Sign{
				Left: append([]form.Line{{}}, khung.NguoiKy("XÁC NHẬN", "(Ký, ghi rõ họ, tên, đóng dấu)")...),
				Right: append([]form.Line{form.L(form.Center, khung.NoiNgay(NoiLap, NgayLap)...)},
					khung.NguoiKy("NGƯỜI KHAI", "(Ký, ghi rõ họ, tên)")...),
			},
		},
	}
}

func tren() []form.Line {
	line := khung.Dong
	return []form.Line{
		line(form.T("1. Họ và tên: "), form.Field(HoTen, 0), form.T("    Ngày sinh: "), form.FieldOf(khung.NgaySinh(NgaySinh), 24)),
		line(form.T("Số CCCD/ĐDCN: "), form.Field(SoCCCD, 0)),
		line(form.T("2. Ngày nghỉ hưu: "), form.Field(NghiHuu, 26), form.T("    Số sổ hưu: "), form.Field(SoHoSo, 0)),
		line(form.T("Nơi nhận lương hưu: "), form.Field(NoiNhan, 0)),
		line(form.T("3. Quá trình giảng dạy:")),
	}
}

func duoi() []form.Line {
	line := khung.Dong
	return []form.Line{
		line(form.T("4. Tổng thời gian giảng dạy: "), form.FieldOf(namThang, 40)),
		line(form.T("5. Thân nhân "), form.I("(khi nhà giáo đã chết)"), form.T(": Họ và tên: "), form.Field(TNHoTen, 0)),
		line(form.T("Quan hệ với nhà giáo: "), form.Field(TNQuanHe, 26), form.T("    Số CCCD/ĐDCN: "), form.Field(TNSoCCCD, 24), form.T("    Ngày chết: "), form.Field(NgayChet, 0)),
		line(form.T("Số điện thoại liên hệ: "), form.Field(TNDienThoai, 0)),
		line(form.T("Tôi cam đoan nội dung kê khai trên đây là đúng và chịu trách nhiệm trước pháp luật về nội dung đã kê khai.")),
	}
}

// namThang writes the months as years and months.
func namThang(v form.View) string {
	n := TongThang.Get(v.Row)
	if n <= 0 {
		return ""
	}
	return strconv.FormatInt(n/thangNam, 10) + " năm " + strconv.FormatInt(n%thangNam, 10) + " tháng"
}
