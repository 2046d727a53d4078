package remote

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
)

// mySignProfile is the RAS profile that every published integration names.
const mySignProfile = "adss:ras:profile:001"

// openMySignRAS is MySign's older face: the login of Ascertia ADSS RAS, then version
// 1 of the Cloud Signature Consortium API.
func openMySignRAS(c *client, a Account, s Secrets) protocol {
	p := &csc{client: c, account: a, secrets: s, version: 1, path: "/csc/v1"}
	p.enter = p.ras("/v1/login")
	return p
}

// openMySign is its newer face: the same login, and requests of Viettel's own that
// come back at once with a transaction to ask about.
func openMySign(c *client, a Account, s Secrets) protocol {
	p := &csc{client: c, account: a, secrets: s, version: 1}
	p.enter = p.ras("/vtss/service/ras/v1/login")
	return &mySign{p}
}

// ras logs in with client and user; it is the program's secret that counts.
func (p *csc) ras(path string) func(context.Context) (string, error) {
	return func(ctx context.Context) (string, error) {
		if p.account.ClientID == "" || len(p.secrets.Client) == 0 || p.account.User == "" {
			return "", incomplete("--client-id, --secret-file và --user (MST_… hoặc CMT_…)")
		}
		return p.grant(ctx, call{path: path, body: p.who()})
	}
}

func (p *csc) who() map[string]any {
	profile := p.account.Profile
	if profile == "" {
		profile = mySignProfile
	}
	return map[string]any{
		"client_id": p.account.ClientID, "client_secret": string(p.secrets.Client), "user_id": p.account.User, "profile_id": profile,
	}
}

// mySign speaks Viettel's own requests beside the login.
type mySign struct{ *csc }

func (p *mySign) credentials(ctx context.Context) ([]Credential, error) {
	body := p.who()
	body["certificates"], body["certInfo"], body["authInfo"] = "chain", true, true
	a, err := p.post(ctx, "/vtss/service/certificates/info", body, answerTime)
	if err != nil {
		return nil, err
	}
	if a.status != http.StatusOK {
		return nil, p.refusal(a)
	}
	var list []cscInfo
	if err := a.read(&list); err != nil {
		return nil, err
	}
	if len(list) > maxCredentials {
		return nil, misunderstood(fmt.Errorf("%d credentials", len(list)))
	}
	var out []Credential
	for _, info := range list {
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

func (p *mySign) step(ctx context.Context, cred Credential, t *Ticket, _ asker) (next, error) {
	if t.Stage == Frozen || t.Stage == Sending {
		return p.send(ctx, cred, t)
	}
	a, err := p.post(ctx, "/vtss/service/requests/status", map[string]any{"transactionId": t.Transaction}, answerTime)
	if err != nil {
		return 0, err
	}
	var out struct {
		Status     text     `json:"status"`
		Signatures [][]byte `json:"signatures"`
	}
	if a.status != http.StatusOK {
		return 0, p.refusal(a)
	}
	if err := a.read(&out); err != nil {
		return 0, err
	}
	cause := fmt.Errorf("status %.20q", out.Status)
	switch out.Status {
	case "1":
		t.Signatures = out.Signatures
		return signed, nil
	case "4000", "6000": // waits for the holder; is signing
		return wait, nil
	case "4001":
		return 0, quoting(lapsed(cause), string(out.Status))
	case "4002":
		return 0, quoting(declined(cause), string(out.Status))
	case "4005":
		return 0, quoting(quota(cause), string(out.Status))
	case "4004", "13004", "50000":
		return 0, quoting(failed(cause), string(out.Status))
	}
	return 0, misunderstood(cause)
}

func (p *mySign) send(ctx context.Context, cred Credential, t *Ticket) (next, error) {
	var documents []map[string]string
	for _, d := range t.Digests {
		id := documentID(d)
		documents = append(documents, map[string]string{"document_id": id, "document_name": base64.StdEncoding.EncodeToString([]byte(id))})
	}
	a, err := p.post(ctx, "/vtss/service/signHash", map[string]any{
		"client_id": p.account.ClientID, "client_secret": string(p.secrets.Client), "credentialID": cred.ID,
		"numSignatures": len(t.Digests), "description": base64.StdEncoding.EncodeToString([]byte("Ky ho so bao hiem xa hoi")),
		"documents": documents, "hash": t.Digests, "hashAlgo": oidSHA256, "signAlgo": oidRSA, "async": 1,
	}, answerTime)
	if err != nil {
		return 0, err
	}
	if a.status != http.StatusOK {
		return 0, p.refusal(a)
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
