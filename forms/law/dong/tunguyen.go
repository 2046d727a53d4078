package dong

import (
	"fmt"
	"math/big"

	"ankhai/forms/law"
)

func hoiTuNguyen(more ...law.CauHoi) []law.CauHoi {
	return append([]law.CauHoi{
		{Ten: "ngayDong", Nhan: "Ngày đóng", Loai: law.NgayHoi, Can: true},
		{Ten: "thuNhap", Nhan: "Mức thu nhập tháng lựa chọn", Loai: law.Tien, DonVi: dong, Can: true, Tu: 1},
	}, more...)
}

// Voluntary insurance.
var (
	TuNguyen = law.DangKy(law.MayTinh{
		Ten: "tu-nguyen", TieuDe: "BHXH tự nguyện: hằng tháng, 3, 6, 12 tháng", Nhom: law.NhomTuNguyen,
		CanCu: "Luật 41/2024/QH15 Điều 31 khoản 2, Điều 36; Nghị định 159/2025/NĐ-CP Điều 5; Quyết định 366/QĐ-BHXH mẫu D05-TS",
		Hoi: hoiTuNguyen(
			law.CauHoi{Ten: "soThang", Nhan: "Số tháng đóng", Loai: law.Chon, Can: true, Chon: choices("1", "hằng tháng", "3", "03 tháng", "6", "06 tháng", "12", "12 tháng")},
			law.CauHoi{Ten: "hoTro", Nhan: "Diện được Nhà nước hỗ trợ", Loai: law.Chon, Can: true, Chon: choices("ho-ngheo", "hộ nghèo, xã đảo, đặc khu", "can-ngheo", "hộ cận nghèo", "dan-toc", "dân tộc thiểu số", "khac", "khác", "khong", "không được hỗ trợ")},
			law.CauHoi{Ten: "daHoTro", Nhan: "Số tháng đã được hỗ trợ", Loai: law.So, DonVi: "tháng", Tu: 0, Den: 240},
			law.CauHoi{Ten: "diaPhuong", Nhan: "Địa phương, tổ chức hỗ trợ thêm mỗi tháng", Loai: law.Tien, DonVi: dong},
		),
		Tinh: tinhTuNguyen,
	})
	TuNguyenVeSau = law.DangKy(law.MayTinh{
		Ten: "tu-nguyen-ve-sau", TieuDe: "BHXH tự nguyện: một lần cho nhiều năm về sau", Nhom: law.NhomTuNguyen, CanCu: "Luật 41/2024/QH15 Điều 36 khoản 2 điểm đ; Nghị định 159/2025/NĐ-CP",
		GhiChu: "Chưa trừ phần Nhà nước hỗ trợ.",
		Hoi:    hoiTuNguyen(law.CauHoi{Ten: "soNam", Nhan: "Số năm về sau", Loai: law.So, DonVi: "năm", Can: true, Tu: 2, Den: 5}, hoiR()),
		Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
			return chuoi(v, 0, 12*v.So("soNam")-1, -1, "chiết khấu: Σ 22% × thu nhập / (1 + r)^(i − 1)", 0)
		},
	})
	TuNguyenConThieu = law.DangKy(law.MayTinh{
		Ten: "tu-nguyen-con-thieu", TieuDe: "BHXH tự nguyện: một lần cho những tháng còn thiếu", Nhom: law.NhomTuNguyen, CanCu: "Luật 41/2024/QH15 Điều 36 khoản 2 điểm e; Nghị định 159/2025/NĐ-CP",
		GhiChu: "Chưa trừ phần Nhà nước hỗ trợ.",
		Hoi:    hoiTuNguyen(law.CauHoi{Ten: "soThang", Nhan: "Số tháng còn thiếu", Loai: law.So, DonVi: "tháng", Can: true, Tu: 1, Den: 120}, hoiR()),
		Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
			b := law.LamBai(v.Sach)
			if most := b.So("tu-nguyen-con-thieu-toi-da", v.Ngay("ngayDong")); v.So("soThang") > most.Amount {
				return law.KetQuaTinh{}, law.LoiVaos{{Ten: "soThang", Say: fmt.Sprintf("Số tháng còn thiếu: không quá %d tháng (%s)", most.Amount, most.Basis)}}
			}
			return chuoi(v, 1, v.So("soThang"), 1, "lãi gộp: Σ 22% × thu nhập × (1 + r)^i", 0)
		},
	})
	TuNguyenHoanTra = law.DangKy(law.MayTinh{
		Ten: "tu-nguyen-hoan-tra", TieuDe: "BHXH tự nguyện: hoàn trả phần đã đóng một lần cho nhiều năm về sau", Nhom: law.NhomTuNguyen, CanCu: "Nghị định 159/2025/NĐ-CP Điều 8; Quyết định 595/QĐ-BHXH Điều 10 khoản 6",
		Hoi: hoiTuNguyen(
			law.CauHoi{Ten: "soNam", Nhan: "Số năm đã đóng trước", Loai: law.So, DonVi: "năm", Can: true, Tu: 2, Den: 5},
			law.CauHoi{Ten: "conLai", Nhan: "Số tháng còn lại chưa tham gia", Loai: law.So, DonVi: "tháng", Can: true, Tu: 1, Den: 60},
			law.CauHoi{Ten: "hoTro", Nhan: "Phần Nhà nước đã hỗ trợ cho các tháng còn lại", Loai: law.Tien, DonVi: dong}, hoiR()),
		Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
			all := 12 * v.So("soNam")
			if v.So("conLai") > all {
				return law.KetQuaTinh{}, law.LoiVaos{{Ten: "conLai", Say: "Số tháng còn lại: không quá số tháng đã đóng trước"}}
			}
			return chuoi(v, all-v.So("conLai"), all-1, -1, "Σ 22% × thu nhập / (1 + r)^(i − 1) của các tháng còn lại", v.So("hoTro"))
		},
	})
	TuNguyenDongBu = law.DangKy(law.MayTinh{
		Ten: "tu-nguyen-dong-bu", TieuDe: "BHXH tự nguyện: đóng bù khi quá hạn", Nhom: law.NhomTuNguyen, CanCu: "Quyết định 595/QĐ-BHXH Điều 12 (quy trình cũ); Nghị định 159/2025/NĐ-CP",
		GhiChu: "Có trong quy trình cũ; theo nghị định mới độ tin cậy trung bình.",
		Hoi: []law.CauHoi{
			{Ten: "ngayDong", Nhan: "Ngày đóng", Loai: law.NgayHoi, Can: true},
			{Ten: "phaiDong", Nhan: "Số tiền phải đóng của kỳ quá hạn", Loai: law.Tien, DonVi: dong, Can: true, Tu: 1},
			{Ten: "soThang", Nhan: "Số tháng chậm, tính từ tháng sau thời hạn đóng", Loai: law.So, DonVi: "tháng", Can: true, Tu: 1, Den: 120}, hoiR(),
		},
		Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
			b := law.LamBai(v.Sach)
			growth, say := laiGop(b, v)
			total := law.Tron(law.Nhan(law.Ti(v.So("phaiDong")), luyThua(growth, v.So("soThang"))))
			b.Buoc(law.Buoc{Nhan: "Số tiền đóng bù", KetQua: total, CanCu: "Quyết định 595/QĐ-BHXH Điều 12",
				CongThuc: fmt.Sprintf("%s × (1 + %s)^%d = %s", law.VietSo(v.So("phaiDong")), say, v.So("soThang"), law.VietSo(total))})
			return b.Xong(total, dong, law.PhanKQ{Ten: "soTien", Nhan: "Số tiền đóng bù", GiaTri: total, DonVi: dong})
		},
	})
	TNLDTuNguyen = law.DangKy(law.MayTinh{
		Ten: "tnld-tu-nguyen", TieuDe: "Bảo hiểm tai nạn lao động tự nguyện", Nhom: law.NhomTuNguyen, CanCu: "Nghị định 143/2024/NĐ-CP; Quyết định 366/QĐ-BHXH mẫu D06-TS",
		Hoi: []law.CauHoi{
			{Ten: "ngayDong", Nhan: "Ngày đóng", Loai: law.NgayHoi, Can: true},
			{Ten: "soThang", Nhan: "Số tháng đóng", Loai: law.Chon, Can: true, Chon: choices("6", "06 tháng", "12", "12 tháng")},
			{Ten: "hoTro", Nhan: "Diện được Nhà nước hỗ trợ", Loai: law.Chon, Can: true, Chon: choices("ho-ngheo", "hộ nghèo", "can-ngheo", "hộ cận nghèo", "khac", "khác", "khong", "không được hỗ trợ")},
		},
		Tinh: tinhTNLDTuNguyen,
	})
)

// kiemThuNhap holds the chosen income between poverty line and ceiling.
func kiemThuNhap(b *law.Bai, v law.TraLoi) law.LoiVaos {
	on := v.Ngay("ngayDong")
	floor, times, mtc := b.So("chuan-ngheo-nong-thon", on), b.So("tran-bhxh-so-lan", on), b.So("muc-tham-chieu", on)
	if top := times.Amount * mtc.Amount; top > 0 && floor.Amount > 0 && (v.So("thuNhap") < floor.Amount || v.So("thuNhap") > top) {
		return law.LoiVaos{{Ten: "thuNhap", Say: fmt.Sprintf("Mức thu nhập tháng lựa chọn: từ %s (chuẩn nghèo nông thôn) đến %s (%d lần mức tham chiếu)", law.VietSo(floor.Amount), law.VietSo(top), times.Amount)}}
	}
	return nil
}

// hoTroNhaNuoc is the State's part of a number of months.
func hoTroNhaNuoc(b *law.Bai, on law.Day, name string, months int64, rate law.Value) int64 {
	if name == "" {
		return 0
	}
	k, line := b.So(name, on), b.So("chuan-ngheo-nong-thon", on)
	one := law.Tron(law.Nhan(law.Ti(line.Amount), law.TiLe(rate.Amount), law.TiLe(k.Amount)))
	b.Buoc(law.Buoc{Nhan: "Nhà nước hỗ trợ", KetQua: months * one, CanCu: law.Noi(k.Basis, line.Basis), LuatTu: k.From.ISO(),
		CongThuc: fmt.Sprintf("%d tháng × %s × %s × %s = %d × %s = %s", months, law.VietTyLe(k.Amount), law.VietTyLe(rate.Amount), law.VietSo(line.Amount), months, law.VietSo(one), law.VietSo(months*one)),
		Vao:      []law.Vao{law.VaoTu(k), law.VaoTu(rate), law.VaoTu(line)}})
	return months * one
}

func tinhTuNguyen(v law.TraLoi) (law.KetQuaTinh, error) {
	b, on := law.LamBai(v.Sach), v.Ngay("ngayDong")
	if faults := kiemThuNhap(b, v); faults != nil {
		return law.KetQuaTinh{}, faults
	}
	months := soThang(v.Ma("soThang"))
	rate := b.So("tu-nguyen-ty-le", on)
	one := law.Phan(v.So("thuNhap"), rate.Amount)
	gross := months * one
	b.Buoc(law.Buoc{Nhan: "Số tiền phải đóng", KetQua: gross, CanCu: rate.Basis, LuatTu: rate.From.ISO(),
		CongThuc: fmt.Sprintf("%d tháng × %s × %s = %s", months, law.VietSo(v.So("thuNhap")), law.VietTyLe(rate.Amount), law.VietSo(gross)), Vao: []law.Vao{law.VaoTu(rate)}})
	name, supported := "", months
	if v.Ma("hoTro") != "khong" {
		name = "tu-nguyen-ho-tro-" + v.Ma("hoTro")
		most := b.So("tu-nguyen-ho-tro-thang-toi-da", on)
		if left := max(most.Amount-v.So("daHoTro"), 0); left < supported {
			supported = left
			b.LuuY("Chỉ còn %d tháng được hỗ trợ trong tối đa %d tháng", left, most.Amount)
		}
	}
	support := hoTroNhaNuoc(b, on, name, supported, rate)
	local := months * v.So("diaPhuong")
	pays := max(gross-support-local, 0)
	b.Buoc(law.Buoc{Nhan: "Người tham gia đóng", KetQua: pays, CanCu: "Quyết định 366/QĐ-BHXH hướng dẫn mẫu D05-TS",
		CongThuc: fmt.Sprintf("%s − %s − %s = %s", law.VietSo(gross), law.VietSo(support), law.VietSo(local), law.VietSo(pays))})
	return b.Xong(pays, dong, law.PhanKQ{Ten: "phaiDong", Nhan: "Số tiền phải đóng", GiaTri: gross, DonVi: dong}, law.PhanKQ{Ten: "hoTro", Nhan: "Nhà nước hỗ trợ", GiaTri: support, DonVi: dong},
		law.PhanKQ{Ten: "nguoiDong", Nhan: "Người tham gia đóng", GiaTri: pays, DonVi: dong})
}

// soThang reads the number of months out of a choice.
func soThang(ma string) int64 {
	return map[string]int64{"1": 1, "3": 3, "6": 6, "12": 12}[ma]
}

// laiGop is 1 + r as an exact number, and r in words: as answered, else as the
// company has it for the year, else the program's figure.
func laiGop(b *law.Bai, v law.TraLoi) (*big.Rat, string) {
	on := v.Ngay("ngayDong")
	r, by, known := v.So(diemR), "chọn cho lần tính này", v.Co(diemR)
	if !known {
		r, by, known = v.Sach.TyLeRieng(diemR, on.Year())
	}
	if !known {
		f := b.So("lai-suat-quy-bhxh", on)
		r, by = f.Amount, "mặc định của chương trình: "+f.Basis
		if f.Confidence != law.High && f.Amount > 0 {
			b.LuuY("r = %s mỗi tháng: %s. %s", phanTram(r), f.Basis, f.Note)
		}
	}
	b.Buoc(law.Buoc{Nhan: "Thiết lập: r", CongThuc: phanTram(r) + " mỗi tháng (" + by + ")", CanCu: "BHXH Việt Nam công bố hằng năm (Quyết định 366/QĐ-BHXH Điều 6)"})
	return big.NewRat(1_000_000+r, 1_000_000), phanTram(r)
}

func luyThua(x *big.Rat, n int64) *big.Rat {
	out := law.Ti(1)
	for range max(n, -n) {
		out.Mul(out, x)
	}
	if n < 0 {
		out.Inv(out)
	}
	return out
}

// chuoi is the sum over i from lo to hi of 22% × income × (1 + r)^(sign × i), less
// a support, rounded once.
func chuoi(v law.TraLoi, lo, hi, sign int64, how string, support int64) (law.KetQuaTinh, error) {
	b, on := law.LamBai(v.Sach), v.Ngay("ngayDong")
	if faults := kiemThuNhap(b, v); faults != nil {
		return law.KetQuaTinh{}, faults
	}
	rate := b.So("tu-nguyen-ty-le", on)
	growth, say := laiGop(b, v)
	sum := new(big.Rat)
	for i := lo; i <= hi; i++ {
		sum.Add(sum, luyThua(growth, sign*i))
	}
	exact := law.Nhan(sum, law.Ti(v.So("thuNhap")), law.TiLe(rate.Amount))
	total := law.Tron(exact)
	b.Buoc(law.Buoc{Nhan: "Tổng các tháng", KetQua: total, CanCu: rate.Basis, LuatTu: rate.From.ISO(),
		CongThuc: fmt.Sprintf("%s, thu nhập %s, r = %s, %d tháng = %s", how, law.VietSo(v.So("thuNhap")), say, hi-lo+1, law.VietSo(total)), Vao: []law.Vao{law.VaoTu(rate)}})
	if support > 0 {
		b.Buoc(law.Buoc{Nhan: "Trừ phần Nhà nước hỗ trợ", KetQua: total - support, CanCu: "Nghị định 159/2025/NĐ-CP Điều 8",
			CongThuc: fmt.Sprintf("%s − %s = %s", law.VietSo(total), law.VietSo(support), law.VietSo(total-support))})
		total = max(total-support, 0)
	}
	return b.Xong(total, dong, law.PhanKQ{Ten: "soTien", Nhan: "Số tiền", GiaTri: total, DonVi: dong})
}

func tinhTNLDTuNguyen(v law.TraLoi) (law.KetQuaTinh, error) {
	b, on, months := law.LamBai(v.Sach), v.Ngay("ngayDong"), soThang(v.Ma("soThang"))
	rate, wage := b.So("tnld-tu-nguyen-ty-le", on), b.So("luong-toi-thieu-vung-4", on)
	gross := months * law.Phan(wage.Amount, rate.Amount)
	b.Buoc(law.Buoc{Nhan: "Số tiền phải đóng", KetQua: gross, CanCu: law.Noi(rate.Basis, wage.Basis), LuatTu: rate.From.ISO(),
		CongThuc: fmt.Sprintf("%d tháng × %s × %s = %s", months, law.VietSo(wage.Amount), law.VietTyLe(rate.Amount), law.VietSo(gross)), Vao: []law.Vao{law.VaoTu(rate), law.VaoTu(wage)}})
	name := ""
	if v.Ma("hoTro") != "khong" {
		name = "tnld-tu-nguyen-ho-tro-" + v.Ma("hoTro")
	}
	support := hoTroNhaNuoc(b, on, name, months, rate)
	return b.Xong(gross-support, dong, law.PhanKQ{Ten: "phaiDong", Nhan: "Số tiền phải đóng", GiaTri: gross, DonVi: dong}, law.PhanKQ{Ten: "hoTro", Nhan: "Nhà nước hỗ trợ", GiaTri: support, DonVi: dong},
		law.PhanKQ{Ten: "nguoiDong", Nhan: "Người tham gia đóng", GiaTri: gross - support, DonVi: dong})
}
