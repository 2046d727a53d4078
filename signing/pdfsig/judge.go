package pdfsig

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/x509"
	"fmt"
	"time"

	"ankhai/signing"
	"ankhai/signing/cms"
	"ankhai/signing/timestamp"
)

// unreadable is why a file is not looked at, "" where it is.
func unreadable(pdf []byte) string {
	switch {
	case len(pdf) > maxFile:
		return fmt.Sprintf("Tệp PDF lớn hơn %d MB. Chia thành nhiều tệp.", maxFile>>20)
	case !bytes.HasPrefix(pdf, []byte("%PDF-")):
		return "Tệp không phải PDF. Chọn đúng tệp PDF."
	}
	return ""
}

// judgement is one signature with the file it lies in.
type judgement struct {
	pdf    []byte
	found  found
	policy Policy
}

// judge looks at one signature: byte range, digest, value, certificate, time.
func (j judgement) judge() signing.Signature {
	f := j.found
	s := signing.Signature{Valid: true, Covers: signing.CoversPart, GapStart: int64(f.gap.start), GapEnd: int64(f.gap.end)}
	if f.wrong != "" {
		s.Fail(f.wrong)
		return s
	}
	end := f.byteRange[2] + f.byteRange[3]
	if s.End = int64(end); end == len(j.pdf) {
		s.Covers = signing.CoversWhole
	} else {
		s.Notes = append(s.Notes, "Chữ ký bao một bản trước của tệp.")
	}
	der, err := f.contents(j.pdf)
	if err != nil {
		s.Fail("Chữ ký trong PDF viết sai cấu trúc. Lấy lại tệp gốc hoặc ký lại.")
		return s
	}
	switch f.subFilter {
	case filterDetached, filterCAdES:
		j.person(&s, der)
	case filterTimeStamp:
		j.authority(&s, der)
	default:
		s.Fail("Kiểu chữ ký PDF này chưa được hỗ trợ. Ký lại theo kiểu CMS tách rời.")
	}
	return s
}

// digest is that of the covered bytes.
func (j judgement) digest(hash crypto.Hash) []byte {
	r := j.found.byteRange
	h := hash.New()
	h.Write(j.pdf[:r[1]])
	h.Write(j.pdf[r[2] : r[2]+r[3]])
	return h.Sum(nil)
}

// person judges the signature of somebody.
func (j judgement) person(s *signing.Signature, der []byte) {
	m, err := cms.Parse(der)
	if err == nil && (m.Kind != cms.OIDData || m.Content != nil) {
		err = cms.ErrSyntax
	}
	if err != nil {
		s.Fail(sayCMS(err))
		return
	}
	if err := m.Check(j.digest(m.Hash)); err != nil {
		s.Fail(sayCMS(err))
	}
	s.Time, s.TimeSigned = m.Time, true
	if s.Time.IsZero() {
		s.Time = j.found.at // lies in the covered bytes
	}
	j.stamp(s, m)
	j.habits(s, m)
	usage(s, m.Certificate)
	s.Judge(m.Certificate, m.Others, j.policy.CertificatePolicy)
}

// stamp judges the time stamp over the signature's value, where there is one.
func (j judgement) stamp(s *signing.Signature, m *cms.Message) {
	raw, ok := m.Unsigned(cms.OIDTimeStampToken)
	if !ok {
		return
	}
	token, err := timestamp.Parse(raw)
	if err == nil && !token.Covers(func(hash crypto.Hash) []byte { h := hash.New(); h.Write(m.Value); return h.Sum(nil) }) {
		err = timestamp.ErrImprint
	}
	if err != nil {
		s.Fail("Dấu thời gian kèm chữ ký không đúng hoặc không phải của chữ ký này. Lấy lại tệp gốc hoặc ký lại.")
		return
	}
	j.accept(s, token)
	if s.StampTime.IsZero() || s.Time.IsZero() {
		return
	}
	// An authority may be slow; a clock may be wrong by a little.
	if d := token.Time.Sub(s.Time); d < -5*time.Minute || d > 24*time.Hour {
		s.Notes = append(s.Notes, "Thời điểm người ký ghi lệch với dấu thời gian; lấy dấu thời gian làm chuẩn.")
	}
}

// accept takes a token's time over if its authority is trusted, or if nobody was
// asked about trust.
func (j judgement) accept(s *signing.Signature, token *timestamp.Token) {
	if j.policy.Roots != nil {
		if err := token.Trusted(j.policy.Roots, j.policy.Intermediates); err != nil {
			s.Notes = append(s.Notes, "Dấu thời gian không dẫn về một gốc tin cậy nên không được dùng làm chuẩn.")
			return
		}
	}
	s.StampTime, s.StampSigner = token.Time, signing.CommonName(token.Certificate)
	s.Notes = append(s.Notes, fmt.Sprintf("Dấu thời gian của %s: %s.", s.StampSigner, s.StampTime.In(vietnam).Format("02/01/2006 15:04:05")))
}

// authority judges a time stamp of the document as a whole.
func (j judgement) authority(s *signing.Signature, der []byte) {
	token, err := timestamp.Parse(der)
	switch {
	case err != nil:
		s.Fail("Dấu thời gian của tài liệu không đúng. Lấy lại tệp gốc.")
		return
	case !token.Covers(j.digest):
		s.Fail("Nội dung đã bị thay đổi sau khi đóng dấu thời gian. Lấy lại tệp gốc.")
	}
	s.Time, s.TimeSigned = token.Time, true
	j.accept(s, token)
	policy := j.policy.CertificatePolicy
	policy.Stamping = true
	s.Judge(token.Certificate, token.Others, policy)
}

// habits are what is old or odd but tolerated.
func (j judgement) habits(s *signing.Signature, m *cms.Message) {
	if m.Hash.Size() < 32 {
		s.Legacy = append(s.Legacy, "tóm lược SHA-1")
	}
	switch public := m.Certificate.PublicKey.(type) {
	case *rsa.PublicKey:
		if public.N.BitLen() < 2048 {
			s.Legacy = append(s.Legacy, "khoá RSA ngắn hơn 2048 bit")
		}
	case *ecdsa.PublicKey:
		if public.Curve.Params().BitSize < 256 {
			s.Legacy = append(s.Legacy, "khoá ECDSA ngắn hơn 256 bit")
		}
	}
	if !m.Attributes {
		s.Legacy = append(s.Legacy, "không có thuộc tính được ký")
	} else if !m.Bound {
		s.Legacy = append(s.Legacy, "chữ ký không buộc chứng thư số của người ký")
	}
}

// usage fails a certificate that was not issued to sign documents.
func usage(s *signing.Signature, cert *x509.Certificate) {
	switch {
	case len(cert.ExtKeyUsage) == 1 && cert.ExtKeyUsage[0] == x509.ExtKeyUsageTimeStamping:
		s.Fail("Chứng thư số của người ký chỉ dùng để cấp dấu thời gian. Ký lại bằng chứng thư ký của đơn vị.")
	case !signing.ForSigning(cert):
		s.Fail("Chứng thư số của người ký không dùng để ký. Ký lại bằng chứng thư ký của đơn vị.")
	}
}
