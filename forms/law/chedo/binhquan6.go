package chedo

import (
	"fmt"

	"ankhai/forms/law"
)

// hoiLuongThang asks for the wages of the months before the leave.
func hoiLuongThang() law.CauHoi {
	return law.CauHoi{Ten: "luongThang", Nhan: "Tiền lương làm căn cứ đóng các tháng gần nhất trước khi nghỉ", Loai: law.DanhSach, Can: true,
		GiupDo: "Ghi đủ 6 tháng gần nhất, hoặc các tháng đã đóng nếu ít hơn",
		Cot: []law.CauHoi{
			{Ten: "thang", Nhan: "Tháng", Loai: law.ThangHoi, Can: true},
			{Ten: "luong", Nhan: "Tiền lương làm căn cứ đóng", Loai: law.Tien, DonVi: dong, Can: true, Tu: 1},
		}}
}

// binhQuan is the average of the months nearest before the leave: six, or those
// that were paid. exact is the sum and the number of months, so that nothing is
// rounded before the end; the đồng in the result is for reading.
func binhQuan(b *law.Bai, v law.TraLoi, on law.Day, before law.Month) (sum, months int64, err error) {
	want := b.So("thai-san-so-thang-binh-quan", on)
	rows := v.Dong("luongThang")
	seen := map[law.Month]int64{}
	for i, r := range rows {
		m := r.Thang("thang")
		where := fmt.Sprintf("luongThang[%d].thang", i+1)
		if _, twice := seen[m]; twice {
			return 0, 0, law.LoiVaos{{Ten: where, Say: fmt.Sprintf("Tháng: trùng tháng %s với dòng trước", m)}}
		}
		if m >= before {
			return 0, 0, law.LoiVaos{{Ten: where, Say: fmt.Sprintf("Tháng: phải trước tháng nghỉ %s", before)}}
		}
		seen[m] = r.So("luong")
	}
	for m := before.Add(-1); months < want.Amount && len(seen) > 0; m = m.Add(-1) {
		if l, ok := seen[m]; ok {
			sum, months = sum+l, months+1
			delete(seen, m)
		}
		if before.Sub(m) > 1200 {
			break
		}
	}
	if months == 0 {
		return 0, 0, law.LoiVaos{{Ten: "luongThang", Say: "Tiền lương các tháng gần nhất: phải có ít nhất một tháng"}}
	}
	avg := law.Tron(law.Chia(law.Ti(sum), months))
	b.Buoc(law.Buoc{
		Nhan: "Bình quân tiền lương " + fmt.Sprint(months) + " tháng gần nhất", KetQua: avg, CanCu: want.Basis, LuatTu: want.From.ISO(),
		CongThuc: fmt.Sprintf("%s / %d = %s", law.VietSo(sum), months, law.VietSo(avg)), Vao: []law.Vao{law.VaoTu(want)},
	})
	if months < want.Amount {
		b.LuuY("Chỉ có %d tháng đã đóng: lấy bình quân các tháng đó. Trường hợp sinh con, nhận con nuôi thì phải đủ điều kiện về số tháng đóng", months)
	}
	return sum, months, nil
}

// ngayBinhQuan is (sum/months)/divisor × days, rounded once.
func ngayBinhQuan(b *law.Bai, sum, months, days int64, chia law.Value, nhan string) int64 {
	if days == 0 || chia.Amount == 0 {
		return 0
	}
	got := law.Tron(law.Chia(law.Nhan(law.Ti(sum), law.Ti(days)), months*chia.Amount))
	b.Buoc(law.Buoc{
		Nhan: nhan, KetQua: got, CanCu: chia.Basis, LuatTu: chia.From.ISO(),
		CongThuc: fmt.Sprintf("bình quân %s / %d × %d ngày = %s", law.VietSo(law.Tron(law.Chia(law.Ti(sum), months))), chia.Amount, days, law.VietSo(got)),
		Vao:      []law.Vao{law.VaoTu(chia)},
	})
	return got
}

// thangBinhQuan is (sum/months) × n months, rounded once.
func thangBinhQuan(b *law.Bai, sum, months, n int64, basis, nhan string) int64 {
	if n == 0 {
		return 0
	}
	got := law.Tron(law.Chia(law.Nhan(law.Ti(sum), law.Ti(n)), months))
	b.Buoc(law.Buoc{
		Nhan: nhan, KetQua: got, CanCu: basis,
		CongThuc: fmt.Sprintf("bình quân %s × %d tháng = %s", law.VietSo(law.Tron(law.Chia(law.Ti(sum), months))), n, law.VietSo(got)),
	})
	return got
}
