package remote

import (
	"context"
	"fmt"
	"time"

	"ankhai/signing"
)

// Prompt is what the holder is asked for.
type Prompt string

// What a service may ask its user for.
const (
	AskPIN      Prompt = "PIN"
	AskOTP      Prompt = "OTP"
	AskPassword Prompt = "password" // of the user's own, at the log-in
)

// Name is how a person calls it.
func (p Prompt) Name() string {
	switch p {
	case AskPIN:
		return "mã PIN của chữ ký"
	case AskPassword:
		return "mật khẩu của người dùng"
	}
	return "mã xác nhận một lần (OTP)"
}

// Question asks the holder for a secret and says what for.
type Question struct {
	What       Prompt
	Service    Service
	Signatures int // that the answer lets the service make; 0 at a log-in
	More       int // requests that follow this one
}

// Say tells what the answer is for.
func (q Question) Say() string {
	if q.Signatures == 0 {
		return fmt.Sprintf("Để đăng nhập %s. Chỉ dùng cho lần này, không được giữ lại.", q.Service.Name)
	}
	return fmt.Sprintf("Để ký %d chữ ký bằng %s. Chỉ dùng cho lần này, không được giữ lại.", q.Signatures, q.Service.Name)
}

// Then tells of the requests that follow, "" if none does.
func (q Question) Then() string { return more(q.More) }

// Ask gets a secret from the holder. The answer is overwritten after use.
type Ask func(ctx context.Context, q Question) ([]byte, error)

// asker is an Ask that knows what it asks for.
type asker func(ctx context.Context, what Prompt) ([]byte, error)

// Pending is a request that waits for the holder to confirm elsewhere.
type Pending struct {
	Service    Service
	Signatures int           // that one confirmation lets the service make
	More       int           // requests that follow this one
	Since      time.Time     // when it was begun
	Left       time.Duration // how long it is waited for, from now
}

// Say tells the holder what to do.
func (p Pending) Say() string {
	return fmt.Sprintf("Xác nhận %d chữ ký trong ứng dụng của %s trên điện thoại.", p.Signatures, p.Service.Name)
}

// Then tells of the requests that follow, "" if none does.
func (p Pending) Then() string { return more(p.More) }

func more(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("Sau lần này còn %d lần nữa: dịch vụ không nhận hết trong một lần, hoặc gói hồ sơ ký sau các tệp bên trong.", n)
}

// asks gives the protocol the way to the holder for one request.
func (k *Key) asks(t *Ticket) asker {
	if k.options.Ask == nil {
		return nil
	}
	return func(ctx context.Context, what Prompt) ([]byte, error) {
		value, err := k.options.Ask(ctx, Question{What: what, Service: k.service, Signatures: len(t.Digests), More: k.after(t)})
		if err != nil && ctx.Err() != nil {
			err = signing.Refuse(signing.ErrCancelled, err, "Chưa ký: chưa nhập %s. Bấm Ký để làm lại; yêu cầu đã gửi, nếu có, được dùng tiếp.", what.Name())
		}
		return value, err
	}
}

// after is how many requests follow one, as far as was announced.
func (k *Key) after(t *Ticket) int {
	rest := 0
	for _, d := range k.announced {
		known := t.index(d) >= 0
		for i := range k.session.Tickets {
			known = known || k.session.Tickets[i].index(d) >= 0
		}
		if !known {
			rest++
		}
	}
	return k.requests(rest) + k.requests(k.later)
}

// requests is how many requests so many signatures take.
func (k *Key) requests(signatures int) int {
	if most := k.cred.multisign; most > 0 {
		return (signatures + most - 1) / most
	}
	return min(signatures, 1)
}

// blocker is a protocol whose next exchange may itself wait for the holder.
type blocker interface {
	blocks(cred Credential, t *Ticket) bool
}

// pending tells that the holder has to confirm.
func (k *Key) pending(t *Ticket, left time.Duration) {
	if k.options.Tell != nil {
		k.options.Tell(Pending{Service: k.service, Signatures: len(t.Digests), More: k.after(t), Since: t.Since, Left: left})
	}
}

// heard tells that the holder is waited for no longer.
func (k *Key) heard() {
	if k.options.Heard != nil {
		k.options.Heard()
	}
}

func answered(ctx context.Context, ask asker, what Prompt) ([]byte, error) {
	if ask == nil {
		return nil, signing.Refuse(ErrOTPNeeded, nil, "Chưa ký xong: dịch vụ ký từ xa cần %s mà chưa có ai nhập. Ký lại và nhập; yêu cầu đã gửi được dùng tiếp.", what.Name())
	}
	value, err := ask(ctx, what)
	if err != nil {
		return nil, err
	}
	if len(value) == 0 {
		return nil, signing.Refuse(ErrOTPNeeded, nil, "Chưa ký xong: %s để trống. Ký lại và nhập; yêu cầu đã gửi được dùng tiếp.", what.Name())
	}
	return value, nil
}
