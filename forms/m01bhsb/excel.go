package m01bhsb

import "ankhai/forms/form"

// CotExcel is a column of the workbook that the portal's users exchange (BHXH630.xls).
type CotExcel struct {
	Ten string       // the header's words
	Cot *form.Column // the column it fills; DotBoSung stands for batch and month together
}

// ExcelDongDau is the first line with data on either sheet.
const ExcelDongDau = 7

// ExcelPhatSinh are the columns of sheet «M01B-HSB-PhatSinh», in order. The columns
// of sheet «M01B-HSB-DieuChinh» were not found.
var ExcelPhatSinh = []CotExcel{
	{"Số sổ BHXH", MaSoBHXH.Column}, {"Họ và tên", HoTen.Column}, {"Từ ngày", TuNgay.Column}, {"Đến ngày", DenNgay.Column},
	{"Số serial của chứng từ", SoSeri.Column}, {"Loại nhóm hưởng", MaNhomHuong.Column}, {"Số CMND", SoCCCD.Column},
	{"Tổng số ngày nghỉ", TongSo.Column}, {"Đợt bổ sung", DotBoSung.Column}, {"Hình thức nhận", HinhThucTroCap.Column},
	{"Số tài khoản", SoTaiKhoan.Column}, {"Tên chủ tài khoản", ChuTaiKhoan.Column}, {"Mã ngân hàng", MaNganHang.Column},
	{"Mã nhân viên", MaNV.Column}, {"Từ ngày đơn vị đề nghị", TuNgayDonVi.Column}, {"Nghỉ dưỡng thai", NghiDuongThai.Column},
	{"Ngày sinh con", NgaySinhCon.Column}, {"Mã thẻ BHYT của con", TheBHYTCon.Column}, {"Ngày nghỉ trong tuần", NgayNghiTuan.Column},
	{"Số con", SoCon.Column}, {"Điều kiện làm việc", MaDieuKien.Column}, {"Mã tuyến bệnh viện", TuyenBV.Column}, {"Mã bệnh dài ngày", MaBenh.Column},
}
