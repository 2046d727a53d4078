package chedo

import (
	"fmt"

	"ankhai/forms/law"
)

// DieuKienThaiSan is how many months of contributions a person still lacks for
// maternity, by the easiest of the roads that stand open; 0 means none.
var DieuKienThaiSan = law.DangKy(law.MayTinh{
	Ten: "dieu-kien-thai-san", TieuDe: "Điều kiện hưởng thai sản: số tháng đóng còn thiếu", Nhom: law.NhomNganHan,
	CanCu:  "Luật 41/2024/QH15 Điều 50 khoản 2, khoản 3, khoản 5",
	GhiChu: "Luật không nói tháng sinh có nằm trong 12 tháng liền kề trước khi sinh hay không; thông tư hướng dẫn chưa có ở đây. Nếu kết quả tuỳ vào điều đó, hỏi cơ quan BHXH.",
	Hoi: []law.CauHoi{
		{Ten: "truongHop", Nhan: "Trường hợp", Loai: law.Chon, Can: true, Chon: choices("sinhCon", "sinh con", "mangThaiHo", "mang thai hộ", "nhanCon", "nhận con do nhờ mang thai hộ, nhận con nuôi dưới 6 tháng tuổi")},
		{Ten: "ngay", Nhan: "Ngày sinh con, ngày nhận con", Loai: law.NgayHoi, Can: true},
		{Ten: "thangDong12", Nhan: "Số tháng đóng BHXH bắt buộc trong 12 tháng liền kề trước đó", Loai: law.So, DonVi: "tháng", Can: true, Tu: 0, Den: 12},
		{Ten: "duongThai", Nhan: "Phải nghỉ việc dưỡng thai theo chỉ định", Loai: law.CoKhong},
		{Ten: "tongThangDong", Nhan: "Tổng số tháng đã đóng (khi nghỉ dưỡng thai)", Loai: law.So, DonVi: "tháng", Tu: 0, Den: 720},
		{Ten: "voSinh", Nhan: "Phải nghỉ việc điều trị vô sinh", Loai: law.CoKhong},
		{Ten: "thangDong24", Nhan: "Số tháng đóng trong 24 tháng liền kề trước khi sinh (khi điều trị vô sinh)", Loai: law.So, DonVi: "tháng", Tu: 0, Den: 24},
	},
	Tinh: tinhDieuKien,
})

func tinhDieuKien(v law.TraLoi) (law.KetQuaTinh, error) {
	var faults law.LoiVaos
	need := func(when, ten, nhan, say string) {
		if v.Dung(when) && !v.Co(ten) {
			faults = append(faults, law.LoiVao{Ten: ten, Say: nhan + ": phải có khi " + say})
		}
	}
	need("duongThai", "tongThangDong", "Tổng số tháng đã đóng", "nghỉ việc dưỡng thai")
	need("voSinh", "thangDong24", "Số tháng đóng trong 24 tháng", "nghỉ việc điều trị vô sinh")
	if len(faults) > 0 {
		return law.KetQuaTinh{}, faults
	}
	b, on, kind := law.LamBai(v.Sach), v.Ngay("ngay"), v.Ma("truongHop")
	lack := thieuThang(b, b.So("thai-san-dieu-kien-thang", on), v.So("thangDong12"), "trong 12 tháng đã đóng")
	if v.Dung("duongThai") {
		if kind == "nhanCon" {
			b.LuuY("Điều kiện khi dưỡng thai không áp dụng cho người nhận con (Điều 50 khoản 3)")
		} else {
			total := thieuThang(b, b.So("thai-san-dieu-kien-tong-duong-thai", on), v.So("tongThangDong"), "tổng đã đóng")
			short := thieuThang(b, b.So("thai-san-dieu-kien-duong-thai", on), v.So("thangDong12"), "trong 12 tháng đã đóng")
			lack = min(lack, max(total, short))
		}
	}
	if v.Dung("voSinh") {
		if kind != "sinhCon" {
			b.LuuY("Điều kiện khi điều trị vô sinh chỉ áp dụng cho lao động nữ sinh con (Điều 50 khoản 5)")
		} else {
			lack = min(lack, thieuThang(b, b.So("thai-san-dieu-kien-vo-sinh", on), v.So("thangDong24"), "trong 24 tháng đã đóng"))
		}
	}
	if lack > 0 && kind == "sinhCon" {
		b.LuuY("Người chồng đủ điều kiện thì hưởng trợ cấp một lần (Điều 58 khoản 1)")
	}
	return b.Xong(lack, "tháng còn thiếu")
}

// thieuThang is how many months are lacking of a number that is needed.
func thieuThang(b *law.Bai, need law.Value, has int64, nhan string) int64 {
	lack := max(need.Amount-has, 0)
	said := "đủ"
	if lack > 0 {
		said = fmt.Sprintf("còn thiếu %d tháng", lack)
	}
	b.Buoc(law.Buoc{Nhan: "Điều kiện: " + need.Title, DonVi: "tháng", KetQua: lack, CanCu: need.Basis, LuatTu: need.From.ISO(),
		CongThuc: fmt.Sprintf("%s %d, cần từ đủ %d: %s", nhan, has, need.Amount, said), Vao: []law.Vao{law.VaoTu(need)}})
	return lack
}
