package dong

import (
	"fmt"

	"ankhai/forms/law"
)

// ChamDong is the surcharge for paying late, by the day; ChamDongCu the interest by
// the month of before 01/07/2025; TruyThuCu that of arrears.
var (
	ChamDong = law.DangKy(law.MayTinh{
		Ten: "cham-dong", TieuDe: "Số tiền nộp thêm khi chậm đóng, trốn đóng", Nhom: law.NhomTruyDong,
		CanCu:  "Luật 41/2024/QH15 Điều 34 khoản 4, Điều 40, 41",
		GhiChu: "Nợ đến hết 30/06/2025 cũng xử lý theo luật mới (Điều 141 khoản 12) nhưng ngày bắt đầu tính chưa có văn bản: chỉ nhận tháng từ 07/2025. Không tính tiền phạt hành chính.",
		Hoi: []law.CauHoi{
			{Ten: "ngayDong", Nhan: "Ngày đóng", Loai: law.NgayHoi, Can: true},
			{Ten: "phuongThuc", Nhan: "Phương thức đóng", Loai: law.Chon, Can: true, Chon: choices("1", "hằng tháng", "3", "03 tháng một lần", "6", "06 tháng một lần")},
			{Ten: "no", Nhan: "Số tiền còn phải đóng", Loai: law.DanhSach, Can: true, Cot: []law.CauHoi{
				{Ten: "thang", Nhan: "Tháng (tháng cuối của chu kỳ)", Loai: law.ThangHoi, Can: true},
				{Ten: "soTien", Nhan: "Số tiền chậm đóng", Loai: law.Tien, DonVi: dong, Can: true, Tu: 1},
			}},
			hoiNgayCuoi(),
		},
		Tinh: tinhChamDong,
	})
	ChamDongCu = law.DangKy(law.MayTinh{
		Ten: "cham-dong-cu", TieuDe: "Lãi chậm đóng theo quy định đến 30/06/2025", Nhom: law.NhomTruyDong, CanCu: "Luật 58/2014/QH13 Điều 122; Quyết định 595/QĐ-BHXH Điều 37",
		Hoi: []law.CauHoi{
			{Ten: "thang", Nhan: "Tháng tính lãi", Loai: law.ThangHoi, Can: true},
			{Ten: "quy", Nhan: "Các quỹ", Loai: law.DanhSach, Can: true, Cot: []law.CauHoi{
				{Ten: "soNo", Nhan: "Số tiền phải đóng luỹ kế", Loai: law.Tien, DonVi: dong, Can: true, Tu: 1},
				{Ten: "chuaDenHan", Nhan: "Trong đó, số phát sinh chưa quá hạn", Loai: law.Tien, DonVi: dong},
				{Ten: "laiNam", Nhan: "Lãi suất năm bình quân", Loai: law.TyLe, DonVi: "%", Tu: 0, Den: 100, GiupDo: "Lãi suất đầu tư quỹ; BHYT: lãi suất liên ngân hàng 9 tháng"},
				{Ten: "laiThang", Nhan: "Hoặc lãi suất chậm đóng một tháng đã công bố", Loai: law.TyLe, DonVi: "%", Tu: 0, Den: 100},
				{Ten: "soThang", Nhan: "Số tháng tính lãi", Loai: law.So, DonVi: "tháng", Tu: 1, Den: 360, GiupDo: "Để trống: một tháng"},
			}},
		},
		Tinh: tinhChamDongCu,
	})
	TruyThuCu = law.DangKy(law.MayTinh{
		Ten: "truy-thu-cu", TieuDe: "Lãi truy thu theo quy định đến 30/06/2025", Nhom: law.NhomTruyDong, CanCu: "Quyết định 595/QĐ-BHXH Điều 38",
		Hoi: []law.CauHoi{
			{Ten: "thang", Nhan: "Tháng tính tiền truy thu (T0)", Loai: law.ThangHoi, Can: true},
			{Ten: "laiThang", Nhan: "Lãi suất một tháng", Loai: law.TyLe, DonVi: "%", Can: true, Tu: 0, Den: 100},
			{Ten: "no", Nhan: "Số tiền của từng tháng", Loai: law.DanhSach, Can: true, Cot: []law.CauHoi{
				{Ten: "thang", Nhan: "Tháng", Loai: law.ThangHoi, Can: true},
				{Ten: "soTien", Nhan: "Số tiền phải đóng", Loai: law.Tien, DonVi: dong, Can: true, Tu: 1},
			}},
		},
		Tinh: tinhTruyThuCu,
	})
)

// hetLuatCu is the last month of the old rule (Luật 41/2024/QH15 Điều 140, 141).
const hetLuatCu law.Month = 202506

func tinhChamDong(v law.TraLoi) (law.KetQuaTinh, error) {
	b, paid := law.LamBai(v.Sach), v.Ngay("ngayDong")
	var faults law.LoiVaos
	total, principal := int64(0), int64(0)
	for i, r := range v.Dong("no") {
		m := r.Thang("thang")
		if m <= hetLuatCu {
			faults = append(faults, law.LoiVao{Ten: fmt.Sprintf("no[%d].thang", i+1),
				Say: fmt.Sprintf("Số tiền còn phải đóng, dòng %d: tháng từ 07/2025. Nợ trước đó chưa có văn bản nói ngày bắt đầu tính 0,03%%", i+1)})
			continue
		}
		due := m.Add(1).Last()
		days := ngayCham(v.ThietLap(diemNgayDong), due, paid)
		principal += r.So("soTien")
		rate := b.So("lai-cham-dong-ngay", due)
		got := law.Tron(law.Nhan(law.Ti(r.So("soTien")), law.TiLe(rate.Amount), law.Ti(days)))
		total += got
		b.Buoc(law.Buoc{Nhan: "Tháng " + m.String(), KetQua: got, CanCu: law.Noi(rate.Basis, "Luật 41/2024/QH15 Điều 34 khoản 4"), LuatTu: rate.From.ISO(),
			CongThuc: fmt.Sprintf("hạn %s, đóng %s: %d ngày × %s × %s = %s", due, paid, days, law.VietTyLe(rate.Amount), law.VietSo(r.So("soTien")), law.VietSo(got)),
			Vao:      []law.Vao{law.VaoTien("Số tiền chậm đóng", r.So("soTien")), law.VaoTu(rate)}})
		if late := b.So("so-ngay-thanh-tron-dong", due); days > late.Amount {
			b.LuuY("Tháng %s quá hạn %d ngày: đã được đôn đốc bằng văn bản thì là trốn đóng (Luật 41/2024/QH15 Điều 39 khoản 1 điểm đ)", m, days)
		}
	}
	if len(faults) > 0 {
		return law.KetQuaTinh{}, faults
	}
	b.Buoc(buocNgayDong(v.ThietLap(diemNgayDong)))
	return b.Xong(total, dong, law.PhanKQ{Ten: "goc", Nhan: "Số tiền chậm đóng", GiaTri: principal, DonVi: dong},
		law.PhanKQ{Ten: "nopThem", Nhan: "Số tiền nộp thêm", GiaTri: total, DonVi: dong}, law.PhanKQ{Ten: "tong", Nhan: "Cộng phải nộp", GiaTri: principal + total, DonVi: dong})
}

// laiThang is the month's rate of the old rule in 1/1 000 000: as published, or
// twice the year's over twelve, rounded to four decimals of a percent.
func laiThang(b *law.Bai, r law.TraLoi, on law.Day) (k int64, how, basis string) {
	if r.So("laiThang") > 0 {
		return r.So("laiThang"), phanTram(r.So("laiThang")), "lãi suất đã công bố"
	}
	times := b.So("lai-cham-dong-cu-he-so", on)
	k = law.Tron(law.Chia(law.Nhan(law.Ti(times.Amount), law.Ti(r.So("laiNam"))), 12))
	return k, fmt.Sprintf("%d × %s / 12 = %s", times.Amount, phanTram(r.So("laiNam")), phanTram(k)), times.Basis
}

// phanTram writes a rate of 1/1 000 000 as a percentage: 10650 → "1,065%".
func phanTram(n int64) string {
	s := fmt.Sprintf("%d,%04d", n/10_000, n%10_000)
	for s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == ',' {
		s = s[:len(s)-1]
	}
	return s + "%"
}

func tinhChamDongCu(v law.TraLoi) (law.KetQuaTinh, error) {
	b, m := law.LamBai(v.Sach), v.Thang("thang")
	if say := kiemThang(m); say != "" {
		return law.KetQuaTinh{}, law.LoiVaos{{Ten: "thang", Say: say}}
	}
	if m > hetLuatCu.Add(1) {
		return law.KetQuaTinh{}, law.LoiVaos{{Ten: "thang", Say: "Tháng tính lãi: đến 06/2025. Từ 07/2025 dùng máy tính cham-dong"}}
	}
	total := int64(0)
	var parts []law.PhanKQ
	for i, r := range v.Dong("quy") {
		if (r.So("laiThang") > 0) == (r.So("laiNam") > 0) {
			return law.KetQuaTinh{}, law.LoiVaos{{Ten: fmt.Sprintf("quy[%d].laiThang", i+1), Say: fmt.Sprintf("Các quỹ, dòng %d: ghi đúng một trong hai lãi suất", i+1)}}
		}
		k, how, basis := laiThang(b, r, min(m, hetLuatCu).First())
		base, months := max(r.So("soNo")-r.So("chuaDenHan"), 0), max(r.So("soThang"), 1)
		got := law.Tron(law.Chia(law.Nhan(law.Ti(base), law.Ti(k), law.Ti(months)), 1_000_000))
		b.Buoc(law.Buoc{Nhan: fmt.Sprintf("Quỹ thứ %d", i+1), KetQua: got, CanCu: law.Noi("Quyết định 595/QĐ-BHXH Điều 37", basis),
			CongThuc: fmt.Sprintf("(%s − %s) × %s × %d tháng = %s", law.VietSo(r.So("soNo")), law.VietSo(r.So("chuaDenHan")), how, months, law.VietSo(got)),
			Vao:      []law.Vao{law.VaoTien("Số tiền phải đóng luỹ kế", r.So("soNo")), law.VaoTien("Chưa quá hạn", r.So("chuaDenHan"))}})
		total += got
		parts = append(parts, law.PhanKQ{Ten: fmt.Sprintf("quy%d", i+1), Nhan: fmt.Sprintf("Lãi của quỹ thứ %d", i+1), GiaTri: got, DonVi: dong})
	}
	return b.Xong(total, dong, parts...)
}

func tinhTruyThuCu(v law.TraLoi) (law.KetQuaTinh, error) {
	b, t0, k := law.LamBai(v.Sach), v.Thang("thang"), v.So("laiThang")
	if say := kiemThang(t0); say != "" {
		return law.KetQuaTinh{}, law.LoiVaos{{Ten: "thang", Say: say}}
	}
	if t0 > hetLuatCu {
		return law.KetQuaTinh{}, law.LoiVaos{{Ten: "thang", Say: "Tháng tính tiền truy thu: đến 06/2025. Từ 07/2025 dùng máy tính truy-dong"}}
	}
	interest, principal := int64(0), int64(0)
	for i, r := range v.Dong("no") {
		if r.Thang("thang") > t0 {
			return law.KetQuaTinh{}, law.LoiVaos{{Ten: fmt.Sprintf("no[%d].thang", i+1), Say: fmt.Sprintf("Số tiền của từng tháng, dòng %d: Tháng: không sau Tháng tính tiền truy thu", i+1)}}
		}
		n := max(int64(t0.Sub(r.Thang("thang")))-1, 0)
		got := law.Tron(law.Chia(law.Nhan(law.Ti(r.So("soTien")), law.Ti(k), law.Ti(n)), 1_000_000))
		b.Buoc(law.Buoc{Nhan: "Tháng " + r.Thang("thang").String(), KetQua: got, CanCu: "Quyết định 595/QĐ-BHXH Điều 38",
			CongThuc: fmt.Sprintf("%s × %s × (%s − %s − 1 = %d tháng) = %s", law.VietSo(r.So("soTien")), phanTram(k), t0, r.Thang("thang"), n, law.VietSo(got)),
			Vao:      []law.Vao{law.VaoTien("Số tiền phải đóng", r.So("soTien"))}})
		interest, principal = interest+got, principal+r.So("soTien")
	}
	return b.Xong(principal+interest, dong, law.PhanKQ{Ten: "goc", Nhan: "Số tiền truy thu", GiaTri: principal, DonVi: dong},
		law.PhanKQ{Ten: "lai", Nhan: "Tiền lãi", GiaTri: interest, DonVi: dong})
}
