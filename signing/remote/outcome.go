package remote

import (
	"errors"
	"strings"

	"ankhai/signing"
)

// The outcomes of remote signing beside those of package signing. Each error that
// leaves this package carries its sentence for signing.Say.
var (
	ErrWaiting   = errors.New("the holder has not confirmed yet")
	ErrDeclined  = errors.New("the holder declined")
	ErrLapsed    = errors.New("the request was not confirmed in time")
	ErrFailed    = errors.New("the service could not sign")
	ErrQuota     = errors.New("the account has no signatures left")
	ErrOTPWrong  = errors.New("one-time code is wrong")
	ErrOTPNeeded = errors.New("a code is needed and nobody was asked")
	ErrLogin     = errors.New("the service refuses the account")
	ErrBrowser   = errors.New("the service wants a login in a browser")
	ErrAccount   = errors.New("account is not complete")
	ErrDown      = errors.New("the service cannot be reached")
	ErrSlow      = errors.New("the service does not answer in time")
	ErrTLS       = errors.New("the server's certificate is not accepted")
	ErrRedirect  = errors.New("the service sends elsewhere")
	ErrHTML      = errors.New("the service answers with a page")
	ErrHuge      = errors.New("the answer is too large")
	ErrAnswer    = errors.New("the answer is not understood")
	ErrUnknown   = errors.New("the service does not know the transaction")
)

// ends says whether an outcome ends a ticket: the request is over and a new one is
// needed. After any other the same ticket can be taken up again.
func ends(err error) bool {
	for _, kind := range []error{ErrDeclined, ErrLapsed, ErrFailed, ErrUnknown, signing.ErrKeyMismatch} {
		if errors.Is(err, kind) {
			return true
		}
	}
	return false
}

// quoting adds the service's own words to the sentence of an outcome: they are for the
// screen, as they are, and may name a person, so that they stay out of the log.
func quoting(err error, words ...string) error {
	said := strings.Join(strings.Fields(strings.Join(words, " ")), " ")
	if r := []rune(said); len(r) > longestQuote {
		said = string(r[:longestQuote]) + "…"
	}
	var outcome *signing.Error
	if said != "" && errors.As(err, &outcome) {
		outcome.Sentence += " Dịch vụ trả lời: «" + strings.ToValidUTF8(said, "") + "»."
	}
	return err
}

// longestQuote is how much of a service's words is shown, in letters.
const longestQuote = 300

func waiting() error {
	return signing.Refuse(ErrWaiting, nil, "Chưa ký xong: đang chờ người giữ chữ ký xác nhận trên điện thoại. Xác nhận trong ứng dụng rồi ký lại; yêu cầu đã gửi được dùng tiếp, không gửi yêu cầu mới.")
}

func declined(cause error) error {
	return signing.Refuse(ErrDeclined, cause, "Chưa ký được: người giữ chữ ký đã từ chối trên điện thoại. Xem lại hồ sơ rồi ký lại để gửi yêu cầu mới.")
}

func lapsed(cause error) error {
	return signing.Refuse(ErrLapsed, cause, "Chưa ký được: yêu cầu ký đã hết hạn trước khi được xác nhận. Ký lại để gửi yêu cầu mới, rồi xác nhận trên điện thoại trong vài phút.")
}

func failed(cause error) error {
	return signing.Refuse(ErrFailed, cause, "Chưa ký được: dịch vụ ký từ xa báo không ký được yêu cầu này. Ký lại; nếu vẫn vậy, liên hệ nhà cung cấp chữ ký số.")
}

func unknown(cause error) error {
	return signing.Refuse(ErrUnknown, cause, "Chưa ký được: dịch vụ ký từ xa không còn giữ yêu cầu đã gửi. Ký lại để gửi yêu cầu mới.")
}

func quota(cause error) error {
	return signing.Refuse(ErrQuota, cause, "Chưa ký được: tài khoản ký từ xa đã hết lượt ký. Mua thêm lượt ký với nhà cung cấp rồi ký lại.")
}

func otpWrong(cause error) error {
	return signing.Refuse(ErrOTPWrong, cause, "Chưa ký được: mã xác nhận một lần không đúng hoặc đã hết hạn. Ký lại và nhập mã mới nhất: dịch vụ gửi mã qua tin nhắn thì sẽ gửi mã mới.")
}

func pinWrong(cause error) error {
	return signing.Refuse(signing.ErrPINWrong, cause, "Chưa ký được: mã PIN của chữ ký từ xa không đúng. Kiểm tra rồi ký lại; nhập sai nhiều lần thì dịch vụ khoá chữ ký.")
}

func login(cause error) error {
	return signing.Refuse(ErrLogin, cause, "Chưa ký được: dịch vụ ký từ xa không nhận tài khoản hoặc mật khẩu đã khai. Kiểm tra với nhà cung cấp rồi khai lại ở «Chữ ký số» hoặc bằng bhxh remote add.")
}

func incomplete(what string) error {
	return signing.Refuse(ErrAccount, errors.New(what), "Tài khoản ký từ xa chưa đủ: thiếu %s. Khai lại ở «Chữ ký số» hoặc bằng bhxh remote add.", what)
}

func misunderstood(cause error) error {
	return signing.Refuse(ErrAnswer, cause, "Chưa ký được: câu trả lời của dịch vụ ký từ xa không đúng như mô tả. Thử lại sau; nếu vẫn vậy, báo người hỗ trợ vì dịch vụ có thể đã đổi.")
}

func mismatch(cause error) error {
	return signing.Refuse(signing.ErrKeyMismatch, cause, "Chưa ký được: chữ ký mà dịch vụ trả về không khớp với chứng thư số của tài khoản nên không được dùng. Đăng nhập thử lại ở «Chữ ký số» hoặc bằng bhxh remote test; nếu vẫn vậy, liên hệ nhà cung cấp.")
}
