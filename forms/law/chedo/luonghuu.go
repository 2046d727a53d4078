package chedo

import (
	"fmt"

	"ankhai/forms/law"
)

// LuongHuu is the monthly pension from the average wage and the time paid;
// NghiHuuMotLan the lump sum for years above those that give the highest rate.
var (
	LuongHuu = law.DangKy(law.MayTinh{
		Ten: "luong-huu", TieuDe: "Lương hưu hằng tháng", Nhom: law.NhomDaiHan,
		CanCu: "Luật 41/2024/QH15 Điều 64, 65, 66, 98, 99, 141 khoản 11; Nghị định 158/2025/NĐ-CP Điều 13",
		Hoi: []law.CauHoi{
			{Ten: "huongTu", Nhan: "Ngày bắt đầu hưởng", Loai: law.NgayHoi, Can: true},
			{Ten: "gioiTinh", Nhan: "Giới tính", Loai: law.Chon, Can: true, Chon: choices("nam", "nam", "nu", "nữ")},
			{Ten: "thangDong", Nhan: "Tổng số tháng đã đóng", Loai: law.So, DonVi: "tháng", Can: true, Tu: 0, Den: 720},
			{Ten: "binhQuan", Nhan: "Mức bình quân tiền lương, thu nhập (đã điều chỉnh)", Loai: law.Tien, DonVi: dong, Can: true, Tu: 1, GiupDo: "Tính bằng máy tính binh-quan"},
			{Ten: "nghiSomThang", Nhan: "Số tháng nghỉ trước tuổi do suy giảm khả năng lao động (Điều 65)", Loai: law.So, DonVi: "tháng", Tu: 0, Den: 120},
			{Ten: "san", Nhan: "Đóng BHXH bắt buộc trước 01/07/2025, thuộc điểm a, b, c, d, đ, g, i và từ đủ 20 năm theo các đối tượng này", Loai: law.CoKhong},
			{Ten: "dieuUoc", Nhan: "Cộng thời gian theo điều ước quốc tế, đóng ở Việt Nam dưới 15 năm", Loai: law.CoKhong},
		},
		Tinh: tinhLuongHuu,
	})
	NghiHuuMotLan = law.DangKy(law.MayTinh{
		Ten: "nghi-huu-mot-lan", TieuDe: "Trợ cấp một lần khi nghỉ hưu", Nhom: law.NhomDaiHan, CanCu: "Luật 41/2024/QH15 Điều 68",
		Hoi: []law.CauHoi{
			{Ten: "huongTu", Nhan: "Ngày bắt đầu hưởng lương hưu", Loai: law.NgayHoi, Can: true},
			{Ten: "gioiTinh", Nhan: "Giới tính", Loai: law.Chon, Can: true, Chon: choices("nam", "nam", "nu", "nữ")},
			{Ten: "thangDong", Nhan: "Tổng số tháng đã đóng", Loai: law.So, DonVi: "tháng", Can: true, Tu: 0, Den: 720},
			{Ten: "thangSauTuoi", Nhan: "Trong đó, số tháng đóng sau khi đủ tuổi nghỉ hưu", Loai: law.So, DonVi: "tháng", Tu: 0, Den: 360},
			{Ten: "binhQuan", Nhan: "Mức bình quân tiền lương (đã điều chỉnh)", Loai: law.Tien, DonVi: dong, Can: true, Tu: 1},
		},
		Tinh: tinhNghiHuuMotLan,
	})
)

func tinhLuongHuu(v law.TraLoi) (law.KetQuaTinh, error) {
	b, on, months := law.LamBai(v.Sach), v.Ngay("huongTu"), v.So("thangDong")
	need := b.So("luong-huu-nam-toi-thieu", on)
	if v.Dung("dieuUoc") && months < 12*need.Amount {
		each := b.So("luong-huu-treaty-ty-le", on)
		return traLuongHuu(b, v, each.Amount*nuaNam(months)/2, each,
			fmt.Sprintf("%s năm × %s", law.VietNua(nuaNam(months)), law.VietTyLe(each.Amount)))
	}
	if months < 12*need.Amount {
		return khongDu(b, need, "Số tháng đã đóng "+law.VietSo(months)+", tức năm", months/12, "năm")
	}
	halves := nuaNam(months)
	each, top := b.So("luong-huu-them-nam", on), b.So("luong-huu-ty-le-toi-da", on)
	var rate int64
	var how string
	start := b.So("luong-huu-ty-le-nu", on)
	if v.Ma("gioiTinh") == "nu" {
		more := halves - 2*need.Amount
		rate = start.Amount + more*each.Amount/2
		how = fmt.Sprintf("%s năm: %s + %s năm × %s", law.VietNua(halves), law.VietTyLe(start.Amount), law.VietNua(more), law.VietTyLe(each.Amount))
	} else if later := b.So("luong-huu-nam-nam-20", on); halves < 2*later.Amount {
		var few law.Value
		start, few = b.So("luong-huu-ty-le-nam-15", on), b.So("luong-huu-them-nam-truoc-20", on)
		more := halves - 2*need.Amount
		rate = start.Amount + more*few.Amount/2
		how = fmt.Sprintf("%s năm: %s + %s năm × %s", law.VietNua(halves), law.VietTyLe(start.Amount), law.VietNua(more), law.VietTyLe(few.Amount))
	} else {
		start = b.So("luong-huu-ty-le-nam-20", on)
		more := halves - 2*later.Amount
		rate = start.Amount + more*each.Amount/2
		how = fmt.Sprintf("%s năm: %s + %s năm × %s", law.VietNua(halves), law.VietTyLe(start.Amount), law.VietNua(more), law.VietTyLe(each.Amount))
	}
	if rate > top.Amount {
		rate, how = top.Amount, how+", cao nhất "+law.VietTyLe(top.Amount)
	}
	return traLuongHuu(b, v, rate, start, how)
}

// traLuongHuu takes the rate down for early retirement, multiplies and holds the
// floor.
func traLuongHuu(b *law.Bai, v law.TraLoi, rate int64, start law.Value, how string) (law.KetQuaTinh, error) {
	on, avg := v.Ngay("huongTu"), v.So("binhQuan")
	b.Buoc(law.Buoc{Nhan: "Tỷ lệ theo số năm đóng", DonVi: "1/10 000", KetQua: rate, CanCu: law.Noi(start.Basis, canCuNuaNam), LuatTu: start.From.ISO(),
		CongThuc: how + " = " + law.VietTyLe(rate), Vao: []law.Vao{law.VaoTu(start)}})
	if early := v.So("nghiSomThang"); early > 0 {
		each, part, from := b.So("luong-huu-giam-nghi-som", on), b.So("luong-huu-giam-nghi-som-le", on), b.So("luong-huu-giam-nghi-som-thang-le", on)
		less := early / 12 * each.Amount
		if early%12 >= from.Amount {
			less += part.Amount
		}
		rate = max(rate-less, 0)
		b.Buoc(law.Buoc{Nhan: "Giảm vì nghỉ trước tuổi", DonVi: "1/10 000", KetQua: rate, CanCu: each.Basis, LuatTu: each.From.ISO(),
			CongThuc: fmt.Sprintf("trước %s: giảm %s, còn %s", namThang(early), law.VietTyLe(less), law.VietTyLe(rate)), Vao: []law.Vao{law.VaoTu(each), law.VaoTu(part)}})
	}
	total := law.Phan(avg, rate)
	b.Buoc(law.Buoc{Nhan: "Lương hưu hằng tháng", KetQua: total, CanCu: "Nghị định 158/2025/NĐ-CP Điều 13 khoản 1",
		CongThuc: fmt.Sprintf("%s × %s = %s", law.VietSo(avg), law.VietTyLe(rate), law.VietSo(total))})
	if floor := b.So("muc-tham-chieu", on); v.Dung("san") && total < floor.Amount {
		b.Buoc(law.Buoc{Nhan: "Mức thấp nhất", KetQua: floor.Amount, CanCu: law.Noi("Luật 41/2024/QH15 Điều 141 khoản 11", floor.Basis), LuatTu: floor.From.ISO(),
			CongThuc: "nâng lên bằng mức tham chiếu " + law.VietSo(floor.Amount), Vao: []law.Vao{law.VaoTu(floor)}})
		total = floor.Amount
	}
	return b.Xong(total, "đồng/tháng", law.PhanKQ{Ten: "tyLe", Nhan: "Tỷ lệ hưởng", GiaTri: rate, DonVi: "1/10 000"},
		law.PhanKQ{Ten: "luongHuu", Nhan: "Lương hưu", GiaTri: total, DonVi: "đồng/tháng"})
}

func tinhNghiHuuMotLan(v law.TraLoi) (law.KetQuaTinh, error) {
	b, on, avg := law.LamBai(v.Sach), v.Ngay("huongTu"), v.So("binhQuan")
	if v.So("thangSauTuoi") > v.So("thangDong") {
		return law.KetQuaTinh{}, law.LoiVaos{{Ten: "thangSauTuoi", Say: "Số tháng đóng sau khi đủ tuổi: không quá tổng số tháng đã đóng"}}
	}
	name := "nghi-huu-mot-lan-nam-nam"
	if v.Ma("gioiTinh") == "nu" {
		name = "nghi-huu-mot-lan-nam-nu"
	}
	limit := b.So(name, on)
	over := nuaNam(v.So("thangDong")) - 2*limit.Amount
	if over <= 0 {
		return khongDu(b, limit, "Số năm đã đóng", v.So("thangDong")/12, "năm")
	}
	later := min(nuaNam(v.So("thangSauTuoi")), over)
	before := over - later
	half, twice := b.So("nghi-huu-mot-lan-truoc-tuoi", on), b.So("nghi-huu-mot-lan-sau-tuoi", on)
	one := law.Tron(law.Chia(law.Nhan(law.Ti(avg), law.Ti(before), law.TiLe(half.Amount)), 2))
	two := law.Tron(law.Chia(law.Nhan(law.Ti(avg), law.Ti(later), law.Ti(twice.Amount)), 2))
	b.Buoc(law.Buoc{Nhan: "Số năm vượt", DonVi: "nửa năm", KetQua: over, CanCu: law.Noi(limit.Basis, canCuNuaNam), LuatTu: limit.From.ISO(),
		CongThuc: fmt.Sprintf("%s − %d = %s năm, trong đó sau tuổi %s năm", law.VietNua(over+2*limit.Amount), limit.Amount, law.VietNua(over), law.VietNua(later)), Vao: []law.Vao{law.VaoTu(limit)}})
	b.Buoc(law.Buoc{Nhan: "Đóng trước tuổi nghỉ hưu", KetQua: one, CanCu: half.Basis, LuatTu: half.From.ISO(),
		CongThuc: fmt.Sprintf("%s năm × 0,5 × %s = %s", law.VietNua(before), law.VietSo(avg), law.VietSo(one)), Vao: []law.Vao{law.VaoTu(half)}})
	b.Buoc(law.Buoc{Nhan: "Đóng sau tuổi nghỉ hưu", KetQua: two, CanCu: twice.Basis, LuatTu: twice.From.ISO(),
		CongThuc: fmt.Sprintf("%s năm × %d × %s = %s", law.VietNua(later), twice.Amount, law.VietSo(avg), law.VietSo(two)), Vao: []law.Vao{law.VaoTu(twice)}})
	return b.Xong(one+two, dong, phan("truocTuoi", "Cho thời gian trước tuổi", one), phan("sauTuoi", "Cho thời gian sau tuổi", two))
}
