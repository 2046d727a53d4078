package services

import (
	"fmt"
	"strings"
)

// QuyTac is a rule that looks at a dossier as a whole. The code is public and is
// never given another meaning.
type QuyTac struct {
	Ma    string `json:"code"`  // "HS-04"
	Muc   string `json:"level"` // "Lỗi", "Nhắc", or on what it depends
	Say   string `json:"say"`
	CanCu string `json:"basis"`
}

const (
	loi     = "Lỗi"
	nhac    = "Nhắc"
	tuyNhom = "Lỗi khi nguồn chắc chắn, Nhắc khi không"
)

// Rules lists the rules on a dossier as a whole, in the order of their codes.
func Rules() []QuyTac {
	return []QuyTac{
		{"HS-01", loi, "Mẫu mà thủ tục bắt buộc phải có trong hồ sơ; nơi chỉ cần một trong vài mẫu thì phải có một", canCuMau},
		{"HS-02", tuyNhom, "Hồ sơ không có mẫu mà thủ tục không nhận; mẫu là một tệp riêng (đăng ký dùng I-VAN) thì luôn là Lỗi", canCuMau},
		{"HS-03", loi, "Mẫu danh sách phải có ít nhất một dòng", canCuMau},
		{"HS-04", tuyNhom, "Người tăng mới (TM, TH; tăng người, tăng tham gia lần đầu ở D06-TS, Mẫu số 3) chưa có mã số BHXH phải có tờ khai riêng (TK1-TS, Mẫu số 2) trong hồ sơ", canCuTK1},
		{"HS-05", loi, "Họ tên, ngày sinh, giới tính, số CCCD, mã số BHXH của một người giống nhau ở mọi mẫu của hồ sơ", canCuKhop},
		{"HS-06", loi, "Thủ tục có trong danh mục và còn áp dụng", canCuMau},
		{"HS-07", loi, "Kỳ kê khai không ở tương lai, trừ thủ tục cho phép (600, 600c, 605)", canCuMau},
		{"HS-08", nhac, "Phương án của mỗi dòng là phương án mà thủ tục nhận", canCuMau},
		{"HS-09", loi, "Mỗi mẫu chỉ có một bản trong một hồ sơ", canCuMau},
		{"HS-10", tuyNhom, "Giấy tờ mà trường hợp bắt buộc phải có; nơi chỉ cần một trong vài giấy tờ thì phải có một", "căn cứ của từng giấy tờ trong danh mục"},
		{"HS-11", nhac, "Nêu các giấy tờ chỉ cần khi hồ sơ thuộc điều kiện riêng mà chương trình không thấy được", "căn cứ của từng giấy tờ trong danh mục"},
		{"HS-12", nhac, "Số tệp của hồ sơ, kể cả tờ khai, không quá giới hạn", data.dinhKem.canCu},
		{"HS-13", nhac, "Tổng dung lượng của hồ sơ không quá giới hạn", data.dinhKem.canCu},
		{"HS-14", nhac, "Giấy tờ kèm theo là tệp thuộc loại được nhận", data.dinhKem.canCu},
		{"HS-15", nhac, "Một giấy tờ không kèm hai lần", canCuMau},
		{"HS-16", loi, "Trường hợp có trong danh mục và nộp bằng thủ tục đã chọn", canCuMau},
		{"HS-17", tuyNhom, "Mẫu mà trường hợp cần phải có trong hồ sơ", "căn cứ của dịch vụ"},
		{"HS-18", nhac, "Kê khai cho thời gian đã qua (truy đóng, thoái thu, báo tăng muộn từ một tháng, đến tháng đã qua) thì kèm bảng kê D01-TS", "Quy định của phần mềm I-VAN theo Quyết định 595/QĐ-BHXH; Quyết định 366/QĐ-BHXH không còn mẫu này"},
		{"HS-19", nhac, "Phương án của mỗi dòng thuộc trường hợp đã chọn", "căn cứ của dịch vụ"},
		{"HS-20", nhac, "Mỗi dòng hợp với điều kiện của trường hợp, ví dụ người nước ngoài", "căn cứ của dịch vụ"},
		{"HS-21", nhac, "Giảm do chết thì có giấy chứng tử hoặc bảng kê", "Quy định của phần mềm I-VAN; chưa thấy văn bản"},
		{"HS-22", nhac, "Từ tháng của mỗi dòng không ở tương lai, trừ thủ tục cho phép (600, 600c, 605)", canCuTuongLai},
		{"HS-23", nhac, "Đợt nghỉ đề nghị hưởng không trùng tháng mà danh sách kèm theo báo người ấy đang đóng hoặc nghỉ không lương", canCuNghi},
		{"HS-24", loi, "Hồ sơ không có mẫu do cơ quan BHXH lập: mẫu ấy chỉ để đọc và đối chiếu", canCuMau},
	}
}

// BangQuyTac is the rules as a page (Markdown).
func BangQuyTac() string {
	var b strings.Builder
	b.WriteString("# Quy tắc của hồ sơ\n\nMã là công khai và không đổi nghĩa. «Lỗi» chặn gửi, «Nhắc» thì không.\n\n| Mã | Mức | Quy tắc | Căn cứ |\n|---|---|---|---|\n")
	for _, q := range Rules() {
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", q.Ma, q.Muc, q.Say, q.CanCu)
	}
	return b.String()
}
