package m12hsb

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	qd166   = "Quyết định 166/QĐ-BHXH"
	mauSo   = "Mẫu 12-HSB theo " + qd166 + ", mục "
	luat    = "Luật 41/2024/QH15 Điều "
	tuoi    = luat + "64, Điều 65; Bộ luật Lao động 45/2019/QH14 Điều 169; Nghị định 135/2020/NĐ-CP Điều 3"
	ngayMau = "2019-01-31"
)

// D166 is the mẫu of Quyết định 166/QĐ-BHXH.
var D166 = form.Register(form.Form{
	ID:      "12-HSB",
	Version: "166",
	Title:   "Quyết định về việc nghỉ việc hưởng chế độ hưu trí",
	Basis:   qd166 + " ngày 31/01/2019",
	From:    khung.Ngay(ngayMau),
	Head: &form.Table{
		Tag: "DonVi", Title: "Đơn vị ra quyết định",
		Groups: []form.Group{form.Cols("", CapTren, TenDonVi, MaDonVi, NoiLap, CanCu)},
		Rules:  rulesDau(),
	},
	Table: &form.Table{
		Tag:   "NghiHuu",
		Title: "Người nghỉ hưu",
		Groups: []form.Group{
			form.Cols("Quyết định", SoQD, NgayQD, NghiTu, DieuKien),
			form.Cols("Người nghỉ hưu", HoTen, GioiTinh, NgaySinh, MaSoBHXH, ChucDanh, DiaChi, MaXa, MaTinh),
			form.Cols("Nhận lương hưu", HinhThucNhan, NoiNhan, SoTaiKhoan, ChuTaiKhoan, NganHang, ChiNhanh),
			form.Cols("", NoiKCB, ID),
		},
		Rules:  rules(),
		Totals: []form.Total{{Tag: "TongQuyetDinh", Head: "Số quyết định", If: form.Always}},
	},
	Papers: []form.Paper{paper166()},
	Notes: []string{
		"Bố cục bản in dựng lại từ mô tả, chưa đối chiếu bản chính thức; lời của các điều theo thể thức quyết định.",
		"Áp dụng từ ngày ban hành Quyết định 166/QĐ-BHXH; ngày hiệu lực của mẫu và bản sửa sau Luật 41/2024/QH15 chưa thấy.",
		"Không có bố cục tệp điện tử: hồ sơ mang mẫu này dưới dạng PDF đã ký.",
		"Điều kiện hưởng không in trên mẫu; phần mềm dùng để kiểm tuổi. Nghề nặng nhọc, vùng khó khăn và số năm đóng do cơ quan BHXH đối chiếu với sổ.",
		"Cán bộ xã theo Nghị định 09/1998/NĐ-CP có điều kiện riêng, phần mềm không kiểm.",
	},
})
