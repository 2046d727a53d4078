package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// ErrNoDossier is an ErrNotFound: there is no dossier of that code.
var ErrNoDossier = fmt.Errorf("no such dossier: %w", ErrNotFound)

// The outcomes a caller tells apart with errors.Is. Each has its sentence in Say.
var (
	ErrNotFound      = errors.New("no such record")
	ErrNewer         = errors.New("data file is of a newer version")
	ErrForeign       = errors.New("not a data file of this program")
	ErrLocked        = errors.New("another copy of the program is running")
	ErrBusy          = errors.New("data file is busy")
	ErrReadOnly      = errors.New("data file cannot be written")
	ErrDiskFull      = errors.New("disk is full")
	ErrDisk          = errors.New("disk does not read or write")
	ErrDamaged       = errors.New("data file is damaged")
	ErrWrongKey      = errors.New("key does not open the data file")
	ErrFrozen        = errors.New("dossier is no draft any more")
	ErrMoved         = errors.New("state is not what the caller thought")
	ErrReceipt       = errors.New("another receipt is already there")
	ErrNothingToUndo = errors.New("nothing to undo")
	ErrTooBig        = errors.New("too big to keep")
	ErrJournal       = errors.New("journal does not match its chain")
	ErrExists        = errors.New("file is already there")
	ErrBadBackup     = errors.New("backup could not be read back")
)

var sentences = []struct {
	kind error
	say  string
}{
	{ErrBadBackup, "Chưa sao lưu được: bản vừa ghi đọc lại không nguyên vẹn nên không được tính. Kiểm tra ổ đĩa, rồi sao lưu sang ổ khác."},
	{ErrNewer, "Chưa mở được dữ liệu: tệp này do phiên bản AnKhai mới hơn tạo ra. Cập nhật AnKhai rồi mở lại."},
	{ErrForeign, "Chưa mở được dữ liệu: tệp này không phải dữ liệu của AnKhai. Chọn thư mục dữ liệu khác."},
	{ErrLocked, "Chưa mở được dữ liệu: một cửa sổ AnKhai khác đang dùng thư mục này. Chuyển sang cửa sổ đó, hoặc đóng nó rồi mở lại."},
	{ErrBusy, "Chưa ghi được: dữ liệu đang bận việc khác. Đợi vài giây rồi làm lại."},
	{ErrReadOnly, "Chưa ghi được: thư mục dữ liệu không cho ghi. Kiểm tra quyền của thư mục, hoặc chọn thư mục khác."},
	{ErrDiskFull, "Chưa ghi được: ổ đĩa đã đầy. Giải phóng dung lượng rồi làm lại; dữ liệu đã lưu vẫn còn nguyên."},
	{ErrDisk, "Chưa đọc hoặc ghi được: ổ đĩa báo lỗi. Kiểm tra ổ đĩa rồi làm lại; dữ liệu đã lưu vẫn còn nguyên."},
	{ErrWrongKey, "Chưa mở được dữ liệu: khoá không đúng với tệp này. Kiểm tra mật khẩu hoặc khoá khôi phục, hoặc chọn đúng thư mục dữ liệu."},
	{ErrDamaged, "Chưa đọc được: tệp dữ liệu bị hỏng. Khôi phục từ bản sao lưu gần nhất."},
	{ErrFrozen, "Chưa sửa được: hồ sơ đã ký hoặc đã huỷ. Lập hồ sơ mới từ hồ sơ này rồi sửa ở đó."},
	{ErrOut, "Chưa làm được: hồ sơ đang giao cho người khác ký nên giữ nguyên. Nhận tệp đã ký về, hoặc gọi hồ sơ lại rồi làm tiếp."},
	{ErrNoLetter, "Chưa mở được: tệp này không phải tệp giao ký của AnKhai. Chọn đúng tệp."},
	{ErrLetterNewer, "Chưa mở được: tệp do phiên bản AnKhai mới hơn ghi. Cập nhật AnKhai rồi mở lại."},
	{ErrLetterBad, "Chưa mở được: tệp giao ký bị hỏng, bị cắt hoặc đã bị sửa. Xin người gửi gửi lại."},
	{ErrMoved, "Chưa làm được: trạng thái của hồ sơ vừa thay đổi. Mở lại hồ sơ để xem trạng thái mới."},
	{ErrReceipt, "Chưa ghi được biên nhận: hồ sơ đã có biên nhận khác. Đối chiếu hai biên nhận trước khi làm tiếp."},
	{ErrNothingToUndo, "Không còn thao tác nào để hoàn tác."},
	{ErrTooBig, "Chưa lưu được: tệp quá lớn. Chia nhỏ hoặc nén tệp rồi đính kèm lại."},
	{ErrJournal, "Nhật ký không khớp chuỗi kiểm tra: tệp dữ liệu đã bị sửa từ bên ngoài. Khôi phục từ bản sao lưu gần nhất."},
	{ErrNotOpen, "Chưa nhận được: đây không phải bản xuất mở của AnKhai. Chọn thư mục hoặc tệp ZIP có danh-sach-tep.json trong đó."},
	{ErrExists, "Chưa ghi được: đã có tệp cùng tên. Chọn tên khác."},
	{ErrTerm, "Chưa xoá: hồ sơ đã ký là chứng cứ, được giữ đến hết hạn lưu của nó. Đặt hạn lưu cho hồ sơ đã ký, hoặc đợi đến hạn."},
	{ErrNoDossier, "Không có hồ sơ nào mang mã này. Xem các hồ sơ: bhxh list"}, // one of the next
	{ErrNotFound, "Không tìm thấy mục này trong dữ liệu. Mở lại danh sách để xem mục còn lại."},
}

// Say returns the Vietnamese sentence of an outcome of this package, "" if err
// is none of them.
func Say(err error) string {
	var locked *LockedError
	if errors.As(err, &locked) {
		return locked.say()
	}
	var faults OpenFaults
	if errors.As(err, &faults) {
		return faults.Say()
	}
	for _, s := range sentences {
		if errors.Is(err, s.kind) {
			return s.say
		}
	}
	return ""
}

// outcome gives an error of the driver or of the disk the sentinel that a caller
// can choose by. It keeps the driver's words for the log: they name tables and
// rules, never values.
func outcome(err error) error {
	if err == nil || Say(err) != "" || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	kind := error(nil)
	var e *sqlite.Error
	var field *json.UnmarshalTypeError
	switch {
	case errors.As(err, &field): // its own words quote the value
		return fmt.Errorf("%w: field %s is not of its kind", ErrDamaged, field.Field)
	case errors.Is(err, sql.ErrNoRows):
		return ErrNotFound
	case errors.As(err, &e):
		switch e.Code() & 0xff {
		case sqlite3.SQLITE_IOERR:
			switch kind = ErrDisk; e.Code() {
			case sqlite3.SQLITE_IOERR_DATA, sqlite3.SQLITE_IOERR_CORRUPTFS:
				kind = ErrDamaged
			case sqlite3.SQLITE_IOERR_SHMSIZE: // no room for the memory that connections share
				kind = ErrDiskFull
			}
		case sqlite3.SQLITE_AUTH:
			kind = ErrWrongKey
		case sqlite3.SQLITE_FULL:
			kind = ErrDiskFull
		case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
			kind = ErrReadOnly
		case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
			kind = ErrBusy
		case sqlite3.SQLITE_CORRUPT:
			kind = ErrDamaged
		case sqlite3.SQLITE_NOTADB:
			kind = ErrForeign
		case sqlite3.SQLITE_CONSTRAINT:
			if e.Code() == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY {
				kind = ErrNotFound
			}
		}
	case errors.Is(err, syscall.ENOSPC), diskFull(err):
		kind = ErrDiskFull
	case errors.Is(err, syscall.EIO):
		kind = ErrDisk
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		kind = ErrReadOnly
	case errors.Is(err, fs.ErrExist):
		kind = ErrExists
	}
	if kind == nil {
		return err
	}
	return fmt.Errorf("%w: %w", kind, err)
}
