package dnhdkcb

import (
	"strconv"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/nhanthan"
)

// thuTuc is the service whose list of papers the rules ask for.
const thuTuc = "Dịch vụ công ký hợp đồng khám bệnh, chữa bệnh BHYT, thành phần hồ sơ (chưa đối chiếu với " + nd188 + ")"

func dauRules() []form.Rule {
	return []form.Rule{
		form.Check("01", NamDeNghi, form.Always, "Năm đề nghị: phải có dạng 2027", func(l *form.Look) bool { return nam(l.Row) != 0 },
			form.By(banGhi)),
		form.Judge("02", NamDeNghi, form.Always, "không trước năm đang lập", func(l *form.Look) form.Verdict {
			if n := nam(l.Row); n == 0 || l.Today == 0 || n >= l.Today.Year() {
				return form.Verdict{}
			}
			return form.Verdict{Say: "không trước năm " + strconv.Itoa(l.Today.Year()) + ". Ghi năm của hợp đồng đề nghị ký"}
		}, form.By(banGhi), form.Trust(form.Inferred), form.Warn),
		form.Judge("03", NgayCapGiayPhep, form.Always, "không sau hôm nay", func(l *form.Look) form.Verdict {
			if l.Today == 0 || NgayCapGiayPhep.Get(l.Row) <= l.Today {
				return form.Verdict{}
			}
			return form.Verdict{Say: "không sau ngày " + l.Today.String() + ". Xem lại ngày trên giấy phép"}
		}, form.By(banGhi)),
		nhanthan.Text("04", NguoiDaiDien, "chữ có dấu, không có chữ số", banGhi, facts.CheckHoTen, form.Trust(form.Inferred), form.Warn),
		form.Require("05", CapCMKT, DiemXepCap.Filled(), form.By(banGhi), form.Trust(form.Medium), form.Warn),
		form.Check("06", DiemXepCap, form.Always, "Điểm xếp cấp: không nhỏ hơn 0", func(l *form.Look) bool { return DiemXepCap.Get(l.Row) >= 0 },
			form.By(banGhi), form.Trust(form.Inferred)),
	}
}

// nam reads the year asked for, 0 if it is not four digits.
func nam(r form.Row) int {
	s := NamDeNghi.Get(r)
	n, err := strconv.Atoi(s)
	if err != nil || len(s) != 4 || n <= 0 {
		return 0
	}
	return n
}

func rules() []form.Rule {
	return []form.Rule{
		form.Over("21", TenTaiLieu, "kê ít nhất một tài liệu", chuaKe, form.By(thuTuc), form.Trust(form.Low), form.Warn),
		form.Require("22", TenTaiLieu, GhiChu.Filled(), form.By(thuTuc), form.Trust(form.Inferred)),
		form.Unique("23", TenTaiLieu, form.Always, form.By(thuTuc), form.Trust(form.Inferred), form.Warn),
	}
}

// chuaKe reminds of the papers that the service names for a first contract.
func chuaKe(_ *form.Doc, rows []form.Row) []form.Hit {
	for _, r := range rows {
		if TenTaiLieu.Known(r) {
			return nil
		}
	}
	return []form.Hit{{I: -1, Say: "chưa kê tài liệu nào. Ký lần đầu thường kèm giấy phép hoạt động, quyết định xếp cấp chuyên môn kỹ thuật, " +
		"danh mục dịch vụ kỹ thuật, thuốc, vật tư và giá đã duyệt, danh sách người hành nghề"}}
}
