package m01bhsb

import (
	"strings"

	"ankhai/forms/form"
)

// taiKhoan is column C: where the money goes.
func taiKhoan(v form.View) string {
	r := v.Row
	switch HinhThucTroCap.Get(r) {
	case TaiKhoan:
		return noi("; ", "STK "+SoTaiKhoan.Get(r), ChuTaiKhoan.Get(r), coNhan("ngân hàng", MaNganHang.Get(r)))
	case QuaDonVi:
		return "Nhận qua đơn vị, đại diện chi trả"
	}
	return ""
}

// chiTieu is column D: what the electronic file keeps in columns of its own, in
// words, as far as the group asks for it.
func chiTieu(v form.View) string {
	r := v.Row
	show := func(words string, c form.Handle) string {
		col := c.Col()
		return coNhan(words, col.Show(col.Get(r)))
	}
	yes := func(c form.FlagColumn, words string) string {
		if c.Get(r) {
			return words
		}
		return ""
	}
	return noi("; ",
		show("CCCD", SoCCCD), show("seri", SoSeri), show("tuyến", TuyenBV), show("mã bệnh", MaBenh), show("bệnh", TenBenh),
		yes(NangNhoc, "nặng nhọc, độc hại hoặc vùng đặc biệt khó khăn"), yes(NghiDuongThai, "nghỉ dưỡng thai"), nghiViet(NgayNghiTuan.Get(r)),
		tuDonViViet(r),
		show("con sinh", NgaySinhCon), show("số con", SoCon), show("thẻ BHYT con", TheBHYTCon), show("mã số con", MaSoBHXHCon),
		DieuKienSinhCon.Codes.Label(DieuKienSinhCon.Get(r)), yes(SinhConThuHai, "sinh con thứ hai"), show("thai (tuần)", TuoiThai),
		show("số con chết", SoConChet), ngayViet("con chết", NgayConChet.Get(r)), ngayViet("nhận con", NgayNhanCon.Get(r)),
		show("mã số mẹ", MaSoBHXHMe), show("thẻ BHYT mẹ", TheBHYTMe), show("CCCD mẹ", SoCCCDMe), yes(PhauThuat32, "phẫu thuật hoặc thai dưới 32 tuần"),
		ngayViet("mẹ chết", NgayMeChet.Get(r)), ngayViet("kết luận mẹ không đủ sức khoẻ", NgayKetLuan.Get(r)), show("phí giám định", PhiGiamDinh),
		show("mã số người nuôi dưỡng", MaSoBHXHNuoiDuong), yes(ChaNghiChamCon, "cha nghỉ chăm con"), yes(MangThaiHo, "mang thai hộ"),
		ngayViet("đi làm thực tế", NgayDiLam.Get(r)), BienPhap.Codes.Label(BienPhap.Get(r)),
		ngayViet("trở lại làm việc", NgayTroLai.Get(r)), TruongHop.Codes.Label(TruongHop.Get(r)), show("suy giảm (%)", TyLeSuyGiam), ngayViet("giám định", NgayGiamDinh.Get(r)),
		boSungViet(r))
}

// lyDo is column 3 of part 2: why, and what the days are now.
func lyDo(v form.View) string {
	r := v.Row
	days := ""
	if tu, den, ok := khoang(r); ok {
		days = "đề nghị " + tu.String() + " đến " + den.String() + " (" + viet(TongSo.Get(r)) + " ngày)"
	}
	return noi("; ", LyDoDieuChinh.Get(r), days, ngayViet("đã giải quyết từ", TuNgayDaDuyet.Get(r)))
}

func tuDonViViet(r form.Row) string {
	if TuNgayDonVi.Get(r) == TuNgay.Get(r) {
		return ""
	}
	return ngayViet("đơn vị đề nghị từ", TuNgayDonVi.Get(r))
}

func boSungViet(r form.Row) string {
	if !DotBoSung.Known(r) {
		return ""
	}
	return "bổ sung đợt " + DotBoSung.Show(DotBoSung.Column.Get(r)) + " tháng " + ThangBoSung.Get(r).String()
}

// nghiViet writes "7;8" as "nghỉ T7, CN".
func nghiViet(s string) string {
	if _, ok := nghiTuan(s); !ok {
		return coNhan("nghỉ tuần", s)
	}
	parts := strings.Split(s, ";")
	for i, p := range parts {
		if p = strings.TrimSpace(p); p == "8" {
			parts[i] = "CN"
		} else {
			parts[i] = "T" + p
		}
	}
	return "nghỉ " + strings.Join(parts, ", ")
}

func coNhan(words, s string) string {
	if s == "" {
		return ""
	}
	return words + " " + s
}

// noi joins what is not empty.
func noi(sep string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, sep)
}
