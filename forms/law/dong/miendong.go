package dong

import (
	"fmt"

	"ankhai/forms/law"
)

// mien is what a month's leave frees from.
type mien struct {
	quy       map[string]bool // funds for which nothing is due
	thoaThuan bool            // due by agreement, on the pay of the month before
}

// tatCa are the funds that a whole month's leave frees from.
func tatCa(withBHYT bool) map[string]bool {
	return map[string]bool{maHuuTri: true, maOmDau: true, maTNLD: true, maBHTN: true, maBHYT: withBHYT}
}

// mienDong decides for which funds nothing is due because of leave in the month
// (Luật 41/2024/QH15 Điều 33 khoản 5, 6, Điều 53 khoản 8; Nghị định 158/2025/NĐ-CP
// Điều 9).
func mienDong(b *law.Bai, v law.TraLoi, n nhom, thang law.Month) (mien, law.LoiVaos) {
	mark := b.So("ngay-cong-mien-dong", thang.First())
	step := func(nhan, how, basis string, days int64) {
		b.Buoc(law.Buoc{Nhan: nhan, DonVi: "ngày", KetQua: days, CongThuc: how, CanCu: basis, LuatTu: mark.From.ISO(), Vao: []law.Vao{law.VaoTu(mark)}})
	}
	switch {
	case v.Ma("thaiSan") == "sinh":
		step("Nghỉ sinh con, nhận con", "không phải đóng cho tháng nghỉ, kể cả dưới "+fmt.Sprint(mark.Amount)+" ngày; quỹ BHXH đóng BHYT", "Luật 41/2024/QH15 Điều 53 khoản 8", 0)
		return mien{quy: tatCa(true)}, nil
	case v.Ma("thaiSan") == "khac" && v.So("ngayThaiSan") >= mark.Amount:
		step("Nghỉ thai sản khác", fmt.Sprintf("%d ngày, từ đủ %d ngày: không phải đóng; quỹ BHXH đóng BHYT", v.So("ngayThaiSan"), mark.Amount),
			"Luật 41/2024/QH15 Điều 53 khoản 8", v.So("ngayThaiSan"))
		return mien{quy: tatCa(true)}, nil
	case v.So("ngayOm") >= mark.Amount && v.Dung("thangDau"):
		step("Nghỉ ốm trong tháng đầu hoặc tháng đầu trở lại", "vẫn phải đóng của tháng đó", "Luật 41/2024/QH15 Điều 33 khoản 6", v.So("ngayOm"))
		return mien{}, nil
	case v.So("ngayOm") >= mark.Amount:
		step("Nghỉ ốm", fmt.Sprintf("%d ngày, từ đủ %d ngày: không phải đóng; quỹ BHXH đóng BHYT", v.So("ngayOm"), mark.Amount), mark.Basis, v.So("ngayOm"))
		b.LuuY("Tháng nghỉ ốm từ %d ngày không phải đóng: theo quy trình cũ (Quyết định 595/QĐ-BHXH Điều 42), chưa thấy văn bản mới thay", mark.Amount)
		return mien{quy: tatCa(true)}, nil
	case v.So("khongLuong") < mark.Amount:
		return mien{}, nil
	}
	if !n.mien {
		step("Nghỉ không lương", "đối tượng "+n.ma+" không thuộc diện được miễn đóng khi nghỉ từ "+fmt.Sprint(mark.Amount)+" ngày", mark.Basis, v.So("khongLuong"))
		b.LuuY("Luật không nêu đối tượng %s trong diện không phải đóng khi nghỉ không lương", n.ma)
		return mien{}, nil
	}
	if v.Dung("thoaThuan") && n.ma != "k" {
		step("Nghỉ không lương, có thoả thuận vẫn đóng", "đóng BHXH theo căn cứ của tháng gần nhất; không đóng BHTN", mark.Basis, v.So("khongLuong"))
		return mien{quy: map[string]bool{maBHTN: true}, thoaThuan: true}, nil
	}
	if v.Ma("bhytKhongLuong") == "" {
		return mien{}, law.LoiVaos{{Ten: "bhytKhongLuong", Say: "BHYT của tháng nghỉ không lương từ 14 ngày: phải chọn, vì các nguồn nói khác nhau"}}
	}
	free := v.Ma("bhytKhongLuong") == "khongDong"
	step("Nghỉ không lương", fmt.Sprintf("%d ngày, từ đủ %d ngày: không phải đóng BHXH, BHTN tháng đó", v.So("khongLuong"), mark.Amount), mark.Basis, v.So("khongLuong"))
	b.Buoc(law.Buoc{Nhan: "Thiết lập: BHYT của tháng nghỉ không lương", CanCu: "các nguồn nói khác nhau (Quyết định 595/QĐ-BHXH Ví dụ 18; hướng dẫn năm 2026)",
		CongThuc: "người dùng chọn: " + map[bool]string{true: "không đóng", false: "vẫn đóng"}[free]})
	return mien{quy: tatCa(free)}, nil
}
