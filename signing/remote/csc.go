package remote

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"ankhai/signing"
)

// The algorithms that every request names.
const (
	oidSHA256        = "2.16.840.1.101.3.4.2.1"
	oidRSA           = "1.2.840.113549.1.1.1"
	oidSHA256WithRSA = "1.2.840.113549.1.1.11"
	oidECDSA         = "1.2.840.10045.4.3.2"
)

// csc speaks the Cloud Signature Consortium API, version 1.0.4 or 2.0. What the two
// call differently is in the fields; the rest is one road: a login without a
// browser, credentials/list and /info, for an explicit credential sendOTP (v2:
// getChallenge), then authorize for the SAD, then signHash.
type csc struct {
	*client
	account Account
	secrets Secrets
	version int
	path    string // of the API below the base: "/csc/v1"
	// enter logs in and gives the access token.
	enter func(ctx context.Context) (token string, err error)

	// lists is whose credentials a login of a program asks for; "" where the login
	// was the user's own.
	lists string

	mu    sync.Mutex
	token string
}

func openCSC1(c *client, a Account, s Secrets) protocol {
	p := &csc{client: c, account: a, secrets: s, version: 1}
	p.enter, p.lists = p.oauth, a.User
	if a.ClientID == "" {
		p.enter, p.lists = p.basic, ""
	}
	return p
}

func openCSC2(c *client, a Account, s Secrets) protocol {
	p := &csc{client: c, account: a, secrets: s, version: 2}
	p.enter, p.lists = p.oauth, a.User
	return p
}

// oauth logs in as the company's program (OAuth 2.0 client credentials).
func (p *csc) oauth(ctx context.Context) (string, error) {
	if p.account.ClientID == "" || len(p.secrets.Client) == 0 {
		return "", incomplete("--client-id và --secret-file")
	}
	return p.grant(ctx, call{path: "/oauth2/token", form: url.Values{
		"grant_type": {"client_credentials"}, "client_id": {p.account.ClientID}, "client_secret": {string(p.secrets.Client)},
	}})
}

// basic logs in as a person (auth/login of version 1).
func (p *csc) basic(ctx context.Context) (string, error) {
	if p.account.User == "" || len(p.secrets.User) == 0 {
		return "", incomplete("--user và --password-file, hoặc --client-id và --secret-file")
	}
	pair := base64.StdEncoding.EncodeToString([]byte(p.account.User + ":" + string(p.secrets.User)))
	return p.grant(ctx, call{path: "/auth/login", header: map[string]string{"Authorization": "Basic " + pair}, body: map[string]bool{"rememberMe": false}})
}

// grant asks for an access token.
func (p *csc) grant(ctx context.Context, k call) (string, error) {
	a, err := p.do(ctx, k)
	if err != nil {
		return "", err
	}
	if a.status != http.StatusOK {
		return "", quoting(login(p.complaint(a)), words(a)...)
	}
	var out struct {
		AccessToken string `json:"access_token"`
	}
	if err := a.read(&out); err != nil {
		return "", err
	}
	if out.AccessToken == "" {
		return "", misunderstood(errors.New("login without an access token"))
	}
	return out.AccessToken, nil
}

// post calls a method of the API with an access token. One that has run out is
// renewed once.
func (p *csc) post(ctx context.Context, method string, body map[string]any, limit time.Duration) (answer, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for {
		fresh := p.token == ""
		if fresh {
			token, err := p.enter(ctx)
			if err != nil {
				return answer{}, err
			}
			p.token = token
		}
		a, err := p.do(ctx, call{path: p.path + method, header: map[string]string{"Authorization": "Bearer " + p.token}, body: body, limit: limit})
		if err != nil || a.status != http.StatusUnauthorized {
			return a, err
		}
		p.token = ""
		if fresh {
			return a, quoting(login(p.complaint(a)), words(a)...)
		}
	}
}

// fault is what the API answers when it refuses.
type fault struct {
	Error       string `json:"error"`
	Description string `json:"error_description"`
}

func (p *csc) complaint(a answer) error {
	var f fault
	if err := a.read(&f); err != nil || f.Error == "" {
		return fmt.Errorf("status %d", a.status)
	}
	return fmt.Errorf("status %d, %.60q", a.status, f.Error) // the description may name a person
}

// words are what the service itself says, code first.
func words(a answer) []string {
	var f fault
	_ = a.read(&f) // what cannot be read says nothing
	return []string{f.Error, f.Description}
}

// refusal turns an answer that refuses into an outcome, with the service's words.
func (p *csc) refusal(a answer) error { return quoting(p.outcome(a), words(a)...) }

// outcome knows the error codes of the specification's tables; descriptions tell apart
// what shares a code.
func (p *csc) outcome(a answer) error {
	cause := p.complaint(a)
	var f fault
	_ = a.read(&f) // what cannot be read has no code, and falls to the last case
	said := strings.ToLower(f.Description)
	switch {
	case f.Error == "invalid_otp", f.Error == "invalid_authentication_data":
		return otpWrong(cause)
	case f.Error == "invalid_pin":
		return pinWrong(cause)
	case f.Error == "access_denied", f.Error == "authorization_declined":
		return declined(cause)
	case strings.Contains(said, "locked"):
		return signing.Refuse(signing.ErrPINLocked, cause, "Chưa ký được: dịch vụ ký từ xa đã khoá chữ ký sau nhiều lần nhập sai. Liên hệ nhà cung cấp để mở khoá.")
	case f.Error == "expired_token", f.Error == "authorization_expired", strings.Contains(said, "expired"):
		return lapsed(cause)
	case strings.Contains(said, "handle"), strings.Contains(said, "sad"):
		return unknown(cause)
	}
	return failed(cause)
}

// step does the next exchange of a request.
func (p *csc) step(ctx context.Context, cred Credential, t *Ticket, ask asker) (next, error) {
	switch t.Stage {
	case Frozen, Sending:
		if cred.otp {
			if err := p.sendOTP(ctx, cred); err != nil {
				return 0, err
			}
		}
		t.Stage = Sent
		return again, nil
	case Sent:
		return p.authorize(ctx, cred, t, ask)
	}
	return p.sign(ctx, cred, t)
}

// sign fetches the signatures of an authorised request.
func (p *csc) sign(ctx context.Context, cred Credential, t *Ticket) (next, error) {
	body := map[string]any{"credentialID": cred.ID, "SAD": string(t.Activation), "signAlgo": algorithm(cred)}
	p.putHashes(body, t)
	a, err := p.post(ctx, "/signatures/signHash", body, answerTime)
	if err != nil {
		return 0, err
	}
	if a.status != http.StatusOK {
		return 0, p.refusal(a)
	}
	var out struct {
		Signatures [][]byte `json:"signatures"`
	}
	if err := a.read(&out); err != nil {
		return 0, err
	}
	t.Signatures = out.Signatures
	return signed, nil
}

func (p *csc) putHashes(body map[string]any, t *Ticket) {
	if p.version == 1 {
		body["hash"], body["hashAlgo"] = t.Digests, oidSHA256
		return
	}
	body["hashes"], body["hashAlgorithmOID"] = t.Digests, oidSHA256
}
