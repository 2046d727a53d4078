package signing

import (
	"bytes"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"fmt"
	"regexp"
	"strings"
	"time"
)

// oidUID is the userId attribute that carries "MST:…", "CCCD:…" and the like.
var oidUID = asn1.ObjectIdentifier{0, 9, 2342, 19200300, 100, 1, 1}

// mstForm is a tax code as certificates write it: ten digits, a branch with
// three more, or the twelve digits of a personal number.
var mstForm = regexp.MustCompile(`^MST:\s*(\d{10}(?:-\d{3})?|\d{12})$`)

// shortNames are the attribute types with a short name in a written DN. The
// standard library prints the others, UID among them, as hex.
var shortNames = map[string]string{
	"2.5.4.6": "C", "2.5.4.8": "ST", "2.5.4.7": "L", "2.5.4.10": "O", "2.5.4.11": "OU",
	"2.5.4.3": "CN", "2.5.4.12": "T", "2.5.4.5": "SERIALNUMBER", "2.5.4.9": "STREET",
	"2.5.4.4": "SN", "2.5.4.42": "G", "2.5.4.97": "2.5.4.97",
	"0.9.2342.19200300.100.1.1": "UID", "0.9.2342.19200300.100.1.25": "DC",
	"1.2.840.113549.1.9.1": "E",
}

// vietnam is the zone dates are shown in; Vietnam has kept UTC+7 since 1975.
var vietnam = time.FixedZone("ICT", 7*60*60)

// DN writes a name in the order of the certificate: "C=VN, …, CN=…, UID=MST:…".
// raw is RawSubject or RawIssuer. Special characters are escaped as in RFC 4514.
func DN(raw []byte) string {
	var rdns pkix.RDNSequence
	if rest, err := asn1.Unmarshal(raw, &rdns); err != nil || len(rest) != 0 {
		return ""
	}
	var parts []string
	for _, rdn := range rdns {
		var values []string
		for _, attribute := range rdn {
			name, ok := shortNames[attribute.Type.String()]
			if !ok {
				name = attribute.Type.String()
			}
			values = append(values, name+"="+escapeDN(fmt.Sprint(attribute.Value)))
		}
		parts = append(parts, strings.Join(values, "+"))
	}
	return strings.Join(parts, ", ")
}

func escapeDN(value string) string {
	var out strings.Builder
	for i, r := range value {
		switch {
		case strings.ContainsRune(`,+"\<>;=`, r),
			i == 0 && (r == '#' || r == ' '),
			r == ' ' && i == len(value)-1:
			out.WriteByte('\\')
			out.WriteRune(r)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&out, `\%02X`, r)
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// CommonName is the holder's name, or the organisation where there is no CN.
func CommonName(cert *x509.Certificate) string {
	if cert.Subject.CommonName != "" || len(cert.Subject.Organization) == 0 {
		return cert.Subject.CommonName
	}
	return cert.Subject.Organization[0]
}

// TaxCode is the tax code (MST) in the subject's UID, "" where there is none. A
// certificate may hold several UIDs (MST beside CCCD).
func TaxCode(cert *x509.Certificate) string {
	for _, attribute := range cert.Subject.Names {
		if !attribute.Type.Equal(oidUID) {
			continue
		}
		if text, ok := attribute.Value.(string); ok {
			if m := mstForm.FindStringSubmatch(strings.TrimSpace(text)); m != nil {
				return m[1]
			}
		}
	}
	return ""
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
	const may = x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment
	if cert.KeyUsage != 0 && cert.KeyUsage&may == 0 {
		return &Error{Kind: ErrKeyUsage}
	}
	taxCode = strings.TrimSpace(taxCode)
	if taxCode == "" {
		return nil
	}
	switch own := TaxCode(cert); own {
	case taxCode:
		return nil
	case "":
		return Refuse(ErrNoTaxCode, nil, "Chưa ký được: chứng thư số không ghi mã số thuế, đơn vị đang kê khai là %s. Chọn chứng thư của đơn vị này.", taxCode)
	default:
		return Refuse(ErrWrongTaxCode, nil, "Chưa ký được: chứng thư số thuộc mã số thuế %s, đơn vị đang kê khai là %s. Chọn chứng thư của đơn vị này.", own, taxCode)
	}
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
