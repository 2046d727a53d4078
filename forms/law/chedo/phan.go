package chedo

import (
	"fmt"

	"ankhai/forms/law"
)

const dong = "đồng"

// phan is one part of a result in đồng.
func phan(ten, nhan string, n int64) law.PhanKQ {
	return law.PhanKQ{Ten: ten, Nhan: nhan, GiaTri: n, DonVi: dong}
}

// motPhan is wage × rate / divisor × days, rounded once; days are in halves.
func motPhan(b *law.Bai, luong, halves int64, tyLe, chia law.Value, nhan string) int64 {
	if halves == 0 || chia.Amount == 0 {
		return 0
	}
	got := law.Tron(law.Chia(law.Nhan(law.Ti(luong), law.TiLe(tyLe.Amount), law.Ti(halves)), 2*chia.Amount))
	b.Buoc(law.Buoc{
		Nhan: nhan, KetQua: got, CanCu: law.Noi(tyLe.Basis, chia.Basis), LuatTu: tyLe.From.ISO(),
		CongThuc: fmt.Sprintf("%s × %s / %d × %s ngày = %s", law.VietSo(luong), law.VietTyLe(tyLe.Amount), chia.Amount, law.VietNua(halves), law.VietSo(got)),
		Vao:      []law.Vao{law.VaoTien("Tiền lương làm căn cứ đóng", luong), law.VaoTu(tyLe), law.VaoTu(chia)},
	})
	return got
}

// lanThamChieu is n × times × the mức tham chiếu of a day.
func lanThamChieu(b *law.Bai, on law.Day, n int64, lan law.Value, nhan string) int64 {
	mtc := b.So("muc-tham-chieu", on)
	got := n * lan.Amount * mtc.Amount
	times := fmt.Sprintf("%d × %s", lan.Amount, law.VietSo(mtc.Amount))
	if n != 1 {
		times = fmt.Sprintf("%d × ", n) + times
	}
	b.Buoc(law.Buoc{
		Nhan: nhan, KetQua: got, CanCu: law.Noi(lan.Basis, mtc.Basis), LuatTu: mtc.From.ISO(),
		CongThuc: times + " = " + law.VietSo(got), Vao: []law.Vao{law.VaoTu(lan), law.VaoTu(mtc)},
	})
	return got
}

// tyLeThamChieu is n × rate × the mức tham chiếu of a day: a sum per day or person.
func tyLeThamChieu(b *law.Bai, on law.Day, n int64, tyLe law.Value, donVi, nhan string) int64 {
	mtc := b.So("muc-tham-chieu", on)
	one := law.Phan(mtc.Amount, tyLe.Amount)
	b.Buoc(law.Buoc{
		Nhan: nhan, KetQua: n * one, CanCu: law.Noi(tyLe.Basis, mtc.Basis), LuatTu: mtc.From.ISO(),
		CongThuc: fmt.Sprintf("%d %s × %s × %s = %d × %s = %s", n, donVi, law.VietTyLe(tyLe.Amount), law.VietSo(mtc.Amount), n, law.VietSo(one), law.VietSo(n*one)),
		Vao:      []law.Vao{law.VaoTu(tyLe), law.VaoTu(mtc)},
	})
	return n * one
}

// gioiHan cuts a number of days to a quota and says so.
func gioiHan(b *law.Bai, xin int64, quota law.Value, nhan string) int64 {
	got := min(xin, quota.Amount)
	b.Buoc(law.Buoc{
		Nhan: nhan, KetQua: got, DonVi: "ngày", CanCu: quota.Basis, LuatTu: quota.From.ISO(),
		CongThuc: fmt.Sprintf("số nhỏ hơn của %d và tối đa %d = %d ngày", xin, quota.Amount, got), Vao: []law.Vao{law.VaoTu(quota)},
	})
	if xin > quota.Amount {
		b.LuuY("%d ngày vượt mức tối đa %d ngày nên không có trợ cấp", xin-quota.Amount, quota.Amount)
	}
	return got
}

// namThang writes months as years and months: 341 → "28 năm 5 tháng".
func namThang(n int64) string {
	switch {
	case n%12 == 0:
		return fmt.Sprintf("%d năm", n/12)
	case n < 12:
		return fmt.Sprintf("%d tháng", n)
	}
	return fmt.Sprintf("%d năm %d tháng", n/12, n%12)
}

// nuaNam rounds months to half years for an amount: 1 to 6 odd months are half a
// year, 7 to 11 a whole one (Luật 41/2024/QH15 Điều 5 khoản 6). The answer is in
// half years.
func nuaNam(thang int64) int64 {
	switch odd := thang % 12; {
	case odd == 0:
		return thang / 12 * 2
	case odd <= 6:
		return thang/12*2 + 1
	}
	return thang/12*2 + 2
}

const canCuNuaNam = "Luật 41/2024/QH15 Điều 5 khoản 6"
