package mauso3

import (
	"strconv"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// Conditions that more than one rule needs.
var (
	tangNguoi = Loai.In(TangNguoi).Named("tăng người tham gia")
	doiKCB    = Loai.In(DoiKCB).Named("thay đổi nơi đăng ký khám chữa bệnh")
	coMuc     = Loai.In(TangNguoi, TangLuong, GiamLuong).Named("tăng người, tăng hoặc giảm tiền lương")
	bangDong  = form.All(MucLuong.Filled(), HeSo.Empty()).Named("tiền lương tính bằng đồng")
	laoDong   = NhomDong.In(NguoiLaoDong).Named("người lao động")
	theoLCS   = NhomDong.In(LuongCoSo).Named("đóng theo mức lương cơ sở")
	hoGiaDinh = NhomDong.In(HoGiaDinh).Named("tham gia theo hộ gia đình")
	coHoTro   = form.When("có ngân sách nhà nước hỗ trợ", func(r form.Row) bool { return TyLeNSNN.Get(r) > 0 }, TyLeNSNN)
	giam      = Loai.In(GiamNguoi, GiamLuong).Named("giảm người, giảm tiền lương")
)

// nghin is how many thousandths a coefficient of one has.
const nghin = 10 * 10 * 10

// nguoiCuoi is the place in a household from which the share stays the same.
const nguoiCuoi = 5

// MucHo is column 4 of the n-th person of a household on a day: the mức tham
// chiếu cut down by the order; 0 when it is not known.
func MucHo(n int64, on law.Day) int64 {
	if n < 1 {
		return 0
	}
	share, ok := law.Get("bhyt-ho-gia-dinh-nguoi-"+strconv.FormatInt(min(n, nguoiCuoi), 10), on)
	if !ok {
		return 0
	}
	return law.Phan(law.MucThamChieu(on), share.Amount)
}
