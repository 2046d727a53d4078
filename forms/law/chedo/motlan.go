package chedo

import (
	"fmt"
	"math/big"

	"ankhai/forms/law"
)

// BHXHMotLan is the lump sum of who leaves social insurance; RaNuocNgoai that of a
// pensioner who settles abroad.
var (
	BHXHMotLan = law.DangKy(law.MayTinh{
		Ten: "bhxh-mot-lan", TieuDe: "BHXH một lần", Nhom: law.NhomDaiHan, CanCu: "Luật 41/2024/QH15 Điều 70, 102; Nghị định 158/2025/NĐ-CP Điều 14, Điều 17 khoản 4",
		Hoi: []law.CauHoi{
			{Ten: "ngay", Nhan: "Ngày quyết định hưởng", Loai: law.NgayHoi, Can: true},
			{Ten: "truoc2014", Nhan: "Số tháng đóng trước năm 2014", Loai: law.So, DonVi: "tháng", Can: true, Tu: 0, Den: 720},
			{Ten: "tu2014", Nhan: "Số tháng đóng từ năm 2014", Loai: law.So, DonVi: "tháng", Can: true, Tu: 0, Den: 720},
			{Ten: "binhQuan", Nhan: "Mức bình quân tiền lương, thu nhập (đã điều chỉnh)", Loai: law.Tien, DonVi: dong, Can: true, Tu: 1, GiupDo: "Tính bằng máy tính binh-quan"},
			{Ten: "daDong", Nhan: "Số tiền đã đóng vào quỹ hưu trí, tử tuất (khi đóng chưa đủ một năm)", Loai: law.Tien, DonVi: dong, GiupDo: "Bằng 22% tiền lương từng tháng, cả phần đơn vị đóng"},
			{Ten: "nhaNuocHoTro", Nhan: "Số tiền Nhà nước hỗ trợ đóng tự nguyện", Loai: law.Tien, DonVi: dong},
			{Ten: "benhNang", Nhan: "Mắc bệnh nặng theo luật, suy giảm từ 81% hoặc khuyết tật đặc biệt nặng", Loai: law.CoKhong},
		},
		Tinh: tinhMotLan,
	})
	RaNuocNgoai = law.DangKy(law.MayTinh{
		Ten: "ra-nuoc-ngoai", TieuDe: "Trợ cấp một lần khi đang hưởng lương hưu mà ra nước ngoài định cư", Nhom: law.NhomDaiHan, CanCu: "Luật 41/2024/QH15 Điều 76",
		Hoi: []law.CauHoi{
			{Ten: "ngay", Nhan: "Ngày đề nghị", Loai: law.NgayHoi, Can: true},
			{Ten: "truoc2014", Nhan: "Số tháng đóng trước năm 2014", Loai: law.So, DonVi: "tháng", Can: true, Tu: 0, Den: 720},
			{Ten: "tu2014", Nhan: "Số tháng đóng từ năm 2014", Loai: law.So, DonVi: "tháng", Can: true, Tu: 0, Den: 720},
			{Ten: "luongHuu", Nhan: "Lương hưu đang hưởng", Loai: law.Tien, DonVi: dong, Can: true, Tu: 1},
			{Ten: "thangHuong", Nhan: "Số tháng đã hưởng lương hưu", Loai: law.So, DonVi: "tháng", Can: true, Tu: 0, Den: 720},
		},
		Tinh: tinhRaNuocNgoai,
	})
)

// soThangTheoNam is how many months of pay the years give: 1.5 for a year before
// 2014, 2 from then on; odd months before 2014 move behind it, and what is left is
// rounded to half years.
func soThangTheoNam(b *law.Bai, v law.TraLoi, on law.Day) *big.Rat {
	before, since := v.So("truoc2014"), v.So("tu2014")
	older, newer := b.So("mot-lan-truoc-2014", on), b.So("mot-lan-tu-2014", on)
	if odd := before % 12; odd != 0 && since > 0 {
		before, since = before-odd, since+odd
		b.Buoc(law.Buoc{Nhan: "Tháng lẻ trước 2014", DonVi: "tháng", KetQua: odd, CanCu: older.Basis, LuatTu: older.From.ISO(),
			CongThuc: fmt.Sprintf("%d tháng lẻ chuyển sang giai đoạn từ 2014: còn %s và %s", odd, namThang(before), namThang(since))})
	}
	halvesOld, halvesNew := nuaNam(before), nuaNam(since)
	months := law.Nhan(big.NewRat(halvesOld, 2), law.TiLe(older.Amount))
	months.Add(months, law.Nhan(big.NewRat(halvesNew, 2), law.TiLe(newer.Amount)))
	tenths := law.Tron(law.Nhan(months, law.Ti(100)))
	b.Buoc(law.Buoc{
		Nhan: "Số tháng được hưởng", DonVi: "1/100 tháng", KetQua: tenths, CanCu: law.Noi(older.Basis, newer.Basis, canCuNuaNam), LuatTu: older.From.ISO(),
		CongThuc: fmt.Sprintf("%s năm × 1,5 + %s năm × 2 = %s", law.VietNua(halvesOld), law.VietNua(halvesNew), tramPhan(tenths)),
		Vao:      []law.Vao{law.VaoTu(older), law.VaoTu(newer)},
	})
	return months
}

// theoNam is the months that the years give × an amount, rounded once.
func theoNam(b *law.Bai, v law.TraLoi, on law.Day, amount int64, nhan string) int64 {
	months := soThangTheoNam(b, v, on)
	got := law.Tron(law.Nhan(months, law.Ti(amount)))
	b.Buoc(law.Buoc{Nhan: "Số tháng nhân mức " + nhan, KetQua: got, CanCu: b.So("mot-lan-tu-2014", on).Basis,
		CongThuc: fmt.Sprintf("%s × %s = %s", tramPhan(law.Tron(law.Nhan(months, law.Ti(100)))), law.VietSo(amount), law.VietSo(got))})
	return got
}

// tramPhan writes hundredths: 1250 → "12,5".
func tramPhan(n int64) string {
	switch {
	case n%100 == 0:
		return law.VietSo(n / 100)
	case n%10 == 0:
		return fmt.Sprintf("%s,%d", law.VietSo(n/100), n%100/10)
	}
	return fmt.Sprintf("%s,%02d", law.VietSo(n/100), n%100)
}

func tinhMotLan(v law.TraLoi) (law.KetQuaTinh, error) {
	b, on, avg := law.LamBai(v.Sach), v.Ngay("ngay"), v.So("binhQuan")
	total := int64(0)
	switch all := v.So("truoc2014") + v.So("tu2014"); {
	case all == 0:
		return law.KetQuaTinh{}, law.LoiVaos{{Ten: "tu2014", Say: "Số tháng đóng: phải lớn hơn 0"}}
	case all < 12:
		top := b.So("mot-lan-chua-du-nam-tran", on)
		if !v.Co("daDong") {
			return law.KetQuaTinh{}, law.LoiVaos{{Ten: "daDong", Say: "Số tiền đã đóng: phải có khi đóng chưa đủ một năm"}}
		}
		total = min(v.So("daDong"), top.Amount*avg)
		b.Buoc(law.Buoc{Nhan: "Đóng chưa đủ một năm", KetQua: total, CanCu: top.Basis, LuatTu: top.From.ISO(),
			CongThuc: fmt.Sprintf("số nhỏ hơn của số đã đóng %s và %d × %s = %s", law.VietSo(v.So("daDong")), top.Amount, law.VietSo(avg), law.VietSo(top.Amount*avg)),
			Vao:      []law.Vao{law.VaoTien("Số tiền đã đóng", v.So("daDong")), law.VaoTu(top)}})
	default:
		total = theoNam(b, v, on, avg, "bình quân")
	}
	if s := v.So("nhaNuocHoTro"); s > 0 && !v.Dung("benhNang") {
		left := max(total-s, 0)
		b.Buoc(law.Buoc{Nhan: "Trừ tiền Nhà nước hỗ trợ", KetQua: left, CanCu: "Luật 41/2024/QH15 Điều 70 khoản 3, Điều 102 khoản 3",
			CongThuc: fmt.Sprintf("%s − %s = %s", law.VietSo(total), law.VietSo(s), law.VietSo(left))})
		total = left
	}
	return b.Xong(total, dong, phan("troCap", "BHXH một lần", total))
}

func tinhRaNuocNgoai(v law.TraLoi) (law.KetQuaTinh, error) {
	b, on, pension := law.LamBai(v.Sach), v.Ngay("ngay"), v.So("luongHuu")
	less, least := b.So("ra-nuoc-ngoai-giam", on), b.So("ra-nuoc-ngoai-toi-thieu", on)
	months := soThangTheoNam(b, v, on)
	months.Sub(months, law.Nhan(law.Ti(v.So("thangHuong")), law.TiLe(less.Amount)))
	if months.Cmp(law.Ti(least.Amount)) < 0 {
		months = law.Ti(least.Amount)
	}
	total := law.Tron(law.Nhan(months, law.Ti(pension)))
	b.Buoc(law.Buoc{
		Nhan: "Trợ cấp một lần", KetQua: total, CanCu: less.Basis, LuatTu: less.From.ISO(),
		CongThuc: fmt.Sprintf("trừ 0,5 tháng cho mỗi tháng đã hưởng (%d tháng), không dưới %d: %s × %s = %s", v.So("thangHuong"), least.Amount,
			tramPhan(law.Tron(law.Nhan(months, law.Ti(100)))), law.VietSo(pension), law.VietSo(total)),
		Vao: []law.Vao{law.VaoTu(less), law.VaoTu(least)},
	})
	return b.Xong(total, dong, phan("troCap", "Trợ cấp một lần", total))
}
