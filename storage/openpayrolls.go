package storage

import (
	"ankhai/forms/facts"
	"ankhai/storage/openpack"
)

var openDecision = openLink("decisions", true)

// openPayrolls are what was taken in from the outside each month.
var openPayrolls = []openTable{
	{table: "payrolls", name: "bang-luong", say: "Bảng lương đã nhập: mỗi tháng một dòng", columns: []openColumn{
		{column: "month", name: "thang", head: "Tháng", kind: openMonth},
		{column: "ten_tep", name: "tenTep", head: "Tên tệp", kind: openText},
		{column: "sha256", name: "sha256", head: "SHA-256 của tệp", kind: openText, say: "của tệp Excel đã nhập; tệp ấy không được giữ"},
		{column: "layout", name: "cachDoc", head: "Cách đọc", kind: openText},
		{column: "problems", name: "vanDe", head: "Vấn đề", kind: openJSON, say: "các ô có vấn đề: sheet, cell, value, code, level, message; null là không có"},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
	}},
	{table: "payroll_rows", name: "dong-bang-luong", say: "Các dòng của bảng lương, như đã đọc từ tệp", columns: []openColumn{
		{column: "month", name: "thang", head: "Tháng", kind: openMonth},
		{column: "n", name: "so", head: "Dòng thứ, từ 0", kind: openNumber},
		{column: "data", name: "dong", head: "Dòng", kind: jsonOf[facts.DongLuong](), say: "ngày viết liền 20261122, tháng 202611, 0 là không có; goc là các ô như tệp ghi, của dòng có chỗ phải xem, và ô đã sửa tại đây"},
	}},
	{table: "decisions", name: "quyet-dinh", say: "Điều người dùng đã quyết về một dòng bảng lương mà không số nào cho biết là của ai", columns: []openColumn{
		{column: "seq", name: "so", head: "Số", kind: openDecision, say: "thứ tự trong bản xuất; quyet-dinh-cua-ai gọi quyết định bằng số này"},
		{column: "month", name: "thang", head: "Bảng lương tháng", kind: openMonth},
		{column: "viec", name: "viec", head: "Đã quyết", kind: openText},
		{column: "loai", name: "loai", head: "Loại câu hỏi", kind: openText},
		{column: "dong", name: "dong", head: "Dòng", kind: openJSON, say: "để nhận ra dòng ấy: họ tên, các số, ngày sinh"},
		{column: "nhan", name: "nhan", head: "Dòng đúng, danh sách sai", kind: openYes},
		{column: "o", name: "o", head: "Ô", kind: openText},
		{column: "sha256", name: "sha256", head: "SHA-256 của tệp", kind: openText},
		{column: "who", name: "ai", head: "Ai", kind: openText},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
	}},
	{table: "decision_people", name: "quyet-dinh-cua-ai", say: "Quyết định nhắc tới ai, dòng là của người ấy hay không", columns: []openColumn{
		{column: "decision", name: "quyetDinh", head: "Quyết định số", kind: openDecision},
		{column: "person", name: "nguoi", head: "Người lao động", kind: openPerson},
		{column: "la", name: "laNguoiNay", head: "Là người này", kind: openYes},
	}},
	{table: "mappings", name: "cach-doc-bang", say: "Cách hiểu cột và ký hiệu của các bảng đã học, để lần sau khỏi hỏi lại", columns: []openColumn{
		{column: "key", name: "khoa", head: "Nhận ra bằng", kind: openText},
		{column: "data", name: "noiDung", head: "Nội dung", kind: openJSON},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
	}},
	{table: "statements", name: "c12", order: "month", say: "Thông báo C12-TS của cơ quan BHXH: các dòng đã đọc và tệp gốc", columns: []openColumn{
		{column: "month", name: "thang", head: "Tháng", kind: openMonth},
		{column: "mau", name: "mau", head: "Mẫu", kind: openText},
		{column: "data", name: "dong", head: "Các dòng", kind: openJSON},
		{column: "ten_tep", name: "tenTep", head: "Tên tệp", kind: openText},
		{column: "sha256", name: "sha256", head: "SHA-256 của tệp", kind: openText},
		{column: "tep", name: "tep", head: "Tệp gốc", kind: openFile(func(r openRow) string {
			month, _ := dateText(number(r.values[0]) * 100)
			return "c12/" + month + "-" + openpack.FileName(word(r.values[3]))
		})},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
	}},
}
