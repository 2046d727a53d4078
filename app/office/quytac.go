package office

import "ankhai/forms/services"

// Basis of the rules that hold a dossier against what is in the data.
const (
	canCuHaiLan  = "Quyết định 366/QĐ-BHXH Điều 5 khoản 1.3; chống nộp trùng của AnKhai"
	canCuTrung   = "Luật 41/2024/QH15 Điều 42 khoản 2; cảnh báo 07 của phần mềm xét duyệt"
	canCuMotLan  = "Luật 41/2024/QH15 Điều 58"
	canCuDanhSo  = "Quyết định 366/QĐ-BHXH Điều 5 khoản 1.3"
	canCuKeKhai  = "So với danh sách lao động của đơn vị"
	canCuTang    = "Quyết định 366/QĐ-BHXH Điều 5 khoản 1.3.2: báo tăng người đang tham gia thì tự trả lại"
	canCuHoanTra = "Quyết định 366/QĐ-BHXH Điều 5 khoản 1.3.2 điểm b"
	canCuNghi    = "Luật 41/2024/QH15 Điều 33 khoản 5, Điều 53 khoản 8"
	canCuDonVi   = "Quyết định 366/QĐ-BHXH Điều 5 khoản 1.3: thông tin đơn vị khớp cơ sở dữ liệu quốc gia về bảo hiểm"
	canCuYeuCau  = "Chống nộp trùng của AnKhai; Luật 41/2024/QH15 Điều 29"
	canCuLienHe  = "Cổng dịch vụ công Bảo hiểm xã hội Việt Nam, phần đơn vị nộp hồ sơ"
	mucLoiChuaRo = "Lỗi; Nhắc khi chỉ biết từ bản sao đã khôi phục và người lập đã so"
)

// Rules lists the rules that need what is kept: dossiers sent before, the roster,
// the employer's record. The codes are public and never given another meaning.
func Rules() []services.QuyTac {
	const loi, nhac = "Lỗi", "Nhắc"
	return []services.QuyTac{
		{Ma: twiceCode, Muc: mucLoiChuaRo, Say: "Cùng người, cùng tháng, cùng phương án (hoặc loại tăng, giảm) chưa có trong hồ sơ nào đã gửi hay sắp gửi", CanCu: canCuHaiLan},
		{Ma: daysCode, Muc: mucLoiChuaRo, Say: "Ngày đề nghị hưởng không trùng ngày của đợt đã đề nghị trong hồ sơ khác", CanCu: canCuTrung},
		{Ma: requestCode, Muc: nhac, Say: "Người này không có đề nghị giống như vậy trong hồ sơ gửi 30 ngày gần đây (30 ngày là của AnKhai)", CanCu: canCuYeuCau},
		{Ma: lumpSumCode, Muc: mucLoiChuaRo, Say: "Trợ cấp một lần khi sinh con của cha không trùng đợt sinh con mà mẹ đã đề nghị trong hồ sơ khác", CanCu: canCuMotLan},
		{Ma: refundCode, Muc: nhac, Say: "Người báo tăng đang đóng BHYT riêng hoặc BHXH tự nguyện theo hồ sơ trước thì ghi tài khoản nhận hoàn trả ở Ghi chú", CanCu: canCuHoanTra},
		{Ma: leaveCode, Muc: nhac, Say: "Tháng báo tăng, truy đóng không nằm trọn trong đợt nghỉ hưởng chế độ đã đề nghị", CanCu: canCuNghi},
		{Ma: phoneCode, Muc: nhac, Say: "Đơn vị có số điện thoại khi nộp qua I-VAN", CanCu: canCuLienHe},
		{Ma: noUnitCode, Muc: loi, Say: "Đơn vị có mã đơn vị khi nộp qua I-VAN; chưa có thì đăng ký lần đầu", CanCu: canCuLienHe},
		{Ma: otherTaxCode, Muc: loi, Say: "Mã số thuế ở phần đầu của mẫu là của đơn vị đang mở", CanCu: canCuDonVi},
		{Ma: otherUnit, Muc: nhac, Say: "Mã đơn vị, cơ quan BHXH ở phần đầu của mẫu giống thông tin đơn vị đang lưu", CanCu: canCuDonVi},
		{Ma: "HS-DS-HAI-NGUOI", Muc: nhac, Say: "Mã số BHXH và số CCCD của một dòng là của cùng một người trong danh sách lao động", CanCu: canCuDanhSo},
		{Ma: "HS-DS-MA-SO", Muc: nhac, Say: "Mã số BHXH không là của người khác (khác cả họ tên và ngày sinh) trong danh sách lao động", CanCu: canCuDanhSo},
		{Ma: "HS-DS-HAI-MA-SO", Muc: nhac, Say: "Mã số BHXH giống mã số của người ấy trong danh sách lao động; có hai mã số thì gộp sổ", CanCu: canCuDanhSo},
		{Ma: "HS-DS-NHAN-THAN", Muc: nhac, Say: "Họ tên, ngày sinh giống trong danh sách lao động", CanCu: canCuDanhSo},
		{Ma: "HS-DS-DANG-DONG", Muc: nhac, Say: "Không báo tăng người đang tham gia tại đơn vị", CanCu: canCuTang},
		{Ma: "HS-DS-KHONG-CO", Muc: nhac, Say: "Báo giảm, điều chỉnh, đi làm lại thì người ấy có trong danh sách lao động", CanCu: canCuKeKhai},
		{Ma: "HS-DS-DA-GIAM", Muc: nhac, Say: "Không báo giảm, điều chỉnh người đã giảm", CanCu: canCuKeKhai},
		{Ma: "HS-DS-DI-LAM", Muc: nhac, Say: "Báo đi làm lại thì trước đó đã báo nghỉ ốm, thai sản hoặc không lương", CanCu: canCuKeKhai},
		{Ma: "HS-DS-NHU-CU", Muc: nhac, Say: "Điều chỉnh thì có mức lương, chức danh hoặc nơi làm việc khác đang kê khai", CanCu: canCuKeKhai},
	}
}

// basisOf is the basis of a rule by its code.
func basisOf(code string) string {
	for _, q := range Rules() {
		if q.Ma == code {
			return q.CanCu
		}
	}
	return ""
}
