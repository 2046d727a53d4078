package d01ts

import (
	"strings"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

// VanBan names the papers that programs of I-VAN propose for a phương án of D02
// that is declared late; nil where none is known. It is their custom, not a rule
// of law (confidence medium).
func VanBan(phuongAn string) []string { return giayTo[phuongAn] }

const (
	hopDong   = "Hợp đồng lao động"
	bangLuong = "Bảng lương"
	quyetDinh = "Quyết định"
)

var giayTo = map[string][]string{
	"TM": {hopDong, bangLuong}, "TD": {hopDong, bangLuong}, "TC": {hopDong, bangLuong}, "TH": {hopDong, bangLuong},
	"ON": {bangLuong}, "AD": {bangLuong}, "AT": {hopDong},
	"DC": {quyetDinh + " điều chỉnh lương, chức danh", bangLuong},
	"CD": {quyetDinh + " điều chỉnh chức danh"},
	"GH": {quyetDinh + " nghỉ việc", bangLuong}, "GC": {quyetDinh, bangLuong}, "GD": {quyetDinh + " nghỉ việc", bangLuong},
	"OF": {"Giấy ra viện", bangLuong}, "TS": {"Giấy chứng sinh", bangLuong}, "KL": {bangLuong}, "SB": {quyetDinh, bangLuong},
}

// TrichLuoc is the sentence about what the agency is to look at, for a person, a
// phương án and the month from which it holds; "" where no sentence is known.
func TrichLuoc(hoTen, phuongAn string, tu law.Month) string {
	var dau string
	switch codes.Nhom(phuongAn) {
	case codes.NhomTang, codes.NhomTruyDong:
		dau = "Truy tăng"
	case codes.NhomGiam, codes.NhomGiamTam, codes.NhomThoaiThu:
		dau = "Truy giảm"
	case codes.NhomDieuChinh:
		dau = "Thay đổi lương, chức danh"
	}
	if dau == "" || hoTen == "" || !tu.Valid() {
		return ""
	}
	return dau + " " + hoTen + " từ " + tu.String()
}

// laTruy says that a sentence asks for something to be counted afterwards.
func laTruy(s string) bool {
	return strings.HasPrefix(s, "Truy tăng") || strings.HasPrefix(s, "Truy giảm") || strings.HasPrefix(s, "Thay đổi lương")
}

// Dong makes the row of one paper of a person. The number and the days of a
// labour contract are those of the person's own; of any other paper they stay
// unknown. The issuer of contracts, payrolls and decisions is the employer.
func Dong(n facts.NguoiLaoDong, dv facts.DonVi, vanBan, phuongAn string, tu law.Month) form.Row {
	var r form.Row
	HoTen.Set(&r, n.HoTen)
	MaSoBHXH.Set(&r, n.MaSoBHXH)
	TenLoaiVanBan.Set(&r, vanBan)
	if vanBan == hopDong {
		SoVanBan.Set(&r, n.HopDong.So)
		NgayBanHanh.Set(&r, n.HopDong.NgayKy)
		NgayHieuLuc.Set(&r, n.HopDong.Tu)
	}
	if vanBan == hopDong || vanBan == bangLuong || strings.HasPrefix(vanBan, quyetDinh) {
		CoQuanBanHanh.Set(&r, dv.Ten)
	}
	NoiDungThamDinh.Set(&r, TrichLuoc(n.HoTen, phuongAn, tu))
	return r
}

// Cac makes the rows of all the papers that are proposed for a phương án.
func Cac(n facts.NguoiLaoDong, dv facts.DonVi, phuongAn string, tu law.Month) []form.Row {
	var out []form.Row
	for _, vb := range VanBan(phuongAn) {
		out = append(out, Dong(n, dv, vb, phuongAn, tu))
	}
	return out
}

// Dau makes the head out of what is known of the employer.
func Dau(dv facts.DonVi, tenBangKe, kemTheo, noiLap string, ngayLap law.Day) form.Row {
	var r form.Row
	TenDonVi.Set(&r, dv.Ten)
	MaDonVi.Set(&r, dv.MaDonVi)
	TenBangKe.Set(&r, tenBangKe)
	KemTheo.Set(&r, kemTheo)
	NoiLap.Set(&r, noiLap)
	NgayLap.Set(&r, ngayLap)
	return r
}
