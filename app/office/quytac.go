package office

import "ankhai/forms/services"

// Basis of the rules that hold a dossier against what is in the data.
const (
	canCuHaiLan  = "Quyết định 366/QĐ-BHXH Điều 5 khoản 1.3; chống nộp trùng của AnKhai"
	canCuTrung   = "Luật 41/2024/QH15 Điều 42 khoản 2; cảnh báo 07 của phần mềm xét duyệt"
	canCuMotLan  = "Luật 41/2024/QH15 Điều 58"
	canCuDanhSo  = "Quyết định 366/QĐ-BHXH Điều 5 khoản 1.3"
	canCuKeKhai  = "So với danh sách lao động của đơn vị"
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
