package d02lt

import (
	"fmt"
	"strings"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// giai tells what the law says of the amounts of a row: its pay and its whole rate.
func giai() []form.Reason {
	return []form.Reason{
		form.Why(giaiLuong, MucLuong, PhuCapLuong, BoSung, HeSo, BaoLuu, PhuCapCV, TNVK, TNNghe),
		form.Why(giaiTyLe, TyLeDong),
	}
}

const chuaCoThang = "chưa có Từ tháng, nên chưa biết số liệu nào áp dụng"

// Luong is the pay of a row on which contributions are computed, in đồng: mức lương
// with allowances, or coefficients at the mức tham chiếu of the row's month. ok is
// false while the row does not say it.
func Luong(r form.Row, b *law.Sach) (pay int64, ok bool) {
	if HeSo.Known(r) {
		return tongLuong(r) + law.TienHeSo(heSo(r), b.So("muc-tham-chieu", TuThang.Get(r).First())), true
	}
	return tongLuong(r), MucLuong.Known(r)
}

func heSo(r form.Row) law.HeSo {
	return law.HeSo{Luong: HeSo.Get(r), BaoLuu: BaoLuu.Get(r), ChucVu: PhuCapCV.Get(r), VuotKhung: TNVK.Get(r), Nghe: TNNghe.Get(r)}
}

func giaiLuong(r form.Row, b *law.Sach) (out []law.Buoc) {
	thang := TuThang.Get(r)
	if !thang.Valid() {
		return []law.Buoc{{Nhan: "Luật nói gì", CongThuc: chuaCoThang, CanCu: "cột Từ tháng"}}
	}
	pay, ok := Luong(r, b)
	if !ok {
		return nil
	}
	if HeSo.Known(r) {
		mtc, _ := b.Get("muc-tham-chieu", thang.First())
		out = append(out, law.BuocHeSo(heSo(r), mtc))
	}
	if PhuCapLuong.Known(r) || BoSung.Known(r) {
		out = append(out, law.Buoc{Nhan: "Tiền lương tính đóng", KetQua: pay, CanCu: "Luật 41/2024/QH15 Điều 31 khoản 1 điểm b",
			CongThuc: fmt.Sprintf("%s + phụ cấp lương %s + các khoản bổ sung %s = %s", law.VietSo(pay-PhuCapLuong.Get(r)-BoSung.Get(r)),
				law.VietSo(PhuCapLuong.Get(r)), law.VietSo(BoSung.Get(r)), law.VietSo(pay)),
			Vao: []law.Vao{law.VaoTien(PhuCapLuong.Label, PhuCapLuong.Get(r)), law.VaoTien(BoSung.Label, BoSung.Get(r))}})
	}
	abroad, _ := NuocNgoai(r)
	return append(out, law.XetLuong(b, law.LuongXet{Luong: pay, Thang: thang, Vung: VungLTT.Get(r), NuocNgoai: abroad})...)
}

func giaiTyLe(r form.Row, b *law.Sach) []law.Buoc {
	thang := TuThang.Get(r)
	abroad, known := NuocNgoai(r)
	switch {
	case !thang.Valid():
		return []law.Buoc{{Nhan: "Luật nói gì", CongThuc: chuaCoThang, CanCu: "cột Từ tháng"}}
	case !known:
		return []law.Buoc{{Nhan: "Luật nói gì", CongThuc: "chưa biết quốc tịch, nên chưa biết đóng những quỹ nào", CanCu: "cột Quốc tịch"}}
	}
	parts := law.XetTyLe(b, abroad, thang)
	if len(parts) == 0 {
		return []law.Buoc{{Nhan: "Luật nói gì", CongThuc: "chưa có số liệu tỷ lệ đóng của tháng " + thang.String(), CanCu: "xem: bhxh law get ty-le-huu-tri-don-vi"}}
	}
	var bases, rates []string
	for _, p := range parts {
		bases, rates = append(bases, p.CanCu), append(rates, law.VietTyLe(p.KetQua))
	}
	sum, say := law.TongTyLe(b, abroad, thang), "đúng mức của luật"
	if TyLeDong.Known(r) && TyLeDong.Get(r) != sum {
		say = "dòng này ghi " + law.VietTyLe(TyLeDong.Get(r)) + ", khác mức của luật"
	}
	return []law.Buoc{{Nhan: "Cả hai bên, mọi quỹ, tháng " + thang.String(), KetQua: sum, DonVi: "1/10 000", Con: parts, CanCu: law.Noi(bases...),
		CongThuc: strings.Join(rates, " + ") + " = " + law.VietTyLe(sum) + ": " + say}}
}
