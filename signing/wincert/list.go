package wincert

import "crypto/x509"

// mayList says whether a certificate belongs into a list for signing: not an
// authority's, and not meant for something else. Expired ones are listed; the
// reader is told that they are.
func mayList(cert *x509.Certificate) bool {
	const may = x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment
	return !cert.IsCA && (cert.KeyUsage == 0 || cert.KeyUsage&may != 0)
}

// reverse turns a little-endian signature of the CryptoAPI into the order that all
// others use.
func reverse(b []byte) []byte {
	out := make([]byte, len(b))
	for i := range b {
		out[len(b)-1-i] = b[i]
	}
	return out
}
