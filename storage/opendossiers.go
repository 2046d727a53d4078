package storage

import (
	"fmt"

	"ankhai/storage/openpack"
)

var (
	openDossierID = shaped(`HS\d{6,9}`)
	openDossier   = openLink("dossiers", false)
	openDoc       = openLink("docs", false)
	openPaper     = openLink("attachments", true)
	openState     = worded(func(s string) string { return State(s).Say() }, stateNames()...)
	openPaperFile = openFile(func(r openRow) string {
		return fmt.Sprintf("giay-to/%s/%06d-%s", word(r.values[1]), r.n, openpack.FileName(word(r.values[2])))
	})
)

func stateNames() (out []string) {
	for _, s := range states {
		out = append(out, string(s.s))
	}
	return out
}

// openDossiers are dossiers with their forms and papers.
var openDossiers = []openTable{
	{table: "dossiers", name: "ho-so", say: "Hồ sơ, cả nháp và đã ký", columns: []openColumn{
		{column: "id", name: "ma", head: "Mã", kind: openDossierID},
		{column: "procedure", name: "thuTuc", head: "Thủ tục", kind: openText},
		{column: "month", name: "thang", head: "Tháng", kind: openMonth},
		{column: "dot", name: "dot", head: "Đợt", kind: openNumber},
		{column: "state", name: "trangThai", head: "Trạng thái", kind: openState, say: "nhap, daKiem, daKy, choGui, dangGui, nghiVan, daGui, tiepNhan, dangGiaiQuyet, coKetQua, traLai, huy"},
		{column: "parent", name: "hoSoGoc", head: "Lập từ hồ sơ", kind: openDossierID, may: true},
		{column: "note", name: "ghiChu", head: "Ghi chú", kind: openText},
		{column: "created_at", name: "lapLuc", head: "Lập lúc", kind: openMoment},
		{column: "updated_at", name: "suaLuc", head: "Sửa lúc", kind: openMoment},
	}},
	{table: "dossier_cases", name: "truong-hop", say: "Hồ sơ thuộc dịch vụ công và trường hợp nào", columns: []openColumn{
		{column: "dossier", name: "hoSo", head: "Hồ sơ", kind: openDossier},
		{column: "service", name: "dichVu", head: "Dịch vụ công", kind: openText},
		{column: "truong_hop", name: "truongHop", head: "Trường hợp", kind: openText},
	}},
	{table: "docs", name: "to-khai", say: "Tờ khai của hồ sơ: mỗi mẫu một dòng. Các tệp khác gọi tờ khai là «mã hồ sơ/mẫu», ví dụ HS000001/D02-LT", columns: []openColumn{
		{column: "dossier", name: "hoSo", head: "Hồ sơ", kind: openDossier},
		{column: "form", name: "mau", head: "Mẫu", kind: openText},
		{column: "since", name: "banTu", head: "Bản áp dụng từ", kind: openDay, say: "bản của mẫu mà tờ khai theo"},
		{column: "updated_at", name: "suaLuc", head: "Sửa lúc", kind: openMoment},
	}},
	{table: "doc_rows", name: "dong-to-khai", say: "Các dòng của tờ khai, ô gọi theo tên trong tệp XML: không có là chưa biết, null là cố ý để trống. Ở thư mục bang: mỗi bảng của mỗi mẫu một tệp trong to-khai", columns: []openColumn{
		{column: "doc", name: "toKhai", head: "Tờ khai", kind: openDoc},
		{column: "tab", name: "bang", head: "Bảng", kind: openText, say: "rỗng là bảng chính, head là phần đầu, còn lại là bảng con"},
		{column: "ord", name: "thuTu", head: "Thứ tự", kind: openNumber, say: "để xếp dòng, có khoảng trống"},
		{column: "data", name: "dong", head: "Dòng", kind: openJSON},
	}},
	{table: "doc_sources", name: "nguon-to-khai", say: "Ô của tờ khai được điền từ đâu khi lập: theo bảng, rồi theo tên ô, * là mọi ô còn lại", columns: []openColumn{
		{column: "doc", name: "toKhai", head: "Tờ khai", kind: openDoc},
		{column: "data", name: "nguon", head: "Nguồn", kind: openJSON},
	}},
	{table: "edits", name: "lan-sua", say: "Các lần sửa tờ khai: ô hoặc dòng, trước và sau; để hoàn tác và để biết vì sao có số này", columns: []openColumn{
		{column: "doc", name: "toKhai", head: "Tờ khai", kind: openDoc},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
		{column: "what", name: "noiDung", head: "Nội dung", kind: openJSON},
		{column: "status", name: "trangThai", head: "Trạng thái", kind: openText, say: "done: đang còn, undone: đã hoàn tác, past: không hoàn tác được nữa"},
	}},
	{table: "attachments", name: "giay-to", say: "Giấy tờ đính kèm hồ sơ", columns: []openColumn{
		{column: "id", name: "so", head: "Số", kind: openPaper, say: "thứ tự trong bản xuất; các tệp khác gọi giấy tờ bằng số này"},
		{column: "dossier", name: "hoSo", head: "Hồ sơ", kind: openDossier},
		{column: "name", name: "ten", head: "Tên tệp", kind: openText},
		{column: "mime", name: "kieu", head: "Kiểu", kind: openText},
		{column: "sha256", name: "sha256", head: "SHA-256", kind: openText},
		{column: "size", name: "co", head: "Cỡ, byte", kind: openNumber},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
		{column: "tep", name: "tep", head: "Tệp", kind: openPaperFile},
	}},
	{table: "attachment_marks", name: "giay-to-cua-ai", say: "Giấy tờ chỉ liên quan tới ai, có nhạy cảm không", columns: []openColumn{
		{column: "attachment", name: "giayTo", head: "Giấy tờ số", kind: openPaper},
		{column: "person", name: "nguoi", head: "Người lao động", kind: openPerson, may: true},
		{column: "sensitive", name: "nhayCam", head: "Nhạy cảm", kind: openYes},
	}},
	{table: "attachment_papers", name: "giay-to-loai", say: "Giấy tờ đính kèm là giấy tờ nào của trường hợp", columns: []openColumn{
		{column: "attachment", name: "giayTo", head: "Giấy tờ số", kind: openPaper},
		{column: "paper", name: "loai", head: "Loại", kind: openText},
	}},
	{table: "dossier_papers", name: "giay-to-tra-loi", say: "Giấy tờ của trường hợp được trả lời mà không kèm tệp: đơn vị giữ, hoặc không cần", columns: []openColumn{
		{column: "dossier", name: "hoSo", head: "Hồ sơ", kind: openDossier},
		{column: "paper", name: "loai", head: "Loại", kind: openText},
		{column: "answer", name: "traLoi", head: "Trả lời", kind: openText, say: "luu: đơn vị giữ, khongCan: không cần"},
		{column: "note", name: "ghiChu", head: "Ghi chú", kind: openText},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
	}},
	{table: "sign_offs", name: "ky-duyet", say: "Ký duyệt nội bộ: ai trình, ai kiểm, ai duyệt hồ sơ nháp, lúc ấy nội dung là gì", columns: []openColumn{
		{column: "dossier", name: "hoSo", head: "Hồ sơ", kind: openDossier},
		{column: "buoc", name: "buoc", head: "Bước", kind: openText, say: "trinh: trình duyệt, kiem: đã kiểm, duyet: duyệt, tuChoi: không duyệt"},
		{column: "ai", name: "ai", head: "Ai", kind: openText},
		{column: "nguoi", name: "maNguoi", head: "Mã người trên máy", kind: openText},
		{column: "xac_thuc", name: "xacThuc", head: "Có mật khẩu", kind: openYes, say: "người ấy đã gõ mật khẩu riêng"},
		{column: "sha256", name: "sha256", head: "SHA-256 của nội dung", kind: openHash},
		{column: "note", name: "ghiChu", head: "Ghi chú", kind: openText},
		{column: "who", name: "taiKhoan", head: "Tài khoản của máy", kind: openText},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
	}},
	{table: "local_rules", name: "quy-tac", say: "Quy tắc đơn vị tự đặt cho hồ sơ nháp, rút ra từ hồ sơ bị trả lại", columns: []openColumn{
		{column: "seq", name: "so", head: "Số", kind: openRule, say: "thứ tự trong bản xuất; lời nhắc của quy tắc số 1 có mã kết thúc bằng QT1; QT09 là của quy tắc đã bỏ"},
		{column: "data", name: "quyTac", head: "Quy tắc", kind: openJSON},
		{column: "dossier", name: "hoSo", head: "Rút từ hồ sơ", kind: openText, say: "rỗng là không từ hồ sơ nào"},
		{column: "bat", name: "bat", head: "Đang bật", kind: openYes},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
	}},
	{table: "dismissals", name: "nhac-bo-qua", say: "Lời nhắc mà người dùng đã bỏ qua, có lý do", columns: []openColumn{
		{column: "dossier", name: "hoSo", head: "Hồ sơ", kind: openDossier},
		{column: "code", name: "maLoi", head: "Mã lời nhắc", kind: openWarning},
		{column: "row", name: "dong", head: "Dòng, từ 1", kind: openNumber, say: "0 là phần đầu hoặc cả tờ khai"},
		{column: "reason", name: "lyDo", head: "Lý do", kind: openText},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
	}},
}
