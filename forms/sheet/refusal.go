package sheet

import "errors"

// Refusal is a reason why a file is not read at all. Its text is a Vietnamese
// sentence for the user; the sentinels below are the only values.
type Refusal struct{ say string }

// Error returns the sentence.
func (r *Refusal) Error() string { return r.say }

// The reasons. Read wraps one of them; choose with errors.Is.
var (
	ErrPassword    = &Refusal{"Tệp có mật khẩu: mở bằng Excel, vào Tệp › Thông tin › Bảo vệ sổ làm việc để bỏ mật khẩu, lưu lại rồi nhập"}
	ErrOldXLS      = &Refusal{"Tệp Excel kiểu cũ (.xls): mở bằng Excel, lưu thành Excel Workbook (.xlsx) rồi nhập"}
	ErrDamaged     = &Refusal{"Tệp Excel bị hỏng hoặc thiếu một phần: mở bằng Excel để sửa và lưu lại, hoặc lấy lại bản gốc rồi nhập"}
	ErrTooBig      = &Refusal{"Tệp Excel quá lớn khi mở ra: xoá các trang, dòng và cột thừa, lưu lại rồi nhập"}
	ErrNotWorkbook = &Refusal{"Tệp không phải sổ làm việc Excel (.xlsx) hay bảng chữ (.csv): chọn đúng tệp bảng lương, hoặc lưu thành .xlsx rồi nhập"}
	ErrEncoding    = &Refusal{"Không rõ bảng mã chữ Việt của tệp, hoặc tệp bị hỏng: mở bằng Excel cho thấy đúng chữ, lưu thành Excel Workbook (.xlsx) hoặc CSV UTF-8 rồi nhập"}
	ErrWebPage     = &Refusal{"Tệp là trang web hoặc XML mang tên bảng tính: mở bằng Excel, lưu thành Excel Workbook (.xlsx) rồi nhập"}
)

// Say returns the sentence for the user of an error that Read returned, and ""
// for other errors.
func Say(err error) string {
	var r *Refusal
	if errors.As(err, &r) {
		return r.say
	}
	return ""
}
