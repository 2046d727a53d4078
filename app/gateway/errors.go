package gateway

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// The outcomes a caller chooses by; see Gateway for what each one permits.
var (
	ErrRefused     = errors.New("gateway: refused")
	ErrUnclear     = errors.New("gateway: outcome unclear")
	ErrUnknownKey  = errors.New("gateway: key unknown")
	ErrDown        = errors.New("gateway: not reached")
	ErrCredentials = errors.New("gateway: account refused")
	ErrKeyTaken    = errors.New("gateway: key stands for other bytes")
	ErrNoTracking  = errors.New("gateway: this road cannot follow a dossier")
	ErrNotThere    = errors.New("gateway: nothing of this name")
	ErrPackage     = errors.New("gateway: package not fit to send")

	// ErrNoService is an ErrNotThere: the gateway has no such way to ask, for nobody.
	ErrNoService = fmt.Errorf("%w: no such service", ErrNotThere)
)

// Finding is one reason of a refusal or return, in the other side's words.
type Finding struct {
	Ma       string // E-ENV-02
	Tep      string // file inside the envelope, or empty
	Cho      string // element or row, or empty
	ThongBao string // Vietnamese
	NhacNho  bool   // does not block
}

// RefusedError is a definitive answer that nothing was kept: the faults named
// in it, the account (Is ErrCredentials) or the key (Is ErrKeyTaken).
type RefusedError struct {
	Status   int
	Title    string
	Detail   string
	Findings []Finding
	Raw      []byte
}

// Error names codes only: words and names stay out of logs.
func (e *RefusedError) Error() string {
	codes := make([]string, 0, len(e.Findings))
	for _, f := range e.Findings {
		codes = append(codes, f.Ma)
	}
	return fmt.Sprintf("gateway: refused with HTTP %d [%s]", e.Status, strings.Join(codes, " "))
}

// Is makes an account's or a key's refusal something else than a dossier's.
func (e *RefusedError) Is(target error) bool {
	switch e.Status {
	case 401, 403:
		return target == ErrCredentials
	case 409:
		return target == ErrKeyTaken
	}
	return target == ErrRefused
}

// Say is the sentence for the user.
func (e *RefusedError) Say() string {
	switch e.Status {
	case 401, 403:
		return "Cổng không nhận tài khoản I-VAN. Mở Cài đặt, sửa mã I-VAN, tên đăng nhập hoặc mật khẩu rồi gửi lại."
	case 409:
		return "Cổng đang giữ một hồ sơ khác dưới cùng mã gửi. Mở Hộp gửi–nhận, xem hồ sơ đã gửi rồi lập lần gửi mới."
	}
	n := 0
	for _, f := range e.Findings {
		if !f.NhacNho {
			n++
		}
	}
	if n == 0 {
		return "Cổng từ chối hồ sơ: " + e.Detail
	}
	return fmt.Sprintf("Cổng từ chối hồ sơ vì %d lỗi. Sửa các lỗi nêu bên dưới, ký lại rồi gửi.", n)
}

// UnclearError is an outcome nobody can know from here. Cause is one word of
// the list below, for tests and journals.
type UnclearError struct {
	Cause      string        // timeout, cut, status, html, foreign, malformed, redirect, broken
	Status     int           // HTTP status, or 0
	RetryAfter time.Duration // what the other side asked for, or 0
	Raw        []byte        // what came, bounded
	Err        error
}

// Error names the cause and the status.
func (e *UnclearError) Error() string {
	s := "gateway: outcome unclear (" + e.Cause
	if e.Status != 0 {
		s += fmt.Sprintf(", HTTP %d", e.Status)
	}
	s += ")"
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Is reports ErrUnclear.
func (e *UnclearError) Is(target error) bool { return target == ErrUnclear }

// Unwrap gives the error of the network or the decoder.
func (e *UnclearError) Unwrap() error { return e.Err }

// Say is the sentence for the user.
func (e *UnclearError) Say() string {
	var why string
	switch e.Cause {
	case "timeout":
		why = "hết thời gian chờ"
	case "cut", "broken":
		why = "kết nối bị ngắt giữa chừng"
	case "status":
		why = fmt.Sprintf("cổng báo trục trặc (HTTP %d)", e.Status)
	case "html":
		why = "câu trả lời là một trang web, không phải của cổng"
	case "foreign":
		why = "biên nhận là của hồ sơ khác"
	case "redirect":
		why = "cổng chuyển sang địa chỉ khác"
	default:
		why = "câu trả lời không đọc được"
	}
	return "Chưa rõ cổng đã nhận hồ sơ hay chưa: " + why + ". Chương trình sẽ hỏi lại cổng trước khi gửi tiếp; không lập hồ sơ mới cho cùng nội dung."
}

// DownError says that nothing left this machine.
type DownError struct {
	Doing string // "connect", "upload", "use folder"
	Err   error
}

// Error names what was being done.
func (e *DownError) Error() string {
	return fmt.Sprintf("gateway: not reached: %s: %v", e.Doing, e.Err)
}

// Is reports ErrDown.
func (e *DownError) Is(target error) bool { return target == ErrDown }

// Unwrap gives the error of the network or the disk.
func (e *DownError) Unwrap() error { return e.Err }

// Say is the sentence for the user.
func (e *DownError) Say() string {
	switch {
	case e.Doing == writing:
		return "Chưa xuất được tệp: không ghi được vào thư mục đã chọn. Kiểm tra chỗ trống và quyền ghi rồi xuất lại."
	case e.Doing == uploading:
		return "Chưa gửi xong: đường truyền đứt khi đang tải hồ sơ lên, cổng chưa nhận hồ sơ. Hồ sơ còn trong hộp gửi; lần sau chương trình tải tiếp từ chỗ dừng."
	case errors.Is(e.Err, errPin):
		return "Chưa gửi được: cổng không xuất trình đúng chứng thư đã ghim. Hồ sơ còn trong hộp gửi; hỏi bên vận hành cổng trước khi gửi lại."
	}
	return "Chưa gửi được: không kết nối được với cổng. Hồ sơ còn nguyên trong hộp gửi; kiểm tra mạng rồi gửi lại."
}

// Say gives the Vietnamese sentence of any error of this package.
func Say(err error) string {
	var s interface{ Say() string }
	switch {
	case err == nil:
		return ""
	case errors.As(err, &s):
		return s.Say()
	case errors.Is(err, ErrUnknownKey):
		return "Cổng chưa có hồ sơ nào dưới mã gửi này. Chờ thêm rồi hỏi lại, sau đó mới gửi lại đúng tệp đã ký."
	case errors.Is(err, ErrKeyTaken):
		return (&RefusedError{Status: 409}).Say()
	case errors.Is(err, ErrNoService):
		return "Cổng này chưa có phần đã hỏi. Hỏi tổ chức I-VAN khi nào có."
	case errors.Is(err, ErrNotThere):
		return "Cổng trả lời là không có dữ liệu này. Kiểm tra lại mã đã hỏi; cổng đời trước cũng có thể chưa có phần này."
	case errors.Is(err, ErrNoTracking):
		return "Hồ sơ xuất ra tệp không theo dõi được từ đây. Nhập biên nhận của I-VAN vào hồ sơ khi có."
	case errors.Is(err, ErrPackage):
		return "Chưa gửi được: gói hồ sơ không nguyên vẹn. Ký lại hồ sơ rồi gửi."
	}
	return "Chưa gửi được: lỗi chưa rõ nguyên nhân. Hồ sơ còn trong hộp gửi; xem nhật ký của hồ sơ."
}

// RetryAfter is how long the other side asked to be left alone, 0 if it did not.
func RetryAfter(err error) time.Duration {
	var u *UnclearError
	if errors.As(err, &u) {
		return u.RetryAfter
	}
	return 0
}
