package signing

import (
	"crypto/x509"
	"errors"
	"time"
)

// What a signature covers.
const (
	CoversWhole = "whole" // every byte of the document but the signature itself
	CoversPart  = "part"  // an element, or an earlier revision of a PDF
)

// Report is what a verifier found. The same shape serves XML and PDF.
type Report struct {
	Signatures []Signature
	// Reason says, in Vietnamese, why the document as a whole is not accepted
	// (no signature, not well formed, changed after signing); "" otherwise.
	Reason string
}

// Valid says whether the document is accepted as signed: nothing against it, at
// least one signature, all of them valid, and one that covers the whole or the
// very part that the policy asked for.
func (r Report) Valid() bool {
	whole := false
	for _, s := range r.Signatures {
		if !s.Valid {
			return false
		}
		whole = whole || s.Covers == CoversWhole || s.Extended || s.Target
	}
	return r.Reason == "" && whole
}

// Say is the first reason why the document is not accepted, "" if it is.
func (r Report) Say() string {
	if r.Reason != "" {
		return r.Reason
	}
	for _, s := range r.Signatures {
		if !s.Valid {
			return s.Reason
		}
	}
	if !r.Valid() {
		return "Không có chữ ký nào bao trọn tài liệu."
	}
	return ""
}

// Signature is one signature of a document, judged.
type Signature struct {
	Valid  bool
	Reason string // Vietnamese; why not valid
	Covers string // CoversWhole or CoversPart

	// Path names the element that holds the signature ("D02-TS/Cky"), or the
	// field of a PDF.
	Path string
	// Start and End are the bytes the signature speaks for. A caller who trusts
	// the signature reads nothing outside them. Gap is what lies between and is
	// not covered: the signature itself.
	Start, End       int64
	GapStart, GapEnd int64
	// References are what a valid XML signature speaks for, one by one.
	References []Reference
	// Target says that the signature covers the element that the policy for this
	// kind of document names, and that nothing else stands in the document.
	Target bool

	// Extended says that what follows the covered part of a PDF only helps to
	// verify it (certificates, revocation data) and shows nothing to a reader.
	Extended bool

	Signer      string // CN
	TaxCode     string // MST in the certificate
	Serial      string // hex
	Certificate *x509.Certificate

	// Time is the moment of signing as the signer's machine wrote it, zero where
	// there is none. TimeSigned says whether the signature protects it.
	Time       time.Time
	TimeSigned bool
	// StampTime is what a time stamp authority attests; zero where no time stamp
	// has been judged. StampSigner is the authority's name.
	StampTime   time.Time
	StampSigner string

	// ChainJudged is false when no roots were given: then nobody has asked who
	// issued the certificate. ChainOK is the answer when somebody has.
	ChainJudged, ChainOK bool

	Legacy []string // old or odd habits that are tolerated
	Notes  []string // what a reader should know, Vietnamese
}

// Reference is one thing that an XML signature speaks for.
type Reference struct {
	URI        string // as written; "" is the whole document
	Path       string // of the element, "HoSo/NoiDung"; "" for the whole document
	Start, End int64  // its bytes; the Signature itself is left out where it lies inside
	Own        bool   // a part of the signature, such as its signed properties
}

// Fail marks the signature invalid; the first reason stays.
func (s *Signature) Fail(reason string) {
	s.Valid = false
	if s.Reason == "" {
		s.Reason = reason
	}
}

// CertificatePolicy says how strictly a signer's certificate is judged.
type CertificatePolicy struct {
	// Roots are trusted; nil: the chain is not judged, and the report says so.
	Roots *x509.CertPool
	// Intermediates help to build the chain; XML signatures carry only the leaf.
	Intermediates *x509.CertPool
	// At is the moment to judge the certificate at; zero: the signing time that
	// the document states.
	At time.Time
	// StrictTime refuses a signing time that is missing or before the
	// certificate's validity. Otherwise it is noted: an unprotected clock
	// reading proves nothing either way.
	StrictTime bool
}

// Judge fills in what the certificate says and fails the signature where it was
// not valid at the time. others are certificates found beside it.
func (s *Signature) Judge(cert *x509.Certificate, others []*x509.Certificate, policy CertificatePolicy) {
	s.Certificate, s.Signer, s.TaxCode, s.Serial = cert, CommonName(cert), TaxCode(cert), Serial(cert)
	at := policy.At
	if at.IsZero() {
		at = s.Time
	}
	if policy.At.IsZero() && !s.StampTime.IsZero() {
		at = s.StampTime // a third party's clock, not the signer's
	}
	switch {
	case s.Time.IsZero() && policy.StrictTime:
		s.Fail("Chữ ký không ghi thời điểm ký. Ký lại tài liệu.")
	case s.Time.IsZero():
		s.Notes = append(s.Notes, "Chữ ký không ghi thời điểm ký.")
	case s.Time.After(cert.NotAfter):
		s.Fail("Thời điểm ký sau ngày chứng thư số hết hạn (" + day(cert.NotAfter) + "). Ký lại bằng chứng thư còn hạn.")
	case s.Time.Before(cert.NotBefore) && policy.StrictTime:
		s.Fail("Thời điểm ký trước ngày chứng thư số có hiệu lực (" + day(cert.NotBefore) + "). Kiểm tra đồng hồ của máy rồi ký lại.")
	case s.Time.Before(cert.NotBefore):
		s.Notes = append(s.Notes, "Thời điểm ký ghi trong tệp sớm hơn ngày chứng thư số có hiệu lực; đồng hồ máy ký có thể sai.")
		if policy.At.IsZero() {
			at = cert.NotBefore
		}
	}
	if !at.IsZero() {
		if err := checkValidity(cert, at); errors.Is(err, ErrExpired) {
			s.Fail("Chứng thư số đã hết hạn ngày " + day(cert.NotAfter) + ". Ký lại bằng chứng thư còn hạn.")
		} else if err != nil {
			s.Fail("Chứng thư số chưa có hiệu lực, bắt đầu từ ngày " + day(cert.NotBefore) + ". Kiểm tra ngày giờ rồi ký lại.")
		}
	}
	if policy.Roots == nil {
		s.Notes = append(s.Notes, "Chưa xét nơi cấp chứng thư số vì không có danh sách gốc tin cậy.")
		return
	}
	s.ChainJudged = true
	pool := x509.NewCertPool()
	if policy.Intermediates != nil {
		pool = policy.Intermediates.Clone()
	}
	for _, other := range others {
		pool.AddCert(other)
	}
	if at.IsZero() {
		at = cert.NotBefore
	}
	_, err := cert.Verify(x509.VerifyOptions{
		Roots: policy.Roots, Intermediates: pool, CurrentTime: at,
		KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageAny},
	})
	if s.ChainOK = err == nil; !s.ChainOK {
		s.Fail("Chứng thư số không dẫn về một gốc tin cậy. Kiểm tra nơi cấp chứng thư, hoặc bổ sung chứng thư gốc.")
	}
}
