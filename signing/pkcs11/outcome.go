package pkcs11

import (
	"errors"

	"ankhai/signing"
)

// outcome puts a driver's code into one of the outcomes of package signing.
func outcome(err *callError) error {
	switch err.Code {
	case ckPINIncorrect, ckPINInvalid, ckPINLenRange:
		return &signing.Error{Kind: signing.ErrPINWrong, Cause: err, Sentence: "Chưa ký được: mã PIN không đúng. Kiểm tra bàn phím, bộ gõ rồi nhập lại."}
	case ckPINLocked:
		return &signing.Error{Kind: signing.ErrPINLocked, Cause: err}
	case ckPINExpired:
		return signing.Refuse(signing.ErrPINWrong, err, "Chưa ký được: mã PIN đã hết hạn dùng. Đổi mã PIN bằng phần mềm của nhà cung cấp rồi ký lại.")
	case ckPINNotInitialized:
		return &signing.Error{Kind: signing.ErrPINWrong, Cause: err, Sentence: sayNoPIN}
	case ckCancel, ckFunctionCanceled:
		return &signing.Error{Kind: signing.ErrCancelled, Cause: err}
	case ckMechanismInvalid, ckKeyNotPermitted:
		return signing.Refuse(signing.ErrKeyUnsupported, err, "Chưa ký được: token không ký theo cách cần dùng (RSA PKCS #1 hoặc ECDSA). Cập nhật trình điều khiển của nhà cung cấp.")
	case ckKeyHandleInvalid:
		return &signing.Error{Kind: signing.ErrKeyMissing, Cause: err}
	case ckTokenNotRecognized:
		return signing.Refuse(signing.ErrDriver, err, "Chưa ký được: trình điều khiển không nhận ra token này. Chọn trình điều khiển của đúng nhà cung cấp.")
	case ckDeviceMemory, ckHostMemory:
		return signing.Refuse(signing.ErrDriver, err, "Chưa ký được: token hoặc máy hết bộ nhớ. Đóng các chương trình ký khác, cắm lại token rồi ký.")
	}
	if err.Code.gone() {
		return &signing.Error{Kind: signing.ErrTokenMissing, Cause: err}
	}
	if err.Call == callNames[fnInitialize] || err.Call == callNames[fnGetSlotList] || err.Call == entryName {
		return signing.Refuse(signing.ErrDriver, errors.Join(ErrNotStarted, err), "Trình điều khiển của token không khởi động được (%s). Kiểm tra dịch vụ thẻ thông minh của máy (Smart Card, pcscd) đang chạy, rồi thử lại.", err.Code)
	}
	return signing.Refuse(signing.ErrDriver, err, "Chưa ký được: token trả lời lỗi %s. Rút token, cắm lại rồi ký; nếu vẫn vậy, gửi mã lỗi này cho nhà cung cấp.", err.Code)
}

const sayNoPIN = "Chưa ký được: token chưa đặt mã PIN người dùng. Đặt mã PIN bằng phần mềm của nhà cung cấp rồi ký lại."
