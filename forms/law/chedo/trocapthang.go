package chedo

import (
	"fmt"
	"math/big"

	"ankhai/forms/law"
)

// TroCapHangThang is the monthly allowance out of one's own contributions, for who
// has the age but not the years for a pension; DongTiep what is paid at once for
// the months that are missing.
var (
	TroCapHangThang = law.DangKy(law.MayTinh{
		Ten: "tro-cap-hang-thang", TieuDe: "Trợ cấp hằng tháng khi không đủ điều kiện hưởng lương hưu", Nhom: law.NhomDaiHan,
		CanCu: "Luật 41/2024/QH15 Điều 23; Nghị định 158/2025/NĐ-CP Điều 22, 23, 24",
		Hoi: []law.CauHoi{
			{Ten: "thang", Nhan: "Tháng đề nghị", Loai: law.ThangHoi, Can: true},
			{Ten: "thangSinh", Nhan: "Tháng, năm sinh", Loai: law.ThangHoi, Can: true},
			{Ten: "ngheo", Nhan: "Thuộc hộ nghèo, cận nghèo", Loai: law.CoKhong},
			{Ten: "thangDong", Nhan: "Tổng số tháng đã đóng", Loai: law.So, DonVi: "tháng", Can: true, Tu: 1, Den: 720},
			{Ten: "binhQuan", Nhan: "Mức bình quân tiền lương, thu nhập (đã điều chỉnh)", Loai: law.Tien, DonVi: dong, Can: true, Tu: 1},
		},
		Tinh: tinhTroCapThang,
	})
	DongTiep = law.DangKy(law.MayTinh{
		Ten: "dong-tiep", TieuDe: "Đóng tiếp một lần cho số tháng còn thiếu", Nhom: law.NhomDaiHan, CanCu: "Luật 41/2024/QH15 Điều 33 khoản 7",
		Hoi: []law.CauHoi{
			{Ten: "ngay", Nhan: "Ngày đóng", Loai: law.NgayHoi, Can: true},
			{Ten: "luong", Nhan: "Tiền lương làm căn cứ đóng trước khi nghỉ việc hoặc chết", Loai: law.Tien, DonVi: dong, Can: true, Tu: 1},
			{Ten: "soThang", Nhan: "Số tháng còn thiếu", Loai: law.So, DonVi: "tháng", Can: true, Tu: 1, Den: 120},
		},
		Tinh: func(v law.TraLoi) (law.KetQuaTinh, error) {
			b, on := law.LamBai(v.Sach), v.Ngay("ngay")
			most := b.So("dong-tiep-thang-toi-da", on)
			if v.So("soThang") > most.Amount {
				b.LuuY("Thiếu trên %d tháng thì đóng tiếp BHXH tự nguyện", most.Amount)
				return khongDu(b, most, "Số tháng còn thiếu", v.So("soThang"), "tháng")
			}
			nld, dv := b.So("ty-le-huu-tri-nguoi-lao-dong", on), b.So("ty-le-huu-tri-don-vi", on)
			one := law.Phan(v.So("luong"), nld.Amount+dv.Amount)
			total := one * v.So("soThang")
			b.Buoc(law.Buoc{Nhan: "Số tiền đóng", KetQua: total, CanCu: law.Noi(most.Basis, nld.Basis, dv.Basis), LuatTu: most.From.ISO(),
				CongThuc: fmt.Sprintf("%s × (%s + %s) × %d tháng = %s", law.VietSo(v.So("luong")), law.VietTyLe(nld.Amount), law.VietTyLe(dv.Amount), v.So("soThang"), law.VietSo(total)),
				Vao:      []law.Vao{law.VaoTu(nld), law.VaoTu(dv)}})
			return b.Xong(total, dong, phan("soTien", "Số tiền đóng", total))
		},
	})
)

func tinhTroCapThang(v law.TraLoi) (law.KetQuaTinh, error) {
	b, m := law.LamBai(v.Sach), v.Thang("thang")
	if v.Thang("thangSinh") > m {
		return law.KetQuaTinh{}, law.LoiVaos{{Ten: "thangSinh", Say: "Tháng, năm sinh: không sau Tháng đề nghị"}}
	}
	on := m.First()
	name := "tro-cap-huu-tri-xa-hoi-tuoi"
	if v.Dung("ngheo") {
		name += "-ngheo"
	}
	age, social, each := b.So(name, on), b.So("tro-cap-huu-tri-xa-hoi", on), b.So("mot-lan-tu-2014", on)
	left := int64(v.Thang("thangSinh").Add(int(12 * age.Amount)).Sub(m))
	if left <= 0 {
		return khongDu(b, age, "Tuổi vào tháng đề nghị", int64(m.Sub(v.Thang("thangSinh")))/12, "tuổi")
	}
	if social.Amount == 0 || each.Amount == 0 {
		return b.Xong(0, dong)
	}
	years := nuaNam(v.So("thangDong"))
	fund := law.Nhan(law.Ti(v.So("binhQuan")), law.TiLe(each.Amount), big.NewRat(years, 2))
	span := tronLen(law.Chia(fund, social.Amount))
	b.Buoc(law.Buoc{Nhan: "Thời gian hưởng tính được", DonVi: "tháng", KetQua: span, CanCu: "Nghị định 158/2025/NĐ-CP Điều 23 khoản 1", LuatTu: social.From.ISO(),
		CongThuc: fmt.Sprintf("%s × 2 × %s năm / %s = %d tháng (lẻ tính tròn lên)", law.VietSo(v.So("binhQuan")), law.VietNua(years), law.VietSo(social.Amount), span),
		Vao:      []law.Vao{law.VaoTu(social)}})
	b.Buoc(law.Buoc{Nhan: "Thời gian đến khi đủ tuổi hưởng trợ cấp hưu trí xã hội", DonVi: "tháng", KetQua: left, CanCu: law.Noi("Nghị định 158/2025/NĐ-CP Điều 23 khoản 2", age.Basis),
		CongThuc: fmt.Sprintf("từ %s đến khi đủ %d tuổi: %d tháng", m, age.Amount, left), Vao: []law.Vao{law.VaoTu(age)}})
	monthly, lack := social.Amount, int64(0)
	months := min(span, left)
	switch {
	case span > left:
		monthly = law.Tron(law.Chia(law.Nhan(law.Ti(social.Amount), law.Ti(span)), left))
		b.Buoc(law.Buoc{Nhan: "Mức cao hơn", KetQua: monthly, CanCu: "Nghị định 158/2025/NĐ-CP Điều 24 khoản 2",
			CongThuc: fmt.Sprintf("%s × %d / %d = %s", law.VietSo(social.Amount), span, left, law.VietSo(monthly))})
	case span < left:
		lack = (left - span) * social.Amount
		b.Buoc(law.Buoc{Nhan: "Đóng một lần cho phần còn thiếu, nếu muốn hưởng đến đủ tuổi", KetQua: lack, CanCu: "Nghị định 158/2025/NĐ-CP Điều 23 khoản 3",
			CongThuc: fmt.Sprintf("(%d − %d) × %s = %s", left, span, law.VietSo(social.Amount), law.VietSo(lack))})
	}
	return b.Xong(monthly, "đồng/tháng", law.PhanKQ{Ten: "soThang", Nhan: "Số tháng hưởng", GiaTri: months, DonVi: "tháng"}, phan("conThieu", "Đóng một lần cho phần còn thiếu", lack))
}

// tronLen rounds an exact number up to the next whole one.
func tronLen(x *big.Rat) int64 {
	q, r := new(big.Int).QuoRem(x.Num(), x.Denom(), new(big.Int))
	if r.Sign() > 0 {
		return q.Int64() + 1
	}
	return q.Int64()
}
