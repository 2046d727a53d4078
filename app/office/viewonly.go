package office

import (
	"errors"

	"ankhai/storage"
)

// ViewOnlySay tells that nothing can be written, and what to do.
const ViewOnlySay = "Chỉ xem: thư mục dữ liệu không cho ghi, nên không nhập, sửa, ký hay gửi được. Kiểm tra quyền của thư mục hoặc ổ đĩa rồi mở lại."

// ViewOnly reports whether the data folder cannot be written: everything can be
// looked at, and every change answers storage.ErrReadOnly.
func (o *Office) ViewOnly() bool { return o.viewOnly }

// missing reports whether an error says that there is no such record.
func missing(err error) bool { return errors.Is(err, storage.ErrNotFound) }
