package trust

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/x509"
	"errors"
	"time"
)

// Lengths of RSA keys, in bits.
const (
	shortRSA = 2048 // below: old, told
	weakRSA  = 1024 // below: refused
	longRSA  = 8192 // above: refused, since checking takes too long
)

// sha1Until is when two certificates with one SHA-1 digest could be made at a price
// that anybody can pay ("SHA-1 is a Shambles", January 2020). What was signed before
// is read, and told as old.
var sha1Until = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)

// checkLink asks whether issuer signed cert. A fault without words means that the
// issuer is another one of the same name.
func checkLink(cert, issuer *x509.Certificate) *fault {
	if fault := checkKey(issuer); fault != nil {
		return fault
	}
	err := checkSignature(cert, issuer)
	var insecure x509.InsecureAlgorithmError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &insecure), errors.Is(err, x509.ErrUnsupportedAlgorithm):
		return wrong("Chứng thư «%s» được ký bằng thuật toán không còn an toàn hoặc chưa được hỗ trợ (%s). Xin nơi cấp chứng thư mới.", called(cert), cert.SignatureAlgorithm)
	}
	return &fault{}
}

func checkSignature(cert, issuer *x509.Certificate) error {
	if !withSHA1(cert) {
		return issuer.CheckSignature(cert.SignatureAlgorithm, cert.RawTBSCertificate, cert.Signature)
	}
	digest := sha1.Sum(cert.RawTBSCertificate)
	switch key := issuer.PublicKey.(type) {
	case *rsa.PublicKey:
		if cert.SignatureAlgorithm == x509.SHA1WithRSA {
			return rsa.VerifyPKCS1v15(key, crypto.SHA1, digest[:], cert.Signature)
		}
	case *ecdsa.PublicKey:
		if cert.SignatureAlgorithm == x509.ECDSAWithSHA1 && ecdsa.VerifyASN1(key, digest[:], cert.Signature) {
			return nil
		}
	}
	return errors.New("signature does not verify")
}

func withSHA1(cert *x509.Certificate) bool {
	return cert.SignatureAlgorithm == x509.SHA1WithRSA || cert.SignatureAlgorithm == x509.ECDSAWithSHA1
}

// checkKey refuses keys that are too weak to mean anything or too long to check.
func checkKey(cert *x509.Certificate) *fault {
	switch key := cert.PublicKey.(type) {
	case *rsa.PublicKey:
		if n := key.N.BitLen(); n < weakRSA || n > longRSA {
			return wrong("Chứng thư «%s» có khoá RSA %d bit, ngoài khoảng từ %d đến %d bit. Xin nơi cấp chứng thư mới.", called(cert), n, weakRSA, longRSA)
		}
	case *ecdsa.PublicKey:
	default:
		return wrong("Chứng thư «%s» có loại khoá chưa được hỗ trợ. Dùng chứng thư RSA hoặc ECDSA.", called(cert))
	}
	return nil
}

// selfSigned says whether a certificate is signed with its own key.
func selfSigned(cert *x509.Certificate) bool {
	return string(cert.RawSubject) == string(cert.RawIssuer) && checkKey(cert) == nil && checkSignature(cert, cert) == nil
}
