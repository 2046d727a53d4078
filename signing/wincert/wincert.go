// Package wincert signs with the certificates of the Windows user's own store
// ("MY"): those whose key a vendor's driver keeps on a USB token, and those kept by
// Windows itself.
//
// Keys are reached through CNG first and through the older CryptoAPI where a driver
// knows only that; the vendor's own dialog asks for the PIN, over the window that
// the caller names. The package knows no document. It may be imported by app/office;
// of ours it imports only package signing. On other systems it is empty but for its
// words: there is no such store.
package wincert

import (
	"errors"
	"fmt"

	"ankhai/signing"
)

// status is what Windows answered, an HRESULT or the like.
type status uint32

func (s status) Error() string { return fmt.Sprintf("windows status 0x%08X", uint32(s)) }

// The answers that are told apart (winerror.h).
const (
	nteBadUID        status = 0x80090001
	nteNoKey         status = 0x8009000D
	nteBadAlgID      status = 0x80090008
	nteBadKeyset     status = 0x80090016
	nteProvDLL       status = 0x8009001D
	nteSilent        status = 0x80090022
	nteNotSupported  status = 0x80090029
	nteUserCancelled status = 0x80090036
	scardNoService   status = 0x8010001D
	scardNoCard      status = 0x8010000C
	scardNoReader    status = 0x80100017
	scardRemoved     status = 0x80100069
	scardWrongPIN    status = 0x8010006B
	scardBlockedPIN  status = 0x8010006C
	scardCancelled   status = 0x8010006E
	cryptNotFound    status = 0x80092004
	cryptNoKeyProv   status = 0x8009200B
	errorCancelled   status = 0x000004C7
	errorCancelledHR status = 0x800704C7
)

// outcome puts what Windows answered into one of the outcomes of package signing.
func outcome(err error) error {
	var s status
	if !errors.As(err, &s) {
		return signing.Refuse(signing.ErrDriver, err, "Chưa ký được: kho chứng thư của Windows báo lỗi chưa có tên. Rút token, cắm lại rồi ký.")
	}
	switch s {
	case nteUserCancelled, scardCancelled, errorCancelled, errorCancelledHR:
		return &signing.Error{Kind: signing.ErrCancelled, Cause: s}
	case scardWrongPIN:
		return signing.Refuse(signing.ErrPINWrong, s, "Chưa ký được: mã PIN không đúng. Kiểm tra bàn phím, bộ gõ rồi ký lại.")
	case scardBlockedPIN:
		return &signing.Error{Kind: signing.ErrPINLocked, Cause: s}
	case nteBadKeyset, scardNoCard, scardNoReader, scardRemoved, nteBadUID:
		return &signing.Error{Kind: signing.ErrTokenMissing, Cause: s}
	case nteNoKey, cryptNotFound, cryptNoKeyProv:
		return signing.Refuse(signing.ErrKeyMissing, s, "Chưa ký được: chứng thư trong kho của Windows không có khoá bí mật đi cùng. Cắm đúng token, hoặc nhập lại tệp .pfx vào kho.")
	case nteBadAlgID, nteNotSupported:
		return signing.Refuse(signing.ErrKeyUnsupported, s, "Chưa ký được: trình điều khiển của token không ký theo SHA-256. Cập nhật trình điều khiển, hoặc ký qua PKCS #11.")
	case nteProvDLL:
		return signing.Refuse(signing.ErrDriver, s, "Chưa ký được: trình điều khiển của token không nạp được. Cài lại trình điều khiển của nhà cung cấp.")
	case nteSilent:
		return signing.Refuse(signing.ErrDriver, s, "Chưa ký được: token cần hỏi mã PIN mà không mở được hộp thoại. Đóng các hộp thoại khác rồi ký lại.")
	case scardNoService:
		return signing.Refuse(signing.ErrDriver, s, "Chưa ký được: dịch vụ Smart Card của Windows không chạy. Mở dịch vụ đó rồi ký lại.")
	}
	return signing.Refuse(signing.ErrDriver, s, "Chưa ký được: kho chứng thư của Windows báo lỗi 0x%08X. Rút token, cắm lại rồi ký.", uint32(s))
}
