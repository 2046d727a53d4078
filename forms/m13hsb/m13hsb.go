package m13hsb

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	qd166   = "Quyết định 166/QĐ-BHXH"
	mauSo   = "Mẫu 13-HSB theo " + qd166 + ", mục "
	dieu10  = "Luật 41/2024/QH15 Điều 10 khoản 2 điểm d"
	ngayMau = "2019-01-31"
)

// D166 is the mẫu of Quyết định 166/QĐ-BHXH.
var D166 = form.Register(form.Form{
	ID:      "13-HSB",
	Version: "166",
	Title:   "Giấy uỷ quyền",
	Basis:   qd166 + " ngày 31/01/2019",
	From:    khung.Ngay(ngayMau),
	Head: &form.Table{
		Tag: "Dau", Title: "Nơi lập và ký",
		Groups: []form.Group{form.Cols("", NoiLap, NgayLap)},
		Rules:  rulesDau(),
	},
	Table: &form.Table{
		Tag:   "UyQuyen",
		Title: "Giấy uỷ quyền",
		Groups: []form.Group{
			form.Cols("Người uỷ quyền", HoTen, NgaySinh, SoCCCD, MaSoBHXH, CheDo, DiaChi, MaXa, MaTinh, DienThoai),
			form.Cols("Người được uỷ quyền", BHoTen, BNgaySinh, BSoCCCD, BNgayCap, BNoiCap, BDiaChi, BMaXa, BMaTinh, BDienThoai),
			form.Cols("Nội dung", NopHoSo, NhanKetQua, LinhTien, UQKhac),
			form.Cols("Thời hạn", TuNgay, DenNgay),
			form.Cols("Chứng thực", ChungThuc, CoQuanCT, NgayChungThuc),
			form.Cols("", ID),
		},
		Rules:  rules(),
		Totals: []form.Total{{Tag: "TongGiay", Head: "Số giấy uỷ quyền", If: form.Always}},
	},
	Papers: []form.Paper{paper166()},
	Notes: []string{
		"Bố cục bản in dựng lại từ mô tả, chưa đối chiếu bản chính thức.",
		"Áp dụng từ ngày ban hành Quyết định 166/QĐ-BHXH; ngày hiệu lực của mẫu và bản sửa sau Luật 41/2024/QH15 chưa thấy.",
		"Không có bố cục tệp điện tử: giấy được ký và chứng thực trên bản in, hồ sơ mang bản chụp.",
		"Thời hạn tối đa 12 tháng theo Luật 41/2024/QH15 chỉ đặt cho việc nhận lương hưu, trợ cấp; tính từ ngày lập.",
	},
})
