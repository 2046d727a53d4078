package remote

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// smartCA speaks VNPT SmartCA's partner interface ("769") as integrators have
// published it: every request carries sp_id and sp_password; the holder confirms in
// the SmartCA app (version 1 of signatures/sign, asked about by our own transaction
// id), or, for accounts with a password, with a one-time code (version 2, sign and
// confirm). What a holder's refusal looks like is not published: any message that
// speaks of rejecting or cancelling is taken for one.
type smartCA struct {
	*client
	account Account
	secrets Secrets
}

func openSmartCA(c *client, a Account, s Secrets) protocol { return &smartCA{c, a, s} }

// smartCAAnswer is the frame of every answer.
type smartCAAnswer struct {
	Status  text   `json:"status_code"`
	Message string `json:"message"`
	Data    *struct {
		Certificates []smartCACertificate `json:"user_certificates"`
		Transaction  string               `json:"transaction_id"`
		SAD          string               `json:"sad"`
		Signatures   []struct {
			Document string `json:"doc_id"`
			Value    []byte `json:"signature_value"`
		} `json:"signatures"`
	} `json:"data"`
}

type smartCACertificate struct {
	ID     string `json:"cert_id"`
	Serial string `json:"serial_number"`
	Data   []byte `json:"cert_data"`
	Chain  struct {
		CA   []byte `json:"ca_cert"`
		Root []byte `json:"root_cert"`
	} `json:"chain_data"`
}

func (p *smartCA) post(ctx context.Context, path string, body map[string]any) (smartCAAnswer, error) {
	if p.account.ClientID == "" || len(p.secrets.Client) == 0 || p.account.User == "" {
		return smartCAAnswer{}, incomplete("--client-id (sp_id), --secret-file (sp_password) và --user (số CCCD hoặc mã số thuế)")
	}
	a, err := p.do(ctx, call{path: path, body: body})
	if err != nil {
		return smartCAAnswer{}, err
	}
	var out smartCAAnswer
	if a.status == http.StatusUnauthorized || a.status == http.StatusForbidden {
		return out, login(fmt.Errorf("status %d", a.status))
	}
	if err := a.read(&out); err != nil {
		return out, err
	}
	if a.status != http.StatusOK {
		out.Status = text(fmt.Sprint(a.status))
	}
	return out, nil
}

func (p *smartCA) partner(more map[string]any) map[string]any {
	body := map[string]any{"sp_id": p.account.ClientID, "sp_password": string(p.secrets.Client), "user_id": p.account.User}
	for name, value := range more {
		body[name] = value
	}
	return body
}

func (p *smartCA) credentials(ctx context.Context) ([]Credential, error) {
	t, err := newTicket(nil, time.Time{})
	if err != nil {
		return nil, err
	}
	a, err := p.post(ctx, "/v1/credentials/get_certificate", p.partner(map[string]any{"serial_number": "", "transaction_id": t.Reference}))
	if err != nil {
		return nil, err
	}
	if a.Status != "200" || a.Data == nil {
		return nil, quoting(login(p.complaint(a)), a.Message)
	}
	if len(a.Data.Certificates) > maxCredentials {
		return nil, misunderstood(fmt.Errorf("%d certificates", len(a.Data.Certificates)))
	}
	var out []Credential
	for _, c := range a.Data.Certificates {
		chain := slices.DeleteFunc([][]byte{c.Data, c.Chain.CA, c.Chain.Root}, func(b []byte) bool { return len(b) == 0 })
		cred, err := readCertificates(c.ID, chain)
		if err != nil {
			return nil, err
		}
		cred.owner = c.Serial
		out = append(out, cred)
	}
	return out, nil
}

func (p *smartCA) complaint(a smartCAAnswer) error {
	return fmt.Errorf("status %.20q: %.60q", a.Status, a.Message)
}

func (p *smartCA) step(ctx context.Context, cred Credential, t *Ticket, ask asker) (next, error) {
	if len(p.secrets.User) > 0 {
		return p.stepOTP(ctx, cred, t, ask)
	}
	switch t.Stage {
	case Frozen:
		return p.send(ctx, cred, t)
	case Sending: // the answer was lost: the transaction id is ours, so it can be asked about
		t.Transaction = t.Reference
		next, err := p.status(ctx, t)
		if errors.Is(err, ErrUnknown) {
			return p.send(ctx, cred, t)
		}
		if err == nil {
			t.Stage = Sent
		}
		return next, err
	}
	return p.status(ctx, t)
}

func (p *smartCA) files(t *Ticket) []map[string]string {
	var files []map[string]string
	for _, d := range t.Digests {
		files = append(files, map[string]string{
			"data_to_be_signed": hex.EncodeToString(d), "doc_id": documentID(d), "file_type": "xml", "sign_type": "hash",
		})
	}
	return files
}

func (p *smartCA) send(ctx context.Context, cred Credential, t *Ticket) (next, error) {
	a, err := p.post(ctx, "/v1/signatures/sign", p.partner(map[string]any{
		"transaction_id": t.Reference, "transaction_desc": "Ký hồ sơ bảo hiểm xã hội", "serial_number": cred.owner, "sign_files": p.files(t),
	}))
	if err != nil {
		return 0, err
	}
	if a.Status != "200" || a.Data == nil || a.Data.Transaction == "" {
		return 0, p.refusal(a)
	}
	t.Transaction, t.Stage = a.Data.Transaction, Sent
	return wait, nil
}

func (p *smartCA) status(ctx context.Context, t *Ticket) (next, error) {
	a, err := p.post(ctx, "/v1/signatures/sign/"+url.PathEscape(t.Transaction)+"/status", map[string]any{})
	if err != nil {
		return 0, err
	}
	switch {
	case a.Status == "404":
		return 0, unknown(p.complaint(a))
	case a.Status == "200" && a.Message == "SUCCESS":
		return p.take(a, t)
	case a.Status == "200" && !ended(a.Message):
		return wait, nil
	}
	return 0, p.refusal(a)
}

// ended says whether a message of the status tells that nothing will come.
func ended(message string) bool {
	m := strings.ToUpper(message)
	for _, word := range []string{"EXPIRE", "REJECT", "CANCEL", "DENIED", "FAIL"} {
		if strings.Contains(m, word) {
			return true
		}
	}
	return false
}

func (p *smartCA) refusal(a smartCAAnswer) error { return quoting(p.outcome(a), a.Message) }

func (p *smartCA) outcome(a smartCAAnswer) error {
	m := strings.ToUpper(a.Message)
	switch {
	case strings.Contains(m, "EXPIRE"):
		return lapsed(p.complaint(a))
	case strings.Contains(m, "REJECT"), strings.Contains(m, "CANCEL"), strings.Contains(m, "DENIED"):
		return declined(p.complaint(a))
	case strings.Contains(m, "OTP"):
		return otpWrong(p.complaint(a))
	case a.Status == "401", a.Status == "403":
		return login(p.complaint(a))
	}
	return failed(p.complaint(a))
}

// take orders the signatures by the documents they name.
func (p *smartCA) take(a smartCAAnswer, t *Ticket) (next, error) {
	if a.Data == nil || len(a.Data.Signatures) != len(t.Digests) {
		return 0, misunderstood(errors.New("signatures do not match the request"))
	}
	out := make([][]byte, len(t.Digests))
	for _, s := range a.Data.Signatures {
		i := slices.IndexFunc(t.Digests, func(d []byte) bool { return documentID(d) == s.Document })
		if i < 0 || out[i] != nil {
			return 0, misunderstood(errors.New("signature of another document"))
		}
		out[i] = s.Value
	}
	t.Signatures = out
	return signed, nil
}

// stepOTP is version 2: the request carries password and one-time code, the SAD
// that comes back is confirmed at once.
func (p *smartCA) stepOTP(ctx context.Context, cred Credential, t *Ticket, ask asker) (next, error) {
	if t.Stage != Confirmed {
		otp, err := answered(ctx, ask, AskOTP)
		if err != nil {
			return 0, err
		}
		defer clear(otp)
		a, err := p.post(ctx, "/v2/signatures/sign", p.partner(map[string]any{
			"password": string(p.secrets.User), "otp": string(otp), "transaction_id": t.Reference, "serial_number": cred.owner, "sign_files": p.files(t),
		}))
		if err != nil {
			return 0, err
		}
		if a.Status != "200" || a.Data == nil || a.Data.SAD == "" || a.Data.Transaction == "" {
			return 0, p.refusal(a)
		}
		t.Transaction, t.Activation, t.Stage = a.Data.Transaction, []byte(a.Data.SAD), Confirmed
		return again, nil
	}
	a, err := p.post(ctx, "/v2/signatures/confirm", p.partner(map[string]any{
		"password": string(p.secrets.User), "transaction_id": t.Transaction, "sad": string(t.Activation),
	}))
	if err != nil {
		return 0, err
	}
	if a.Status != "200" {
		return 0, p.refusal(a)
	}
	return p.take(a, t)
}
