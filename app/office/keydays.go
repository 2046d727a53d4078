package office

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"
)

// Light tells how a key's certificate stands: Red where it cannot sign for the
// employer at hand or its last day is a week away, Yellow where the end is spoken of,
// Green otherwise.
func (k KeyInfo) Light(now time.Time) Level {
	left := k.Until.Sub(now)
	switch {
	case k.Unfit, k.PIN == PINUnusable, left < 7*24*time.Hour:
		return Red
	case left < expirySoon, k.PIN == LastPIN:
		return Yellow
	}
	return Green
}

// daysLeft is how many days a certificate still holds, its last one not counted, by the
// calendar.
func daysLeft(until, now time.Time) int { return dayIn(until).Sub(dayIn(now)) }

// DaysLeft says how long a certificate holds, in words.
func (k KeyInfo) DaysLeft(now time.Time) string {
	switch left := daysLeft(k.Until, now); {
	case now.Before(k.From):
		return fmt.Sprintf("chưa tới ngày dùng, %d ngày nữa", daysLeft(k.From, now))
	case !now.Before(k.Until):
		return fmt.Sprintf("đã hết hạn %d ngày", -left)
	case left == 0:
		return "hết hạn hôm nay"
	default:
		return fmt.Sprintf("còn %d ngày", left)
	}
}

// Whose says whether a certificate's tax code is the employer's.
func (k KeyInfo) Whose(employer string) string {
	switch {
	case k.TaxCode == "":
		return "chứng thư không ghi mã số thuế"
	case employer == "":
		return "mã số thuế " + k.TaxCode
	case k.TaxCode == employer:
		return "mã số thuế " + k.TaxCode + ", khớp với đơn vị đang mở"
	}
	return "mã số thuế " + k.TaxCode + ", KHÁC đơn vị đang mở (" + employer + ")"
}

// Where says where a key lies, in words.
func (k KeyInfo) Where() string {
	path, inFile := strings.CutPrefix(k.Spec, fileKey)
	switch {
	case k.Token != "":
		return "USB token " + k.Token
	case inFile:
		return "Tệp " + filepath.Base(path) + " trong " + filepath.Dir(path)
	case strings.HasPrefix(k.Spec, windowsKey):
		return "Kho chứng thư của Windows"
	case IsRemoteKey(k.Spec):
		return strings.TrimSpace("Ký từ xa " + k.Account)
	case k.Spec == Practice:
		return "Khoá thực hành của công ty mẫu"
	}
	return "USB token"
}

// File is the path of a key's file, "" for another kind of key.
func (k KeyInfo) File() string {
	path, ok := strings.CutPrefix(k.Spec, fileKey)
	if !ok {
		return ""
	}
	return path
}
