package signing

import (
	"errors"
	"fmt"
)

// The outcomes a caller tells apart with errors.Is. Each has its sentence in
// Say; an Error carries a more exact one.
var (
	ErrPINWrong       = errors.New("PIN or password is wrong")
	ErrPINLocked      = errors.New("PIN is locked")
	ErrPINLastTry     = errors.New("one try of the PIN is left and nobody agreed to use it")
	ErrCancelled      = errors.New("signing was cancelled")
	ErrDriver         = errors.New("token driver cannot be used")
	ErrDriverHung     = errors.New("token driver does not answer")
	ErrOpenFolder     = errors.New("token driver lies where anybody can replace it")
	ErrTokenMissing   = errors.New("token is not there")
	ErrKeyMissing     = errors.New("no private key")
	ErrSeveralKeys    = errors.New("several keys, none chosen")
	ErrKeyMismatch    = errors.New("signature does not belong to the certificate")
	ErrKeyUnsupported = errors.New("kind of key is not supported")
	ErrKeyUsage       = errors.New("certificate is not meant for signing")
	ErrKeyFile        = errors.New("key file cannot be read")
	ErrExpired        = errors.New("certificate has expired")
	ErrNotYetValid    = errors.New("certificate is not yet valid")
	ErrWrongTaxCode   = errors.New("certificate belongs to another tax code")
	ErrNoTaxCode      = errors.New("certificate names no tax code")
	ErrDocument       = errors.New("document cannot be signed")
	ErrAlreadySigned  = errors.New("document is already signed")
	ErrTimeStamp      = errors.New("no time stamp could be had")
	ErrTrustFile      = errors.New("file holds no certificate that could be trusted")
	ErrSelfCheck      = errors.New("finished signature failed its own verification")
)

// sentences are what the screen shows when an error carries nothing better.
var sentences = []struct {
	kind error
	say  string
}{
	{ErrPINWrong, "Chưa ký được: mã PIN hoặc mật khẩu không đúng. Kiểm tra bàn phím, bộ gõ rồi nhập lại."},
	{ErrPINLocked, "Chưa ký được: mã PIN đã bị khoá. Liên hệ nhà cung cấp chữ ký số để mở khoá."},
	{ErrPINLastTry, "Chưa ký: token chỉ còn một lần nhập mã PIN, nhập sai nữa thì bị khoá. Kiểm tra lại mã PIN, rồi xác nhận dùng lần cuối này."},
	{ErrCancelled, "Chưa ký: việc ký đã được huỷ. Bấm Ký để làm lại."},
	{ErrDriverHung, "Chưa ký được: trình điều khiển của token không trả lời nên đã bị dừng. Rút token, cắm lại rồi ký; nếu vẫn vậy, cài lại trình điều khiển."},
	{ErrOpenFolder, "Chưa dùng trình điều khiển này: nó nằm ở thư mục mà ai cũng ghi được. Chuyển nó về nơi cài đặt của nhà cung cấp, hoặc xác nhận là tin nơi này."},
	{ErrDriver, "Chưa ký được: trình điều khiển của token không dùng được. Cài lại trình điều khiển của nhà cung cấp chữ ký số."},
	{ErrTokenMissing, "Chưa ký được: không thấy USB token. Cắm lại token rồi bấm Ký."},
	{ErrKeyMissing, "Chưa ký được: không có khoá bí mật đi cùng chứng thư số. Chọn lại tệp hoặc thiết bị chứa khoá."},
	{ErrSeveralKeys, "Chưa ký được: nơi chứa khoá có nhiều chứng thư số. Chọn một chứng thư rồi ký lại."},
	{ErrKeyMismatch, "Chưa ký được: chữ ký trả về không khớp với chứng thư số đã chọn. Rút token, cắm lại, chọn lại chứng thư rồi ký."},
	{ErrKeyUnsupported, "Chưa ký được: loại khoá của chứng thư số chưa được hỗ trợ. Dùng chứng thư RSA từ 2048 bit hoặc ECDSA P-256, P-384."},
	{ErrKeyUsage, "Chưa ký được: chứng thư số này không dùng để ký. Chọn chứng thư ký của đơn vị."},
	{ErrKeyFile, "Chưa mở được tệp chứng thư số: tệp hỏng hoặc không đúng định dạng. Xuất lại tệp .p12/.pfx rồi chọn lại."},
	{ErrExpired, "Chưa ký được: chứng thư số đã hết hạn. Gia hạn với nhà cung cấp rồi ký lại."},
	{ErrNotYetValid, "Chưa ký được: chứng thư số chưa có hiệu lực. Kiểm tra ngày giờ của máy, hoặc đợi đến ngày hiệu lực."},
	{ErrWrongTaxCode, "Chưa ký được: chứng thư số thuộc mã số thuế khác. Chọn chứng thư của đơn vị đang kê khai."},
	{ErrNoTaxCode, "Chưa ký được: chứng thư số không ghi mã số thuế. Chọn chứng thư của đơn vị đang kê khai."},
	{ErrAlreadySigned, "Chưa ký được: tài liệu đã có chữ ký ở nơi cần ký. Lập lại tài liệu từ bản nháp rồi ký."},
	{ErrDocument, "Chưa ký được: tài liệu không đúng dạng có thể ký. Lập lại tài liệu rồi ký."},
	{ErrTimeStamp, "Chưa ký được: không lấy được dấu thời gian. Thử lại sau, đổi máy chủ dấu thời gian, hoặc ký không kèm dấu thời gian."},
	{ErrTrustFile, "Chưa nhận được: tệp không có chứng thư số của nơi cấp. Chọn tệp .pem, .crt, .cer hoặc .p7b của nơi cấp."},
	{ErrSelfCheck, "Chưa ký được: bản đã ký không qua được bước tự kiểm tra nên không được dùng. Ký lại; nếu vẫn vậy, lập lại tài liệu."},
}

// Sentences are all of them, for whoever looks one up.
func Sentences() []string {
	var out []string
	for _, s := range sentences {
		out = append(out, s.say)
	}
	return out
}

// Error is an outcome with the exact sentence for the screen: what, when, how to
// mend. Error() is for the log and names no person.
type Error struct {
	Kind     error  // one of the sentinels
	Sentence string // Vietnamese, for the screen
	Cause    error  // what lay underneath, may be nil
}

// Refuse makes an Error.
func Refuse(kind error, cause error, format string, args ...any) *Error {
	return &Error{Kind: kind, Cause: cause, Sentence: fmt.Sprintf(format, args...)}
}

// Error is the text for the log.
func (e *Error) Error() string {
	if e.Cause != nil {
		return e.Kind.Error() + ": " + e.Cause.Error()
	}
	return e.Kind.Error()
}

// Unwrap lets errors.Is find both the outcome and the cause.
func (e *Error) Unwrap() []error {
	if e.Cause != nil {
		return []error{e.Kind, e.Cause}
	}
	return []error{e.Kind}
}

// Say gives the Vietnamese sentence for any error of this package or wrapping
// one; "" for nil.
func Say(err error) string {
	if err == nil {
		return ""
	}
	var exact *Error
	if errors.As(err, &exact) && exact.Sentence != "" {
		return exact.Sentence
	}
	for _, s := range sentences {
		if errors.Is(err, s.kind) {
			return s.say
		}
	}
	return "Chưa ký được vì một lỗi chưa có tên. Thử lại; nếu vẫn vậy, gửi nhật ký cho người hỗ trợ."
}
