package mau

import "ankhai/forms/form"

// benhTien are the errors in amounts: E07, E08, and pay outside the legal bounds,
// which is for the rules of the form (E31).
var benhTien = []benh{
	{ma: "E07", cach: "mức lương dạng chữ 5.310.000: không phải lỗi", can: "muc", lam: func(_ *Bo, a *dat) { a.dat("muc", Chu(cham(a.n.Luong.MucLuong, "."))) }},
	{ma: "E07", cach: "mức lương dạng chữ 5,310,000 đ: không phải lỗi", can: "muc", lam: func(_ *Bo, a *dat) { a.dat("muc", Chu(cham(a.n.Luong.MucLuong, ",")+" đ")) }},
	{ma: "E07", cach: "mức lương theo nghìn đồng, dạng số 5310", can: "muc", lam: func(bo *Bo, a *dat) {
		a.dat("muc", SoNguyen(a.n.Luong.MucLuong/nghin))
		khongBietLuong(a)
		bo.loi(a, a.o("muc"), "XL-22", form.Loi)
	}},
	{ma: "E07", cach: "mức lương theo nghìn đồng, dạng chữ 5.310", can: "muc", lam: func(bo *Bo, a *dat) {
		a.dat("muc", Chu(cham(a.n.Luong.MucLuong/nghin, ".")))
		khongBietLuong(a)
		bo.loi(a, a.o("muc"), "XL-22", form.Loi)
	}},
	{ma: "E07", cach: "phụ cấp theo nghìn đồng", can: "phuCap", lam: func(bo *Bo, a *dat) {
		a.dat("phuCap", So("300"))
		khongBietLuong(a)
		bo.loi(a, a.o("phuCap"), "XL-22", form.Loi)
	}},
	{ma: "E07", cach: "mức lương có số lẻ dưới một đồng", can: "muc", lam: func(bo *Bo, a *dat) {
		a.dat("muc", So(SoNguyen(a.n.Luong.MucLuong).S+".4"))
		bo.loi(a, a.o("muc"), "XL-24", form.Nhac)
	}},
	{ma: "E07", cach: "mức lương ghi bằng lời", can: "muc", lam: func(bo *Bo, a *dat) {
		a.dat("muc", Chu("sáu triệu"))
		khongBietLuong(a)
		bo.loi(a, a.o("muc"), "XL-21", form.Loi)
	}},
	{ma: "E07", cach: "mức lương là số âm trong ngoặc", can: "muc", lam: func(bo *Bo, a *dat) {
		a.dat("muc", Chu("("+cham(a.n.Luong.MucLuong, ".")+")"))
		khongBietLuong(a)
		bo.loi(a, a.o("muc"), "XL-21", form.Loi)
	}},
	{ma: "E08", cach: "hệ số 2,34 ở cột mức lương, dạng số", can: "muc", lam: func(bo *Bo, a *dat) {
		a.dat("muc", So("2.34"))
		khongBietLuong(a)
		bo.loi(a, a.o("muc"), "XL-23", form.Loi)
	}},
	{ma: "E08", cach: "hệ số 2,34 ở cột mức lương, dạng chữ", can: "muc", lam: func(bo *Bo, a *dat) {
		a.dat("muc", Chu("2,34"))
		khongBietLuong(a)
		bo.loi(a, a.o("muc"), "XL-23", form.Loi)
	}},
	{ma: "E31", cach: "mức lương dưới mức tối thiểu: đọc đúng như ghi", can: "muc", sau: later("D02-LT-24", "E31"), lam: func(_ *Bo, a *dat) {
		a.n.Luong.MucLuong = 3 * nghin * nghin
		a.dat("muc", SoNguyen(a.n.Luong.MucLuong))
	}},
	{ma: "E31", cach: "mức lương trên mức cao nhất: đọc đúng như ghi", can: "muc", sau: later("D02-LT-26", "E31"), lam: func(_ *Bo, a *dat) {
		a.n.Luong.MucLuong = 60 * nghin * nghin
		a.dat("muc", SoNguyen(a.n.Luong.MucLuong))
	}},
}
