package chedo

import (
	"fmt"

	"ankhai/forms/law"
)

// OmDau is the sickness allowance of a worker for a number of days, within the
// year's quota or, for a listed long-term disease, after it.
var OmDau = law.DangKy(law.MayTinh{
	Ten: "om-dau", TieuDe: "Trợ cấp ốm đau", Nhom: law.NhomNganHan,
	CanCu: "Luật 41/2024/QH15 Điều 42, 43, 45",
	Hoi: []law.CauHoi{
		{Ten: "tuNgay", Nhan: "Ngày bắt đầu nghỉ", Loai: law.NgayHoi, Can: true},
		{Ten: "luong", Nhan: "Tiền lương làm căn cứ đóng BHXH của tháng liền trước", Loai: law.Tien, DonVi: "đồng", Can: true, Tu: 1,
			GiupDo: "Nghỉ ngay trong tháng đầu tiên tham gia hoặc tham gia trở lại thì lấy lương của chính tháng đó"},
		{Ten: "soNgay", Nhan: "Số ngày làm việc nghỉ ốm", Loai: law.NuaNgay, DonVi: "ngày", Can: true, Tu: 0, Den: 366,
			GiupDo: "Không kể lễ, tết, ngày nghỉ hằng tuần. Dưới nửa ngày tính nửa ngày, từ nửa ngày tính một ngày"},
		{Ten: "soNam", Nhan: "Số năm đã đóng BHXH bắt buộc", Loai: law.So, DonVi: "năm", Can: true, Tu: 0, Den: 60},
		{Ten: "nangNhoc", Nhan: "Nghề nặng nhọc, độc hại, nguy hiểm hoặc vùng đặc biệt khó khăn", Loai: law.CoKhong},
		{Ten: "daNghi", Nhan: "Số ngày đã hưởng ốm đau trong năm", Loai: law.NuaNgay, DonVi: "ngày", Tu: 0, Den: 366},
		{Ten: "daiNgay", Nhan: "Mắc bệnh thuộc danh mục cần chữa trị dài ngày", Loai: law.CoKhong},
	},
	Tinh: tinhOmDau,
})

// muc names the band of years paid in the names of figures.
func muc(b *law.Bai, soNam int64, on law.Day) string {
	switch {
	case soNam >= b.So("om-dau-moc-30-nam", on).Amount:
		return "30-nam"
	case soNam >= b.So("om-dau-moc-15-nam", on).Amount:
		return "15-nam"
	}
	return "duoi-15-nam"
}

func tinhOmDau(v law.TraLoi) (law.KetQuaTinh, error) {
	b, on := law.LamBai(v.Sach), v.Ngay("tuNgay")
	prefix := "om-dau-so-ngay-"
	if v.Dung("nangNhoc") {
		prefix += "nang-nhoc-"
	}
	quota := b.So(prefix+muc(b, v.So("soNam"), on), on)
	chia := b.So("om-dau-ngay-chia", on)
	// halves of days
	left := max(2*quota.Amount-v.So("daNghi"), 0)
	within := min(v.So("soNgay"), left)
	after := v.So("soNgay") - within
	b.Buoc(law.Buoc{
		Nhan: "Số ngày còn được hưởng trong năm", DonVi: "ngày", KetQua: left / 2, CanCu: quota.Basis,
		CongThuc: fmt.Sprintf("%d − %s = %s", quota.Amount, law.VietNua(v.So("daNghi")), law.VietNua(left)),
		Vao:      []law.Vao{law.VaoTu(quota)},
	})
	total := motPhan(b, v.So("luong"), within, b.So("om-dau-ty-le", on), chia, "Trợ cấp trong thời hạn")
	parts := []law.PhanKQ{{Ten: "trongHan", Nhan: "Trợ cấp trong thời hạn", GiaTri: total, DonVi: "đồng"}}
	switch {
	case after > 0 && v.Dung("daiNgay"):
		more := motPhan(b, v.So("luong"), after, b.So("om-dau-dai-ngay-ty-le-"+muc(b, v.So("soNam"), on), on), chia, "Trợ cấp sau thời hạn, bệnh dài ngày")
		parts = append(parts, law.PhanKQ{Ten: "daiNgay", Nhan: "Trợ cấp sau thời hạn, bệnh dài ngày", GiaTri: more, DonVi: "đồng"})
		total += more
	case after > 0:
		b.LuuY("%s ngày vượt số ngày còn được hưởng trong năm nên không có trợ cấp. Bệnh thuộc danh mục dài ngày thì chọn mục đó rồi tính lại", law.VietNua(after))
	}
	return b.Xong(total, "đồng", parts...)
}
