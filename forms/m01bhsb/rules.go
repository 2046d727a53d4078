package m01bhsb

import (
	"fmt"

	"ankhai/forms/codes"
	"ankhai/forms/facts"
	"ankhai/forms/form"
	"ankhai/forms/nhanthan"
)

const (
	mau166 = "Quyết định 166/QĐ-BHXH, mẫu 01B-HSB"
	tepDT  = "Tệp điện tử M01B-HSB.xml"
	luoi   = "Lưới nhập 01B-HSB của phần mềm I-VAN"
	luat   = "Luật 41/2024/QH15 Điều "
)

// canh names a warning of the agency's claim processing.
func canh(ma string) string { return "Mã cảnh báo " + ma + " của cơ quan BHXH" }

// rules are checked in this order; a code is never given to another rule.
func rules() []form.Rule {
	var out []form.Rule
	for _, list := range [][]form.Rule{nguoiRules(), ngayRules(), soNgayRules(), omRules(), thaiRules(), sinhRules(), conRules(), duongSucRules(), hanRules(), traRules(), dotRules(), ghiChuRules()} {
		out = append(out, list...)
	}
	return out
}

func nguoiRules() []form.Rule {
	return []form.Rule{
		form.Require("01", MaSoBHXH, form.Always, form.By(canh("34")+"; "+tepDT)),
		nhanthan.MaSoBHXH("02", MaSoBHXH, mau166+", cột 1"),
		nhanthan.HoTen("03", HoTen, mau166+", cột B"),
		form.Require("04", SoCCCD, form.Always, form.By(luoi), form.Warn),
		nhanthan.SoGiayTo("05", SoCCCD, nil, nil, nil),
		form.Over("06", MaSoBHXH, "một mã số là của một người", motNguoi, form.By(canh("83"))),
		form.Judge("07", CheDo, form.Always, "hợp với giới tính", hopGioi, form.By(canh("08")+"; "+luat+"50 khoản 1")),
		form.Check("08", CheDo, phatSinh, "Nhóm hưởng: chọn nhóm cụ thể khi mới phát sinh; nhóm «chưa rõ» chỉ dùng để điều chỉnh",
			func(l *form.Look) bool { return !nhom(l.Row).chung }, form.By(canh("77"))),
		form.Judge("09", MaNhomHuong, form.Always, "có dạng chữ O, T, D theo phần A, B, C rồi đến số", dangMaNhom,
			form.By(canh("77")), form.Trust(form.Low), form.Warn),
		form.Check("10", MaNhomHuong, CheDo.In("dcOmDau", "dcThaiSan", "dcDuongSuc"), "Mã nhóm hưởng của cơ quan BHXH: ghi mã nhóm thật, không ghi mã đoán của nhóm khác",
			func(l *form.Look) bool {
				_, guess := nhomCoQuan(nhom(l.Row).Muc, MaNhomHuong.Get(l.Row))
				return !guess
			},
			form.By(canh("77")), form.Trust(form.Low), form.Warn),
	}
}

// motNguoi finds a mã số that stands with two names or two numbers of identity.
func motNguoi(_ *form.Doc, rows []form.Row) []form.Hit {
	first := map[string]int{}
	var hits []form.Hit
	for i, r := range rows {
		ma := MaSoBHXH.Get(r)
		if ma == "" {
			continue
		}
		k, seen := first[ma]
		if !seen {
			first[ma] = i
			continue
		}
		o := rows[k]
		switch {
		case codes.Fold(HoTen.Get(r)) != codes.Fold(HoTen.Get(o)):
			hits = append(hits, form.Hit{I: i, Say: fmt.Sprintf("dòng %d ghi mã số này cho người tên khác. Xem lại mã số hoặc họ tên", k+1)})
		case SoCCCD.Known(r) && SoCCCD.Known(o) && SoCCCD.Get(r) != SoCCCD.Get(o):
			hits = append(hits, form.Hit{I: i, Say: fmt.Sprintf("dòng %d ghi mã số này với số CCCD khác. Xem lại một trong hai", k+1)})
		}
	}
	return hits
}

// hopGioi holds the group against the sex that the number of identity says.
func hopGioi(l *form.Look) form.Verdict {
	r := l.Row
	g := gioi(r)
	if g == "" {
		return form.Verdict{}
	}
	nu, nam := false, false
	switch CheDo.Get(r) {
	case "khamThai", "sayThai", "mangThaiHo", "duongSucThaiSan":
		nu = true
	case "sinhCon", "nhoMangThaiHo": // who looks after the child in the mother's place may be a man
		nu = !ChaNghiChamCon.Get(r) && !NgayMeChet.Known(r) && !NgayKetLuan.Known(r)
	case "tranhThai":
		nu = BienPhap.Get(r) == DatVong
	case "omDau", "daiNgay":
		nu = NghiDuongThai.Get(r)
	case "chaNghi", "chaMotLan":
		nam = true
	}
	switch {
	case nu && g == facts.Nam:
		return form.Verdict{Say: "chế độ này của lao động nữ mà số CCCD là của nam. Xem lại nhóm hưởng hoặc số CCCD"}
	case nam && g == facts.Nu:
		return form.Verdict{Say: "chế độ này của lao động nam mà số CCCD là của nữ. Xem lại nhóm hưởng hoặc số CCCD"}
	}
	return form.Verdict{}
}

// dangMaNhom holds the agency's code against the part of the form.
func dangMaNhom(l *form.Look) form.Verdict {
	ma, n := MaNhomHuong.Get(l.Row), nhom(l.Row)
	chu := map[string]string{"A": "O", "B": "T", "C": "D"}[n.Muc]
	if n.Ma == "" || len(ma) >= 2 && ma[:1] == chu && chuSo(ma[1:]) {
		return form.Verdict{}
	}
	return form.Verdict{Say: "mã của nhóm này thường có dạng " + chu + "1. Lấy mã trên kết quả của đợt đã giải quyết hoặc để trống"}
}

func chuSo(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
