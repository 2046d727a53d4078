package chedo

import (
	"fmt"

	"ankhai/forms/law"
)

// ThatNghiep is the unemployment allowance: how much a month and for how long.
var ThatNghiep = law.DangKy(law.MayTinh{
	Ten: "that-nghiep", TieuDe: "Trợ cấp thất nghiệp", Nhom: law.NhomThatNghep, CanCu: "Luật Việc làm 74/2025/QH15; Nghị định 374/2025/NĐ-CP",
	GhiChu: "Nộp hồ sơ tại trung tâm dịch vụ việc làm; người sử dụng lao động chốt sổ BHXH.",
	Hoi: []law.CauHoi{
		{Ten: "ngay", Nhan: "Ngày chấm dứt hợp đồng lao động", Loai: law.NgayHoi, Can: true},
		{Ten: "soThang", Nhan: "Tổng số tháng đóng BHTN chưa hưởng", Loai: law.So, DonVi: "tháng", Can: true, Tu: 0, Den: 600},
		{Ten: "soThang24", Nhan: "Số tháng đóng BHTN trong 24 tháng trước khi nghỉ", Loai: law.So, DonVi: "tháng", Can: true, Tu: 0, Den: 24},
		{Ten: "vung", Nhan: "Vùng lương tối thiểu nơi làm việc trước khi nghỉ", Loai: law.Chon, Can: true, Chon: choices("01", "vùng I", "02", "vùng II", "03", "vùng III", "04", "vùng IV")},
		hoiLuongThang(),
		{Ten: "nuocNgoai", Nhan: "Người lao động nước ngoài", Loai: law.CoKhong},
	},
	Tinh: tinhThatNghiep,
})

func tinhThatNghiep(v law.TraLoi) (law.KetQuaTinh, error) {
	b, on := law.LamBai(v.Sach), v.Ngay("ngay")
	if v.Dung("nuocNgoai") {
		return law.KetQuaTinh{}, law.LoiVaos{{Ten: "nuocNgoai", Say: "Người lao động nước ngoài: không tham gia bảo hiểm thất nghiệp nên không có trợ cấp này (Luật Việc làm 74/2025/QH15)"}}
	}
	need := b.So("that-nghiep-dieu-kien", on)
	if v.So("soThang24") < need.Amount {
		return khongDu(b, need, "Số tháng đóng trong 24 tháng", v.So("soThang24"), "tháng")
	}
	sum, n, err := binhQuan(b, v, on, on.Month().Add(1))
	if err != nil {
		return law.KetQuaTinh{}, err
	}
	rate, times := b.So("that-nghiep-ty-le", on), b.So("that-nghiep-tran-so-lan", on)
	region, _ := law.SoVung(v.Ma("vung"))
	wage := b.So(fmt.Sprintf("luong-toi-thieu-vung-%d", region), on)
	raw := law.Tron(law.Chia(law.Nhan(law.Ti(sum), law.TiLe(rate.Amount)), n))
	top := times.Amount * wage.Amount
	monthly := min(raw, top)
	b.Buoc(law.Buoc{
		Nhan: "Trợ cấp một tháng", KetQua: monthly, CanCu: law.Noi(rate.Basis, wage.Basis), LuatTu: rate.From.ISO(),
		CongThuc: fmt.Sprintf("số nhỏ hơn của %s × %s = %s và %d × %s = %s", law.VietSo(law.Tron(law.Chia(law.Ti(sum), n))), law.VietTyLe(rate.Amount), law.VietSo(raw),
			times.Amount, law.VietSo(wage.Amount), law.VietSo(top)),
		Vao: []law.Vao{law.VaoTu(rate), law.VaoTu(times), law.VaoTu(wage)},
	})
	first, begin, step, most := b.So("that-nghiep-thang-dau", on), b.So("that-nghiep-huong-dau", on), b.So("that-nghiep-moi-thang", on), b.So("that-nghiep-huong-toi-da", on)
	months := begin.Amount
	if step.Amount > 0 {
		months += max(v.So("soThang")-first.Amount, 0) / step.Amount
	}
	months = min(months, most.Amount)
	b.Buoc(law.Buoc{
		Nhan: "Số tháng hưởng", DonVi: "tháng", KetQua: months, CanCu: begin.Basis, LuatTu: begin.From.ISO(),
		CongThuc: fmt.Sprintf("%d tháng, thêm 1 tháng cho mỗi %d tháng đóng vượt %d, nhiều nhất %d: đóng %d tháng được %d tháng",
			begin.Amount, step.Amount, first.Amount, most.Amount, v.So("soThang"), months),
		Vao: []law.Vao{law.VaoTu(first), law.VaoTu(begin), law.VaoTu(step), law.VaoTu(most)},
	})
	total := months * monthly
	b.Buoc(law.Buoc{Nhan: "Cả thời gian hưởng", KetQua: total, CanCu: begin.Basis, CongThuc: fmt.Sprintf("%s × %d = %s", law.VietSo(monthly), months, law.VietSo(total))})
	return b.Xong(total, dong, phan("motThang", "Trợ cấp một tháng", monthly), law.PhanKQ{Ten: "soThang", Nhan: "Số tháng hưởng", GiaTri: months, DonVi: "tháng"})
}
