package remote

import (
	"context"
	"errors"
	"net/http"
)

// sendOTP has the service send the holder a one-time code.
func (p *csc) sendOTP(ctx context.Context, cred Credential) error {
	method, body := "/credentials/sendOTP", map[string]any{"credentialID": cred.ID}
	if p.version == 2 {
		method, body["authObjectID"] = "/credentials/getChallenge", string(AskOTP)
	}
	a, err := p.post(ctx, method, body, answerTime)
	if err != nil {
		return err
	}
	if a.status != http.StatusOK && a.status != http.StatusNoContent {
		return p.refusal(a)
	}
	return nil
}

// authorize asks for the SAD. Version 2 may answer with a handle instead, which is
// asked about until the holder has confirmed; it outlives the program. Version 1
// keeps the answer back until then: cut off, it has to be asked for again, and the
// holder sees a second request.
func (p *csc) authorize(ctx context.Context, cred Credential, t *Ticket, ask asker) (next, error) {
	method, body, limit := "/credentials/authorizeCheck", map[string]any{"handle": t.Transaction}, answerTime
	if t.Transaction == "" {
		method = "/credentials/authorize"
		body = map[string]any{"credentialID": cred.ID, "numSignatures": len(t.Digests)}
		p.putHashes(body, t)
		delete(body, "hashAlgo") // of signHash only
		if err := p.putSecrets(ctx, body, cred, ask); err != nil {
			return 0, err
		}
		if cred.implicit {
			limit = confirmTime
		}
	}
	a, err := p.post(ctx, method, body, limit)
	if err != nil {
		return 0, err
	}
	var out struct {
		SAD    string `json:"SAD"`
		Handle string `json:"handle"`
	}
	switch a.status {
	case http.StatusOK, http.StatusAccepted:
		if err := a.read(&out); err != nil {
			return 0, err
		}
	default:
		err := p.refusal(a)
		if errors.Is(err, ErrOTPWrong) { // it may have run out: the next attempt sends a new one
			t.Stage = Frozen
		}
		return 0, err
	}
	switch {
	case out.SAD != "":
		t.Activation, t.Stage = []byte(out.SAD), Confirmed
		return again, nil
	case p.version == 2 && a.status == http.StatusAccepted && out.Handle != "":
		t.Transaction = out.Handle
		return wait, nil
	}
	return 0, misunderstood(errors.New("authorisation without SAD"))
}

// blocks says that the answer to the next exchange is kept back until the holder has
// confirmed elsewhere.
func (p *csc) blocks(cred Credential, t *Ticket) bool {
	return cred.implicit && t.Stage == Sent && t.Transaction == ""
}

// putSecrets asks the holder for what the credential wants.
func (p *csc) putSecrets(ctx context.Context, body map[string]any, cred Credential, ask asker) error {
	type secret struct {
		ID    string `json:"id"`
		Value string `json:"value"`
	}
	var all []secret
	for _, want := range []struct {
		what Prompt
		need bool
	}{{AskPIN, cred.pin}, {AskOTP, cred.otp}} {
		if !want.need {
			continue
		}
		value, err := answered(ctx, ask, want.what)
		if err != nil {
			return err
		}
		all = append(all, secret{string(want.what), string(value)})
		clear(value)
	}
	for _, s := range all {
		if p.version == 1 {
			body[s.ID] = s.Value
		}
	}
	if p.version == 2 && len(all) > 0 {
		body["authData"] = all
	}
	return nil
}
