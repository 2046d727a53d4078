package pkcs11

import (
	"context"
	"crypto/rsa"
	"crypto/x509"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"ankhai/signing"
)

// Drivers keeps the helpers, one a driver, and remembers which PINs were refused.
// It is safe for use from several goroutines; its zero value is not.
type Drivers struct {
	limit   time.Duration
	refused *refusedPINs

	mu   sync.Mutex
	all  map[string]*driver
	quit chan struct{} // closed by Close
}

// NewDrivers makes an empty one. A call to a driver may take as long as limit;
// 0 is DefaultLimit.
func NewDrivers(limit time.Duration) *Drivers {
	if limit == 0 {
		limit = DefaultLimit
	}
	return &Drivers{limit: limit, refused: newRefusedPINs(), all: map[string]*driver{}, quit: make(chan struct{})}
}

// Close ends the helpers. A call that is under way ends with ErrCancelled.
func (d *Drivers) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.closed() {
		close(d.quit)
	}
	for _, one := range d.all {
		if err := one.take(context.Background()); err == nil {
			one.stop()
			one.done()
		}
	}
	return nil
}

func (d *Drivers) closed() bool {
	select {
	case <-d.quit:
		return true
	default:
		return false
	}
}

func (d *Drivers) driver(path string) (*driver, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed() {
		return nil, fmt.Errorf("token drivers are closed: %w", signing.ErrTokenMissing)
	}
	one := d.all[path]
	if one == nil {
		one = newDriver(path, d.limit, d.quit)
		d.all[path] = one
	}
	return one, nil
}

// Slots lists the readers of a driver with their tokens and certificates, without
// any PIN. The driver's file is looked at before it is loaded; see CheckFile.
func (d *Drivers) Slots(ctx context.Context, module string, consent Consent) ([]Slot, error) {
	if err := CheckFile(module, consent); err != nil {
		return nil, fmt.Errorf("list tokens: %w", err)
	}
	one, err := d.driver(module)
	if err != nil {
		return nil, err
	}
	if err := one.take(ctx); err != nil {
		return nil, err
	}
	defer one.done()
	slots, err := one.slots(ctx)
	if err != nil {
		return nil, fmt.Errorf("list tokens: %w", err)
	}
	if one.open == 0 && !slices.ContainsFunc(slots, func(s Slot) bool { return s.Token != nil }) {
		one.stop() // nothing to wait for; the next look starts afresh
	}
	return slots, nil
}

// Find tells which token and certificate a choice means, without any PIN.
func (d *Drivers) Find(ctx context.Context, choice Choice) (*Token, Certificate, error) {
	slots, err := d.Slots(ctx, choice.Module, choice.Consent)
	if err != nil {
		return nil, Certificate{}, err
	}
	token, cert, err := choose(slots, choice)
	if err != nil {
		return nil, Certificate{}, fmt.Errorf("find token key: %w", err)
	}
	return token, cert, nil
}

// slots asks the helper. Whoever calls has the turn.
func (d *driver) slots(ctx context.Context) ([]Slot, error) {
	d.refresh()
	a, err := d.ask(ctx, d.limit, request{Op: "slots"}, nil)
	if err != nil {
		return nil, err
	}
	out := make([]Slot, 0, len(a.Slots))
	for _, s := range a.Slots {
		slot := Slot{Description: s.Description, Fault: s.Fault}
		if s.Token != nil {
			slot.Token = tokenOf(*s.Token)
		}
		out = append(out, slot)
	}
	return out, nil
}

// tokenOf puts a token's flags into words of ours and reads its certificates.
// What is no certificate is left out: the list is for choosing.
func tokenOf(t tokenInfo) *Token {
	out := &Token{
		Label: t.Label, Serial: t.Serial, Maker: t.Maker, Model: t.Model,
		Initialized: t.Flags&flagInitialized != 0, HasPIN: t.Flags&flagUserPINSet != 0,
		MustChange: t.Flags&flagPINToBeChanged != 0, PINPad: t.Flags&flagPINPad != 0, PIN: pinState(t.Flags),
		MinPIN: int(min(t.MinPIN, maxPIN)), MaxPIN: int(min(t.MaxPIN, maxPIN)), CanSign: t.CanSign,
	}
	for _, c := range t.Certs {
		cert, err := x509.ParseCertificate(c.DER)
		switch {
		case err != nil:
		case cert.IsCA:
			out.Authorities++
		default:
			out.Certificates = append(out.Certificates, Certificate{ID: c.ID, Label: c.Label, Certificate: cert, KeySeen: c.KeySeen})
		}
	}
	return out
}

func pinState(flags uint64) PINState {
	switch {
	case flags&flagPINLocked != 0:
		return PINLocked
	case flags&flagPINFinalTry != 0:
		return PINLast
	case flags&flagPINCountLow != 0:
		return PINLow
	}
	return PINFine
}

// Open opens the key that was chosen. pin is overwritten; a token with a PIN pad
// takes none. Where the choice fits several certificates the outcome is
// ErrSeveralKeys with their names.
func (d *Drivers) Open(ctx context.Context, choice Choice, pin []byte) (*Key, error) {
	defer clear(pin)
	if err := CheckFile(choice.Module, choice.Consent); err != nil {
		return nil, fmt.Errorf("open token key: %w", err)
	}
	one, err := d.driver(choice.Module)
	if err != nil {
		return nil, err
	}
	if err := one.take(ctx); err != nil {
		return nil, err
	}
	defer one.done()
	slots, err := one.slots(ctx)
	if err != nil {
		return nil, fmt.Errorf("open token key: %w", err)
	}
	token, cert, err := choose(slots, choice)
	if err != nil {
		return nil, fmt.Errorf("open token key: %w", err)
	}
	key, err := d.login(ctx, one, token, cert, choice.LastTry, pin)
	if err != nil {
		return nil, fmt.Errorf("open token key: %w", err)
	}
	return key, nil
}

// login sends the PIN, once. Whoever calls has the turn.
func (d *Drivers) login(ctx context.Context, one *driver, token *Token, cert Certificate, lastTry bool, pin []byte) (*Key, error) {
	if err := d.mayTry(token, lastTry, pin); err != nil {
		return nil, err
	}
	ask := loginRequest{Label: token.Label, Serial: token.Serial, ID: cert.ID, LastTry: lastTry, Pad: token.PINPad}
	if public, ok := cert.PublicKey.(*rsa.PublicKey); ok {
		ask.Modulus = public.N.Bytes()
	}
	limit := one.limit
	if token.PINPad {
		limit, pin = max(limit, padLimit), nil
	}
	a, err := one.ask(ctx, limit, request{Op: "login", Login: &ask}, pin)
	flags := uint64(0)
	if a.Login != nil {
		flags = a.Login.Flags
	}
	if errors.Is(err, signing.ErrPINWrong) && !token.PINPad {
		d.refused.add(token, pin)
		return nil, sayRefused(err, pinState(flags))
	}
	if err == nil && a.Login == nil {
		err = &signing.Error{Kind: signing.ErrDriver, Cause: errors.New("no answer to login")}
	}
	if err == nil {
		err = a.Login.Why.outcome()
	}
	if err != nil {
		return nil, err
	}
	one.open++
	return &Key{drivers: d, driver: one, life: one.life, handle: a.Login.Handle, limit: limit, token: token, cert: cert.Certificate}, nil
}

// mayTry holds back a PIN that cannot be right, or that must not be tried.
func (d *Drivers) mayTry(token *Token, lastTry bool, pin []byte) error {
	switch {
	case !token.Initialized || !token.HasPIN:
		return signing.Refuse(signing.ErrPINWrong, nil, sayNoPIN)
	case token.PIN == PINLocked:
		return &signing.Error{Kind: signing.ErrPINLocked}
	case token.MustChange:
		return signing.Refuse(signing.ErrPINWrong, nil, "Chưa ký được: token đòi đổi mã PIN trước lần dùng đầu. Đổi mã PIN bằng phần mềm của nhà cung cấp rồi ký lại.")
	case token.PIN == PINLast && !lastTry:
		return &signing.Error{Kind: signing.ErrPINLastTry}
	case token.PINPad:
		return nil
	case len(pin) == 0:
		return signing.Refuse(signing.ErrPINWrong, nil, "Chưa ký: chưa nhập mã PIN. Nhập mã PIN của token rồi ký lại.")
	case len(pin) < token.MinPIN || len(pin) > maxPIN || token.MaxPIN > 0 && len(pin) > token.MaxPIN:
		return signing.Refuse(signing.ErrPINWrong, nil, "Chưa ký: mã PIN của token này có từ %d đến %d ký tự. Kiểm tra rồi nhập lại; lần này chưa tính là nhập sai.", token.MinPIN, token.MaxPIN)
	case d.refused.has(token, pin):
		return signing.Refuse(signing.ErrPINWrong, nil, "Chưa ký: mã PIN này vừa bị token từ chối nên không gửi lại, để token khỏi bị khoá. Nhập mã PIN khác; nếu vừa đổi mã PIN của token, mở lại chương trình.")
	}
	return nil
}

// sayRefused tells what a refused PIN has left.
func sayRefused(err error, left PINState) error {
	switch left {
	case PINLocked:
		return signing.Refuse(signing.ErrPINLocked, err, "Chưa ký được: mã PIN không đúng, và token đã bị khoá. Liên hệ nhà cung cấp chữ ký số để mở khoá.")
	case PINLast:
		return signing.Refuse(signing.ErrPINWrong, err, "Chưa ký được: mã PIN không đúng, token chỉ còn một lần nhập. Tìm đúng mã PIN trước khi thử lại; nhập sai nữa thì token bị khoá.")
	}
	return err
}

// outcome of a login that the helper refused by itself.
func (r refusal) outcome() error {
	switch r {
	case "":
		return nil
	case whyNoToken:
		return &signing.Error{Kind: signing.ErrTokenMissing}
	case whyLocked:
		return &signing.Error{Kind: signing.ErrPINLocked}
	case whyLastTry:
		return &signing.Error{Kind: signing.ErrPINLastTry}
	case whyNoPIN:
		return signing.Refuse(signing.ErrPINWrong, nil, sayNoPIN)
	case whyNoKey:
		return signing.Refuse(signing.ErrKeyMissing, nil, "Chưa ký được: token có chứng thư số nhưng không có khoá bí mật đi cùng. Liên hệ nhà cung cấp để nạp lại khoá, hoặc chọn chứng thư khác.")
	case whyKeyKind:
		return &signing.Error{Kind: signing.ErrKeyUnsupported}
	case whyManyKeys:
		return signing.Refuse(signing.ErrSeveralKeys, nil, "Chưa ký được: token có nhiều khoá mang cùng mã với chứng thư này, không rõ khoá nào. Liên hệ nhà cung cấp để xoá khoá cũ.")
	case whyTwoTokens:
		return signing.Refuse(signing.ErrSeveralKeys, nil, "Chưa ký được: có hai token trùng tên và số sê-ri. Rút bớt một token rồi ký.")
	}
	return &signing.Error{Kind: signing.ErrDriver, Cause: fmt.Errorf("login refused: %s", string(r))}
}

// choose finds the one certificate that a choice fits.
func choose(slots []Slot, choice Choice) (*Token, Certificate, error) {
	type candidate struct {
		token *Token
		cert  Certificate
	}
	var tokens int
	var fit []candidate
	var fault error
	for _, s := range slots {
		if s.Fault != ckOK {
			fault = outcome(&callError{"read token", s.Fault})
		}
		if s.Token == nil || choice.Token != "" && choice.Token != s.Token.Label && choice.Token != s.Token.Serial {
			continue
		}
		tokens++
		for _, c := range s.Token.Certificates {
			if choice.Cert == "" || strings.EqualFold(choice.Cert, c.ID) || strings.EqualFold(choice.Cert, signing.Serial(c.Certificate)) {
				fit = append(fit, candidate{s.Token, c})
			}
		}
	}
	switch {
	case len(fit) == 0 && fault != nil:
		return nil, Certificate{}, fault
	case tokens == 0 && choice.Token != "":
		return nil, Certificate{}, signing.Refuse(signing.ErrTokenMissing, nil, "Chưa ký được: không thấy USB token %q. Cắm đúng token rồi ký lại.", choice.Token)
	case tokens == 0:
		return nil, Certificate{}, &signing.Error{Kind: signing.ErrTokenMissing}
	case len(fit) == 0 && choice.Cert != "":
		return nil, Certificate{}, signing.Refuse(signing.ErrKeyMissing, nil, "Chưa ký được: token không có chứng thư %s. Xem các chứng thư trên token bằng bhxh tokens.", choice.Cert)
	case len(fit) == 0:
		return nil, Certificate{}, signing.Refuse(signing.ErrKeyMissing, nil, "Chưa ký được: token không có chứng thư số để ký. Liên hệ nhà cung cấp để nạp chứng thư vào token.")
	case len(fit) > 1:
		var names []string
		for _, f := range fit {
			names = append(names, fmt.Sprintf("%s (token=%s, cert=%s)", signing.CommonName(f.cert.Certificate), f.token.Label, f.cert.ID))
		}
		return nil, Certificate{}, signing.Refuse(signing.ErrSeveralKeys, nil, "Có %d chứng thư số: %s. Chọn một chứng thư rồi ký lại.", len(fit), strings.Join(names, "; "))
	}
	return fit[0].token, fit[0].cert, nil
}
