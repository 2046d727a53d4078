package office

import (
	"fmt"
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

// DaysLeft says how long a certificate holds, in words.
func (k KeyInfo) DaysLeft(now time.Time) string {
	const day = 24 * time.Hour
	switch left := k.Until.Sub(now); {
	case now.Before(k.From):
		return fmt.Sprintf("chưa tới ngày dùng, %d ngày nữa", int((k.From.Sub(now)+day-1)/day))
	case left < 0:
		return fmt.Sprintf("đã hết hạn %d ngày", int(-left/day))
	case left < day:
		return "hết hạn hôm nay"
	default:
		return fmt.Sprintf("còn %d ngày", int(left/day))
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
