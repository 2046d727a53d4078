package chedo

import (
	"fmt"
	"math/big"

	"ankhai/forms/law"
)

// BinhQuan is the average wage and income on which pension and lump sums rest.
var BinhQuan = law.DangKy(law.MayTinh{
	Ten: "binh-quan", TieuDe: "Mức bình quân tiền lương, thu nhập đã đóng", Nhom: law.NhomDaiHan,
	CanCu:  "Luật 41/2024/QH15 Điều 72, 73, 104; Nghị định 158/2025/NĐ-CP Điều 15, 16, 17",
	GhiChu: "Lương Nhà nước ghi theo hệ số: tính lại theo mức tham chiếu khi hưởng nếu bắt đầu đóng trước năm 2016. Thời gian trước 10/2004 và các trường hợp đặc biệt (Điều 15 khoản 2, 3) chưa tính.",
	Hoi: []law.CauHoi{
		{Ten: "ngay", Nhan: "Ngày hưởng", Loai: law.NgayHoi, Can: true},
		{Ten: "batDauNhaNuoc", Nhan: "Tháng bắt đầu đóng (khi có lương Nhà nước)", Loai: law.ThangHoi},
		{Ten: "giaiDoan", Nhan: "Quá trình đóng", Loai: law.DanhSach, Can: true, Cot: []law.CauHoi{
			{Ten: "tu", Nhan: "Từ tháng", Loai: law.ThangHoi, Can: true},
			{Ten: "den", Nhan: "Đến tháng", Loai: law.ThangHoi, Can: true},
			{Ten: "muc", Nhan: "Tiền lương hoặc thu nhập một tháng", Loai: law.Tien, DonVi: dong, Tu: 1},
			{Ten: "heSo", Nhan: "Tổng hệ số lương Nhà nước, phần nghìn (2,34 = 2340)", Loai: law.So, Tu: 1, Den: 100_000},
			{Ten: "loai", Nhan: "Loại", Loai: law.Chon, Can: true, Chon: choices("doanhNghiep", "lương do đơn vị quyết định", "nhaNuoc", "lương Nhà nước", "tuNguyen", "tự nguyện")},
		}},
	},
	Tinh: tinhBinhQuan,
})

// doan is one stretch of months, adjusted to the day of the benefit.
type doan struct {
	from, to law.Month
	amount   *big.Rat // adjusted, of one month
	loai     string
}

func (d doan) months() int64 { return int64(d.to.Sub(d.from)) + 1 }

func tinhBinhQuan(v law.TraLoi) (law.KetQuaTinh, error) {
	b, on := law.LamBai(v.Sach), v.Ngay("ngay")
	all, err := docGiaiDoan(b, v, on)
	if err != nil {
		return law.KetQuaTinh{}, err
	}
	state, stateMonths := binhQuanNhaNuoc(b, v, all, on)
	sum, months, voluntary := new(big.Rat), int64(0), int64(0)
	for _, d := range all {
		if d.loai == "nhaNuoc" {
			continue
		}
		sum.Add(sum, law.Nhan(d.amount, law.Ti(d.months())))
		months += d.months()
		if d.loai == "tuNguyen" {
			voluntary += d.months()
		}
	}
	if stateMonths > 0 {
		sum.Add(sum, law.Nhan(state, law.Ti(stateMonths)))
		months += stateMonths
	}
	total, avg := law.Tron(sum), law.Tron(law.Chia(sum, months))
	b.Buoc(law.Buoc{Nhan: "Mức bình quân", KetQua: avg, CanCu: "Luật 41/2024/QH15 Điều 72; Nghị định 158/2025/NĐ-CP Điều 15, Điều 17 khoản 5",
		CongThuc: fmt.Sprintf("tổng đã điều chỉnh %s / %d tháng = %s", law.VietSo(total), months, law.VietSo(avg))})
	return b.Xong(avg, "đồng/tháng", phan("tong", "Tổng đã điều chỉnh", total), law.PhanKQ{Ten: "soThang", Nhan: "Tổng số tháng", GiaTri: months, DonVi: "tháng"},
		law.PhanKQ{Ten: "tuNguyen", Nhan: "Trong đó tự nguyện", GiaTri: voluntary, DonVi: "tháng"})
}

// docGiaiDoan reads the stretches, refuses those that overlap, cuts them at each
// year and adjusts each by the coefficient of its year.
func docGiaiDoan(b *law.Bai, v law.TraLoi, on law.Day) (out []doan, err error) {
	var faults law.LoiVaos
	taken := map[law.Month]int{}
	for i, r := range v.Dong("giaiDoan") {
		from, to, at := r.Thang("tu"), r.Thang("den"), fmt.Sprintf("giaiDoan[%d]", i+1)
		switch {
		case to < from:
			faults = append(faults, law.LoiVao{Ten: at + ".den", Say: fmt.Sprintf("Quá trình đóng, dòng %d: Đến tháng: không trước Từ tháng", i+1)})
			continue
		case to > on.Month():
			faults = append(faults, law.LoiVao{Ten: at + ".den", Say: fmt.Sprintf("Quá trình đóng, dòng %d: Đến tháng: không sau tháng hưởng", i+1)})
			continue
		case (r.So("muc") == 0) == (r.So("heSo") == 0):
			faults = append(faults, law.LoiVao{Ten: at + ".muc", Say: fmt.Sprintf("Quá trình đóng, dòng %d: ghi đúng một trong hai: tiền lương, hoặc hệ số", i+1)})
			continue
		}
		for m := from; m <= to; m = m.Add(1) {
			if other := taken[m]; other > 0 {
				faults = append(faults, law.LoiVao{Ten: at + ".tu", Say: fmt.Sprintf("Quá trình đóng, dòng %d: tháng %s trùng với dòng %d", i+1, m, other)})
				break
			}
			taken[m] = i + 1
		}
		for first := from; first <= to; {
			last := min(to, law.MonthOf(first.Year(), 12))
			out = append(out, dieuChinh(b, v, r, on, first, last))
			first = last.Add(1)
		}
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return out, nil
}

// dieuChinh adjusts the pay of one stretch inside one year.
func dieuChinh(b *law.Bai, v law.TraLoi, r law.TraLoi, on law.Day, from, to law.Month) doan {
	d := doan{from: from, to: to, loai: r.Ma("loai")}
	when := fmt.Sprintf("%s đến %s", from, to)
	start := v.Thang("batDauNhaNuoc")
	if r.So("heSo") > 0 {
		if d.loai == "nhaNuoc" && (start == 0 || start.Year() < 2016) {
			mtc := b.So("muc-tham-chieu", on)
			d.amount = law.Nhan(law.Ti(mtc.Amount), big.NewRat(r.So("heSo"), 1000))
			b.Buoc(law.Buoc{Nhan: when, KetQua: law.Tron(d.amount), CanCu: law.Noi("Luật 41/2024/QH15 Điều 73 khoản 1 điểm a", mtc.Basis), LuatTu: mtc.From.ISO(),
				CongThuc: fmt.Sprintf("hệ số %d/1000 × %s = %s", r.So("heSo"), law.VietSo(mtc.Amount), law.VietSo(law.Tron(d.amount))), Vao: []law.Vao{law.VaoTu(mtc)}})
			return d
		}
		mtc := b.So("muc-tham-chieu", from.First())
		d.amount = law.Nhan(law.Ti(mtc.Amount), big.NewRat(r.So("heSo"), 1000))
	} else {
		d.amount = law.Ti(r.So("muc"))
	}
	year := max(from.Year(), 1994)
	k := b.So(fmt.Sprintf("he-so-dieu-chinh-%d", year), on)
	paid := law.Tron(d.amount)
	d.amount = law.Nhan(d.amount, big.NewRat(k.Amount, 100))
	b.Buoc(law.Buoc{Nhan: when, KetQua: law.Tron(d.amount), CanCu: law.Noi(k.Basis, "Luật 41/2024/QH15 Điều 73"), LuatTu: k.From.ISO(),
		CongThuc: fmt.Sprintf("%s × %s = %s, %d tháng", law.VietSo(paid), tramPhan(k.Amount), law.VietSo(law.Tron(d.amount)), d.months()), Vao: []law.Vao{law.VaoTu(k)}})
	if k.Confidence == law.Low {
		b.LuuY("Hệ số điều chỉnh năm %d chưa chắc: %s", year, k.Basis)
	}
	return d
}

// binhQuanNhaNuoc is the average of the State-scale pay: of the last years, by when
// the person began to pay.
func binhQuanNhaNuoc(b *law.Bai, v law.TraLoi, all []doan, on law.Day) (*big.Rat, int64) {
	var own []doan
	total := int64(0)
	for _, d := range all {
		if d.loai == "nhaNuoc" {
			own, total = append(own, d), total+d.months()
		}
	}
	if total == 0 {
		return nil, 0
	}
	start := v.Thang("batDauNhaNuoc")
	if start == 0 {
		b.Thieu("batDauNhaNuoc", "Tháng bắt đầu đóng: phải có khi có lương Nhà nước, để biết lấy bình quân bao nhiêu năm cuối")
		return law.Ti(0), total
	}
	want, basis := total, "Luật 41/2024/QH15 Điều 72 khoản 1 điểm g"
	for i, before := range []law.Month{199501, 200101, 200701, 201601, 202001, 202501} {
		if start < before {
			years := b.So(fmt.Sprintf("binh-quan-nam-cuoi-%d", i+1), on)
			want, basis = min(12*years.Amount, total), years.Basis
			break
		}
	}
	sum, left := new(big.Rat), want
	for left > 0 { // the latest stretch first
		last := 0
		for i := range own {
			if own[i].from > own[last].from {
				last = i
			}
		}
		n := min(own[last].months(), left)
		sum.Add(sum, law.Nhan(own[last].amount, law.Ti(n)))
		left -= n
		own = append(own[:last], own[last+1:]...)
	}
	avg := law.Chia(sum, want)
	b.Buoc(law.Buoc{Nhan: "Bình quân lương Nhà nước", KetQua: law.Tron(avg), CanCu: basis, LuatTu: "2025-07-01",
		CongThuc: fmt.Sprintf("%d tháng cuối: %s / %d = %s, tính cho %d tháng", want, law.VietSo(law.Tron(sum)), want, law.VietSo(law.Tron(avg)), total)})
	return avg, total
}
