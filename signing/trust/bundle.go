package trust

import (
	"bytes"
	"crypto/x509"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"fmt"

	"ankhai/signing"
)

// What a file of certificates may hold.
const (
	maxFile         = 1 << 20 // bytes
	maxCertificates = 200
)

// oidSignedData begins a PKCS #7 file, the form in which the national authority
// hands its certificates out (.p7b).
var oidSignedData = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 2}

type contentInfo struct {
	Type    asn1.ObjectIdentifier
	Content asn1.RawValue `asn1:"explicit,tag:0"`
}

// signedData is read for its certificates alone (RFC 5652, 5.1).
type signedData struct {
	Version      int
	Digests      asn1.RawValue
	Content      asn1.RawValue
	Certificates asn1.RawValue `asn1:"optional,tag:0"`
	CRLs         asn1.RawValue `asn1:"optional,tag:1"`
	Signers      asn1.RawValue
}

// ReadCertificates reads a file of certificates: PEM with any number of blocks, one
// in DER, or a PKCS #7 bag in either form. It asks nothing of them. The error is
// signing.ErrTrustFile with its sentence.
func ReadCertificates(data []byte) ([]*x509.Certificate, error) {
	if len(data) > maxFile {
		return nil, refused("tệp lớn hơn %d MB", maxFile>>20)
	}
	if !bytes.Contains(data, []byte("-----BEGIN ")) {
		return ofDER(bytes.TrimSpace(data))
	}
	var out []*x509.Certificate
	for rest := data; ; {
		var block *pem.Block
		if block, rest = pem.Decode(rest); block == nil {
			break
		}
		switch block.Type {
		case "CERTIFICATE", "X509 CERTIFICATE", "PKCS7", "CMS":
			certs, err := ofDER(block.Bytes)
			if err != nil {
				return nil, err
			}
			out = append(out, certs...)
		}
		if len(out) > maxCertificates {
			return nil, refused("tệp có hơn %d chứng thư", maxCertificates)
		}
	}
	if len(out) == 0 {
		return nil, refused("tệp không có chứng thư nào đọc được")
	}
	return out, nil
}

func ofDER(der []byte) ([]*x509.Certificate, error) {
	var info contentInfo
	if rest, err := asn1.Unmarshal(der, &info); err == nil && len(rest) == 0 && info.Type.Equal(oidSignedData) {
		var bag signedData
		if _, err := asn1.Unmarshal(info.Content.Bytes, &bag); err == nil {
			der = bag.Certificates.Bytes
		}
	}
	certs, err := x509.ParseCertificates(der)
	if err != nil || len(certs) == 0 {
		return nil, fmt.Errorf("read certificates: %w", signing.Refuse(signing.ErrTrustFile, errors.Join(err, errors.New("no certificate")),
			"Chưa nhận được: tệp hỏng, hoặc không phải chứng thư số dạng PEM, DER hay PKCS #7. Tải lại tệp .pem, .crt, .cer hoặc .p7b của nơi cấp."))
	}
	if len(certs) > maxCertificates {
		return nil, refused("tệp có hơn %d chứng thư", maxCertificates)
	}
	return certs, nil
}

func refused(format string, args ...any) error {
	return fmt.Errorf("read certificates: %w", signing.Refuse(signing.ErrTrustFile, nil, "Chưa nhận được: "+format+". Chọn tệp .pem, .crt, .cer hoặc .p7b của nơi cấp.", args...))
}
