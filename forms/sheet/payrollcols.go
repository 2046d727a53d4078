package sheet

import (
	"slices"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// payrollCols are the columns of a layout, none for a layout that is not written. A
// column that few employers need is there where a line needs it.
func payrollCols(o PayrollOptions, rows []facts.DongLuong) []payrollCol {
	var cols []payrollCol
	switch o.Layout {
	case "L4":
		cols = slimCols(o)
	case "L1":
		cols = wideCols(o)
	default:
		return nil
	}
	if slices.ContainsFunc(rows, func(d facts.DongLuong) bool { return d.Luong.BaoLuu != 0 }) {
		head := map[string]string{"L4": "ChenhLechBaoLuu", "L1": "Chênh lệch bảo lưu"}[o.Layout]
		cols = append(cols, coeffCol(head, 3, func(l *facts.Luong) int64 { return l.BaoLuu }))
	}
	return cols
}

// wordsCol is a column of texts.
func wordsCol(head string, width int, value func(d *facts.DongLuong) string) payrollCol {
	return payrollCol{head: head, look: lookText, width: width, value: func(d *facts.DongLuong) any { return value(d) }}
}

// amountCol is a column of đồng.
func amountCol(head string, value func(l *facts.Luong) int64) payrollCol {
	return payrollCol{head: head, look: lookMoney, width: 14, help: "Số tiền bằng đồng một tháng", value: func(d *facts.DongLuong) any {
		if n := value(&d.Luong); d.Luong.Known && n != 0 {
			return n
		}
		return nil
	}}
}

// coeffCol is a column of the State's coefficients or of percentages.
func coeffCol(head string, places int, value func(l *facts.Luong) int64) payrollCol {
	help := "Hệ số, ví dụ 2,34; chỉ khi lương theo hệ số của Nhà nước"
	if places == 2 {
		help = "Phần trăm, ví dụ 5; chỉ khi lương theo hệ số của Nhà nước"
	}
	return payrollCol{head: head, look: lookNumber, width: 10, help: help, value: func(d *facts.DongLuong) any {
		if n := value(&d.Luong); d.Luong.Known && n != 0 {
			return Fixed{n, places}
		}
		return nil
	}}
}

// monthCol and dayCol are columns of a month, as text, and of a day.
func monthCol(head string, value func(d *facts.DongLuong) law.Month) payrollCol {
	c := wordsCol(head, 11, func(d *facts.DongLuong) string { return value(d).String() })
	c.help = "Tháng, ví dụ 11/2026"
	return c
}

func dayCol(head string, value func(d *facts.DongLuong) law.Day) payrollCol {
	return payrollCol{head: head, look: lookDay, width: 12, help: "Ngày, ví dụ 22/11/2026", value: func(d *facts.DongLuong) any {
		if v := value(d); v.Valid() {
			return v
		}
		return nil
	}}
}

// choiceCol is a column of codes.
func choiceCol(head string, width int, l *codes.List, value func(d *facts.DongLuong) string) payrollCol {
	return payrollCol{head: head, look: lookText, width: width, list: l, help: "Chọn trong danh sách, hoặc ghi mã",
		value: func(d *facts.DongLuong) any { return coded(l, value(d)) }}
}

func (c payrollCol) of(name string, from []string, help string) payrollCol {
	if len(from) > 0 {
		c.list = plainList{name, from}
	}
	c.help = help
	return c
}

func (c payrollCol) helped(s string) payrollCol { c.help = s; return c }

var ordinalCol = payrollCol{head: "STT", look: lookGrey, width: 6}

const (
	helpBirth = "Ví dụ 15/08/1995, 08/1995 hoặc 1995"
	helpPA    = "Để trống nếu không có thay đổi: chương trình so với tháng trước. Ghi khi tệp là danh sách tăng, giảm, điều chỉnh"
)

// slimCols are those of the slim layout, with the heads by which it goes round.
func slimCols(o PayrollOptions) []payrollCol {
	sexes := plainList{"Giới tính", []string{facts.Nam.Ten(), facts.Nu.Ten()}}
	sex := wordsCol("GioiTinh", 9, func(d *facts.DongLuong) string { return d.GioiTinh.Ten() })
	sex.list = sexes
	return []payrollCol{ordinalCol,
		wordsCol("HoVaTen", 26, func(d *facts.DongLuong) string { return d.HoTen }),
		wordsCol("MaSoBHXH", 13, func(d *facts.DongLuong) string { return d.MaSoBHXH }),
		wordsCol("NgaySinh", 12, func(d *facts.DongLuong) string { return d.NgaySinh.String() }).helped(helpBirth),
		sex,
		wordsCol("SoCCCD", 15, func(d *facts.DongLuong) string { return d.SoCCCD }),
		wordsCol("ChucDanhNghe", 24, func(d *facts.DongLuong) string { return d.ChucDanh }).of("Chức danh", o.Titles, "Chọn, hoặc ghi chức danh khác"),
		amountCol("LuongDongBHXH", func(l *facts.Luong) int64 { return l.MucLuong }),
		coeffCol("PhuCapCV", 3, func(l *facts.Luong) int64 { return l.PhuCapCV }),
		coeffCol("PhuCapTNVk", 2, func(l *facts.Luong) int64 { return l.TNVK }),
		coeffCol("PhuCapTNNghe", 2, func(l *facts.Luong) int64 { return l.TNNghe }),
		amountCol("PhuCapLuong", func(l *facts.Luong) int64 { return l.PhuCap }),
		amountCol("CacKhoanBoSung", func(l *facts.Luong) int64 { return l.BoSung }),
		coeffCol("HeSoLuong", 3, func(l *facts.Luong) int64 { return l.HeSo }),
		monthCol("TuThangNam", func(d *facts.DongLuong) law.Month { return d.TuThang }),
		monthCol("DenThangNam", func(d *facts.DongLuong) law.Month { return d.DenThang }),
		choiceCol("PhuongAn", 24, codes.PhuongAn, func(d *facts.DongLuong) string { return d.PhuongAn }).helped(helpPA),
		wordsCol("PhongBan", 18, func(d *facts.DongLuong) string { return d.PhongBan }).of("Phòng ban", o.Departments, "Chọn, hoặc ghi phòng ban khác"),
		wordsCol("GhiChu", 30, func(d *facts.DongLuong) string { return d.GhiChu }),
	}
}

// wideCols are of the wide layout (L1) what a payroll of an employer needs, with its
// heads. «Loại phương án» is what the layout is known by; nothing is read from it.
func wideCols(o PayrollOptions) []payrollCol {
	sex := wordsCol("Giới tính", 9, func(d *facts.DongLuong) string { return d.GioiTinh.Ten() })
	sex.list = plainList{"Giới tính", []string{facts.Nam.Ten(), facts.Nu.Ten()}}
	kind := wordsCol("Loại phương án", 16, func(*facts.DongLuong) string { return "" })
	kind.list, kind.help = codes.LoaiKeKhai, "Không cần ghi: phương án nói đủ"
	return []payrollCol{ordinalCol,
		wordsCol("Họ và tên", 26, func(d *facts.DongLuong) string { return d.HoTen }),
		wordsCol("Mã số BHXH", 13, func(d *facts.DongLuong) string { return d.MaSoBHXH }),
		wordsCol("Mã nhân viên", 12, func(d *facts.DongLuong) string { return d.MaNV }),
		kind,
		wordsCol("Ngày Sinh", 12, func(d *facts.DongLuong) string { return d.NgaySinh.String() }).helped(helpBirth),
		sex,
		wordsCol("Số CMND/ CCCD/Hộ chiếu", 15, func(d *facts.DongLuong) string { return d.SoCCCD }),
		wordsCol("Cấp bậc, chức vụ, chức danh nghề", 24, func(d *facts.DongLuong) string { return d.ChucDanh }).of("Chức danh", o.Titles, "Chọn, hoặc ghi chức danh khác"),
		wordsCol("Phòng ban làm việc", 18, func(d *facts.DongLuong) string { return d.PhongBan }).of("Phòng ban", o.Departments, "Chọn, hoặc ghi phòng ban khác"),
		wordsCol("Nơi Làm Việc", 30, func(d *facts.DongLuong) string { return d.NoiLamViec }).helped("Có xã, phường và tỉnh, thành phố; để trống thì lấy nơi làm việc chính của đơn vị"),
		amountCol("Mức lương", func(l *facts.Luong) int64 { return l.MucLuong }),
		amountCol("Phụ cấp lương", func(l *facts.Luong) int64 { return l.PhuCap }),
		amountCol("Các khoản bổ sung", func(l *facts.Luong) int64 { return l.BoSung }),
		coeffCol("Hệ số lương", 3, func(l *facts.Luong) int64 { return l.HeSo }),
		coeffCol("Phụ cấp CV", 3, func(l *facts.Luong) int64 { return l.PhuCapCV }),
		coeffCol("Phụ cấp TNVK (%)", 2, func(l *facts.Luong) int64 { return l.TNVK }),
		coeffCol("Phụ cấp TN nghề (%)", 2, func(l *facts.Luong) int64 { return l.TNNghe }),
		choiceCol("Mã PA", 24, codes.PhuongAn, func(d *facts.DongLuong) string { return d.PhuongAn }).helped(helpPA),
		monthCol("Tháng/ năm bắt đầu", func(d *facts.DongLuong) law.Month { return d.TuThang }),
		monthCol("Tháng/ năm kết thúc", func(d *facts.DongLuong) law.Month { return d.DenThang }),
		wordsCol("Ghi chú", 30, func(d *facts.DongLuong) string { return d.GhiChu }),
		choiceCol("Mã vùng lương tối thiểu", 14, codes.VungLTT, func(d *facts.DongLuong) string { return d.Vung }),
		choiceCol("Loại hợp đồng lao động", 26, codes.LoaiHD, func(d *facts.DongLuong) string { return d.HopDong.Loai }),
		dayCol("Hợp đồng lao động hiệu lực từ", func(d *facts.DongLuong) law.Day { return d.HopDong.Tu }),
		dayCol("Hợp đồng lao động hiệu lực đến", func(d *facts.DongLuong) law.Day { return d.HopDong.Den }),
		wordsCol("Số hợp đồng lao động", 14, func(d *facts.DongLuong) string { return d.HopDong.So }),
		dayCol("Hợp đồng lao động ngày ký", func(d *facts.DongLuong) law.Day { return d.HopDong.NgayKy }),
		choiceCol("Mã QT", 18, codes.QuocTich, func(d *facts.DongLuong) string { return d.QuocTich }),
		choiceCol("Mã DT", 14, codes.DanToc, func(d *facts.DongLuong) string { return d.DanToc }),
		wordsCol("Điện thoại", 13, func(d *facts.DongLuong) string { return d.DienThoai }),
		wordsCol("Email", 24, func(d *facts.DongLuong) string { return d.Email }),
		wordsCol("Địa chỉ thường trú", 30, func(d *facts.DongLuong) string { return d.DiaChi }).helped("Số nhà, đường, thôn; không ghi xã, tỉnh"),
		choiceCol("Mã xã", 26, codes.Xa, func(d *facts.DongLuong) string { return d.MaXa }),
		choiceCol("Mã Tỉnh", 22, codes.Tinh, func(d *facts.DongLuong) string { return d.MaTinh }),
		choiceCol("Mã BV", 34, codes.KCB, func(d *facts.DongLuong) string { return d.MaKCB }),
	}
}
