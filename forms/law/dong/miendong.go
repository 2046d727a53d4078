package dong

import (
	"fmt"

	"ankhai/forms/law"
)

// nghi is a person's leave in the month, and what was agreed about it.
type nghi struct {
	thaiSan                         string // "sinh", "khac", "khong" or ""
	khongLuong, ngayOm, ngayThaiSan int64  // working days
	thangDau                        bool   // the first month of work, or the first one back
	thoaThuan                       bool   // contributions go on by agreement
	bhyt                            law.Chot
}

// mien is what a month's leave frees from.
type mien struct {
	quy       [soQuy]bool // funds for which nothing is due
	thoaThuan bool        // due by agreement, on the pay of the month before
}

// tatCa are the funds that a whole month's leave frees from.
func tatCa(withBHYT bool) mien {
	return mien{quy: [soQuy]bool{quyHuuTri: true, quyOmDau: true, quyTNLD: true, quyBHTN: true, quyBHYT: withBHYT}}
}

// mienDong decides for which funds nothing is due because of leave in the month
// (Luật 41/2024/QH15 Điều 33 khoản 5, 6, Điều 53 khoản 8; Nghị định 158/2025/NĐ-CP
// Điều 9).
func mienDong(b *law.Bai, in *nguoi) (mien, law.LoiVaos) {
	n, off := in.nhom, &in.nghi
	if off.thaiSan != "sinh" && off.khongLuong+off.ngayOm+off.ngayThaiSan == 0 {
		return mien{}, nil
	}
	mark := b.So("ngay-cong-mien-dong", in.thang.First())
	step := func(nhan, how, basis string, days int64) {
		b.Buoc(law.Buoc{Nhan: nhan, DonVi: "ngày", KetQua: days, CongThuc: how, CanCu: basis, LuatTu: mark.From.ISO(), Vao: []law.Vao{law.VaoTu(mark)}})
	}
	switch {
	case off.thaiSan == "sinh":
		step("Nghỉ sinh con, nhận con", "không phải đóng cho tháng nghỉ, kể cả dưới "+fmt.Sprint(mark.Amount)+" ngày; quỹ BHXH đóng BHYT", "Luật 41/2024/QH15 Điều 53 khoản 8", 0)
		return tatCa(true), nil
	case off.thaiSan == "khac" && off.ngayThaiSan >= mark.Amount:
		step("Nghỉ thai sản khác", fmt.Sprintf("%d ngày, từ đủ %d ngày: không phải đóng; quỹ BHXH đóng BHYT", off.ngayThaiSan, mark.Amount),
			"Luật 41/2024/QH15 Điều 53 khoản 8", off.ngayThaiSan)
		return tatCa(true), nil
	case off.ngayOm >= mark.Amount && off.thangDau:
		step("Nghỉ ốm trong tháng đầu hoặc tháng đầu trở lại", "vẫn phải đóng của tháng đó", "Luật 41/2024/QH15 Điều 33 khoản 6", off.ngayOm)
		return mien{}, nil
	case off.ngayOm >= mark.Amount:
		step("Nghỉ ốm", fmt.Sprintf("%d ngày, từ đủ %d ngày: không phải đóng; quỹ BHXH đóng BHYT", off.ngayOm, mark.Amount), mark.Basis, off.ngayOm)
		b.LuuY("Tháng nghỉ ốm từ %d ngày không phải đóng: theo quy trình cũ (Quyết định 595/QĐ-BHXH Điều 42), chưa thấy văn bản mới thay", mark.Amount)
		return tatCa(true), nil
	case off.khongLuong < mark.Amount:
		return mien{}, nil
	}
	if !n.mien {
		step("Nghỉ không lương", "đối tượng "+n.ma+" không thuộc diện được miễn đóng khi nghỉ từ "+fmt.Sprint(mark.Amount)+" ngày", mark.Basis, off.khongLuong)
		b.LuuY("Luật không nêu đối tượng %s trong diện không phải đóng khi nghỉ không lương", n.ma)
		return mien{}, nil
	}
	if off.thoaThuan && n.ma != "k" {
		step("Nghỉ không lương, có thoả thuận vẫn đóng", "đóng BHXH theo căn cứ của tháng gần nhất; không đóng BHTN", mark.Basis, off.khongLuong)
		return mien{quy: [soQuy]bool{quyBHTN: true}, thoaThuan: true}, nil
	}
	if off.bhyt.Ma == "" {
		return mien{}, law.LoiVaos{{Ten: diemBHYT, Say: "BHYT của tháng nghỉ không lương từ 14 ngày: phải chọn, vì các nguồn nói khác nhau"}}
	}
	step("Nghỉ không lương", fmt.Sprintf("%d ngày, từ đủ %d ngày: không phải đóng BHXH, BHTN tháng đó", off.khongLuong, mark.Amount), mark.Basis, off.khongLuong)
	b.Buoc(buocThietLap("BHYT của tháng nghỉ không lương", off.bhyt, "các nguồn nói khác nhau (Quyết định 595/QĐ-BHXH Ví dụ 18; hướng dẫn năm 2026)"))
	return tatCa(off.bhyt.Ma == "khongDong"), nil
}
