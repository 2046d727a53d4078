package storage

import (
	"slices"

	"ankhai/storage/openpack"
)

// OpenVersion is of the tables of an open export. It grows when a table or a column
// comes in; a program reads its own and every earlier one.
const OpenVersion = 1

// openTable is a table of the data file as an open export shows it.
type openTable struct {
	table   string // in the data file
	name    string // outside: du-lieu/<name>.json, bang/<name>.csv
	say     string // what it is, in Vietnamese
	order   string // of its rows, "" for the order of its key
	since   int    // the version that it came with, 0 is the first
	columns []openColumn
	left    map[string]string // columns that stay inside, and why
}

// openColumn is a column of such a table.
type openColumn struct {
	column string // in the data file; "" is made while it is written
	name   string // outside
	head   string // over the column of a sheet
	kind   *openKind
	may    bool   // it may be nothing, which is null
	say    string // what the head does not say
	since  int    // the version that it came with, 0 is the first; earlier exports have none
	blank  any    // what it is for these
}

// openTables are all of them, parents before children.
var openTables = slices.Concat(openPeople, openPayrolls, openDossiers, openSent, openBenefits, openInbox)

// openLeft are the tables that an open export has no file of, and why.
var openLeft = map[string]string{
	"counters":         "số thứ tự đã cấp trong thư mục dữ liệu; khi nhận được tính lại từ mã của các dòng",
	"moves":            "các bước chuyển trạng thái được phép, thuộc chương trình",
	"dossier_checks":   "số lỗi của lần kiểm gần nhất; kiểm lại là có",
	"c12_checks":       "số chỗ lệch của lần đối chiếu gần nhất; đối chiếu lại là có",
	"handovers":        "hồ sơ đang giao ra ngoài để ký, thuộc thư mục đã giao; khi nhận ở nơi khác thì hồ sơ là nháp",
	"journal":          "nhật ký xử lý của cả thư mục dữ liệu, chuỗi kiểm tra không tách được theo đơn vị; ở lại với thư mục ấy",
	"erasures":         "biên bản xoá của cả thư mục dữ liệu, chỉ có mã; ở lại với thư mục ấy",
	"attachment_bytes": "giấy tờ của phiên bản đầu; nội dung nằm trong tep/giay-to như mọi giấy tờ",
	"settings":         "chỉ những mục của đơn vị được xuất, trong du-lieu/thiet-lap.json; tài khoản cổng, khoá ghim của cổng, tài khoản ký, phiên ký, nơi sao lưu và lựa chọn của máy thì không",
}

// The table of settings is chosen by key, so it has a reader and a writer of its own.
var openSettings = openTable{
	table: "settings", name: "thiet-lap",
	say: "Thiết lập của đơn vị và điều chương trình nhớ về từng hồ sơ: cổng, I-VAN, cách hiểu luật, số liệu và lịch nghỉ tự thêm, các bước giải quyết, danh sách đã theo hồ sơ tới đâu",
	columns: []openColumn{
		{column: "key", name: "khoa", head: "Thiết lập", kind: openText},
		{column: "of", name: "cua", head: "Của", kind: openText, say: "mã số thuế, mã hồ sơ hoặc mã gói nộp; rỗng là của chung"},
		{column: "value", name: "giaTri", head: "Giá trị", kind: openJSON},
	},
}

// OpenOptions say how an open export is written and taken in.
type OpenOptions struct {
	// Settings are the beginnings of settings that go along, "cong:"; what follows is
	// the tax code, a dossier or a submission. Every other setting stays.
	Settings []string
	// Common are settings of all employers that go along whole. Where the data that
	// takes them in has its own, that stays.
	Common []string
	// Roster is as in TakeOptions.
	Roster []string
	// Words puts a column of a form into words for the heads of sheets, "" where it
	// does not know it. nil knows none.
	Words func(formID, table, tag string) string
}

// OpenInfo is what is in an open export.
type OpenInfo struct {
	MST         string
	Name        string // of the employer
	Version     int
	People      int
	Payrolls    int
	Dossiers    int
	Submissions int
	Files       int   // all of them
	Bytes       int64 // of them
}

func openInfo(c openpack.Contents, name string) OpenInfo {
	i := OpenInfo{MST: c.MST, Name: name, Version: c.Version, Files: len(c.Files), People: c.Rows["nguoi-lao-dong"],
		Payrolls: c.Rows["bang-luong"], Dossiers: c.Rows["ho-so"], Submissions: c.Rows["goi-nop"]}
	for _, f := range c.Files {
		i.Bytes += f.Size
	}
	return i
}
