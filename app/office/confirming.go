package office

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"ankhai/app/gateway"
	"ankhai/storage"
)

// ErrNoCode: the dossier waits for no code, or was not handed to a gateway.
var ErrNoCode = errors.New("the dossier waits for no code")

// ErrCodeRefused: the gateway did not take the code; the dossier stays as it stands.
var ErrCodeRefused = errors.New("the gateway refused the code")

// Confirm gives the gateway the code that it mailed to a unit which registers for
// the first time, and answers how the dossier stands then. The same code may be
// given again. ErrNoCode for a dossier that no gateway holds; ErrCodeRefused for a
// code that is wrong, with the gateway's words.
func (o *Office) Confirm(ctx context.Context, id, code string) (DossierView, error) {
	fail := func(err error) (DossierView, error) {
		return DossierView{}, fmt.Errorf("confirm %s: %w", storage.Ref(id), notAsked(err))
	}
	sub, err := o.signedOne(ctx, id)
	if err != nil {
		return fail(err)
	}
	if !reached(sub.State) {
		return fail(ErrNoCode)
	}
	road, err := o.roadOfSent(ctx, sub, "")
	if err != nil {
		return fail(err)
	}
	c, ok := road.Gateway.(*gateway.Client)
	if !ok {
		return fail(ErrNoCode)
	}
	rec, err := c.Lookup(ctx, sub.Key)
	if err != nil {
		return fail(err)
	}
	p, err := c.Confirm(ctx, rec.MaGiaoDich, strings.TrimSpace(code))
	if errors.Is(err, gateway.ErrRefused) {
		err = fmt.Errorf("%w: %w", ErrCodeRefused, err)
	}
	if err != nil {
		return fail(err)
	}
	if err := o.putSteps(ctx, id, p); err != nil {
		return fail(err)
	}
	return o.Refresh(ctx, id, "")
}

// sampleCode is the code that the practice gateway of this process would have
// mailed for a key, "" where it holds none.
func (o *Office) sampleCode(key string) string {
	o.mu.Lock()
	p := o.practice
	o.mu.Unlock()
	if p == nil {
		return ""
	}
	for _, s := range p.box.Submissions() {
		if s.Khoa == key && s.XacNhan != nil {
			return s.XacNhan.Ma
		}
	}
	return ""
}
