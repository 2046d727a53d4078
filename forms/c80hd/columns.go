package c80hd

import "ankhai/forms/form"

// thap marks every item: the form was not read.
var thap = form.Sure(form.Low)

// The head: with whom the agency settles.
var (
	TenDonVi = form.Text("TenDonVi", "Tên cơ sở KCB", form.Max(255), thap)
	MaCSKCB  = form.Text("MaCSKCB", "Mã cơ sở KCB", form.Max(5), thap)
	NoiLap   = form.Text("NoiLap", "Nơi lập", form.Max(100), thap)
	NgayLap  = form.Date("NgayLap", "Ngày lập", thap)
)

// A row: the period as the record names it, and what is settled.
var (
	Ky         = form.Text("Ky", "Kỳ quyết toán", form.Max(50), thap, form.Help("Như biên bản ghi: tháng, quý"))
	DeNghi     = form.Money("DeNghiThanhToan", "Số đề nghị", form.Must, thap)
	GiamTru    = form.Money("GiamTru", "Giảm trừ sau giám định", form.Must, thap)
	DuocQT     = form.Money("DuocQuyetToan", "Được quyết toán", form.Must, thap)
	DaTamUng   = form.Money("DaTamUng", "Đã tạm ứng", form.Must, thap)
	ConPhaiTra = form.Money("ConPhaiTra", "Còn phải trả", form.Must, thap, form.Help("Số âm: cơ sở phải hoàn trả"))
)
