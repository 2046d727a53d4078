package m09hsb

import (
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

// paper166 is one sheet a death. The official template was not at hand: the order
// of the items is that of the description of the form.
func paper166() form.Paper {
	return form.Paper{
		Version: "166", Basis: qd166 + " ngày 31/01/2019", From: khung.Ngay(ngayMau), PerRow: true, Landscape: true, Size: 110,
		Parts: []form.Part{
			form.Corner{Right: khung.Goc("số 09-HSB", "(Ban hành kèm theo Quyết định số: 166/QĐ-BHXH", "ngày 31/01/2019 của BHXH Việt Nam)", 90)},
			form.Lines{Lines: append(khung.QuocHieu(120), khung.TieuDe("TỜ KHAI CỦA THÂN NHÂN"), khung.KinhGui(TenCoQuan))},
			form.Lines{Lines: phanA()},
			form.Grid{Of: ThanNhan, MinRows: 4, Size: 85, Cols: phanB()},
			form.Lines{Lines: phanC()},
			form.Sign{
				Left: append([]form.Line{form.L(form.Center, form.B("XÁC NHẬN CỦA"))}, khung.NguoiKy("UỶ BAN NHÂN DÂN XÃ", "(nếu có quy định)")...),
				Right: append([]form.Line{form.L(form.Center, khung.NoiNgay(NoiLap, NgayLap)...)},
					khung.NguoiKy("NGƯỜI KHAI", "(Ký, ghi rõ họ, tên)")...),
			},
		},
	}
}

func muc(words string) form.Line {
	return form.Line{Segs: []form.Seg{form.B(words)}, Before: 30}
}

func phanA() []form.Line {
	line := khung.Dong
	return []form.Line{
		muc("A. Người khai và người chết"),
		line(form.T("1. Người khai: Họ và tên: "), form.Field(KhaiHoTen, 0), form.T("    Ngày sinh: "), form.FieldOf(khung.NgaySinh(KhaiNgaySinh), 24),
			form.T("    Số CCCD/ĐDCN: "), form.Field(KhaiSoCCCD, 26)),
		line(form.T("Quan hệ với người chết: "), form.Field(KhaiQuanHe, 30), form.T("    Nơi cư trú: "), form.FieldOf(khung.NoiO(KhaiDiaChi, KhaiMaXa, KhaiMaTinh), 0),
			form.T("    Điện thoại: "), form.Field(KhaiDienThoai, 22)),
		line(form.T("2. Người chết: Họ và tên: "), form.Field(HoTen, 0), form.T("    Ngày sinh: "), form.FieldOf(khung.NgaySinh(NgaySinh), 24),
			form.T("    Mã số BHXH: "), form.Field(MaSoBHXH, 24)),
		line(form.T("Đơn vị hoặc chế độ đang hưởng: "), form.FieldOf(donViIn, 0), form.T("    Ngày chết: "), form.Field(NgayChet, 22),
			form.T("    Nguyên nhân: "), khung.Ten(NguyenNhan, 26)),
		line(form.T("3. Tổ chức, cá nhân lo mai táng: "), form.Field(MTTen, 0), form.T("    Số tài khoản: "), form.Field(MTTaiKhoan, 28),
			form.T("    Ngân hàng: "), khung.Ten(MTNganHang, 34)),
		muc("B. Danh sách thân nhân (tất cả)"),
	}
}

// donViIn is the employer or the benefit, after the state in words where the row
// does not say it itself.
func donViIn(v form.View) string {
	dv, tt := DonViCheDo.Get(v.Row), khung.LoiCua(TinhTrang)(v)
	if tt == "" || dv == "" {
		return dv
	}
	return dv + " (" + tt + ")"
}

func phanB() []form.GridCol {
	sinh := func(gt facts.GioiTinh) func(form.View) string {
		return func(v form.View) string {
			if TNGioiTinh.Get(v.Row) != gt.Ma() {
				return ""
			}
			return khung.NgaySinh(TNNgaySinh)(v)
		}
	}
	return []form.GridCol{
		form.Ordinal("STT", "1", 40),
		form.Cell("Họ và tên", "2", 150, form.Left, TNHoTen),
		form.CellOf("Mối quan hệ với người chết", "3", 95, form.Left, khung.LoiCua(TNQuanHe)),
		form.Heading("Ngày sinh", form.CellOf("Nam", "4", 85, form.Center, sinh(facts.Nam)), form.CellOf("Nữ", "", 85, form.Center, sinh(facts.Nu))),
		form.Cell("Địa chỉ nơi cư trú", "5", 160, form.Left, TNDiaChi),
		form.CellOf("Nguồn thu nhập, mức/tháng", "6", 130, form.Left, noi(khung.LoiCua(TNNguonThu), khung.Tien(TNThuNhap))),
		form.CellOf("Tình trạng đi học/ suy giảm KNLĐ %", "7", 95, form.Left, noi(tinhTrangIn, suyGiamIn)),
		form.CellOf("Đề nghị hưởng: hằng tháng/ một lần", "8", 85, form.Center, khung.LoiCua(TNLoai)),
		form.CellOf("Người nhận thay, tài khoản, nơi nhận", "9", 150, form.Left, nhanIn),
	}
}

// tinhTrangIn prints whether the relative goes to school.
func tinhTrangIn(v form.View) string { return TNTinhTrang.Get(v.Row) }

func suyGiamIn(v form.View) string {
	if !TNSuyGiam.Known(v.Row) {
		return ""
	}
	return "suy giảm " + TNSuyGiam.Show(TNSuyGiam.Col().Get(v.Row)) + "%"
}

func nhanIn(v form.View) string {
	so := TNTaiKhoan.Get(v.Row)
	if so != "" {
		so = "TK " + so
	}
	return noi(func(form.View) string { return TNNguoiNhan.Get(v.Row) }, func(form.View) string { return so },
		khung.LoiCua(TNNganHang), func(form.View) string { return TNNoiNhan.Get(v.Row) })(v)
}

// noi joins what its parts print.
func noi(parts ...func(form.View) string) func(form.View) string {
	return func(v form.View) string {
		var out []string
		for _, p := range parts {
			if s := p(v); s != "" {
				out = append(out, s)
			}
		}
		return strings.Join(out, ", ")
	}
}

func phanC() []form.Line {
	return []form.Line{
		muc("C. Thoả thuận của các thân nhân"),
		khung.Dong(form.T("Thống nhất cử người đứng tên, chọn loại trợ cấp tuất: "), form.Field(ThoaThuan, 0)),
		khung.Dong(form.T("Giải trình việc nộp chậm (nếu có): "), form.Field(GiaiTrinh, 0)),
		khung.Dong(form.T("Tôi cam đoan nội dung kê khai trên đây là đúng, đủ tất cả thân nhân và chịu trách nhiệm trước pháp luật về nội dung đã kê khai.")),
	}
}
