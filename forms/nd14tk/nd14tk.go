package nd14tk

import (
	"ankhai/forms/form"
	"ankhai/forms/khung"
)

const (
	nd14    = "Nghị định 14/2020/NĐ-CP"
	mauSo   = "Tờ khai theo " + nd14 + ", mục "
	ngayMau = "2020-01-24"
)

// D14 is the declaration of Nghị định 14/2020/NĐ-CP.
var D14 = form.Register(form.Form{
	ID:      "ND14-TK",
	Version: "14",
	Title:   "Tờ khai hưởng trợ cấp đối với nhà giáo đã nghỉ hưu chưa được hưởng phụ cấp thâm niên trong lương hưu",
	Basis:   nd14 + " ngày 24/01/2020",
	From:    khung.Ngay(ngayMau),
	Head: &form.Table{
		Tag: "Dau", Title: "Nơi gửi và ký",
		Groups: []form.Group{form.Cols("", TenCoQuan, NoiLap, NgayLap)},
		Rules:  rulesDau(),
	},
	Table: &form.Table{
		Tag:   "NhaGiao",
		Title: "Nhà giáo",
		Groups: []form.Group{
			form.Cols("Nhà giáo", HoTen, NgaySinh, SoCCCD),
			form.Cols("Nghỉ hưu", NghiHuu, SoHoSo, NoiNhan, TongThang),
			form.Cols("Thân nhân khi nhà giáo đã chết", NgayChet, TNHoTen, TNQuanHe, TNSoCCCD, TNDienThoai),
			form.Cols("", ID),
		},
		Rules:  rules(),
		Totals: []form.Total{{Tag: "TongToKhai", Head: "Số tờ khai", If: form.Always}},
	},
	Subs: []*form.Table{{
		Tag: QuaTrinh, Title: "Quá trình giảng dạy",
		Groups: []form.Group{form.Cols("", QTCua, QTTu, QTDen, QTDonVi, QTChucDanh)},
		Rules:  quaTrinhRules(),
		Link:   QTCua, LinkTo: ID,
	}},
	Papers: []form.Paper{paper14()},
	Notes: []string{
		"Bố cục bản in dựng lại từ mô tả (độ tin cậy thấp), chưa đối chiếu bản chính thức; tên ND14-TK do phần mềm đặt.",
		"Chỉ còn người thuộc diện cũ; điều kiện về ngày nghỉ hưu của nghị định chưa có toàn văn nên phần mềm không chặn.",
		"Nghị định này thay Quyết định 52/2013/QĐ-TTg mà tên dịch vụ còn ghi.",
		"Không có bố cục tệp điện tử: hồ sơ mang tờ khai này dưới dạng PDF đã ký.",
		"Nơi gửi, ngày chết, căn cước và điện thoại của thân nhân suy ra từ thủ tục.",
	},
})
