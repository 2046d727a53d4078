package mau

import "ankhai/forms/form"

// benhMa are the errors in codes: E19, E20, E23, E24, and the kind of contract. What
// only the list of people of before can show (E27, E28, E32, E34) is read as written.
var benhMa = []benh{
	{ma: "E19", cach: "mã xã đã bỏ, nay là một xã khác", can: "maXa", lam: func(bo *Bo, a *dat) {
		a.n.MaXa = "00001"
		a.dat("maXa", Chu(a.n.MaXa))
		bo.loi(a, a.o("maXa"), "XL-31", form.Nhac)
	}},
	{ma: "E19", cach: "mã xã đã bỏ, đã chia vào nhiều xã", can: "maXa", lam: func(bo *Bo, a *dat) {
		a.n.MaXa = "00007"
		a.dat("maXa", So("7"))
		bo.loi(a, a.o("maXa"), "XL-31", form.Nhac)
	}},
	{ma: "E19", cach: "mã xã không có trong danh mục nào", can: "maXa", lam: func(bo *Bo, a *dat) {
		a.n.MaXa = ""
		a.dat("maXa", Chu("99999"))
		bo.loi(a, a.o("maXa"), "XL-31", form.Nhac)
	}},
	{ma: "E19", cach: "mã tỉnh đã bỏ", can: "maTinh", lam: func(bo *Bo, a *dat) {
		a.n.MaTinh = "02"
		a.dat("maTinh", So("2"))
		bo.loi(a, a.o("maTinh"), "XL-31", form.Nhac)
	}},
	{ma: "E19", cach: "nơi làm việc còn ghi quận: đọc đúng như ghi", can: "noiLamViec", sau: later("D02-LT-74", "E19"), lam: func(_ *Bo, a *dat) {
		a.n.NoiLamViec = "Phường 4, Quận 3, Thành phố Hồ Chí Minh"
		a.dat("noiLamViec", Chu(a.n.NoiLamViec))
	}},
	{ma: "E20", cach: "nơi khám chữa bệnh đã bỏ khỏi danh mục", can: "kcb", lam: func(bo *Bo, a *dat) { kcbLa(bo, a, "79", "087") }},
	{ma: "E20", cach: "nơi khám chữa bệnh không có trong danh mục nào", can: "kcb", lam: func(bo *Bo, a *dat) { kcbLa(bo, a, "99", "999") }},
	{ma: "E23", cach: "phương án TX không có trong danh mục", can: "phuongAn", lam: func(bo *Bo, a *dat) {
		a.dat("phuongAn", Chu("TX"))
		a.n.PhuongAn = ""
		bo.loi(a, a.o("phuongAn"), "XL-28", form.Loi)
	}},
	{ma: "E23", cach: "phương án OF cho người nghỉ không lương: đọc đúng như ghi", can: "phuongAn", sau: later("HS-19", "E23"), lam: phuongAnLa("OF")},
	{ma: "E27", cach: "báo tăng TM cho người đang tham gia: đọc đúng như ghi", can: "phuongAn", sau: later("HS-DS-DANG-DONG", "E27"), lam: phuongAnLa("TM")},
	{ma: "E27", cach: "báo giảm GH cho người không có trong danh sách: đọc đúng như ghi", can: "phuongAn", sau: later("HS-DS-KHONG-CO", "E27"), lam: phuongAnLa("GH")},
	{ma: "E28", cach: "báo đi làm lại ON mà trước đó không nghỉ: đọc đúng như ghi", can: "phuongAn", sau: later("HS-DS-DI-LAM", "E28"), lam: phuongAnLa("ON")},
	{ma: "E32", cach: "điều chỉnh DC mà lương như cũ: đọc đúng như ghi", can: "phuongAn muc", sau: later("HS-DS-NHU-CU", "E32"), lam: phuongAnLa("DC")},
	{ma: "E34", cach: "báo tăng trọn tháng cho người đang nghỉ thai sản: đọc đúng như ghi", can: "phuongAn tuThang", sau: later("HS-NGHI-HUONG", "E34"), lam: phuongAnLa("TM")},
	{ma: "E24", cach: "chức danh để trống: đọc là chưa biết", can: "chucDanh", sau: later("D02-LT-09", "E24"), lam: func(_ *Bo, a *dat) {
		a.n.ChucDanh = ""
		a.dat("chucDanh", Gia{})
	}},
	{ma: "E36", cach: "loại hợp đồng «Thời vụ» không còn", can: "loaiHD", lam: func(bo *Bo, a *dat) {
		a.n.HopDong.Loai = ""
		a.dat("loaiHD", Chu("Thời vụ"))
		bo.loi(a, a.o("loaiHD"), "XL-31", form.Nhac)
	}},
}

// phuongAnLa writes a phương án that is in the list but not for this person.
func phuongAnLa(ma string) func(*Bo, *dat) {
	return func(_ *Bo, a *dat) {
		a.n.PhuongAn = ma
		a.dat("phuongAn", Chu(ma))
	}
}

// kcbLa writes where somebody is registered for treatment: a code, or the number
// within a province where that has a column of its own.
func kcbLa(bo *Bo, a *dat, tinh, so string) {
	a.n.MaKCB = ""
	if _, apart := a.cot["tinhKCB"]; apart {
		a.dat("tinhKCB", Chu(tinh))
		a.dat("kcb", Chu(so))
	} else {
		a.dat("kcb", Chu(tinh+so))
	}
	bo.loi(a, a.o("kcb"), "XL-31", form.Nhac)
}

// benhThang are the errors in times: E26, E30, E36.
var benhThang = []benh{
	{ma: "E26", cach: "hợp đồng hết hạn trước khi có hiệu lực", can: "tuHD denHD", lam: func(bo *Bo, a *dat) {
		a.dat("denHD", Chu(a.n.HopDong.Tu.Add(-30).String()))
		a.n.HopDong.Den = 0
		bo.loi(a, a.o("denHD"), "XL-50", form.Loi)
	}},
	{ma: "E26", cach: "đến tháng trước từ tháng", can: "tuThang denThang", lam: func(bo *Bo, a *dat) {
		a.dat("denThang", Chu(Thang.Add(-3).String()))
		bo.loi(a, a.o("denThang"), "XL-50", form.Loi)
	}},
	{ma: "E30", cach: "tăng từ tháng đã qua: đọc đúng như ghi", can: "phuongAn tuThang", hop: func(a *dat) bool { return a.n.PhuongAn == "TM" }, sau: later("HS-18", "E30"), lam: func(_ *Bo, a *dat) {
		a.n.TuThang = Thang.Add(-3)
		a.dat("tuThang", Chu(a.n.TuThang.String()))
	}},
	{ma: "E36", cach: "hợp đồng dưới một tháng: đọc đúng như ghi", can: "tuHD denHD", sau: later("D02-LT-73", "E36"), lam: func(_ *Bo, a *dat) {
		a.n.HopDong.Den = a.n.HopDong.Tu.Add(19)
		a.dat("denHD", Ngay(a.n.HopDong.Den))
	}},
	{ma: "E36", cach: "chức danh ghi thử việc: đọc đúng như ghi", can: "chucDanh", sau: later("D02-LT-75", "E36"), lam: func(_ *Bo, a *dat) {
		a.n.ChucDanh = "Thợ may thử việc"
		a.dat("chucDanh", Chu(a.n.ChucDanh))
	}},
}
