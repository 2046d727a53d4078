package office

import (
	"fmt"
	"sort"
	"strings"

	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/payroll"
)

// factNames are the facts of a proposal in the words of the forms.
var factNames = map[string]string{
	payroll.PhuongAn: "phương án", payroll.TrangThai: "trạng thái", payroll.MucLuong: "mức lương", payroll.PhuCap: "phụ cấp lương", payroll.BoSung: "khoản bổ sung",
	payroll.HeSo: "hệ số", payroll.PhuCapCV: "phụ cấp chức vụ", payroll.TNVK: "thâm niên vượt khung", payroll.TNNghe: "thâm niên nghề",
	payroll.BaoLuu: "chênh lệch bảo lưu", payroll.ChucDanh: "chức danh", payroll.PhongBan: "phòng ban", payroll.NoiLamViec: "nơi làm việc",
	payroll.HoTen: "họ và tên", payroll.MaSoBHXH: "mã số BHXH", payroll.SoCCCD: "số CCCD", payroll.NgaySinh: "ngày sinh",
	payroll.GioiTinh: "giới tính", payroll.HopDong: "hợp đồng", payroll.NoiDongTruoc: "nơi đóng trước", payroll.TuNgay: "nghỉ từ ngày",
	payroll.DenNgay: "nghỉ đến ngày", payroll.NgayChamDut: "ngày chấm dứt hợp đồng", payroll.LyDoGiam: "lý do giảm", payroll.TuThang: "từ tháng",
	"maNV": "mã nhân viên", "quocTich": "quốc tịch", "danToc": "dân tộc", "dienThoai": "điện thoại", "email": "email", "diaChi": "địa chỉ",
	"maXa": "mã xã", "maTinh": "mã tỉnh", "maKCB": "nơi KCB ban đầu",
}

// FactName is a fact of a proposal in words; an unknown name stays as it is.
func FactName(fact string) string {
	if s, ok := factNames[fact]; ok {
		return s
	}
	return fact
}

// ChangeWords says in one line what a proposal changes: "mức lương 5.310.000 →
// 6.000.000", or why it is proposed where nothing is compared.
func ChangeWords(p payroll.DeXuat) string {
	keys := make([]string, 0, len(p.New))
	for k := range p.New {
		if _, had := p.Old[k]; had {
			keys = append(keys, k)
		}
	}
	sort.Strings(keys)
	var out []string
	for _, k := range keys {
		if k == payroll.TrangThai {
			out = append(out, state(p.Old[k])+" → "+state(p.New[k]))
			continue
		}
		out = append(out, fmt.Sprintf("%s %s → %s", FactName(k), value(p.Old[k]), value(p.New[k])))
	}
	if len(out) == 0 {
		return p.LyDo
	}
	return strings.Join(out, "; ")
}

func state(v any) string { return facts.TrangThai(fmt.Sprint(v)).Say() }

func value(v any) string {
	switch v := v.(type) {
	case int64:
		return form.Dots(v)
	case string:
		if v == "" {
			return "(trống)"
		}
		return v
	}
	return fmt.Sprint(v)
}

// OldWords and NewWords say what a proposal changes, each side by itself: the facts that
// the roster had, and what becomes of them or is new.
func OldWords(p payroll.DeXuat) string { return factWords(p.Old, nil) }

// NewWords is the other side of OldWords; facts that merely stay do not appear.
func NewWords(p payroll.DeXuat) string { return factWords(p.New, p.Old) }

// factWords lists facts; those that other has as well without their name, which stands
// on its side, where there is but one.
func factWords(of, other payroll.Thay) string {
	keys := make([]string, 0, len(of))
	for k := range of {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	out := make([]string, 0, len(keys))
	for _, k := range keys {
		_, both := other[k]
		switch {
		case k == payroll.TrangThai:
			out = append(out, state(of[k]))
		case both && len(other) == 1:
			out = append(out, value(of[k]))
		default:
			out = append(out, FactName(k)+" "+value(of[k]))
		}
	}
	return strings.Join(out, ", ")
}
