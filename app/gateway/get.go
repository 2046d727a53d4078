package gateway

import (
	"context"
	"fmt"
	"net/http"
)

// noSuchCall is the protocol's code for a call that the gateway does not know.
const noSuchCall = "E-GOI-03"

// get asks for something that is neither a key's nor a transaction's, and decodes
// the answer. about is what a refusal must quote: "" or the name that was asked for.
// Nothing changes there, so the caller may ask again.
func (c *Client) get(ctx context.Context, in call, about string, into any) (answer, error) {
	a, err := c.call(ctx, in)
	if err != nil {
		return a, err
	}
	if a.status == http.StatusOK {
		return a, a.decode("application/json", into)
	}
	w, err := a.problem(about)
	if err != nil && about != "" {
		w, err = a.problem("")
	}
	switch {
	case err != nil:
		return a, err
	case a.status == http.StatusNotFound && w.Ma == noSuchCall:
		return a, ErrNoService
	case a.status == http.StatusNotFound:
		return a, fmt.Errorf("%w: %s", ErrNotThere, w.Ma)
	case a.status == http.StatusMethodNotAllowed || a.status > 499:
		return a, a.unclear("status", nil)
	}
	r := &RefusedError{Status: a.status, Title: w.Title, Detail: w.Detail, Findings: findings(w.Loi), Raw: a.raw}
	if len(r.Findings) == 0 {
		r.Findings = []Finding{{Ma: w.Ma, ThongBao: w.Detail}}
	}
	return a, r
}
