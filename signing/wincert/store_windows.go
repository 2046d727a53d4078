package wincert

import (
	"bytes"
	"crypto/sha1"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"syscall"
	"unsafe"

	"ankhai/signing"

	"golang.org/x/sys/windows"
)

// maxCertificates bounds what is read of a store.
const maxCertificates = 500

// Certificates lists the certificates of the user's store that can sign: the
// holder's own, with a private key, meant for signing. Nobody is asked for anything.
func Certificates() ([]*x509.Certificate, error) {
	var out []*x509.Certificate
	err := each(func(context *windows.CertContext, cert *x509.Certificate) bool {
		if mayList(cert) && hasKey(context) {
			out = append(out, cert)
		}
		return true
	})
	if err != nil {
		return nil, fmt.Errorf("list the Windows store: %w", err)
	}
	return out, nil
}

// Thumbprint names a certificate of the store: SHA-1 of its bytes in hex, as
// Windows shows it.
func Thumbprint(cert *x509.Certificate) string {
	sum := sha1.Sum(cert.Raw)
	return hex.EncodeToString(sum[:])
}

// each visits the certificates of the user's store until visit says that it is
// enough. What is no certificate for us is passed over.
func each(visit func(*windows.CertContext, *x509.Certificate) (more bool)) error {
	name, err := windows.UTF16PtrFromString("MY")
	if err != nil {
		return err
	}
	store, err := windows.CertOpenStore(windows.CERT_STORE_PROV_SYSTEM, 0, 0,
		windows.CERT_SYSTEM_STORE_CURRENT_USER|windows.CERT_STORE_READONLY_FLAG, uintptr(unsafe.Pointer(name)))
	if err != nil {
		return outcome(statusOf(err))
	}
	defer func() { _ = windows.CertCloseStore(store, 0) }() // contexts kept by others keep it open
	var at *windows.CertContext
	for range maxCertificates {
		at, err = windows.CertEnumCertificatesInStore(store, at) // frees the one before
		if err != nil || at == nil {
			if err == nil || errors.Is(err, syscall.Errno(windows.CRYPT_E_NOT_FOUND)) {
				return nil
			}
			return outcome(statusOf(err))
		}
		cert, err := x509.ParseCertificate(bytes.Clone(unsafe.Slice(at.EncodedCert, at.Length)))
		if err == nil && !visit(at, cert) {
			break
		}
	}
	if at != nil {
		return windows.CertFreeCertificateContext(at)
	}
	return nil
}

// hasKey says whether the store knows where the private key is, without opening it.
func hasKey(context *windows.CertContext) bool {
	_, err := keyProvInfo(context)
	return err == nil
}

// find gives a certificate's context, which the caller frees.
func find(thumbprint string) (found *windows.CertContext, cert *x509.Certificate, err error) {
	err = each(func(context *windows.CertContext, c *x509.Certificate) bool {
		if !strings.EqualFold(Thumbprint(c), thumbprint) {
			return true
		}
		found, cert = windows.CertDuplicateCertificateContext(context), c
		return false
	})
	if err == nil && found == nil {
		err = signing.Refuse(signing.ErrKeyMissing, nil, "Chưa ký được: chứng thư đã chọn không còn trong kho của Windows. Cắm lại token rồi chọn lại chứng thư.")
	}
	return found, cert, err
}

func statusOf(err error) error {
	var errno syscall.Errno
	if errors.As(err, &errno) {
		return status(errno)
	}
	return err
}
