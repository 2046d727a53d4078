package dong

import (
	"fmt"

	"ankhai/forms/law"
)

// TruyDong is what is owed for past months whose pay was raised, with the figures
// of each month; HoanTra what is given back when too much was paid.
var (
	TruyDong = law.DangKy(law.MayTinh{
		Ten: "truy-dong", TieuDe: "Truy đóng khi tăng lương hồi tố hoặc báo tăng muộn", Nhom: law.NhomTruyDong,
		CanCu: "Nghị định 158/2025/NĐ-CP Điều 8; Luật 41/2024/QH15 Điều 33, 34, 40",
		Hoi: append([]law.CauHoi{
			{Ten: "thangQuyetDinh", Nhan: "Tháng có quyết định điều chỉnh (tăng lương hồi tố)", Loai: law.ThangHoi, GiupDo: "Đóng trước hết tháng sau tháng này thì không phải nộp thêm"},
			{Ten: "ngayDong", Nhan: "Ngày đóng", Loai: law.NgayHoi},
		}, hoiGiaiDoan("luongCu", "Tiền lương đã đóng", "luongMoi", "Tiền lương phải đóng", hoiNgayCuoi(), hoiLamTron())...),
		Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) { return chenhLech(v, "luongCu", "luongMoi", true) },
	})
	HoanTra = law.DangKy(law.MayTinh{
		Ten: "hoan-tra", TieuDe: "Hoàn trả khi đóng thừa: giảm lương hồi tố, đóng trùng", Nhom: law.NhomTruyDong,
		CanCu:  "Quyết định 595/QĐ-BHXH Điều 43 khoản 3 (quy trình cũ); Quyết định 366/QĐ-BHXH mẫu TK1-TS",
		GhiChu: "Đóng trùng ở nhiều nơi: ghi tiền lương phải đóng là 0. Quỹ hưu trí và BHTN trả cả phần đơn vị, không tính lãi.",
		Hoi:    hoiGiaiDoan("luongMoi", "Tiền lương phải đóng (0 nếu trùng cả tháng)", "luongCu", "Tiền lương đã đóng", hoiLamTron()),
		Tinh:   func(v law.TraLoi) (law.KetQuaTinh, error) { return chenhLech(v, "luongMoi", "luongCu", false) },
	})
	HoanTraBHYT = law.DangKy(law.MayTinh{
		Ten: "hoan-tra-bhyt", TieuDe: "Hoàn trả tiền BHYT của thời gian chưa dùng", Nhom: law.NhomTruyDong, CanCu: "Quyết định 595/QĐ-BHXH Điều 20 (quy trình cũ)",
		Hoi: []law.CauHoi{
			{Ten: "mucThang", Nhan: "Mức đóng BHYT một tháng", Loai: law.Tien, DonVi: dong, Can: true, Tu: 1},
			{Ten: "den", Nhan: "Đã đóng đến hết tháng", Loai: law.ThangHoi, Can: true},
			{Ten: "tu", Nhan: "Thẻ mới hoặc quyết định có hiệu lực từ tháng", Loai: law.ThangHoi, Can: true},
		},
		Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
			b := law.LamBai(v.Sach)
			if v.Thang("den") < v.Thang("tu") {
				return law.KetQuaTinh{}, law.LoiVaos{{Ten: "den", Say: "Đã đóng đến hết tháng: không trước tháng thẻ mới có hiệu lực"}}
			}
			n := int64(v.Thang("den").Sub(v.Thang("tu"))) + 1
			total := n * v.So("mucThang")
			b.Buoc(law.Buoc{Nhan: "Số tiền hoàn trả", KetQua: total, CanCu: "Quyết định 595/QĐ-BHXH Điều 20",
				CongThuc: fmt.Sprintf("%d tháng (%s đến %s) × %s = %s", n, v.Thang("tu"), v.Thang("den"), law.VietSo(v.So("mucThang")), law.VietSo(total))})
			return b.Xong(total, dong, law.PhanKQ{Ten: "soTien", Nhan: "Số tiền hoàn trả", GiaTri: total, DonVi: dong})
		},
	})
)

// hoiGiaiDoan asks for stretches of months with what was paid and what is due.
func hoiGiaiDoan(low, lowLabel, high, highLabel string, more ...law.CauHoi) []law.CauHoi {
	return append([]law.CauHoi{
		{Ten: "nhom", Nhan: "Đối tượng (Điều 2 Luật BHXH)", Loai: law.Chon, Can: true, Chon: chonNhom()},
		{Ten: "vung", Nhan: "Vùng lương tối thiểu nơi làm việc", Loai: law.Chon, Chon: chonVung()},
		{Ten: "bhtn", Nhan: "Thuộc diện BHTN", Loai: law.CoKhong},
		{Ten: "tnldThap", Nhan: "Đơn vị được chấp thuận mức đóng TNLĐ thấp hơn", Loai: law.CoKhong},
		{Ten: "giaiDoan", Nhan: "Các giai đoạn", Loai: law.DanhSach, Can: true, Cot: []law.CauHoi{
			{Ten: "tu", Nhan: "Từ tháng", Loai: law.ThangHoi, Can: true},
			{Ten: "den", Nhan: "Đến tháng", Loai: law.ThangHoi, Can: true},
			{Ten: low, Nhan: lowLabel, Loai: law.Tien, DonVi: dong},
			{Ten: high, Nhan: highLabel, Loai: law.Tien, DonVi: dong, Can: true, Tu: 1},
		}},
	}, more...)
}

// chenhLech is the difference between the contributions on two amounts of pay, month
// by month, each month with its own figures; late adds the surcharge.
func chenhLech(v law.TraLoi, low, high string, late bool) (law.KetQuaTinh, error) {
	b := law.LamBai(v.Sach)
	var faults law.LoiVaos
	var sum mucDong
	surcharge := int64(0)
	seen := map[law.Month]bool{}
	for i, r := range v.Dong("giaiDoan") {
		at, from, to := fmt.Sprintf("giaiDoan[%d]", i+1), r.Thang("tu"), r.Thang("den")
		switch {
		case to < from:
			faults = append(faults, law.LoiVao{Ten: at + ".den", Say: fmt.Sprintf("Các giai đoạn, dòng %d: Đến tháng: không trước Từ tháng", i+1)})
			continue
		case kiemThang(from) != "":
			faults = append(faults, law.LoiVao{Ten: at + ".tu", Say: fmt.Sprintf("Các giai đoạn, dòng %d: %s", i+1, kiemThang(from))})
			continue
		case r.So(low) >= r.So(high):
			faults = append(faults, law.LoiVao{Ten: at + "." + low, Say: fmt.Sprintf("Các giai đoạn, dòng %d: hai mức lương phải khác nhau, mức đóng thiếu hoặc phải đóng thấp hơn đứng trước", i+1)})
			continue
		case to.Sub(from) > 600:
			faults = append(faults, law.LoiVao{Ten: at + ".den", Say: fmt.Sprintf("Các giai đoạn, dòng %d: không quá 600 tháng", i+1)})
			continue
		}
		for m := from; m <= to; m = m.Add(1) {
			if seen[m] {
				faults = append(faults, law.LoiVao{Ten: at + ".tu", Say: fmt.Sprintf("Các giai đoạn, dòng %d: tháng %s trùng với dòng trước", i+1, m)})
				break
			}
			seen[m] = true
			one, steps, bad, err := mocChenhLech(v, m, r.So(low), r.So(high))
			if err != nil {
				return law.KetQuaTinh{}, err
			}
			if len(bad) > 0 {
				return law.KetQuaTinh{}, append(faults, bad...)
			}
			sum.them(one, 1)
			b.Buoc(law.Buoc{Nhan: "Tháng " + m.String(), KetQua: one.tong(), CanCu: DongThang.CanCu,
				CongThuc: fmt.Sprintf("đóng trên %s trừ đóng trên %s = %s", law.VietSo(r.So(high)), law.VietSo(r.So(low)), law.VietSo(one.tong())), Con: steps})
			if late {
				surcharge += nopThem(b, v, m, one.tong())
			}
		}
	}
	if len(faults) > 0 {
		return law.KetQuaTinh{}, faults
	}
	parts := sum.parts()
	if late {
		if v.Ngay("ngayDong") != 0 {
			b.Buoc(buocNgayDong(v.ThietLap(diemNgayDong)))
		}
		parts = append(parts, law.PhanKQ{Ten: "nopThem", Nhan: "Số tiền nộp thêm 0,03%/ngày", GiaTri: surcharge, DonVi: dong})
	}
	return b.Xong(sum.tong()+surcharge, dong, parts...)
}

// mocChenhLech is the difference in one month.
func mocChenhLech(v law.TraLoi, m law.Month, low, high int64) (mucDong, []law.Buoc, law.LoiVaos, error) {
	b := law.LamBai(v.Sach)
	lamTron := v.ThietLap(diemLamTron)
	up, faults := tinhThang(b, v.Voi("luong", high), m, lamTron)
	if len(faults) > 0 {
		return up, nil, faults, nil
	}
	res, err := b.Xong(0, dong)
	if err != nil {
		return up, nil, nil, err
	}
	steps := []law.Buoc{{Nhan: "Trên mức cao", KetQua: up.tong(), CanCu: DongThang.CanCu, CongThuc: law.VietSo(high) + " đồng", Con: res.Working}}
	if low == 0 {
		return up, steps, nil, nil
	}
	b = law.LamBai(v.Sach)
	down, _ := tinhThang(b, v.Voi("luong", low), m, lamTron)
	if res, err = b.Xong(0, dong); err != nil {
		return up, nil, nil, err
	}
	steps = append(steps, law.Buoc{Nhan: "Trên mức thấp", KetQua: down.tong(), CanCu: DongThang.CanCu, CongThuc: law.VietSo(low) + " đồng", Con: res.Working})
	up.them(down, -1)
	return up, steps, nil, nil
}

// nopThem is the surcharge on what is owed for one month: none until the end of the
// month after a raise was decided, from then by the day; without a decision the
// deadline of the month itself counts.
func nopThem(b *law.Bai, v law.TraLoi, m law.Month, owed int64) int64 {
	paid := v.Ngay("ngayDong")
	if paid == 0 {
		return 0
	}
	due := m.Add(1).Last()
	if d := v.Thang("thangQuyetDinh"); d != 0 {
		due = max(due, d.Add(1).Last())
	}
	days := ngayCham(v.ThietLap(diemNgayDong), due, paid)
	if days == 0 {
		return 0
	}
	if m <= hetLuatCu && v.Thang("thangQuyetDinh") <= hetLuatCu {
		b.LuuY("Tháng %s: số tiền nộp thêm của thời gian đến 06/2025 chưa tính (xem truy-thu-cu)", m)
		return 0
	}
	rate := b.So("lai-cham-dong-ngay", due)
	got := law.Tron(law.Nhan(law.Ti(owed), law.TiLe(rate.Amount), law.Ti(days)))
	b.Buoc(law.Buoc{Nhan: "Nộp thêm của tháng " + m.String(), KetQua: got, CanCu: law.Noi(rate.Basis, "Nghị định 158/2025/NĐ-CP Điều 8 khoản 2"), LuatTu: rate.From.ISO(),
		CongThuc: fmt.Sprintf("hạn %s, đóng %s: %d ngày × %s × %s = %s", due, paid, days, law.VietTyLe(rate.Amount), law.VietSo(owed), law.VietSo(got)), Vao: []law.Vao{law.VaoTu(rate)}})
	return got
}
