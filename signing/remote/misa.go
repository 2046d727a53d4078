package remote

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"ankhai/signing"
)

// The paths of MISA eSign. Signing lives at the host's root; below any other path
// the server answers 200 with a web page.
const (
	misaLogin  = "/api/auth/api/v1/auth/login-api"
	misaCerts  = "/external/esrm/service/general/api/v1/Certificates/by-userId"
	misaSign   = "/external/esrm/service/signing/api/v1/Signing/hash"
	misaStatus = "/external/esrm/service/signing/api/v1/Signing/status/"
)

// misaTwoFactor is the code by which the login asks for a one-time code.
const misaTwoFactor = "122"

// misa speaks MISA eSign as its partners' guide describes it: a login with the
// user's MISA ID, hashes sent for signing, a transaction asked about.
type misa struct {
	*client
	account Account
	secrets Secrets
	token   string
}

func openMISA(c *client, a Account, s Secrets) protocol {
	return &misa{client: c, account: a, secrets: s}
}

type misaAnswer struct {
	Status struct {
		Error     bool   `json:"error"`
		ErrorCode text   `json:"errorCode"`
		Message   string `json:"message"`
	} `json:"status"`
	Data struct {
		Token string `json:"remoteSigningAccessToken"`
	} `json:"data"`
}

func (p *misa) headers() map[string]string {
	h := map[string]string{"x-clientId": p.account.ClientID, "x-clientKey": string(p.secrets.Client)}
	if p.token != "" {
		h["AuthorizationRM"] = "Bearer " + p.token
	}
	return h
}

// enter logs in. A login that asks for a second factor is refused with words: the
// code would be needed at every start of the program.
func (p *misa) enter(ctx context.Context) error {
	if p.account.ClientID == "" || len(p.secrets.Client) == 0 || p.account.User == "" || len(p.secrets.User) == 0 {
		return incomplete("--client-id, --secret-file (x-clientKey), --user và --password-file")
	}
	a, err := p.do(ctx, call{path: misaLogin, header: p.headers(), body: map[string]string{"userName": p.account.User, "password": string(p.secrets.User)}})
	if err != nil {
		return err
	}
	var out misaAnswer
	if err := a.read(&out); err != nil {
		return err
	}
	if out.Status.ErrorCode == misaTwoFactor {
		return signing.Refuse(ErrBrowser, nil, "Chưa dùng được: tài khoản MISA ID đang bật xác thực hai lớp khi đăng nhập, chương trình chưa làm được cách này. Dùng tài khoản không bật xác thực hai lớp; việc ký vẫn được xác nhận trên điện thoại.")
	}
	if a.status != http.StatusOK || out.Status.Error || out.Data.Token == "" {
		return quoting(login(fmt.Errorf("status %d, code %.20q", a.status, out.Status.ErrorCode)), string(out.Status.ErrorCode), out.Status.Message)
	}
	p.token = strings.TrimPrefix(out.Data.Token, "Bearer ")
	return nil
}

// ask sends a request that needs the token. One that has run out is renewed once.
func (p *misa) ask(ctx context.Context, k call) (answer, error) {
	for {
		fresh := p.token == ""
		if fresh {
			if err := p.enter(ctx); err != nil {
				return answer{}, err
			}
		}
		k.header = p.headers()
		a, err := p.do(ctx, k)
		if err != nil || a.status != http.StatusUnauthorized {
			return a, err
		}
		p.token = ""
		if fresh {
			return a, login(fmt.Errorf("status %d", a.status))
		}
	}
}

func (p *misa) credentials(ctx context.Context) ([]Credential, error) {
	a, err := p.ask(ctx, call{method: http.MethodGet, path: misaCerts})
	if err != nil {
		return nil, err
	}
	if a.status != http.StatusOK {
		return nil, failed(fmt.Errorf("status %d", a.status))
	}
	var list []struct {
		UserID string   `json:"userId"`
		Alias  string   `json:"keyAlias"`
		Status string   `json:"keyStatus"`
		Cert   []byte   `json:"certificate"`
		Chain  [][]byte `json:"certiticateChain"` // spelt so by the service
	}
	if err := a.read(&list); err != nil {
		return nil, err
	}
	if len(list) > maxCredentials {
		return nil, misunderstood(fmt.Errorf("%d certificates", len(list)))
	}
	var out []Credential
	for _, c := range list {
		if c.Status != "ACTIVE" {
			continue
		}
		der := [][]byte{c.Cert}
		if len(c.Chain) > 1 {
			der = append(der, c.Chain[1:]...) // the first is the certificate again
		}
		cred, err := readCertificates(c.Alias, der)
		if err != nil {
			return nil, err
		}
		cred.owner = c.UserID
		out = append(out, cred)
	}
	return out, nil
}

func (p *misa) step(ctx context.Context, cred Credential, t *Ticket, _ asker) (next, error) {
	if t.Stage == Frozen || t.Stage == Sending {
		return p.send(ctx, cred, t)
	}
	a, err := p.ask(ctx, call{method: http.MethodGet, path: misaStatus + url.PathEscape(t.Transaction)})
	if err != nil {
		return 0, err
	}
	if a.status == http.StatusNotFound {
		return 0, unknown(fmt.Errorf("status %d", a.status))
	}
	var out struct {
		Status     string `json:"status"`
		ErrorCode  text   `json:"errorCode"`
		Signatures []struct {
			Signature []byte `json:"signature"`
		} `json:"signatures"`
	}
	if err := a.read(&out); err != nil {
		return 0, err
	}
	cause := fmt.Errorf("status %.20q, code %.20q", out.Status, out.ErrorCode)
	switch out.Status {
	case "PENDING":
		return wait, nil
	case "SUCCESS":
		t.Signatures = nil
		for _, s := range out.Signatures {
			t.Signatures = append(t.Signatures, s.Signature)
		}
		return signed, nil
	case "FAILED": // the guide gives no code for a refusal or a lapse
		return 0, quoting(failed(cause), string(out.ErrorCode))
	}
	return 0, misunderstood(cause)
}

func (p *misa) send(ctx context.Context, cred Credential, t *Ticket) (next, error) {
	var documents []map[string]any
	for _, d := range t.Digests {
		documents = append(documents, map[string]any{"DocumentId": documentID(d), "FileToSign": d, "DocumentName": documentID(d)})
	}
	a, err := p.ask(ctx, call{path: misaSign, body: map[string]any{
		"DataToBeDisplayed": "Ký hồ sơ bảo hiểm xã hội", "UserId": cred.owner, "CertAlias": cred.ID, "Documents": documents,
	}})
	if err != nil {
		return 0, err
	}
	if a.status != http.StatusOK {
		return 0, failed(fmt.Errorf("status %d", a.status))
	}
	var out struct {
		Transaction string `json:"transactionId"`
	}
	if err := a.read(&out); err != nil {
		return 0, err
	}
	if out.Transaction == "" {
		return 0, misunderstood(errors.New("no transaction"))
	}
	t.Transaction, t.Stage = out.Transaction, Sent
	return wait, nil
}
