package signing

import (
	"crypto/x509"
	"slices"
)

// otherPurposes are the extended key usages that say a key is for something else
// than signing documents (RFC 5280, 4.2.1.12).
var otherPurposes = []x509.ExtKeyUsage{
	x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageCodeSigning, x509.ExtKeyUsageTimeStamping, x509.ExtKeyUsageOCSPSigning,
}

// ForSigning says whether a certificate was issued to sign documents with: a key
// usage of digitalSignature or contentCommitment where one is stated, and no
// extended usages that are all for something else.
func ForSigning(cert *x509.Certificate) bool {
	const may = x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment
	return (cert.KeyUsage == 0 || cert.KeyUsage&may != 0) && !ForOtherPurposes(cert)
}

// ForOtherPurposes says whether every extended usage that a certificate states is
// for something else than documents. In the certificate of an authority it binds
// whom that authority issued.
func ForOtherPurposes(cert *x509.Certificate) bool {
	if len(cert.UnknownExtKeyUsage) > 0 || len(cert.ExtKeyUsage) == 0 {
		return false
	}
	return !slices.ContainsFunc(cert.ExtKeyUsage, func(u x509.ExtKeyUsage) bool { return !slices.Contains(otherPurposes, u) })
}
