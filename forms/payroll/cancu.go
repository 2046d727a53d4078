package payroll

import "ankhai/forms/codes"

// The articles behind proposals. Quyết định 366/QĐ-BHXH gives the columns in which
// each is written; the law says that it is to be declared.
const (
	luatTang   = "Luật 41/2024/QH15 Điều 28 khoản 1; hướng dẫn lập mẫu D02-LT (Quyết định 366/QĐ-BHXH), cột 14, 18"
	luatDoi    = "Luật 41/2024/QH15 Điều 29 khoản 1; hướng dẫn lập mẫu D02-LT (Quyết định 366/QĐ-BHXH), cột 14, 18"
	luatGiam   = "Luật 41/2024/QH15 Điều 29 khoản 1; hướng dẫn lập mẫu D02-LT (Quyết định 366/QĐ-BHXH), cột 18, 19"
	luatNghi   = "Luật 41/2024/QH15 Điều 33 khoản 5, Điều 29 khoản 1; hướng dẫn lập mẫu D02-LT (Quyết định 366/QĐ-BHXH), cột 18, 19"
	luatThai   = "Luật 41/2024/QH15 Điều 53, Điều 29 khoản 1; hướng dẫn lập mẫu D02-LT (Quyết định 366/QĐ-BHXH), cột 18, 19"
	luatLuong  = "Luật 41/2024/QH15 Điều 31 khoản 1, Điều 29 khoản 1; hướng dẫn lập mẫu D02-LT (Quyết định 366/QĐ-BHXH), cột 4 đến 9"
	luatCongTy = "Luật 41/2024/QH15 Điều 29 khoản 1; hướng dẫn lập mẫu D02-LT (Quyết định 366/QĐ-BHXH), cột 3"
	luatToKhai = "Luật 41/2024/QH15 Điều 29 khoản 1; Quyết định 366/QĐ-BHXH Điều 5 khoản 1.3.1 điểm b"
)

// canCu is the article behind a proposal; where the phương án is not known yet it is
// that of an increase, the only case.
func canCu(d *DeXuat) string {
	switch {
	case d.Loai == DoiNhanThan:
		return luatToKhai
	case d.PhuongAn == "" || d.PhuongAn != "ON" && codes.Nhom(d.PhuongAn) == codes.NhomTang:
		return luatTang
	case d.PhuongAn == "TS":
		return luatThai
	case d.PhuongAn == "DC":
		return luatLuong
	case d.PhuongAn == "CD":
		return luatCongTy
	}
	switch codes.Nhom(d.PhuongAn) {
	case codes.NhomGiamTam:
		return luatNghi
	case codes.NhomGiam:
		return luatGiam
	}
	return luatDoi
}

// put adds a proposal with its article and, where a person decided, that they did.
func (c *comparing) put(d DeXuat) {
	d.CanCu = canCu(&d)
	c.late(&d)
	if c.by != nil {
		d.QuyetDinh = c.by.id
		d.LyDo += " (theo quyết định của bạn)"
	}
	c.out.Proposals = append(c.out.Proposals, d)
}
