package task

import (
	"slices"
	"strings"
)

// Kind is what a work does to the data. It decides what may run beside it, and whether
// it may go on behind the window.
type Kind int

const (
	// Alone needs the whole data to itself and stays before the window: putting a backup
	// back, taking an employer in, erasing.
	Alone Kind = iota
	// Edits writes what is seen in the grid just now, as typing does: it stays before the
	// window, and other works go on beside it as they do beside typing.
	Edits
	// Reads looks at the data, or writes files of the person's own.
	Reads
	// Changes writes dossiers or the roster, or moves them at a gateway.
	Changes
	// Signs uses a key or its device.
	Signs
	// Copies copies the whole data as it is at one moment.
	Copies
)

// beside says which kinds may run at the same time. Two works that change dossiers could
// both draft the same proposals; a dossier that is signed must not be changed or sent by
// another work meanwhile; a key's device serves one at a time; two copies at once help
// nobody.
var beside = map[Kind][]Kind{
	Alone:   {},
	Edits:   {Edits, Reads, Changes, Signs, Copies},
	Reads:   {Edits, Reads, Changes, Signs, Copies},
	Changes: {Edits, Reads, Copies},
	Signs:   {Edits, Reads, Copies},
	Copies:  {Edits, Reads, Changes, Signs},
}

// mayBeside reports whether two works may run at the same time.
func mayBeside(a, b Kind) bool {
	return slices.Contains(beside[a], b)
}

// behind reports whether a work may go on behind the window.
func (k Kind) behind() bool { return k != Alone && k != Edits }

// works names every work by the beginning of its title, or by what stands around "%s",
// with its kind and with words that name nobody: those stand on the desktop when it has
// ended. The first line that fits holds. A title of no line is Alone; a test holds the
// titles of all screens against this list.
var works = []struct {
	title string
	kind  Kind
	say   string
}{
	{"Đang khôi phục", Alone, "khôi phục dữ liệu"},
	{"Đang xem tệp dữ liệu", Alone, "xem tệp dữ liệu"},
	{"Đang mở công ty mẫu", Alone, "mở công ty mẫu"},
	{"Đang nhận đơn vị", Alone, "nhận đơn vị"},
	{"Đang lấy lại đơn vị", Alone, "lấy lại đơn vị"},
	{"Đang xem những gì sẽ xoá", Alone, "xem những gì sẽ xoá"},
	{"Đang xoá và ghi lại tệp dữ liệu", Alone, "xoá dữ liệu của một người"},
	{"Đang xoá bản sao", Alone, "xoá bản sao"},

	{"Đang ghi %s ô", Edits, "ghi ô"},
	{"Đang đọc tệp Excel", Edits, "đọc tệp Excel vào hồ sơ"},

	{"Đang lập báo cáo", Reads, "lập báo cáo"},
	{"Đang lập phiếu người lao động", Reads, "lập phiếu người lao động"},
	{"Đang lập văn bản", Reads, "lập văn bản"},
	{"Đang lập bảng đối chiếu", Reads, "lập bảng đối chiếu"},
	{"Đang lấy thông báo gốc", Reads, "lấy thông báo gốc"},
	{"Đang tạo bản in", Reads, "tạo bản in"},
	{"Đang ghi tệp Excel", Reads, "ghi tệp Excel"},
	{"Đang điền mẫu Excel của cơ quan BHXH", Reads, "điền mẫu Excel của cơ quan BHXH"},
	{"Đang ghi chú vào %s", Reads, "ghi chú vào bảng lương"},
	{"Đang tra ở cơ quan BHXH", Reads, "tra ở cơ quan BHXH"},
	{"Đang tìm bản ghi trùng", Reads, "tìm bản ghi trùng"},
	{"Đang gom dữ liệu của một người", Reads, "gom dữ liệu của một người"},
	{"Đang xuất nhật ký xử lý", Reads, "xuất nhật ký xử lý"},
	{"Đang xuất dữ liệu mở", Reads, "xuất dữ liệu mở"},
	{"Đang đọc bản xuất mở", Reads, "đọc bản xuất mở"},
	{"Đang giao đơn vị", Reads, "giao đơn vị"},
	{"Đang đọc bản sao", Reads, "đọc bản sao"},
	{"Đang đọc tệp của phần mềm khác", Reads, "đọc tệp của phần mềm khác"},
	{"Đang mở tệp giao ký", Reads, "mở tệp giao ký"},
	{"Đang so hai bảng lương", Reads, "so hai bảng lương"},
	{"Đang đóng gói giám định", Reads, "đóng gói giám định"},

	{"Đang kiểm tra", Changes, "kiểm tra"},
	{"Đang lập hồ sơ", Changes, "lập hồ sơ"},
	{"Đang đổi mã xã", Changes, "đổi mã xã"},
	{"Đang gửi", Changes, "gửi hồ sơ"},
	{"Đang hỏi nơi nhận", Changes, "hỏi nơi nhận"},
	{"Đang hỏi tiến độ", Changes, "hỏi tiến độ"},
	{"Đang hỏi cổng", Changes, "hỏi cổng"},
	{"Đang lấy kết quả", Changes, "lấy kết quả"},
	{"Đang ghi lịch sử", Changes, "ghi lịch sử"},
	{"Đang ghi chế độ đã hưởng", Changes, "ghi chế độ đã hưởng"},
	{"Đang ghi tệp giao ký", Changes, "giao hồ sơ đi ký"},
	{"Đang nhận và kiểm chữ ký", Changes, "nhận chữ ký"},

	{"Đang tìm chữ ký số", Signs, "tìm chữ ký số"},
	{"Đang ký một tệp", Signs, "ký một tệp"},
	{"Đang ký", Signs, "ký hồ sơ"},
	{"Đang mở tệp chữ ký số", Signs, "mở tệp chữ ký số"},
	{"Đang đăng nhập dịch vụ ký từ xa", Signs, "đăng nhập dịch vụ ký từ xa"},
	{"Đang khám máy (trình điều khiển treo thì đợi 15 giây)", Signs, "khám máy"},

	{"Đang sao lưu", Copies, "sao lưu"},

	{"Đang đọc %s", Changes, "đọc tệp"},
	{"Đang ghi %s", Reads, "ghi tệp"},
}

// kindOf is the kind of a work and its words for the desktop; ok is false for a title of
// no line.
func kindOf(title string) (k Kind, say string, ok bool) {
	for _, w := range works {
		before, after, _ := strings.Cut(w.title, "%s")
		if strings.HasPrefix(title, before) && strings.HasSuffix(title, after) {
			return w.kind, w.say, true
		}
	}
	return Alone, "việc đang chạy", false
}

// Known reports whether a title is in the list.
func Known(title string) bool {
	_, _, ok := kindOf(title)
	return ok
}

// Titles are those of the list.
func Titles() (out []string) {
	for _, w := range works {
		out = append(out, w.title)
	}
	return out
}
