package signing

import (
	"crypto/x509"
	"time"
)

// Clock says whose clock a moment was read from.
type Clock string

// The clocks, from the best to none.
const (
	ByStamp  Clock = "dấu thời gian"
	ByCaller Clock = "người kiểm tra chọn"
	ByClaim  Clock = "người ký ghi, không có dấu thời gian làm chứng"
	ByNow    Clock = "đồng hồ của máy này, vì chữ ký không ghi thời điểm"
)

// Moment is when a certificate is judged, and whose clock says so.
type Moment struct {
	At    time.Time
	Clock Clock
}

// Proven says that the signer could not have chosen the moment.
func (m Moment) Proven() bool { return m.Clock == ByStamp || m.Clock == ByCaller }

// Standing is what is known of whom a certificate hangs on.
type Standing string

// The standings.
const (
	Unknown   Standing = "chưa xét"      // nobody is trusted, so nobody was asked
	Trusted   Standing = "tin cậy"       // leads to a root that the user trusts
	Practice  Standing = "thực hành"     // leads to the practice CA: binds nobody
	Untrusted Standing = "không tin cậy" // leads to no trusted root, or not soundly
)

// Revocation is what is known of a chain's certificates having been taken back.
type Revocation string

// The answers.
const (
	NotAsked  Revocation = "chưa kiểm tra được"
	NoneKnown Revocation = "không bị thu hồi"
	TakenBack Revocation = "đã thu hồi"
	TakenLate Revocation = "thu hồi sau khi ký"
)

// Vouching is who vouches for a signer, and what was and was not looked at. All
// words are Vietnamese.
type Vouching struct {
	Standing   Standing
	Moment     Moment
	Chain      []string // DN of each certificate, from the signer up as far as was found
	By         string   // name of the root, "" where none was reached
	Refusal    string   // why the signature fails; "" if it does not
	Revocation Revocation
	Checked    []string // what was looked at and found in order
	Unchecked  []string // what nobody looked at
	Legacy     []string // what is old and no longer safe
}

// Question is a certificate to be vouched for.
type Question struct {
	Certificate *x509.Certificate
	Others      []*x509.Certificate // found beside it
	Moment      Moment
	Stamping    bool // it belongs to a time stamping authority, not to a person
}

// Voucher answers who vouches for a certificate; signing/trust makes one.
type Voucher func(Question) Vouching

// vouched takes an answer over.
func (s *Signature) vouched(v Vouching) {
	s.Vouching = v
	s.ChainJudged, s.ChainOK = v.Standing != Unknown, v.Standing == Trusted
	if v.Standing == Unknown {
		s.Notes = append(s.Notes, sayUnjudged)
	}
	if v.Standing == Practice {
		s.Notes = append(s.Notes, "Chứng thư thực hành: chữ ký không có giá trị pháp lý.")
	}
	s.Legacy = append(s.Legacy, v.Legacy...)
	if v.Refusal != "" {
		s.Fail(v.Refusal)
	}
}

// Reservation is what has to be said with «hợp lệ»: "" only where every signature
// hangs on a trusted root and nothing was found revoked or left unasked.
func (r Report) Reservation() string {
	say := ""
	for _, s := range r.Signatures {
		switch {
		case !s.ChainJudged:
			return "chưa xét nơi cấp chứng thư số"
		case s.Vouching.Standing == Practice:
			return "chứng thư thực hành, không có giá trị pháp lý"
		case s.Vouching.Standing == Trusted && s.Vouching.Revocation == NotAsked:
			say = "chưa kiểm tra được chứng thư số có bị thu hồi hay không"
		}
	}
	return say
}
