package office

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"ankhai/app/gateway"
	"ankhai/forms/law"
	"ankhai/storage"
)

// ErrIVANCode: an I-VAN's code has five digits.
var ErrIVANCode = errors.New("I-VAN code is not five digits")

var ivanCode = regexp.MustCompile(`^\d{5}$`)

// GatewayDesk is what an employer's way to its gateway consists of, without the secret.
type GatewayDesk struct {
	MaSoThue string          `json:"employer"`
	Employer string          `json:"name"`
	Address  string          `json:"gateway"`           // "" = nobody has said; practice for the sample company
	Practice bool            `json:"practice"`          // the practice gateway of this program
	IVAN     IVAN            `json:"ivan"`              // empty = nobody has said
	Account  *GatewayAccount `json:"account,omitempty"` // nil = none
	Pins     []string        `json:"pins"`
}

// HTTPS reports whether the gateway is asked over the network, so that it has a
// certificate to pin.
func (d GatewayDesk) HTTPS() bool { return strings.HasPrefix(d.Address, "https://") }

// GatewayDesk gathers how the dossiers of an employer travel. Nobody is asked.
func (o *Office) GatewayDesk(ctx context.Context, mst string) (GatewayDesk, error) {
	fail := func(err error) (GatewayDesk, error) { return GatewayDesk{}, fmt.Errorf("gateway of employer: %w", err) }
	mst, err := o.companyOr(ctx, mst)
	if err != nil {
		return fail(err)
	}
	dv, err := o.store.DonVi(ctx, mst)
	if err != nil {
		return fail(err)
	}
	d := GatewayDesk{MaSoThue: mst, Employer: dv.Ten, Pins: []string{}}
	_, d.Address, err = o.addressOf(ctx, mst, "", "")
	if err != nil && !errors.Is(err, ErrNoGateway) && !errors.Is(err, ErrBadAddress) {
		return fail(err)
	}
	d.Practice = d.Address == Practice
	err = o.store.Setting(ctx, ivanSetting+mst, &d.IVAN)
	if errors.Is(err, storage.ErrNotFound) {
		err = nil
		if d.Practice {
			d.IVAN = practiceIVAN
		}
	}
	if err != nil {
		return fail(err)
	}
	switch a, err := o.GatewayAccountOf(ctx, mst); {
	case err == nil:
		d.Account = &a
	case !errors.Is(err, ErrNoGatewayAccount):
		return fail(err)
	}
	if d.HTTPS() {
		pins, err := o.GatewayPins(ctx, d.Address)
		if err != nil {
			return fail(err)
		}
		d.Pins = append(d.Pins, pins...)
	}
	return d, nil
}

// SetGatewayDesk remembers where an employer's dossiers go and through which I-VAN;
// an empty I-VAN leaves the one that is remembered. The account and the pins have calls
// of their own. ErrBadAddress, ErrIVANCode.
func (o *Office) SetGatewayDesk(ctx context.Context, mst, address string, v IVAN) error {
	address, v.Ma, v.Ten = strings.TrimSpace(address), strings.TrimSpace(v.Ma), strings.TrimSpace(v.Ten)
	if err := CheckAddress(address); err != nil {
		return err
	}
	if v != (IVAN{}) && !ivanCode.MatchString(v.Ma) {
		return fmt.Errorf("keep I-VAN: %w", ErrIVANCode)
	}
	if _, err := o.store.DonVi(ctx, mst); err != nil {
		return err
	}
	if v != (IVAN{}) {
		if err := o.SetIVAN(ctx, mst, v); err != nil {
			return err
		}
	}
	return o.SetGateway(ctx, mst, address)
}

// PinWords spaces a pin out so that two people can read it to each other.
func PinWords(pin string) string {
	var b strings.Builder
	for i, r := range pin {
		if i > 0 && i%4 == 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// GatewayKey is a key in the certificate chain that a gateway shows.
type GatewayKey = gateway.ServerKey

// GatewayUnitState is what a gateway knows of an employer.
type GatewayUnitState = gateway.Unit

// UnitWords is what a gateway knows of an employer, for a person.
func UnitWords(u GatewayUnitState) string {
	say := u.TenDonVi + ": " + u.TinhTrang.String()
	if u.MaDonVi != "" {
		say += ", mã đơn vị " + u.MaDonVi
	}
	if u.TuNgay != "" {
		say += ", từ " + u.TuNgay
	}
	if u.DenNgay != "" {
		say += " đến " + u.DenNgay
	}
	return say
}

// ListsWords says of each code list of a gateway how old it is and how old the
// program's own, one a line; nothing is taken over from a gateway.
func ListsWords(all []ListState) string {
	if len(all) == 0 {
		return "Cổng không nêu danh mục nào."
	}
	out := make([]string, len(all))
	for i, l := range all {
		own := "chương trình không có"
		if l.Own != "" {
			own = "của chương trình xem lại ngày " + dayWords(l.Own)
		}
		out[i] = fmt.Sprintf("%s: của cổng ngày %s, %d dòng; %s", l.TieuDe, dayWords(l.PhienBan), l.SoDong, own)
	}
	return strings.Join(out, "\n")
}

// dayWords is a day that is written 2026-11-22.
func dayWords(iso string) string {
	if d, ok := law.ParseDay(iso); ok {
		return d.String()
	}
	return iso
}

// Words tells how a gateway is and how far this machine's clock is from its own.
func (s GatewayState) Words() string {
	say := "Cổng trả lời: " + s.TinhTrang + ". "
	switch off := s.Off.Round(time.Second); {
	case off > mostOff:
		return say + fmt.Sprintf("Đồng hồ của máy này nhanh %s so với cổng: chỉnh lại, nếu không chữ ký bị coi là của tương lai.", spanWords(off))
	case off < -mostOff:
		return say + fmt.Sprintf("Đồng hồ của máy này chậm %s so với cổng: chỉnh lại.", spanWords(-off))
	}
	return say + "Đồng hồ của máy này khớp với cổng."
}

// mostOff is how far a clock may be from the gateway's without a word.
const mostOff = 30 * time.Second

// spanWords is a span of time for a person.
func spanWords(d time.Duration) string {
	switch {
	case d < 2*time.Minute:
		return fmt.Sprintf("%d giây", d/time.Second)
	case d < 2*time.Hour:
		return fmt.Sprintf("%d phút", d/time.Minute)
	case d < 48*time.Hour:
		return fmt.Sprintf("%d giờ", d/time.Hour)
	}
	return fmt.Sprintf("%d ngày", d/(24*time.Hour))
}
