package trust

import (
	"bytes"
	"context"
	"crypto/x509"
	"encoding/asn1"
	"encoding/pem"
	"fmt"
	"time"

	"ankhai/signing"
)

// onHold is the reason certificateHold.
const onHold = 6

// maxList is how many bytes a list may have; the longest public ones have about ten
// million.
const maxList = 20 << 20

// The extensions of lists and their entries that matter here.
var (
	oidDistributionPoint = asn1.ObjectIdentifier{2, 5, 29, 28}
	oidListNumber        = asn1.ObjectIdentifier{2, 5, 29, 20}
	oidListAuthority     = asn1.ObjectIdentifier{2, 5, 29, 35}
)

// distributionPoint is IssuingDistributionPoint of RFC 5280, 5.2.5.
type distributionPoint struct {
	Name        asn1.RawValue  `asn1:"optional,tag:0"`
	OnlyUsers   bool           `asn1:"optional,tag:1"`
	OnlyCAs     bool           `asn1:"optional,tag:2"`
	SomeReasons asn1.BitString `asn1:"optional,tag:3"`
	Indirect    bool           `asn1:"optional,tag:4"`
	OnlyAttrs   bool           `asn1:"optional,tag:5"`
}

// ReadList reads a revocation list, PEM or DER; whether it is true is asked for each
// certificate. The error is signing.ErrTrustFile with its sentence.
func ReadList(data []byte) (*x509.RevocationList, error) {
	const mend = "Tải lại tệp .crl của nơi cấp."
	if len(data) > maxList {
		return nil, fmt.Errorf("read revocation list: %w", signing.Refuse(signing.ErrTrustFile, nil, "Chưa đọc được danh sách thu hồi: tệp lớn hơn %d MB. %s", maxList>>20, mend))
	}
	if block, _ := pem.Decode(data); block != nil && block.Type == "X509 CRL" {
		data = block.Bytes
	}
	list, err := x509.ParseRevocationList(data)
	if err != nil {
		return nil, fmt.Errorf("read revocation list: %w", signing.Refuse(signing.ErrTrustFile, err, "Chưa đọc được danh sách thu hồi: tệp hỏng hoặc không phải CRL. %s", mend))
	}
	return list, nil
}

// fetchList asks the list at an address that the certificate names.
func (r *Revocation) fetchList(ctx context.Context, address string, cert, issuer *x509.Certificate, need, now time.Time) answer {
	data, err := r.web.get(ctx, address, maxList, now)
	if err != nil {
		return answer{state: signing.NotAsked, why: "không tải được danh sách thu hồi từ " + address}
	}
	list, err := ReadList(data)
	if err != nil {
		return answer{state: signing.NotAsked, why: "danh sách thu hồi ở " + address + " hỏng"}
	}
	a := judgeList(list, cert, issuer, need, now)
	a.source = "danh sách thu hồi " + address
	return a
}

// judgeList asks one list about one certificate.
func judgeList(list *x509.RevocationList, cert, issuer *x509.Certificate, need, now time.Time) answer {
	silent := func(why string) answer { return answer{state: signing.NotAsked, why: why} }
	if !bytes.Equal(list.RawIssuer, issuer.RawSubject) || list.CheckSignatureFrom(issuer) != nil {
		return silent("danh sách thu hồi không do nơi cấp của chứng thư ký")
	}
	if !speaksOf(list, cert) {
		return silent("danh sách thu hồi không nói về loại chứng thư này")
	}
	for _, entry := range list.RevokedCertificateEntries {
		if entry.SerialNumber.Cmp(cert.SerialNumber) != 0 {
			continue
		}
		for _, e := range entry.Extensions {
			if e.Critical {
				return silent("mục trong danh sách thu hồi có phần mở rộng bắt buộc mà chương trình chưa hiểu")
			}
		}
		// However old, a list that names it is right: no revocation is taken back but
		// one that only suspends.
		if entry.ReasonCode == onHold && !current(list.ThisUpdate, list.NextUpdate, need) {
			return silent(sayStale)
		}
		return answer{state: signing.TakenBack, asOf: list.ThisUpdate, since: entry.RevocationTime, reason: entry.ReasonCode}
	}
	switch {
	case list.ThisUpdate.After(now.Add(skew)):
		return silent(sayAhead)
	case !current(list.ThisUpdate, list.NextUpdate, need):
		return silent(sayStale)
	case forgotten(cert, list.ThisUpdate):
		return silent(sayForgotten)
	}
	return answer{state: signing.NoneKnown, asOf: list.ThisUpdate}
}

// speaksOf says whether a list is a whole one that would name this certificate:
// neither a difference to another list, nor one for other reasons, kinds or
// places.
func speaksOf(list *x509.RevocationList, cert *x509.Certificate) bool {
	for _, e := range list.Extensions {
		switch {
		case e.Id.Equal(oidDistributionPoint):
			var p distributionPoint
			if rest, err := asn1.Unmarshal(e.Value, &p); err != nil || len(rest) > 0 {
				return false
			}
			if p.Indirect || p.OnlyAttrs || p.SomeReasons.BitLength > 0 || p.OnlyUsers && cert.IsCA || p.OnlyCAs && !cert.IsCA {
				return false
			}
			if len(p.Name.FullBytes) > 0 && !namesPlace(p.Name.Bytes, cert) {
				return false
			}
		case e.Id.Equal(oidListNumber), e.Id.Equal(oidListAuthority):
		case e.Critical:
			return false
		}
	}
	return true
}

// namesPlace says whether the place in a list is one of those in the certificate.
func namesPlace(name []byte, cert *x509.Certificate) bool {
	for _, place := range cert.CRLDistributionPoints {
		if place != "" && bytes.Contains(name, append([]byte{0x80 | kindURI, byte(len(place))}, place...)) {
			return true
		}
	}
	return false
}
