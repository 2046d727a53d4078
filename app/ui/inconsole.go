package ui

// inConsole is how the console does what the search offers, after «bhxh»: by the title
// under which the window offers it. What is not here has no meaning without a window,
// which a test says of each.
var inConsole = map[string]string{
	"Tổng quan":      "overview",
	"Người lao động": "people list",
	"Bảng lương":     "compare",
	"Hồ sơ":          "list",
	"Thủ tục":        "services",
	"Đối chiếu C12":  "c12",
	"Công cụ tính":   "law benefit",
	"Chữ ký số":      "tokens",
	"Hộp gửi–nhận":   "outbox",
	"Báo cáo":        "report",
	"Các đơn vị":     "board",

	"Chọn bảng lương":                         "import",
	"Lập hồ sơ từ tệp Excel":                  "draft",
	"Đổi trường hợp của hồ sơ đang mở":        "draft --case",
	"Lưu thông báo C12 gốc":                   "c12 original",
	"Lấy mẫu Excel trống":                     "forms template",
	"Thêm đơn vị":                             "init",
	"Sửa đơn vị này":                          "init",
	"Mở công ty mẫu":                          "start sample",
	"Danh sách, báo cáo, bảng lương ra Excel": "report",
	"Nhập chế độ đã hưởng từ tệp":             "claims import",
	"Xuất dữ liệu mở của đơn vị":              "employer open",
	"Giao đơn vị cho nơi khác":                "employer export",
	"Nhận đơn vị từ tệp":                      "employer import",
	"Khôi phục từ bản sao lưu":                "backup restore",
	"Khoá dữ liệu":                            "keys",
	"Khám máy":                                "doctor",
	"Nội dung nhập dở":                        "drafts",

	"Đơn vị":              "init",
	"Cổng và tài khoản":   "gateway show",
	"Sao lưu":             "backup",
	"Dữ liệu cá nhân":     "retention",
	"Ngày nghỉ lễ":        "deadlines days",
	"Cách hiểu pháp luật": "law settings",
	"Giới thiệu":          "about",
}
