package mau

import (
	"fmt"

	"ankhai/forms/facts"
	"ankhai/forms/law"
)

// dangL2 is the list of increases of TS24 iBHXH, its columns known by Col0–Col53.
func dangL2() dang {
	d := dang{ten: "L2", dau: 2, cao: 1, tren: []string{"DANH SÁCH TĂNG LAO ĐỘNG THÁNG 11 NĂM 2026"}, trang: []string{"Tang"}}
	d.cot = soCot(54, map[int]cot{0: cotSTT(""), 1: cotChu("", "", "hoTen", hoTen), 2: cotChu("", "", "maSo", maSo), 3: cotNgay("", "", "ngaySinh", ngaySinh), 4: cotChu("", "", "gioiTinh", gioiTinh),
		5: cotChu("", "", "chucDanh", chucDanh), 6: cotTien("", "", "muc", mucLuong), 8: cotTien("", "", "phuCap", phuCap), 12: cotNgay("", "", "tuHD", tuHD), 13: cotNgay("", "", "denHD", denHD),
		14: cotChu("", "", "phuongAn", phuongAn), 15: cotChu("", "", "soHD", soHD), 16: cotChu("", "", "loaiHD", loaiHD), 17: cotNgay("", "", "ngayKy", ngayKy), 18: cotLa("", "", "32.5"), 20: cotLa("", "", "2"),
		22: cotChu("", "", "tinhKCB", func(*facts.DongLuong) string { return "01" }), 23: cotChu("", "", "kcb", func(*facts.DongLuong) string { return "001" }), 24: cotChu("", "", "quocTich", func(*facts.DongLuong) string { return "VN" }),
		25: cotChu("", "", "danToc", func(*facts.DongLuong) string { return "Kinh" }), 26: cotChu("", "", "cccd", cccd),
		32: cotChu("", "", "diaChi", func(n *facts.DongLuong) string { return n.DiaChi }), 33: cotChu("", "", "maXa", func(n *facts.DongLuong) string { return n.MaXa }),
		35: cotChu("", "", "maTinh", func(n *facts.DongLuong) string { return n.MaTinh }), 40: cotChu("", "", "dienThoai", dienThoai), 41: cotChu("", "", "email", email),
		44: cotChu("", "", "maNV", maNV), 48: cotTien("", "", "", mucLuong), 49: cotChu("", "", "phongBan", phongBan)})
	return d
}

// dangL3 is the list of decreases; a cross marks women.
func dangL3() dang {
	d := dang{ten: "L3", dau: 2, cao: 1, tren: []string{"DANH SÁCH GIẢM LAO ĐỘNG THÁNG 11 NĂM 2026"}, trang: []string{"Giam"}}
	woman := func(n *facts.DongLuong, _ int) Gia {
		if n.GioiTinh == facts.Nu {
			return Chu("X")
		}
		return Gia{}
	}
	d.cot = soCot(35, map[int]cot{0: cotSTT(""), 1: cotChu("", "", "hoTen", hoTen), 2: cotChu("", "", "maSo", maSo), 3: cotNgay("", "", "ngaySinh", ngaySinh), 4: {viec: "gioiTinh", gia: woman},
		5: cotChu("", "", "chucDanh", chucDanh), 6: cotTien("", "", "muc", mucLuong), 12: cotNgay("", "", "tuHD", func(n *facts.DongLuong) law.Day { return n.HopDong.Tu }),
		14: cotChu("", "", "phuongAn", phuongAn), 15: cotChu("", "", "soHD", soHD), 16: cotNgay("", "", "ngayKy", ngayKy), 17: cotLa("", "", "32.5"), 20: cotLa("", "", "X"),
		26: cotChu("", "", "maNV", maNV), 31: cotChu("", "", "phongBan", phongBan), 34: cotChu("", "", "quocTich", func(*facts.DongLuong) string { return "Việt Nam" })})
	return d
}

// soCot are n columns whose heads are their numbers.
func soCot(n int, at map[int]cot) []cot {
	out := make([]cot, n)
	for i := range out {
		out[i] = at[i]
		out[i].dau = fmt.Sprintf("Col%d", i)
	}
	return out
}
