package remote

import (
	"context"
	"crypto/ecdsa"
	"crypto/x509"
	"fmt"
	"net/http"
	"strconv"

	"ankhai/signing"
)

// maxCredentials bounds how many certificates of an account are looked at.
const maxCredentials = 20

// cscInfo is a credential as credentials/info describes it, in both versions.
type cscInfo struct {
	ID  string `json:"credential_id"` // MySign's own listing
	Key struct {
		Status string `json:"status"`
	} `json:"key"`
	Cert struct {
		Status       string   `json:"status"`
		Certificates [][]byte `json:"certificates"`
	} `json:"cert"`
	AuthMode string `json:"authMode"` // version 1
	PIN      struct {
		Presence string `json:"presence"`
	} `json:"PIN"`
	OTP struct {
		Presence string `json:"presence"`
	} `json:"OTP"`
	Auth struct { // version 2
		Mode    string `json:"mode"`
		Objects []struct {
			ID string `json:"id"`
		} `json:"objects"`
	} `json:"auth"`
	Multisign text `json:"multisign"`
}

func (p *csc) credentials(ctx context.Context) ([]Credential, error) {
	body := map[string]any{}
	if p.lists != "" {
		body["userID"] = p.lists
	}
	a, err := p.post(ctx, "/credentials/list", body, answerTime)
	if err != nil {
		return nil, err
	}
	if a.status != http.StatusOK {
		return nil, p.refusal(a)
	}
	var list struct {
		IDs []string `json:"credentialIDs"`
	}
	if err := a.read(&list); err != nil {
		return nil, err
	}
	if len(list.IDs) > maxCredentials {
		return nil, misunderstood(fmt.Errorf("%d credentials", len(list.IDs)))
	}
	var out []Credential
	for _, id := range list.IDs {
		a, err := p.post(ctx, "/credentials/info", map[string]any{"credentialID": id, "certificates": "chain", "certInfo": true, "authInfo": true}, answerTime)
		if err != nil {
			return nil, err
		}
		if a.status != http.StatusOK {
			return nil, p.refusal(a)
		}
		var info cscInfo
		if err := a.read(&info); err != nil {
			return nil, err
		}
		info.ID = id
		cred, ok, err := info.credential()
		if err != nil {
			return nil, err
		}
		if ok {
			out = append(out, cred)
		}
	}
	return out, nil
}

// credential is what can be signed with; false for one that is switched off.
func (i cscInfo) credential() (Credential, bool, error) {
	if i.Key.Status == "disabled" || i.Cert.Status == "revoked" || i.Cert.Status == "suspended" {
		return Credential{}, false, nil
	}
	cred, err := readCertificates(i.ID, i.Cert.Certificates)
	if err != nil {
		return Credential{}, false, err
	}
	switch mode := i.AuthMode + i.Auth.Mode; mode {
	case "", "implicit":
		cred.implicit = true
	case "explicit":
	default:
		return Credential{}, false, signing.Refuse(ErrBrowser, nil, "Chưa dùng được: dịch vụ ký từ xa đòi đăng nhập bằng trình duyệt (%.40s), chương trình chưa làm được cách này. Chọn cách xác nhận khác với nhà cung cấp.", mode)
	}
	cred.pin, cred.otp = i.PIN.Presence == "true", i.OTP.Presence == "true"
	for _, o := range i.Auth.Objects {
		cred.pin = cred.pin || o.ID == string(AskPIN)
		cred.otp = cred.otp || o.ID == string(AskOTP)
	}
	if n, err := strconv.Atoi(string(i.Multisign)); err == nil && n > 0 {
		cred.multisign = n
	}
	return cred, true, nil
}

// readCertificates takes the holder's certificate and what came with it.
func readCertificates(id string, der [][]byte) (Credential, error) {
	if len(der) == 0 || len(der) > 10 {
		return Credential{}, misunderstood(fmt.Errorf("%d certificates", len(der)))
	}
	cred := Credential{ID: id}
	for n, raw := range der {
		cert, err := x509.ParseCertificate(raw)
		if err != nil {
			return Credential{}, misunderstood(fmt.Errorf("certificate %d: %w", n, err))
		}
		if n == 0 {
			cred.Cert = cert
		} else {
			cred.Chain = append(cred.Chain, cert)
		}
	}
	return cred, nil
}

// algorithm names how the credential signs a SHA-256 digest.
func algorithm(cred Credential) string {
	if _, ok := cred.Cert.PublicKey.(*ecdsa.PublicKey); ok {
		return oidECDSA
	}
	return oidSHA256WithRSA
}
