package mau

import (
	"slices"

	"ankhai/forms/facts"
)

// dangL5 is the payroll register: a sheet for the workshop and one for the office,
// departments as lines between, sums, signatures, formulas, a hidden column.
func dangL5() dang {
	d := dang{ten: "L5", dau: 5, cao: 2, tren: []string{congTy, "Mã đơn vị BHXH: YN0001A", "BẢNG THANH TOÁN TIỀN LƯƠNG THÁNG 11 NĂM 2026"}, trang: []string{"Khối sản xuất", "Khối văn phòng"}}
	part := func(nhom, dau string, permille int64) cot {
		return cot{nhom: nhom, dau: dau, gia: func(n *facts.DongLuong, _ int) Gia {
			return Cong((n.Luong.MucLuong + n.Luong.PhuCap) * permille / nghin)
		}}
	}
	d.cot = []cot{cotSTT("STT"), cotChu("", "Mã NV", "maNV", maNV), cotChu("", "Họ và tên", "hoTen", hoTen), cotNgay("", "Ngày sinh", "ngaySinh", ngaySinh), cotChu("", "Giới tính", "gioiTinh", gioiTinh),
		cotChu("", "Số CCCD", "cccd", cccd), cotChu("", "Mã số BHXH", "maSo", maSo), cotChu("", "Chức danh", "chucDanh", chucDanh),
		{dau: "Số tài khoản", an: true, gia: func(_ *facts.DongLuong, i int) Gia { return Chu("01020304" + O(0, i+1)[1:]) }},
		{dau: "Ngày công", viec: "ngayCong", gia: func(n *facts.DongLuong, _ int) Gia { return SoNguyen(int64(n.NgayCong / 10)) }},
		part("Thu nhập", "Lương sản phẩm", 950), part("Thu nhập", "Phụ cấp ăn ca", 40), part("Thu nhập", "Tổng thu nhập", 990),
		cotTien("Mức lương đóng BHXH", "Mức lương", "muc", mucLuong), cotTien("Mức lương đóng BHXH", "Phụ cấp lương", "phuCap", phuCap),
		part("NLĐ đóng", "BHXH 8%", 80), part("NLĐ đóng", "BHYT 1,5%", 15), part("NLĐ đóng", "BHTN 1%", 10),
		part("DN đóng", "BHXH 17,5%", 175), part("DN đóng", "BHYT 3%", 30), part("DN đóng", "BHTN 1%", 10),
		part("", "Thuế TNCN", 5), part("", "Thực lĩnh", 900), cotTrong("", "Ghi chú"), cotTrong("", "Ký nhận")}
	d.xep = func(x *xep) {
		people, order := slices.Clone(x.people), departments(x.people)
		slices.SortStableFunc(people, func(a, b *facts.DongLuong) int {
			return slices.Index(order, a.PhongBan) - slices.Index(order, b.PhongBan)
		})
		mark, stt := []string{"I", "II", "III", "IV", "V", "VI"}, 0
		for i, name := range departments(people) {
			x.t.Dat(0, x.dong, Chu(mark[i]))
			x.t.Dat(2, x.dong, Chu(name))
			x.dong++
			sum := int64(0)
			for _, p := range people {
				if p.PhongBan == name {
					x.nguoi(p, stt)
					stt++
					sum += p.Luong.MucLuong
				}
			}
			x.t.Dat(2, x.dong, Chu("Cộng "+name))
			x.t.Dat(13, x.dong, Cong(sum))
			x.t.Dat(22, x.dong, Cong(sum))
			x.dong++
		}
		x.t.Dat(2, x.dong, Chu("TỔNG CỘNG"))
		x.t.Dat(13, x.dong, Cong(int64(stt)*nghin*nghin))
	}
	d.sau = func(x *xep) {
		x.t.Dat(18, x.dong+2, Chu("Ngày 30 tháng 11 năm 2026"))
		for c, who := range map[int]string{2: "Người lập biểu", 10: "Kế toán trưởng", 18: "Giám đốc"} {
			x.t.Dat(c, x.dong+3, Chu(who))
			x.t.Dat(c, x.dong+4, Chu("(Ký, họ tên)"))
		}
		x.t.Dat(2, x.dong+8, Chu("Nguyễn Thị Thanh Trúc"))
		x.t.Dat(18, x.dong+8, Chu("Lê Hoàng Minh Khải"))
	}
	return d
}

// departments in the order in which people first come.
func departments(people []*facts.DongLuong) (out []string) {
	for _, p := range people {
		if !slices.Contains(out, p.PhongBan) {
			out = append(out, p.PhongBan)
		}
	}
	return out
}
