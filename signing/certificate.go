package signing

import (
	"bytes"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"slices"
	"strings"
	"time"
)

// vietnam is the zone dates are shown in; Vietnam has kept UTC+7 since 1975.
var vietnam = time.FixedZone("ICT", 7*60*60)

// CommonName is the holder's name, or the organisation where there is no CN. What
// could move the cursor of a reader or turn the order of letters is replaced.
func CommonName(cert *x509.Certificate) string {
	if cert.Subject.CommonName != "" || len(cert.Subject.Organization) == 0 {
		return visible(cert.Subject.CommonName)
	}
	return visible(cert.Subject.Organization[0])
}

// Serial is the serial number in upper-case hex, as certificate viewers show it.
func Serial(cert *x509.Certificate) string {
	return strings.ToUpper(cert.SerialNumber.Text(16))
}

// CheckFor says whether this certificate may sign for that tax code at that
// moment: nil, or ErrExpired, ErrNotYetValid, ErrKeyUsage, ErrWrongTaxCode,
// ErrNoTaxCode with a sentence. An empty taxCode asks no question about it.
func CheckFor(cert *x509.Certificate, taxCode string, at time.Time) error {
	if err := checkValidity(cert, at); err != nil {
		return err
	}
	if !ForSigning(cert) {
		return &Error{Kind: ErrKeyUsage}
	}
	taxCode = strings.TrimSpace(taxCode)
	if taxCode == "" {
		return nil
	}
	own := TaxCodes(cert)
	if slices.Contains(own, taxCode) {
		return nil
	}
	if len(own) == 0 {
		return Refuse(ErrNoTaxCode, nil, "Chưa ký được: chứng thư số không ghi mã số thuế, đơn vị đang kê khai là %s. Chọn chứng thư của đơn vị này.", taxCode)
	}
	return Refuse(ErrWrongTaxCode, nil, "Chưa ký được: chứng thư số thuộc mã số thuế %s, đơn vị đang kê khai là %s. Chọn chứng thư của đơn vị này.", strings.Join(own, ", "), taxCode)
}

func checkValidity(cert *x509.Certificate, at time.Time) error {
	if at.After(cert.NotAfter) {
		return Refuse(ErrExpired, nil, "Chưa ký được: chứng thư số hết hạn ngày %s. Gia hạn với nhà cung cấp rồi ký lại.", day(cert.NotAfter))
	}
	if at.Before(cert.NotBefore) {
		return Refuse(ErrNotYetValid, nil, "Chưa ký được: chứng thư số có hiệu lực từ ngày %s. Kiểm tra ngày giờ của máy, hoặc đợi đến ngày đó.", day(cert.NotBefore))
	}
	return nil
}

func day(t time.Time) string { return t.In(vietnam).Format("02/01/2006") }

// Trust reads PEM certificates into the two pools a verifier needs: the
// self-signed ones are roots, the others help to build the chain.
func Trust(pemData []byte) (roots, intermediates *x509.CertPool, err error) {
	roots, intermediates = x509.NewCertPool(), x509.NewCertPool()
	found := 0
	for rest := pemData; ; {
		var block *pem.Block
		if block, rest = pem.Decode(rest); block == nil {
			break
		}
		if block.Type != "CERTIFICATE" {
			continue
		}
		cert, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return nil, nil, fmt.Errorf("read trusted certificates: %w", err)
		}
		found++
		if bytes.Equal(cert.RawSubject, cert.RawIssuer) {
			roots.AddCert(cert)
		} else {
			intermediates.AddCert(cert)
		}
	}
	if found == 0 {
		return nil, nil, fmt.Errorf("read trusted certificates: no PEM certificate")
	}
	return roots, intermediates, nil
}
