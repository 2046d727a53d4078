package trust

import (
	"bytes"
	"crypto/rsa"
	"crypto/x509"
	"errors"
	"fmt"
	"slices"
	"time"

	"ankhai/signing"
)

// check judges a chain whose signatures hold and whose top is an anchor, at a
// moment. What this program and the standard library both know is asked of both.
func (p path) check(at time.Time) *fault {
	for i, cert := range p {
		if fault := checkKey(cert); fault != nil {
			return fault
		}
		if at.After(cert.NotAfter) {
			return wrong("Chứng thư «%s» trong chuỗi đã hết hạn ngày %s, trước thời điểm ký. Ký lại bằng chứng thư còn hạn.", called(cert), day(cert.NotAfter))
		}
		if at.Before(cert.NotBefore) {
			return wrong("Chứng thư «%s» trong chuỗi chỉ có hiệu lực từ ngày %s, sau thời điểm ký. Kiểm tra ngày giờ rồi ký lại.", called(cert), day(cert.NotBefore))
		}
		if i < len(p)-1 && withSHA1(cert) && !at.Before(sha1Until) {
			return wrong("Chứng thư «%s» được ký bằng SHA-1, chỉ còn được nhận cho tài liệu ký trước ngày %s. Xin nơi cấp chứng thư mới.", called(cert), day(sha1Until))
		}
		if i > 0 {
			if fault := p.checkAuthority(i); fault != nil {
				return fault
			}
		}
	}
	if fault := p.checkNames(); fault != nil {
		return fault
	}
	if p.sha1() {
		return nil // the standard library reads no SHA-1; checkNames refused what it alone knows
	}
	return p.checkByLibrary(at)
}

// checkAuthority judges the right of the certificate at place i to issue what is
// below it.
func (p path) checkAuthority(i int) *fault {
	cert, anchor := p[i], i == len(p)-1
	ca := cert.BasicConstraintsValid && cert.IsCA || anchor && cert.Version < 3
	switch {
	case !ca:
		return wrong("Chứng thư «%s» không có quyền cấp chứng thư khác nhưng đứng trên «%s». Kiểm tra nơi cấp chứng thư.", called(cert), called(p[i-1]))
	case cert.KeyUsage != 0 && cert.KeyUsage&x509.KeyUsageCertSign == 0:
		return wrong("Khoá của «%s» không được dùng để cấp chứng thư. Kiểm tra nơi cấp chứng thư.", called(cert))
	case p.purposeless(i):
		return wrong("Chứng thư «%s» chỉ được cấp chứng thư cho mục đích khác, không cho việc ký tài liệu. Kiểm tra nơi cấp chứng thư.", called(cert))
	}
	limit := cert.MaxPathLen
	if limit > 0 || limit == 0 && cert.MaxPathLenZero {
		below := 0
		for _, c := range p[1:i] {
			if !bytes.Equal(c.RawSubject, c.RawIssuer) {
				below++
			}
		}
		if below > limit {
			return wrong("Chuỗi chứng thư sâu hơn mức «%s» cho phép (%d bậc). Kiểm tra nơi cấp chứng thư.", called(cert), limit)
		}
	}
	return nil
}

// purposeless says whether an authority below the anchor may only issue for other
// purposes than that of the leaf.
func (p path) purposeless(i int) bool {
	if i == len(p)-1 || !signing.ForOtherPurposes(p[i]) {
		return false
	}
	return !slices.Contains(p[0].ExtKeyUsage, x509.ExtKeyUsageTimeStamping) || !slices.Contains(p[i].ExtKeyUsage, x509.ExtKeyUsageTimeStamping)
}

// checkByLibrary asks crypto/x509 about this very chain: DNS, mail and address
// constraints, critical extensions, and all of the above once more.
func (p path) checkByLibrary(at time.Time) *fault {
	roots, between := x509.NewCertPool(), x509.NewCertPool()
	roots.AddCert(readNames(p[len(p)-1]))
	for _, cert := range p[1:max(len(p)-1, 1)] {
		between.AddCert(readNames(cert))
	}
	_, err := readNames(p[0]).Verify(x509.VerifyOptions{
		Roots: roots, Intermediates: between, CurrentTime: at, KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageAny},
	})
	var unknown x509.UnhandledCriticalExtension
	var invalid x509.CertificateInvalidError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &unknown):
		return wrong("Chuỗi chứng thư có phần mở rộng bắt buộc mà chương trình chưa hiểu. Kiểm tra bằng phần mềm của nơi cấp.")
	case errors.As(err, &invalid) && (invalid.Reason == x509.CANotAuthorizedForThisName || invalid.Reason == x509.TooManyConstraints):
		return sayNames
	}
	return wrong("Chuỗi chứng thư không đúng quy tắc (RFC 5280). Kiểm tra nơi cấp chứng thư, hoặc lấy lại tệp gốc.")
}

// sha1 says whether a certificate below the anchor is signed with SHA-1.
func (p path) sha1() bool {
	return slices.ContainsFunc(p[:len(p)-1], withSHA1)
}

// legacy is what is old in a chain and still read.
func (p path) legacy() (out []string) {
	for i, cert := range p {
		if i < len(p)-1 && withSHA1(cert) {
			out = append(out, fmt.Sprintf("chứng thư «%s» được ký bằng SHA-1", called(cert)))
		}
		if key, ok := cert.PublicKey.(*rsa.PublicKey); ok && i > 0 && key.N.BitLen() < shortRSA {
			out = append(out, fmt.Sprintf("khoá RSA của «%s» ngắn hơn %d bit", called(cert), shortRSA))
		}
	}
	return out
}
