package storage

import (
	"fmt"
	"regexp"

	"ankhai/storage/openpack"
)

var (
	openSubmissionID = shaped(`GN\d{6,9}`)
	openSubmission   = openLink("submissions", false)
	openHash         = shaped(`[0-9a-f]{64}`)
)

// sentFile is a file of a submission, which the row names first.
func sentFile(name func(openRow) string) *openKind {
	return openFile(func(r openRow) string { return "goi-nop/" + word(r.values[0]) + "/" + name(r) })
}

var howWords = map[string]string{CameAsFile: "đọc từ tệp", CameOnline: "cổng trả", CameInPerson: "người dùng ghi"}

// openSent are signed submissions, what was sent, and how each went.
var openSent = []openTable{
	{table: "submissions", name: "goi-nop", say: "Hồ sơ đã ký: ai ký, lúc nào, tới đâu rồi, biên nhận của cổng", columns: []openColumn{
		{column: "id", name: "ma", head: "Mã", kind: openSubmissionID},
		{column: "dossier", name: "hoSo", head: "Hồ sơ", kind: openDossier},
		{column: "key", name: "maGui", head: "Mã gửi", kind: openText, say: "mã mà cổng nhận ra hồ sơ, để không gửi hai lần"},
		{column: "sha256", name: "sha256", head: "SHA-256 của gói đã ký", kind: openHash},
		{column: "files", name: "soTep", head: "Số tệp đã ký", kind: openNumber},
		{column: "signer", name: "nguoiKy", head: "Người ký", kind: openText},
		{column: "cert_serial", name: "soChungThu", head: "Số chứng thư số", kind: openText},
		{column: "signed_at", name: "kyLuc", head: "Ký lúc", kind: openMoment},
		{column: "created_at", name: "lapLuc", head: "Lập lúc", kind: openMoment},
		{column: "state", name: "trangThai", head: "Trạng thái", kind: openState},
		{column: "receipt", name: "bienNhan", head: "Biên nhận", may: true, kind: sentFile(func(r openRow) string { return "bien-nhan" + openpack.Ending(r.head) })},
		{column: "so_ho_so", name: "soHoSo", head: "Số hồ sơ", kind: openText},
		{column: "erased_at", name: "xoaLuc", head: "Xoá nội dung lúc", kind: openMoment, may: true, say: "hết hạn lưu, nội dung không còn; null là còn"},
	}},
	{table: "envelopes", name: "goi-da-ky", say: "Gói đã ký, đúng từng byte như đã gửi hoặc sẽ gửi", columns: []openColumn{
		{column: "submission", name: "goiNop", head: "Gói nộp", kind: openSubmission},
		{column: "bytes", name: "tep", head: "Tệp", kind: sentFile(func(r openRow) string { return "goi-da-ky" + openpack.Ending(r.head) })},
	}},
	{table: "submission_files", name: "tep-da-ky", order: "submission, n", say: "Từng tệp đã ký trong gói: tờ khai XML, PDF, giấy tờ", columns: []openColumn{
		{column: "submission", name: "goiNop", head: "Gói nộp", kind: openSubmission},
		{column: "n", name: "so", head: "Tệp thứ, từ 0", kind: openNumber},
		{column: "name", name: "ten", head: "Tên tệp", kind: openText},
		{column: "sha256", name: "sha256", head: "SHA-256", kind: openHash},
		{column: "bytes", name: "tep", head: "Tệp", kind: sentFile(func(r openRow) string {
			return fmt.Sprintf("%02d-%s", number(r.values[1]), openpack.FileName(word(r.values[2])))
		})},
	}},
	{table: "received", name: "tep-tra-ve", say: "Tệp mà cơ quan hoặc cổng trả về cho hồ sơ đã ký: giấy hẹn, thông báo, kết quả", columns: []openColumn{
		{column: "dossier", name: "hoSo", head: "Hồ sơ", kind: openDossier},
		{column: "name", name: "ten", head: "Tên tệp", kind: openText},
		{column: "how", name: "cach", head: "Cách nhận", kind: worded(func(s string) string { return howWords[s] }, CameAsFile, CameOnline, CameInPerson), say: "tep: đọc từ tệp, cong: cổng trả, tay: người dùng ghi"},
		{column: "sha256", name: "sha256", head: "SHA-256", kind: openHash},
		{column: "doc", name: "doc", head: "Đã đọc được", kind: openJSON},
		{column: "chu_ky", name: "chuKy", head: "Chữ ký, như đã xét lúc nhận", kind: openJSON},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
		{column: "bytes", name: "tep", head: "Tệp", kind: openFile(func(r openRow) string {
			return fmt.Sprintf("tra-ve/%s/%06d-%s", word(r.values[0]), r.n, openpack.FileName(word(r.values[1])))
		})},
	}},
	{table: "events", name: "su-kien", say: "Diễn biến của gói nộp: từng lần gửi, hỏi, trả lời, chuyển trạng thái; có chuỗi kiểm tra", columns: []openColumn{
		{column: "submission", name: "goiNop", head: "Gói nộp", kind: openSubmission},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
		{column: "tu", name: "tu", head: "Từ trạng thái", kind: openState},
		{column: "den", name: "den", head: "Đến trạng thái", kind: openState},
		{column: "kind", name: "loai", head: "Loại", kind: openText},
		{column: "note", name: "ghiChu", head: "Ghi chú", kind: openRoad},
		{column: "raw", name: "traLoi", head: "Câu trả lời nguyên văn", may: true, kind: sentFile(func(r openRow) string {
			return fmt.Sprintf("su-kien-%06d%s", r.n, openpack.Ending(r.head))
		})},
		{column: "said", name: "loiDaXoa", head: "Dấu của lời đã xoá", kind: openText, may: true, say: "hết hạn lưu, lời và câu trả lời không còn, chỉ còn SHA-256 của chúng"},
		{column: "", name: "chuoi", head: "Chuỗi kiểm tra", kind: openText, say: "SHA-256 của: 32 byte chuỗi của dòng trước (dòng đầu: không có), rồi chính dòng JSON này khi bỏ mục chuoi"},
	}, left: map[string]string{"hash": "chuỗi của mọi đơn vị trong tệp dữ liệu; trước khi xuất đã kiểm tra, rồi thay bằng chuoi"}},
	{table: "retries", name: "thu-lai", say: "Gói nộp được gửi lại thế nào", columns: []openColumn{
		{column: "submission", name: "goiNop", head: "Gói nộp", kind: openSubmission},
		{column: "road", name: "noiGui", head: "Nơi gửi lần cuối", kind: openRoad, say: "rỗng là cổng của đơn vị"},
		{column: "failures", name: "lanHong", head: "Số lần hỏng liên tiếp", kind: openNumber},
		{column: "pause", name: "nghiMs", head: "Để yên, phần nghìn giây", kind: openNumber},
		{column: "at", name: "luc", head: "Lúc", kind: openMoment},
	}},
	{table: "ledger", name: "so-da-gui", say: "Sổ đã gửi: người, tháng, phương án của từng gói nộp; để không khai trùng", columns: []openColumn{
		{column: "submission", name: "goiNop", head: "Gói nộp", kind: openSubmission},
		{column: "ma_so_bhxh", name: "maSoBHXH", head: "Mã số BHXH", kind: openText},
		{column: "so_cccd", name: "soCCCD", head: "Số ĐDCN/CCCD/hộ chiếu", kind: openText},
		{column: "month", name: "thang", head: "Tháng", kind: openMonth},
		{column: "phuong_an", name: "phuongAn", head: "Phương án hoặc loại đề nghị", kind: openText},
		{column: "sent_at", name: "guiLuc", head: "Gửi lúc", kind: openMoment, may: true, say: "null là chưa có biên nhận"},
	}},
	{table: "ledger_carried", name: "so-da-gui-mang-sang", say: "Dòng của sổ đã gửi mà chỉ dữ liệu trước một lần khôi phục còn biết", columns: []openColumn{
		{column: "key", name: "maGui", head: "Mã gửi", kind: openText},
		{column: "submission", name: "goiNop", head: "Gói nộp khi ấy", kind: openText},
		{column: "dossier", name: "hoSo", head: "Hồ sơ khi ấy", kind: openText},
		{column: "state", name: "trangThai", head: "Trạng thái khi ấy", kind: openState},
		{column: "ma_so_bhxh", name: "maSoBHXH", head: "Mã số BHXH", kind: openText},
		{column: "so_cccd", name: "soCCCD", head: "Số ĐDCN/CCCD/hộ chiếu", kind: openText},
		{column: "month", name: "thang", head: "Tháng", kind: openMonth},
		{column: "phuong_an", name: "phuongAn", head: "Phương án hoặc loại đề nghị", kind: openText},
		{column: "sent_at", name: "guiLuc", head: "Gửi lúc", kind: openMoment, may: true},
		{column: "erased_at", name: "xoaLuc", head: "Xoá số của người lúc", kind: openMoment, may: true},
	}},
	{table: "sent_carried", name: "bang-chung-da-gui", say: "Bằng chứng đã gửi mà chỉ dữ liệu trước một lần khôi phục còn biết", columns: []openColumn{
		{column: "key", name: "maGui", head: "Mã gửi", kind: openText},
		{column: "at", name: "luc", head: "Gửi lúc", kind: openMoment, say: "1970-01-01T00:00:00.000Z là không biết"},
		{column: "so_ho_so", name: "soHoSo", head: "Số hồ sơ", kind: openText},
		{column: "submission", name: "goiNop", head: "Gói nộp khi ấy", kind: openText},
		{column: "dossier", name: "hoSo", head: "Hồ sơ khi ấy", kind: openText},
		{column: "sha256", name: "sha256", head: "SHA-256 của gói đã ký", kind: openText},
		{column: "state", name: "trangThai", head: "Trạng thái khi ấy", kind: openState},
		{column: "receipt", name: "bienNhan", head: "Biên nhận", may: true, kind: openFile(func(r openRow) string {
			return fmt.Sprintf("bang-chung/%06d%s", r.n, openpack.Ending(r.head))
		})},
	}},
}

// login is the name and password that an address may carry before its host.
var login = regexp.MustCompile(`://[^/?#\s@"]*@`)

// openRoad is an address, or words with one in them: what opens a gateway is not for
// everybody to read.
var openRoad = func() *openKind {
	k := *openText
	k.put = func(x *openNames, b []byte, v any) ([]byte, error) {
		return openText.put(x, b, login.ReplaceAllString(word(v), "://"))
	}
	k.cells = func(_ *openNames, w *openpack.SheetWriter, v any) { w.Text(login.ReplaceAllString(word(v), "://")) }
	return &k
}()
